//! What was hard to listen to, each named after what went wrong.

use epipath::line::Partner as _;
use rstest::rstest;

use crate::door::Talk;
use crate::support::book;

fn said(lines: &[&str]) -> Talk {
    let mut talk = Talk::new(book());
    talk.all(lines);
    talk
}

#[test]
fn an_open_result_says_what_to_ask_first_and_counts_the_ways_out() {
    let mut talk = said(&["4", "1", "0", "0", "0"]);
    let told = talk.last().to_owned();
    assert!(told.find("Ask the provider:") < told.find("It hangs on:"), "{told}");
    assert!(told.contains(" ways out of this family"), "{told}");
    for line in told.lines() {
        assert!(line.len() < 200, "{} letters: {line}", line.len());
        assert!(line.matches("undetermined by rule").count() < 2, "{line}");
    }
    talk.say("reasons");
    assert!(talk.last().contains("Outside this family: "), "{}", talk.last());
}

#[test]
fn a_card_alone_is_short_and_names_its_sections() {
    let mut talk = said(&["card 62323"]);
    let brief = talk.last().to_owned();
    assert!(brief.contains("In brief") && brief.contains("Units: "), "{brief}");
    assert!(!brief.contains("Sources"), "{brief}");
    assert!(brief.lines().count() < 50, "{brief}");
    talk.say("card 62323 all");
    assert!(talk.last().lines().count() > 300, "{}", talk.last());
    talk.say("card 62323 units");
    assert!(talk.last().contains("Units"), "{}", talk.last());
}

#[test]
fn the_codes_still_possible_are_the_same_list_everywhere() {
    let mut talk = said(&["4"]);
    let list = "62322, 62323, 62326, 62327, 64483, 64484";
    assert!(talk.last().contains(list), "{}", talk.last());
    let end = talk.dialogue.end_of_input().text;
    assert!(end.contains(list), "{end}");
}

/// A caudal entry would contradict the neck: nothing of the low back is possible before somebody says so.
#[rstest]
#[case("1", &["62320", "62321", "62324", "62325", "64479", "64480"])]
#[case("2", &["62320", "62321", "62324", "62325", "64479", "64480"])]
#[case("4", &["62322", "62323", "62326", "62327", "64483", "64484"])]
#[case("5", &["62322", "62323", "62326", "62327", "64483", "64484"])]
fn no_code_of_another_region_is_possible(#[case] region: &str, #[case] codes: &[&str]) {
    let talk = said(&[region]);
    let possible: Vec<String> = talk
        .view()
        .standings
        .into_iter()
        .filter(|standing| standing.possible)
        .map(|standing| standing.code)
        .collect();
    assert_eq!(possible, codes);
}

#[test]
fn a_contradiction_that_was_said_leaves_both_halves_open() {
    let talk = said(&["1", "2"]);
    assert!(
        talk.view()
            .standings
            .iter()
            .any(|one| one.code == "62323" && one.possible)
    );
}

#[rstest]
#[case("lumbar", "it is one of Region; change region asks that again")]
#[case("caudl", "did you mean caudal")]
#[case("backk", "did you mean back")]
#[case("qqqq", "find looks words up")]
fn a_wrong_word_costs_one_line_that_helps(#[case] word: &str, #[case] help: &str) {
    let talk = said(&["4", word]);
    assert_eq!(talk.last().lines().count(), 1, "{}", talk.last());
    assert!(talk.last().contains(help), "{}", talk.last());
    assert!(
        talk.last().contains("Approach: answer 1 to 6, or 0."),
        "{}",
        talk.last()
    );
}

#[test]
fn a_tick_before_a_result_says_that_there_is_no_result_yet() {
    let talk = said(&["4", "tick 1"]);
    assert!(talk.last().starts_with("There is no result yet"), "{}", talk.last());
}

#[test]
fn a_dropped_procedure_is_named_and_the_rest_counted() {
    let mut talk = said(&[
        "4",
        "1",
        "1",
        "1",
        "1",
        "add procedure",
        "1",
        "4",
        "1",
        "1",
        "drop procedure",
    ]);
    assert!(
        talk.last()
            .starts_with("Procedure 2 of 2, 64479, is dropped; 1 procedure left."),
        "{}",
        talk.last()
    );
    talk.say("undo");
    assert!(
        talk.last().starts_with("Taken back: the dropping of a procedure."),
        "{}",
        talk.last()
    );
    talk.say("redo");
    assert!(
        talk.last().starts_with("Done again: the dropping of a procedure."),
        "{}",
        talk.last()
    );
}

#[test]
fn what_undo_takes_back_is_said() {
    let talk = said(&["4", "2", "undo"]);
    assert!(
        talk.last().starts_with("Taken back: Approach, caudal."),
        "{}",
        talk.last()
    );
}

#[test]
fn warnings_are_not_said_again_between_procedures_and_at_the_end() {
    let mut talk = said(&["4", "4", "1", "1", "add procedure", "1", "4", "1", "1"]);
    assert!(talk.last().contains("Warning: "), "{}", talk.last());
    for word in ["next procedure", "previous procedure", "quit"] {
        talk.say(word);
        assert!(!talk.last().contains("Warning: "), "{word}: {}", talk.last());
        assert!(
            talk.last().contains("Procedure 2 of 2") || word == "next procedure",
            "{}",
            talk.last()
        );
    }
    assert!(
        talk.last().contains("Line 1: ") && talk.last().contains("From: "),
        "{}",
        talk.last()
    );
}

#[test]
fn a_comparison_says_each_row_that_differs_once() {
    let talk = said(&["compare 62321 62323"]);
    let differ: Vec<&str> = talk.last().lines().filter(|line| line.contains(" differs: ")).collect();
    assert!(!differ.is_empty(), "{}", talk.last());
    let heads: std::collections::BTreeSet<_> = differ.iter().map(|line| line.split(" differs: ").next()).collect();
    assert_eq!(heads.len(), differ.len(), "{differ:?}");
    assert!(!talk.last().contains("no rule"), "{}", talk.last());
}
