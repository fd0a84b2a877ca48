//! Levels and sides, one a line: `L4-L5 left`, `S1 both`, `C7-T1`, `not documented right`.

use super::dialogue::Dialogue;
use super::page::Page;
use super::result::severity;
use crate::claim::{LevelError, LevelFact, StatusWord};
use crate::pack::model::FindingSeverity;
use crate::report::phrases::{capital, finding_text};
use crate::session::Action;

impl Dialogue<'_> {
    /// Asks for levels; says those given.
    pub(super) fn say_levels(&self, page: &mut Page) {
        page.heading(
            "Levels and sides, one a line: left, right, both, not-documented, or no side between the laminae.",
        );
        let given: Vec<String> = self.case().context.levels.iter().map(written).collect();
        if given.is_empty() {
            page.line("None is given yet.");
        }
        for level in given {
            page.line(&level);
        }
    }

    /// Takes levels, several with commas between them.
    pub(super) fn level(&mut self, line: &str, page: &mut Page) {
        for part in line.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
            match read(part) {
                Ok(fact) => {
                    let said = written(&fact);
                    let level = fact.written;
                    if self.act(Action::Level { level }, page) {
                        page.line(&said);
                    }
                }
                Err(error) => {
                    page.refuse(&format!("Not done: {error}."));
                    return;
                }
            }
        }
        self.say_effect(page);
    }

    /// What the levels make of the claim.
    fn say_effect(&self, page: &mut Page) {
        let Some(result) = self.result().filter(|result| result.status == StatusWord::Code) else {
            page.line("Claim lines follow once the questions have led to a code.");
            return;
        };
        self.say_lines(result, page);
        let weighty = |severity| severity != FindingSeverity::Info;
        for finding in result.findings.iter().filter(|one| weighty(one.severity)) {
            page.said(severity(finding.severity), &finding_text(finding));
        }
    }

    /// Ends the giving of levels.
    pub(super) fn done(&mut self, page: &mut Page) {
        if std::mem::take(&mut self.levels) {
            self.show(page);
        } else {
            page.line("Nothing is under way that could be done with; levels asks for levels.");
        }
    }
}

/// "L4-L5: left."
fn written(fact: &LevelFact) -> String {
    let (level, side) = fact.written.split_once(':').unwrap_or((&fact.written, "no side"));
    format!(
        "{}: {}.",
        capital(&level.replace('-', if fact.level.is_some() { "-" } else { " " })),
        side.replace('-', " ")
    )
}

/// A level and its side, in either order.
fn read(text: &str) -> Result<LevelFact, LevelError> {
    let text = text.to_lowercase().replace("not documented", "not-documented");
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole: Result<LevelFact, LevelError> = words.concat().parse();
    let (Some((last, before)), Some((first, after))) = (words.split_last(), words.split_first()) else {
        return whole;
    };
    if words.len() < 2 || whole.is_ok() {
        return whole;
    }
    let side_last: Result<LevelFact, LevelError> = format!("{}:{last}", before.concat()).parse();
    side_last.or_else(|error| format!("{}:{first}", after.concat()).parse().map_err(|_| error))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("L4-L5 left", "L4-L5:left")]
    #[case("left l4-5", "L4-L5:left")]
    #[case("L4 - L5 bilateral", "L4-L5:both")]
    #[case("S1", "S1")]
    #[case("C7-T1:right", "C7-T1:right")]
    #[case("not documented left", "not-documented:left")]
    #[case("L5-S1 not documented", "L5-S1:not-documented")]
    fn a_level_is_read(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(read(text).unwrap().written, expected);
    }

    #[rstest]
    #[case("banana")]
    #[case("L4-L5 sideways")]
    #[case("")]
    fn anything_else_is_refused(#[case] text: &str) {
        assert!(read(text).is_err(), "{text}");
    }

    #[test]
    fn it_reads_well_aloud() {
        assert_eq!(written(&read("not documented left").unwrap()), "Not documented: left.");
        assert_eq!(written(&read("L4-L5").unwrap()), "L4-L5: no side.");
    }
}
