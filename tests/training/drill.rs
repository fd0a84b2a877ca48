//! The drill in line mode.

use std::fs;

use epipath::line::Partner as _;
use epipath::line::training::{Pupil, training_words};
use epipath::shelf::{LEARNING, Learning, LearningStore};
use rstest::rstest;
use tempfile::TempDir;

use crate::desk::{desk, teaching};

/// A note that names fluoroscopy in passing; its key is a code without imaging.
const CASE: &str = "c-arm-in-the-corner";

fn pupil(folder: &TempDir) -> Pupil<'static> {
    Pupil::new(desk(folder, Learning::default()), teaching().case(CASE))
}

#[test]
fn hints_come_in_three_steps_and_then_no_more() {
    let folder = TempDir::new().unwrap();
    let mut pupil = pupil(&folder);
    let hints: Vec<String> = (0..4).map(|_| pupil.answer("hint").text).collect();
    assert!(
        hints[0].starts_with("Hint 1 of 3: It turns on imaging."),
        "{}",
        hints[0]
    );
    assert!(
        hints[1].contains("Hint 2 of 3: The rule.") && hints[1].contains("outcome:"),
        "{}",
        hints[1]
    );
    assert!(hints[2].contains("The answer: 62322"), "{}", hints[2]);
    assert!(hints[3].starts_with("There is no further hint."), "{}", hints[3]);
    assert!(pupil.answer("lines 62322").text.starts_with("Right, with 3 hints."));
    let kept = LearningStore::new(Some(folder.path().to_owned()))
        .read()
        .unwrap()
        .learning;
    assert_eq!(kept.cases[CASE].best, 100);
}

#[test]
fn a_wrong_code_is_told_with_its_axis_its_rule_and_the_usual_mistakes() {
    let folder = TempDir::new().unwrap();
    let mut pupil = pupil(&folder);
    let said = pupil.answer("lines 62323").text;
    for part in [
        "Not right: 0 of 100.",
        "62323 x1 should be 62322 x1; it turns on imaging.",
        "Why",
        "outcome:",
        "Often entered, and wrong",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

#[test]
fn answers_handed_in_show_where_the_paths_part() {
    let folder = TempDir::new().unwrap();
    let mut pupil = pupil(&folder);
    for fact in &teaching().case(CASE).unwrap().procedures[0] {
        let fact = if fact.starts_with("imaging=") {
            "imaging=fluoroscopy"
        } else {
            fact
        };
        pupil.answer(&format!("fact {fact}"));
    }
    let said = pupil.answer("hand in").text;
    let paths = said.split("Where the paths part\n").nth(1).unwrap();
    let (both, apart) = (paths.find("both: Region").unwrap(), paths.find("you: Imaging").unwrap());
    assert!(
        both < apart && paths.contains("right: Imaging") && paths.contains("They part on imaging."),
        "{said}"
    );
}

#[test]
fn only_the_first_time_counts_until_once_more() {
    let folder = TempDir::new().unwrap();
    let mut pupil = pupil(&folder);
    let store = LearningStore::new(Some(folder.path().to_owned()));
    pupil.answer("lines 62323");
    assert!(pupil.answer("lines 62322").text.contains("the first time counts"));
    assert_eq!(store.read().unwrap().learning.cases[CASE].tries, 1);
    pupil.answer("once more");
    pupil.answer("lines 62322");
    let kept = store.read().unwrap().learning;
    assert_eq!((kept.cases[CASE].tries, kept.cases[CASE].best), (2, 100));
}

#[test]
fn nothing_is_written_before_a_case_is_handed_in() {
    let folder = TempDir::new().unwrap();
    let mut pupil = pupil(&folder);
    for line in [
        "hint",
        "note",
        "cases magnet",
        "progress",
        "4",
        "words C-arm",
        "next",
        "help",
        "quit",
    ] {
        pupil.answer(line);
    }
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
}

#[rstest]
#[case("62323", "62323 x1 should be 62327 x1; it turns on needle or catheter.")]
#[case("62327, 62323", "62323 x1 does not belong here; it turns on the units.")]
#[case("62323 x3", "62323 x3 should be 62327 x1; it turns on the units.")]
fn the_axis_of_a_slip_is_that_of_the_wrong_result_it_is(#[case] lines: &str, #[case] wanted: &str) {
    let folder = TempDir::new().unwrap();
    let case = teaching().case("three-doses-from-the-tail");
    let mut pupil = Pupil::new(desk(&folder, Learning::default()), case);
    let said = pupil.answer(&format!("lines {lines}")).text;
    assert!(said.contains(wanted), "{said}");
}

#[rstest]
#[case("axis:imaging difficulty:1", &["a-very-short-lesi"], &["a-call-at-night", "in-the-scanner"])]
#[case("axis:delivery code:6232", &["three-doses-from-the-tail"], &["in-the-scanner"])]
#[case("axis:catheter code:6232", &["three-doses-from-the-tail"], &["in-the-scanner"])]
#[case("CODE:62324", &["ten-past-twelve"], &["a-very-short-lesi"])]
#[case("state:new scanner", &["in-the-scanner"], &["ten-past-twelve"])]
#[case("state:solved", &["0 cases.", "axis: and what it turns on: region,"], &["scanner"])]
fn the_list_is_narrowed_as_on_the_full_screen(#[case] words: &str, #[case] held: &[&str], #[case] left: &[&str]) {
    let folder = TempDir::new().unwrap();
    let said = pupil(&folder).answer(&format!("cases {words}")).text;
    assert!(held.iter().all(|text| said.contains(text)), "{said}");
    assert!(!left.iter().any(|id| said.contains(&format!("{id}: "))), "{said}");
}

#[test]
fn a_drill_goes_on_where_it_was_left() {
    let folder = TempDir::new().unwrap();
    let store = LearningStore::new(Some(folder.path().to_owned()));
    let mut first = Pupil::new(desk(&folder, Learning::default()), None);
    let opening = first.opening();
    assert!(opening.contains(&teaching().cases[0].title), "{opening}");
    first.answer("lines undetermined");
    first.answer("quit");
    let again = Pupil::new(desk(&folder, store.read().unwrap().learning), None);
    assert!(
        again.opening().contains(&teaching().cases[0].title),
        "missed, so it is not solved"
    );
    assert!(folder.path().join(LEARNING).exists());
}

#[rstest]
#[case("lines", "Nothing is typed yet. Say lines with")]
#[case("lines epidural", "is not a code")]
#[case("case nowhere-at-all", "There is no case \"nowhere-at-all\"")]
#[case("case c-arm-in-the-korner", "Did you mean c-arm-in-the-corner?")]
#[case("hand in", "Nothing is answered yet.")]
#[case("words no such words here", "Not in the note as it stands")]
#[case("help caudal", "There is no word")]
fn what_cannot_be_done_is_said(#[case] line: &str, #[case] said: &str) {
    let folder = TempDir::new().unwrap();
    let heard = pupil(&folder).answer(line).text;
    assert!(heard.contains(said), "{heard}");
}

#[test]
fn spotted_words_are_scored_and_those_that_decide_are_said() {
    let folder = TempDir::new().unwrap();
    let case = teaching().case(CASE).unwrap();
    let all: Vec<&str> = case.decides.iter().map(|one| one.words.as_str()).collect();
    let said = pupil(&folder).answer(&format!("words {}", all.join("; "))).text;
    assert!(said.starts_with("100 of 100."), "{said}");
    let one = pupil(&folder).answer(&format!("words {}", all[0])).text;
    assert!(
        !one.starts_with("100") && one.contains("The words that decide:"),
        "{one}"
    );
}

#[test]
fn help_says_every_word_of_the_drill_and_each_does_something() {
    let folder = TempDir::new().unwrap();
    let help = pupil(&folder).answer("help").text;
    for row in training_words()
        .iter()
        .filter(|row| row.heard.contains(&epipath::line::training::Lesson::Drill))
    {
        assert!(help.contains(row.help), "{}", row.names[0]);
        let said = pupil(&folder).answer(row.names[0]).text;
        assert!(!said.is_empty() && said.is_ascii(), "{}", row.names[0]);
    }
}
