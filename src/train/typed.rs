//! What a learner types without the questions: claim lines, or that there is no code.

use super::{Entered, Verdicted};
use crate::entry::lines::read_lines;

/// Words for a case outside the family; a name of the signpost may follow.
const OUTSIDE: [&str; 2] = ["outside", "signpost"];
const UNDETERMINED: [&str; 2] = ["undetermined", "open"];
const NOTHING: [&str; 2] = ["nothing", "none"];

/// Reads `64483-50, 64484 x2`, `undetermined`, `outside`, `outside NAME` or `nothing`.
///
/// # Errors
/// What cannot be read, in a sentence without a full stop.
pub fn typed(text: &str) -> Result<Entered, String> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let verdict = match words.as_slice() {
        [] => return Err("nothing is typed yet".to_owned()),
        [word] if UNDETERMINED.contains(word) => Verdicted::Undetermined,
        [word] if NOTHING.contains(word) => Verdicted::Lines(Vec::new()),
        [word] if OUTSIDE.contains(word) => Verdicted::Signpost(None),
        [word, id] if OUTSIDE.contains(word) => Verdicted::Signpost(Some((*id).to_owned())),
        _ => {
            let read = read_lines(text).map_err(|unread| unread.to_string())?;
            if let Some(fact) = read.facts.first() {
                return Err(format!("`{fact}` is a fact; only claim lines belong here"));
            }
            Verdicted::Lines(read.lines)
        }
    };
    Ok(Entered {
        verdict,
        coverage: None,
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("undetermined", Verdicted::Undetermined)]
    #[case(" Open ", Verdicted::Undetermined)]
    #[case("nothing", Verdicted::Lines(Vec::new()))]
    #[case("outside", Verdicted::Signpost(None))]
    #[case("Signpost blood-patch", Verdicted::Signpost(Some("blood-patch".to_owned())))]
    fn words_are_verdicts(#[case] text: &str, #[case] verdict: Verdicted) {
        assert_eq!(typed(text).map(|entered| entered.verdict), Ok(verdict));
    }

    #[test]
    fn lines_are_read_as_scrub_reads_them() {
        for text in ["99999", "99998-50, 99999 x2"] {
            let lines = read_lines(text).unwrap().lines;
            assert_eq!(typed(text).map(|entered| entered.verdict), Ok(Verdicted::Lines(lines)));
        }
    }

    #[rstest]
    #[case("", "nothing is typed")]
    #[case("hello", "hello")]
    #[case("99999 payer=medicare", "only claim lines")]
    #[case("99999, undetermined", "undetermined")]
    fn what_cannot_be_read_is_said(#[case] text: &str, #[case] part: &str) {
        let told = typed(text).unwrap_err();
        assert!(told.contains(part), "{told}");
    }
}
