//! Texts are not blank, have no stray spaces and hold plain ASCII, so that a terminal can draw them. A site writes its own texts
//! in its own language; they hold nothing that steers a terminal.

use std::collections::BTreeSet;

use crate::pack::files::{File, Files};
use crate::pack::finding::Findings;
use crate::pack::harmless::{printable, steers};
use crate::pack::layout::name;
use crate::pack::path::{Path, Step};
use crate::pack::words::quoted;
use crate::pack::yaml::Node;

use super::site;

/// Which characters a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// Plain ASCII.
    Ascii,
    /// Any that are drawn where they stand.
    Any,
}

impl Letters {
    /// The check that `c` fails.
    fn refuse(self, c: char) -> Option<&'static str> {
        let steers = steers(c) && c != '\n';
        match self {
            Self::Ascii => (!c.is_ascii() || steers).then_some("plain-ascii"),
            Self::Any => steers.then_some("control-character"),
        }
    }
}

pub(super) fn run(files: &Files, letters: Letters, out: &mut Findings) {
    for file in files.iter() {
        if let Some(node) = &file.node {
            site::walk(node, &Path::top(), &mut |node, path| {
                one((file, path), node, letters, out);
            });
        }
    }
}

/// A claim may hold the same line twice, a further level each; two needles may enter one level.
fn is_claim(file: &File, path: &Path) -> bool {
    let claim = |step: &Step| matches!(step, Step::Key(key) if key == "lines" || key == "procedures");
    file.name.starts_with(name::CASES) && path.steps().iter().any(claim)
}

/// The note of a teaching case stands as it was written, line by line.
fn is_note(file: &File, path: &Path) -> bool {
    file.name.starts_with(name::CASES) && matches!(path.steps(), [Step::Key(key)] if key == "note")
}

fn one((file, path): (&File, &Path), node: &Node, letters: Letters, out: &mut Findings) {
    if !is_claim(file, path) {
        repeated(file, node, out);
    }
    let Some(text) = node.text() else { return };
    let mut report = |check, place, message: &str, help: &str| {
        out.add_at(check, &file.name, Some(place), message, help);
    };
    if text.trim().is_empty() {
        report(
            "blank-text",
            node.place,
            "the text is empty",
            "Write the text, or remove the key where it is optional.",
        );
    } else if is_note(file, path) {
        // Its lines are its own.
    } else if text.ends_with('\n') {
        let help = "Write `>-` instead of `>` or `|` in front of a folded text.";
        report("stray-space", node.place, "the text ends in a line break", help);
    } else if text.trim() != text {
        report(
            "stray-space",
            node.place,
            "the text starts or ends with a space",
            "Remove the space.",
        );
    } else if text.contains('\n') {
        let help = "Keep it to one paragraph: use `>-` and leave no blank line inside.";
        report("line-break", node.place, "the text holds a line break", help);
    }
    let odd = text.chars().filter_map(|c| Some((letters.refuse(c)?, c)));
    odd_characters(file, node, odd.collect(), out);
}

/// Every character that a terminal may draw wrongly, once a text.
fn odd_characters(file: &File, node: &Node, odd: BTreeSet<(&'static str, char)>, out: &mut Findings) {
    for (check, odd) in odd {
        let odd_text = odd.to_string();
        let shown = printable(&odd_text);
        let message = format!(
            "the text holds `{shown}` (U+{:04X}), which a terminal may draw wrongly",
            u32::from(odd)
        );
        let place = file.within(node.place, &odd_text);
        out.add_at(check, &file.name, Some(place), message, plain(odd));
    }
}

fn plain(odd: char) -> &'static str {
    match odd {
        '\u{2018}' | '\u{2019}' => "Write a straight quote: '.",
        '\u{201c}' | '\u{201d}' => "Write a straight quote: \".",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "Write a hyphen: -.",
        '\u{2026}' => "Write three dots: ...",
        '\u{00a0}' => "Write an ordinary space.",
        '\u{2190}'..='\u{21ff}' => "Write \"to\" or \"then\" instead of an arrow.",
        _ if steers(odd) => "Remove it, and whatever belongs to it.",
        _ => "Write it with the plain letters and signs of an English keyboard.",
    }
}

/// The same text twice in one list.
fn repeated(file: &File, node: &Node, out: &mut Findings) {
    let items = node.items();
    for (index, item) in items.iter().enumerate() {
        let Some(text) = item.text() else { continue };
        if let Some(first) = items.iter().take(index).find(|earlier| earlier.text() == Some(text)) {
            let message = format!("{} stands in this list twice", quoted(text));
            out.add_at(
                "duplicate-item",
                &file.name,
                Some(item.place),
                message,
                "Remove one of the two.",
            )
            .see_at(&file.name, first.place, "the first one");
        }
    }
}
