//! How much of a result is wanted.

/// How much of a result is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Everything.
    Whole,
    /// What decides and what is billed, without the reading matter.
    Brief,
}

impl Depth {
    /// Something that only a whole result holds.
    pub(super) fn whole<T: Default>(self, make: impl FnOnce() -> T) -> T {
        match self {
            Self::Whole => make(),
            Self::Brief => T::default(),
        }
    }
}
