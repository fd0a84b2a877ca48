//! What a learner keeps: the file on the disk, edited cases, forks that come back.

use std::collections::BTreeSet;
use std::fs;

use epipath::pack::model::{Axis, Case, CaseAnswer, CaseFork, CaseLines, Date, Teaching};
use epipath::shelf::{CaseKept, LEARNING, Learning, LearningStore};
use epipath::train::review::{
    Reset, Tried, after, content, due, fork_name, is_solved, next_case, reconciled, weak_axes,
};
use rstest::rstest;
use tempfile::TempDir;

fn day(number: i8) -> Date {
    Date(jiff::civil::date(2026, 11, number))
}

fn case(id: &str, axis: Axis, rule: &str) -> Case {
    Case {
        id: id.to_owned(),
        title: format!("Title of {id}"),
        difficulty: 1,
        note: "C-arm in place.\n".to_owned(),
        procedures: Vec::new(),
        session: Vec::new(),
        payer: None,
        result: CaseAnswer {
            lines: CaseLines::default(),
            ..CaseAnswer::default()
        },
        decides: Vec::new(),
        silent: Vec::new(),
        fork: CaseFork {
            axis,
            teaches: "Teaches.".to_owned(),
            rules: vec![rule.to_owned()],
        },
        distractors: Vec::new(),
        settles: Vec::new(),
        sources: Vec::new(),
    }
}

fn three() -> Teaching {
    Teaching {
        cases: vec![
            case("one", Axis::Imaging, "outcome:a"),
            case("two", Axis::Imaging, "outcome:a"),
            case("three", Axis::Side, "finding:b"),
        ],
        ..Teaching::default()
    }
}

fn tried(percent: u8, missed: &[Axis]) -> Tried {
    Tried {
        percent,
        hints: 0,
        missed: missed.iter().copied().collect(),
    }
}

#[test]
fn cases_come_in_order_and_a_missed_fork_comes_back_in_another_case() {
    let teaching = three();
    let mut kept = Learning::default();
    assert_eq!(next_case(&kept, &teaching, day(1)).unwrap().id, "one");
    kept = after(&kept, &teaching.cases[0], &tried(0, &[Axis::Imaging]), day(1));
    assert_eq!(
        next_case(&kept, &teaching, day(1)).unwrap().id,
        "one",
        "nothing is due the same day"
    );
    let due_again = due(&kept, &teaching, day(2));
    assert_eq!(due_again.len(), 1);
    assert_eq!(
        (due_again[0].fork.as_str(), due_again[0].case.id.as_str()),
        ("imaging outcome:a", "two")
    );
    assert_eq!(next_case(&kept, &teaching, day(2)).unwrap().id, "two");
}

#[test]
fn what_was_right_comes_back_later_than_what_was_hard_and_that_later_than_what_was_forgotten() {
    let one = case("one", Axis::Imaging, "outcome:a");
    let due_after = |percent, hints| {
        let tried = Tried {
            percent,
            hints,
            missed: BTreeSet::new(),
        };
        after(&Learning::default(), &one, &tried, day(1)).forks["imaging outcome:a"].due
    };
    assert!(due_after(0, 0) < due_after(50, 0));
    assert!(due_after(50, 0) < due_after(100, 0));
    assert_eq!(due_after(100, 1), due_after(50, 0), "a hint counts as hard");
}

#[test]
fn each_time_it_is_right_it_stays_away_longer() {
    let one = case("one", Axis::Imaging, "outcome:a");
    let (mut kept, mut today, mut pauses) = (Learning::default(), day(1), Vec::new());
    for _ in 0..5 {
        kept = after(&kept, &one, &tried(100, &[]), today);
        let due = kept.forks["imaging outcome:a"].due;
        pauses.push((due.0 - today.0).get_days());
        today = due;
    }
    assert!(
        pauses.is_sorted() && pauses[0] >= 1 && pauses[4] > 4 * pauses[0],
        "{pauses:?}"
    );
    let lapsed = after(&kept, &one, &tried(0, &[Axis::Imaging]), today);
    let fork = &lapsed.forks["imaging outcome:a"];
    assert_eq!((fork.lapses, fork.tries), (1, 6));
    assert!((fork.due.0 - today.0).get_days() < pauses[4]);
}

#[test]
fn all_solved_and_nothing_due_is_the_end_for_today() {
    let teaching = three();
    let kept = teaching.cases.iter().fold(Learning::default(), |kept, case| {
        after(&kept, case, &tried(100, &[]), day(1))
    });
    assert_eq!(next_case(&kept, &teaching, day(1)), None);
    assert!(teaching.cases.iter().all(|case| is_solved(&kept, case)));
}

#[test]
fn an_edited_case_begins_anew_with_its_fork_and_says_so() {
    let before = three();
    let kept = before.cases.iter().fold(Learning::default(), |kept, case| {
        after(&kept, case, &tried(100, &[]), day(1))
    });
    let mut now = three();
    now.cases[2].note.push_str("One word more.\n");
    now.cases.remove(1);
    assert!(!is_solved(&kept, &now.cases[1]));
    let (kept, resets) = reconciled(&kept, &now, "2027.1");
    assert_eq!(
        resets,
        [Reset::Edited("three".to_owned()), Reset::Gone("two".to_owned())]
    );
    assert_eq!(kept.edition, "2027.1");
    assert_eq!(kept.cases.keys().collect::<Vec<_>>(), ["one"]);
    assert_eq!(kept.forks.keys().collect::<Vec<_>>(), ["imaging outcome:a"]);
    assert_eq!(reconciled(&kept, &now, "2027.1").1, []);
}

#[test]
fn the_weakest_axis_is_the_one_missed_most_by_share() {
    let mut kept = Learning::default();
    let side = case("s", Axis::Side, "r");
    let imaging = case("i", Axis::Imaging, "r");
    for _ in 0..3 {
        kept = after(&kept, &imaging, &tried(100, &[]), day(1));
    }
    kept = after(&kept, &imaging, &tried(50, &[Axis::Imaging]), day(1));
    kept = after(&kept, &side, &tried(0, &[Axis::Side, Axis::Unit]), day(1));
    let axes: Vec<(Axis, u32, u32)> = weak_axes(&kept)
        .iter()
        .map(|one| (one.axis, one.kept.missed, one.kept.asked))
        .collect();
    assert_eq!(axes, [(Axis::Side, 1, 1), (Axis::Unit, 1, 1), (Axis::Imaging, 1, 4)]);
}

#[test]
fn everything_kept_is_read_again_and_the_file_names_nobody() {
    let dir = TempDir::new().unwrap();
    let store = LearningStore::new(Some(dir.path().join("data/epipath")));
    assert_eq!(store.read().unwrap().learning, Learning::default());
    let teaching = three();
    let kept = store
        .change(|kept| after(kept, &teaching.cases[0], &tried(50, &[Axis::Modifier]), day(3)))
        .unwrap();
    let read = store.read().unwrap();
    assert_eq!((read.learning, read.notice), (kept, None));
    let text = fs::read_to_string(store.path().unwrap()).unwrap();
    assert_eq!(text.lines().count(), 10, "{text}");
}

#[rstest]
#[case("format: [", "")]
#[case("format: 1\nedition: x\nwho: me\n", "no key `who`")]
#[case("format: 9\nedition: x\n", "is of form 9, and this version reads form 1")]
#[case("\u{0}\u{1}", "")]
fn a_damaged_file_is_set_aside_named_and_nothing_else_is_lost(#[case] text: &str, #[case] said: &str) {
    let dir = TempDir::new().unwrap();
    let store = LearningStore::new(Some(dir.path().to_owned()));
    fs::write(dir.path().join("shelf.yaml"), "start: shelf\n").unwrap();
    fs::write(dir.path().join("training.yaml.damaged-1"), "older").unwrap();
    fs::write(dir.path().join(LEARNING), text).unwrap();
    let read = store.read().unwrap();
    assert_eq!(read.learning, Learning::default());
    let notice = read.notice.unwrap();
    assert!(
        notice.contains("training.yaml.damaged-2") && notice.contains(said),
        "{notice}"
    );
    assert_eq!(
        fs::read_to_string(dir.path().join("training.yaml.damaged-2")).unwrap(),
        text
    );
    assert_eq!(
        fs::read_to_string(dir.path().join("training.yaml.damaged-1")).unwrap(),
        "older"
    );
    assert_eq!(
        fs::read_to_string(dir.path().join("shelf.yaml")).unwrap(),
        "start: shelf\n"
    );
    assert_eq!(store.read().unwrap().notice, None);
}

#[test]
fn a_case_counts_as_it_was_when_it_was_tried() {
    let one = case("one", Axis::Imaging, "outcome:a");
    let old = Learning {
        cases: [(
            "one".to_owned(),
            CaseKept {
                content: "of another edition".to_owned(),
                tries: 7,
                best: 100,
                last: 100,
                seen: day(1),
            },
        )]
        .into(),
        ..Learning::default()
    };
    let kept = after(&old, &one, &tried(50, &[]), day(2));
    let entry = &kept.cases["one"];
    assert_eq!((entry.tries, entry.best, entry.last), (1, 50, 50));
    assert_eq!(entry.content, content(&one));
    assert_eq!(fork_name(&one), "imaging outcome:a");
}
