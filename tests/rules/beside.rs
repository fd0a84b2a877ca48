//! What stands beside the lines: codes to leave off, and lines of other services.

use epipath::claim::CaseResult;
use rstest::rstest;

use crate::support::{book, decide};

const CANAL: &str = "approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic";
const FORAMEN: &str = "approach=transforaminal imaging=fluoroscopy substance=steroid-anesthetic";

fn left_off(result: &CaseResult) -> Vec<&str> {
    result.do_not_report.iter().map(|one| one.code.as_str()).collect()
}

/// Guidance, fluoroscopy, ultrasound and anesthesia by the same provider; daily management on the day of a catheter
/// (F2.20, F2.21, F2.23, F2.15, section 4.4).
#[rstest]
#[case("region=lumbar", CANAL, "62323")]
#[case("region=cervical", CANAL, "62321")]
#[case("region=lumbar level=L4-L5:left level=L5-S1:left", FORAMEN, "64483")]
#[case("region=cervical", FORAMEN, "64479")]
fn guidance_and_own_anesthesia_are_left_off(#[case] region: &str, #[case] facts: &str, #[case] code: &str) {
    let result = decide(book(), &format!("{region} {facts}"));
    assert_eq!(result.code.as_deref(), Some(code));
    assert_eq!(
        left_off(&result),
        ["77003", "76942", "77012", "77002", "76000", "76998", "01991", "01992"]
    );
    for one in &result.do_not_report {
        assert!(!one.why.is_empty() && !one.sources.is_empty(), "{one:?}");
    }
}

#[test]
fn daily_management_is_left_off_on_the_day_of_the_catheter_only() {
    let catheter = CANAL.replace("delivery=needle", "delivery=catheter-indwelling");
    let placed = decide(book(), &format!("region=lumbar {catheter}"));
    assert!(left_off(&placed).contains(&"01996"), "{:?}", left_off(&placed));
    let single = decide(book(), &format!("region=lumbar {CANAL}"));
    assert!(!left_off(&single).contains(&"01996"));
}

/// Ended codes are for look-ups, never named in a result; where no line stands there is nothing beside it.
#[test]
fn ended_codes_and_signposts_have_nothing_beside_them() {
    let retired = &book().pack().retired.retired;
    let pairs = &book().pack().edits.pairs;
    let named = |code: &String| pairs.iter().any(|pair| pair.leave_off.contains(code));
    assert!(!retired.iter().any(|old| named(&old.code)));
    for facts in [
        "region=lumbar approach=other target=facet".to_owned(),
        "region=lumbar".to_owned(),
        format!("region=lumbar {FORAMEN} level=C5-C6:left"),
    ] {
        let result = decide(book(), &facts);
        assert!(result.lines.is_empty() && result.do_not_report.is_empty(), "{facts}");
    }
}

/// The waste of a single-dose vial stands on the line of the drug under Medicare since July 2023, never on the injection.
#[rstest]
#[case("payer=medicare drug-waste=none-discarded", &["JZ"])]
#[case("payer=medicare:TX drug-waste=discarded", &["JW"])]
#[case("payer=medicare drug-waste=none-discarded date=2023-07-01", &["JZ"])]
#[case("payer=medicare drug-waste=none-discarded date=2023-06-30", &[])]
#[case("payer=medicare", &[])]
#[case("payer=medicare drug-waste=not-documented", &[])]
#[case("drug-waste=none-discarded", &[])]
fn drug_waste_is_told_for_the_line_of_the_drug(#[case] facts: &str, #[case] modifiers: &[&str]) {
    for (region, way) in [("region=lumbar", CANAL), ("region=cervical level=C5-C6:left", FORAMEN)] {
        let result = decide(book(), &format!("{region} {way} {facts}"));
        let drug: Vec<&String> = result
            .companions
            .iter()
            .filter(|one| one.code == "Jxxxx")
            .flat_map(|one| &one.modifiers)
            .collect();
        assert_eq!(drug, modifiers);
        for line in &result.lines {
            let waste = line.modifiers.iter().any(|one| one == "JZ" || one == "JW");
            assert!(!waste, "{line:?}");
        }
    }
}

/// Drug waste decides nothing about the code: the result of every answer is the same but for the drug's line.
#[test]
fn drug_waste_never_changes_the_code() {
    let plain = decide(book(), &format!("region=lumbar {CANAL}"));
    for answer in ["none-discarded", "discarded", "not-documented"] {
        let result = decide(book(), &format!("region=lumbar {CANAL} drug-waste={answer}"));
        assert_eq!((&result.code, &result.lines), (&plain.code, &plain.lines));
        assert!(result.undecided.is_empty());
    }
}
