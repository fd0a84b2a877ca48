//! How well the reader does on notes: by axis, by family, by lines, and how often it ticks what is not there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use epipath::claim::{Context, StatusWord, session_result};
use epipath::note::{Family, Reading, State, Ticked};
use epipath::pack::model::Severity;
use epipath::session::{AND, parse_case};
use epipath::train::{billed, day};
use epipath::tree::Book;

use crate::annotated::Annotated;

/// Right out of all.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Share {
    pub(crate) right: usize,
    pub(crate) all: usize,
}

impl Share {
    pub(crate) fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    /// In hundredths.
    pub(crate) fn percent(self) -> usize {
        (self.right * 100).checked_div(self.all).unwrap_or(100)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>4} of {:<4} {:>3}%", self.right, self.all, self.percent())
    }
}

/// What came of all notes.
#[derive(Debug, Default)]
pub(crate) struct Scores {
    pub(crate) family: Share,
    pub(crate) signposts: Share,
    pub(crate) axes: BTreeMap<String, Share>,
    pub(crate) lines: Share,
    /// Silent questions that got no answer.
    pub(crate) abstained: Share,
    /// Contradictions that were planted and found.
    pub(crate) conflicts: Share,
    /// Contradictions of any kind that were planted and are named.
    pub(crate) planted: Share,
    /// Items of which an auditor sees a part, and that are pointed to.
    pub(crate) pointed: Share,
    /// Lines that are wrong, with something beside them that says so.
    pub(crate) flagged: Share,
    /// Items ticked that an auditor would accept.
    pub(crate) ticks: Share,
    /// Items that an auditor would accept and that were ticked.
    pub(crate) found: Share,
    pub(crate) misses: Vec<String>,
    pub(crate) false_ticks: BTreeMap<String, usize>,
    /// Of them, those of items without which a claim falls.
    pub(crate) hard_ticks: Vec<String>,
}

/// What the lines of a reading are, if every suggestion is confirmed.
pub(crate) fn assumed(book: &Book, reading: &Reading) -> (StatusWord, Vec<String>, Vec<String>) {
    let mut words = Vec::new();
    for (nth, procedure) in reading.procedures.iter().enumerate() {
        if nth > 0 {
            words.push(AND.to_owned());
        }
        words.extend(procedure.facts());
    }
    let gathered =
        parse_case(book, Context::on(day(book)), &words).unwrap_or_else(|error| panic!("{words:?}: {error}"));
    let result = session_result(book, &gathered.procedures, &gathered.context);
    let lines = billed(&result);
    (result.status, lines, words)
}

fn facts_of<'a>(procedure: &'a [String], name: &str) -> BTreeSet<&'a str> {
    let prefix = format!("{name}=");
    procedure.iter().filter_map(|fact| fact.strip_prefix(&prefix)).collect()
}

/// Regions that decide the same codes are one.
fn same(axis: &str, one: &str, other: &str) -> bool {
    let part = |region: &str| match region {
        "sacral" => "lumbar".to_owned(),
        "cervical" => "thoracic".to_owned(),
        other => other.to_owned(),
    };
    one == other || (axis == "region" && part(one) == part(other))
}

const AXES: [&str; 5] = ["region", "approach", "imaging", "delivery", "substance"];

impl Scores {
    pub(crate) fn add(&mut self, book: &Book, note: &Annotated, reading: &Reading) {
        let family = <&str>::from(reading.family);
        self.family.add(family == note.family);
        if family != note.family {
            self.misses.push(format!(
                "{}: family {family}, not {} ({}; {})",
                note.id,
                note.family,
                reading.because,
                note.why.as_deref().unwrap_or("in")
            ));
        }
        if note.family == "out" && family == "out" {
            let got = reading.signpost.as_deref().unwrap_or("none");
            let wanted = note.result.signpost.as_deref().unwrap_or("none");
            self.signposts.add(got == wanted);
            if got != wanted {
                self.misses.push(format!("{}: signpost {got}, not {wanted}", note.id));
            }
        }
        self.items(book, note, reading);
        if note.family == "in" && reading.family == Family::In {
            self.axes(note, reading);
            for flag in &note.flags {
                let named = reading.conflicts.iter().any(|one| one.clash.to_string() == *flag);
                self.planted.add(named);
                if !named {
                    self.misses.push(format!("{}: {flag} is not named", note.id));
                }
            }
            self.result(book, note, reading);
        }
    }

    fn axes(&mut self, note: &Annotated, reading: &Reading) {
        for axis in AXES {
            let wanted: Vec<Option<&str>> = note
                .procedures
                .iter()
                .map(|procedure| {
                    facts_of(procedure, axis)
                        .into_iter()
                        .next()
                        .filter(|one| *one != "not-documented")
                })
                .collect();
            let got: Vec<_> = reading
                .procedures
                .iter()
                .map(|procedure| procedure.answer(axis))
                .collect();
            let conflict = note.conflict.iter().any(|one| one == axis);
            let right = wanted.len() == got.len()
                && wanted.iter().zip(&got).all(|(wanted, got)| {
                    let Some(got) = got else { return wanted.is_none() };
                    match wanted {
                        Some(wanted) => {
                            got.state == State::Suggested && got.answers.iter().any(|answer| same(axis, answer, wanted))
                        }
                        None if conflict => got.state == State::Conflict,
                        None => got.state != State::Suggested,
                    }
                });
            self.axes.entry(axis.to_owned()).or_default().add(right);
            if note.silent.iter().any(|one| one == axis) {
                self.abstained
                    .add(got.iter().flatten().any(|one| one.state != State::Suggested));
            }
            if conflict {
                self.conflicts
                    .add(got.iter().flatten().any(|one| one.state == State::Conflict));
            }
            if !right {
                let got: Vec<String> = got
                    .iter()
                    .flatten()
                    .map(|one| format!("{} {}", one.state, one.answers.join("/")))
                    .collect();
                self.misses.push(format!("{}: {axis} {got:?}, not {wanted:?}", note.id));
            }
        }
        let levels = |facts: Vec<&str>| -> BTreeSet<String> {
            let plain = |fact: &str| fact.replace(":not-documented", "").replace("not-documented", "");
            facts.into_iter().map(plain).filter(|one| !one.is_empty()).collect()
        };
        let wanted = levels(note.procedures.iter().flat_map(|one| facts_of(one, "level")).collect());
        let facts: Vec<Vec<String>> = reading.procedures.iter().map(epipath::note::Procedure::facts).collect();
        let got = levels(facts.iter().flat_map(|one| facts_of(one, "level")).collect());
        // A level that nobody bills by is right with its region.
        let foraminal = note
            .procedures
            .iter()
            .flatten()
            .any(|fact| fact == "approach=transforaminal");
        let right = wanted == got || !foraminal && (wanted.is_empty() || wanted.iter().any(|one| got.contains(one)));
        self.axes.entry("level and side".to_owned()).or_default().add(right);
        if !right {
            self.misses.push(format!("{}: levels {got:?}, not {wanted:?}", note.id));
        }
    }

    fn result(&mut self, book: &Book, note: &Annotated, reading: &Reading) {
        let (status, lines, words) = assumed(book, reading);
        let right = match (&note.result.code, note.result.undetermined.is_empty()) {
            (Some(_), _) => status == StatusWord::Code && lines == note.result.lines,
            (None, false) => status == StatusWord::Undetermined,
            (None, true) => status == StatusWord::Signpost,
        };
        self.lines.add(right);
        let wrong = !right && status == StatusWord::Code;
        if wrong {
            let hard = reading
                .conflicts
                .iter()
                .any(|one| one.clash != epipath::note::Clash::GuidedWithoutViews);
            self.flagged.add(hard);
        }
        if !right {
            self.misses.push(format!(
                "{}: {status:?} {lines:?}, not {:?}{:?}{:?}; {}",
                note.id,
                note.result.lines,
                note.result.undetermined,
                note.result.signpost,
                words.join(" ")
            ));
        }
    }

    fn items(&mut self, book: &Book, note: &Annotated, reading: &Reading) {
        let hard = |id: &str| {
            let items = &book.pack().checklist.items;
            items
                .iter()
                .any(|item| item.id == id && item.severity == Severity::Hard)
        };
        if note.family != "in" {
            return;
        }
        // What no code of the note asks for, no auditor judged.
        let asked = |id: &str| {
            let items = &book.pack().checklist.items;
            let codes = items.iter().filter(|item| item.id == id).flat_map(|item| &item.codes);
            let mut billed = note.result.lines.iter().chain(&note.result.undetermined);
            codes
                .into_iter()
                .any(|code| billed.clone().any(|line| line.starts_with(code.as_str())))
                || billed.next().is_none()
        };
        for item in reading.checklist.iter().filter(|item| asked(&item.id)) {
            let shown = note.checklist.shown.contains(&item.id);
            if item.state == Ticked::Shown {
                self.ticks.add(shown);
                if !shown {
                    *self.false_ticks.entry(item.id.clone()).or_default() += 1;
                    self.misses.push(format!("{}: ticked {}", note.id, item.id));
                    if hard(&item.id) {
                        self.hard_ticks.push(format!("{}: {}", note.id, item.id));
                    }
                }
            }
            if note.checklist.partly.contains(&item.id) {
                self.pointed.add(item.state != Ticked::NotFound);
            }
            if shown {
                self.found.add(item.state == Ticked::Shown);
            }
        }
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "family          {}", self.family)?;
        writeln!(f, "way out         {}", self.signposts)?;
        for (axis, share) in &self.axes {
            writeln!(f, "{axis:<15} {share}")?;
        }
        writeln!(f, "exact lines     {}", self.lines)?;
        writeln!(f, "wrong, flagged  {}", self.flagged)?;
        writeln!(f, "abstained       {}", self.abstained)?;
        writeln!(f, "conflicts       {}", self.conflicts)?;
        writeln!(f, "planted         {}", self.planted)?;
        writeln!(f, "ticks right     {}", self.ticks)?;
        writeln!(f, "parts found     {}", self.pointed)?;
        writeln!(f, "items found     {}", self.found)?;
        writeln!(f, "false ticks     {:?}", self.false_ticks)
    }
}
