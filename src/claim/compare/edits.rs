//! What the pair edits say of codes side by side.

use serde::Serialize;

use super::super::context::Context;
use super::super::pairs;
use crate::pack::model::{Card, Confidence, Date, Lift};
use crate::tree::Book;

/// Two codes that an edit joins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Joined {
    /// The edit.
    pub id: String,
    /// The code that is paid.
    pub column_1: String,
    /// The code that is denied.
    pub column_2: String,
    /// Whether a modifier lifts it on a practitioner's claim.
    pub practitioner: Lift,
    /// The same on a hospital outpatient claim, where it was read.
    pub hospital: Option<Lift>,
    /// What to do.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// The edits among codes on a day, and the pairs without one.
pub(super) fn among(book: &Book, cards: &[&Card], date: Date) -> (Vec<Joined>, Vec<[String; 2]>) {
    let context = Context::on(date);
    let (mut joined, mut unpaired) = (Vec::new(), Vec::new());
    for (index, one) in cards.iter().enumerate() {
        for other in cards.iter().skip(index + 1) {
            let before = joined.len();
            let edits = pairs::edits(book, &one.code, &other.code, &context);
            joined.extend(edits.map(|(edit, paid, denied)| Joined {
                id: edit.id.clone(),
                column_1: paid.to_owned(),
                column_2: denied.to_owned(),
                practitioner: edit.practitioner,
                hospital: edit.hospital,
                text: edit.text.clone(),
                sources: edit.sources.clone(),
                confidence: edit.confidence,
            }));
            if joined.len() == before {
                unpaired.push([one.code.clone(), other.code.clone()]);
            }
        }
    }
    (joined, unpaired)
}
