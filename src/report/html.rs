//! A text as a page for a browser that stands alone: headings, lists, tables of nothing; no script, no picture, nothing fetched.

use std::fmt::Write as _;

use super::lines::{Block, Item, Lines};

/// Legible on a screen, dark or light, and on paper: no heading at the foot of a page, no statement torn apart.
const STYLE: &str = "\
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.25}
h2{font-size:1.1rem;margin:1.6rem 0 .4rem;border-bottom:1px solid}
p,ul,dl{margin:.3rem 0}
ul{padding-left:1.2rem}
dl{display:grid;grid-template-columns:fit-content(11rem) 1fr;gap:.3rem .75rem}
dt{font-weight:600}
dd{margin:0}
cite{font-style:normal;font-size:.85em;opacity:.75}
@media print{
@page{margin:18mm}
body{font-size:10pt;max-width:none;margin:0;padding:0}
h1,h2{break-after:avoid}
li,dd,p{break-inside:avoid}
}";

/// The page; `title` is its first heading.
#[must_use]
pub fn html(title: &str, lines: &Lines) -> String {
    let title = escaped(title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    let mut open = List::None;
    for block in lines.blocks() {
        let wanted = List::of(block);
        if wanted != open {
            out += open.end();
            out += wanted.start();
            open = wanted;
        }
        write(&mut out, block, open);
    }
    out += open.end();
    out + "</body>\n</html>\n"
}

/// What holds a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    None,
    Points,
    Terms,
}

impl List {
    fn of(block: &Block) -> Self {
        match block {
            Block::Item(item) => match item.first.trim() {
                "" => Self::None,
                "-" => Self::Points,
                _ => Self::Terms,
            },
            _ => Self::None,
        }
    }

    const fn start(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Points => "<ul>\n",
            Self::Terms => "<dl>\n",
        }
    }

    const fn end(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Points => "</ul>\n",
            Self::Terms => "</dl>\n",
        }
    }
}

fn write(out: &mut String, block: &Block, list: List) {
    // Writing to a String cannot fail.
    let _ = match block {
        Block::Gap => Ok(()),
        Block::Heading(text) => writeln!(out, "<h2>{}</h2>", escaped(text)),
        Block::Line(text) => writeln!(out, "<p>{}</p>", escaped(text)),
        Block::Item(item) => match list {
            List::None => writeln!(out, "<p>{}</p>", told(item)),
            List::Points => writeln!(out, "<li>{}</li>", told(item)),
            List::Terms => writeln!(out, "<dt>{}</dt>\n<dd>{}</dd>", escaped(item.first.trim()), told(item)),
        },
    };
}

fn told(item: &Item) -> String {
    let cites = item.cites();
    let cites = if cites.is_empty() {
        cites
    } else {
        format!(" <cite>{}</cite>", escaped(cites.trim()))
    };
    escaped(&item.told()) + &cites
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
