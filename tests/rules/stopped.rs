//! A stopped procedure: the setting and the reason decide among 52, 53, 73 and 74 (coding rules, section 5).

use epipath::claim::{CaseResult, Context, Setting};
use epipath::pack::model::SETTINGS;
use epipath::report::claim_line;
use rstest::rstest;
use strum::VariantNames as _;

use crate::support::{book, decide};

const CANAL: &str =
    "region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic";

fn stances(result: &CaseResult) -> Vec<String> {
    let stance = |name: &str| {
        let of = |one: &&epipath::claim::ModifierStance| one.modifier == name;
        result.modifiers.iter().find(of).unwrap().stance.to_string()
    };
    ["52", "53", "73", "74"].map(stance).to_vec()
}

/// The whole table: stances of 52, 53, 73 and 74, and what the line carries.
#[rstest]
#[case("professional", "no", "may-apply may-apply never never", "")]
#[case("professional", "could-not-complete", "may-apply never never never", "")]
#[case("professional", "by-choice", "may-apply never never never", "")]
#[case("professional", "for-safety", "never applies never never", "-53")]
#[case("professional", "before-anesthesia", "may-apply may-apply never never", "")]
#[case("professional", "after-anesthesia", "may-apply may-apply never never", "")]
#[case("asc", "no", "may-apply never may-apply may-apply", "")]
#[case("asc", "could-not-complete", "may-apply never may-apply may-apply", "")]
#[case("asc", "by-choice", "may-apply never may-apply may-apply", "")]
#[case("asc", "for-safety", "may-apply never may-apply may-apply", "")]
#[case("asc", "before-anesthesia", "never never applies never", "-73")]
#[case("asc", "after-anesthesia", "never never never applies", "-74")]
#[case("hospital", "no", "may-apply never may-apply may-apply", "")]
#[case("hospital", "could-not-complete", "may-apply never may-apply may-apply", "")]
#[case("hospital", "by-choice", "may-apply never may-apply may-apply", "")]
#[case("hospital", "for-safety", "may-apply never may-apply may-apply", "")]
#[case("hospital", "before-anesthesia", "never never applies never", "-73")]
#[case("hospital", "after-anesthesia", "never never never applies", "-74")]
fn the_setting_and_the_reason_decide(
    #[case] setting: &str,
    #[case] stopped: &str,
    #[case] expected: &str,
    #[case] carried: &str,
) {
    let result = decide(book(), &format!("{CANAL} setting={setting} stopped={stopped}"));
    assert_eq!(stances(&result).join(" "), expected);
    let lines: Vec<String> = result.lines.iter().map(claim_line).collect();
    assert_eq!(lines, [format!("62323{carried} x 1")]);
}

/// A line of a stopped procedure without a modifier is never silent; where one is put on, nothing is left to weigh.
#[rstest]
#[case("stopped=by-choice", &["stopped-52"])]
#[case("stopped=could-not-complete", &["stopped-52"])]
#[case("stopped=before-anesthesia", &["stopped-53"])]
#[case("stopped=after-anesthesia", &["stopped-53"])]
#[case("stopped=by-choice setting=asc", &["stopped-52"])]
#[case("stopped=for-safety setting=hospital", &["stopped-52"])]
#[case("stopped=for-safety", &[])]
#[case("stopped=after-anesthesia setting=asc", &[])]
#[case("stopped=before-anesthesia setting=hospital", &[])]
#[case("stopped=no", &[])]
#[case("", &[])]
#[case("setting=asc purpose=diagnostic-root-block payer=medicare", &[])]
fn what_the_facts_leave_open_is_said(#[case] facts: &str, #[case] said: &[&str]) {
    let result = decide(book(), &format!("{CANAL} {facts}"));
    let ids: Vec<&str> = result
        .findings
        .iter()
        .map(|finding| finding.id.as_str())
        .filter(|id| id.starts_with("stopped-") || id.starts_with("purpose-"))
        .collect();
    assert_eq!(ids, said);
}

/// No modifier of another setting is ever on a line, whatever the code.
#[test]
fn no_line_carries_a_modifier_of_another_setting() {
    let foramen = "approach=transforaminal region=cervical imaging=ct substance=steroid-anesthetic level=C5-C6:both";
    for setting in Setting::VARIANTS {
        for stopped in [
            "could-not-complete",
            "by-choice",
            "for-safety",
            "before-anesthesia",
            "after-anesthesia",
        ] {
            for facts in [CANAL, foramen] {
                let result = decide(book(), &format!("{facts} setting={setting} stopped={stopped}"));
                let facility = *setting != "professional";
                let wrong = if facility { ["52", "53"] } else { ["73", "74"] };
                for line in &result.lines {
                    let carried = line.modifiers.iter().any(|one| wrong.contains(&one.as_str()));
                    assert!(!carried, "{setting} {stopped}: {line:?}");
                }
            }
        }
    }
}

/// The words of the data are those of the program.
#[test]
fn the_settings_of_the_pack_are_those_of_the_program() {
    assert_eq!(SETTINGS, Setting::VARIANTS);
    assert_eq!(
        Context::on("2026-01-01".parse().unwrap()).setting.to_string(),
        SETTINGS[0]
    );
}
