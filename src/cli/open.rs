//! Opening a pack: the one inside the program, or a folder.

use std::io::{self, IsTerminal as _};
use std::path::Path;

use super::exit::{Exit, Failure};
use crate::embedded;
use crate::pack::render::{Style, human};
use crate::pack::{Findings, Loaded, check, read};
use crate::tree::{self, Book};

/// The book to work from.
pub(super) fn book(pack: Option<&Path>) -> Result<Book, Failure> {
    let book = match pack {
        None => {
            let head = embedded::head().map_err(|error| Failure::unexpected(error.to_string()))?;
            Book::lazy(head, || embedded::pack().ok())
        }
        Some(dir) => Book::new(sound(dir).map_err(|findings| broken(&findings))?.pack),
    };
    book.map_err(|error| Failure {
        exit: Exit::BrokenPack,
        message: error.to_string(),
    })
}

/// A pack that passed every check, or everything that is wrong with it.
pub(super) fn sound(dir: &Path) -> Result<Loaded, Findings> {
    let loaded = read(dir)?;
    for findings in [check::all, tree::check::findings] {
        let findings = findings(&loaded);
        if !findings.is_empty() {
            return Err(findings);
        }
    }
    Ok(loaded)
}

/// A pack that fails its check cannot be worked from.
fn broken(findings: &Findings) -> Failure {
    let message = format!("the pack cannot be used\n{}", human(findings, style(false)).trim_end());
    Failure {
        exit: Exit::BrokenPack,
        message,
    }
}

/// Columns of the excerpts where no terminal tells its width.
const WIDTH: usize = 100;

/// How findings are drawn: in color on a terminal that may be colored.
pub(super) fn style(stdout: bool) -> Style {
    let terminal = stdout && io::stdout().is_terminal();
    let color = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    Style { color, width: WIDTH }
}
