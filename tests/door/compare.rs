//! Codes side by side: every pair, every three and all of them; what is marked, and which answer separates them.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use epipath::claim::{CompareError, Comparison, RowGroup, compare};
use epipath::pack::model::{Conditions, Question};
use epipath::report;
use epipath::tree::{AnswerSet, Answers, Book, Form, QuestionId, Status};
use rstest::rstest;
use serde_json::Value;

use crate::support::{book, context};

fn family() -> Vec<&'static str> {
    let cards = book().pack().cards.iter();
    cards.map(|card| card.code.as_str()).collect()
}

fn compared(codes: &[&str]) -> Comparison {
    compare(book(), codes, context().date).unwrap()
}

fn pairs() -> Vec<[&'static str; 2]> {
    let family = family();
    let with = |(index, one): (usize, &&'static str)| {
        family[index + 1..]
            .iter()
            .map(|other| [*one, *other])
            .collect::<Vec<_>>()
    };
    family.iter().enumerate().flat_map(with).collect()
}

fn threes() -> Vec<[&'static str; 3]> {
    let family = family();
    let mut threes = Vec::new();
    for a in 0..family.len() {
        for b in a + 1..family.len() {
            for c in b + 1..family.len() {
                threes.push([family[a], family[b], family[c]]);
            }
        }
    }
    threes
}

/// The code whose outcomes a code takes, from the card.
fn leading(code: &str) -> String {
    let card = book().card(code).unwrap();
    card.parent
        .as_ref()
        .map_or_else(|| code.to_owned(), |parent| parent.code.clone())
}

/// The answers of the outcomes of a code as the file writes them: question by question, all of them where none is named.
fn written(book: &Book, code: &str) -> BTreeMap<String, BTreeSet<String>> {
    let lead = leading(code);
    let outcomes = book.file.outcomes.iter().filter(|one| one.code.as_ref() == Some(&lead));
    let whens: Vec<_> = outcomes.flat_map(|outcome| &outcome.when).collect();
    assert!(!whens.is_empty(), "{code}");
    let of = |question: &Question| {
        let all = || {
            question
                .answers
                .iter()
                .map(|answer| answer.id.clone())
                .collect::<Vec<_>>()
        };
        let named = whens
            .iter()
            .flat_map(|when| when.get(&question.id).cloned().unwrap_or_else(all));
        (question.id.clone(), named.collect())
    };
    book.file.questions.iter().map(of).collect()
}

fn check_rendering(codes: &[&str]) {
    let comparison = compared(codes);
    let text = report::compare(book(), &comparison);
    let wide = text.lines().find(|line| line.chars().count() > report::WIDTH);
    assert_eq!(wide, None, "{codes:?}");
    assert!(text.is_ascii(), "{codes:?}");
    for code in codes {
        assert!(text.contains(code), "{codes:?}");
    }
    for width in [56, 76] {
        let lines = report::compare_lines(book(), &comparison, width);
        assert!(
            lines.iter().all(|line| line.text.chars().count() <= width),
            "{codes:?} at {width}"
        );
    }
    check_marks(codes, &comparison);
}

/// A row is marked if and only if its cells differ, worked out anew from the file; every row appears with its mark.
fn check_marks(codes: &[&str], comparison: &Comparison) {
    let answers: Vec<_> = codes.iter().map(|code| written(book(), code)).collect();
    for question in &book().file.questions {
        let sets: BTreeSet<_> = answers.iter().map(|answers| &answers[&question.id]).collect();
        let row = comparison.rows.iter().find(|row| row.id == question.id);
        if let Some(row) = row {
            assert_eq!(row.differs, sets.len() > 1, "{codes:?} {}", question.id);
            for (cell, answers) in row.cells.iter().zip(&answers) {
                let told: BTreeSet<String> = cell.answers.iter().cloned().collect();
                assert_eq!(told, answers[&question.id], "{codes:?} {}", question.id);
            }
        } else {
            let all = question.answers.len();
            assert!(sets.iter().all(|set| set.len() == all), "{codes:?} {}", question.id);
        }
    }
    let doubt = |cell: &epipath::claim::Cell| cell.confidence.map(report::doubt).unwrap_or_default();
    for row in comparison.rows.iter().filter(|row| row.group != RowGroup::Answers) {
        let cells: BTreeSet<String> = row
            .cells
            .iter()
            .map(|cell| format!("{}{}", cell.text, doubt(cell)))
            .collect();
        assert_eq!(row.differs, cells.len() > 1, "{codes:?} {}", row.id);
        assert_eq!(row.cells.len(), codes.len());
    }
    let text = report::compare(book(), comparison);
    let marked = text.lines().filter(|line| line.starts_with("* ")).count();
    let rows = comparison.rows.iter().filter(|row| row.differs).count() * codes.len().div_ceil(3);
    let ties = comparison.ties.iter().filter(|tie| tie.differs).count();
    assert_eq!(marked, rows + ties, "{codes:?}: {text}");
    for row in &comparison.rows {
        let title = row.title.split(' ').next().unwrap();
        let mark = if row.differs { "* " } else { "  " };
        assert!(text.contains(&format!("\n{mark}{title}")), "{codes:?} {}", row.id);
    }
}

#[test]
fn every_pair_renders_and_marks_what_differs() {
    let pairs = pairs();
    assert_eq!(pairs.len(), 66);
    for pair in pairs {
        check_rendering(&pair);
    }
}

#[test]
fn every_three_render_and_mark_what_differs() {
    let threes = threes();
    assert_eq!(threes.len(), 220);
    for three in threes {
        check_rendering(&three);
    }
}

#[test]
fn all_of_them_stand_in_blocks_and_each_code_in_one() {
    let family = family();
    check_rendering(&family);
    let text = report::compare(book(), &compared(&family));
    let lines: Vec<&str> = text.lines().collect();
    let starts = |line: &str| line.is_empty() || line.ends_with("(* differs)");
    let heads = lines
        .windows(2)
        .filter(|pair| starts(pair[0]) && pair[1].starts_with("    "));
    let heads = heads.map(|pair| pair[1]);
    let mut seen: Vec<&str> = heads.flat_map(str::split_whitespace).collect();
    assert_eq!(seen.len(), 36, "once in each table: {text}");
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen, family);
}

fn question(name: &str) -> QuestionId {
    book().question_named(name).unwrap()
}

/// The conditions that lead to a code, as the file writes them.
fn conditions(code: &str) -> Vec<&'static Conditions> {
    let lead = leading(code);
    let outcomes = book().file.outcomes.iter();
    let own = outcomes.filter(|one| one.code.as_ref() == Some(&lead));
    own.flat_map(|outcome| &outcome.when).collect()
}

fn allowed(when: &Conditions, asked: &Question) -> AnswerSet {
    let all = || asked.answers.iter().map(|answer| answer.id.clone()).collect();
    let named = when.get(&asked.id).cloned().unwrap_or_else(all);
    book().named_answers(&asked.id, &named).unwrap().1
}

/// What two conditions have in common on every question but one; of each the first answer or the last. None where they have nothing in
/// common somewhere. Where both allow everything nothing is answered: the details stay at their defaults.
fn common(one: &Conditions, other: &Conditions, but: &str, last: bool) -> Option<Answers> {
    let mut rest = Answers::default();
    for asked in book().file.questions.iter().filter(|asked| asked.id != but) {
        let both = allowed(one, asked).and(allowed(other, asked));
        let answers = both.iter();
        let answer = if last { answers.last() } else { both.iter().next() }?;
        if both.len() < asked.answers.len() {
            let id = question(&asked.id);
            rest.set(id, Some(book().tree.one(id, answer).unwrap()));
        }
    }
    Some(rest)
}

/// Where one answer separates two codes: the engine, given answers that both allow and that one answer either way, reaches the one and
/// the other.
#[test]
fn the_separating_answer_flipped_reaches_the_other_code() {
    let (mut alone, mut flipped) = (0, 0);
    for pair in pairs() {
        let comparison = compared(&pair);
        assert_eq!(comparison.one_answer, !comparison.separated_by.is_empty(), "{pair:?}");
        let [split] = comparison.separated_by.as_slice() else {
            continue;
        };
        let before = flipped;
        let asked = book().question(question(&split.question)).unwrap();
        let sides = conditions(pair[0])
            .into_iter()
            .flat_map(|one| conditions(pair[1]).into_iter().map(move |two| [one, two]));
        for side in sides.flat_map(|side| [(side, false), (side, true)]) {
            let (whens, last) = side;
            let Some(rest) = common(whens[0], whens[1], &split.question, last) else {
                continue;
            };
            for (code, when) in pair.iter().zip(whens) {
                for answer in allowed(when, asked).iter() {
                    let id = question(&split.question);
                    let answers = rest.with(id, book().tree.one(id, answer).unwrap());
                    let status = book().tree.decide(&answers).status;
                    assert_eq!(status, Status::Code(leading(code)), "{pair:?} {}", split.question);
                    flipped += 1;
                }
            }
        }
        alone += 1;
        assert!(
            flipped > before,
            "{pair:?}: no case differs in {} alone",
            split.question
        );
    }
    assert!(alone > 15 && flipped > 200, "{alone} {flipped}");
}

/// Any separating answer by itself leaves the one code possible and strikes the other.
#[test]
fn every_separating_answer_strikes_the_other_code() {
    let mut struck = 0;
    for pair in pairs() {
        for split in compared(&pair).separated_by {
            let id = question(&split.question);
            for part in &split.parts {
                let (_, named) = book().named_answers(&split.question, &part.answers).unwrap();
                let given = book().tree.given(id, Form::OneOf, named).unwrap();
                let decision = book().tree.decide(&Answers::default().with(id, given));
                for code in pair {
                    let lead = leading(code);
                    let own = part.codes.contains(&code.to_owned());
                    let by_code = decision.possible.iter().filter_map(|id| book().outcome(*id));
                    let reached = by_code.filter(|outcome| outcome.code.as_ref() == Some(&lead)).count();
                    assert_eq!(own, reached > 0, "{pair:?} {code} {}", split.question);
                    struck += usize::from(!own);
                }
            }
        }
    }
    assert!(struck > 100, "{struck}");
}

/// A question separates codes exactly where the file gives them no answer in common; a primary code and its add-on by none.
#[test]
fn separation_is_what_the_outcomes_say() {
    for pair in pairs() {
        let comparison = compared(&pair);
        let sides = pair.map(|code| written(book(), code));
        let apart = |asked: &&Question| sides[0][&asked.id].is_disjoint(&sides[1][&asked.id]);
        let expected: Vec<&String> = book()
            .file
            .questions
            .iter()
            .filter(apart)
            .map(|asked| &asked.id)
            .collect();
        let told: Vec<&String> = comparison.separated_by.iter().map(|split| &split.question).collect();
        assert_eq!(told, expected, "{pair:?}");
        let same = leading(pair[0]) == leading(pair[1]);
        assert_eq!(comparison.together.len(), usize::from(same), "{pair:?}");
        for together in &comparison.together {
            let earned = book().card(&together.codes[0]).unwrap().add_ons.iter();
            let earned = earned
                .filter(|add_on| add_on.code == together.codes[1])
                .map(|add_on| add_on.earned_by.clone());
            assert_eq!(together.earned_by, earned.last(), "{pair:?}");
            assert!(together.earned_by.is_some());
        }
    }
}

#[test]
fn three_codes_are_split_by_the_questions_that_tell_them_apart() {
    let comparison = compared(&["62322", "62323", "64483"]);
    let told: Vec<(String, Vec<Vec<String>>)> = comparison
        .separated_by
        .iter()
        .map(|split| {
            (
                split.question.clone(),
                split.parts.iter().map(|part| part.codes.clone()).collect(),
            )
        })
        .collect();
    let words = |codes: &[&[&str]]| -> Vec<Vec<String>> {
        codes
            .iter()
            .map(|part| part.iter().map(|code| (*code).to_owned()).collect())
            .collect()
    };
    assert_eq!(
        told,
        [
            ("approach".to_owned(), words(&[&["62322", "62323"], &["64483"]])),
            ("imaging".to_owned(), words(&[&["62322"], &["62323", "64483"]])),
        ]
    );
    assert!(!comparison.one_answer);
    let text = report::compare(book(), &comparison);
    assert!(text.contains("These answers together separate them all"), "{text}");
}

/// Edits and pairs without one: together every pair of the codes, as the edits themselves say.
#[test]
fn every_pair_is_joined_by_an_edit_or_told_to_have_none() {
    let comparison = compared(&family());
    let mut told: BTreeSet<[String; 2]> = comparison.unpaired.iter().cloned().collect();
    for edit in &comparison.edits {
        let own = book()
            .pack()
            .edits
            .pairs
            .iter()
            .find(|pair| pair.id == edit.id)
            .unwrap();
        assert!(own.column_1.contains(&edit.column_1) && own.column_2.contains(&edit.column_2));
        assert_eq!((own.practitioner, own.hospital), (edit.practitioner, edit.hospital));
        let mut pair = [edit.column_1.clone(), edit.column_2.clone()];
        pair.sort();
        assert!(told.insert(pair), "{edit:?}");
    }
    assert_eq!(told.len(), 66);
}

/// What the fee schedule says of each code, from its newest edition.
#[test]
fn the_fee_schedule_is_told_of_every_code() {
    let comparison = compared(&family());
    let fees = &book().pack().fees;
    let row = |id: &str| comparison.rows.iter().find(|row| row.id == id).unwrap();
    for (index, code) in family().into_iter().enumerate() {
        let (edition, own) = fees.of(code).next().unwrap();
        assert_eq!(comparison.fee_edition.as_ref(), Some(&edition.title));
        let bilateral = &row("bilateral").cells[index].text;
        assert!(
            bilateral.starts_with(&format!("{}: ", own.indicators.bilateral)),
            "{code} {bilateral}"
        );
        assert!(
            row("global").cells[index].text.starts_with(&own.indicators.global),
            "{code}"
        );
        for (id, value) in [
            ("rvu-work", &own.work),
            ("rvu-nonfacility", &own.nonfacility),
            ("rvu-facility", &own.facility),
        ] {
            assert_eq!(Some(&row(id).cells[index].text), value.as_ref(), "{code} {id}");
        }
    }
}

#[rstest]
#[case::the_imaging(&["62322", "62323"], "One answer separates them\n  Imaging: fluoroscopy or CT is 62323; anything else 62322.")]
#[case::the_add_on(&["64484", "64483"], "64484 is the add-on code of 64483, with the same answers.")]
#[case::several(&["62320", "62323"], "Each of these answers separates them\n  Region: ")]
fn says_it_in_words(#[case] codes: &[&str], #[case] words: &str) {
    let text = report::compare(book(), &compared(codes));
    assert!(text.contains(words), "{text}");
}

#[rstest]
#[case::one(&["62323"], "takes two codes or more")]
#[case::twice(&["62323", "62322", "62323"], "62323 is named twice")]
#[case::a_signpost(&["62323", "facet-joint"], "see: epipath card facet-joint")]
#[case::ended(&["62323", "62311"], "ended on 2016-12-31; look at 62322, 62323")]
#[case::outside(&["62323", "64493"], "see: epipath card facet-joint")]
#[case::a_slip(&["62323", "64482"], "did you mean 64480?")]
#[case::nothing(&["62323", "lumbar"], "there is no code `lumbar` in this family; there are: 62320,")]
fn what_cannot_be_compared_is_told(#[case] codes: &[&str], #[case] words: &str) {
    let error: CompareError = compare(book(), codes, context().date).unwrap_err();
    assert!(error.to_string().contains(words), "{error}");
}

fn epipath(arguments: &[&str]) -> (String, String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_epipath"))
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

#[test]
fn the_command_prints_text_or_one_object() {
    let (text, _, code) = epipath(&["compare", "62322", "62323"]);
    assert!(
        code == 0 && text.contains("* Imaging") && text.contains("  Region"),
        "{text}"
    );
    let (json, _, code) = epipath(&["compare", "62322", "64483", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (code, &json["codes"][1]["code"], &json["one_answer"]),
        (0, &Value::from("64483"), &Value::from(true))
    );
    for key in [
        "separated_by",
        "together",
        "differences",
        "rows",
        "ties",
        "edits",
        "unpaired",
        "sources",
        "pack",
    ] {
        assert!(!json[key].is_null(), "{key}");
    }
    let (json, _, code) = epipath(&["compare", "62322", "62322", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert!(code == 2 && json["error"].as_str().unwrap().contains("twice"));
    let (_, complaint, code) = epipath(&["compare"]);
    assert!(code == 2 && complaint.contains("CODE"), "{complaint}");
}
