//! The table of words: every word says something everywhere, none is also an answer, any line at all is answered.

use epipath::line::Partner as _;
use epipath::line::words::{Place, Word, heard, word_table};
use epipath::session::{Action, Session};
use proptest::prelude::*;
use rstest::rstest;

use crate::door::Talk;
use crate::support::{book, context};

/// Lines that lead to each place.
const PLACES: [(Place, &[&str]); 5] = [
    (Place::Question, &["4"]),
    (Place::Code, &["4", "4", "1", "1"]),
    (Place::Signpost, &["4", "6", "1"]),
    (Place::Open, &["4", "4", "0", "1"]),
    (Place::Levels, &["4", "4", "1", "1", "levels"]),
];

fn at(lines: &[&str]) -> Talk {
    let mut talk = Talk::new(book());
    talk.all(lines);
    talk
}

/// What may stand behind a word.
pub(crate) fn behind(word: Word) -> &'static [&'static str] {
    match word {
        Word::Change | Word::Clear => &["region", "nonsense"],
        Word::Help => &["", "back", "nonsense"],
        Word::Sources => &["", "iframe-62320", "nonsense"],
        Word::Find => &["blood patch", "qqqq"],
        Word::Card => &["", "62323", "64483 units", "62323 nonsense", "facet-joint", "nonsense"],
        Word::Compare => &["62321 62323", "nonsense"],
        Word::Begin => &["lumbar TFESI L4-5 left", "region=lumbar", "nonsense"],
        Word::Fact => &["imaging=ct", "nonsense=1"],
        Word::Level => &["L4-L5 left", "nonsense"],
        Word::Setting => &["", "asc", "nonsense"],
        Word::Payer => &["", "medicare tx", "nonsense"],
        Word::Tick | Word::Untick => &["1", "99", "nonsense"],
        Word::Use | Word::Drop => &["59", "nonsense"],
        Word::Modifiers => &["", "50", "nonsense"],
        Word::WhatIf => &["imaging=ct", "nonsense"],
        Word::Tree | Word::Evidence => &["", "all", "nonsense"],
        Word::Export => &["", "csv", "json", "tsv", "nonsense"],
        Word::Checklist => &["", "hard", "open", "nonsense"],
        Word::Shelf => &["", "start=shelf", "nonsense"],
        Word::Favorite | Word::NoFavorite | Word::DropNote => &["", "62323", "nonsense"],
        Word::Note => &["", "62323", "62323 ask for views", "62323 seen 01/02/1960", "nonsense"],
        Word::Report => &[
            "",
            "1",
            "1 not so",
            "question:imaging not so",
            "card:nonsense not so",
            "nonsense",
        ],
        Word::Cite => &["", "on", "off", "nonsense"],
        Word::Read => &["", "nonsense.txt"],
        _ => &[""],
    }
}

#[test]
fn every_word_says_something_everywhere() {
    for (place, lines) in PLACES {
        for row in word_table() {
            for rest in behind(row.word) {
                let mut talk = at(lines);
                let line = format!("{} {rest}", row.names[0]);
                talk.say(line.trim_end());
                let said = talk.last().trim().lines().count();
                let needed = if talk.end.is_some() { 1 } else { 2 };
                assert!(said >= needed, "{line} at {place:?} says nothing but {:?}", talk.last());
                assert!(
                    !talk.last().contains("is no answer here"),
                    "{line} at {place:?}: {}",
                    talk.last()
                );
            }
        }
    }
}

#[test]
fn a_word_without_what_it_needs_says_what_it_needs() {
    for row in word_table()
        .iter()
        .filter(|row| !row.takes.is_empty() && !row.takes.starts_with('['))
    {
        for (place, lines) in PLACES {
            let mut talk = at(lines);
            talk.say(row.names[0]);
            assert!(
                talk.last().contains(&row.form()),
                "{} at {place:?}: {}",
                row.names[0],
                talk.last()
            );
            assert_eq!(talk.last().lines().count(), 2, "one line and the prompt");
        }
    }
}

#[test]
fn no_word_is_also_an_answer() {
    for question in &book().file.questions {
        for answer in &question.answers {
            let own = [&answer.id, &answer.label, &answer.short];
            for name in own.into_iter().chain(&answer.words) {
                let word = heard(name).filter(|heard| heard.rest.is_empty() || !heard.row.takes.is_empty());
                assert!(word.is_none(), "{}: {name}", question.id);
            }
        }
    }
}

/// The number, the id and the whole label of an answer choose it, at every question.
#[test]
fn an_answer_is_chosen_by_number_by_name_and_by_label() {
    let book = book();
    for question in &book.file.questions {
        for (index, answer) in question.answers.iter().enumerate() {
            for line in [(index + 1).to_string(), answer.id.clone(), answer.label.to_uppercase()] {
                let mut session = Session::new(context());
                let go = Action::GoTo {
                    question: question.id.clone(),
                };
                session.update(book, go).unwrap();
                let kept = epipath::shelf::Kept::nothing("2026-11-21".parse().unwrap());
                let because = epipath::line::Because::Option;
                let mut dialogue = epipath::line::Dialogue::new(book, session, because, kept);
                let reply = dialogue.answer(&line);
                let wanted = Action::Answer {
                    question: question.id.clone(),
                    value: answer.id.clone(),
                };
                let done = dialogue.session().actions().last();
                assert_eq!(done, Some(&wanted), "{line}: {}", reply.text);
            }
        }
    }
}

#[rstest]
// A word of notes.
#[case(&["4", "TFESI"], "approach=transforaminal")]
// The beginning of a label.
#[case(&["4", "1", "fluoro"], "imaging=fluoroscopy")]
#[case(&["4", "1", "1,2"], "imaging=fluoroscopy,ct")]
#[case(&["4", "1", "fluoroscopy , ct"], "imaging=fluoroscopy,ct")]
#[case(&["4", "1", "1", "1", "1+2"], "substance=steroid-anesthetic+other-solution")]
#[case(&["4", "1", "Not Documented"], "imaging=not-documented")]
#[case(&["imaging=ct"], "imaging=ct")]
#[case(&["fact imaging=ct setting=asc"], "setting=asc")]
#[case(&["payer Medicare tx"], "payer=medicare:TX")]
#[case(&["level L4/5 left"], "level=L4-L5:left")]
#[case(&["levels", "L4-L5 left, L5-S1 right", "done", "clear L4-L5"], "level=L5-S1:right")]
#[case(&["begin lumbar TFESI L4-5 left"], "approach=transforaminal")]
#[case(&["4", "4", "1", "1", "use 59"], "modifier=59")]
fn a_line_becomes_a_fact(#[case] lines: &[&str], #[case] fact: &str) {
    let talk = at(lines);
    assert!(
        crate::door::facts_of(&talk).iter().any(|one| one == fact),
        "{}",
        talk.heard
    );
}

#[rstest]
#[case(&["9"], "There is no answer 9 here: the answers are 1 to 5, and 0.")]
#[case(&["1,9"], "There is no answer 9 here")]
#[case(&["1,2+3"], "use one of them in a line")]
#[case(&["0,1"], "stands alone")]
#[case(&["banana"], "\"banana\" is no answer here; find looks words up")]
#[case(&["bcak"], "did you mean back")]
#[case(&["back now"], "back stands alone")]
#[case(&["fnid caudal"], "did you mean find")]
#[case(&["favorite"], "name a code or a signpost")]
#[case(&["favorite banana"], "has no card for \"banana\"")]
#[case(&["shelf start=banana"], "shelf takes start=shelf")]
#[case(&["cite banana"], "cite takes on or off")]
#[case(&["back"], "Not done: this is the first question.")]
#[case(&["undo"], "Nothing to undo.")]
#[case(&["claim"], "There is no result yet")]
#[case(&["imaging=banana"], "imaging has no value \"banana\"")]
#[case(&["1+2"], "takes one answer at a time")]
#[case(&["4", "1", "1", "1", "s"], "is no answer here")]
#[case(&["levels", "banana"], "is not a spinal level")]
#[case(&["4", "quit"], "This case is not finished.")]
#[case(&["4", "next case"], "This case is not finished.")]
#[case(&["4", "begin region=sacral"], "This case is not finished.")]
#[case(&["4", "4", "1", "1", "3"], "No question is open")]
#[case(&["tick 1"], "There is no result yet")]
#[case(&["done"], "Nothing is under way")]
#[case(&["next procedure"], "This is the only procedure.")]
fn what_cannot_be_done_is_said_in_a_line(#[case] lines: &[&str], #[case] said: &str) {
    let talk = at(lines);
    assert!(talk.last().contains(said), "{}", talk.last());
    let misheard = ["is no answer here", "says nothing here"];
    let lines = if misheard.iter().any(|part| talk.last().contains(part)) {
        1
    } else {
        2
    };
    assert_eq!(
        talk.last().lines().count(),
        lines,
        "one line, and the prompt in it or below: {}",
        talk.last()
    );
    assert_eq!(talk.end, None);
}

#[test]
fn an_unfinished_case_is_dropped_only_when_asked_twice_in_a_row() {
    let mut talk = at(&["4", "quit", "why", "quit"]);
    assert_eq!(talk.end, None);
    talk.say("quit");
    assert_eq!(
        talk.end.unwrap().status.map(|status| status.to_string()).as_deref(),
        Some("undetermined")
    );
    let talk = at(&["4", "next case", "next case"]);
    assert!(talk.last().contains("A new case."), "{}", talk.last());
}

#[test]
fn the_end_tells_the_case_on_the_desk_else_the_one_before() {
    let status = |lines: &[&str]| {
        let mut talk = at(lines);
        let end = talk.dialogue.end_of_input().end.unwrap();
        end.status.map(|status| status.to_string())
    };
    assert_eq!(status(&[]), None);
    assert_eq!(status(&["help"]), None);
    assert_eq!(status(&["4"]).as_deref(), Some("undetermined"));
    assert_eq!(status(&["4", "6", "1"]).as_deref(), Some("signpost"));
    assert_eq!(status(&["4", "6", "1", "next case"]).as_deref(), Some("signpost"));
    assert_eq!(
        status(&["4", "6", "1", "next case", "4", "1", "1", "1", "1"]).as_deref(),
        Some("code")
    );
}

/// Lines that a person might type, and lines that nobody would.
fn any_line() -> impl Strategy<Value = String> {
    let names: Vec<String> = word_table()
        .iter()
        .flat_map(|row| row.names)
        .map(|name| (*name).to_owned())
        .collect();
    let facts = [
        "imaging=ct",
        "level=L4-L5:both",
        "payer=medicare:TX",
        "x=",
        "=",
        "date=2020-01-01",
    ]
    .map(str::to_owned);
    prop_oneof![
        4 => "[0-9]{1,2}([,+][0-9])?",
        4 => proptest::sample::select(names.clone()),
        2 => (proptest::sample::select(names), any::<String>()).prop_map(|(name, rest)| format!("{name} {rest}")),
        1 => proptest::sample::select(facts.to_vec()),
        1 => any::<String>(),
        1 => "[\\x00-\\x1f\\x7f-\\x9f\u{202e}\u{2500}-\u{28ff}]{0,9}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_are_answered(lines in proptest::collection::vec(any_line(), 1..20)) {
        let mut talk = Talk::new(book());
        for line in &lines {
            if talk.end.is_some() {
                break;
            }
            talk.say(line);
            let text = talk.last();
            prop_assert!(text.ends_with('\n'), "{line:?}: {text:?}");
            let ascii = text.bytes().all(|byte| byte == b'\n' || (b' '..0x7f).contains(&byte));
            prop_assert!(ascii, "{line:?}: {text:?}");
            let last = text.lines().last().unwrap_or_default();
            let prompted = [": answer 1 to ", "Say: ", ". Say a word, or help.", "A level with its side"]
                .iter()
                .any(|prompt| last.contains(prompt));
            prop_assert_eq!(prompted, talk.end.is_none(), "{:?}: {}", line, text);
        }
    }
}
