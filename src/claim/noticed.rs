//! What was noticed, in the pack's words.

use super::context::Context;
use super::findings::Finding;
use crate::pack::model::{FindingText, Noticed};
use crate::tree::{Book, Facts};

/// What something was noticed about: a code, and what is known of the procedures that lead to it.
#[derive(Debug, Clone)]
pub(super) struct Subject<'a> {
    code: &'a str,
    /// What is possible in each procedure; none where only the lines are known.
    facts: Vec<&'a Facts>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(code: &'a str, facts: impl IntoIterator<Item = &'a Facts>) -> Self {
        Self {
            code,
            facts: facts.into_iter().collect(),
        }
    }

    /// A code of which only the line is known.
    pub(super) fn of_line(code: &'a str) -> Self {
        Self::new(code, [])
    }

    /// Whether a text speaks of it: of its code, and not only of answers that all its procedures have.
    fn is_of(&self, book: &Book, text: &FindingText) -> bool {
        let outside = |facts: &&Facts| book.certain(&text.unless, facts);
        (text.codes.is_empty() || text.codes.iter().any(|code| code == self.code))
            && (text.unless.is_empty() || self.facts.is_empty() || !self.facts.iter().all(outside))
    }
}

/// The findings for something noticed: those for any payer, and those of the payer's policy. `more` is said at the end.
pub(super) fn findings(book: &Book, context: &Context, noticed: Noticed, more: &str) -> Vec<Finding> {
    texts(book, context, noticed).map(|text| finding(text, more)).collect()
}

/// Those that speak of one of the subjects at least.
pub(super) fn findings_on(
    book: &Book,
    context: &Context,
    noticed: Noticed,
    subjects: &[Subject<'_>],
    more: &str,
) -> Vec<Finding> {
    let speaks = |text: &&FindingText| subjects.iter().any(|subject| subject.is_of(book, text));
    texts(book, context, noticed)
        .filter(speaks)
        .map(|text| finding(text, more))
        .collect()
}

/// What is said of two regions in one session, given the subjects that stand in different ones; `junction` where only the
/// thoracolumbar one parts them.
pub(super) fn two_regions(
    book: &Book,
    context: &Context,
    apart: &[(Subject<'_>, Subject<'_>)],
    junction: bool,
) -> Vec<Finding> {
    let of_both = |text: &&FindingText| {
        let mut pairs = apart.iter();
        pairs.any(|(one, other)| one.is_of(book, text) && other.is_of(book, text))
    };
    // What a payer's policy says of two regions holds where only the junction parts them, too.
    let kept = |text: &&FindingText| !junction || text.policy.is_some();
    let mut found = Vec::new();
    if junction && !apart.is_empty() {
        found.extend(findings(book, context, Noticed::ThoracolumbarBesideLumbar, ""));
    }
    let texts = texts(book, context, Noticed::TwoRegions).filter(kept).filter(of_both);
    found.extend(texts.map(|text| finding(text, "")));
    found
}

/// The neutral questions to the provider that come with it.
pub(super) fn questions(book: &Book, context: &Context, noticed: Noticed) -> Vec<String> {
    texts(book, context, noticed)
        .filter_map(|text| text.ask_provider.clone())
        .collect()
}

fn texts<'a>(book: &'a Book, context: &'a Context, noticed: Noticed) -> impl Iterator<Item = &'a FindingText> {
    let speaks = |text: &&FindingText| {
        (text.policy.is_none() || text.policy.as_deref() == context.policy())
            && text.effective.is_none_or(|span| span.holds_on(context.date))
    };
    book.pack()
        .findings
        .findings
        .iter()
        .filter(move |text| text.noticed == noticed)
        .filter(speaks)
}

fn finding(text: &FindingText, more: &str) -> Finding {
    let policy = text
        .policy
        .as_ref()
        .map(|policy| format!("-{policy}"))
        .unwrap_or_default();
    Finding {
        id: format!("{}{policy}", text.noticed),
        severity: text.severity,
        text: with_more(&text.text, more),
        sources: text.sources.clone(),
        confidence: text.confidence,
    }
}

/// A text of the pack, with what is particular to the case at its end.
pub(super) fn with_more(text: &str, more: &str) -> String {
    if more.is_empty() {
        text.to_owned()
    } else {
        format!("{text} {more}")
    }
}
