//! `epipath card`: everything about one code.

use serde::Serialize;

use super::args::CardArgs;
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::{open, output};
use crate::pack::model::{Card, LicensedText};
use crate::report::{self, Block, Lines};
use crate::tree::Book;

/// A card as JSON.
#[derive(Serialize)]
struct CardAnswer<'a> {
    #[serde(flatten)]
    card: &'a Card,
    /// The descriptor that the site holds a license for.
    descriptor: Option<LicensedText<'a>>,
    /// Everything the card says, section by section.
    sections: Vec<Section>,
}

/// The card of a signpost, or of a code that has ended, as JSON.
#[derive(Serialize)]
struct OtherAnswer<'a, T> {
    #[serde(flatten)]
    card: &'a T,
    /// Everything the card says, section by section.
    sections: Vec<Section>,
}

/// A section of a card.
#[derive(Serialize)]
struct Section {
    heading: String,
    entries: Vec<Entry>,
}

/// One thing said in a section.
#[derive(Serialize)]
struct Entry {
    /// What stands before the text: a code, an indicator with its value; empty for most.
    lead: String,
    text: String,
    sources: Vec<String>,
    confidence: Option<crate::pack::model::Confidence>,
    effective: Option<crate::pack::model::Span>,
}

/// Prints a card.
pub(super) fn run(args: &CardArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let book = open::book(folders)?;
    let code = args.code.to_ascii_uppercase();
    if let Some(card) = book.card(&code) {
        let lines = report::card(&book, card);
        let lines = chosen(lines, args.section.as_deref())?;
        if args.json {
            return output::print_json(&CardAnswer {
                card,
                descriptor: book.descriptor(&card.code),
                sections: sections(&lines),
            });
        }
        return output::print(&written(args, &title(&book, &card.code), &lines));
    }
    if let Some(signpost) = book.signpost(&args.code) {
        let lines = chosen(report::signpost(&book, signpost), args.section.as_deref())?;
        return other(args, signpost, &title(&book, &signpost.title), &lines);
    }
    let ended = book.pack().retired.retired.iter().find(|old| old.code == code);
    if let Some(ended) = ended {
        let lines = chosen(report::ended(&book, ended), args.section.as_deref())?;
        return other(args, ended, &title(&book, &ended.code), &lines);
    }
    let lines = report::elsewhere(&book, &code);
    if !lines.blocks().is_empty() {
        let lines = chosen(lines, args.section.as_deref())?;
        return other(args, &serde_json::json!({ "code": code }), &title(&book, &code), &lines);
    }
    Err(Failure::usage(unknown(&book, &args.code)))
}

fn other<T: Serialize>(args: &CardArgs, card: &T, title: &str, lines: &Lines) -> Result<Exit, Failure> {
    if args.json {
        let sections = sections(lines);
        return output::print_json(&OtherAnswer { card, sections });
    }
    output::print(&written(args, title, lines))
}

fn title(book: &Book, of: &str) -> String {
    format!("{of} - epipath, {}, pack {}", book.about.code_set, book.about.edition)
}

fn written(args: &CardArgs, title: &str, lines: &Lines) -> String {
    if args.print {
        report::print(title, lines)
    } else if args.html {
        report::html(title, lines)
    } else {
        lines.to_string()
    }
}

/// The sections asked for, or all.
fn chosen(lines: Lines, section: Option<&str>) -> Result<Lines, Failure> {
    let Some(section) = section else { return Ok(lines) };
    let wanted = lines.only(section);
    if wanted.blocks().is_empty() {
        let headings: Vec<&str> = lines.headings().collect();
        return Err(Failure::usage(format!(
            "no section is called `{section}`; there are: {}",
            headings.join("; ")
        )));
    }
    Ok(wanted)
}

fn sections(lines: &Lines) -> Vec<Section> {
    let mut all: Vec<Section> = Vec::new();
    for block in lines.blocks() {
        match block {
            Block::Heading(heading) => all.push(Section {
                heading: heading.clone(),
                entries: Vec::new(),
            }),
            Block::Item(item) => {
                let evidence = item.evidence.clone();
                let entry = Entry {
                    lead: item.first.trim().trim_matches(['-', ':']).trim().to_owned(),
                    text: item.text.clone(),
                    confidence: evidence.as_ref().map(|evidence| evidence.confidence),
                    effective: evidence.as_ref().and_then(|evidence| evidence.effective),
                    sources: evidence.map(|evidence| evidence.sources).unwrap_or_default(),
                };
                if let Some(section) = all.last_mut() {
                    section.entries.push(entry);
                }
            }
            Block::Line(_) | Block::Gap => {}
        }
    }
    all
}

/// What there is, and where to look.
fn unknown(book: &Book, typed: &str) -> String {
    let cards: Vec<&str> = book.pack().cards.iter().map(|card| card.code.as_str()).collect();
    format!(
        "there is no card for `{typed}`; there are: {}; words are looked up with: epipath find {typed}",
        cards.join(", ")
    )
}
