//! What was noticed, in the pack's words.

use super::context::Context;
use super::findings::Finding;
use crate::pack::model::{FindingText, Noticed};
use crate::tree::Book;

/// The findings for something noticed: those for any payer, and those of the payer's policy. `more` is said at the end.
pub(super) fn findings(book: &Book, context: &Context, noticed: Noticed, more: &str) -> Vec<Finding> {
    texts(book, context, noticed).map(|text| finding(text, more)).collect()
}

/// What is said of two regions in one session; `junction` where only the thoracolumbar one parts them.
pub(super) fn two_regions(book: &Book, context: &Context, junction: bool) -> Vec<Finding> {
    if !junction {
        return findings(book, context, Noticed::TwoRegions, "");
    }
    // What a payer's policy says of two regions holds where only the junction parts them, too.
    let mut found = findings(book, context, Noticed::ThoracolumbarBesideLumbar, "");
    found.extend(findings_of_policy(book, context, Noticed::TwoRegions));
    found
}

/// Only the findings of the payer's policy.
fn findings_of_policy(book: &Book, context: &Context, noticed: Noticed) -> Vec<Finding> {
    texts(book, context, noticed)
        .filter(|text| text.policy.is_some())
        .map(|text| finding(text, ""))
        .collect()
}

/// The neutral questions to the provider that come with it.
pub(super) fn questions(book: &Book, context: &Context, noticed: Noticed) -> Vec<String> {
    texts(book, context, noticed)
        .filter_map(|text| text.ask_provider.clone())
        .collect()
}

fn texts<'a>(book: &'a Book, context: &'a Context, noticed: Noticed) -> impl Iterator<Item = &'a FindingText> {
    let speaks = |text: &&FindingText| text.policy.is_none() || text.policy.as_deref() == context.policy();
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
