//! Codes side by side: what the answers must be for each, which answer separates them, how each is counted and what the pair edits
//! say of them. All of it is worked out from the pack; nothing is written by hand for a pair.

mod answers;
mod asked;
mod counting;
mod edits;
mod fees;
mod splits;

use serde::Serialize;

use super::contract::PackRef;
use super::once::each_once;
use super::result::pack_ref;
use crate::pack::model::{Card, Confidence, Date};
use crate::tree::Book;

pub use asked::CompareError;
pub use counting::NO_RULE;
pub use edits::Joined;
pub use splits::{Part, Split, Together};

use answers::CodeAnswers;

/// Codes side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The codes, in the order in which they were named.
    pub codes: Vec<CodeHead>,
    /// Whether one answer tells all of them apart.
    pub one_answer: bool,
    /// The questions whose answers tell some of them apart, in the order in which they are asked.
    pub separated_by: Vec<Split>,
    /// Codes that no single answer tells apart, such as a primary code and its add-on.
    pub together: Vec<Together>,
    /// The difference of two codes as their cards tell it, where they do.
    pub differences: Vec<Difference>,
    /// What is the same and what differs, row by row.
    pub rows: Vec<Row>,
    /// The edition of the fee schedule that the rows tell of.
    pub fee_edition: Option<String>,
    /// Answers that a code allows only together with others.
    pub ties: Vec<Tie>,
    /// Pair edits among the codes.
    pub edits: Vec<Joined>,
    /// Pairs of the codes that no edit of the pack joins.
    pub unpaired: Vec<[String; 2]>,
    /// Every source cited, once.
    pub sources: Vec<String>,
    /// The pack it comes from.
    pub pack: PackRef,
}

/// A code that is compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CodeHead {
    /// The code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Of an add-on code, its primary procedure; the answers are that one's.
    pub primary: Option<String>,
}

/// The difference of two codes in a line, from the card of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The code whose card tells it.
    pub of: String,
    /// The code it speaks of.
    pub to: String,
    /// The difference.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowGroup {
    /// The answers that lead to a code.
    Answers,
    /// How a code is counted.
    Counting,
    /// What the newest fee schedule says, for information.
    Fees,
}

/// One row: the same thing of every code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What it is about.
    pub group: RowGroup,
    /// Stable name: a question, or what is counted.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Whether the cells differ, in what they say or in how sure it is.
    pub differs: bool,
    /// One for each code.
    pub cells: Vec<Cell>,
}

/// What a row says of one code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// In words.
    pub text: String,
    /// The answers, by their names in facts; empty elsewhere.
    pub answers: Vec<String>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is; none where it follows from the tree or nothing is known.
    pub confidence: Option<Confidence>,
}

/// An answer that stands only together with some of the answers to another question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tie {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// The other question.
    pub with: String,
    /// The answers to it beside which it stands.
    pub answers: Vec<String>,
    /// The codes of which this is true.
    pub codes: Vec<String>,
    /// Whether it is not true of all of them.
    pub differs: bool,
}

impl Row {
    fn new(group: RowGroup, id: &str, title: &str, cells: Vec<Cell>) -> Self {
        let shown = |cell: &Cell| (cell.text.clone(), cell.confidence.unwrap_or(Confidence::Confirmed));
        let first = cells.first().map(shown);
        Self {
            group,
            id: id.to_owned(),
            title: title.to_owned(),
            differs: cells.iter().any(|cell| Some(shown(cell)) != first),
            cells,
        }
    }
}

/// Compares codes of the family under the rules of a day.
///
/// # Errors
/// When fewer than two codes are named, one twice, or one that is no code of the family.
pub fn compare<S: AsRef<str>>(book: &Book, codes: &[S], date: Date) -> Result<Comparison, CompareError> {
    let cards = asked::cards(book, codes)?;
    let answers: Vec<CodeAnswers> = cards.iter().map(|card| CodeAnswers::of(book, card)).collect();
    let separated_by = splits::splits(book, &cards, &answers);
    let rows = [
        answers::rows(book, &answers),
        counting::rows(book, &cards),
        fees::rows(book, &cards),
    ]
    .concat();
    let (edits, unpaired) = edits::among(book, &cards, date);
    let mut comparison = Comparison {
        codes: cards.iter().map(|card| head(card)).collect(),
        one_answer: separated_by.iter().any(|split| split.parts.len() == cards.len()),
        together: splits::together(&cards, &separated_by),
        separated_by,
        differences: differences(&cards),
        ties: answers::ties(book, &cards, &answers),
        rows,
        fee_edition: fees::edition(book).map(|edition| edition.title.clone()),
        edits,
        unpaired,
        sources: Vec::new(),
        pack: pack_ref(book),
    };
    comparison.sources = cited(book, &cards, &comparison);
    Ok(comparison)
}

/// The difference between two codes in a line: as the card of the first tells it, else the answers of the
/// other that separate them.
#[must_use]
pub fn difference(book: &Book, code: &str, other: &str, date: Date) -> (String, Confidence) {
    let told = book.card(code).and_then(|card| related(card, other));
    if let Some(related) = told {
        return (related.text, related.confidence);
    }
    let splits = compare(book, &[code, other], date).map(|comparison| comparison.separated_by);
    let told = splits.unwrap_or_default().into_iter().filter_map(|split| {
        let part = split
            .parts
            .iter()
            .find(|part| part.codes.iter().any(|own| own == other))?;
        let (question, set) = book.named_answers(&split.question, &part.answers)?;
        let short = set.iter().filter_map(|answer| book.answer(question, answer));
        let short: Vec<&str> = short.map(|answer| answer.short.as_str()).collect();
        Some(format!("{}: {}", split.title, one_of(&short)))
    });
    (told.collect::<Vec<_>>().join("; "), Confidence::Confirmed)
}

/// "a", "a or b", "a, b or c".
#[must_use]
pub fn one_of<S: AsRef<str>>(words: &[S]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        _ => words.concat(),
    }
}

fn head(card: &Card) -> CodeHead {
    CodeHead {
        code: card.code.clone(),
        title: card.title.clone(),
        primary: card.parent.as_ref().map(|parent| parent.code.clone()),
    }
}

fn differences(cards: &[&Card]) -> Vec<Difference> {
    let pairs = cards
        .iter()
        .flat_map(|card| cards.iter().map(move |other| (card, other)));
    pairs.filter_map(|(card, other)| related(card, &other.code)).collect()
}

fn related(card: &Card, other: &str) -> Option<Difference> {
    let related = card.related.iter().find(|related| related.code == other)?;
    Some(Difference {
        of: card.code.clone(),
        to: related.code.clone(),
        text: related.differs.clone(),
        sources: related.sources.clone(),
        confidence: related.confidence,
    })
}

/// The sources of the outcomes of each code, then those of everything told.
fn cited(book: &Book, cards: &[&Card], comparison: &Comparison) -> Vec<String> {
    let leads = |card: &&Card| answers::leading(card).to_owned();
    let leading: Vec<String> = cards.iter().map(leads).collect();
    let outcomes = book.file.outcomes.iter();
    let outcomes = outcomes.filter(|outcome| outcome.code.as_ref().is_some_and(|code| leading.contains(code)));
    let mut ids: Vec<&String> = outcomes.flat_map(|outcome| &outcome.sources).collect();
    ids.extend(comparison.together.iter().flat_map(|one| &one.sources));
    ids.extend(comparison.differences.iter().flat_map(|one| &one.sources));
    let cells = comparison.rows.iter().flat_map(|row| &row.cells);
    ids.extend(cells.flat_map(|cell| &cell.sources));
    ids.extend(comparison.edits.iter().flat_map(|edit| &edit.sources));
    each_once(ids).into_iter().cloned().collect()
}
