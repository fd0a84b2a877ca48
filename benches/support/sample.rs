//! Combinations of single answers: a fixed scattered sample, or every one.

use epipath::tree::{AnswerSet, Facts, QuestionId, Tree};

/// Two neighbors of the sample lie about 0.618 of all combinations apart: even cover, no pattern for the processor to learn.
const SCATTER: f64 = 0.618_033_988_749_894_9;

/// Every question with the number of its answers.
pub(crate) struct Space {
    questions: Vec<(QuestionId, usize)>,
    everything: Facts,
}

impl Space {
    pub(crate) fn of(tree: &Tree) -> Self {
        let sizes = tree.question_ids().map(|id| (id, tree.answers_of(id).len()));
        Self {
            questions: sizes.collect(),
            everything: tree.everything(),
        }
    }

    /// How many combinations there are.
    pub(crate) fn size(&self) -> u64 {
        self.questions.iter().map(|(_, size)| *size as u64).product()
    }

    /// The places of the answers of combination `index`.
    fn places(&self, index: u64) -> Vec<usize> {
        let mut rest = index;
        let digit = |(_, size): &(QuestionId, usize)| {
            let size = *size as u64;
            let place = rest % size;
            rest /= size;
            usize::try_from(place).unwrap()
        };
        let mut places: Vec<usize> = self.questions.iter().rev().map(digit).collect();
        places.reverse();
        places
    }

    pub(crate) fn facts(&self, places: &[usize]) -> Facts {
        let each = self.questions.iter().zip(places);
        each.fold(self.everything, |facts, ((id, _), place)| {
            facts.with(*id, AnswerSet::one(*place))
        })
    }

    /// The answers of `count` combinations, the same ones every time.
    pub(crate) fn sample(&self, count: u64) -> Vec<Vec<usize>> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "any step will do"
        )]
        let step = ((self.size() as f64 * SCATTER) as u64) | 1;
        (0..count)
            .map(|index| self.places(index.wrapping_mul(step) % self.size()))
            .collect()
    }

    /// Every combination once, as facts. The last question turns fastest.
    pub(crate) fn each(&self, visit: &mut impl FnMut(&Facts)) {
        let mut facts = self.facts(&vec![0; self.questions.len()]);
        turn(&self.questions, &mut facts, visit);
    }
}

fn turn(questions: &[(QuestionId, usize)], facts: &mut Facts, visit: &mut impl FnMut(&Facts)) {
    let Some(((question, size), rest)) = questions.split_first() else {
        visit(facts);
        return;
    };
    for place in 0..*size {
        *facts = facts.with(*question, AnswerSet::one(place));
        turn(rest, facts, visit);
    }
}
