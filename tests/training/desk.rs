//! A desk with the cases of the pack and a folder of its own.

use epipath::claim::Context;
use epipath::line::Because;
use epipath::line::training::Desk;
use epipath::pack::model::{Date, Teaching};
use epipath::shelf::{Kept, Learning, LearningStore};
use tempfile::TempDir;

use crate::support::book;

pub(crate) fn teaching() -> &'static Teaching {
    static TEACHING: std::sync::OnceLock<Teaching> = std::sync::OnceLock::new();
    TEACHING.get_or_init(|| epipath::embedded::teaching().unwrap())
}

pub(crate) fn today() -> Date {
    "2026-11-22".parse().unwrap()
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
