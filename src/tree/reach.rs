//! Which rows each answer leaves, as bits: what is still possible is found in a few machine words.

use super::compile::Tree;
use super::facts::{Facts, MAX_ANSWERS, QuestionId};
use super::rows::Row;

/// Rows in one word.
const WORD: usize = u64::BITS as usize;

/// For each question and answer the rows that allow it.
#[derive(Debug, Clone)]
pub(crate) struct Reach {
    questions: usize,
    /// For each word of rows: those that some answer to every question leaves.
    possible: Vec<u64>,
    /// For each word of rows, question and answer.
    rows: Vec<[u64; MAX_ANSWERS]>,
}

impl Reach {
    pub(crate) fn of(rows: &[Row], everything: &Facts, questions: usize) -> Self {
        let mut reach = Self {
            questions,
            possible: Vec::new(),
            rows: Vec::new(),
        };
        for chunk in rows.chunks(WORD) {
            let bit = |row: &(usize, &Row)| 1 << row.0;
            let fits = |row: &(usize, &Row)| row.1.sets.meets(everything, questions);
            reach
                .possible
                .push(chunk.iter().enumerate().filter(fits).map(|row| bit(&row)).sum());
            for question in ids(questions) {
                let mut by_answer = [0; MAX_ANSWERS];
                for (place, word) in by_answer.iter_mut().enumerate() {
                    let allows = |row: &(usize, &Row)| row.1.sets.of(question).contains(place);
                    *word = chunk.iter().enumerate().filter(allows).map(|row| bit(&row)).sum();
                }
                reach.rows.push(by_answer);
            }
        }
        reach
    }

    /// The rows that leave an answer in common with `facts` to every question, a word at a time.
    fn words<'t, 'f>(&'t self, facts: &'f Facts, everything: &'t Facts) -> impl Iterator<Item = u64> + use<'t, 'f> {
        let chunks = self.rows.chunks(self.questions.max(1));
        self.possible.iter().zip(chunks).map(move |(possible, chunk)| {
            let mut left = *possible;
            for (question, by_answer) in ids(self.questions).zip(chunk) {
                let answers = facts.of(question);
                if answers != everything.of(question) {
                    left &= answers.pick(by_answer);
                }
            }
            left
        })
    }
}

fn ids(questions: usize) -> impl Iterator<Item = QuestionId> {
    (0..questions)
        .filter_map(|index| u8::try_from(index).ok())
        .map(QuestionId)
}

impl Tree {
    /// The rows that are still possible, in the order of the pack.
    pub(crate) fn still_possible<'t, 'f>(&'t self, facts: &'f Facts) -> impl Iterator<Item = &'t Row> + use<'t, 'f> {
        let words = self.reach.words(facts, &self.everything);
        words
            .zip(self.rows.chunks(WORD))
            .flat_map(|(word, rows)| Bits(word).filter_map(|place| rows.get(place)))
    }
}

/// The places of the bits set.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let place = self.0.trailing_zeros() as usize;
        self.0 &= self.0.wrapping_sub(1);
        (place < WORD).then_some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::model::TreeFile;
    use crate::tree::facts::AnswerSet;

    /// As the rows themselves say it.
    #[test]
    fn what_is_possible_is_what_meets_the_facts() {
        let file: TreeFile = serde_yaml::from_str(include_str!("../../data/tree.yaml")).unwrap();
        let tree = Tree::compile(&file).unwrap();
        let count = tree.question_count();
        let (mut rest, mut met) = (1_u64, 0);
        for _ in 0..20_000 {
            let mut facts = tree.everything();
            for question in tree.question_ids() {
                rest = rest
                    .wrapping_mul(0x5851_f42d_4c95_7f2d)
                    .wrapping_add(0x9e37_79b9_7f4a_7c15);
                let (kind, sides) = ((rest >> 60) % 4, tree.answers_of(question).len());
                let one = |shift: u32| AnswerSet::one(usize::try_from(rest >> shift).unwrap() % sides);
                facts = match kind {
                    0 => facts.with(question, one(20)),
                    1 => facts.with(question, one(20).or(one(40))),
                    _ => facts,
                };
            }
            let slowly: Vec<&Row> = tree.rows().iter().filter(|row| row.sets.meets(&facts, count)).collect();
            met += slowly.len();
            assert_eq!(tree.still_possible(&facts).collect::<Vec<_>>(), slowly);
        }
        assert!(met > 20_000, "{met}");
    }
}
