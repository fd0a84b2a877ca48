//! Where teaching cases come from, and what a learner keeps: read when first asked for, each once.

use std::fmt;
use std::sync::OnceLock;

use crate::pack::model::{Case, Date, Teaching};
use crate::report::training::resets;
use crate::shelf::{Learning, LearningStore, Trouble};
use crate::train::review::{Tried, after, reconciled};

/// Reads the teaching cases, or says why that cannot be done.
type Load = Box<dyn Fn() -> Result<Teaching, String> + Send + Sync>;

/// Teaching cases that are read when first asked for, and the place of what a learner keeps.
pub struct Classroom {
    load: Load,
    store: LearningStore,
    teaching: OnceLock<Result<Teaching, String>>,
}

impl fmt::Debug for Classroom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Classroom")
            .field("store", &self.store)
            .finish_non_exhaustive()
    }
}

/// A case that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learned {
    /// The case.
    pub case: Case,
    /// How it went.
    pub tried: Tried,
    /// The day.
    pub today: Date,
}

/// The cases and what is kept of them, while they are on the screen.
pub(crate) struct Course<'a> {
    /// The cases.
    pub(crate) teaching: &'a Teaching,
    /// What is kept.
    pub(crate) learning: Learning,
    /// The day.
    pub(crate) today: Date,
}

impl Classroom {
    /// A classroom whose cases come from `load`; what is learned goes to `store`.
    #[must_use]
    pub fn new(store: LearningStore, load: impl Fn() -> Result<Teaching, String> + Send + Sync + 'static) -> Self {
        Self {
            load: Box::new(load),
            store,
            teaching: OnceLock::new(),
        }
    }

    /// The teaching cases.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub fn teaching(&self) -> Result<&Teaching, &str> {
        let read = self.teaching.get_or_init(|| (self.load)());
        read.as_ref().map_err(String::as_str)
    }

    /// What is kept, as far as it holds for these cases, and what is to be said of it.
    pub(crate) fn learning(&self, edition: &str) -> Result<(Learning, Option<String>), String> {
        let teaching = self.teaching()?;
        let read = self.store.read().map_err(|trouble| trouble.to_string())?;
        let (learning, reset) = reconciled(&read.learning, teaching, edition);
        let fresh = read.learning.cases.is_empty();
        let told = (!fresh && !reset.is_empty()).then(|| resets(&reset).to_string().replace('\n', " "));
        let notice = read.notice.into_iter().chain(told).collect::<Vec<_>>().join(" ");
        Ok((
            learning,
            Some(notice.trim().to_owned()).filter(|notice| !notice.is_empty()),
        ))
    }

    /// Writes down how a case went, and hands back what is kept now.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn learn(&self, learned: &Learned, edition: &str) -> Result<Learning, Trouble> {
        self.store.change(|kept| {
            let now = self.teaching().map(|teaching| reconciled(kept, teaching, edition).0);
            let now = now.unwrap_or_else(|_| kept.clone());
            after(&now, &learned.case, &learned.tried, learned.today)
        })
    }
}
