//! The note reader on notes of our own. `cargo test --test notes -- --nocapture scores` prints how well it does;
//! `NOTE=name cargo test --test notes -- --nocapture outline` how one note is taken apart and read.

mod annotated;
mod score;
mod shapes;

use std::sync::LazyLock;

use epipath::embedded;
use epipath::note::{Family, Reader};
use epipath::tree::Book;

use score::{Scores, Share};

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new(embedded::lexicon().unwrap()));

fn book() -> Book {
    Book::new(embedded::pack().unwrap()).unwrap()
}

#[test]
fn scores_on_our_notes() {
    let book = book();
    let mut scores = Scores::default();
    for note in annotated::notes("family").iter().chain(&annotated::notes("beside")) {
        scores.add(&book, note, &READER.read(&book, &note.note));
    }
    for miss in &scores.misses {
        println!("{miss}");
    }
    println!("{scores}");
    assert!(scores.family.percent() >= 95, "family");
    for (axis, share) in &scores.axes {
        assert!(share.percent() >= 95, "{axis}: {share}");
    }
    assert!(scores.lines.percent() >= 90, "lines");
    assert_eq!(
        scores.abstained.percent(),
        100,
        "where a note is silent, nothing is suggested"
    );
    assert_eq!(scores.conflicts.percent(), 100, "contradictions on a question");
    assert!(scores.ticks.percent() >= 97, "ticks");
    assert_eq!(
        scores.hard_ticks,
        Vec::<String>::new(),
        "hard items ticked that the note does not show"
    );
}

/// The teaching cases are shorter and stranger than notes, and the reader was not built on them: it may well leave them open, but
/// hardly ever may it name other codes.
#[test]
fn scores_on_the_teaching_cases() {
    let book = book();
    let teaching = embedded::teaching().unwrap();
    let (mut coded, mut wrong) = (Share::default(), Vec::new());
    for case in &teaching.cases {
        let reading = READER.read(&book, &case.note);
        let wanted = &case.result.lines.professional;
        let lines = match reading.family {
            Family::In => score::assumed(&book, &reading).1,
            Family::Out | Family::Unclear => Vec::new(),
        };
        if case.result.code.is_some() {
            coded.add(lines == *wanted);
        }
        let number = |line: &String| line.split(['-', ' ']).next().unwrap_or_default().to_owned();
        let (got, wanted): (Vec<_>, Vec<_>) = (lines.iter().map(number).collect(), wanted.iter().map(number).collect());
        if !got.is_empty() && got != wanted {
            wrong.push(format!("{}: {got:?}, not {wanted:?}", case.id));
        }
    }
    println!(
        "{}\nexact lines {coded}\nother codes {} of {}",
        wrong.join("\n"),
        wrong.len(),
        teaching.cases.len()
    );
    assert!(wrong.len() * 100 <= teaching.cases.len() * 6, "{wrong:#?}");
    assert!(coded.percent() >= 40, "{coded}");
}

#[test]
fn outline_of_a_note() {
    let wanted = std::env::var("NOTE").unwrap_or_else(|_| "lesi-lost-line-breaks".to_owned());
    let notes = [annotated::notes("family"), annotated::notes("beside")].concat();
    let cases = embedded::teaching().unwrap().cases;
    let cases = cases.iter().map(|one| (&one.id, &one.note));
    let mut all = notes.iter().map(|one| (&one.id, &one.note)).chain(cases);
    let (_, note) = all.find(|one| *one.0 == wanted).unwrap();
    let outline = READER.outline(note);
    for (section, place) in &outline {
        println!("{section:>10}  {}", note[place.clone()].replace('\n', " "));
    }
    println!("{:#?}", READER.read(&book(), note));
    let words: usize = outline
        .iter()
        .map(|(_, place)| note[place.clone()].split_whitespace().count())
        .sum();
    assert!(words > 0 && words <= note.split_whitespace().count());
}
