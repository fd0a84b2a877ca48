//! What a question to a provider must not hold: a code, a word of payment or payers, a choice that leads, a yes laid into the
//! mouth.

use super::words::is_code;

/// Words that speak of codes, payment and payers.
const OF_PAYMENT: &[&str] = &[
    "audit",
    "auditor",
    "bill",
    "billable",
    "billed",
    "billing",
    "bills",
    "claim",
    "claims",
    "code",
    "coded",
    "coder",
    "codes",
    "coding",
    "cover",
    "coverage",
    "covered",
    "covers",
    "cpt",
    "denial",
    "denied",
    "deny",
    "icd",
    "insurance",
    "insurer",
    "lcd",
    "medicaid",
    "medicare",
    "modifier",
    "necessity",
    "paid",
    "pay",
    "payable",
    "payer",
    "paying",
    "payment",
    "payments",
    "pays",
    "policy",
    "reimburse",
    "reimbursed",
    "reimbursement",
    "revenue",
];

/// Words and phrases that name the answer wanted, or say that one is.
const LEADING: &[&str] = &[
    "agree",
    "at least",
    "confirm",
    "document that",
    "for example",
    "in order to",
    "must",
    "need to",
    "needed",
    "or more",
    "preferred",
    "qualify",
    "required",
    "should",
    "so that",
    "such as",
    "to justify",
    "to meet",
    "to support",
];

/// Ends of a sentence that ask for a yes.
const TAGS: &[&str] = &[
    "right",
    "correct",
    "true",
    "is it not",
    "did it not",
    "was it not",
    "did you not",
];

/// Words that open a question which yes or no answers.
const OPENERS: &[&str] = &[
    "are", "aren't", "can", "could", "did", "didn't", "do", "does", "doesn't", "don't", "had", "has", "have", "is",
    "isn't", "was", "wasn't", "were", "weren't", "will", "would",
];

/// What makes a question that yes or no answers an open one: both answers are asked to be told.
const OPEN_ENDS: &[&str] = &["if so", "if not", "if any"];

/// What makes a question lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leading<'t> {
    /// It holds a code.
    Code(&'t str),
    /// It speaks of codes, payment or payers.
    Payment(&'t str),
    /// It names the answer wanted.
    Choice(&'t str),
    /// It can be answered by a mere yes, the answer laid into the mouth.
    Yes(&'t str),
}

impl<'t> Leading<'t> {
    /// The part that leads.
    #[must_use]
    pub const fn part(self) -> &'t str {
        match self {
            Self::Code(part) | Self::Payment(part) | Self::Choice(part) | Self::Yes(part) => part,
        }
    }
}

/// The first thing that makes a text lead; none where it is neutral.
#[must_use]
pub fn leading(text: &str) -> Option<Leading<'_>> {
    words(text)
        .find_map(word)
        .or_else(|| {
            LEADING
                .iter()
                .find_map(|phrase| phrase_in(text, phrase))
                .map(Leading::Choice)
        })
        .or_else(|| sentences(text).find_map(yes).map(Leading::Yes))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn word(word: &str) -> Option<Leading<'_>> {
    if is_code(word) {
        return Some(Leading::Code(word));
    }
    let of_payment = OF_PAYMENT.iter().any(|listed| listed.eq_ignore_ascii_case(word));
    of_payment.then_some(Leading::Payment(word))
}

/// A phrase as it stands in the text, at the bounds of words.
fn phrase_in<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let lower = text.to_ascii_lowercase();
    let at = lower.match_indices(phrase).map(|(at, _)| at).find(|at| {
        let whole = |edge: Option<char>| edge.is_none_or(|c| !c.is_ascii_alphanumeric());
        let before = lower.get(..*at).and_then(|before| before.chars().next_back());
        let after = lower.get(at + phrase.len()..).and_then(|after| after.chars().next());
        whole(before) && whole(after)
    })?;
    text.get(at..at + phrase.len())
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!'])
        .map(str::trim)
        .filter(|one| !one.is_empty())
}

/// The part of a sentence that asks for a mere yes.
fn yes(sentence: &str) -> Option<&str> {
    let bare = sentence.trim_end_matches(['.', '?', '!']);
    let end = bare.rsplit(',').next().map(str::trim).unwrap_or_default();
    if sentence.ends_with('?') && TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(end)) {
        return Some(end);
    }
    let first = bare.split(|c: char| c.is_whitespace() || c == ',').next()?;
    let opens = OPENERS.iter().any(|opener| opener.eq_ignore_ascii_case(first));
    let open_end = OPEN_ENDS.iter().any(|end| phrase_in(sentence, end).is_some());
    (opens && !open_end).then_some(first)
}
