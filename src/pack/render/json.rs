//! Findings as a JSON array of objects.

use serde_json::{Value, json};

use crate::pack::{Finding, Findings};

/// All findings: `check`, `file`, `line`, `column`, `offset`, `length` (bytes), `message`, `help` and `related`.
/// What does not apply is null.
#[must_use]
pub fn json(findings: &Findings) -> Value {
    findings
        .sorted()
        .into_iter()
        .map(|finding| object(findings, finding))
        .collect()
}

fn object(findings: &Findings, finding: &Finding) -> Value {
    let place = finding.place;
    let related = finding.related.as_ref().map(|related| {
        json!({
            "file": findings.files().shown(&related.file),
            "line": related.place.line,
            "column": related.place.column,
            "message": related.message,
        })
    });
    json!({
        "check": finding.check,
        "file": findings.files().shown(&finding.file),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "offset": place.map(|place| place.offset),
        "length": place.map(|place| place.len),
        "message": finding.message,
        "help": finding.help,
        "related": related,
    })
}
