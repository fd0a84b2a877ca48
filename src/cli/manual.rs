//! The manual page: one page with every command, key, word, variable, file and exit code, each from the table that the program
//! itself works from.

use std::io;

use clap::{Command as Clap, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};
use strum::IntoEnumIterator as _;

use super::args::Args;
use super::exit::Exit;
use super::variables::VARIABLES;
use crate::config::CONFIG;
use crate::line::word_table;
use crate::shelf::{LOG, SHELF};
use crate::tui::key_table;
use crate::tui::keys::Place;

/// The files of the configuration folder, and what they hold.
const FILES: [(&str, &str); 3] = [
    (
        CONFIG,
        "Theme, line mode, setting, payer, pack, overlay, keys. The program only reads it; epipath config tells what holds.",
    ),
    (
        SHELF,
        "Favorites and notes, written only on the key for it; nothing of a case.",
    ),
    (LOG, "What was reported about rules, one line each; nothing is sent."),
];

/// The page as roff.
///
/// # Errors
/// When a part cannot be rendered.
pub(super) fn page() -> io::Result<Vec<u8>> {
    let command = Args::command();
    let whole = Man::new(command.clone());
    let mut page = Vec::new();
    whole.render_title(&mut page)?;
    whole.render_name_section(&mut page)?;
    whole.render_synopsis_section(&mut page)?;
    whole.render_description_section(&mut page)?;
    whole.render_options_section(&mut page)?;
    Roff::new().control("SH", ["COMMANDS"]).to_writer(&mut page)?;
    for each in command.get_subcommands() {
        subcommand(each.clone(), &mut page)?;
    }
    keys().to_writer(&mut page)?;
    words().to_writer(&mut page)?;
    surroundings().to_writer(&mut page)?;
    whole.render_version_section(&mut page)?;
    Ok(page)
}

/// One command: its synopsis, what it does, its options, and what stands below its help.
fn subcommand(command: Clap, page: &mut Vec<u8>) -> io::Result<()> {
    let name = format!("epipath {}", command.get_name());
    let below = command.get_after_help().map(ToString::to_string);
    let does = command.get_about().map(ToString::to_string);
    Roff::new().control("SS", [name.as_str()]).to_writer(page)?;
    let man = Man::new(command.bin_name(name).disable_help_flag(true));
    inner(page, |part| man.render_synopsis_section(part))?;
    let mut text = Roff::new();
    paragraph(&mut text, &does.unwrap_or_default());
    text.to_writer(page)?;
    inner(page, |part| man.render_options_section(part))?;
    let mut text = Roff::new();
    for line in below.iter().flat_map(|below| below.lines()) {
        match line.strip_prefix("  ").and_then(|row| row.split_once("  ")) {
            Some((name, takes)) => item(&mut text, bold(name), takes.trim_start()),
            None => paragraph(&mut text, line),
        }
    }
    text.to_writer(page)
}

/// A section without its heading.
fn inner(page: &mut Vec<u8>, render: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> io::Result<()> {
    let mut part = Vec::new();
    render(&mut part)?;
    let lines = part.split_inclusive(|byte| *byte == b'\n');
    page.extend(lines.filter(|line| !line.starts_with(b".SH")).flatten());
    Ok(())
}

/// Every key, by the first place in which it works.
fn keys() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    for place in Place::iter() {
        let here = key_table()
            .iter()
            .filter(|binding| Place::iter().find(|other| binding.places.contains(other)) == Some(place));
        let mut here = here.peekable();
        if here.peek().is_some() {
            roff.control("SS", [place.to_string().as_str()]);
        }
        for binding in here {
            let names: Vec<String> = binding.keys.iter().map(|key| key.name()).collect();
            item(&mut roff, bold(names.join(", ")), binding.help);
        }
    }
    roff
}

/// Every word of line mode.
fn words() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["LINE MODE"]);
    paragraph(
        &mut roff,
        "With --plain, and where no terminal can show a screen. An answer is typed by its number, its name or a word of the note; \
         2,3 is one of these, 2+3 all of these, 0 not documented; an empty line says the question again. The words:",
    );
    for row in word_table() {
        item(&mut roff, bold(row.form()), row.help);
    }
    roff
}

/// Environment, files, exit codes.
fn surroundings() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["ENVIRONMENT"]);
    paragraph(
        &mut roff,
        "An option counts more than the environment, the environment more than the file.",
    );
    for (name, does) in VARIABLES {
        item(&mut roff, bold(name), does);
    }
    roff.control("SH", ["FILES"]);
    paragraph(
        &mut roff,
        "In the folder that epipath shelf names. None of them exists before you ask for it.",
    );
    for (name, holds) in FILES {
        item(&mut roff, bold(name), holds);
    }
    roff.control("SH", ["EXIT STATUS"]);
    for exit in Exit::iter() {
        item(&mut roff, bold((exit as u8).to_string()), exit.meaning());
    }
    roff
}

fn item(roff: &mut Roff, name: Inline, text: &str) {
    roff.control("TP", []);
    roff.text([name]);
    roff.text([roman(text)]);
}

fn paragraph(roff: &mut Roff, text: &str) {
    roff.control("PP", []);
    roff.text([roman(text)]);
}
