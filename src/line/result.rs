//! The result: code, why, lines, and what is to be said of them, what stops first.

use super::dialogue::Dialogue;
use super::page::Page;
use crate::claim::{CaseResult, Line, StatusWord, UndecidedQuestion};
use crate::pack::model::{CodeStatus, FindingSeverity, Member};
use crate::report::end;
use crate::report::phrases::{capital, count, finding_text, payer, told, verdict};
use crate::tree::{Book, Status};

/// More ways out of the family than that are counted; listening to them is asked for.
const WAYS_NAMED: usize = 2;

/// Where a procedure leads: its code, the way out of the family, or that it is open.
pub(super) fn procedure_end(book: &Book, status: &Status) -> String {
    match status {
        Status::Code(code) => code.clone(),
        Status::Signpost(id) => format!("outside this family, {}", end(book, id)),
        Status::Open | Status::OpenByRule(_) => "open".to_owned(),
    }
}

impl Dialogue<'_> {
    /// The result of the case.
    pub(super) fn say_result(&self, page: &mut Page) {
        let Some(result) = self.result() else { return };
        page.gap();
        self.say_procedures(page);
        match (result.status, &result.code, &result.signpost) {
            (StatusWord::Code, Some(code), _) => {
                self.say_head(code, page);
                page.said("Why", result.why.as_deref().unwrap_or_default());
                self.say_lines(result, page);
            }
            (StatusWord::Signpost, _, Some(_)) => self.say_signpost(result, page),
            _ => self.say_open(result, page),
        }
        for finding in &result.findings {
            page.said(severity(finding.severity), &finding_text(finding));
        }
        if result.status == StatusWord::Code {
            page.line(&format!("{}.", self.coverage_line(result)));
        }
        self.say_noted_result(page);
    }

    /// Where each procedure of the session leads, of several.
    fn say_procedures(&self, page: &mut Page) {
        let (here, all) = self.case().place();
        for (index, status) in self.view.procedures.iter().enumerate() {
            let end = procedure_end(self.book, status);
            let this = if index == here { ", this one" } else { "" };
            page.said(&format!("Procedure {} of {all}{this}", index + 1), &format!("{end}."));
        }
    }

    /// Which procedure lies on the desk.
    pub(super) fn say_procedure(&self, page: &mut Page) {
        let (here, all) = self.case().place();
        let end = self
            .view
            .procedures
            .get(here)
            .map(|status| procedure_end(self.book, status));
        let end = end.unwrap_or_default();
        page.said(&format!("Procedure {} of {all}", here + 1), &format!("{end}."));
    }

    /// Where the case is after a step through the history: of several procedures without what was said of them before.
    pub(super) fn show_brief(&self, page: &mut Page) {
        if self.view.question.is_some() || self.view.procedures.is_empty() {
            self.show(page);
        } else {
            page.gap();
            self.say_end(page);
        }
    }

    /// The result without what was said of it before: codes and lines, or what is still possible and what to ask.
    pub(super) fn say_end(&self, page: &mut Page) {
        let Some(result) = self.result() else { return };
        self.say_procedures(page);
        match (result.status, &result.code, &result.signpost) {
            (StatusWord::Code, Some(code), _) => self.say_head(code, page),
            (StatusWord::Signpost, _, Some(signpost)) => {
                page.line(&format!("Result: outside this family. {}.", signpost.title));
                let codes: Vec<&str> = signpost.codes.iter().map(|target| target.code.as_str()).collect();
                page.said("Look at", &codes.join(", "));
            }
            _ => self.say_undetermined(result, page),
        }
        if result.status == StatusWord::Code || !result.lines.is_empty() {
            self.say_lines(result, page);
        }
    }

    fn say_head(&self, code: &str, page: &mut Page) {
        let title = self.book.card(code).map(|card| card.title.clone()).unwrap_or_default();
        page.line(&format!("Result: {code}. {title}."));
    }

    /// The claim lines, each a sentence; that there is none; that levels are missing.
    pub(super) fn say_lines(&self, result: &CaseResult, page: &mut Page) {
        if result.lines.is_empty() {
            page.line("No line: nothing is billed as it stands.");
        }
        for (index, line) in result.lines.iter().enumerate() {
            page.said(&format!("Line {}", index + 1), &format!("{}.", line_words(line)));
        }
        let counts = |member: &Member| member.parent.is_some() && member.parent == result.code;
        if self.case().context.levels.is_empty() && self.book.family.iter().any(counts) {
            page.line("This code counts levels and none was given: say levels.");
        }
    }

    fn say_signpost(&self, result: &CaseResult, page: &mut Page) {
        let Some(signpost) = &result.signpost else { return };
        page.line(&format!("Result: outside this family. {}.", signpost.title));
        page.said("Why", &told(&signpost.why, signpost.confidence));
        if signpost.codes.is_empty() {
            page.line("No code of its own is reported for it.");
        }
        for target in &signpost.codes {
            let status = match target.status {
                CodeStatus::Active => "",
                CodeStatus::CarrierPriced => " Carrier priced.",
                CodeStatus::New => " New.",
            };
            let when = told(&target.when, target.confidence);
            page.said(&format!("Look at {}", target.code), &format!("{when}{status}"));
        }
        let notes = self.book.signpost(&signpost.id).map(|known| known.notes.as_slice());
        for note in notes.unwrap_or_default() {
            page.said("Worth knowing", &told(&note.text, note.confidence));
        }
    }

    fn say_open(&self, result: &CaseResult, page: &mut Page) {
        self.say_undetermined(result, page);
        page.said("Why", result.why.as_deref().unwrap_or_default());
        page.said("Meanwhile", result.advice.as_deref().unwrap_or_default());
        for open in &result.undecided {
            self.say_hangs(open, page);
        }
        if result.undecided.iter().any(|open| self.counts_ways(open)) {
            page.line("reasons says the ways out of this family.");
        }
    }

    /// What is still possible, and what to ask the provider.
    fn say_undetermined(&self, result: &CaseResult, page: &mut Page) {
        let codes = self.possible_codes();
        let candidates = if result.candidates.is_empty() || codes.is_empty() {
            "no code of this family".to_owned()
        } else {
            codes.join(", ")
        };
        page.line(&format!("Result: undetermined. Still possible: {candidates}."));
        for open in &result.undecided {
            page.said("Ask the provider", &open.ask_provider);
        }
    }

    /// "It hangs on: Imaging." and below it "Fluoroscopy or CT: 62321; 16 ways out of this family."
    fn say_hangs(&self, open: &UndecidedQuestion, page: &mut Page) {
        let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
        for hang in &open.hangs {
            let ends = self.ends(&hang.leads_to);
            match groups.iter_mut().find(|(told, _)| *told == ends) {
                Some((_, answers)) => answers.push(&hang.answer),
                None => groups.push((ends, vec![&hang.answer])),
            }
        }
        let id = self.book.question_named(&open.question);
        let question = id.and_then(|id| self.book.question(id));
        let short = |name: &&str| {
            let answer = question.and_then(|one| one.answers.iter().find(|answer| answer.id == **name));
            answer.map_or_else(|| (*name).to_owned(), |answer| answer.short.clone())
        };
        page.line(&format!("It hangs on: {}.", self.title_of(&open.question)));
        for (ends, answers) in groups {
            let answers: Vec<String> = answers.iter().map(short).collect();
            page.said(&capital(&answers.join(" or ")), &format!("{ends}."));
        }
    }

    /// "62321; 62325; undetermined by rule; 16 ways out of this family": codes first, each end once, many ways out counted.
    fn ends(&self, leads: &[String]) -> String {
        let (out, family): (Vec<&String>, Vec<&String>) = leads.iter().partition(|id| self.book.signpost(id).is_some());
        let mut told: Vec<String> = Vec::new();
        for end in family.into_iter().map(|id| end(self.book, id)) {
            if !told.contains(&end) {
                told.push(end);
            }
        }
        if out.len() > WAYS_NAMED {
            told.push(format!("{} ways out of this family", out.len()));
        } else {
            told.extend(
                out.into_iter()
                    .map(|id| format!("outside this family: {}", end(self.book, id))),
            );
        }
        if told.is_empty() {
            "nothing".to_owned()
        } else {
            told.join("; ")
        }
    }

    fn counts_ways(&self, open: &UndecidedQuestion) -> bool {
        let ways = |leads: &[String]| leads.iter().filter(|id| self.book.signpost(id).is_some()).count();
        open.hangs.iter().any(|hang| ways(&hang.leads_to) > WAYS_NAMED)
    }

    /// Every way out of the family that is still open, each once.
    pub(super) fn say_ways_out(&self, result: &CaseResult, page: &mut Page) {
        let hangs = result.undecided.iter().flat_map(|open| &open.hangs);
        let mut said: Vec<&String> = Vec::new();
        for id in hangs.flat_map(|hang| &hang.leads_to) {
            if self.book.signpost(id).is_some() && !said.contains(&id) {
                said.push(id);
                page.said("Outside this family", &format!("{}.", end(self.book, id)));
            }
        }
    }

    /// "Coverage, Medicare TX: likely": the second verdict.
    pub(super) fn coverage_line(&self, result: &CaseResult) -> String {
        let paid_by = payer(&self.case().context.payer);
        let verdict = verdict(result.coverage.verdict);
        let rules = match result.coverage.reasons.len() {
            0 => String::new(),
            number => format!("; {} under coverage", count(number, "rule")),
        };
        format!("Coverage, {paid_by}: {verdict}{rules}")
    }
}

/// What a finding asks for, as a whole word.
pub(super) const fn severity(of: FindingSeverity) -> &'static str {
    match of {
        FindingSeverity::Stop => "Stop",
        FindingSeverity::Warn => "Warning",
        FindingSeverity::Info => "Good to know",
    }
}

/// "64483, modifier 50, 1 unit, L4-L5".
pub(super) fn line_words(line: &Line) -> String {
    let modifiers = match line.modifiers.as_slice() {
        [] => String::new(),
        [one] => format!(", modifier {one}"),
        several => format!(", modifiers {}", several.join(" and ")),
    };
    let levels = if line.levels.is_empty() {
        String::new()
    } else {
        format!(", {}", line.levels.join(" and "))
    };
    let units = count(usize::try_from(line.units).unwrap_or(usize::MAX), "unit");
    format!("{}{modifiers}, {units}{levels}", line.code)
}
