//! A report on a rule: one line of a log that stays on this computer.

use crate::pack::model::Date;
use crate::tree::Book;

/// What somebody found wrong with a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// When it was found.
    pub date: Date,
    /// The rule, as in [`super::rules`].
    pub rule: String,
    /// The pack and its edition: `epidural@2026.1`.
    pub edition: String,
    /// The beginning of the hash of everything in the pack.
    pub hash: String,
    /// What is wrong.
    pub words: String,
}

impl Report {
    /// A report on a rule of a book.
    #[must_use]
    pub fn new(book: &Book, date: Date, rule: &str, words: &str) -> Self {
        let about = &book.about;
        Self {
            date,
            rule: rule.to_owned(),
            edition: format!("{}@{}", about.id, about.edition),
            hash: book.pack_hash().to_owned(),
            words: words.to_owned(),
        }
    }

    /// The line of the log: date, rule, edition, hash and words, with a tab between each two.
    #[must_use]
    pub fn line(&self) -> String {
        let fields = [
            &self.date.to_string(),
            &self.rule,
            &self.edition,
            &self.hash,
            &self.words,
        ];
        fields.map(|field| plain(field)).join("\t") + "\n"
    }
}

/// Without tabs, line breaks and other control characters, which would end a field or steer a terminal.
fn plain(text: &str) -> String {
    let letters = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter });
    let text: String = letters.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_one_line_of_five_fields() {
        let report = Report {
            date: "2026-11-21".parse().unwrap(),
            rule: "modifier:50".to_owned(),
            edition: "epidural@2026.1".to_owned(),
            hash: "9f86d081884c7d65".to_owned(),
            words: " the ASC\tline\nis \u{1b}[31mwrong ".to_owned(),
        };
        assert_eq!(
            report.line(),
            "2026-11-21\tmodifier:50\tepidural@2026.1\t9f86d081884c7d65\tthe ASC line is [31mwrong\n"
        );
    }
}
