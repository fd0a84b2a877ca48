//! Every teaching case in line mode comes to what the engine says, and handing that in is right.

use std::fmt::Write as _;

use epipath::line::Partner as _;
use epipath::line::training::Pupil;
use epipath::pack::model::Case;
use epipath::shelf::Learning;
use tempfile::TempDir;

use crate::desk::{desk, key_as_typed, teaching};
use crate::support::book;

/// What a person types who reads the note rightly.
fn typed(case: &Case) -> Vec<String> {
    let mut lines = Vec::new();
    for (nth, procedure) in case.procedures.iter().enumerate() {
        if nth > 0 {
            lines.push("add procedure".to_owned());
        }
        let here = |fact: &&String| {
            let name = fact.split('=').next().unwrap();
            nth == 0 || book().question_named(name).is_some()
        };
        let facts = procedure.iter().chain(case.session.iter().filter(here));
        lines.extend(facts.map(|fact| format!("fact {fact}")));
    }
    lines
}

#[test]
fn every_case_answered_rightly_is_right_in_line_mode() {
    let mut wrong = String::new();
    for case in &teaching().cases {
        let folder = TempDir::new().unwrap();
        let mut pupil = Pupil::new(desk(&folder, Learning::default()), Some(case));
        let mut heard = pupil.opening();
        for line in typed(case) {
            write!(heard, "[{line}]\n{}", pupil.answer(&line).text).unwrap();
        }
        let marked = pupil.answer("hand in").text;
        if !marked.starts_with("Right.") {
            writeln!(wrong, "{}:\n{heard}[hand in]\n{marked}", case.id).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The lines of the key, typed, are right; so are "undetermined" and "outside" where that is the end.
#[test]
fn every_case_typed_rightly_is_right() {
    for case in &teaching().cases {
        let folder = TempDir::new().unwrap();
        let mut pupil = Pupil::new(desk(&folder, Learning::default()), Some(case));
        let lines = key_as_typed(case);
        let marked = pupil.answer(&format!("lines {lines}")).text;
        assert!(marked.starts_with("Right."), "{} {lines}\n{marked}", case.id);
    }
}

/// The opening says the note and nothing of the answer.
#[test]
fn no_opening_gives_the_answer_away() {
    for case in &teaching().cases {
        let folder = TempDir::new().unwrap();
        let said = Pupil::new(desk(&folder, Learning::default()), Some(case)).opening();
        let own = case.note.split_whitespace().collect::<Vec<_>>().join(" ");
        for member in &book().family {
            assert!(
                !said.contains(&member.code) || own.contains(&member.code),
                "{} in {}",
                member.code,
                case.id
            );
        }
        assert!(
            said.is_ascii() && !said.contains(case.fork.teaches.trim()),
            "{}",
            case.id
        );
    }
}
