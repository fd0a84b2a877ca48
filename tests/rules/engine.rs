//! What must hold of the engine whatever the pack says.

use std::collections::BTreeSet;

use epipath::session::{Action, Session, View};
use epipath::tree::check::check;
use epipath::tree::map::{Map, Place};
use epipath::tree::table::table;
use epipath::tree::walk::{Leaf, Walk};
use epipath::tree::{Answers, Form, Status};
use proptest::prelude::*;

use crate::support::said::{answers, said};
use crate::support::{book, context};

#[test]
fn every_combination_reaches_exactly_one_outcome() {
    let book = book();
    let report = check(&book.tree, &book.file);
    assert_eq!(report.faults, []);
    assert_eq!((report.figures.gaps, report.figures.overlaps), (0, 0));
    let all: u128 = book
        .file
        .questions
        .iter()
        .map(|question| question.answers.len() as u128)
        .product();
    assert_eq!(report.figures.combinations, all);
    assert_eq!(report.figures.outcomes.len(), book.file.outcomes.len());
}

#[test]
fn the_table_holds_every_combination_once() {
    let book = book();
    let rows = table(&book.tree);
    let all: u128 = book
        .file
        .questions
        .iter()
        .map(|question| question.answers.len() as u128)
        .product();
    assert_eq!(rows.iter().map(|row| row.combinations).sum::<u128>(), all);
}

#[test]
fn every_code_is_an_outcome_or_an_add_on_of_one() {
    let book = book();
    let reached: BTreeSet<&str> = book.file.outcomes.iter().filter_map(|o| o.code.as_deref()).collect();
    assert_eq!(reached.len(), 10);
    for card in &book.pack().cards {
        let primary = card
            .parent
            .as_ref()
            .map_or(card.code.as_str(), |parent| parent.code.as_str());
        assert!(reached.contains(primary), "{}", card.code);
    }
}

/// The unfolded tree and the rows are two ways to the same decision: compared in every box of the unfolded tree.
#[test]
fn walking_and_comparing_rows_agree() {
    let book = book();
    let walk = Walk::new(&book.tree);
    walk.boxes(&book.tree, &mut |leaf, facts| {
        let Leaf::Outcome(outcome) = leaf else {
            panic!("{leaf:?}")
        };
        let settled = book.tree.settles(facts).expect("a box is settled");
        assert!(book.tree.same_end(settled, outcome));
    });
}

/// The map asks what the engine asks: followed along every branch.
#[test]
fn the_map_equals_the_engine() {
    let book = book();
    let map = Map::new(&book.tree);
    let mut ways = vec![(map.root(), Answers::default())];
    let mut ends = 0;
    while let Some((at, answers)) = ways.pop() {
        match map.place(at).unwrap() {
            Place::Ask(question, branches) => {
                assert_eq!(book.tree.next_question(&answers), Some(*question));
                for (set, next) in branches {
                    let answer = set.iter().last().unwrap();
                    let given = book.tree.one(*question, answer).unwrap();
                    ways.push((*next, answers.with(*question, given)));
                }
            }
            Place::End(outcome) => {
                let possible = book.tree.decide(&answers).possible;
                assert!(book.tree.same_end(possible[0], outcome.expect("settled")));
                ends += 1;
            }
        }
    }
    assert!(ends > 50);
}

#[test]
fn five_keys_reach_the_commonest_code() {
    let book = book();
    let mut session = Session::new(context());
    for _ in 0..5 {
        let question = View::of(book, session.case()).question.unwrap();
        let words = book.question(question).unwrap();
        let answer = if words.id == "region" { 3 } else { 0 };
        let (question, value) = (words.id.clone(), words.answers[answer].id.clone());
        session.update(book, Action::Answer { question, value }).unwrap();
    }
    let view = View::of(book, session.case());
    assert_eq!(view.decision.status, Status::Code("62323".to_owned()));
    assert_eq!(view.result.unwrap().why_not.len(), 11);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_the_same_answers_gives_the_same_result(
        (said, order) in said(book()).prop_flat_map(|said| (Just(said.clone()), Just(said).prop_shuffle()))
    ) {
        let book = book();
        prop_assert_eq!(book.tree.decide(&answers(book, &said)), book.tree.decide(&answers(book, &order)));
    }

    #[test]
    fn an_answer_never_widens_the_candidates(said in said(book())) {
        let book = book();
        let mut known = Answers::default();
        let mut before = book.tree.decide(&known).candidates;
        for (question, value) in &said {
            let id = book.question_named(question).unwrap();
            if book.tree.is_assumed(id, &known) {
                // An answer in place of an assumed one replaces it.
                known.set(id, Some(book.read(id, value).unwrap()));
                before = book.tree.decide(&known).candidates;
                continue;
            }
            known.set(id, Some(book.read(id, value).unwrap()));
            let after = book.tree.decide(&known);
            if !matches!(after.status, Status::OpenByRule(_)) {
                prop_assert!(after.candidates.iter().all(|code| before.contains(code)), "{said:?} at {question}");
                before = after.candidates;
            }
        }
    }

    #[test]
    fn undoing_everything_returns_to_the_start(said in said(book())) {
        let book = book();
        let start = Session::new(context());
        let mut session = start.clone();
        for (question, value) in said {
            session.update(book, Action::Answer { question, value }).unwrap();
        }
        let end = session.clone();
        let mut steps = 0;
        while session.undo(book) {
            steps += 1;
        }
        prop_assert_eq!(session.case(), start.case());
        for _ in 0..steps {
            prop_assert!(session.redo(book));
        }
        prop_assert_eq!(session.case(), end.case());
    }

    #[test]
    fn replaying_the_actions_gives_the_same_case(said in said(book())) {
        let book = book();
        let mut session = Session::new(context());
        for (question, value) in said {
            session.update(book, Action::Answer { question, value }).unwrap();
            let _ = session.update(book, Action::Back);
        }
        let again = Session::replay(book, context(), session.actions()).unwrap();
        prop_assert_eq!(again, session);
    }

    #[test]
    fn not_documented_never_yields_more_than_the_answer_would(said in said(book())) {
        let book = book();
        let known = answers(book, &said);
        let decision = book.tree.decide(&known);
        // Answers that contradict each other (caudal, yet cervical) are more open than silence: that is an outcome by rule.
        prop_assume!(!matches!(decision.status, Status::OpenByRule(_)));
        for question in book.tree.question_ids() {
            if book.tree.is_assumed(question, &known) {
                continue;
            }
            let open = book.tree.decide(&known.with(question, book.tree.not_documented(question)));
            if let Status::Code(code) = open.status {
                prop_assert_eq!(Status::Code(code), decision.status.clone());
            }
        }
    }

    /// Every struck code names an answer, and that answer is one that was given.
    #[test]
    fn every_struck_code_has_its_answer(said in said(book())) {
        let book = book();
        let known = answers(book, &said);
        for card in book.pack().cards.iter().filter(|card| card.parent.is_none()) {
            if let epipath::tree::Standing::Struck(struck) = book.tree.standing(&card.code, &known) {
                let by = struck.by.expect("a single answer strikes it");
                prop_assert!(known.get(by).is_some());
            }
        }
    }
}

#[test]
fn several_answers_at_once_follow_the_packs_precedence() {
    let book = book();
    let substance = book.question_named("substance").unwrap();
    let given = book.read(substance, "steroid-anesthetic+neurolytic").unwrap();
    assert_eq!(given.form, Form::All);
    assert_eq!(given.possible(), book.read(substance, "neurolytic").unwrap().possible());
}

/// "At most N more questions" is exact at the start and never too small along any way.
#[test]
fn the_most_questions_that_can_remain_is_never_too_small() {
    let book = book();
    let map = Map::new(&book.tree);
    assert_eq!(book.tree.most_remaining(&Answers::default()), map.longest_path());
    let mut ways = vec![(map.root(), Answers::default(), Vec::new())];
    while let Some((at, answers, promised)) = ways.pop() {
        let Place::Ask(question, branches) = map.place(at).unwrap() else {
            for (asked, most) in promised.iter().enumerate() {
                assert!(promised.len() - asked <= *most, "{promised:?}");
            }
            continue;
        };
        let promised = [promised, vec![book.tree.most_remaining(&answers)]].concat();
        for (set, next) in branches {
            let given = book.tree.one(*question, set.iter().next().unwrap()).unwrap();
            ways.push((*next, answers.with(*question, given), promised.clone()));
        }
    }
}

/// An answer in place of an assumed one stays on the way: blood through a catheter, a catheter through a foramen.
#[test]
fn an_answer_in_place_of_an_assumed_one_does_not_fall_away() {
    let book = book();
    for (said, expected) in [
        (
            "region=lumbar approach=interlaminar imaging=none delivery=existing-catheter visit=dose substance=blood",
            "blood-through-catheter",
        ),
        (
            "region=lumbar approach=transforaminal imaging=ct substance=steroid-anesthetic delivery=catheter-indwelling",
            "foraminal-catheter",
        ),
    ] {
        let mut session = Session::new(context());
        for (question, value) in said.split(' ').filter_map(|fact| fact.split_once('=')) {
            let (question, value) = (question.to_owned(), value.to_owned());
            session.update(book, Action::Answer { question, value }).unwrap();
        }
        let view = View::of(book, session.case());
        assert_eq!(view.decision.status, Status::Signpost(expected.to_owned()));
        assert_eq!(view.asking.fallen, []);
    }
}

/// The quick way decides as the unfolded tree does: in every box, at its corners.
#[test]
fn the_quick_decision_is_the_one_of_the_unfolded_tree() {
    let book = book();
    let walk = Walk::new(&book.tree);
    let mut compared = 0;
    walk.boxes(&book.tree, &mut |leaf, facts| {
        for last in [false, true] {
            let corner = book.tree.question_ids().fold(*facts, |corner, question| {
                let answers: Vec<usize> = facts.of(question).iter().collect();
                let answer = if last { answers.last() } else { answers.first() };
                corner.with(question, epipath::tree::AnswerSet::one(*answer.unwrap()))
            });
            assert_eq!(walk.decide(&corner), Some(leaf));
            compared += 1;
        }
    });
    assert!(compared > 1000, "{compared}");
}
