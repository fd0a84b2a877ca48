//! `file:line:column: error: message`, one finding a line, as editors and CI systems read it.

use crate::pack::Findings;

/// All findings, one a line. A finding without a place leaves line and column out.
#[must_use]
pub fn gnu(findings: &Findings) -> String {
    let line = |finding: &crate::pack::Finding| {
        let file = findings.files().shown(&finding.file);
        let place = finding
            .place
            .map(|place| format!(":{}:{}", place.line, place.column))
            .unwrap_or_default();
        format!("{file}{place}: error: {}\n", finding.message)
    };
    findings.sorted().into_iter().map(line).collect()
}
