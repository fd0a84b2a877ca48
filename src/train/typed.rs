//! What a learner types without the questions: claim lines, or that there is no code; and what the payer does.

use strum::VariantNames as _;

use super::{Entered, Verdicted};
use crate::entry::lines::read_lines;
use crate::pack::model::Verdict;
use crate::pack::nearest;

/// Words for a case outside the family; a name of the signpost may follow.
const OUTSIDE: [&str; 2] = ["outside", "signpost"];
const UNDETERMINED: [&str; 2] = ["undetermined", "open"];
const NOTHING: [&str; 2] = ["nothing", "none"];

/// What stands before a verdict of the payer.
pub(super) const COVERAGE: &str = "coverage=";

/// Reads `CODE-50, CODE x2`, `undetermined`, `outside`, `outside NAME` or `nothing`; behind each of them `coverage=likely` or
/// another verdict of the payer may stand.
///
/// # Errors
/// What cannot be read, in a sentence without a full stop.
pub fn typed(text: &str) -> Result<Entered, String> {
    let (rest, coverage) = parted(text)?;
    let words: Vec<String> = rest.split_whitespace().map(str::to_lowercase).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let verdict = match words.as_slice() {
        [] if coverage.is_some() => return Err("what is billed is missing beside the coverage".to_owned()),
        [] => return Err("nothing is typed yet".to_owned()),
        [word] if UNDETERMINED.contains(word) => Verdicted::Undetermined,
        [word] if NOTHING.contains(word) => Verdicted::Lines(Vec::new()),
        [word] if OUTSIDE.contains(word) => Verdicted::Signpost(None),
        [word, id] if OUTSIDE.contains(word) => Verdicted::Signpost(Some((*id).to_owned())),
        _ => {
            let read = read_lines(&rest).map_err(|unread| unread.to_string())?;
            if let Some(fact) = read.facts.first() {
                return Err(format!(
                    "`{fact}` is a fact; only claim lines and {COVERAGE}WORD belong here"
                ));
            }
            Verdicted::Lines(read.lines)
        }
    };
    Ok(Entered { verdict, coverage })
}

/// The text without the verdict of the payer, and that verdict.
fn parted(text: &str) -> Result<(String, Option<Verdict>), String> {
    let is_coverage = |word: &&str| {
        let start = word.get(..COVERAGE.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(COVERAGE))
    };
    let (said, rest): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(is_coverage);
    if said.is_empty() {
        return Ok((text.to_owned(), None));
    }
    let mut verdict = None;
    for word in said {
        let word = word.get(COVERAGE.len()..).unwrap_or_default();
        let read = read_verdict(word.trim_end_matches([',', ';']))?;
        if verdict.is_some_and(|before| before != read) {
            return Err("two verdicts of the payer are typed".to_owned());
        }
        verdict = Some(read);
    }
    let rest = rest.join(" ");
    Ok((rest.trim_end_matches([',', ';', ' ']).to_owned(), verdict))
}

fn read_verdict(word: &str) -> Result<Verdict, String> {
    let word = word.to_lowercase();
    word.parse().map_err(|_| {
        let all = Verdict::VARIANTS;
        let guess = nearest(&word, all.iter().copied()).map(|guess| format!("; perhaps `{guess}`"));
        format!(
            "`{word}` is no verdict of a payer; there are {}{}",
            all.join(", "),
            guess.unwrap_or_default()
        )
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
    #[case("nothing coverage=likely", "nothing", Verdict::Likely)]
    #[case("99999 x1, coverage=unlikely", "99999 x1", Verdict::Unlikely)]
    #[case("Coverage=Outside-Policy undetermined", "undetermined", Verdict::OutsidePolicy)]
    #[case("outside somewhere; coverage=not-checked", "outside somewhere", Verdict::NotChecked)]
    fn what_the_payer_does_stands_beside_it(#[case] text: &str, #[case] alone: &str, #[case] coverage: Verdict) {
        let verdict = typed(alone).unwrap().verdict;
        let coverage = Some(coverage);
        assert_eq!(typed(text), Ok(Entered { verdict, coverage }));
    }

    #[rstest]
    #[case("", "nothing is typed")]
    #[case("coverage=likely", "is missing")]
    #[case("99999 coverage=likly", "perhaps `likely`")]
    #[case("99999 coverage=likely coverage=unlikely", "two verdicts")]
    #[case("hello", "hello")]
    #[case("99999 payer=medicare", "only claim lines")]
    #[case("99999, undetermined", "undetermined")]
    fn what_cannot_be_read_is_said(#[case] text: &str, #[case] part: &str) {
        let told = typed(text).unwrap_err();
        assert!(told.contains(part), "{told}");
    }
}
