//! The way to a value inside a data file, for checks that work on typed values.

use std::borrow::Cow;
use std::fmt;

/// One step of a [`Path`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into the value of a key.
    Key(Cow<'static, str>),
    /// Into an item of a list, from 0.
    At(usize),
    /// To the key itself instead of its value; always the last step.
    Name(Cow<'static, str>),
}

/// The way from the top of a file to a value:
/// `Path::top().key("outcomes").at(3).key("when").at(0).key("region").at(1)`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path(Vec<Step>);

impl Path {
    /// The file as a whole.
    #[must_use]
    pub fn top() -> Self {
        Self::default()
    }

    /// Into the value of `key`.
    #[must_use]
    pub fn key(&self, key: impl Into<Cow<'static, str>>) -> Self {
        self.with(Step::Key(key.into()))
    }

    /// Into the item at `index`, from 0.
    #[must_use]
    pub fn at(&self, index: usize) -> Self {
        self.with(Step::At(index))
    }

    /// To the word `key` itself rather than to its value.
    #[must_use]
    pub fn name(&self, key: impl Into<Cow<'static, str>>) -> Self {
        self.with(Step::Name(key.into()))
    }

    /// The steps, first one first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Whether the last step goes into the value of `key`.
    #[must_use]
    pub fn ends_with(&self, key: &str) -> bool {
        matches!(self.0.last(), Some(Step::Key(last)) if last == key)
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" / ")?;
            }
            match step {
                Step::Key(key) | Step::Name(key) => f.write_str(key)?,
                Step::At(index) => write!(f, "{index}")?,
            }
        }
        Ok(())
    }
}
