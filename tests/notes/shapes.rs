//! What happens to notes on their way: line ends, lost breaks, dashes, capitals. The reading stays the same, and every quote stands
//! in the text as given.

use epipath::note::{Procedure, Reading};
use rstest::rstest;

use crate::{READER, annotated, book};

/// What follows from a reading, without the places of its words.
fn facts(reading: &Reading) -> (String, Vec<Vec<String>>) {
    (
        reading.family.to_string(),
        reading.procedures.iter().map(Procedure::facts).collect(),
    )
}

#[rstest]
#[case::windows_line_ends(|note: &str| note.replace('\n', "\r\n"))]
#[case::unicode_dashes(|note: &str| note.replace('-', "\u{2013}"))]
#[case::no_break_spaces(|note: &str| note.replace("  ", " \u{a0}"))]
#[case::curly_quotes(|note: &str| note.replace('\'', "\u{2019}"))]
fn a_note_reads_the_same_however_it_was_sent(#[case] sent: fn(&str) -> String) {
    let book = book();
    for note in annotated::notes("family") {
        let (as_written, as_sent) = (READER.read(&book, &note.note), READER.read(&book, &sent(&note.note)));
        assert_eq!(facts(&as_written), facts(&as_sent), "{}", note.id);
    }
}

#[test]
fn every_quote_stands_in_the_note_and_is_no_longer_than_a_sentence() {
    let book = book();
    for note in annotated::notes("family").iter().chain(&annotated::notes("beside")) {
        let reading = READER.read(&book, &note.note);
        let answers = reading.procedures.iter().flat_map(|one| &one.answers);
        let quotes = answers
            .flat_map(|one| &one.quotes)
            .chain(reading.checklist.iter().flat_map(|one| &one.quotes))
            .chain(reading.substances.iter().flat_map(|one| &one.quotes))
            .chain(reading.conflicts.iter().flat_map(|one| &one.quotes))
            .chain(&reading.family_quotes);
        for quote in quotes {
            let text = note.note.get(quote.0.clone());
            assert!(text.is_some_and(|text| !text.is_empty()), "{}: {quote:?}", note.id);
            assert!(quote.0.len() <= 400, "{}: {text:?}", note.id);
        }
    }
}

#[test]
fn the_names_that_the_method_knows_exist_in_the_pack() {
    use epipath::note::names::{answer, item, question};
    let book = book();
    let questions = &book.file.questions;
    for name in question::PATH {
        assert!(questions.iter().any(|one| one.id == name), "{name}");
    }
    let answers = [
        (question::APPROACH, answer::FORAMEN),
        (question::APPROACH, answer::INTERLAMINAR),
        (question::IMAGING, answer::FLUOROSCOPY),
        (question::IMAGING, answer::UNGUIDED),
        (question::DELIVERY, answer::NEEDLE),
        (question::DELIVERY, answer::SAME_DAY),
        (question::DELIVERY, answer::INDWELLING),
    ];
    for (name, answer) in answers {
        let question = questions.iter().find(|one| one.id == name).unwrap();
        assert!(question.answers.iter().any(|one| one.id == answer), "{name}={answer}");
    }
    let items = [
        item::APPROACH,
        item::GUIDANCE,
        item::DELIVERY,
        item::SUBSTANCE,
        item::DOSE,
        item::FORAMEN_LEVEL,
        item::FORAMEN_SIDE,
        item::INTERSPACE,
        item::VIEWS,
    ];
    for name in items {
        assert!(book.pack().checklist.items.iter().any(|one| one.id == name), "{name}");
    }
}
