//! Scoring and forks, by enumeration.

use epipath::claim::{Context, Procedure, Setting};
use epipath::entry::lines::read_lines;
use epipath::pack::model::{Axis, Case, Verdict};
use epipath::session::parse_case;
use epipath::train::{self, Entered, Score, Verdicted, Worked, parting, score, worked};
use rstest::rstest;
use serde_json::json;

use crate::support::book;

const LESI: &str =
    "region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic";
const TFESI: &str = "approach=transforaminal imaging=fluoroscopy delivery=needle substance=steroid-anesthetic level=L4-L5:both \
                     level=L5-S1:left";

/// A case of these facts; what it states does not matter here, but for what the coverage is.
fn case(facts: &str) -> Case {
    let groups: Vec<Vec<&str>> = facts
        .split(" --and ")
        .map(|group| group.split_whitespace().collect())
        .collect();
    let case = json!({
        "id": "a-case", "title": "A case", "difficulty": 1, "note": "A note.", "procedures": groups,
        "result": { "coverage": "likely" }, "decides": [],
        "fork": { "axis": "substance", "teaches": "Something.", "rules": [] },
        "distractors": [{ "code": "77003", "axis": "imaging", "why": "It is included." }], "sources": [],
    });
    serde_json::from_value(case).unwrap()
}

fn key(case: &Case) -> Worked {
    worked(book(), case, Setting::Professional).unwrap()
}

fn scored(facts: &str, verdict: Verdicted) -> Score {
    let case = case(facts);
    score(
        book(),
        &case,
        &key(&case),
        &Entered {
            verdict,
            coverage: None,
        },
    )
}

fn of_lines(facts: &str, lines: &str) -> Score {
    let lines = if lines.is_empty() {
        Vec::new()
    } else {
        read_lines(lines).unwrap().lines
    };
    scored(facts, Verdicted::Lines(lines))
}

fn axes(score: &Score) -> Vec<Axis> {
    score.mistakes.iter().map(|one| one.axis).collect()
}

#[test]
fn the_keys_are_as_thought() {
    assert_eq!(train::billed(&key(&case(TFESI)).result), ["64483-50 x1", "64484-LT x1"]);
    assert_eq!(train::billed(&key(&case(LESI)).result), ["62323 x1"]);
}

/// Half points scored, half points that there were, and what went wrong.
#[rstest]
#[case::right(TFESI, "64483-50, 64484-LT", 4, 4, &[])]
#[case::other_order(TFESI, "64484-LT, 64483-50", 4, 4, &[])]
#[case::a_line_too_many(TFESI, "64483-50, 64484-LT, 77003", 4, 6, &[Axis::Imaging])]
#[case::a_line_too_few(TFESI, "64483-50", 2, 4, &[Axis::Level])]
#[case::wrong_modifier(TFESI, "64483-LT, 64484-LT", 3, 4, &[Axis::Side])]
#[case::no_modifier(TFESI, "64483-50, 64484", 3, 4, &[Axis::Side])]
#[case::wrong_units(TFESI, "64483-50 x2, 64484-LT", 3, 4, &[Axis::Unit])]
#[case::units_and_modifiers(TFESI, "64483 x2, 64484-LT", 3, 4, &[Axis::Unit])]
#[case::a_modifier_never(TFESI, "64483-50-26, 64484-LT", 3, 4, &[Axis::Modifier])]
#[case::the_same_twice(TFESI, "64483-50, 64484-LT, 64484-LT", 4, 6, &[Axis::Unit])]
#[case::second_side_as_level(TFESI, "64483-LT, 64484-RT, 64484-LT", 3, 6, &[Axis::Side, Axis::Unit])]
#[case::wrong_region(TFESI, "64479-50, 64480-LT", 0, 4, &[Axis::Region, Axis::Region])]
#[case::wrong_approach(TFESI, "62323", 0, 4, &[Axis::Approach, Axis::Level])]
#[case::nothing(TFESI, "", 0, 4, &[Axis::Substance, Axis::Level])]
#[case::simple(LESI, "62323", 2, 2, &[])]
#[case::optional_modifier(LESI, "62323-59", 2, 2, &[])]
#[case::imaging(LESI, "62322", 0, 2, &[Axis::Imaging])]
#[case::region(LESI, "62321", 0, 2, &[Axis::Region])]
#[case::delivery(LESI, "62327", 0, 2, &[Axis::Delivery])]
#[case::two_units(LESI, "62323 x2", 1, 2, &[Axis::Unit])]
#[case::over_coded(LESI, "62323, 77003", 2, 4, &[Axis::Imaging])]
#[case::over_coded_twice(LESI, "62323, 77003, 72275", 2, 6, &[Axis::Imaging, Axis::Substance])]
fn lines(#[case] facts: &str, #[case] entered: &str, #[case] halves: usize, #[case] of: usize, #[case] wrong: &[Axis]) {
    let score = of_lines(facts, entered);
    assert_eq!(
        (score.halves, score.of, axes(&score)),
        (halves, of, wrong.to_vec()),
        "{score:?}"
    );
    assert_eq!(score.is_whole(), wrong.is_empty());
    assert_eq!(score.percent(), halves * 100 / of);
}

const OPEN: &str =
    "region=lumbar approach=interlaminar imaging=not-documented delivery=needle substance=steroid-anesthetic";
const FACET: &str =
    "region=lumbar approach=other target=facet imaging=fluoroscopy delivery=needle substance=steroid-anesthetic";

/// A guess never scores where the note leaves it open, or where it is of no code here; silence never where there is a code.
#[rstest]
#[case::left_open(OPEN, Verdicted::Undetermined, true)]
#[case::guessed_right(OPEN, Verdicted::Lines(read_lines("62323").unwrap().lines), false)]
#[case::guessed_both(OPEN, Verdicted::Lines(read_lines("62322, 62323").unwrap().lines), false)]
#[case::guessed_outside(OPEN, Verdicted::Signpost(None), false)]
#[case::nothing_entered(OPEN, Verdicted::Lines(Vec::new()), false)]
#[case::outside(FACET, Verdicted::Signpost(None), true)]
#[case::outside_by_name(FACET, Verdicted::Signpost(Some("facet-joint".to_owned())), true)]
#[case::outside_elsewhere(FACET, Verdicted::Signpost(Some("sacroiliac-joint".to_owned())), false)]
#[case::a_code_for_outside(FACET, Verdicted::Lines(read_lines("62323").unwrap().lines), false)]
#[case::open_for_outside(FACET, Verdicted::Undetermined, false)]
#[case::open_for_a_code(LESI, Verdicted::Undetermined, false)]
#[case::outside_for_a_code(LESI, Verdicted::Signpost(None), false)]
fn verdicts(#[case] facts: &str, #[case] entered: Verdicted, #[case] right: bool) {
    let score = scored(facts, entered);
    assert_eq!(score.is_whole(), right, "{score:?}");
    assert_eq!(score.halves > 0, right, "{score:?}");
    assert_eq!(score.mistakes.is_empty(), right, "{score:?}");
}

#[rstest]
#[case::right(Some(Verdict::Likely), 4, 4)]
#[case::wrong(Some(Verdict::Unlikely), 2, 4)]
#[case::not_asked(None, 2, 2)]
fn coverage_counts_as_a_line(#[case] coverage: Option<Verdict>, #[case] halves: usize, #[case] of: usize) {
    let case = case(LESI);
    let verdict = Verdicted::Lines(read_lines("62323").unwrap().lines);
    let score = score(book(), &case, &key(&case), &Entered { verdict, coverage });
    assert_eq!((score.halves, score.of), (halves, of));
    let wrong = if halves == of { Vec::new() } else { vec![Axis::Coverage] };
    assert_eq!(axes(&score), wrong);
}

fn read(facts: &str) -> Vec<Procedure> {
    let words: Vec<String> = facts
        .split_whitespace()
        .map(|word| word.replace("--and", epipath::session::AND))
        .collect();
    parse_case(book(), Context::on(train::day(book())), &words)
        .unwrap()
        .procedures
}

/// On what two readings part, at which question, and what each says there.
#[rstest]
#[case::imaging(
    "imaging=fluoroscopy",
    "imaging=none",
    Axis::Imaging,
    Some("imaging"),
    "no imaging",
    "fluoroscopy"
)]
#[case::region(
    "region=lumbar",
    "region=cervical",
    Axis::Region,
    Some("region"),
    "cervical",
    "lumbar"
)]
#[case::the_first_counts(
    "region=lumbar approach=interlaminar",
    "region=cervical approach=caudal",
    Axis::Region,
    Some("region"),
    "cervical",
    "lumbar"
)]
#[case::not_said(
    "approach=interlaminar imaging=ct",
    "approach=interlaminar",
    Axis::Imaging,
    Some("imaging"),
    "not said",
    "CT"
)]
#[case::outside(
    "approach=other target=facet",
    "approach=other target=disc",
    Axis::Signpost,
    Some("target"),
    "",
    ""
)]
#[case::level(
    "approach=transforaminal level=L4-L5:left",
    "approach=transforaminal level=L3-L4:left",
    Axis::Level,
    None,
    "L3-L4:left",
    "L4-L5:left"
)]
#[case::side(
    "approach=transforaminal level=L4-L5:left",
    "approach=transforaminal level=L4-L5:both",
    Axis::Side,
    None,
    "L4-L5:both",
    "L4-L5:left"
)]
#[case::by_level("level=L4-L5:left", "level=C4-C5:left", Axis::Region, Some("region"), "", "")]
#[case::modifier("region=lumbar", "region=lumbar modifier=59", Axis::Modifier, None, "59", "")]
#[case::one_more(
    "region=lumbar",
    "region=lumbar --and region=cervical",
    Axis::Level,
    None,
    "one procedure more",
    "nothing more"
)]
fn partings(
    #[case] key: &str,
    #[case] learner: &str,
    #[case] axis: Axis,
    #[case] question: Option<&str>,
    #[case] said: &str,
    #[case] right: &str,
) {
    let fork = parting(book(), &read(learner), &read(key)).unwrap();
    assert_eq!((fork.axis, fork.question.as_deref()), (axis, question), "{fork:?}");
    if !said.is_empty() {
        assert_eq!(fork.learner, said);
    }
    if !right.is_empty() {
        assert_eq!(fork.key, right);
    }
    assert_ne!((&fork.learner, &fork.learner_path), (&fork.key, &fork.key_path));
    let before = |path: &[train::Step]| -> Vec<train::Step> {
        path.iter()
            .take_while(|step| Some(step.question.as_str()) != question)
            .cloned()
            .collect()
    };
    if question.is_some() && fork.learner != "not said" {
        assert_eq!(before(&fork.learner_path), before(&fork.key_path));
    }
}

#[test]
fn the_order_of_procedures_parts_nothing() {
    let one = read("region=lumbar approach=interlaminar --and region=cervical approach=interlaminar");
    let other = read("region=cervical approach=interlaminar --and region=lumbar approach=interlaminar");
    assert_eq!(parting(book(), &one, &other), None);
}

/// Every question of the pack has an axis, and those on the way to the code have one of their own name.
#[rstest]
#[case("region", Axis::Region)]
#[case("approach", Axis::Approach)]
#[case("imaging", Axis::Imaging)]
#[case("delivery", Axis::Delivery)]
#[case("substance", Axis::Substance)]
#[case("target", Axis::Signpost)]
#[case("stopped", Axis::Modifier)]
#[case("course", Axis::Coverage)]
fn axes_of_questions(#[case] question: &str, #[case] axis: Axis) {
    assert_eq!(train::axis_of(book(), book().question_named(question).unwrap()), axis);
}
