//! Opening a pack: the one inside the program, or a folder; and the overlay of a site over it.

use std::io::{self, IsTerminal as _};
use std::path::Path;

use super::exit::{Exit, Failure};
use super::output;
use crate::embedded;
use crate::pack::model::{Lexicon, Teaching};
use crate::pack::render::{Style, human};
use crate::pack::{Findings, Loaded, check, read, read_overlay};
use crate::train;
use crate::tree::{self, Book};

/// Where a book is read from.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Folders<'a> {
    /// The pack; none: the one inside the program.
    pub(super) pack: Option<&'a Path>,
    /// The overlay of a site.
    pub(super) overlay: Option<&'a Path>,
}

/// The book to work from.
pub(super) fn book(folders: Folders<'_>) -> Result<Book, Failure> {
    let book = pack_book(folders.pack)?;
    let Some(dir) = folders.overlay else {
        return Ok(book);
    };
    let local = read_overlay(dir, book.pack()).map_err(|findings| broken("overlay", &findings))?;
    Ok(book.with_overlay(local))
}

fn pack_book(pack: Option<&Path>) -> Result<Book, Failure> {
    let book = match pack {
        None => {
            let head = embedded::head().map_err(|error| Failure::unexpected(error.to_string()))?;
            Book::lazy(head, || embedded::pack().ok())
        }
        Some(dir) => Book::new(sound(dir).map_err(|findings| broken("pack", &findings))?.pack),
    };
    book.map_err(|error| Failure {
        exit: Exit::BrokenPack,
        message: error.to_string(),
    })
}

/// The book to work from, and its teaching cases.
pub(super) fn teaching(folders: Folders<'_>) -> Result<(Book, Teaching), Failure> {
    let Some(dir) = folders.pack else {
        let teaching = embedded::teaching().map_err(|error| Failure::unexpected(error.to_string()))?;
        return Ok((book(folders)?, teaching));
    };
    let loaded = sound(dir).map_err(|findings| broken("pack", &findings))?;
    Ok((book(folders)?, loaded.teaching))
}

/// The teaching cases alone, of a folder or of the pack inside the program.
pub(super) fn cases(pack: Option<&Path>) -> Result<Teaching, Failure> {
    match pack {
        None => embedded::teaching().map_err(|error| Failure::unexpected(error.to_string())),
        Some(dir) => Ok(sound(dir).map_err(|findings| broken("pack", &findings))?.teaching),
    }
}

/// The book to work from, and the words by which a note is read.
pub(super) fn lexicon(folders: Folders<'_>) -> Result<(Book, Lexicon), Failure> {
    Ok((book(folders)?, words(folders.pack)?))
}

/// The words by which a note is read, of a folder or of the pack inside the program.
pub(super) fn words(pack: Option<&Path>) -> Result<Lexicon, Failure> {
    match pack {
        None => embedded::lexicon().map_err(|error| Failure::unexpected(error.to_string())),
        Some(dir) => Ok(sound(dir).map_err(|findings| broken("pack", &findings))?.lexicon),
    }
}

/// A pack that passed every check, and whose teaching cases did; or everything that is wrong with it.
pub(super) fn whole(dir: &Path) -> Result<Loaded, Findings> {
    let loaded = sound(dir)?;
    let Ok(book) = Book::new(loaded.pack.clone()) else {
        return Ok(loaded);
    };
    let findings = train::check::findings(&book, &loaded);
    if findings.is_empty() { Ok(loaded) } else { Err(findings) }
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

/// What fails its check cannot be worked from.
fn broken(what: &str, findings: &Findings) -> Failure {
    let message = format!(
        "the {what} cannot be used\n{}",
        human(findings, style(false)).trim_end()
    );
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
    let color = terminal && !output::is_colorless();
    Style { color, width: WIDTH }
}
