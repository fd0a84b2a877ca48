//! What identifies a person is hidden, and nothing that a coder needs is.

use std::fs;
use std::ops::Range;

use epipath::note::mask::{Masker, hide};
use epipath::pack::model::Identifiers;
use proptest::prelude::*;
use rstest::rstest;

fn masker() -> Masker {
    let words = fs::read_to_string("data/identifiers.yaml").unwrap();
    let words: Identifiers = serde_yaml::from_str(&words).unwrap();
    Masker::new(&words)
}

/// Shared by the tests that mask many texts.
fn shared() -> &'static Masker {
    static MASKER: std::sync::LazyLock<Masker> = std::sync::LazyLock::new(masker);
    &MASKER
}

fn hidden(text: &str) -> String {
    hide(text, &shared().masked(text))
}

fn planted(note: &str) -> (String, Vec<String>) {
    let read = |end: &str| fs::read_to_string(format!("tests/notes/planted/{note}.{end}")).unwrap();
    (read("txt"), read("list").lines().map(str::to_owned).collect())
}

#[rstest]
fn no_planted_identifier_stays(#[values("dictated", "form", "letter")] note: &str) {
    let (text, list) = planted(note);
    assert!(list.len() >= 30, "{note} has only {} planted", list.len());
    let hidden = hidden(&text);
    for identifier in list {
        assert!(text.contains(&identifier), "{identifier} is not in {note}");
        assert!(!hidden.contains(&identifier), "{identifier} stays in {note}:\n{hidden}");
    }
}

#[rstest]
#[case(
    "dictated",
    "Left L4-L5 and L5-S1 transforaminal epidural steroid injection under fluoroscopy.,ANESTHESIA: ,Local.,"
)]
#[case(
    "dictated",
    "A 22-gauge 5 inch Quincke needle was advanced to the 6 o'clock position of the L4\npedicle"
)]
#[case(
    "dictated",
    "Omnipaque 240, 1 mL at each level, outlined the roots with\nepidural flow; AP and lateral views were stored."
)]
#[case(
    "dictated",
    "40 mg of Kenalog (40 mg/mL) and 1 mL of 0.25%\nbupivacaine were given at each level. Fluoroscopy time 38 seconds. Blood pressure 120/80"
)]
#[case("dictated", "CPT 64483-LT, 64484-LT.")]
#[case("form", "PROCEDURE PERFORMED: Interlaminar epidural steroid injection, C7-T1")]
#[case(
    "form",
    "Needle: 20 ga Tuohy, 3.5 in    LOR: saline at 5.5 cm    Contrast: Isovue-M 300, 1.5 mL"
)]
#[case("form", "Depo-Medrol 80 mg, NS 3 mL    Sedation: Versed 2 mg, fentanyl 50 mcg")]
#[case(
    "form",
    "Pain before 7/10, after 3/10. VS 138/84, HR 72, SpO2 98%. ODI 44. Strength 5/5."
)]
#[case("form", "Codes: 62321. NDC 00009-3475-01. LCD L39015.")]
#[case(
    "letter",
    "he lay prone in Trendelenburg. Under fluoroscopy,\nwith the Scottie dog in view, I advanced a 25 gauge needle into the right L4-L5 neural foramen toward Kambin's triangle."
)]
#[case(
    "letter",
    "One cc of Omnipaque showed the L4 root and epidural spread to L3. I injected 10 mg of\ndexamethasone with 1 cc of 2% lidocaine."
)]
#[case(
    "letter",
    "A Crawford needle, which Dr. ######## left for me, was not needed. Total time 25 minutes, 12:10 to 12:35."
)]
fn what_a_coder_needs_stays(#[case] note: &str, #[case] kept: &str) {
    let hidden = hidden(&planted(note).0);
    assert!(hidden.contains(kept), "{kept}\nis gone from {note}:\n{hidden}");
}

#[rstest]
// Names behind labels.
#[case("Patient Name: Jane Q. Roe", "Patient Name: #### ## ###")]
#[case("PATIENT: ROE, JANE A", "PATIENT: #### #### #")]
#[case("patient: jane roe-smith\tMRN: 4471", "patient: #### #########\tMRN: ####")]
#[case("Name:\n  Jane Roe\nMRN:\n  44719", "Name:\n  #### ###\nMRN:\n  #####")]
#[case(
    "Surgeon(s): A. Patel, B. Nowak and C. Diaz",
    "Surgeon(s): ## #####, ## ##### and ## ####"
)]
#[case("Attending Jane Roe was present.", "Attending #### ### was present.")]
#[case(
    "Electronically signed by: roe, jane a on 3/4/25",
    "Electronically signed by: #### #### a on ######"
)]
#[case("PERFORMED BY JANE ROE, MD", "PERFORMED BY #### ###, MD")]
#[case("Patient name: Zo\u{eb} M\u{fc}ller", "Patient name: ##\u{a6} #\u{a6}####")]
#[case("Patient: \u{674e}\u{660e}", "Patient: \u{25ae}\u{25ae}")]
#[case(
    "None.,SURGEON: ,Jane Roe.,ANESTHESIA: ,Local.",
    "None.,SURGEON: ,#### ###.,ANESTHESIA: ,Local."
)]
// Names with titles, credentials and persons.
#[case("by Dr. Smith under fluoroscopy", "by Dr. ##### under fluoroscopy")]
#[case(
    "Dr. Long and Dr. Hand; dr smith; DR. ROE PERFORMED IT",
    "Dr. #### and Dr. ####; dr #####; DR. ### PERFORMED IT"
)]
#[case("Dr. Jane\nRoe placed it", "Dr. ####\n### placed it")]
#[case("Mr. and Mrs. Garcia-Lopez", "Mr. and Mrs. ############")]
#[case(
    "Dr. van der Meer, Dr. O'Brien, Dr. St. John",
    "Dr. ### ### ####, Dr. #######, Dr. ### ####"
)]
#[case(
    "Jane Q. Roe, MD; Roe, D.O.; K. Park CRNA",
    "#### ## ###, MD; ###, D.O.; ## #### CRNA"
)]
#[case("J. Crawford, MD used a Crawford needle", "## ########, MD used a Crawford needle")]
#[case(
    "with her daughter Maria and his wife, Ann,",
    "with her daughter ##### and his wife, ###,"
)]
#[case("Seen with patient Jane Roe.", "Seen with patient #### ###.")]
#[case(
    "Jane Roe is a 54-year-old woman. Ms. Roe's leg",
    "#### ### is a 54-year-old woman. Ms. ##### leg"
)]
#[case("ROE, JANE   54 y/o   MRN 4471", "###, ####   54 y/o   MRN ####")]
#[case("the dictation\nJS/ab\n", "the dictation\n#####\n")]
#[case("Mr. Roe came. ROE left. The roe family", "Mr. ### came. ### left. The ### family")]
// Dates and ages.
#[case(
    "03/14/2026, 3-14-26 and 2026-03-14T08:30",
    "##########, ####### and ################"
)]
#[case(
    "March 14, 2026 at 2:05 PM; 14 Mar 2026; the 3rd of May",
    "##### ### #### ## #### ##; ## ### ####; the ### ## ###"
)]
#[case(
    "since March 2025, in August, on 5/28, 06/2024",
    "since ##### ####, in ######, on ####, #######"
)]
#[case("14MAR2026", "#########")]
#[case(
    "a 92-year-old; age 95; ninety-three year old; 101 y.o.",
    "a ##-year-old; age ##; ############ year old; ### y.o."
)]
// Numbers.
#[case("SSN 078-05-1120 or 078 05 1120", "SSN ########### or ### ## ####")]
#[case(
    "call (312) 555-0187 x12, 555.123.4567, 555-0120, +1 312 555 0187",
    "call ##### ######## ###, ############, ########, ## ### ### ####"
)]
#[case(
    "MRN: 00-44 acct #V0091 Policy no. 5521-908-3",
    "MRN: ##### acct ###### Policy no. ##########"
)]
#[case(
    "NPI 1902837465, pager is 20417, Insurance ID: XJH 4471 90233",
    "NPI ##########, pager is #####, Insurance ID: ### #### #####"
)]
#[case("chart A1234567 seen", "chart ######## seen")]
#[case(
    "jane_roe@mail.org, http://x.org/a?b=1 www.x.org 10.41.7.220",
    "#################, ################## ######### ###########"
)]
#[case("00:1B:44:11:3A:B7", "#################")]
// Places.
#[case(
    "12 Old Mill Road, Apt 4, Elm Grove, IL 62701-1180",
    "## ### #### ##### ### ## ### ###### ## ##########"
)]
#[case(
    "lives in Elmbrook; Springfield, Missouri",
    "lives in ########; ###########, ########"
)]
#[case("P.O. Box 1234, Elmbrook, VT 05030", "#### ### ##### ########, ## #####")]
#[case(
    "at Mercy General Hospital; St. Odile's Medical Center",
    "at ##### ####### ########; ### ####### ####### ######"
)]
#[case("Room 412B, Rm 4", "#### ##### ## #")]
fn identifiers_are_hidden(#[case] text: &str, #[case] expected: &str) {
    // Marks between two hidden words may be hidden with them.
    let plain = |text: &str| text.replace([',', '#'], "#");
    assert_eq!(plain(&hidden(text)), plain(expected));
}

#[rstest]
fn words_of_the_trade_stay(
    #[values(
        "L4-L5, L5-S1; C7-T1; T12-L1; S1",
        "right L4 and L5, L-4, L45, L5S1, L3 to L5, C5-6-7, T5/6",
        "the left L4/L5 foramen",
        "80 mg of Depo-Medrol",
        "1 mL of 40 mg/mL Kenalog",
        "0.25% bupivacaine 5 mL and 1/16th percent",
        "methyl prednisolone acetate 120 mg",
        "1:200000 epinephrine",
        "100000 units, 1,000,000 units",
        "sixty milligrams, one-half cc",
        "22 gauge 3.5 inch Quincke needle; 25-gauge, 3-1/2-inch",
        "18 ga Tuohy, 17G Touhy, 20g Crawford, 25g Whitacre",
        "Under fluoroscopy a Racz catheter was passed",
        "62323, 62320-62327, 64483-50-59, 64479/64480",
        "CPT 64483-LT x1; 64484-50, 77003-26",
        "M54.16, M48.061, G89.29",
        "HCPCS J1040, J3301; G0260",
        "LCD L39015 and article A58777",
        "NDC 00009-3475-01",
        "tilted 15 degrees caudad, 25\u{b0} oblique",
        "pain 8/10 before, 2/10 after",
        "NRS 7/10 to 0/10; VAS 6/10 on arrival",
        "strength 5/5, reflexes 2/4",
        "BP 120/80, 138/84, HR 72, SpO2 98%",
        "fluoro time 38 sec, 12:10 to 12:35, 0858-0922",
        "for 3 months, 12 weeks, every 6 h",
        "a 67-year-old, 54 y/o, age 89",
        "No relief in 2019 or 2024",
        "may be repeated; may 3 times a year; march in place",
        "Omnipaque 240, 1.5 mL; Isovue-M 300; M300",
        "Kambin's triangle, Scottie dog, Scotty dog",
        "Trendelenburg, Jackson table, Wilson frame, Mayo stand",
        "the image intensifier; C-arm; O-arm",
        "Celestone Soluspan 2 cc, Decadron 10 mg, Aristospan",
        "Versed 2 mg and Sublimaze 100 mcg by the RN",
        "Ropivacaine 0.2% at 4 mL/h",
        "Sensorcaine-MPF with Duramorph",
        "ChloraPrep, Betadine, DuraPrep, Tegaderm",
        "PREOPERATIVE DIAGNOSIS: Lumbar radiculopathy.,PROCEDURE: ,Lumbar epidural",
        "Caudal Epidural Steroid Injection With Catheter",
        "Left Transforaminal Epidural Steroid Injection, L4-L5",
        "ANESTHESIA: Local with IV sedation",
        "SURGEON: ***\nASSISTANT: None",
        "Surgeon: same as above",
        "Patient: tolerated well, discharged stable",
        "PATIENT TOLERATED THE PROCEDURE WELL",
        "by the anesthesiologist, by Anesthesia",
        "seen by neurosurgery; performed by me",
        "Dr. *** was present",
        "AP and lateral views were stored",
        "PA view, CLO view, AP/lat",
        "MRI: L4-5 HNP; MR L-spine; CT of the neck",
        "Modic changes, Schmorl's nodes, Spurling's test, Tinel sign",
        "Parkinson's disease, Crohn's disease",
        "DO NOT RESUSCITATE; RT SIDE; PA AND LATERAL",
        "No blood, no CSF, no paresthesia",
        "loss of resistance to saline at 5.5 cm",
        "head of bed 30 degrees, room air",
        "given at the surgery center; pain clinic",
        "from Medicare; Blue Cross",
        "with Seldinger technique; Luer lock",
        "LT, RT, 50, KX, 59",
        "MS Contin 15 mg, MS 4 mg",
        "Level: ____  Side: [ ] L [x] R",
        "Case: left knee; Chart: L4-5; Policy: L39015",
        "Impression: 1. L5 radiculopathy. 2. Stenosis",
        "T8 to L2 spread, 3-4-5 cm, 2-3 mL, 500-1000 mL",
        "TFESI x2, ILESI, SNRB, ESI No. 3"
    )]
    text: &str,
) {
    assert_eq!(hidden(text), text);
}

/// What is hidden in the notes of the teaching cases: numbers of rooms, and nothing else.
#[test]
fn nothing_clinical_is_hidden_in_the_teaching_cases() {
    #[derive(serde::Deserialize)]
    struct Case {
        id: String,
        note: String,
    }
    let mut found = Vec::new();
    let mut notes = 0;
    for file in fs::read_dir("data/cases").unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let case: Case = serde_yaml::from_str(&text).unwrap();
        notes += 1;
        let ranges = shared().masked(&case.note);
        found.extend(
            ranges
                .into_iter()
                .map(|range| format!("{}: {}", case.id, &case.note[range])),
        );
    }
    found.sort();
    let rooms = [
        "blood-thinner-found: suite 2",
        "propofol-and-a-wet-tap: room 0912",
        "rolled-in-rolled-out: room 2",
    ];
    assert!(notes > 200);
    assert_eq!(found, rooms);
}

/// The laws of ranges and of the hidden text.
fn holds(text: &str, ranges: &[Range<usize>]) {
    for range in ranges {
        assert!(range.start < range.end, "{range:?} of {text:?}");
        assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
    }
    for pair in ranges.windows(2) {
        assert!(pair[0].end < pair[1].start, "{pair:?} of {text:?}");
    }
    let hidden = hide(text, ranges);
    assert_eq!(hidden.len(), text.len());
    assert_eq!(hidden.chars().count(), text.chars().count());
    for ((at, before), (still, after)) in text.char_indices().zip(hidden.char_indices()) {
        assert_eq!(at, still);
        assert!(!before.is_whitespace() || before == after, "{text:?}");
        let inside = ranges.iter().any(|range| range.contains(&at));
        assert!(inside || before == after, "{text:?}");
    }
}

/// Pieces of which hostile notes are made.
const PIECES: [&str; 40] = [
    "Dr.",
    "Mr",
    "Roe",
    "JANE",
    "smith",
    ", ",
    " ",
    "\n",
    "\r\n",
    "\t",
    ":",
    "-",
    "/",
    ".",
    "#",
    "@",
    "(",
    "3",
    "14",
    "2026",
    "555",
    "0187",
    "62323",
    "12345678",
    "MRN",
    "Patient:",
    "DOB",
    "May",
    "MD",
    "Hospital",
    "Street",
    "IL",
    "year old",
    "L4",
    "mg",
    "\u{e9}",
    "\u{674e}",
    "\u{1d400}",
    "\u{301}",
    "'s",
];

proptest! {
    #[test]
    fn any_text_can_be_masked(text in any::<String>()) {
        holds(&text, &shared().masked(&text));
    }

    #[test]
    fn any_pieces_of_notes_can_be_masked(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..60)) {
        let text = pieces.concat();
        holds(&text, &shared().masked(&text));
    }

    #[test]
    fn hiding_takes_any_ranges(text in any::<String>(), from in 0_usize..40, len in 0_usize..40) {
        let hidden = hide(&text, &[from..from + len, 0..5]);
        prop_assert_eq!(hidden.len(), text.len());
    }
}
