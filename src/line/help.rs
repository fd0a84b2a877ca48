//! Every word, from the one table.

use super::page::{Page, typed};
use super::words::{WordRow, heard, word_table};

/// How a line is read, said before the words.
const GRAMMAR: [&str; 4] = [
    "A number chooses an answer; 0 says that the note does not tell.",
    "2,3 says one of these, the note does not tell which; 2+3 says all of these, where the question allows it.",
    "The name of an answer, the beginning of its label, or a word of notes chooses it as well.",
    "NAME=VALUE takes facts as on a command line, and five digits say the card of a code.",
];

/// Every word, or what one word does.
pub(super) fn say_help(word: &str, page: &mut Page) {
    if word.is_empty() {
        for line in GRAMMAR {
            page.line(line);
        }
        for row in word_table() {
            said(row, page);
        }
    } else if let Some(heard) = heard(word) {
        said(heard.row, page);
    } else {
        page.line(&format!("There is no word `{}`; help says every word.", typed(word)));
    }
}

fn said(row: &WordRow, page: &mut Page) {
    page.said(&row.form(), row.help);
}
