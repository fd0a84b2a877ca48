//! The accessibility report is whole, and every test it rests on exists.

use std::collections::BTreeSet;
use std::fs;

use crate::written::document;

/// Every criterion of WCAG 2.1, levels A and AA: guideline, and the numbers in it.
const CRITERIA: [(&str, &[u8]); 13] = [
    ("1.1", &[1]),
    ("1.2", &[1, 2, 3, 4, 5]),
    ("1.3", &[1, 2, 3, 4, 5]),
    ("1.4", &[1, 2, 3, 4, 5, 10, 11, 12, 13]),
    ("2.1", &[1, 2, 4]),
    ("2.2", &[1, 2]),
    ("2.3", &[1]),
    ("2.4", &[1, 2, 3, 4, 5, 6, 7]),
    ("2.5", &[1, 2, 3, 4]),
    ("3.1", &[1, 2]),
    ("3.2", &[1, 2, 3, 4]),
    ("3.3", &[1, 2, 3, 4]),
    ("4.1", &[1, 2, 3]),
];

const CONFORMANCE: [&str; 4] = ["Supports", "Partially supports", "Does not support", "Not applicable"];

fn report() -> String {
    document("docs/accessibility.md")
}

/// The cells of every row that begins with the number of a criterion.
fn rows(text: &str) -> Vec<Vec<String>> {
    let cells = |row: &str| {
        let row = row.trim_matches('|').replace(r"\|", "");
        row.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
    };
    text.lines()
        .filter(|line| {
            line.strip_prefix("| ")
                .is_some_and(|row| row.starts_with(|first: char| first.is_ascii_digit()))
        })
        .map(cells)
        .collect()
}

#[test]
fn every_criterion_is_judged_for_both_modes() {
    let rows = rows(&report());
    for row in &rows {
        let judged = &row[1..row.len() - 1];
        let modes = if row[0].starts_with("60") { 1 } else { 2 };
        assert_eq!(judged.len(), modes, "{row:?}");
        assert!(judged.iter().all(|one| CONFORMANCE.contains(&one.as_str())), "{row:?}");
        assert!(row.last().is_some_and(|remark| remark.ends_with('.')), "{row:?}");
    }
    let there: BTreeSet<String> = rows
        .iter()
        .filter_map(|row| row[0].split(' ').next())
        .filter(|number| number.split('.').next().is_some_and(|chapter| chapter.len() == 1))
        .map(ToOwned::to_owned)
        .collect();
    let wanted = CRITERIA
        .iter()
        .flat_map(|(guideline, numbers)| numbers.iter().map(move |one| format!("{guideline}.{one}")));
    assert_eq!(there, wanted.collect());
    assert_eq!(there.len(), 50);
}

#[test]
fn every_test_that_is_named_exists() {
    let mut named = 0;
    for row in report().lines().filter(|line| line.contains("| `tests/")) {
        let (_, evidence) = row.split_once("| `tests/").unwrap();
        let (file, tests) = evidence.split_once("`: ").unwrap();
        let source = fs::read_to_string(format!("tests/{file}")).unwrap_or_else(|error| panic!("{file}: {error}"));
        for test in tests.split('`').skip(1).step_by(2) {
            assert!(source.contains(&format!("fn {test}(")), "{file}: {test}");
            named += 1;
        }
    }
    assert!(named > 15, "only {named} tests named");
}
