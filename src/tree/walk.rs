//! The whole tree, unfolded: a question a node, an edge for every answer, an outcome at every leaf. Equal parts are kept
//! once. Walking it visits every combination of answers, which proves that exactly one outcome fits each.

mod quick;

use std::collections::HashMap;

use quick::Quick;

use super::compile::Tree;
use super::facts::{AnswerSet, Facts, QuestionId};
use super::rows::{OutcomeId, Row};

/// What a combination of answers comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leaf {
    /// Exactly one outcome fits.
    Outcome(OutcomeId),
    /// None fits: a hole in the pack.
    Gap,
    /// These two fit at once.
    Overlap(OutcomeId, OutcomeId),
}

/// A node of the unfolded tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A question, with the node each answer leads to.
    Question {
        /// The question.
        question: QuestionId,
        /// Node by answer.
        edges: Vec<u32>,
    },
    /// The end.
    Leaf(Leaf),
}

/// The unfolded tree; it starts at [`Walk::root`].
#[derive(Debug, Clone)]
pub struct Walk {
    nodes: Vec<Node>,
    root: u32,
    quick: Quick,
}

/// What walking every combination found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Combinations of answers.
    pub combinations: u128,
    /// Combinations that no outcome fits.
    pub gaps: u128,
    /// Combinations that several outcomes fit.
    pub overlaps: u128,
    /// Outcomes reached.
    pub outcomes: Vec<OutcomeId>,
    /// Nodes of the unfolded tree.
    pub nodes: usize,
}

impl Walk {
    /// Unfolds the tree over every combination of answers; nothing is assumed.
    #[must_use]
    pub fn new(tree: &Tree) -> Self {
        let mut builder = Builder {
            tree,
            nodes: Vec::new(),
            seen: HashMap::new(),
            leaves: HashMap::new(),
        };
        let rows: Vec<u32> = (0..u32::try_from(tree.rows().len()).unwrap_or(u32::MAX)).collect();
        let root = builder.build(0, &rows);
        Self {
            nodes: builder.nodes,
            root,
            quick: Quick::new(tree),
        }
    }

    /// Where the walk starts.
    #[must_use]
    pub const fn root(&self) -> u32 {
        self.root
    }

    /// A node.
    #[must_use]
    pub fn node(&self, index: u32) -> Option<&Node> {
        self.nodes.get(index as usize)
    }

    /// The leaf under `facts`, which hold exactly one answer to every question: a few steps, nothing allocated.
    #[must_use]
    pub fn decide(&self, facts: &Facts) -> Option<Leaf> {
        self.quick.decide(facts)
    }

    /// Counts over every combination.
    #[must_use]
    pub fn figures(&self, tree: &Tree) -> Figures {
        let mut figures = Figures {
            nodes: self.nodes.len(),
            ..Figures::default()
        };
        self.boxes(tree, &mut |leaf, facts| {
            let size = facts.combinations(tree.question_count());
            figures.combinations += size;
            match leaf {
                Leaf::Outcome(outcome) => figures.outcomes.push(outcome),
                Leaf::Gap => figures.gaps += size,
                Leaf::Overlap(..) => figures.overlaps += size,
            }
        });
        figures.outcomes.sort_unstable();
        figures.outcomes.dedup();
        figures
    }

    /// Every leaf with the box of answers that leads to it; together the boxes hold every combination once.
    pub fn boxes(&self, tree: &Tree, visit: &mut impl FnMut(Leaf, &Facts)) {
        self.visit(self.root, tree.everything(), visit);
    }

    fn visit(&self, at: u32, facts: Facts, visit: &mut impl FnMut(Leaf, &Facts)) {
        match self.node(at) {
            None => {}
            Some(Node::Leaf(leaf)) => visit(*leaf, &facts),
            Some(Node::Question { question, edges }) => {
                for (set, next) in grouped(edges) {
                    self.visit(next, facts.with(*question, set), visit);
                }
            }
        }
    }
}

/// Answers that lead to the same node, together, in the order of their first answer.
pub(crate) fn grouped(edges: &[u32]) -> Vec<(AnswerSet, u32)> {
    let mut groups: Vec<(AnswerSet, u32)> = Vec::new();
    for (answer, next) in edges.iter().enumerate() {
        match groups.iter_mut().find(|(_, node)| node == next) {
            Some((set, _)) => *set = set.or(AnswerSet::one(answer)),
            None => groups.push((AnswerSet::one(answer), *next)),
        }
    }
    groups
}

struct Builder<'a> {
    tree: &'a Tree,
    nodes: Vec<Node>,
    seen: HashMap<(usize, Vec<u32>), u32>,
    leaves: HashMap<Leaf, u32>,
}

impl Builder<'_> {
    fn row(&self, index: u32) -> Option<&Row> {
        self.tree.rows().get(index as usize)
    }

    fn build(&mut self, depth: usize, rows: &[u32]) -> u32 {
        let Some(question) = self.deciding(depth, rows) else {
            return self.leaf(rows);
        };
        let key = (question.index(), rows.to_vec());
        if let Some(node) = self.seen.get(&key) {
            return *node;
        }
        let mut edges = Vec::new();
        let mut parts: Vec<(Vec<u32>, u32)> = Vec::new();
        for answer in self.tree.answers_of(question).iter() {
            let kept = self.keep(rows, question, answer);
            let alike = parts.iter().find(|(part, _)| *part == kept).map(|(_, node)| *node);
            let next = alike.unwrap_or_else(|| {
                let node = self.build(question.index() + 1, &kept);
                parts.push((kept, node));
                node
            });
            edges.push(next);
        }
        let node = self.push(Node::Question { question, edges });
        self.seen.insert(key, node);
        node
    }

    /// The first question from `depth` on that some row restricts, unless the rows already agree on everything.
    fn deciding(&self, depth: usize, rows: &[u32]) -> Option<QuestionId> {
        self.tree.question_ids().skip(depth).find(|question| {
            let all = self.tree.answers_of(*question);
            rows.iter()
                .filter_map(|row| self.row(*row))
                .any(|row| !all.within(row.sets.of(*question)))
        })
    }

    fn keep(&self, rows: &[u32], question: QuestionId, answer: usize) -> Vec<u32> {
        let fits = |row: &u32| self.row(*row).is_some_and(|row| row.sets.of(question).contains(answer));
        rows.iter().copied().filter(fits).collect()
    }

    /// No row restricts any question that is left: what is left is the end.
    fn leaf(&mut self, rows: &[u32]) -> u32 {
        let leaf = leaf(rows.iter().filter_map(|row| self.row(*row)).map(|row| row.outcome));
        if let Some(node) = self.leaves.get(&leaf) {
            return *node;
        }
        let node = self.push(Node::Leaf(leaf));
        self.leaves.insert(leaf, node);
        node
    }

    fn push(&mut self, node: Node) -> u32 {
        self.nodes.push(node);
        u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX)
    }
}

/// What rows come to once no question is left that tells them apart.
fn leaf(mut outcomes: impl Iterator<Item = OutcomeId>) -> Leaf {
    match outcomes.next() {
        None => Leaf::Gap,
        Some(first) => outcomes
            .find(|next| *next != first)
            .map_or(Leaf::Outcome(first), |next| Leaf::Overlap(first, next)),
    }
}
