//! What a door starts with: the shelf as it was read, where it lies, and the day.

use super::model::Shelf;
use super::store::Store;
use crate::pack::model::Date;

/// What a door starts with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The shelf; empty where it could not be read.
    pub shelf: Shelf,
    /// Where it lies.
    pub store: Store,
    /// Why it could not be read, or the last change not be kept.
    pub trouble: Option<String>,
    /// Today, for reports.
    pub today: Date,
}

impl Kept {
    /// Reads the shelf of a store.
    #[must_use]
    pub fn read(store: Store, today: Date) -> Self {
        let (shelf, trouble) = match store.read() {
            Ok(shelf) => (shelf, None),
            Err(trouble) => (Shelf::default(), Some(trouble.to_string())),
        };
        Self {
            shelf,
            store,
            trouble,
            today,
        }
    }

    /// An empty shelf that lies nowhere.
    #[must_use]
    pub fn nothing(today: Date) -> Self {
        Self::read(Store::default(), today)
    }
}
