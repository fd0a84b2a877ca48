//! What an answer to a case scores.
//!
//! An answer is worth what is right in it over the larger of what was entered and what is right, so that a line too many costs as
//! much as a line too few:
//!
//! - a line with its code, modifiers and units scores whole; the right code with other modifiers or units scores half; a wrong
//!   code scores nothing;
//! - the order of lines and of modifiers is free, and so are modifiers that may apply ([`Stance::MayApply`]) and are not on the
//!   right line, but for those by which the case says people go wrong;
//! - where the case ends at a signpost or is undetermined, only that verdict scores: a guessed code scores nothing. A signpost
//!   named must be the right one; "outside the family" without a name is right;
//! - where the case has a code and nothing is billed, entering no line is the right answer;
//! - a coverage verdict, where the case asks for one and the learner gave one, counts as one more line.
//!
//! Everything wrong is told with the [`Axis`] on which it went wrong.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use super::axis;
use crate::claim::{CaseResult, Line, Reached, StatusWord, modifiers, reached};
use crate::entry::lines::read_lines;
use crate::pack::model::{Axis, Case, Distractor, ModifierUse, Stance, Verdict};
use crate::tree::Book;

use super::Worked;

/// What a learner entered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entered {
    /// What it comes to.
    pub verdict: Verdicted,
    /// What the payer does, where the learner said so.
    pub coverage: Option<Verdict>,
}

/// What a learner says that a case comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdicted {
    /// These claim lines; none: nothing is billed.
    Lines(Vec<Line>),
    /// Outside the family, perhaps with the id of the signpost.
    Signpost(Option<String>),
    /// The note leaves it open.
    Undetermined,
}

impl Default for Verdicted {
    fn default() -> Self {
        Self::Lines(Vec::new())
    }
}

impl Verdicted {
    /// What a learner enters who takes the result of the questions for the answer.
    #[must_use]
    pub fn of(result: &CaseResult) -> Self {
        match result.status {
            StatusWord::Code => Self::Lines(result.lines.clone()),
            StatusWord::Signpost => Self::Signpost(result.signpost.as_ref().map(|one| one.id.clone())),
            StatusWord::Undetermined => Self::Undetermined,
        }
    }
}

/// In short, as it could be typed.
impl fmt::Display for Verdicted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Lines(lines) if lines.is_empty() => "nothing".to_owned(),
            Self::Lines(lines) => lines.iter().map(super::short_line).collect::<Vec<_>>().join(", "),
            Self::Signpost(id) => id.clone().unwrap_or_else(|| "outside".to_owned()),
            Self::Undetermined => "undetermined".to_owned(),
        })
    }
}

/// Something wrong, and on which axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// On what it went wrong.
    pub axis: Axis,
    /// The line entered, in short; none where one is missing.
    pub entered: Option<String>,
    /// The right line, in short; none where nothing stands in its place.
    pub key: Option<String>,
}

/// What an answer scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Score {
    /// Half points scored.
    pub halves: usize,
    /// Half points that there were.
    pub of: usize,
    /// What is wrong, in the order of the key.
    pub mistakes: Vec<Mistake>,
}

impl Score {
    /// Whether everything is right.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.halves == self.of
    }

    /// In percent, rounded down: only what is whole is 100.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.halves * 100).checked_div(self.of).unwrap_or(100)
    }
}

/// Scores an answer against a case put through the engine.
#[must_use]
pub fn score(book: &Book, case: &Case, key: &Worked, entered: &Entered) -> Score {
    let desk = Desk::new(book, case, key);
    let mut score = match (key.result.status, &entered.verdict) {
        (StatusWord::Code, Verdicted::Lines(lines)) => desk.lines(lines),
        (StatusWord::Code, other) => desk.no_code(other),
        (StatusWord::Signpost, Verdicted::Signpost(id)) => {
            let right = key.result.signpost.as_ref().map(|one| &one.id);
            desk.verdict(id.is_none() || id.as_ref() == right, &entered.verdict)
        }
        (StatusWord::Undetermined, verdict) => desk.verdict(*verdict == Verdicted::Undetermined, verdict),
        (StatusWord::Signpost, verdict) => desk.verdict(false, verdict),
    };
    if let Some((wanted, said)) = case.result.coverage.zip(entered.coverage) {
        score.of += WHOLE;
        if wanted == said {
            score.halves += WHOLE;
        } else {
            score.mistakes.push(Mistake {
                axis: Axis::Coverage,
                entered: Some(said.to_string()),
                key: Some(wanted.to_string()),
            });
        }
    }
    score
}

/// Half points of a line.
const WHOLE: usize = 2;

struct Desk<'a> {
    book: &'a Book,
    case: &'a Case,
    key: &'a Worked,
    reached: Vec<Reached>,
}

impl<'a> Desk<'a> {
    fn new(book: &'a Book, case: &'a Case, key: &'a Worked) -> Self {
        let reached = reached(book, &key.gathered.procedures);
        Self {
            book,
            case,
            key,
            reached,
        }
    }

    /// A verdict that is no code, right or not.
    fn verdict(&self, right: bool, entered: &Verdicted) -> Score {
        let lines = match entered {
            Verdicted::Lines(lines) => lines.len(),
            _ => 1,
        };
        let mistake = || Mistake {
            axis: self.case.fork.axis,
            entered: Some(entered.to_string()),
            key: None,
        };
        Score {
            halves: if right { WHOLE } else { 0 },
            of: WHOLE * if right { 1 } else { lines.max(1) },
            mistakes: if right { Vec::new() } else { vec![mistake()] },
        }
    }

    /// No code where there is one.
    fn no_code(&self, entered: &Verdicted) -> Score {
        let lines = &self.key.result.lines;
        let axis = if *entered == Verdicted::Undetermined {
            self.case.fork.axis
        } else {
            Axis::Signpost
        };
        Score {
            halves: 0,
            of: WHOLE * lines.len().max(1),
            mistakes: vec![Mistake {
                axis,
                entered: Some(entered.to_string()),
                key: lines.first().map(super::short_line),
            }],
        }
    }

    fn lines(&self, entered: &[Line]) -> Score {
        let key = &self.key.result.lines;
        let mut score = Score {
            halves: 0,
            of: WHOLE * key.len().max(entered.len()),
            mistakes: Vec::new(),
        };
        if score.of == 0 {
            // Nothing is billed, and nothing was entered.
            return Score {
                halves: WHOLE,
                of: WHOLE,
                ..score
            };
        }
        let mut open: Vec<&Line> = entered.iter().collect();
        let mut left: Vec<&Line> = Vec::new();
        for line in key {
            match open
                .iter()
                .position(|one| self.wrong(line, one).is_none() && one.code == line.code)
            {
                Some(at) => {
                    open.remove(at);
                    score.halves += WHOLE;
                }
                None => left.push(line),
            }
        }
        left.retain(|line| {
            let Some(at) = open.iter().position(|one| one.code == line.code) else {
                return true;
            };
            let one = open.remove(at);
            score.halves += WHOLE / 2;
            score.mistakes.push(Mistake {
                axis: self.wrong(line, one).unwrap_or(Axis::Modifier),
                entered: Some(super::short_line(one)),
                key: Some(super::short_line(line)),
            });
            false
        });
        self.unmatched(&left, &open, &mut score);
        score
    }

    /// Lines with wrong codes, lines missing, and lines too many.
    fn unmatched(&self, left: &[&Line], open: &[&Line], score: &mut Score) {
        for at in 0..left.len().max(open.len()) {
            let (line, one) = (left.get(at), open.get(at));
            let axis = one.map_or(Axis::Level, |one| self.axis_of(one, line.is_some()));
            score.mistakes.push(Mistake {
                axis: if line.is_some() && one.is_none() {
                    self.missing(line)
                } else {
                    axis
                },
                entered: one.map(|one| super::short_line(one)),
                key: line.map(|line| super::short_line(line)),
            });
        }
    }

    /// On what a reader goes wrong who leaves a line out.
    fn missing(&self, line: Option<&&Line>) -> Axis {
        let add_on = line.is_some_and(|line| {
            self.book
                .family
                .iter()
                .any(|one| one.code == line.code && one.parent.is_some())
        });
        if add_on { Axis::Level } else { self.case.fork.axis }
    }

    /// On what a reader goes wrong who enters a code that is not right: as the case says, else where the answers part.
    fn axis_of(&self, line: &Line, replaces: bool) -> Axis {
        if let Some(distractor) = self.distractor(line, replaces) {
            return distractor.axis;
        }
        let kin = |one: &crate::pack::model::Member| {
            let billed = |code: &str| self.key.result.lines.iter().any(|line| line.code == code);
            let parent = one.parent.as_deref();
            (one.code == line.code && parent.is_some_and(billed))
                || (parent == Some(line.code.as_str()) && billed(&one.code))
        };
        if self.key.result.lines.iter().any(|right| right.code == line.code) {
            return Axis::Unit;
        }
        if self.book.family.iter().any(kin) {
            return Axis::Level;
        }
        let struck = self
            .reached
            .iter()
            .find_map(|one| axis::struck(self.book, &line.code, &one.answers));
        struck.unwrap_or(self.case.fork.axis)
    }

    /// The wrong result of the case that a line is: entered in place of a right one it is that line alone, entered beside the right
    /// ones it is one of several.
    fn distractor(&self, line: &Line, replaces: bool) -> Option<&Distractor> {
        let short = super::short_line(line);
        let fits = |one: &&Distractor| one.code.as_ref() == Some(&line.code) || one.lines.contains(&short);
        let mut fitting: Vec<&Distractor> = self.case.distractors.iter().filter(fits).collect();
        fitting.sort_by_key(|one| (one.lines.len() > 1) == replaces);
        fitting.first().copied()
    }

    /// What is wrong with a line of the right code: nothing, or the axis.
    fn wrong(&self, right: &Line, one: &Line) -> Option<Axis> {
        if right.units != one.units {
            return Some(Axis::Unit);
        }
        let wanted: BTreeSet<&str> = right.modifiers.iter().map(String::as_str).collect();
        let entered: BTreeSet<&str> = one.modifiers.iter().map(String::as_str).collect();
        let free = self.free(&right.code);
        let wrong: Vec<&str> = wanted
            .symmetric_difference(&entered)
            .filter(|one| wanted.contains(*one) || !free.contains(**one))
            .copied()
            .collect();
        let first = wrong.first()?;
        let sides = [ModifierUse::BothSides, ModifierUse::Left, ModifierUse::Right];
        let groups = self
            .book
            .pack()
            .scrub
            .modifier_groups
            .iter()
            .filter(|group| sides.contains(&group.does));
        let of_sides = groups.flat_map(|group| &group.modifiers).any(|one| one == first);
        Some(if of_sides { Axis::Side } else { Axis::Modifier })
    }

    /// The modifiers that may stand on a line of a code and need not.
    fn free(&self, code: &str) -> BTreeSet<String> {
        let context = &self.key.gathered.context;
        let all = self
            .reached
            .iter()
            .flat_map(|one| modifiers(self.book, code, &one.facts, context));
        let wrong = self.named_wrong(code);
        all.filter(|one| one.stance == Stance::MayApply && !wrong.contains(&one.modifier))
            .map(|one| one.modifier)
            .collect()
    }

    /// The modifiers on the wrong lines of a code that the case names.
    fn named_wrong(&self, code: &str) -> BTreeSet<String> {
        let written = self.case.distractors.iter().flat_map(|one| &one.lines);
        let lines = written
            .filter_map(|text| read_lines(text).ok())
            .flat_map(|read| read.lines);
        lines
            .filter(|line| line.code == code)
            .flat_map(|line| line.modifiers)
            .collect()
    }
}
