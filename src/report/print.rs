//! A text for a printer: 80 columns, pages parted by form feeds, each with a head line.

use std::fmt::Write as _;

use super::lines::{Block, Lines, WIDTH};

/// Lines of a page: a letter sheet at six lines an inch, less the margins of a printer.
const PAGE: usize = 60;
/// The head line and the blank one below it.
const HEAD: usize = 2;
/// A block of at most so many lines stays on one page.
const TOGETHER: usize = 12;

/// The text in pages. `title` stands at the top of each, with its number.
#[must_use]
pub fn print(title: &str, lines: &Lines) -> String {
    let pages = pages(lines.blocks());
    let count = pages.len();
    let mut out = String::new();
    for (index, page) in pages.iter().enumerate() {
        if index > 0 {
            out.push('\u{c}');
        }
        let number = format!("page {} of {count}", index + 1);
        let room = WIDTH.saturating_sub(number.len() + 1);
        let title: String = title.chars().take(room).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{title:<room$} {number}\n");
        for line in page {
            out += line;
            out.push('\n');
        }
    }
    out
}

/// Blocks go on a page whole where they are short; a heading never stands at the foot.
fn pages(blocks: &[Block]) -> Vec<Vec<String>> {
    let mut pages: Vec<Vec<String>> = vec![Vec::new()];
    for (index, block) in blocks.iter().enumerate() {
        let lines = block.wrapped(WIDTH);
        let next = blocks.get(index + 1).filter(|_| matches!(block, Block::Heading(_)));
        let wanted = lines.len() + next.map_or(0, |next| next.wrapped(WIDTH).len());
        let used = pages.last().map_or(0, Vec::len);
        if used > 0 && used + wanted > PAGE - HEAD && wanted <= TOGETHER {
            pages.push(Vec::new());
        }
        for line in lines {
            put(&mut pages, line);
        }
    }
    for page in &mut pages {
        while page.last().is_some_and(String::is_empty) {
            page.pop();
        }
    }
    pages.retain(|page| !page.is_empty());
    pages
}

fn put(pages: &mut Vec<Vec<String>>, line: String) {
    if pages.last().is_none_or(|page| page.len() >= PAGE - HEAD) {
        pages.push(Vec::new());
    }
    if let Some(page) = pages.last_mut().filter(|page| !(page.is_empty() && line.is_empty())) {
        page.push(line);
    }
}
