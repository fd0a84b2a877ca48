//! The tree once more, for speed alone: at each step the question that tells most comes first, whatever its place in the
//! pack, and all steps lie in one list of numbers. It ends where the unfolded tree ends.

use std::collections::HashMap;

use super::super::compile::Tree;
use super::super::facts::{Facts, MAX_QUESTIONS, QuestionId};
use super::super::rows::Row;
use super::{Leaf, leaf};

/// A question in the low bits and above them where its answers begin in the list; or [`END`] and the number of a leaf.
type Step = u32;

/// Marks the end.
const END: Step = 1 << 31;
/// The bits that hold the question.
const QUESTION_BITS: u32 = MAX_QUESTIONS.ilog2();

/// The steps to every leaf.
#[derive(Debug, Clone, Default)]
pub(super) struct Quick {
    start: Step,
    steps: Vec<Step>,
    leaves: Vec<Leaf>,
}

impl Quick {
    /// Plans the steps.
    pub(super) fn new(tree: &Tree) -> Self {
        let mut planning = Planning {
            tree,
            quick: Self::default(),
            seen: HashMap::new(),
            ends: HashMap::new(),
        };
        let rows: Vec<Numbered<'_>> = tree.rows().iter().enumerate().collect();
        let open: Vec<QuestionId> = tree.question_ids().collect();
        let start = planning.plan(&open, &rows);
        Self {
            start,
            ..planning.quick
        }
    }

    /// The leaf under `facts`. None if a set is empty, or the list has grown past 67 million steps.
    pub(super) fn decide(&self, facts: &Facts) -> Option<Leaf> {
        let mut at = self.start;
        while at & END == 0 {
            #[expect(clippy::cast_possible_truncation, reason = "the mask leaves five bits")]
            let question = QuestionId(at as u8 & (MAX_QUESTIONS - 1) as u8);
            let answers = (at >> QUESTION_BITS) as usize;
            at = *self.steps.get(answers + facts.of(question).lowest())?;
        }
        self.leaves.get((at & !END) as usize).copied()
    }

    /// The step to a new leaf.
    fn end(&mut self, leaf: Leaf) -> Step {
        let step = Step::try_from(self.leaves.len()).map_or(Step::MAX, |number| END | number);
        self.leaves.push(leaf);
        step
    }

    /// The step to a new question with these ways on.
    fn question(&mut self, question: QuestionId, ways: &[Step]) -> Step {
        let place = self.steps.len() << QUESTION_BITS | question.index();
        self.steps.extend_from_slice(ways);
        Step::try_from(place)
            .ok()
            .filter(|step| step & END == 0)
            .unwrap_or(Step::MAX)
    }
}

/// A row and its place.
type Numbered<'a> = (usize, &'a Row);

/// Questions still open and rows still possible: all that decides how it goes on.
type Left = (Vec<QuestionId>, Vec<usize>);

struct Planning<'a> {
    tree: &'a Tree,
    quick: Quick,
    seen: HashMap<Left, Step>,
    ends: HashMap<Leaf, Step>,
}

impl<'a> Planning<'a> {
    fn plan(&mut self, open: &[QuestionId], rows: &[Numbered<'a>]) -> Step {
        let Some(question) = self.telling(open, rows) else {
            let leaf = leaf(rows.iter().map(|(_, row)| row.outcome));
            return *self.ends.entry(leaf).or_insert_with(|| self.quick.end(leaf));
        };
        let left = (open.to_vec(), rows.iter().map(|(number, _)| *number).collect());
        if let Some(step) = self.seen.get(&left) {
            return *step;
        }
        let open: Vec<QuestionId> = open.iter().copied().filter(|id| *id != question).collect();
        let mut ways = Vec::new();
        for answer in self.tree.answers_of(question).iter() {
            let fits = |(_, row): &Numbered<'_>| row.sets.of(question).contains(answer);
            let kept: Vec<Numbered<'_>> = rows.iter().copied().filter(fits).collect();
            ways.push(self.plan(&open, &kept));
        }
        let step = self.quick.question(question, &ways);
        self.seen.insert(left, step);
        step
    }

    /// Of the questions that some row restricts, the one after which the outcome is least in doubt; none at the end.
    fn telling(&self, open: &[QuestionId], rows: &[Numbered<'_>]) -> Option<QuestionId> {
        let restricted = |id: &QuestionId| {
            let all = self.tree.answers_of(*id);
            rows.iter().any(|(_, row)| row.sets.of(*id) != all)
        };
        let open: Vec<QuestionId> = open.iter().copied().filter(restricted).collect();
        if alike(rows) && self.covers(&open, rows) {
            return None;
        }
        let share = |(_, row): &Numbered<'_>| open.iter().map(|id| self.share(*id, row)).product();
        let shares: Vec<f64> = rows.iter().map(share).collect();
        let scored = open.iter().map(|id| (self.sureness(*id, rows, &shares), *id));
        scored.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, id)| id)
    }

    /// Whether the rows, which do not overlap, leave no combination of answers out.
    fn covers(&self, open: &[QuestionId], rows: &[Numbered<'_>]) -> bool {
        let size = |facts: &Facts| open.iter().map(|id| facts.of(*id).len() as u128).product::<u128>();
        let held: u128 = rows.iter().map(|(_, row)| size(&row.sets)).sum();
        held == size(&self.tree.everything())
    }

    /// The share of all answers to a question that a row allows.
    #[expect(clippy::cast_precision_loss, reason = "at most 32 answers")]
    fn share(&self, id: QuestionId, row: &Row) -> f64 {
        row.sets.of(id).len() as f64 / self.tree.answers_of(id).len() as f64
    }

    /// How likely two combinations with the same answer to `id` lead to the same outcome, but for a factor that is the same
    /// for every question. `shares` tells how much of all combinations each row holds.
    fn sureness(&self, id: QuestionId, rows: &[Numbered<'_>], shares: &[f64]) -> f64 {
        let answers = self.tree.answers_of(id);
        let sure = |answer: usize| {
            let fits = |((_, row), _): &(&Numbered<'_>, &f64)| row.sets.of(id).contains(answer);
            let (mut sure, mut outcome, mut part) = (0.0, None, 0.0);
            for ((_, row), share) in rows.iter().zip(shares).filter(fits) {
                if outcome != Some(row.outcome) {
                    sure += part * part;
                    (outcome, part) = (Some(row.outcome), 0.0);
                }
                part += share / self.share(id, row);
            }
            sure + part * part
        };
        #[expect(clippy::cast_precision_loss, reason = "at most 32 answers")]
        let count = answers.len() as f64;
        answers.iter().map(sure).sum::<f64>() / count
    }
}

/// Whether there are rows, and all of one outcome.
fn alike(rows: &[Numbered<'_>]) -> bool {
    rows.first()
        .is_some_and(|(_, first)| rows.iter().all(|(_, row)| row.outcome == first.outcome))
}

#[cfg(test)]
mod tests {
    use super::super::{Node, Walk};
    use super::*;
    use crate::pack::model::TreeFile;
    use crate::tree::facts::AnswerSet;

    fn file() -> TreeFile {
        serde_yaml::from_str(include_str!("../../../data/tree.yaml")).unwrap()
    }

    /// The leaf as the unfolded tree has it, asking in the order of the pack.
    fn slowly(walk: &Walk, facts: &Facts) -> Leaf {
        let mut at = walk.root();
        loop {
            match walk.node(at).unwrap() {
                Node::Leaf(leaf) => return *leaf,
                Node::Question { question, edges } => at = edges[facts.of(*question).single().unwrap()],
            }
        }
    }

    /// One combination of single answers for each number, scattered over all of them.
    fn combination(tree: &Tree, number: u64) -> Facts {
        let mut rest = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        tree.question_ids().fold(tree.everything(), |facts, id| {
            let count = tree.answers_of(id).len() as u64;
            let answer = usize::try_from((rest >> 32) % count).unwrap();
            rest = rest.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            facts.with(id, AnswerSet::one(answer))
        })
    }

    fn agrees(file: &TreeFile) -> Vec<Leaf> {
        let tree = Tree::compile(file).unwrap();
        let walk = Walk::new(&tree);
        let check = |number| {
            let facts = combination(&tree, number);
            let leaf = slowly(&walk, &facts);
            assert_eq!(walk.decide(&facts), Some(leaf), "{facts:?}");
            leaf
        };
        (0..50_000).map(check).collect()
    }

    #[test]
    fn ends_where_the_unfolded_tree_ends() {
        assert!(agrees(&file()).iter().all(|leaf| matches!(leaf, Leaf::Outcome(_))));
    }

    #[test]
    fn finds_the_gaps_and_overlaps_of_a_broken_pack() {
        let mut file = file();
        file.outcomes.retain(|outcome| outcome.id != "target-disc");
        let again = file.outcomes[30].clone();
        file.outcomes.push(again);
        let leaves = agrees(&file);
        assert!(leaves.contains(&Leaf::Gap));
        assert!(leaves.iter().any(|leaf| matches!(leaf, Leaf::Overlap(..))));
    }
}
