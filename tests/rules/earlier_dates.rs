//! Dates of service before the family: the code of that day is named, and nothing is billed as it stands.

use rstest::rstest;

use crate::support::{book, decide};

#[rstest]
#[case(
    "region=cervical approach=interlaminar imaging=none delivery=needle",
    "62320",
    "62310"
)]
#[case("region=cervical approach=interlaminar imaging=ct delivery=needle", "62321", "62310")]
#[case("region=lumbar approach=interlaminar imaging=none delivery=needle", "62322", "62311")]
#[case("region=lumbar approach=interlaminar imaging=ct delivery=needle", "62323", "62311")]
#[case(
    "region=cervical approach=interlaminar imaging=none delivery=catheter-indwelling",
    "62324",
    "62318"
)]
#[case(
    "region=cervical approach=interlaminar imaging=ct delivery=catheter-indwelling",
    "62325",
    "62318"
)]
#[case(
    "region=lumbar approach=interlaminar imaging=none delivery=catheter-indwelling",
    "62326",
    "62319"
)]
#[case(
    "region=lumbar approach=interlaminar imaging=ct delivery=catheter-indwelling",
    "62327",
    "62319"
)]
fn the_code_of_that_day(#[case] facts: &str, #[case] code: &str, #[case] old: &str) {
    let on = |date: &str| decide(book(), &format!("{facts} substance=steroid-anesthetic date={date}"));
    let before = on("2016-12-31");
    let found: Vec<_> = before.findings.iter().filter(|one| one.id == "predecessor").collect();
    assert_eq!(found.len(), 1);
    assert!(found[0].text.contains(old), "{}", found[0].text);
    assert_eq!(found[0].severity.to_string(), "stop");
    assert!(before.lines.is_empty() && before.alternatives.is_empty());
    assert_eq!(before.code.as_deref(), Some(code));
    let after = on("2017-01-01");
    assert!(after.findings.iter().all(|one| one.id != "predecessor"));
    assert_eq!(after.lines.len(), 1);
}

/// Codes that were there before 2017 stay; the edition says that it does not speak of that day.
#[test]
fn the_foraminal_codes_are_older() {
    let result = decide(
        book(),
        "region=lumbar approach=transforaminal imaging=ct substance=steroid-anesthetic level=L4-L5:left date=2016-05-01",
    );
    assert!(result.findings.iter().all(|one| one.id != "predecessor"));
    assert!(result.findings.iter().any(|one| one.id == "outside-edition"));
    assert_eq!(result.lines.len(), 1);
}

/// A code that ended later without a successor of its own does not stop the codes beside which it stood.
#[test]
fn a_code_that_stood_beside_is_no_predecessor() {
    let result = decide(
        book(),
        "region=lumbar approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic date=2018-05-01",
    );
    assert_eq!(result.lines.len(), 1);
}

/// Imaging left open still has one code before 2017.
#[test]
fn an_open_question_has_its_predecessor_too() {
    let result = decide(
        book(),
        "region=lumbar approach=interlaminar imaging=not-documented delivery=needle substance=steroid-anesthetic \
         date=2016-05-01",
    );
    assert_eq!(result.code, None);
    assert_eq!(result.findings.iter().filter(|one| one.id == "predecessor").count(), 1);
}

/// Past the end of the pack nothing is stopped; it is said.
#[test]
fn a_later_date_is_only_said() {
    let result = decide(
        book(),
        "region=lumbar approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic date=2027-05-01",
    );
    assert!(result.findings.iter().any(|one| one.id == "outside-edition"));
    assert_eq!(result.lines.len(), 1);
}
