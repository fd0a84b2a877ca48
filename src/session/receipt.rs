//! A receipt: one line that holds the facts of a case, the pack it was worked out with, and what came out. It replays to the same
//! result, or tells precisely what another edition changed. Made of values of the pack and of figures: nothing of a patient is in it.

use serde::Serialize;
use thiserror::Error;

use super::fact::FactError;
use super::gathered::parse_case;
use super::written::case_facts;
use crate::claim::{CaseResult, Context, Line, Procedure, session_result};
use crate::pack::model::Date;
use crate::pack::short_hash;
use crate::tree::Book;

/// The first word of every receipt; its figure changes with the form.
const MARK: &str = "epipath1";

/// Stands before the facts.
const FACTS: &str = "facts";

/// What is kept of a result, to tell what changed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Gist {
    /// Name of each part, as in the receipt, and its value.
    parts: Vec<(&'static str, String)>,
}

/// A receipt, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pack: String,
    overlay: String,
    digest: String,
    gist: Vec<(String, String)>,
    facts: Vec<String>,
}

/// A case replayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replay {
    /// The result under the pack in use.
    pub result: CaseResult,
    /// What is not as it was; empty where everything is.
    pub changes: Vec<Change>,
}

/// Something that is not as the receipt has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What: `pack`, `code`, `lines`, `findings`, ...
    pub what: String,
    /// As the receipt has it.
    pub then: String,
    /// As it is now.
    pub now: String,
}

/// Why a receipt cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReceiptError {
    /// Not one of ours.
    #[error(
        "this is not a receipt: it must begin with {MARK} and hold the word `{FACTS}`; `epipath code ... --receipt` prints one"
    )]
    NotAReceipt,
    /// A word that has no place in it.
    #[error("the receipt holds `{0}`, which has no place there; was the line cut or changed?")]
    Word(String),
    /// A fact that the pack in use does not know.
    #[error("the receipt cannot be replayed with this pack: {0}")]
    Fact(#[from] FactError),
}

/// The receipt of a session in one line, without a line break. The date of service is not in it: in its place stands the first day
/// from which the same rules hold.
#[must_use]
pub fn receipt(book: &Book, procedures: &[Procedure], context: &Context) -> String {
    let context = Context {
        date: book.rules_since(context.date),
        ..context.clone()
    };
    let result = session_result(book, procedures, &context);
    let mut words = vec![
        MARK.to_owned(),
        format!("pack={}", pack_word(book)),
        format!("overlay={}", overlay_word(book)),
        format!("result={}", short_hash(&result)),
    ];
    words.extend(
        gist(&result)
            .parts
            .into_iter()
            .map(|(name, value)| format!("{name}={value}")),
    );
    words.push(FACTS.to_owned());
    words.extend(case_facts(book, procedures, &context));
    words.join(" ")
}

impl Receipt {
    /// Reads a receipt; blanks and line breaks between its words do not matter.
    ///
    /// # Errors
    /// When it is not a receipt.
    pub fn read(text: &str) -> Result<Self, ReceiptError> {
        let mut words = text.split_whitespace();
        if words.next() != Some(MARK) {
            return Err(ReceiptError::NotAReceipt);
        }
        let head: Vec<&str> = words.by_ref().take_while(|word| *word != FACTS).collect();
        let facts: Vec<String> = words.map(str::to_owned).collect();
        if facts.is_empty() {
            return Err(ReceiptError::NotAReceipt);
        }
        let mut gist = Vec::new();
        for word in head {
            let (name, value) = word
                .split_once('=')
                .ok_or_else(|| ReceiptError::Word(word.to_owned()))?;
            gist.push((name.to_owned(), value.to_owned()));
        }
        let mut taken = |name: &str| {
            let place = gist.iter().position(|(known, _)| known == name)?;
            Some(gist.remove(place).1)
        };
        Ok(Self {
            pack: taken("pack").ok_or(ReceiptError::NotAReceipt)?,
            overlay: taken("overlay").ok_or(ReceiptError::NotAReceipt)?,
            digest: taken("result").ok_or(ReceiptError::NotAReceipt)?,
            gist,
            facts,
        })
    }

    /// Works the case out anew with the pack in use.
    ///
    /// # Errors
    /// When the pack in use does not know one of the facts.
    pub fn replay(&self, book: &Book) -> Result<Replay, ReceiptError> {
        // The facts hold a date of their own; without one the pack's first day is as good as any.
        let case = parse_case(book, Context::on(first_day(book)), &self.facts)?;
        let result = session_result(book, &case.procedures, &case.context);
        let changes = self.changes(book, &result);
        Ok(Replay { result, changes })
    }

    fn changes(&self, book: &Book, result: &CaseResult) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut compare = |what: &str, then: &str, now: &str| {
            if then != now {
                changes.push(Change {
                    what: what.to_owned(),
                    then: then.to_owned(),
                    now: now.to_owned(),
                });
            }
        };
        compare("pack", &self.pack, &pack_word(book));
        compare("overlay", &self.overlay, overlay_word(book));
        for (name, now) in gist(result).parts {
            let then = self.gist.iter().find(|(known, _)| known == name);
            compare(name, then.map_or("", |(_, value)| value), &now);
        }
        compare("result", &self.digest, &short_hash(result));
        changes
    }
}

fn first_day(book: &Book) -> Date {
    book.about.effective.from
}

/// `epidural@2026.1+9f86d081884c7d65`: the pack, its edition, and the beginning of the hash of everything in it.
fn pack_word(book: &Book) -> String {
    let about = &book.about;
    format!("{}@{}+{}", about.id, about.edition, book.pack_hash())
}

/// The hash of what a site laid over the pack; `-` where nothing was.
fn overlay_word(book: &Book) -> &str {
    book.local().map_or("-", |local| &local.fingerprint)
}

/// What matters of a result; `-` stands for nothing.
fn gist(result: &CaseResult) -> Gist {
    let listed = |words: Vec<String>| {
        if words.is_empty() {
            "-".to_owned()
        } else {
            words.join(",")
        }
    };
    let ids = result
        .findings
        .iter()
        .map(|finding| format!("{}:{}", finding.severity, finding.id));
    let signpost = result.signpost.as_ref().map(|signpost| signpost.id.clone());
    Gist {
        parts: vec![
            ("status", result.status.to_string()),
            ("code", listed(result.code.iter().cloned().collect())),
            ("lines", listed(result.lines.iter().map(line).collect())),
            ("signpost", listed(signpost.into_iter().collect())),
            ("candidates", listed(result.candidates.clone())),
            ("findings", listed(ids.collect())),
            ("coverage", result.coverage.verdict.to_string()),
        ],
    }
}

/// `64483-50x1@L4-L5`.
fn line(line: &Line) -> String {
    let mut text = line.code.clone();
    for modifier in &line.modifiers {
        text.push('-');
        text.push_str(modifier);
    }
    let levels = line.levels.join("/");
    let at = if levels.is_empty() {
        String::new()
    } else {
        format!("@{levels}")
    };
    format!("{text}x{}{at}", line.units)
}
