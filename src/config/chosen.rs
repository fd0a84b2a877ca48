//! A value and where it comes from.

use std::fmt;

/// Where a value comes from, the strongest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// An option on the command line.
    Flag(&'static str),
    /// A variable of the environment.
    Environment(&'static str),
    /// The file, with the line.
    File(usize),
    /// Nobody said anything.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => write!(f, "option {name}"),
            Self::Environment(name) => write!(f, "environment, {name}"),
            Self::File(line) => write!(f, "{}, line {line}", super::CONFIG),
            Self::Default => f.write_str("default"),
        }
    }
}

/// A value and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub from: Origin,
}

impl<T> Chosen<T> {
    /// The first that is there, in the order given; else the default.
    pub fn first(said: impl IntoIterator<Item = Option<(T, Origin)>>, default: T) -> Self {
        let (value, from) = said.into_iter().flatten().next().unwrap_or((default, Origin::Default));
        Self { value, from }
    }
}
