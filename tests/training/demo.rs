//! Demonstrations: forward and back is where one was, and the answer waits for its step.

use epipath::line::Partner as _;
use epipath::line::training::Presenter;
use epipath::shelf::Learning;
use epipath::train::demo::{Demo, DemoStep, script};
use tempfile::TempDir;

use crate::desk::{desk, teaching};

#[test]
fn every_lesson_has_five_cases_at_least_and_every_case_is_there() {
    for lesson in &teaching().lessons.lessons {
        assert!(lesson.cases.len() >= 5, "{}", lesson.id);
        assert!(
            lesson.cases.iter().all(|id| teaching().case(id).is_some()),
            "{}",
            lesson.id
        );
    }
}

#[test]
fn forward_and_back_again_is_where_one_was() {
    for case in &teaching().cases {
        let mut demo = Demo::new(vec![case]).unwrap();
        let steps = script(case).len();
        let seen: Vec<DemoStep> = (0..steps)
            .map(|_| {
                let step = demo.step();
                demo.forward();
                step
            })
            .collect();
        assert_eq!(seen, script(case), "{}", case.id);
        assert!(!demo.forward());
        for step in seen.iter().rev().skip(1) {
            assert!(demo.back());
            assert_eq!(demo.step(), *step);
        }
        assert!(!demo.back());
    }
}

#[test]
fn the_answer_is_said_at_its_step_and_not_before() {
    let folder = TempDir::new().unwrap();
    for case in teaching().cases.iter().filter(|case| case.result.code.is_some()) {
        let code = case.result.code.as_ref().unwrap();
        if case.note.contains(code.as_str()) {
            continue;
        }
        let mut presenter = Presenter::new(desk(&folder, Learning::default()), "A lesson", vec![case]).unwrap();
        let mut said = presenter.opening();
        for step in script(case).into_iter().skip(1) {
            if step == DemoStep::Answer {
                break;
            }
            said += &presenter.answer("").text;
        }
        assert!(!said.contains(code.as_str()), "{}\n{said}", case.id);
        assert!(presenter.answer("what if imaging=none").text.contains("not out yet"));
        assert!(presenter.answer("").text.contains(code.as_str()), "{}", case.id);
    }
}

#[test]
fn a_lesson_is_played_with_one_key_to_its_end() {
    let folder = TempDir::new().unwrap();
    let lesson = teaching().lesson("picture-and-tube").unwrap();
    let cases: Vec<_> = lesson.cases.iter().filter_map(|id| teaching().case(id)).collect();
    let steps: usize = cases.iter().map(|case| script(case).len()).sum();
    let mut presenter = Presenter::new(desk(&folder, Learning::default()), &lesson.title, cases).unwrap();
    for _ in 1..steps {
        assert!(!presenter.answer("").text.contains("the end of the lesson"));
    }
    assert!(presenter.answer("").text.contains("the end of the lesson"));
    assert!(presenter.answer("previous case").text.contains("Case 5 of 6, step 1"));
    assert!(presenter.answer("answer").text.contains("Case 5 of 6"));
    let told = presenter.answer("what if delivery=needle").text;
    assert!(told.contains("If delivery were needle: 62323."), "{told}");
    assert!(
        !told.contains("Say") && !told.contains("take it"),
        "no words of the wizard: {told}"
    );
}
