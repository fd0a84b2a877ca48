//! What the tabs of the full screen say, as lines.

use strum::IntoEnumIterator as _;

use super::dialogue::Dialogue;
use super::page::{Page, typed};
use super::result::{line_words, severity};
use crate::claim::{Alternative, CaseResult, CheckItem, Coverage, Line, ModifierStance};
use crate::pack::model::{Policy, Severity, Stage, Stance};
use crate::report::phrases::{
    VERDICTS, capital, checklist_shown, finding_text, modifiers_shown, payer, progress, stage, stance, told,
};
use crate::report::{card, companion_code, left_off};

impl Dialogue<'_> {
    /// The result again, and what the code means.
    pub(super) fn say_code(&self, page: &mut Page) {
        self.say_result(page);
        let code = self.result().and_then(|result| result.code.as_deref());
        if let Some(known) = code.and_then(|code| self.book.card(code)) {
            page.document(&card(self.book, known).only("mean"));
        }
    }

    /// What the record must show, numbered.
    pub(super) fn say_checklist(&self, result: &CaseResult, which: &str, page: &mut Page) {
        let which = which.to_lowercase();
        if !matches!(which.as_str(), "" | "hard" | "open") {
            page.refuse("checklist says every item, checklist hard the hard ones, checklist open those not ticked.");
            return;
        }
        if result.checklist.is_empty() {
            page.line("This result has no checklist.");
            return;
        }
        let ticks = &self.case().ticks;
        page.gap();
        page.line(&format!("{}.", progress(result, |item| ticks.contains(item))));
        let shown = checklist_shown(result);
        let wanted = |item: &CheckItem| match which.as_str() {
            "hard" => item.severity == Severity::Hard,
            "open" => !ticks.contains(&item.id),
            _ => true,
        };
        for one in Stage::iter() {
            let items = shown
                .iter()
                .enumerate()
                .filter(|(_, item)| item.stage == one && wanted(item));
            let items: Vec<_> = items.collect();
            if items.is_empty() {
                continue;
            }
            let all: Vec<_> = items.iter().map(|(_, item)| **item).collect();
            page.heading(&format!("{}:", stage(one, &all)));
            for (index, item) in items {
                let ticked = if ticks.contains(&item.id) { ", ticked" } else { "" };
                let policy = item.policy.as_ref().map(|policy| format!(", {}", capital(policy)));
                let head = format!(
                    "{}. {}{}{ticked}",
                    index + 1,
                    capital(&item.severity.to_string()),
                    policy.unwrap_or_default()
                );
                page.said(&head, &told(&item.text, item.confidence));
                self.say_noted_item(&item.id, page);
            }
        }
        page.line("tick and the number marks one as documented; query says what to ask about the rest.");
    }

    /// The modifiers by stance, or one of them whole.
    pub(super) fn say_modifiers(&self, result: &CaseResult, name: &str, page: &mut Page) {
        if result.modifiers.is_empty() {
            page.line("This result has no modifiers.");
            return;
        }
        let shown = modifiers_shown(result);
        if !name.is_empty() {
            match shown.iter().find(|one| one.modifier.eq_ignore_ascii_case(name)) {
                Some(one) => self.say_modifier(result, one, page),
                None => page.line(&format!("This result says nothing about a modifier `{}`.", typed(name))),
            }
            return;
        }
        for (one, line) in result.lines.iter().enumerate() {
            page.said(&format!("Line {}", one + 1), &format!("{}.", line_words(line)));
        }
        for one in Stance::iter().filter(|one| *one != Stance::Never) {
            let of_stance: Vec<_> = shown.iter().filter(|modifier| modifier.stance == one).collect();
            if !of_stance.is_empty() {
                page.heading(&format!("{}:", stance(one)));
            }
            for modifier in of_stance {
                let on = self.is_on(result, &modifier.modifier);
                let head = format!("{}{}", modifier.modifier, if on { ", on the lines" } else { "" });
                page.said(&head, &format!("{}. {}", modifier.title, modifier.when));
            }
        }
        let never = shown.iter().filter(|one| one.stance == Stance::Never);
        let never: Vec<&str> = never.map(|one| one.modifier.as_str()).collect();
        page.gap();
        page.said(stance(Stance::Never), &never.join(", "));
        page.line(
            "use and a modifier puts it on the lines, drop takes it off; modifiers and a modifier says when and why.",
        );
    }

    fn say_modifier(&self, result: &CaseResult, one: &ModifierStance, page: &mut Page) {
        let on = if self.is_on(result, &one.modifier) {
            "on the lines"
        } else {
            "not on the lines"
        };
        page.said(&one.modifier, &format!("{}. {}, {on}.", one.title, stance(one.stance)));
        page.said("Means", &one.meaning);
        page.said("When", &one.when);
        page.said("Why", &told(&one.why, one.confidence));
        page.cite(&one.sources);
    }

    /// Whether a modifier is on a line, or put on by hand.
    pub(super) fn is_on(&self, result: &CaseResult, modifier: &str) -> bool {
        let lines = result.lines.iter().flat_map(|line| &line.modifiers);
        self.case().modifiers.contains(modifier) || lines.into_iter().any(|one| one == modifier)
    }

    /// The second verdict, rule by rule.
    pub(super) fn say_coverage(&self, result: &CaseResult, page: &mut Page) {
        let coverage = &result.coverage;
        page.gap();
        page.line(&format!("{}.", self.coverage_line(result)));
        let policies = &self.book.pack().coverage;
        let Some(policy) = policies.iter().find(|one| Some(&one.id) == coverage.policy.as_ref()) else {
            page.line("The code and its lines are told without a payer. payer says who there is.");
            return;
        };
        page.line("The code does not depend on this: what is right and what is paid are two questions.");
        self.say_policy(policy, coverage, page);
        for (verdict, heading) in VERDICTS {
            let reasons: Vec<_> = coverage
                .reasons
                .iter()
                .filter(|reason| reason.verdict == verdict)
                .collect();
            if !reasons.is_empty() {
                page.heading(&format!("{heading}:"));
            }
            for reason in reasons {
                page.line(&told(&reason.text, reason.confidence));
                page.cite(&reason.sources);
            }
        }
    }

    /// The policy asked, and the contractor of the state.
    fn say_policy(&self, policy: &Policy, coverage: &Coverage, page: &mut Page) {
        let version = policy.version.as_ref().map(|version| format!("; {version}"));
        let version = version.unwrap_or_default();
        page.said(
            "Policy",
            &format!(
                "{}{version}; compared with its sources on {}.",
                policy.title, policy.checked
            ),
        );
        page.said("Verify", policy.verify.as_deref().unwrap_or_default());
        let mut others = self.book.pack().coverage.iter();
        if let Some(one) = &coverage.jurisdiction {
            let version = one.lcd_version.as_ref().map(|version| format!(" version {version}"));
            let version = version.unwrap_or_default();
            let head = format!(
                "{} ({}), {}{version}, article {}",
                one.contractor, one.jurisdiction, one.lcd, one.article
            );
            page.said(&head, &told(&one.notes, one.confidence));
        } else if others.any(|other| other.extends.as_ref() == Some(&policy.id)) {
            page.line(&match self.case().context.state() {
                None => format!(
                    "No state is named, so no contractor's own rules: payer {}:TX names one.",
                    policy.id
                ),
                Some(state) => format!("This pack knows no contractor for {state} on the date of service."),
            });
        }
    }

    /// Each answer with its reason, and what ruled every other code out.
    pub(super) fn say_reasons(&self, page: &mut Page) {
        let Some(result) = self.result() else { return };
        page.gap();
        page.said("Why", result.why.as_deref().unwrap_or_default());
        for step in &result.path {
            let id = self.book.question_named(&step.question);
            let given = id.and_then(|id| Some(self.book.short(id, self.book.read(id, &step.answer).ok()?)));
            let given = given.unwrap_or_else(|| step.answer.clone());
            let assumed = if step.assumed { ", taken for granted" } else { "" };
            let why = told(&step.why, step.confidence);
            page.said(&self.title_of(&step.question), &format!("{given}{assumed}. {why}"));
            if let Some(note) = &step.note {
                page.said("Note", &told(&note.text, note.confidence));
            }
            page.cite(&step.sources);
        }
        self.say_ways_out(result, page);
        for other in &result.why_not {
            page.said(
                &format!("Not {}", other.code),
                &format!("{}.", other.why.trim_end_matches('.')),
            );
        }
        for finding in &result.findings {
            page.said(severity(finding.severity), &finding_text(finding));
        }
        let pack = &result.pack;
        page.said(
            "Pack",
            &format!(
                "{} edition {}, compared with its sources on {}.",
                pack.id, pack.edition, pack.checked
            ),
        );
    }
}

/// The claim lines, other readings, and what goes with them or not.
pub(super) fn say_claim(result: &CaseResult, page: &mut Page) {
    page.gap();
    if result.lines.is_empty() {
        page.line("No line: nothing is billed as it stands.");
    }
    for (index, line) in result.lines.iter().enumerate() {
        line_table(index, line, page);
    }
    for alternative in &result.alternatives {
        otherwise(alternative, page);
    }
    for companion in &result.companions {
        let when = told(&companion.when, companion.confidence);
        page.said(
            &format!("May be reported with it, {}", companion_code(companion)),
            &when,
        );
    }
    for (codes, one) in left_off(result) {
        page.said(&format!("Not beside it, {codes}"), &told(&one.why, one.confidence));
    }
    for question in &result.questions {
        page.said("Ask the provider", question);
    }
}

/// A line, one field a line.
fn line_table(index: usize, line: &Line, page: &mut Page) {
    page.said(&format!("Line {}, code", index + 1), &line.code);
    let modifiers = line.modifiers.join(", ");
    page.said("Modifiers", if modifiers.is_empty() { "none" } else { &modifiers });
    page.said("Units", &line.units.to_string());
    page.said("Levels", &line.levels.join(", "));
    page.said("Note", line.note.as_deref().unwrap_or_default());
}

/// Another reading: whose, its lines, the rule and where it stands.
fn otherwise(alternative: &Alternative, page: &mut Page) {
    let (whose, rule) = alternative
        .when
        .split_once(": ")
        .map_or((None, alternative.when.as_str()), |(whose, rule)| (Some(whose), rule));
    let whose = whose.map(|whose| format!(" by {}", payer(whose))).unwrap_or_default();
    let lines: Vec<String> = alternative.lines.iter().map(line_words).collect();
    page.said(&format!("Read otherwise{whose}"), &format!("{}.", lines.join("; ")));
    page.said("Rule", &told(rule, alternative.confidence));
    page.cite(&alternative.sources);
}
