//! A set of claim lines with what was found, as text.

use super::doubt;
use super::lines::Lines;
use super::result::{claim_line, footer};
use crate::claim::{ScrubFinding, ScrubResult, ScrubVerdict};
use crate::pack::model::FindingSeverity;
use crate::tree::Book;

/// Each line as understood, beneath it what was found, then the verdict.
#[must_use]
pub fn scrub(book: &Book, result: &ScrubResult) -> String {
    let mut lines = Lines::default();
    for (number, line) in (1..).zip(&result.lines) {
        lines.line(format!("{number:>2}  {}", claim_line(line)));
        for found in result
            .findings
            .iter()
            .filter(|found| found.lines.first() == Some(&number))
        {
            finding(&mut lines, found);
        }
    }
    let whole: Vec<&ScrubFinding> = result.findings.iter().filter(|found| found.lines.is_empty()).collect();
    if !whole.is_empty() {
        lines.heading("All lines");
    }
    for found in whole {
        finding(&mut lines, found);
    }
    lines.gap();
    lines.item("", &verdict(result));
    lines.item("", &footer(book));
    lines.to_string()
}

fn finding(lines: &mut Lines, found: &ScrubFinding) {
    let others: Vec<String> = found.lines.iter().skip(1).map(ToString::to_string).collect();
    let with = if others.is_empty() {
        String::new()
    } else {
        format!(" (with line {})", others.join(", "))
    };
    let said = &found.finding;
    let sources = if said.sources.is_empty() {
        String::new()
    } else {
        format!(" [{}]", said.sources.join(", "))
    };
    let text = format!("{}{with}{}{sources}", said.text, doubt(said.confidence));
    lines.item(&format!("    {}: ", said.severity), &text);
    if let Some(fix) = &found.fix {
        lines.item("      Do: ", fix);
    }
}

fn verdict(result: &ScrubResult) -> String {
    let count = |severity| {
        result
            .findings
            .iter()
            .filter(|found| found.finding.severity == severity)
            .count()
    };
    let (stops, warns) = (count(FindingSeverity::Stop), count(FindingSeverity::Warn));
    let under = format!("{} claim, payer {}, {}", result.setting, result.payer, result.date);
    match result.verdict {
        ScrubVerdict::Clean => format!("Clean: nothing in this pack speaks against these lines ({under})."),
        ScrubVerdict::Warn => format!(
            "Warn: {} to look at before these lines go out ({under}).",
            things(warns)
        ),
        ScrubVerdict::Stop if warns == 0 => {
            format!("Stop: {} to mend before these lines go out ({under}).", things(stops))
        }
        ScrubVerdict::Stop => format!(
            "Stop: {} to mend and {} to look at before these lines go out ({under}).",
            things(stops),
            things(warns)
        ),
    }
}

fn things(count: usize) -> String {
    match count {
        1 => "1 thing".to_owned(),
        _ => format!("{count} things"),
    }
}
