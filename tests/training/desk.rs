//! A desk with the cases of the pack and a folder of its own.

use epipath::claim::{Context, Setting};
use epipath::line::Because;
use epipath::line::training::Desk;
use epipath::pack::model::{Case, Date, Teaching};
use epipath::shelf::{Kept, Learning, LearningStore};
use epipath::train::{End, end, worked};
use tempfile::TempDir;

use crate::support::book;

pub(crate) fn teaching() -> &'static Teaching {
    static TEACHING: std::sync::OnceLock<Teaching> = std::sync::OnceLock::new();
    TEACHING.get_or_init(|| epipath::embedded::teaching().unwrap())
}

pub(crate) fn today() -> Date {
    "2026-11-22".parse().unwrap()
}

/// What the key of a case comes to, as a learner types it.
pub(crate) fn key_as_typed(case: &Case) -> String {
    match end(&worked(book(), case, Setting::Professional).unwrap()) {
        End::Lines { lines, .. } if lines.is_empty() => "nothing".to_owned(),
        End::Lines { lines, .. } => lines.join(", "),
        End::Signpost { .. } => "outside".to_owned(),
        End::Undetermined(_) => "undetermined".to_owned(),
    }
}

/// A desk that keeps what is learned in a folder.
pub(crate) fn desk(folder: &TempDir, learning: Learning) -> Desk<'static> {
    let context = Context::on(today());
    Desk {
        book: book(),
        teaching: teaching(),
        learning,
        store: LearningStore::new(Some(folder.path().to_owned())),
        today: context.date,
        notice: None,
        because: Because::Option,
        kept: Kept::nothing(today()),
    }
}
