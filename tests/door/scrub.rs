//! Claim lines that somebody already has: what is wrong is named, what is clean is left in peace.

use std::collections::BTreeSet;

use epipath::claim::{CaseResult, Context, Procedure, ScrubResult, ScrubVerdict, scrub, session_result};
use epipath::cli::scrub::{Form, read};
use epipath::pack::model::{FindingSeverity, ScrubCheck};
use epipath::report;
use epipath::session::parse_facts;
use proptest::prelude::*;
use rstest::rstest;
use strum::IntoEnumIterator as _;

use crate::support::{book, context};

const STOP: FindingSeverity = FindingSeverity::Stop;
const WARN: FindingSeverity = FindingSeverity::Warn;
const INFO: FindingSeverity = FindingSeverity::Info;

/// Lines as people write them, with their facts.
fn scrubbed(set: &str) -> ScrubResult {
    let read = read(set, Form::Auto).unwrap_or_else(|unread| panic!("{set}: {unread}"));
    let context = parse_facts(book(), &context(), &read.facts).unwrap().context;
    scrub(book(), &read.lines, &context)
}

fn told(result: &ScrubResult) -> Vec<(&str, FindingSeverity)> {
    result
        .findings
        .iter()
        .map(|found| (found.finding.id.as_str(), found.finding.severity))
        .collect()
}

#[rstest]
// Codes of other days (F1.2, F2.22, F2.29, 3.1, 3.2).
#[case::ended_62311("62311 date=2026-05-01", "code-ended", STOP)]
#[case::ended_62310_beside_its_heir("62310, 62323 date=2024-01-01", "code-ended", STOP)]
#[case::ended_epidurography("62323, 72275 date=2026-05-01", "code-ended", STOP)]
#[case::ended_foraminal_ultrasound("0228T date=2026-05-01", "code-ended", STOP)]
#[case::ended_anesthesia("62323, 01936 date=2026-05-01", "code-ended", STOP)]
#[case::ended_decompression("0275T date=2026-01-01", "code-ended", STOP)]
#[case::too_early_62323("62323 date=2016-12-31", "predecessor", STOP)]
#[case::too_early_0777t("62323, 0777T date=2022-12-31", "code-not-yet", STOP)]
#[case::too_early_62330("62330 date=2025-12-31", "code-not-yet", STOP)]
#[case::before_the_pack("64483-LT date=2015-06-01", "outside-edition", WARN)]
#[case::after_the_pack("64483-LT date=2027-01-01", "outside-edition", WARN)]
// Add-on codes and their primaries (F2.44, D8).
#[case::orphan_64484("64484-LT", "add-on-alone", STOP)]
#[case::orphan_64480("64480", "add-on-alone", STOP)]
#[case::orphan_beside_a_visit("64484-LT, 99213-25", "add-on-alone", STOP)]
#[case::add_on_of_the_other_region("64479-LT, 64484-LT", "add-on-wrong-primary", STOP)]
#[case::add_on_of_the_other_route("62323, 64484-LT", "add-on-wrong-primary", STOP)]
#[case::cervical_add_on_under_lumbar("64483-RT 64480-RT", "add-on-wrong-primary", STOP)]
#[case::pressure_sensing_at_a_foramen("64483-LT, 0777T", "add-on-wrong-primary", STOP)]
#[case::pressure_sensing_alone("0777T", "add-on-alone", STOP)]
// One unit a region, levels not needles (F2.32, F2.36-F2.42, 6.1, 6.6).
#[case::two_interspaces_two_lines("62323, 62323", "primary-twice", STOP)]
#[case::two_interspaces_with_59("62323, 62323-59", "primary-twice", STOP)]
#[case::two_interspaces_two_units("62321 x2", "units-over-limit", WARN)]
#[case::second_level_as_primary("64483-LT L4-L5, 64483-LT L5-S1", "primary-twice", STOP)]
#[case::left_and_right_at_two_levels_as_primaries("64483-LT L4-L5, 64483-RT L5-S1", "primary-twice", STOP)]
#[case::second_side_as_a_level("64483-LT L4-L5, 64484-RT L4-L5", "second-side-as-level", STOP)]
#[case::two_needles_as_two_lines("64483-LT L3-L4, 64484-LT L4-L5, 64484-LT L4-L5", "level-twice", STOP)]
#[case::both_sides_as_two_units("64483 x2", "units-over-limit", WARN)]
#[case::five_further_levels("64483-LT, 64484-LT x5", "units-over-limit", WARN)]
#[case::repeated_and_over_the_limit("62323, 62323-76", "units-over-limit", WARN)]
#[case::no_units("64483-LT x0", "units-zero", STOP)]
#[case::fifty_with_two_units("64483-50 x2", "both-sides-units", WARN)]
// Levels where they are named (F2.5, F2.9).
#[case::t12_l1_as_lumbar("64483-LT T12-L1", "level-of-other-region", STOP)]
#[case::neck_level_on_a_lumbar_code("62323 C7-T1", "level-of-other-region", STOP)]
#[case::sacral_beside_lumbosacral("64483-LT L5-S1, 64484-LT S1", "sacral-beside-lumbosacral", WARN)]
#[case::thoracolumbar_beside_lumbar("64479-LT T12-L1, 64483-LT L1-L2", "thoracolumbar-beside-lumbar", WARN)]
#[case::third_level("64483-LT, 64484-LT x2 payer=medicare", "third-level-medicare", WARN)]
#[case::third_level_named(
    "64483-LT L3-L4, 64484-LT L4-L5, 64484-RT L5-S1 payer=medicare:TX",
    "third-level-medicare",
    WARN
)]
#[case::two_regions("62321, 62323 payer=medicare", "two-regions-medicare", WARN)]
#[case::two_foraminal_regions("64479-LT, 64483-LT payer=medicare", "two-regions-medicare", WARN)]
// Sides (F2.33, F2.39, F2.40, F4.2, 6.2, 6.5).
#[case::fifty_on_interlaminar("62323-50", "modifier-never", STOP)]
#[case::fifty_on_a_catheter("62327-50 payer=medicare", "modifier-never", STOP)]
#[case::left_on_interlaminar("62321-LT", "modifier-never", STOP)]
#[case::fifty_on_an_add_on_by_cpt("64483-50, 64484-50 payer=cpt", "both-sides-otherwise", WARN)]
#[case::fifty_on_an_add_on_by_medicare(
    "64483-50, 64484-50 payer=medicare",
    "both-sides-add-on-medicare-professional",
    WARN
)]
#[case::two_lines_to_medicare("64483-LT, 64483-RT payer=medicare", "both-sides-otherwise", WARN)]
#[case::fifty_from_a_surgery_center("64483-50 setting=asc payer=medicare", "both-sides-otherwise", WARN)]
#[case::left_and_right_on_one_line("64483-LT-RT", "both-sides-one-line", WARN)]
#[case::fifty_and_a_side("64483-50-LT", "modifiers-together", WARN)]
#[case::add_on_twice_under_medicare("64483-50 L4-L5, 64484 x2 L5-S1 payer=medicare", "both-sides-otherwise", WARN)]
// Imaging beside the family (F2.20-F2.23, 6.3, 6.4).
#[case::fluoroscopy_added("64483-LT, 77003", "guidance-added", STOP)]
#[case::fluoroscopy_added_with_26("62323, 77003-26", "guidance-added", STOP)]
#[case::fluoroscopy_added_with_59("62322, 77003-59", "guidance-added", STOP)]
#[case::ultrasound_added("62322, 76942", "guidance-added", WARN)]
#[case::ct_guidance_added("64479-RT, 77012", "guidance-added", WARN)]
#[case::fluoroscopy_of_another_procedure("62323, 64510-59, 77003", "pair-guidance-77003", WARN)]
// Pair edits with direction and indicator (4.3, 4.4).
#[case::with_and_without_imaging("62323, 62322", "pair-imaging-62323-over-62322", WARN)]
#[case::with_and_without_imaging_59("62321, 62320-59", "pair-imaging-62321-over-62320", WARN)]
#[case::two_routes("62323, 64483-LT", "pair-interlaminar-over-64483", WARN)]
#[case::add_on_beside_interlaminar("62322, 64483-LT-59, 64484-LT-59", "pair-interlaminar-over-64484", WARN)]
#[case::catheter_over_single("62327, 62323", "pair-catheter-over-single-lumbar-sacral", WARN)]
#[case::daily_management_on_day_0("62326, 01996", "pair-daily-management-01996", WARN)]
#[case::blood_patch("62322, 62273", "pair-blood-patch-62273", WARN)]
#[case::visit_without_25("62323, 99213", "pair-visits", WARN)]
#[case::visit_with_59("62323, 99213-59", "pair-visits", WARN)]
#[case::new_patient_without_25("64483-LT, 99203", "visit-unmarked", WARN)]
#[case::anesthesia_by_the_same("62323, 01992", "pair-anesthesia-for-block-01991-01992", WARN)]
#[case::sacroiliac_joint("62323, 27096", "pair-sacroiliac-27096", WARN)]
#[case::one_line_of_two_marked("62323, 64483-LT, 64484-LT-XS", "pair-interlaminar-over-64483", WARN)]
#[case::two_catheters_of_one_region("62324, 62325", "one-code-a-region", WARN)]
// Modifiers (section 5).
#[case::unknown_modifier("64483-5O", "modifier-unknown", WARN)]
#[case::malformed_modifier("64483-LEFT", "modifier-malformed", STOP)]
#[case::visit_modifier_on_the_injection("62323-25", "modifier-never", STOP)]
#[case::fifty_one_on_an_add_on("64483-LT, 64484-LT-51", "modifier-never", STOP)]
#[case::root_block_modifier_on_interlaminar("62323-KX payer=medicare", "modifier-never", STOP)]
#[case::drug_modifier_on_the_injection("64483-LT-JZ", "modifier-never", STOP)]
#[case::anesthesia_modifier("62323-AA", "modifier-never", WARN)]
#[case::physician_stop_on_a_facility_claim("62323-53 setting=asc", "modifier-other-setting", STOP)]
#[case::facility_stop_on_a_physician_claim("62323-74", "modifier-other-setting", STOP)]
#[case::two_stops("62323-52-53", "modifiers-together", WARN)]
#[case::two_notices("62323-GA-GZ payer=medicare", "modifiers-together", WARN)]
#[case::fifty_nine_and_xs("62323, 64483-LT-59-XS", "modifiers-together", WARN)]
#[case::modifier_twice("64483-LT-LT", "modifier-repeated", WARN)]
#[case::a_slip_of_the_pen("62332", "code-unknown", WARN)]
#[case::five_modifiers("64483-22-LT-GC-KX-CC", "modifiers-too-many", WARN)]
#[case::the_same_drug_line_twice("62323, J1030, J1030", "duplicate-line", WARN)]
fn a_bad_set_is_named(#[case] set: &str, #[case] id: &str, #[case] severity: FindingSeverity) {
    let result = scrubbed(set);
    assert!(told(&result).contains(&(id, severity)), "{set}: {:?}", told(&result));
    assert_ne!(result.verdict, ScrubVerdict::Clean);
    for found in &result.findings {
        assert!(
            found.finding.severity == INFO || found.fix.is_some(),
            "{set}: {found:?}"
        );
        assert!(found.lines.is_sorted() && found.lines.iter().all(|line| (1..=result.lines.len()).contains(line)));
    }
}

#[rstest]
#[case("62320")]
#[case("62321 payer=medicare")]
#[case("62322 L5-S1")]
#[case("62323 L4-L5 payer=medicare:TX")]
#[case("62323 x 1  L3-L4, L4-L5")]
#[case("62324 setting=hospital")]
#[case("62325-59")]
#[case("62326 payer=medicare")]
#[case("62327-59, J3490")]
#[case("64479-LT C5-C6")]
#[case("64479-RT T12-L1 payer=medicare")]
#[case("64479-50")]
#[case("64479-LT C5-C6, 64480-LT C6-C7")]
#[case("64483-LT")]
#[case("64483-50 payer=medicare")]
#[case("64483-LT, 64484-LT payer=medicare")]
#[case("64483-LT L4-L5, 64484-RT L5-S1")]
#[case("64483-50, 64484 x2")]
#[case("64483-RT, 64484-RT, 64484-RT")]
#[case("64483-LT-KX payer=medicare")]
#[case("64483 50")]
#[case("64483-RT S1")]
#[case("62323, 0777T")]
#[case("62323-52")]
#[case("62323-53")]
#[case("62323-73 setting=asc")]
#[case("62323-74 setting=hospital payer=medicare")]
#[case("62323, 99213-25")]
#[case("62321, 99204-25 payer=medicare")]
#[case("62323, 64483-LT-XS")]
#[case("62323-59, 01996 date=2026-05-01")]
#[case("62321, 62323")]
#[case("64479-LT, 64483-LT")]
#[case("62323, 64493-LT")]
#[case("62323-GA payer=medicare")]
#[case("62323, 20610-59")]
#[case("62323, J1030, J3301-JZ")]
#[case("62323, 01938-QZ-59")]
#[case("64483-22-LT")]
fn a_good_set_comes_out_clean(#[case] set: &str) {
    let result = scrubbed(set);
    let against: Vec<_> = told(&result)
        .into_iter()
        .filter(|(_, severity)| *severity != INFO)
        .collect();
    assert!(against.is_empty(), "{set}: {against:?}");
}

/// A limit of Medicare is said of the codes of its policies, from their first day.
#[rstest]
#[case("62321, 62323 payer=medicare date=2021-12-04", false)]
#[case("62321, 62323 payer=medicare date=2021-12-05", true)]
#[case("62321, 62327 payer=medicare", false)]
#[case("62325, 62327 payer=medicare", false)]
#[case("62325, 62321, 62323 payer=medicare", true)]
#[case("64483-LT, 64484-LT x2 payer=medicare date=2021-12-04", false)]
#[case("64483-LT, 64484-LT x2 payer=medicare date=2021-12-05", true)]
fn a_limit_of_medicare_has_its_codes_and_dates(#[case] set: &str, #[case] said: bool) {
    let result = scrubbed(set);
    let limits = ["two-regions-medicare", "third-level-medicare"];
    assert_eq!(told(&result).iter().any(|(id, _)| limits.contains(id)), said, "{set}");
}

/// A code that has ended was right in its day; that the pack does not hold for that day is all there is to say.
#[test]
fn an_old_code_was_right_in_its_day() {
    let result = scrubbed("62311 date=2016-12-31");
    assert_eq!(
        told(&result),
        [("outside-edition", WARN), ("code-outside-family", INFO)]
    );
}

/// What is good to know stands beside it without spoiling the verdict.
#[rstest]
#[case("64483-50, 64484 x2", "units-or-sides")]
#[case("62323, 64483-LT-XS", "pair-interlaminar-over-64483")]
#[case("62323-59", "separate-without-edit")]
#[case("64483-KX-50", "modifier-order")]
#[case("62323, 97597", "code-unknown")]
#[case("62323, 64493", "code-outside-family")]
fn good_to_know(#[case] set: &str, #[case] id: &str) {
    let result = scrubbed(set);
    assert!(told(&result).contains(&(id, INFO)), "{set}: {:?}", told(&result));
    assert_eq!(result.verdict, ScrubVerdict::Clean, "{:?}", told(&result));
}

/// Every check of the pack is met by a set of lines.
#[test]
fn every_check_speaks() {
    let sets = [
        "62311",
        "62330 date=2025-01-01",
        "62323, 97597, 64493",
        "64484",
        "62323, 64484",
        "62323, 62323",
        "62324, 62325",
        "J1030, J1030",
        "64483-LT L4-L5, 64484-LT L5-S1, 64484-LT L5-S1",
        "64483-LT L4-L5, 64484-RT L4-L5",
        "64483 C5-C6",
        "62323 x0",
        "64483, 64484 x2",
        "64483-50 x2",
        "64483-LT-RT",
        "64483-LT, 64483-RT",
        "64483-LEFT",
        "64483-5O",
        "62323-50",
        "62323-73",
        "64483-50-LT",
        "64483-LT-LT",
        "64483-22-LT-GC-KX-CC",
        "64483-LT-22",
        "62323-59",
        "62323, 64483-59",
        "62323, 77003",
        "62323, 99203",
    ];
    let said: BTreeSet<String> = sets
        .iter()
        .flat_map(|set| scrubbed(set).findings)
        .map(|found| found.finding.id)
        .collect();
    for check in ScrubCheck::iter().filter(|check| *check != ScrubCheck::PairLifted) {
        assert!(said.contains(&check.to_string()), "{check} is never said");
    }
}

/// Several procedures of one session, as `epipath code` reads them.
fn coded(facts: &str) -> (CaseResult, Context) {
    let mut context = context();
    let mut procedures = Vec::new();
    for group in facts.split("--and") {
        let words: Vec<&str> = group.split_whitespace().collect();
        let facts = parse_facts(book(), &context, &words).unwrap();
        procedures.push(Procedure {
            answers: facts.answers,
            levels: facts.context.levels.clone(),
            ..Procedure::default()
        });
        context = Context {
            levels: Vec::new(),
            ..facts.context
        };
    }
    (session_result(book(), &procedures, &context), context)
}

/// No stop, and no warning that the result itself did not give; the lines go through unchanged.
fn stands_by_its_own_lines(facts: &str) -> bool {
    let (result, context) = coded(facts);
    if result.lines.is_empty() {
        return false;
    }
    let checked = scrub(book(), &result.lines, &context);
    assert_eq!(checked.lines, result.lines);
    let said: Vec<&str> = result.findings.iter().map(|finding| finding.id.as_str()).collect();
    for (id, severity) in told(&checked) {
        let fine = severity == INFO || (severity == WARN && said.contains(&id));
        assert!(fine, "{facts}: {id} {severity}; the result said {said:?}");
    }
    true
}

const FORAMEN: &str = "approach=transforaminal imaging=fluoroscopy substance=steroid-anesthetic";
const CANAL: &str = "approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic";

/// All sides at two levels, in every setting, for both payers.
#[test]
fn lines_of_the_wizard_come_out_as_it_said_them() {
    let sides = ["", ":left", ":right", ":both", ":not-documented"];
    let pairs = [
        ("L4-L5", "L5-S1"),
        ("C5-C6", "L4-L5"),
        ("T12-L1", "L1-L2"),
        ("L5-S1", "not-documented"),
    ];
    let mut seen = 0;
    for setting in ["professional", "asc", "hospital"] {
        for payer in ["cpt", "medicare"] {
            for (one, two) in pairs {
                for (first, second) in sides
                    .iter()
                    .flat_map(|first| sides.iter().map(move |second| (first, second)))
                {
                    let levels = format!("level={one}{first} level={two}{second} setting={setting} payer={payer}");
                    seen += usize::from(stands_by_its_own_lines(&format!("{FORAMEN} {levels}")));
                }
            }
        }
    }
    assert_eq!(seen, 3 * 2 * 4 * 25);
}

#[rstest]
#[case("level=L3-L4:left level=L5-S1:right level=L4-L5:both")]
#[case("level=L3-L4:both level=L5-S1:both level=L4-L5:both")]
#[case("region=lumbar level=not-documented:left level=not-documented:left level=not-documented:left")]
#[case("level=L4-L5:left level=L4-L5:left")]
#[case("level=L5:left")]
#[case("region=lumbar")]
#[case("purpose=diagnostic-root-block level=L4-L5:left")]
#[case("level=L4-L5:left stopped=for-safety")]
#[case("level=L4-L5:left stopped=before-anesthesia")]
#[case(
    "level=L4-L5:left --and region=lumbar approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic"
)]
#[case(
    "level=L4-L5:both level=L5-S1:left --and region=lumbar approach=interlaminar imaging=none delivery=needle substance=steroid-anesthetic"
)]
#[case(
    "level=C5-C6:left level=C6-C7:left --and region=cervical approach=interlaminar imaging=ct delivery=catheter-indwelling substance=steroid-anesthetic"
)]
fn every_foraminal_case_stands(#[case] facts: &str) {
    for who in WHO {
        assert!(
            stands_by_its_own_lines(&format!("{FORAMEN} {who} {facts}")),
            "{facts} {who}"
        );
    }
}

const WHO: [&str; 7] = [
    "",
    "payer=medicare",
    "payer=medicare:TX setting=asc",
    "setting=asc",
    "setting=hospital",
    "payer=medicare setting=hospital",
    "payer=evicore",
];

#[rstest]
#[case("region=lumbar")]
#[case("level=L3-L4 level=L4-L5")]
#[case("level=C7-T1")]
#[case("region=lumbar pressure-sensing=yes")]
#[case("region=cervical stopped=by-choice")]
#[case("region=lumbar stopped=for-safety")]
#[case("region=lumbar stopped=after-anesthesia")]
#[case("region=lumbar purpose=postoperative-pain operative-use=no performer=anesthesia")]
#[case(
    "region=cervical --and region=lumbar approach=interlaminar imaging=none delivery=catheter-indwelling substance=steroid-anesthetic"
)]
#[case(
    "region=lumbar --and region=lumbar approach=interlaminar imaging=none delivery=needle substance=steroid-anesthetic"
)]
fn every_interlaminar_case_stands(#[case] facts: &str) {
    for who in WHO {
        assert!(
            stands_by_its_own_lines(&format!("{CANAL} {who} {facts}")),
            "{facts} {who}"
        );
    }
}

/// One set, however it is written.
#[rstest]
#[case("64483-50, 64484 x2")]
#[case("64483-50\n64484 x 2\n")]
#[case("64483-50;64484*2")]
#[case("64483 50 64484x2")]
#[case("+64483-50 , +64484X2")]
#[case("code,modifiers,units\n64483,50,1\n64484,,2\n")]
#[case("\u{feff}Units,Charge,Code,Modifiers\r\n1,900,64483,50\r\n2,300,64484,\r\n")]
#[case("code\tmod1\tmod2\tunits\n64483\t50\t\t1\n64484\t\t\t2\n")]
#[case("64483,50,1\n64484,,2")]
#[case(r#"[{"code":"64483","modifiers":["50"]},{"code":"64484","units":2}]"#)]
#[case(r#"{"status":"code","lines":[{"code":64483,"modifiers":"50"},{"code":"64484","units":"2","levels":[]}]}"#)]
fn one_set_however_it_is_written(#[case] text: &str) {
    let lines = read(text, Form::Auto).unwrap_or_else(|unread| panic!("{unread}")).lines;
    let written: Vec<String> = lines.iter().map(report::claim_line).collect();
    assert_eq!(written, ["64483-50 x 1", "64484 x 2"]);
}

#[rstest]
#[case("64483-lt-kx l4/5", "64483-LT-KX x 1  L4-L5")]
#[case("64483-LTx1", "64483-LT x 1")]
#[case("64483-X4", "64483-X4 x 1")]
#[case("64483 x4", "64483 x 4")]
#[case("62323 x 1  L3-L4, L4-L5", "62323 x 1  L3-L4, L4-L5")]
#[case("0777t", "0777T x 1")]
#[case("payer=medicare 62323 setting=asc", "62323 x 1")]
#[case(
    "code,modifiers,units,levels\n64483,\"LT;KX\",,\"L4-5; S1\"",
    "64483-LT-KX x 1  L4-L5, S1"
)]
#[case("64484,LT-KX,2", "64484-LT-KX x 2")]
fn a_line_as_understood(#[case] text: &str, #[case] line: &str) {
    let lines = read(text, Form::Auto).unwrap_or_else(|unread| panic!("{unread}")).lines;
    assert_eq!(lines.iter().map(report::claim_line).collect::<Vec<_>>(), [line]);
}

/// Everything that cannot be read is told, each with its place.
#[rstest]
#[case("64483-50, 6448\nfoo, 64484 x", &["line 1, `6448`", "line 2, `foo`", "line 2, `x`"])]
#[case("64483; 50", &["line 1, `50`"])]
#[case("64483-64484", &["line 1, `64483-64484`: holds two codes"])]
#[case("64483 2", &["line 1, `2`: is neither units"])]
#[case("64483-", &["line 1, `64483-`"])]
#[case("code,modifiers,units\n64483,LEFTSIDE,two\n6448,,1\n", &["line 2, `LEFTSIDE`", "line 2, `two`", "line 3, `6448`"])]
#[case("code,levels\n64483,L9\n64483,L4-L5:left", &["line 2, `L9`", "line 3, `L4-L5:left`"])]
#[case(r#"[{"code":"6448","units":-1},7]"#, &["lines[1].code, `6448`", "lines[1].units, `-1`", "lines[2], `7`"])]
#[case(r#"{"lines":3}"#, &["holds no array of lines"])]
#[case("[", &["not JSON", "line 1, column 1"])]
#[case("", &["holds no claim line"])]
#[case("payer=medicare", &["holds no claim line"])]
fn what_cannot_be_read_is_told_with_its_place(#[case] text: &str, #[case] said: &[&str]) {
    let unread = read(text, Form::Auto).unwrap_err().to_string();
    for piece in said {
        assert!(unread.contains(piece), "{piece} not in: {unread}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is written is read and checked, or told to be unreadable.
    #[test]
    fn any_text_is_read_or_refused(text in "(?s).{0,60}", format in 0..4_usize) {
        let format = [Form::Auto, Form::Csv, Form::Json, Form::Text][format];
        match read(&text, format) {
            Ok(read) => prop_assert!(!read.lines.is_empty()),
            Err(unread) => prop_assert!(!unread.0.is_empty() && unread.to_string().len() > 10),
        }
    }

    /// Near misses of real lines get all the way through.
    #[test]
    fn anything_like_lines_is_checked(text in "((64483|64484|62323|77003|0777T|99213)[-x ,;*L]?(50|LT|2|XS|-L4-L5)?[ ,;\n]?){1,6}") {
        if let Ok(read) = read(&text, Form::Auto) {
            let result = scrub(book(), &read.lines, &context());
            prop_assert_eq!(&result.lines, &read.lines);
            prop_assert!(report::scrub(book(), &result).lines().all(|line| line.len() <= 80));
        }
    }
}
