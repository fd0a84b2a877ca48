//! The whole logic as one table: boxes of answers that do not overlap, outcome by outcome in the order of the pack. Together
//! they hold every combination of answers exactly once.

use super::compile::Tree;
use super::facts::Facts;
use super::rows::OutcomeId;

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Where it leads.
    pub outcome: OutcomeId,
    /// Its answers.
    pub facts: Facts,
    /// How many combinations of single answers it holds.
    pub combinations: u128,
}

/// The table.
#[must_use]
pub fn table(tree: &Tree) -> Vec<TableRow> {
    let row = |row: &super::Row| TableRow {
        outcome: row.outcome,
        facts: row.sets,
        combinations: row.sets.combinations(tree.question_count()),
    };
    tree.rows().iter().map(row).collect()
}
