//! What stands beside the lines, as text: codes that go with them, and codes that must not.

use super::doubt;
use super::lines::Lines;
use crate::claim::{CaseResult, Companion, DoNotReport};

/// The codes that go with the lines.
pub(super) fn companions(lines: &mut Lines, result: &CaseResult) {
    if result.companions.is_empty() {
        return;
    }
    lines.heading("May be reported with it");
    for companion in &result.companions {
        let when = format!("{}{}", companion.when, doubt(companion.confidence));
        lines.item(&format!("  {}  ", companion_code(companion)), &when);
    }
}

/// The codes that must not stand beside the lines.
pub(super) fn do_not_report(lines: &mut Lines, result: &CaseResult) {
    if result.do_not_report.is_empty() {
        return;
    }
    lines.heading("Not beside it");
    for (codes, one) in left_off(result) {
        lines.item(
            &format!("  {codes}  "),
            &format!("{}{}", one.why, doubt(one.confidence)),
        );
    }
}

/// `+0777T` for an add-on code, `Jxxxx-JZ` for the line of another service with its modifiers.
#[must_use]
pub fn companion_code(companion: &Companion) -> String {
    if companion.modifiers.is_empty() {
        return format!("+{}", companion.code);
    }
    [std::slice::from_ref(&companion.code), companion.modifiers.as_slice()]
        .concat()
        .join("-")
}

/// The codes to leave off, those with one reason together: `77012 77002`.
#[must_use]
pub fn left_off(result: &CaseResult) -> Vec<(String, &DoNotReport)> {
    let mut told: Vec<(String, &DoNotReport)> = Vec::new();
    for one in &result.do_not_report {
        match told.iter_mut().find(|(_, other)| other.why == one.why) {
            Some((codes, _)) => {
                codes.push(' ');
                codes.push_str(&one.code);
            }
            None => told.push((one.code.clone(), one)),
        }
    }
    told
}
