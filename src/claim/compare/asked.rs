//! The codes that somebody wants to compare, and what is wrong with them.

use thiserror::Error;

use crate::pack::model::Card;
use crate::pack::nearest;
use crate::tree::Book;

/// Why codes cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CompareError {
    /// Fewer than two codes.
    #[error("compare takes two codes or more; the codes of this family are {}", .family.join(", "))]
    TooFew {
        /// The codes there are.
        family: Vec<String>,
    },
    /// A code named twice.
    #[error("{0} is named twice; name each code once")]
    Twice(String),
    /// A way out of the family, which has no answers of its own to lay beside a code.
    #[error("`{0}` is a signpost out of this family, not a code of it; see: epipath card {0}")]
    Signpost(String),
    /// A code that has ended.
    #[error("{code} ended on {ended}; look at {}", .replaced_by.join(", "))]
    Ended {
        /// The code.
        code: String,
        /// Its last day.
        ended: String,
        /// What stands in its place.
        replaced_by: Vec<String>,
    },
    /// A code that signposts name.
    #[error("{code} is outside this family; see: epipath card {}", .signposts.join(", or epipath card "))]
    Outside {
        /// The code.
        code: String,
        /// The signposts that name it.
        signposts: Vec<String>,
    },
    /// Nothing the pack speaks of.
    #[error("there is no code `{code}` in this family{}; there are: {}", meant(.nearest.as_ref()), .family.join(", "))]
    Unknown {
        /// What was written.
        code: String,
        /// The code probably meant.
        nearest: Option<String>,
        /// The codes there are.
        family: Vec<String>,
    },
}

fn meant(nearest: Option<&String>) -> String {
    nearest
        .map(|code| format!(" (did you mean {code}?)"))
        .unwrap_or_default()
}

/// The cards of the codes named.
pub(super) fn cards<'b, S: AsRef<str>>(book: &'b Book, codes: &[S]) -> Result<Vec<&'b Card>, CompareError> {
    let mut cards: Vec<&Card> = Vec::new();
    for code in codes.iter().map(AsRef::as_ref) {
        let card = book.card(code).ok_or_else(|| not_a_code(book, code))?;
        if cards.iter().any(|known| known.code == card.code) {
            return Err(CompareError::Twice(card.code.clone()));
        }
        cards.push(card);
    }
    if cards.len() < 2 {
        return Err(CompareError::TooFew { family: family(book) });
    }
    Ok(cards)
}

fn family(book: &Book) -> Vec<String> {
    book.pack().cards.iter().map(|card| card.code.clone()).collect()
}

fn not_a_code(book: &Book, code: &str) -> CompareError {
    if book.signpost(code).is_some() {
        return CompareError::Signpost(code.to_owned());
    }
    if let Some(ended) = book.pack().retired.retired.iter().find(|ended| ended.code == code) {
        return CompareError::Ended {
            code: code.to_owned(),
            ended: ended.ended.to_string(),
            replaced_by: ended.replaced_by.clone(),
        };
    }
    let all = book.pack().signposts.signposts.iter();
    let pointing = all.filter(|signpost| signpost.codes.iter().any(|target| target.code == code));
    let signposts: Vec<String> = pointing.map(|signpost| signpost.id.clone()).collect();
    if !signposts.is_empty() {
        let code = code.to_owned();
        return CompareError::Outside { code, signposts };
    }
    let family = family(book);
    CompareError::Unknown {
        code: code.chars().take(LONGEST).collect(),
        nearest: nearest(code, family.iter().map(String::as_str)).map(str::to_owned),
        family,
    }
}

/// The longest part of a word that a message repeats.
const LONGEST: usize = 40;
