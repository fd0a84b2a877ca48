//! A note in line mode: pasted or from a file, quoted at each question, confirmed by Enter where it is strong, taken by nobody else.

use std::sync::OnceLock;

use epipath::embedded;
use epipath::line::{Notes, Talked, talk};
use epipath::note::{Given, State, Strength};
use epipath::report::note::NoteReader;
use rstest::rstest;

use crate::door::{Talk, facts_of};
use crate::support::book;

const FORAMINA: &str = include_str!("../note_read/foramina.txt");
const FACET: &str = include_str!("../note_read/facet.txt");

/// Two notes by their names, and the words of the pack.
#[derive(Debug)]
struct Desk {
    reader: NoteReader,
}

impl Notes for Desk {
    fn open(&self, path: &str) -> Result<Given, String> {
        let note = match path {
            "foramina.txt" => FORAMINA.to_owned(),
            "facet.txt" => FACET.to_owned(),
            "weak.txt" => weak(),
            "two.txt" => two(),
            _ => return Err("there is no such file".to_owned()),
        };
        Given::read(note.as_bytes()).map_err(|error| error.to_string())
    }

    fn reader(&self) -> Result<&NoteReader, String> {
        Ok(&self.reader)
    }
}

/// The title alone tells of imaging.
fn weak() -> String {
    FORAMINA.replace("Under fluoroscopic guidance a", "A")
}

/// One injection in the neck, one in the low back.
fn two() -> String {
    let text = std::fs::read_to_string("tests/notes/family/neck-and-low-back-same-morning.yaml").unwrap();
    let read: serde_json::Value = serde_yaml::from_str(&text).unwrap();
    read["note"].as_str().unwrap().to_owned()
}

fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| Desk {
        reader: NoteReader::new(embedded::lexicon().unwrap()),
    })
}

fn begun(lines: &[&str]) -> Talk {
    let mut talk = Talk::reading(book(), desk());
    talk.all(lines);
    talk
}

/// Presses Enter until the case comes to a result; says how often.
fn entered(talk: &mut Talk) -> usize {
    for presses in 0..12 {
        if talk.question().is_none() {
            return presses;
        }
        talk.say("");
    }
    panic!("no result\n{}", talk.heard);
}

/// Confirms whatever is suggested until the case comes to a result.
fn confirmed(talk: &mut Talk) {
    for _ in 0..12 {
        if talk.question().is_some() {
            talk.say("confirm");
        }
    }
    assert_eq!(talk.question(), None, "no result\n{}", talk.heard);
}

#[test]
fn from_a_paste_to_the_lines_with_one_enter_a_question() {
    let mut talk = begun(&["read"]);
    assert_eq!(
        talk.last().lines().count(),
        1,
        "no prompt while a note is taken: {}",
        talk.last()
    );
    for line in FORAMINA.lines() {
        talk.say(line);
        assert_eq!(talk.last(), "", "a paste is not answered line by line");
    }
    talk.say(".");
    assert!(
        talk.last().contains("The note tells of an injection of this family."),
        "{}",
        talk.last()
    );
    assert!(talk.dialogue.session().actions().is_empty(), "nothing is taken unasked");
    let questions = entered(&mut talk);
    assert_eq!(
        talk.dialogue.session().actions().len(),
        questions,
        "one answer an Enter\n{}",
        talk.heard
    );
    assert_eq!(talk.session_end(), "64483");
    assert!(
        talk.last().contains("Levels in the note: L4-L5 left; L5-S1 left."),
        "{}",
        talk.last()
    );
    talk.say("");
    assert!(
        facts_of(&talk).contains(&"level=L5-S1:left".to_owned()),
        "{}",
        talk.heard
    );
    assert!(talk.last().contains("Line 2: 64484"), "{}", talk.last());
    // Enter has nothing more to take: it says the result again.
    let before = talk.dialogue.session().actions().len();
    talk.say("");
    assert_eq!(talk.dialogue.session().actions().len(), before);
}

/// The quotes come before the choices, the suggestion with its strength after them.
#[test]
fn quotes_are_said_before_the_choices() {
    let talk = begun(&["read foramina.txt"]);
    let place = |part: &str| {
        talk.last()
            .find(part)
            .unwrap_or_else(|| panic!("{part}: {}", talk.last()))
    };
    let question = place("Region: Where");
    let quote = talk.last()[question..].find("In the note: \"").unwrap() + question;
    assert!(quote < place("1. Cervical") && place("0. Not documented") < place("The note suggests 4, lumbar, strong."));
    assert!(
        talk.last().trim_end().ends_with("Region: answer 1 to 5, or 0."),
        "{}",
        talk.last()
    );
}

#[rstest]
#[case::yes("yes", true)]
#[case::confirm("confirm", true)]
#[case::a_number("1", true)]
#[case::enter("", false)]
fn weak_words_want_a_second_key(#[case] line: &str, #[case] taken: bool) {
    let mut talk = begun(&["read weak.txt"]);
    let imaging = book().question_named("imaging").unwrap();
    for _ in 0..12 {
        if talk.question() != Some(imaging) {
            talk.say("");
        }
    }
    let noted = desk().reader.read(book(), &weak());
    let suggestion = noted.suggestion(0, "imaging").unwrap();
    assert_eq!(
        (suggestion.state, suggestion.strength),
        (State::Suggested, Some(Strength::Weak))
    );
    assert!(
        talk.last().contains("weak. Weak: say the number or yes."),
        "{}",
        talk.last()
    );
    talk.say(line);
    assert_eq!(
        facts_of(&talk).contains(&"imaging=fluoroscopy".to_owned()),
        taken,
        "{}",
        talk.heard
    );
    assert_eq!(
        talk.last().contains("Weak: say the number or yes."),
        !taken,
        "{}",
        talk.last()
    );
}

#[test]
fn any_other_answer_counts_as_ever() {
    let mut talk = begun(&["read foramina.txt", "1", "back"]);
    assert!(talk.last().contains("Your answer so far: cervical."), "{}", talk.last());
    assert!(!talk.last().contains("Enter confirms"), "{}", talk.last());
    talk.say("");
    assert!(
        facts_of(&talk).contains(&"region=cervical".to_owned()),
        "Enter changes no answer\n{}",
        talk.heard
    );
}

#[test]
fn evidence_and_the_places_around_it_are_said_again() {
    let mut talk = begun(&["read foramina.txt", "", "evidence"]);
    assert!(talk.last().starts_with("In the note: \"") && talk.last().contains("The note suggests 4, transforaminal"));
    talk.say("next quote");
    let first = talk.last().to_owned();
    assert!(
        first.starts_with("Place 1 of ") && first.contains("Around it: ..."),
        "{first}"
    );
    talk.say("next quote");
    assert!(talk.last().starts_with("Place 2 of "), "{}", talk.last());
    talk.say("previous quote");
    assert_eq!(talk.last(), first);
    talk.say("evidence all");
    assert!(
        talk.last().contains("If every suggestion is confirmed"),
        "{}",
        talk.last()
    );
}

#[test]
fn items_that_the_note_shows_are_ticked_when_asked() {
    let mut talk = begun(&["read foramina.txt"]);
    entered(&mut talk);
    talk.say("checklist");
    assert!(talk.last().contains("In the note: shown, \""), "{}", talk.last());
    assert!(
        talk.last().contains("\n0 of "),
        "nothing is ticked unasked: {}",
        talk.last()
    );
    talk.say("tick shown");
    assert!(!talk.last().starts_with("0 of "), "{}", talk.last());
}

#[test]
fn the_next_procedure_of_a_note_is_asked_by_the_word_for_it() {
    let mut talk = begun(&["read two.txt"]);
    assert!(
        talk.last()
            .contains("It tells of 2 procedures; the first is asked now."),
        "{}",
        talk.last()
    );
    confirmed(&mut talk);
    assert!(
        talk.last()
            .contains("The note tells of 2 procedures: add procedure asks for the next."),
        "{}",
        talk.last()
    );
    talk.say("add procedure");
    assert!(
        talk.last().contains("Procedure 2 of 2.") && talk.last().contains("The note suggests"),
        "{}",
        talk.last()
    );
}

#[test]
fn a_note_outside_the_family_says_so_first() {
    let talk = begun(&["read facet.txt"]);
    assert!(
        talk.last()
            .trim_start()
            .starts_with("The note tells of no injection of this family."),
        "{}",
        talk.last()
    );
    assert!(
        talk.last().contains("card facet-joint says where it goes."),
        "{}",
        talk.last()
    );
    assert!(!talk.last().contains("The note suggests"), "{}", talk.last());
}

#[rstest]
#[case(&["forget"])]
#[case(&["blank"])]
#[case(&["next case", "next case"])]
#[case(&["begin region=lumbar", "begin region=lumbar"])]
fn the_note_goes_with_the_case(#[case] lines: &[&str]) {
    let mut talk = begun(&["read foramina.txt", ""]);
    talk.all(lines);
    talk.say("evidence");
    assert!(
        talk.last().contains("There is no note; read takes one."),
        "{}",
        talk.last()
    );
}

#[rstest]
#[case::no_such_file(&["read nowhere.txt"], "\"nowhere.txt\" cannot be read as a note: there is no such file.")]
#[case::nothing_pasted(&["read", "."], "it holds no words")]
#[case::no_note(&["evidence"], "There is no note; read takes one.")]
#[case::nothing_to_drop(&["forget"], "There is no note to drop")]
#[case::nothing_to_confirm(&["confirm"], "There is no note; read takes one.")]
fn what_cannot_be_done_is_said(#[case] lines: &[&str], #[case] said: &str) {
    let talk = begun(lines);
    assert!(talk.last().contains(said), "{}", talk.last());
    assert_eq!(talk.last().lines().count(), 2, "a line and the prompt: {}", talk.last());
}

#[test]
fn a_dialogue_without_notes_says_so() {
    let mut talk = Talk::new(book());
    talk.say("read foramina.txt");
    assert!(talk.last().contains("No note can be taken here."), "{}", talk.last());
}

/// A note that lost its line breaks is one long line, and one of Windows has bytes of its own.
#[test]
fn long_lines_and_bytes_of_windows_are_heard_whole() {
    let flat = FORAMINA.replace("\n\n", " ").replace('\n', " ");
    let flat = format!("{}{flat}", "HISTORY: she was seen before. ".repeat(400));
    assert!(flat.len() > 8192);
    let flat: Vec<u8> = flat
        .replace("L4-L5", "L4\u{96}L5")
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let input = [b"read\n", flat.as_slice(), b"\n.\n\n\n\n\n\nfacts\nquit\n"].concat();
    let mut talked = begun(&[]);
    let mut output = Vec::new();
    talk(&mut talked.dialogue, input.as_slice(), &mut output).unwrap();
    let text = String::from_utf8(output).unwrap();
    assert!(text.contains("level=L4-L5:left"), "{text}");
}

#[test]
fn a_paste_that_does_not_end_is_not_read() {
    let mut talked = begun(&[]);
    let mut output = Vec::new();
    let ended = talk(
        &mut talked.dialogue,
        b"read\nPROCEDURE: something\nquit\n".as_slice(),
        &mut output,
    )
    .unwrap();
    let text = String::from_utf8(output).unwrap();
    assert!(
        text.contains("The note did not end with a point and was not read."),
        "{text}"
    );
    assert_eq!(ended, Talked::Unanswered);
}

#[test]
fn too_large_a_paste_is_refused_and_the_dialogue_goes_on() {
    let mut talk = begun(&["read"]);
    let line = "x".repeat(4000);
    for _ in 0..60 {
        talk.say(&line);
    }
    talk.say(".");
    assert!(talk.last().contains("larger than 200 kB"), "{}", talk.last());
    assert!(talk.last().contains("Region: answer 1 to 5, or 0."), "{}", talk.last());
}
