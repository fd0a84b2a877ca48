//! A demonstration: a case in steps, forward and back. Nothing of the answer is told before its step.

use crate::pack::model::Case;

/// A step of a demonstration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoStep {
    /// The note alone.
    Note,
    /// The words of that number, and what they say.
    Words(usize),
    /// What the note leaves open.
    Silent,
    /// The class is asked.
    Ask,
    /// Code and lines.
    Answer,
    /// The wrong result of that number, and why it is wrong.
    Wrong(usize),
    /// What it teaches, by which rules.
    Teaches,
}

/// The steps of a case, in order.
#[must_use]
pub fn script(case: &Case) -> Vec<DemoStep> {
    let words = (0..case.decides.len()).map(DemoStep::Words);
    let silent = (!case.silent.is_empty()).then_some(DemoStep::Silent);
    let wrong = (0..case.distractors.len()).map(DemoStep::Wrong);
    std::iter::once(DemoStep::Note)
        .chain(words)
        .chain(silent)
        .chain([DemoStep::Ask, DemoStep::Answer])
        .chain(wrong)
        .chain([DemoStep::Teaches])
        .collect()
}

/// A demonstration under way: which case, which step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demo<'a> {
    cases: Vec<&'a Case>,
    case: usize,
    step: usize,
}

impl<'a> Demo<'a> {
    /// The first step of the first case; none without a case.
    #[must_use]
    pub fn new(cases: Vec<&'a Case>) -> Option<Self> {
        (!cases.is_empty()).then_some(Self {
            cases,
            case: 0,
            step: 0,
        })
    }

    /// The case shown.
    #[must_use]
    pub fn case(&self) -> Option<&'a Case> {
        self.cases.get(self.case).copied()
    }

    /// The steps of the case shown.
    #[must_use]
    pub fn script(&self) -> Vec<DemoStep> {
        self.case().map(script).unwrap_or_default()
    }

    /// The step shown.
    #[must_use]
    pub fn step(&self) -> DemoStep {
        self.script().get(self.step).copied().unwrap_or(DemoStep::Note)
    }

    /// The steps up to the one shown.
    #[must_use]
    pub fn told(&self) -> Vec<DemoStep> {
        let mut script = self.script();
        script.truncate(self.step + 1);
        script
    }

    /// Which case of how many, and which step of how many, counted from one.
    #[must_use]
    pub fn place(&self) -> [(usize, usize); 2] {
        [(self.case + 1, self.cases.len()), (self.step + 1, self.script().len())]
    }

    /// A step on; behind the last the next case. Whether there was one.
    pub fn forward(&mut self) -> bool {
        if self.step + 1 < self.script().len() {
            self.step += 1;
            return true;
        }
        self.next_case()
    }

    /// A step back; before the first the last step of the case before. Whether there was one.
    pub fn back(&mut self) -> bool {
        if let Some(step) = self.step.checked_sub(1) {
            self.step = step;
            return true;
        }
        let Some(case) = self.case.checked_sub(1) else {
            return false;
        };
        self.case = case;
        self.step = self.script().len().saturating_sub(1);
        true
    }

    /// The first step of the next case. Whether there is one.
    pub fn next_case(&mut self) -> bool {
        let more = self.case + 1 < self.cases.len();
        if more {
            self.case += 1;
            self.step = 0;
        }
        more
    }

    /// The first step of the case before. Whether there is one.
    pub fn previous_case(&mut self) -> bool {
        let Some(case) = self.case.checked_sub(1) else {
            return false;
        };
        (self.case, self.step) = (case, 0);
        true
    }

    /// The first step of the case of that name. Whether there is one.
    pub fn go_to(&mut self, id: &str) -> bool {
        let Some(case) = self.cases.iter().position(|case| case.id == id) else {
            return false;
        };
        (self.case, self.step) = (case, 0);
        true
    }

    /// The ids of the cases.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.cases.iter().map(|case| case.id.as_str())
    }

    /// Straight to the answer.
    pub fn reveal(&mut self) {
        let answer = self.script().iter().position(|step| *step == DemoStep::Answer);
        self.step = answer.unwrap_or(self.step).max(self.step);
    }

    /// Whether the answer may be seen.
    #[must_use]
    pub fn is_revealed(&self) -> bool {
        self.told().contains(&DemoStep::Answer)
    }
}
