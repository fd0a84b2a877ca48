//! What must hold of the table of outcomes: complete, unique, and nothing in it that cannot be reached.

use super::compile::Tree;
use super::facts::Facts;
use super::rows::OutcomeId;
use super::walk::{Figures, Leaf, Walk};
use crate::pack::model::TreeFile;
use crate::pack::{Findings, Loaded, Path, name};

/// Something wrong with the table as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No outcome fits these answers.
    Gap {
        /// One combination class, in words.
        answers: String,
    },
    /// Two outcomes fit the same answers.
    Overlap {
        /// The outcome that stands first.
        first: OutcomeId,
        /// The other one.
        second: OutcomeId,
        /// One combination class, in words.
        answers: String,
    },
    /// No combination of answers leads to the outcome.
    Unreached(OutcomeId),
}

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Counts over every combination of answers.
    pub figures: Figures,
    /// Questions on the longest way the coder can be led.
    pub longest_path: usize,
    /// Everything wrong; each pair of outcomes and each kind of gap is told once.
    pub faults: Vec<Fault>,
}

/// Walks every combination of answers.
#[must_use]
pub fn check(tree: &Tree, file: &TreeFile) -> Report {
    let walk = Walk::new(tree);
    let figures = walk.figures(tree);
    let mut faults = Vec::new();
    walk.boxes(tree, &mut |leaf, facts| match leaf {
        Leaf::Outcome(_) => {}
        Leaf::Gap => add_gap(&mut faults, in_words(tree, file, facts)),
        Leaf::Overlap(first, second) => add_overlap(&mut faults, first, second, in_words(tree, file, facts)),
    });
    let overlaps = |outcome: &OutcomeId| {
        let names = |fault: &Fault| matches!(fault, Fault::Overlap { first, second, .. } if outcome == first || outcome == second);
        faults.iter().any(names)
    };
    let every = (0..file.outcomes.len())
        .filter_map(|index| u32::try_from(index).ok())
        .map(OutcomeId);
    let lost = every.filter(|outcome| !figures.outcomes.contains(outcome) && !overlaps(outcome));
    let lost: Vec<Fault> = lost.map(Fault::Unreached).collect();
    faults.extend(lost);
    Report {
        longest_path: super::map::Map::new(tree).longest_path(),
        figures,
        faults,
    }
}

/// A handful of gaps is enough to mend the table by.
const GAPS_TOLD: usize = 5;

fn add_gap(faults: &mut Vec<Fault>, answers: String) {
    if faults.iter().filter(|fault| matches!(fault, Fault::Gap { .. })).count() < GAPS_TOLD {
        faults.push(Fault::Gap { answers });
    }
}

fn add_overlap(faults: &mut Vec<Fault>, first: OutcomeId, second: OutcomeId, answers: String) {
    let told =
        |fault: &Fault| matches!(fault, Fault::Overlap { first: a, second: b, .. } if (*a, *b) == (first, second));
    if !faults.iter().any(told) {
        faults.push(Fault::Overlap { first, second, answers });
    }
}

/// `region=lumbar,sacral approach=caudal`: the questions that are not left wide open.
#[must_use]
pub fn in_words(tree: &Tree, file: &TreeFile, facts: &Facts) -> String {
    let mut words = Vec::new();
    for (id, question) in tree.question_ids().zip(&file.questions) {
        let set = facts.of(id);
        if set != tree.answers_of(id) {
            let names: Vec<&str> = set
                .iter()
                .filter_map(|i| question.answers.get(i))
                .map(|a| a.id.as_str())
                .collect();
            words.push(format!("{}={}", question.id, names.join(",")));
        }
    }
    words.join(" ")
}

/// Everything wrong with the table of a pack that passed every other check, with its place.
#[must_use]
pub fn findings(loaded: &Loaded) -> Findings {
    let mut findings = loaded.findings();
    let file = &loaded.pack.tree;
    match Tree::compile(file) {
        Ok(tree) => {
            for fault in check(&tree, file).faults {
                add(&mut findings, file, fault);
            }
        }
        Err(error) => {
            findings.add(
                "tree-compile",
                name::TREE,
                &Path::top(),
                error.to_string(),
                "Mend what the message names.",
            );
        }
    }
    findings
}

fn add(findings: &mut Findings, file: &TreeFile, fault: Fault) {
    let id = |outcome: OutcomeId| {
        file.outcomes
            .get(outcome.index())
            .map_or("", |outcome| outcome.id.as_str())
    };
    let place = |outcome: OutcomeId| Path::top().key("outcomes").at(outcome.index()).key("when");
    match fault {
        Fault::Gap { answers } => {
            let message = format!("no outcome fits these answers: {answers}");
            let help = "Add an outcome for them, or widen the `when` of the one that should take them.";
            findings.add("tree-gap", name::TREE, &Path::top().key("outcomes"), message, help);
        }
        Fault::Overlap { first, second, answers } => {
            let message = format!("outcomes `{}` and `{}` both fit: {answers}", id(first), id(second));
            let help = "Narrow the `when` of one of them, or take the answers out with `unless`.";
            let found = findings.add("tree-overlap", name::TREE, &place(second), message, help);
            found.see(name::TREE, &place(first), "the other outcome is here");
        }
        Fault::Unreached(outcome) => {
            let message = format!("no combination of answers leads to outcome `{}`", id(outcome));
            let help = "Its `unless` takes everything away that its `when` gives; remove it or mend its conditions.";
            findings.add("tree-unreached", name::TREE, &place(outcome), message, help);
        }
    }
}
