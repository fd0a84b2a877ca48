//! What the newest fee schedule says of codes side by side.

use super::{Cell, Row, RowGroup};
use crate::pack::model::{Card, FeeEdition, FeeRow, Indicator};
use crate::tree::Book;

/// The indicators that tell codes apart in practice.
const INDICATORS: [Indicator; 3] = [Indicator::Global, Indicator::MultipleProcedures, Indicator::Bilateral];

/// A relative value of a row.
type Value = fn(&FeeRow) -> Option<&String>;

/// Name, heading and value of each.
const VALUES: [(&str, &str, Value); 3] = [
    ("rvu-work", "Work RVU", |row| row.work.as_ref()),
    ("rvu-nonfacility", "Total RVU, office", |row| row.nonfacility.as_ref()),
    ("rvu-facility", "Total RVU, facility", |row| row.facility.as_ref()),
];

/// The newest edition.
pub(super) fn edition(book: &Book) -> Option<&FeeEdition> {
    book.pack().fees.editions.first()
}

/// The rows on the fee schedule; none where the pack has none of its editions.
pub(super) fn rows(book: &Book, cards: &[&Card]) -> Vec<Row> {
    let Some(edition) = edition(book) else {
        return Vec::new();
    };
    let all = &book.pack().fees.rows;
    let of = |card: &&Card| {
        all.iter()
            .find(|row| row.code == card.code && row.edition == edition.id)
    };
    let told: Vec<Option<&FeeRow>> = cards.iter().map(of).collect();
    let indicators = INDICATORS.into_iter().map(|indicator| {
        let cells = told.iter().map(|row| shown(*row, |row| meaning(book, row, indicator)));
        let id: &str = indicator.into();
        Row::new(RowGroup::Fees, id, indicator.title(), cells.collect())
    });
    let values = VALUES.into_iter().map(|(id, title, value)| {
        let cells = told.iter().map(|row| {
            shown(*row, |row| {
                let text = value(row).map_or_else(|| "none in the file".to_owned(), Clone::clone);
                cell(text, row)
            })
        });
        Row::new(RowGroup::Fees, id, title, cells.collect())
    });
    indicators.chain(values).collect()
}

fn shown(row: Option<&FeeRow>, cell: impl FnOnce(&FeeRow) -> Cell) -> Cell {
    row.map_or_else(
        || Cell {
            text: "not known".to_owned(),
            answers: Vec::new(),
            sources: Vec::new(),
            confidence: None,
        },
        cell,
    )
}

fn cell(text: String, row: &FeeRow) -> Cell {
    Cell {
        text,
        answers: Vec::new(),
        sources: row.sources.clone(),
        confidence: Some(row.confidence),
    }
}

/// "9: The idea of two sides does not apply", as sure as the value and its meaning are.
fn meaning(book: &Book, row: &FeeRow, indicator: Indicator) -> Cell {
    let value = row.indicators.of(indicator);
    let Some(meaning) = book.pack().fees.meaning(indicator, value) else {
        return cell(value.to_owned(), row);
    };
    Cell {
        text: format!("{value}: {}", meaning.means),
        answers: Vec::new(),
        sources: [row.sources.clone(), meaning.sources.clone()].concat(),
        confidence: Some(row.confidence.max(meaning.confidence)),
    }
}
