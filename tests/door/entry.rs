//! Quick entry: what coders type, the facts it is read as, and the code that follows.

use epipath::entry::{Lexicon, Reading, carried};
use epipath::session::parse_facts;
use proptest::prelude::*;
use rstest::rstest;
use std::sync::OnceLock;

use crate::support::{book, context, decide, end};

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::new(book()))
}

fn read(text: &str) -> Reading {
    lexicon().read(book(), text)
}

const TF: &str = "approach=transforaminal";
const ST: &str = "substance=steroid-anesthetic";

/// Text, facts in short (`TF` and `ST` stand for the two commonest), where it ends.
#[rstest]
#[case(
    "L4-5 L5-S1 bilateral TFESI fluoro dex",
    "TF imaging=fluoroscopy ST level=L4-L5:both level=L5-S1:both",
    "64483"
)]
#[case(
    "L5-S1 ILESI no fluoro",
    "approach=interlaminar imaging=none ST level=L5-S1",
    "open: 62322 62326"
)]
#[case(
    "L5-S1 ILESI no fluoro needle",
    "approach=interlaminar imaging=none delivery=needle ST level=L5-S1",
    "62322"
)]
#[case(
    "CESI C7-T1 CT",
    "region=cervical approach=interlaminar,transforaminal imaging=ct ST level=C7-T1",
    "open"
)]
#[case(
    "CESI interlaminar C7-T1 CT needle",
    "region=cervical approach=interlaminar imaging=ct delivery=needle ST level=C7-T1",
    "62321"
)]
#[case("caudal US guided", "approach=caudal imaging=ultrasound", "open")]
#[case(
    "caudal ESI US guided needle",
    "region=sacral approach=caudal imaging=ultrasound delivery=needle ST",
    "62322"
)]
#[case("T12-L1 TFESI left", "TF ST level=T12-L1:left", "open: 64479")]
#[case("T12-L1 TFESI left fluoro", "TF imaging=fluoroscopy ST level=T12-L1:left", "64479")]
#[case("SNRB L5 right", "TF level=L5:right", "open: 64483")]
#[case(
    "SNRB L5 right under fluoroscopy lidocaine",
    "TF imaging=fluoroscopy ST level=L5:right",
    "64483"
)]
#[case("lumbar ESI", "region=lumbar approach=interlaminar,caudal,transforaminal ST", "open")]
#[case("blood patch", "substance=blood", "open")]
#[case(
    "epidural blood patch interlaminar lumbar needle",
    "region=lumbar approach=interlaminar delivery=needle substance=blood",
    "blood-patch"
)]
#[case("TESI", "approach=interlaminar,transforaminal ST", "open")]
#[case("Racz 1 day", "substance=lysis", "adhesiolysis")]
#[case(
    "intrathecal baclofen trial",
    "approach=subarachnoid substance=other-solution purpose=pump-trial",
    "open"
)]
#[case("bilateral L4-5 ILESI", "approach=interlaminar ST level=L4-L5:both", "open")]
#[case(
    "TFESI L4-L5 and L5-S1 right",
    "TF ST level=L4-L5:right level=L5-S1:right",
    "open: 64483"
)]
#[case("L4, L5 nerve root", "level=L4 level=L5", "open")]
#[case("L3-L4 (L3 root) SNRB fluoro", "TF imaging=fluoroscopy level=L3-L4", "open: 64483")]
#[case("right S1 TFESI fluoro kenalog", "TF imaging=fluoroscopy ST level=S1:right", "64483")]
#[case("C5-6 TFESI left CT dex", "TF imaging=ct ST level=C5-C6:left", "64479")]
#[case(
    "L45 and L5S1 TFESI LT fluoro",
    "TF imaging=fluoroscopy ST level=L4-L5:left level=L5-S1:left",
    "64483"
)]
#[case(
    "L4/5 tfesi rt under fluoroscopy",
    "TF imaging=fluoroscopy ST level=L4-L5:right",
    "64483"
)]
#[case("L4 - L5 TFESI b/l fluoro", "TF imaging=fluoroscopy ST level=L4-L5:both", "64483")]
#[case("L4- L5 TFESI bilat fluoro", "TF imaging=fluoroscopy ST level=L4-L5:both", "64483")]
#[case(
    "left L4-5 right L5-S1 TFESI fluoro",
    "TF imaging=fluoroscopy ST level=L4-L5:left level=L5-S1:right",
    "64483"
)]
#[case(
    "L4-5 left, L5-S1 right TFESI fluoro",
    "TF imaging=fluoroscopy ST level=L4-L5:left level=L5-S1:right",
    "64483"
)]
#[case(
    "L4-5 left, L5-S1 TFESI fluoro",
    "TF imaging=fluoroscopy ST level=L4-L5:left level=L5-S1",
    "64483"
)]
#[case("TFESI L4-5 without imaging", "TF imaging=none ST level=L4-L5", "foraminal-unguided")]
#[case(
    "TFESI L4-5 ultrasound left",
    "TF imaging=ultrasound ST level=L4-L5:left",
    "foraminal-unguided"
)]
#[case(
    "ILESI L4-5 no fluoro US guided needle",
    "approach=interlaminar imaging=ultrasound delivery=needle ST level=L4-L5",
    "62322"
)]
#[case(
    "ILESI L4-5 w/o fluoro needle",
    "approach=interlaminar imaging=none delivery=needle ST level=L4-L5",
    "62322"
)]
#[case(
    "ILESI C7-T1 blind needle",
    "approach=interlaminar imaging=none delivery=needle ST level=C7-T1",
    "62320"
)]
#[case(
    "left paramedian ILESI L5-S1 fluoro needle",
    "approach=interlaminar imaging=fluoroscopy delivery=needle ST level=L5-S1",
    "62323"
)]
#[case(
    "ILESI L4-5 imaging not documented needle",
    "approach=interlaminar imaging=not-documented delivery=needle ST level=L4-L5",
    "open: 62322 62323"
)]
#[case(
    "TFESI L5-S1 right fluoro medicare TX asc",
    "TF imaging=fluoroscopy ST level=L5-S1:right payer=medicare:TX setting=asc",
    "64483"
)]
#[case(
    "TFESI L5-S1 right fluoro medicare new jersey",
    "TF imaging=fluoroscopy ST level=L5-S1:right payer=medicare:NJ",
    "64483"
)]
#[case("facet injection L4-5", "approach=other target=facet level=L4-L5", "facet-joint")]
#[case("MBB L4 L5", "approach=other target=facet level=L4 level=L5", "facet-joint")]
#[case(
    "SI joint injection fluoro",
    "approach=other target=sacroiliac imaging=fluoroscopy",
    "sacroiliac-joint"
)]
#[case(
    "phenol caudal fluoro needle",
    "approach=caudal imaging=fluoroscopy delivery=needle substance=neurolytic",
    "neurolytic"
)]
#[case(
    "interlaminar L4-5 fluoro needle dex + morphine",
    "approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic+other-solution level=L4-L5",
    "62323"
)]
#[case(
    "thoracic interlaminar catheter left in fluoro bupivacaine",
    "region=thoracic approach=interlaminar imaging=fluoroscopy delivery=catheter-indwelling ST",
    "62325"
)]
#[case("spinraza", "substance=nusinersen", "nusinersen")]
#[case("labor epidural", "substance=labor-analgesia", "labor-analgesia")]
#[case("L-4 TFESI left fluoro", "TF imaging=fluoroscopy ST level=L4:left", "64483")]
#[case("C8 SNRB right CT dexamethasone", "TF imaging=ct ST level=C8:right", "64479")]
#[case(
    "bilateral TFESI fluoro lumbar",
    "region=lumbar TF imaging=fluoroscopy ST level=not-documented:both",
    "64483"
)]
fn text_to_facts_to_code(#[case] text: &str, #[case] facts: &str, #[case] leads: &str) {
    let reading = read(text);
    assert_eq!(reading.conflicts, [], "{text}");
    let mut got = reading.facts.clone();
    got.sort();
    let mut wanted: Vec<String> = facts
        .split(' ')
        .map(|fact| match fact {
            "TF" => TF.to_owned(),
            "ST" => ST.to_owned(),
            other => other.to_owned(),
        })
        .collect();
    wanted.sort();
    assert_eq!(got, wanted, "{text}");
    let end = end(&decide(book(), &reading.facts.join(" ")));
    let right = if leads == "open" {
        end.starts_with("open")
    } else {
        end == leads
    };
    assert!(right, "{text}: {end}");
}

/// What is not certain is left open, with the reason; the facts are compared as a whole.
#[rstest]
#[case::declined("L4-5 ILESI needle dex fluoro declined", "imaging=none", "62322", "")]
#[case::declined_before("L4-5 ILESI needle dex pt declined fluoro", "imaging=none", "62322", "")]
#[case::refused("L4-5 ILESI needle dex refused fluoro", "imaging=none", "62322", "")]
#[case::unavailable("L4-5 ILESI needle dex fluoro unavailable", "imaging=none", "62322", "")]
#[case::none("L4-5 ILESI needle dex fluoroscopy: none", "imaging=none", "62322", "")]
#[case::imaging_none("L4-5 ILESI needle dex imaging: none", "imaging=none", "62322", "")]
#[case::not_available("L4-5 ILESI needle dex, CT not available", "imaging=none", "62322", "")]
#[case::not_done_then_another(
    "L4-5 ILESI needle dex fluoro not done, ultrasound",
    "imaging=ultrasound",
    "62322",
    ""
)]
#[case::not_used_first("fluoroscopy not used, L4-5 ILESI needle dex", "imaging=none", "62322", "")]
#[case::not_used_then_a_level("fluoroscopy was not used L4-5 ILESI needle dex", "imaging=none", "62322", "")]
#[case::both_denied("L4-5 ILESI needle dex, no CT or fluoro", "imaging=none", "62322", "")]
#[case::a_full_stop("No fluoro. L4-5 ILESI needle dex.", "imaging=none", "62322", "")]
#[case::not_used_is_not_the_next("L4-5 ILESI needle dex CT not used, fluoro", "imaging=fluoroscopy", "62323", "")]
#[case::and_may_deny_both(
    "L4-5 ILESI needle dex, no CT and fluoro",
    "imaging=not-documented",
    "open: 62322 62323",
    "no CT and fluoro"
)]
#[case::brought_in(
    "L4-5 ILESI needle dex, fluoro brought in but not used",
    "imaging=not-documented",
    "open: 62322 62323",
    "fluoro brought in but not used: not sure"
)]
#[case::broken(
    "L4-5 ILESI needle dex, fluoro broken",
    "imaging=not-documented",
    "open: 62322 62323",
    "fluoro broken: not sure what this says; imaging left open"
)]
#[case::machine_broken(
    "L4-5 ILESI needle dex, fluoro machine broken",
    "imaging=not-documented",
    "open: 62322 62323",
    "fluoro machine broken: not sure"
)]
#[case::failed(
    "L4-5 ILESI needle dex, attempted CT",
    "imaging=not-documented",
    "open: 62322 62323",
    "attempted CT: not sure"
)]
#[case::which_is_declined(
    "L4-5 ILESI needle dex, fluoro declined ultrasound",
    "imaging=not-documented",
    "open: 62322 62323",
    "fluoro declined"
)]
#[case::twice_denied(
    "L4-5 ILESI needle dex, never refused fluoro",
    "imaging=not-documented",
    "open: 62322 62323",
    "never refused fluoro: not sure"
)]
#[case::alone_behind(
    "L4-5 ILESI needle dex, fluoro, not used",
    "imaging=not-documented",
    "open: 62322 62323",
    "fluoro not used: not sure"
)]
#[case::a_route_denied(
    "L4-5 needle dex fluoro, not ILESI",
    "approach=not-documented",
    "open",
    "not ILESI: not sure what this says"
)]
#[case::catheter_day_three(
    "catheter removed day 3 L4-5 interlaminar fluoro dex",
    "delivery=not-documented",
    "open",
    "catheter removed day 3: not sure"
)]
#[case::catheter_removed(
    "catheter removed L4-5 interlaminar fluoro dex",
    "delivery=catheter-same-day,catheter-indwelling,existing-catheter",
    "open",
    ""
)]
#[case::catheter_pulled_same_day(
    "L4-5 interlaminar fluoro dex catheter pulled same day",
    "delivery=catheter-same-day",
    "62323",
    ""
)]
#[case::catheter_out_same_day(
    "L4-5 interlaminar fluoro dex catheter out same day",
    "delivery=catheter-same-day",
    "62323",
    ""
)]
#[case::catheter_left_in(
    "L4-5 interlaminar fluoro dex catheter left in",
    "delivery=catheter-indwelling",
    "62327",
    ""
)]
#[case::indwelling(
    "L4-5 interlaminar fluoro dex indwelling catheter",
    "delivery=catheter-indwelling",
    "62327",
    ""
)]
#[case::no_catheter("L4-5 ILESI fluoro no catheter", "delivery=needle", "62323", "")]
#[case::single_shot("L4-5 ILESI fluoro single shot", "delivery=needle", "62323", "")]
#[case::saline_only(
    "L4-5 left TFESI fluoro saline only",
    "substance=other-solution",
    "foraminal-undescribed-substance",
    ""
)]
#[case::only_saline(
    "L4-5 left TFESI fluoro, only saline",
    "substance=other-solution",
    "foraminal-undescribed-substance",
    ""
)]
#[case::saline(
    "L4-5 left TFESI fluoro saline",
    "substance=steroid-anesthetic,other-solution",
    "open",
    "`TFESI` suggests one thing and `saline` says another"
)]
#[case::no_steroid(
    "L4-5 left TFESI fluoro no steroid",
    "substance=steroid-anesthetic,other-solution",
    "open",
    ""
)]
#[case::no_steroid_but(
    "L4-5 left TFESI fluoro lidocaine no steroid",
    "substance=steroid-anesthetic",
    "64483",
    ""
)]
#[case::phenol("ILESI L4-5 fluoro phenol needle", "substance=neurolytic", "neurolytic", "")]
#[case::tap_and_drug(
    "L3-4 LP intrathecal baclofen trial needle no fluoro",
    "substance=other-solution",
    "62322",
    ""
)]
#[case::aborted(
    "L4-5 left TFESI fluoro aborted",
    "substance=steroid-anesthetic,none-given",
    "open",
    "`TFESI` suggests"
)]
#[case::fluoro_guided("L4-5 left TFESI fluoro-guided dex 80 mg", "imaging=fluoroscopy", "64483", "")]
#[case::with_c_arm("L4-5 left TFESI with C-arm", "imaging=fluoroscopy", "64483", "")]
#[case::w_slash("L4-5 left TFESI w/fluoro w/ dex", "imaging=fluoroscopy", "64483", "")]
#[case::c_arm_brought_in(
    "L4-5 left TFESI with C-arm brought in",
    "imaging=not-documented",
    "open",
    "with C-arm brought"
)]
#[case::post_op_pain(
    "L4-5 ILESI fluoro needle dex post op pain",
    "purpose=postoperative-pain",
    "open",
    ""
)]
#[case::anesthesiologist(
    "L4-5 left TFESI fluoro anesthesiologist",
    "performer=anesthesia,proceduralist",
    "64483",
    ""
)]
#[case::interspace("L5 S1 ILESI fluoro needle", "level=L5-S1", "62323", "")]
#[case::interspace_caudad("L4 L5 interlaminar dex fluoro needle", "level=L4-L5", "62323", "")]
#[case::one_or_two(
    "L4 L5 TFESI fluoro",
    "level=not-documented",
    "64483",
    "L4 L5: one interspace or two roots?"
)]
#[case::one_or_two_sacral(
    "L5 S1 left TFESI fluoro",
    "level=not-documented:left",
    "64483",
    "L5 S1: one interspace or two roots?"
)]
#[case::two_roots("L4, L5 TFESI left fluoro", "level=L4:left", "64483", "")]
#[case::two_roots_joined("L4 and L5 TFESI left fluoro", "level=L5:left", "64483", "")]
#[case::sides_side_by_side(
    "L4-5 left right L5-S1 TFESI fluoro",
    "level=L4-L5",
    "64483",
    "left right: it is not clear"
)]
#[case::each_its_own_side("L4-L5 TFESI bilat L5-S1 left fluoro", "level=L4-L5:both", "64483", "")]
#[case::each_its_own_side_after("L4-L5 TFESI bilat L5-S1 left fluoro", "level=L5-S1:left", "64483", "")]
fn what_is_not_certain_is_left_open(#[case] text: &str, #[case] fact: &str, #[case] leads: &str, #[case] why: &str) {
    let reading = read(text);
    assert_eq!(reading.conflicts, [], "{text}");
    assert!(
        reading.facts.iter().any(|one| one == fact),
        "{text}: {:?}",
        reading.facts
    );
    let doubts: Vec<String> = reading.doubts.iter().map(ToString::to_string).collect();
    assert_eq!(doubts.is_empty(), why.is_empty(), "{text}: {doubts:?}");
    assert!(
        why.is_empty() || doubts.iter().any(|one| one.starts_with(why)),
        "{text}: {doubts:?}"
    );
    let facts = reading.facts.iter().cloned().chain(carried(book(), &reading.facts));
    let end = end(&decide(book(), &facts.collect::<Vec<_>>().join(" ")));
    assert!(
        end == leads || (leads == "open" && end.starts_with("open")),
        "{text}: {end}"
    );
}

#[rstest]
#[case::one_word("L4-5 TFESI fluoro flurb", &["flurb"])]
#[case::a_denied_word("L4-5 TFESI fluoro no flurb", &["no flurb"])]
#[case::a_denial_alone("no", &["no"])]
#[case::a_dose_is_known("L4-5 TFESI dex 10 mg", &[])]
#[case::a_dose_in_one_word("L4-5 TFESI dex 10mg 2 ml", &[])]
fn what_is_not_understood_is_named(#[case] text: &str, #[case] unread: &[&str]) {
    assert_eq!(read(text).unread, unread, "{text}");
}

#[rstest]
#[case::regions("cervical lumbar ILESI", "cervical", "lumbar")]
#[case::routes("ILESI TFESI", "ILESI", "TFESI")]
#[case::imaging("fluoro CT caudal", "fluoro", "CT")]
#[case::denied("TFESI fluoro no fluoro", "fluoro", "no fluoro")]
#[case::silent("fluoro imaging not documented", "fluoro", "imaging not documented")]
#[case::substances("blood contrast only caudal", "blood", "contrast only")]
fn what_contradicts_is_named(#[case] text: &str, #[case] first: &str, #[case] second: &str) {
    let reading = read(text);
    let said: Vec<String> = reading.conflicts.iter().map(ToString::to_string).collect();
    let both = format!("`{first}` and `{second}`");
    assert!(said.iter().any(|one| one.starts_with(&both)), "{text}: {said:?}");
}

#[rstest]
#[case::span("L3-L5 TFESI", "several levels")]
#[case::span_in_words("L3 through S1 TFESI", "several levels")]
#[case::payer("L4-5 TFESI aetna", "aetna-0016")]
#[case::two_sides("left L4-5 right TFESI", "which level")]
#[case::a_denied_level("no L4-5 TFESI fluoro", "the levels that were entered")]
#[case::three_vertebrae("L3 L4 L5 TFESI fluoro", "several levels")]
fn what_cannot_be_taken_says_why(#[case] text: &str, #[case] why: &str) {
    let conflicts = read(text).conflicts;
    assert!(
        conflicts.iter().any(|one| one.to_string().contains(why)),
        "{text}: {conflicts:?}"
    );
}

#[test]
fn nothing_is_understood_of_nothing() {
    for text in ["", "flurb", "flurb 12", "epidural", ", ; ( )"] {
        assert!(read(text).is_empty(), "{text}");
    }
    assert_eq!(lexicon().nearest("transforamnial"), Some("transforaminal"));
}

/// Every phrase of the glossary and of the answers reads into facts that the case takes.
#[test]
fn every_phrase_of_the_pack_reads_into_facts() {
    let pack = book().pack();
    let terms = pack
        .glossary
        .terms
        .iter()
        .flat_map(|term| term.also.iter().chain([&term.term]));
    let answers = pack.tree.questions.iter().flat_map(|question| &question.answers);
    let mut read_into_facts = 0;
    for phrase in terms.chain(answers.flat_map(|answer| &answer.words)) {
        let reading = read(phrase);
        if reading.conflicts.is_empty() {
            let facts = parse_facts(book(), &context(), &reading.facts);
            assert!(facts.is_ok(), "{phrase}: {:?}", reading.facts);
            read_into_facts += usize::from(!reading.facts.is_empty());
        }
    }
    assert!(read_into_facts > 250, "{read_into_facts}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}") {
        let reading = read(&text);
        prop_assert!(reading.understood.len() + reading.unread.len() <= text.len() + 1);
    }

    #[test]
    fn no_words_make_it_panic(text in "(( |,|/|-|:)?(L4|l5-s1|left|no|TFESI|not documented|S1|to|fluoro|w/o|medicare|tx|[a-z0-9]{1,4})( |,|;)){0,12}") {
        let reading = read(&text);
        let again = read(&text);
        prop_assert_eq!(reading, again);
    }

    #[test]
    fn a_word_of_no_glossary_only_leaves_open(word in "q[bcdfghjkvwxz]{3,8}", nth in 0_usize..4) {
        let texts = ["L4-5 L5-S1 bilateral TFESI fluoro dex", "caudal US guided", "CESI C7-T1 CT", "ILESI L4-5 left medicare TX"];
        let plain = read(texts[nth]);
        for text in [format!("{}, {word}", texts[nth]), format!("{word}, {}", texts[nth])] {
            let with = read(&text);
            prop_assert_eq!(&with.facts, &plain.facts);
            prop_assert_eq!(&with.unread, &vec![word.clone()]);
        }
        for text in [format!("{} {word}", texts[nth]), format!("{word} {}", texts[nth])] {
            let with = read(&text);
            prop_assert!(with.unread.contains(&word));
            for fact in &with.facts {
                prop_assert!(plain.facts.contains(fact) || fact.ends_with("=not-documented"), "{fact}");
            }
        }
    }
}

#[rstest]
#[case::one_region("L4-5 L5-S1 TFESI", &["region=lumbar"])]
#[case::said_already("LESI L4-5", &[])]
#[case::two_regions("T12-L1 L1-L2 TFESI", &[])]
#[case::two_regions_between_the_laminae("C7-T1 and L4-5 ILESI fluoro depo", &[])]
#[case::none("TFESI", &[])]
fn levels_carry_their_region(#[case] text: &str, #[case] facts: &[&str]) {
    assert_eq!(carried(book(), &read(text).facts), facts, "{text}");
}
