//! What a site says of a result: its notes and its stops. They stand beside the pack's findings and decide no code.

use serde::Serialize;

use super::context::Context;
use super::findings::Finding;
use crate::pack::Local;
use crate::pack::model::{Confidence, Date, FindingSeverity, LocalRule, Policy};
use crate::tree::{Book, Facts};

/// What the ids of local findings start with.
const PREFIX: &str = "local-";

/// The overlay used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverlayRef {
    /// The site.
    pub title: String,
    /// When a person of the site last found its file still true.
    pub checked: Date,
    /// Changes with every change of the file.
    pub hash: String,
}

impl Finding {
    /// Whether a site says it, not the pack.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.id.starts_with(PREFIX)
    }
}

/// The overlay used, where there is one.
pub(super) fn reference(book: &Book) -> Option<OverlayRef> {
    let local = book.local()?;
    Some(OverlayRef {
        title: local.overlay.title.clone(),
        checked: local.overlay.checked,
        hash: local.fingerprint.clone(),
    })
}

/// The stops and notes that fit a procedure: `codes` are its code and those of its lines.
pub(super) fn findings(book: &Book, codes: &[&String], facts: &Facts, context: &Context) -> Vec<Finding> {
    let Some(local) = book.local() else {
        return Vec::new();
    };
    if let Some(outside) = outside(local, context) {
        return vec![outside];
    }
    let fits = |rule: &&LocalRule| {
        let code = rule.codes.is_empty() || rule.codes.iter().any(|code| codes.contains(&code));
        code && paid_by(rule, context) && book.certain(&rule.given, facts)
    };
    let overlay = &local.overlay;
    let said = |rules: &[LocalRule], severity| {
        let rules = rules.iter().filter(fits);
        rules
            .map(|rule| finding(&overlay.title, rule, severity))
            .collect::<Vec<_>>()
    };
    let stops = said(&overlay.stops, FindingSeverity::Stop);
    [stops, said(&overlay.notes, FindingSeverity::Info)].concat()
}

/// Stops that may fit: what they depend on is not known of bare claim lines.
pub(super) fn open_stops(book: &Book, code: &String, facts: &Facts, context: &Context) -> Vec<Finding> {
    let Some(local) = book.local().filter(|local| outside(local, context).is_none()) else {
        return Vec::new();
    };
    let may_fit = |rule: &&LocalRule| {
        let codes = rule.codes.is_empty() || rule.codes.contains(code);
        codes && paid_by(rule, context) && !book.certain(&rule.given, facts) && book.possible(&rule.given, facts)
    };
    let told = |rule: &LocalRule| {
        let mut found = finding(&local.overlay.title, rule, FindingSeverity::Warn);
        found.text = format!("A local stop that lines alone cannot settle. {}", found.text);
        found
    };
    local.overlay.stops.iter().filter(may_fit).map(told).collect()
}

fn paid_by(rule: &LocalRule, context: &Context) -> bool {
    let payer = context.policy().unwrap_or(Policy::CODE_RULES_ONLY);
    rule.payers.is_empty() || rule.payers.iter().any(|listed| listed == payer)
}

/// The one source of a local rule is the site itself.
fn finding(title: &str, rule: &LocalRule, severity: FindingSeverity) -> Finding {
    let end = if rule.text.ends_with(char::is_alphanumeric) {
        "."
    } else {
        ""
    };
    Finding {
        id: format!("{PREFIX}{}", rule.id),
        severity,
        text: format!("Local ({title}): {}{end} Source: {}", rule.text, rule.source),
        sources: Vec::new(),
        confidence: Confidence::SingleSource,
    }
}

/// Before its start or past its end, an overlay does not speak.
fn outside(local: &Local, context: &Context) -> Option<Finding> {
    let overlay = &local.overlay;
    let span = overlay.effective.filter(|span| !span.holds_on(context.date))?;
    let to = span.to.map_or_else(|| "further notice".to_owned(), |to| to.to_string());
    Some(Finding {
        id: "overlay-outside-dates".to_owned(),
        severity: FindingSeverity::Warn,
        text: format!(
            "Local ({}): its notes and stops hold from {} to {to}; the date of service lies outside, so none was looked at.",
            overlay.title, span.from
        ),
        sources: Vec::new(),
        confidence: Confidence::Confirmed,
    })
}
