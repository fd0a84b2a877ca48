//! Errands that keep something: the shelf and the log of reports.

use super::app::App;
use super::training::{Classroom, Learned};
use super::words::capital;
use crate::shelf::{Change, Report, Store};

/// Changes the shelf and shows it as it is now; says why where that could not be done.
pub(super) fn keep(app: &mut App<'_>, store: &Store, change: &Change) -> Option<String> {
    match store.change(change) {
        Ok(shelf) => {
            app.put_shelf(shelf, None);
            None
        }
        Err(trouble) => {
            let mut shelf = store.read().unwrap_or_default();
            // Said once: no further card is remembered in vain.
            shelf.keep_recent &= !matches!(change, Change::Opened(_));
            app.put_shelf(shelf, Some(trouble.to_string()));
            Some(format!("{}.", capital(&trouble.to_string())))
        }
    }
}

/// Writes down how a teaching case went; says why where that could not be done.
pub(super) fn learn(app: &mut App<'_>, classroom: &Classroom, (learned, edition): (&Learned, &str)) -> Option<String> {
    match classroom.learn(learned, edition) {
        Ok(learning) => {
            app.put_learning(learning);
            None
        }
        Err(trouble) => Some(format!("{}.", capital(&trouble.to_string()))),
    }
}

/// Appends a report to the log, and says where it lies now.
pub(super) fn note_down(store: &Store, report: &Report) -> String {
    match store.report(report) {
        Ok(path) => format!("Written to {}. Nothing was sent.", path.display()),
        Err(trouble) => format!("{}.", capital(&trouble.to_string())),
    }
}
