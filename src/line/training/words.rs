//! The words of the trainer.

/// Where a word is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lesson {
    /// In a drill.
    Drill,
    /// In an exam.
    Exam,
    /// In a demonstration.
    Demo,
}

/// What a word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Ask {
    Note,
    HandIn,
    Lines,
    Hint,
    Spot,
    Next,
    Again,
    List,
    Case,
    Progress,
    Forward,
    Back,
    Answer,
    WhatIf,
    NextCase,
    PreviousCase,
    Help,
    Quit,
}

/// A word, what stands behind it, where it is heard, and what it does.
#[derive(Debug, Clone, Copy)]
pub struct TrainingRow {
    pub(super) ask: Ask,
    /// How it is said; the first one is shown.
    pub names: &'static [&'static str],
    /// What stands behind it.
    pub takes: &'static str,
    /// Where it is heard.
    pub heard: &'static [Lesson],
    /// What it does.
    pub help: &'static str,
}

impl TrainingRow {
    /// The word with what stands behind it.
    #[must_use]
    pub fn form(&self) -> String {
        let name = self.names.first().copied().unwrap_or_default();
        format!("{name} {}", self.takes).trim_end().to_owned()
    }
}

use Lesson::{Demo, Drill, Exam};

const fn row(
    ask: Ask,
    names: &'static [&'static str],
    takes: &'static str,
    heard: &'static [Lesson],
    help: &'static str,
) -> TrainingRow {
    TrainingRow {
        ask,
        names,
        takes,
        heard,
        help,
    }
}

#[rustfmt::skip]
static TABLE: &[TrainingRow] = &[
    row(Ask::HandIn, &["hand in"], "", &[Drill, Exam], "Hands in what was answered; a question left open counts as not documented."),
    row(Ask::Lines, &["lines"], "LINES", &[Drill, Exam], "Hands in claim lines without the questions, such as: lines CODE-50, CODE x2; or: lines undetermined, lines outside, lines nothing. Behind them coverage=likely, unlikely, outside-policy or not-checked may say what the payer does."),
    row(Ask::Note, &["the note", "note"], "", &[Drill, Exam, Demo], "Says the note again."),
    row(Ask::Hint, &["hint"], "", &[Drill], "Says on what it turns; the second time the rule, the third time the answer. Each counts."),
    row(Ask::Spot, &["words"], "WORDS; WORDS", &[Drill], "Spot the fork: words of the note that decide, parted by semicolons. Says how well they meet those that do."),
    row(Ask::Next, &["next case", "next"], "", &[Drill, Exam], "Goes on to the next case; in an exam it leaves this one unanswered."),
    row(Ask::Again, &["once more"], "", &[Drill], "Begins this case once more."),
    row(Ask::List, &["cases"], "[WORDS]", &[Drill], "Says the cases and how far they are; with words those that hold them, with code:, axis:, difficulty: or state: those of that kind, such as: cases axis:imaging state:new."),
    row(Ask::Case, &["case"], "ID", &[Drill, Demo], "Goes to a case."),
    row(Ask::Progress, &["progress"], "", &[Drill], "Says how far it is, what is due, and what goes wrong most."),
    row(Ask::Forward, &["next", "forward"], "", &[Demo], "A step on; an empty line does it too."),
    row(Ask::Back, &["back"], "", &[Demo], "A step back."),
    row(Ask::Answer, &["answer"], "", &[Demo], "Goes straight to the answer."),
    row(Ask::WhatIf, &["what if"], "QUESTION=ANSWER", &[Demo], "Says what another answer would change, once the answer is out."),
    row(Ask::NextCase, &["next case"], "", &[Demo], "Goes to the next case."),
    row(Ask::PreviousCase, &["previous case"], "", &[Demo], "Goes to the case before."),
    row(Ask::Help, &["help", "?"], "[WORD]", &[Drill, Exam, Demo], "Says these words; help with a word of the wizard says that one."),
    row(Ask::Quit, &["quit", "exit"], "", &[Drill], "Ends. What was handed in is kept."),
    row(Ask::Quit, &["quit", "exit"], "", &[Demo], "Ends."),
    row(Ask::Quit, &["quit", "exit"], "", &[Exam], "Ends with the sheet; what was not asked yet counts as not answered. Nothing is kept."),
];

/// Every word of the trainer.
#[must_use]
pub fn training_words() -> &'static [TrainingRow] {
    TABLE
}

/// The word that a line begins with, and the rest of the line; of two that fit the longer.
pub(super) fn heard(line: &str, lesson: Lesson) -> Option<(Ask, &str)> {
    let rows = TABLE.iter().filter(|row| row.heard.contains(&lesson));
    let names = rows.flat_map(|row| row.names.iter().map(move |name| (row, *name)));
    let fits = names.filter_map(|(row, name)| Some((row, name, behind(line, name)?)));
    let (row, _, rest) = fits.max_by_key(|(_, name, _)| name.len())?;
    (!row.takes.is_empty() || rest.is_empty()).then_some((row.ask, rest))
}

/// What stands behind a word at the start of a line.
fn behind<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    let start = line
        .get(..name.len())
        .filter(|start| start.eq_ignore_ascii_case(name))?;
    let rest = line.get(start.len()..)?;
    (rest.is_empty() || rest.starts_with(' ') || rest.starts_with(':')).then(|| rest.trim_start_matches(':').trim())
}

/// The words heard somewhere, one a line.
pub(super) fn say_words(lesson: Lesson, page: &mut super::Page) {
    for row in TABLE.iter().filter(|row| row.heard.contains(&lesson)) {
        page.said(&row.form(), row.help);
    }
}
