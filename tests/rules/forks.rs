//! The forks that must be right, each with the fact behind it.

use rstest::rstest;

use crate::support::{book, decide, end};

/// Entry decides the region: the tip at T10 changes nothing about a lumbar entry (F2.1, F2.2).
#[rstest]
#[case::lumbar_entry_tip_at_t10(
    "region=lumbar approach=interlaminar imaging=fluoroscopy delivery=catheter-indwelling substance=steroid-anesthetic",
    "62327"
)]
// T12-L1 through a foramen is cervical/thoracic (F2.5).
#[case::t12_l1_foramen(
    "region=thoracolumbar approach=transforaminal imaging=fluoroscopy substance=steroid-anesthetic",
    "64479"
)]
// Caudal with a catheter driven to L4 is lumbar/sacral (F2.10); the entry is sacral whatever else is silent.
#[case::caudal_catheter_to_l4(
    "region=sacral approach=caudal imaging=fluoroscopy delivery=catheter-same-day substance=steroid-anesthetic",
    "62323"
)]
#[case::caudal_region_unsaid(
    "approach=caudal imaging=fluoroscopy delivery=needle substance=steroid-anesthetic",
    "62323"
)]
#[case::caudal_region_not_documented(
    "region=not-documented approach=caudal imaging=fluoroscopy delivery=needle substance=steroid-anesthetic",
    "62323"
)]
#[case::caudal_against_region(
    "region=thoracic approach=caudal imaging=fluoroscopy delivery=needle substance=steroid-anesthetic",
    "open: 62323"
)]
// A catheter out the same calendar day is a single injection (F2.11); one that stays is not (F2.13).
#[case::catheter_out_same_day(
    "region=lumbar approach=interlaminar imaging=ct delivery=catheter-same-day substance=other-solution",
    "62323"
)]
#[case::indwelling_neck_blind(
    "region=cervical approach=interlaminar imaging=none delivery=catheter-indwelling substance=steroid-anesthetic",
    "62324"
)]
#[case::indwelling_neck_imaged(
    "region=thoracic approach=interlaminar imaging=ct delivery=catheter-indwelling substance=steroid-anesthetic",
    "62325"
)]
#[case::indwelling_lumbar_blind(
    "region=lumbar approach=subarachnoid imaging=none delivery=catheter-indwelling substance=other-solution",
    "62326"
)]
// Ultrasound, MRI and film are "without imaging" between the laminae (F2.23-F2.25) ...
#[case::ultrasound_interlaminar(
    "region=lumbar approach=interlaminar imaging=ultrasound delivery=needle substance=steroid-anesthetic",
    "62322"
)]
#[case::mri_interlaminar(
    "region=cervical approach=interlaminar imaging=other delivery=needle substance=steroid-anesthetic",
    "62320"
)]
#[case::neither_or_ultrasound(
    "region=lumbar approach=interlaminar imaging=ultrasound,none delivery=needle substance=steroid-anesthetic",
    "62322"
)]
// ... and unlisted at a foramen (F2.28-F2.30), never one of the interlaminar codes.
#[case::ultrasound_foramen(
    "region=lumbar approach=transforaminal imaging=ultrasound substance=steroid-anesthetic",
    "foraminal-unguided"
)]
#[case::film_foramen(
    "region=cervical approach=transforaminal imaging=other substance=steroid-anesthetic",
    "foraminal-unguided"
)]
#[case::blind_foramen(
    "region=lumbar approach=transforaminal imaging=none substance=steroid-anesthetic",
    "foraminal-unguided"
)]
#[case::foramen_imaging_not_documented(
    "region=lumbar approach=transforaminal imaging=not-documented substance=steroid-anesthetic",
    "open: 64483"
)]
// The same lumbar subarachnoid needle ends in five places by substance (3.1).
#[case::lumbar_spinal_drug(
    "region=lumbar approach=subarachnoid imaging=none delivery=needle substance=other-solution",
    "62322"
)]
#[case::lumbar_spinal_alcohol(
    "region=lumbar approach=subarachnoid imaging=none delivery=needle substance=neurolytic",
    "neurolytic"
)]
#[case::lumbar_spinal_chemotherapy(
    "region=lumbar approach=subarachnoid imaging=none delivery=needle substance=chemotherapy",
    "intrathecal-chemotherapy"
)]
#[case::lumbar_spinal_contrast(
    "region=lumbar approach=subarachnoid imaging=fluoroscopy delivery=needle substance=contrast-only",
    "myelogram"
)]
#[case::lumbar_spinal_tap(
    "region=lumbar approach=subarachnoid imaging=none delivery=needle substance=fluid-taken",
    "csf-tap"
)]
#[case::nusinersen(
    "region=lumbar approach=subarachnoid imaging=fluoroscopy delivery=needle substance=nusinersen",
    "nusinersen"
)]
#[case::nusinersen_alone("substance=nusinersen", "nusinersen")]
// Labor and operative anesthesia leave the family (F4.13, 6.17), said either way.
#[case::labor(
    "region=lumbar approach=interlaminar imaging=none delivery=catheter-indwelling substance=labor-analgesia",
    "labor-analgesia"
)]
#[case::operative(
    "region=lumbar approach=subarachnoid imaging=none delivery=needle substance=operative-anesthesia",
    "operative-anesthesia"
)]
#[case::operative_said_as_purpose(
    "region=lumbar approach=interlaminar imaging=none delivery=catheter-indwelling substance=steroid-anesthetic purpose=postoperative-pain operative-use=yes",
    "operative-anesthesia"
)]
#[case::postoperative_by_anesthesia(
    "region=thoracic approach=interlaminar imaging=none delivery=catheter-indwelling substance=steroid-anesthetic purpose=postoperative-pain operative-use=no performer=anesthesia",
    "62324"
)]
#[case::postoperative_by_surgeon(
    "region=lumbar approach=interlaminar imaging=none delivery=catheter-indwelling substance=steroid-anesthetic purpose=postoperative-pain operative-use=no performer=surgeon",
    "part-of-operation"
)]
#[case::open_field(
    "region=lumbar approach=open delivery=catheter-indwelling substance=steroid-anesthetic",
    "part-of-operation"
)]
// A later day is 01996; a dose, or anything on day 0, is part of the series (F2.14, F2.15).
#[case::later_day("delivery=existing-catheter visit=management placed=earlier", "daily-management")]
#[case::same_day("delivery=existing-catheter visit=management placed=same-day", "catheter-series")]
#[case::a_dose("delivery=existing-catheter visit=dose placed=earlier", "catheter-series")]
#[case::dose_and_day(
    "delivery=existing-catheter visit=dose+management placed=earlier",
    "daily-management"
)]
#[case::removal("delivery=existing-catheter visit=removal placed=earlier", "catheter-series")]
// Lysis beats approach (3.1).
#[case::lysis_foramen(
    "region=lumbar approach=transforaminal imaging=fluoroscopy substance=lysis",
    "adhesiolysis"
)]
#[case::lysis_approach_open("approach=not-documented substance=lysis", "adhesiolysis")]
#[case::lysis_with_steroid(
    "approach=caudal delivery=catheter-same-day substance=lysis+steroid-anesthetic",
    "adhesiolysis"
)]
// Another solution alone at a foramen is not described (F1.4).
#[case::opioid_at_foramen(
    "region=lumbar approach=transforaminal imaging=fluoroscopy substance=other-solution",
    "foraminal-undescribed-substance"
)]
#[case::opioid_with_steroid_at_foramen(
    "region=lumbar approach=transforaminal imaging=fluoroscopy substance=other-solution+steroid-anesthetic",
    "64483"
)]
// Guided, modality not named, is settled.
#[case::modality_not_named(
    "region=lumbar approach=interlaminar imaging=fluoroscopy,ct delivery=needle substance=steroid-anesthetic",
    "62323"
)]
// An early answer may settle it.
#[case::facet_at_once("region=lumbar approach=other target=facet", "facet-joint")]
#[case::implanting_at_once("delivery=implanting", "implant")]
#[case::pump("delivery=implanted-use", "pump-service")]
// Blood, and blood through the labor catheter (T40).
#[case::blood_patch(
    "region=lumbar approach=interlaminar imaging=none delivery=needle substance=blood",
    "blood-patch"
)]
#[case::blood_through_catheter("delivery=existing-catheter substance=blood", "blood-through-catheter")]
// A stopped procedure keeps the planned code.
#[case::stopped(
    "region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle substance=none-given stopped=for-safety",
    "62323"
)]
// A tracer for CSF imaging stays in the family (F7.3); contrast in the epidural space is the code with imaging (F7.1).
#[case::cisternography(
    "region=lumbar approach=subarachnoid imaging=fluoroscopy delivery=needle substance=other-solution purpose=csf-imaging",
    "62323"
)]
#[case::epidurogram(
    "region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle substance=contrast-only",
    "62323"
)]
fn fork(#[case] facts: &str, #[case] expected: &str) {
    assert_eq!(end(&decide(book(), facts)), expected, "{facts}");
}

/// T12-L1 between the laminae: no authority; both candidates, the analogy, and what to ask (F2.6).
#[rstest]
#[case("imaging=none delivery=needle", ["62320", "62322"])]
#[case("imaging=fluoroscopy delivery=needle", ["62321", "62323"])]
#[case("imaging=ultrasound delivery=catheter-indwelling", ["62324", "62326"])]
#[case("imaging=ct delivery=catheter-indwelling", ["62325", "62327"])]
fn t12_l1_interlaminar_is_undetermined_by_rule(#[case] facts: &str, #[case] candidates: [&str; 2]) {
    let facts = format!("region=thoracolumbar approach=interlaminar substance=steroid-anesthetic {facts}");
    let result = decide(book(), &facts);
    assert_eq!(result.candidates, candidates);
    assert!(result.advice.is_some_and(|advice| advice.contains("analogy")));
    assert!(
        result
            .findings
            .iter()
            .any(|finding| finding.id == "confidence-unconfirmed")
    );
    assert!(result.undecided[0].ask_provider.contains("T12 and L1"));
}

/// Neurolytic splits by space and region (3.1).
#[rstest]
#[case("region=lumbar approach=subarachnoid", &["62280"])]
#[case("region=lumbar approach=interlaminar", &["62282"])]
#[case("region=cervical approach=interlaminar", &["62281"])]
#[case("region=thoracolumbar approach=interlaminar", &["62281", "62282"])]
fn neurolytic_splits_by_space_and_region(#[case] facts: &str, #[case] codes: &[&str]) {
    let result = decide(
        book(),
        &format!("{facts} imaging=none delivery=needle substance=neurolytic"),
    );
    let signpost = result.signpost.unwrap();
    let blocks = signpost
        .codes
        .iter()
        .map(|target| target.code.as_str())
        .filter(|code| code.starts_with("622"));
    assert_eq!(blocks.collect::<Vec<_>>(), codes);
}

/// Nusinersen and chemotherapy are 96450 (T31, T42).
#[rstest]
#[case("chemotherapy")]
#[case("nusinersen")]
fn into_the_spinal_fluid_is_96450(#[case] substance: &str) {
    let facts = format!("region=lumbar approach=subarachnoid imaging=none delivery=needle substance={substance}");
    let signpost = decide(book(), &facts).signpost.unwrap();
    assert!(signpost.codes.iter().any(|target| target.code == "96450"));
}

/// Unlisted at a foramen is unconfirmed, and says so.
#[rstest]
#[case("imaging=ultrasound substance=steroid-anesthetic")]
#[case("imaging=fluoroscopy substance=other-solution")]
#[case("imaging=fluoroscopy delivery=catheter-indwelling substance=steroid-anesthetic")]
fn unlisted_at_a_foramen_is_unconfirmed(#[case] facts: &str) {
    let result = decide(book(), &format!("region=lumbar approach=transforaminal {facts}"));
    let signpost = result.signpost.unwrap();
    assert_eq!(
        signpost
            .codes
            .iter()
            .map(|target| target.code.as_str())
            .collect::<Vec<_>>(),
        ["64999"]
    );
    assert!(
        result
            .findings
            .iter()
            .any(|finding| finding.id == "confidence-unconfirmed")
    );
}

/// The undetermined case of the contract: what hangs on imaging, and a neutral question.
#[test]
fn foramen_without_documented_imaging_asks_the_provider() {
    let result = decide(
        book(),
        "region=lumbar approach=transforaminal imaging=not-documented substance=steroid-anesthetic",
    );
    assert_eq!(result.undecided.len(), 1);
    let imaging = &result.undecided[0];
    assert_eq!(imaging.question, "imaging");
    let leads = |answer: &str| {
        imaging
            .hangs
            .iter()
            .find(|hang| hang.answer == answer)
            .unwrap()
            .leads_to
            .clone()
    };
    assert_eq!(leads("ct"), ["64483"]);
    assert_eq!(leads("none"), ["foraminal-unguided"]);
    assert!(!imaging.ask_provider.chars().any(|c| c.is_ascii_digit()));
}

/// The add-on codes are named, with what earns them, on their primary's result.
#[rstest]
#[case("cervical", "64480")]
#[case("lumbar", "64484")]
fn add_ons_are_named_with_what_earns_them(#[case] region: &str, #[case] add_on: &str) {
    let facts = format!("region={region} approach=transforaminal imaging=ct substance=steroid-anesthetic");
    let result = decide(book(), &facts);
    assert!(
        result
            .companions
            .iter()
            .any(|companion| companion.code == add_on && !companion.when.is_empty())
    );
}
