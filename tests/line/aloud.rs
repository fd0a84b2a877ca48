//! What is fit to be read aloud: every word on every outcome, the prompt, and what a listener is spared.

use epipath::line::words::{Word, WordRow, word_table};
use rstest::rstest;

use crate::door::Talk;
use crate::support::{book, context};
use crate::ways::{Pick, Way, ways};
use crate::words::behind;

/// Words after which the case is another one.
const CHANGES: [Word; 20] = [
    Word::Back,
    Word::Forward,
    Word::Change,
    Word::Undo,
    Word::Redo,
    Word::Begin,
    Word::Fact,
    Word::Levels,
    Word::Level,
    Word::Done,
    Word::Clear,
    Word::Setting,
    Word::Payer,
    Word::Use,
    Word::Drop,
    Word::AddProcedure,
    Word::DropProcedure,
    Word::Blank,
    Word::NextCase,
    Word::Quit,
];

/// Words about the pack, whatever the case is.
const OF_THE_PACK: [Word; 6] = [
    Word::Find,
    Word::Compare,
    Word::Tree,
    Word::Begin,
    Word::Help,
    Word::Report,
];

/// No byte below 0x20 but newline, nothing in U+2500-U+28FF; here all is ASCII, in single blanks.
fn assert_plain(text: &str, line: &str, way: &Way) {
    let odd = text.bytes().find(|byte| *byte != b'\n' && !(b' '..0x7f).contains(byte));
    assert_eq!(odd, None, "{line} at {way:?}: {text:?}");
    assert!(
        !text.contains(" \n") && !text.contains("\n\n\n") && text.ends_with('\n'),
        "{line} at {way:?}: {text:?}"
    );
}

fn fact((question, answer): Pick) -> String {
    let answer = &book().answer(question, answer).unwrap().id;
    format!("{}={answer}", book().question(question).unwrap().id)
}

#[test]
fn every_word_on_every_outcome_is_plain() {
    let ways = ways(book(), &context());
    assert_eq!(ways.len(), book().file.outcomes.len());
    let changes = |row: &&WordRow| CHANGES.contains(&row.word);
    for (nth, way) in ways.iter().enumerate() {
        let mut talk = Talk::new(book());
        let picks = way.details.iter().chain(&way.path).chain(&way.corrections);
        let facts: Vec<String> = picks.map(|pick| fact(*pick)).collect();
        talk.say(&facts.join(" "));
        assert_eq!(talk.question(), None, "{way:?}: {}", talk.last());
        // What is said of the whole pack is the same everywhere.
        let elsewhere = |row: &&WordRow| nth % 16 == 0 || !OF_THE_PACK.contains(&row.word);
        let says = word_table().iter().filter(|row| !changes(row)).filter(elsewhere);
        for row in says.chain(word_table().iter().filter(changes).filter(elsewhere)) {
            // A file holds what its form asks for, not what is read aloud.
            for rest in behind(row.word)
                .iter()
                .filter(|rest| row.word != Word::Export || **rest == "nonsense")
            {
                let line = format!("{} {rest}", row.names[0]);
                talk.say(line.trim_end());
                assert_plain(talk.last(), &line, way);
            }
        }
        assert!(talk.end.is_some(), "quit comes last");
    }
}

#[test]
fn every_form_of_a_file_is_plain_on_every_outcome() {
    for way in ways(book(), &context()) {
        let mut talk = Talk::new(book());
        let picks = way.details.iter().chain(&way.path).chain(&way.corrections);
        let facts: Vec<String> = picks.map(|pick| fact(*pick)).collect();
        talk.say(&facts.join(" "));
        for form in ["text", "csv", "markdown"] {
            talk.say(&format!("export {form}"));
            let odd = talk
                .last()
                .bytes()
                .find(|byte| *byte != b'\n' && !(b' '..0x7f).contains(byte));
            assert_eq!(odd, None, "{form} at {way:?}");
        }
    }
}

/// The prompt says everything at a new place and after a line that was not understood, else where the case is.
#[rstest]
#[case(&["4"], "Approach: answer 1 to 6, or 0.")]
#[case(&["4", ""], "Approach: answer 1 to 6, or 0. Or say: back, why, find, help, quit.")]
#[case(&["4", "banana"], "Approach: answer 1 to 6, or 0. Or say: back, why, find, help, quit.")]
#[case(&["4", "why"], "Approach: answer 1 to 6, or 0.")]
#[case(&["4", "4", "1", "1", "claim"], "64483. Say a word, or help.")]
#[case(&["4", "6", "1", "reasons"], "Outside this family. Say a word, or help.")]
#[case(&["4", "4", "0", "1", "reasons"], "Undetermined. Say a word, or help.")]
#[case(&["levels", "L4-L5 left"], "A level with its side, or done.")]
fn the_prompt_says_where_the_case_is(#[case] lines: &[&str], #[case] prompt: &str) {
    let mut talk = Talk::new(book());
    talk.all(lines);
    assert!(talk.last().trim_end().ends_with(prompt), "{}", talk.last());
}

/// The result is the first thing said of it, right after the echo of the last answer.
#[test]
fn the_result_comes_first() {
    let mut talk = Talk::new(book());
    talk.all(&["4", "1", "1", "1", "1"]);
    let mut lines = talk.last().lines().filter(|line| !line.is_empty());
    assert_eq!(lines.next(), Some("Substance: steroid or anesthetic."));
    assert!(lines.next().is_some_and(|line| line.starts_with("Result: 62323. ")));
}

/// Names of sources are heard where they are wanted.
#[test]
fn sources_are_said_with_each_rule_only_where_wanted() {
    let mut talk = Talk::new(book());
    talk.all(&["4", "1", "1", "1", "1"]);
    for word in ["reasons", "card 62323 units", "compare 62323 64483"] {
        talk.say(word);
        let before = talk.last().to_owned();
        talk.all(&["cite on", word]);
        let after = talk.last().to_owned();
        talk.say("cite off");
        assert!(
            after.contains("iframe-62320") || after.contains("aapc-"),
            "{word}: {after}"
        );
        assert!(after.len() > before.len() && !before.contains('['), "{word}: {before}");
    }
}

/// An accent is read out letter by letter where a quotation mark is not.
#[test]
fn what_was_typed_stands_in_quotation_marks() {
    let mut talk = Talk::new(book());
    for line in [
        "banana",
        "card banana",
        "imaging=banana",
        "find qqqq",
        "sources banana",
        "export banana",
    ] {
        talk.say(line);
        assert!(!talk.last().contains('`'), "{}", talk.last());
    }
}
