//! How the program ends.

use std::process::{ExitCode, Termination};

use strum::EnumIter;

/// The exit codes of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter)]
pub enum Exit {
    /// A code, or simply done.
    Code = 0,
    /// Anything unexpected.
    Unexpected = 1,
    /// Wrong usage or unreadable input.
    Usage = 2,
    /// A signpost; also: nothing found, or lines with something to look at.
    Signpost = 3,
    /// Undetermined.
    Undetermined = 4,
    /// A pack that fails its check.
    BrokenPack = 5,
}

impl Exit {
    /// What the code means, in a sentence.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Code => "A code; for other commands: done, and nothing to look at.",
            Self::Unexpected => "Anything unexpected; also a receipt whose result has changed.",
            Self::Usage => "Wrong usage, or input that cannot be read.",
            Self::Signpost => {
                "Outside this family or not reported; also nothing found, or claim lines with something to look at."
            }
            Self::Undetermined => "Undetermined: what is not documented keeps several results open.",
            Self::BrokenPack => "A pack or an overlay that fails its check.",
        }
    }
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}

/// Why a command could not be done, for the person who meets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// How the program ends.
    pub exit: Exit,
    /// What happened, and what to do next.
    pub message: String,
}

impl Failure {
    /// Wrong usage or unreadable input.
    pub fn usage(message: impl Into<String>) -> Self {
        Self {
            exit: Exit::Usage,
            message: message.into(),
        }
    }

    /// Anything unexpected.
    pub fn unexpected(message: impl Into<String>) -> Self {
        Self {
            exit: Exit::Unexpected,
            message: message.into(),
        }
    }
}
