//! The tree as the coder is led through it: assumed answers taken, details left at their defaults, equal branches together.

use std::collections::HashMap;

use super::answers::Answers;
use super::compile::Tree;
use super::facts::{AnswerSet, QuestionId};
use super::rows::OutcomeId;

/// A node of the map.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// A question and its branches: the answers that share a branch, and where it leads.
    Ask(QuestionId, Vec<(AnswerSet, usize)>),
    /// Settled; of all outcomes that end there the first of the pack. None where nothing settles it.
    End(Option<OutcomeId>),
}

/// The map: places by number, equal ones kept once.
#[derive(Debug, Clone)]
pub struct Map {
    places: Vec<Place>,
    root: usize,
}

impl Map {
    /// Draws the map by asking, answer by answer, what the engine would ask next.
    #[must_use]
    pub fn new(tree: &Tree) -> Self {
        let mut drawing = Drawing {
            tree,
            places: Vec::new(),
            known: HashMap::new(),
            left: HashMap::new(),
        };
        let root = drawing.draw(&Answers::default());
        Self {
            places: drawing.places,
            root,
        }
    }

    /// The first question.
    #[must_use]
    pub const fn root(&self) -> usize {
        self.root
    }

    /// A place.
    #[must_use]
    pub fn place(&self, index: usize) -> Option<&Place> {
        self.places.get(index)
    }

    /// All places, equal ones once.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Questions on the longest way.
    #[must_use]
    pub fn longest_path(&self) -> usize {
        self.longest(self.root)
    }

    fn longest(&self, at: usize) -> usize {
        match self.place(at) {
            Some(Place::Ask(_, branches)) => {
                1 + branches.iter().map(|(_, next)| self.longest(*next)).max().unwrap_or(0)
            }
            _ => 0,
        }
    }
}

struct Drawing<'a> {
    tree: &'a Tree,
    places: Vec<Place>,
    known: HashMap<Place, usize>,
    /// Places by what is left: the rows still possible and the next question.
    left: HashMap<(QuestionId, Vec<usize>, Vec<AnswerSet>), usize>,
}

impl Drawing<'_> {
    fn draw(&mut self, answers: &Answers) -> usize {
        let Some(question) = self.tree.next_question(answers) else {
            let end = self
                .tree
                .settles(&self.tree.facts(answers))
                .map(|outcome| self.tree.first_alike(outcome));
            return self.place(Place::End(end));
        };
        let key = self.key(question, answers);
        if let Some(place) = self.left.get(&key) {
            return *place;
        }
        let mut branches: Vec<(AnswerSet, usize)> = Vec::new();
        for answer in self.tree.answers_of(question).iter() {
            let Ok(given) = self.tree.one(question, answer) else {
                continue;
            };
            let next = self.draw(&answers.with(question, given));
            match branches.iter_mut().find(|(_, place)| *place == next) {
                Some((set, _)) => *set = set.or(AnswerSet::one(answer)),
                None => branches.push((AnswerSet::one(answer), next)),
            }
        }
        let place = self.place(Place::Ask(question, branches));
        self.left.insert(key, place);
        place
    }

    /// Two states with the same rows possible and the same answers still open have the same branches below.
    fn key(&self, question: QuestionId, answers: &Answers) -> (QuestionId, Vec<usize>, Vec<AnswerSet>) {
        let facts = self.tree.facts(answers);
        let rows = self.tree.rows().iter().enumerate();
        let count = self.tree.question_count();
        let live = rows
            .filter(|(_, row)| row.sets.meets(&facts, count))
            .map(|(index, _)| index)
            .collect();
        (
            question,
            live,
            self.tree
                .question_ids()
                .skip(question.index())
                .map(|q| facts.of(q))
                .collect(),
        )
    }

    fn place(&mut self, place: Place) -> usize {
        if let Some(index) = self.known.get(&place) {
            return *index;
        }
        let index = self.places.len();
        self.known.insert(place.clone(), index);
        self.places.push(place);
        index
    }
}
