//! Completions and the manual page, from the same definitions as the help.

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::args::Args;
use super::exit::{Exit, Failure};
use super::{manual, output};

/// `epipath completions`.
pub(super) fn completions(shell: Shell) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "epipath", &mut script);
    output::print(&String::from_utf8_lossy(&script))
}

/// `epipath man`.
pub(super) fn man() -> Result<Exit, Failure> {
    let page = manual::page().map_err(|error| Failure::unexpected(error.to_string()))?;
    output::print(&String::from_utf8_lossy(&page))
}
