//! How notes name drugs, with what was given of each and where it went.

use proptest::prelude::*;
use rstest::rstest;
use std::sync::LazyLock;

use super::{Amount, Drugs, Mention, Verdict, drugs, given, sums};
use crate::embedded;
use crate::note::Vocabulary;
use crate::note::reading::Strength;
use crate::note::scan::Scan;
use crate::pack::model::Lexicon;

static WORDS: LazyLock<(Lexicon, Vocabulary)> = LazyLock::new(|| {
    let lexicon = embedded::lexicon().unwrap();
    let vocabulary = Vocabulary::new(&lexicon);
    (lexicon, vocabulary)
});

fn with<T>(note: &str, read: impl Fn(&Scan<'_>, &Drugs) -> T) -> T {
    let scan = Scan::new(&WORDS.0, &WORDS.1, note);
    read(&scan, &drugs(&scan))
}

/// `lidocaine 1% (20 mg) 2 mL skin`: the name, the strength, the dose, the volume, the place; brackets around what is worked out.
fn shown(scan: &Scan<'_>, mention: &Mention) -> String {
    let amount = |amount: &Option<Amount>| {
        let shown = amount.as_ref().map(|one| {
            if one.computed {
                format!(" ({one})")
            } else {
                format!(" {one}")
            }
        });
        shown.unwrap_or_default()
    };
    let name = mention.drug.map_or_else(
        || format!("?{}", scan.text.word_at(mention.words.start)),
        |nth| WORDS.0.drugs[nth].name.clone(),
    );
    let place = <&str>::from(mention.place);
    format!(
        "{name}{}{}{} {place}",
        amount(&mention.strength),
        amount(&mention.dose),
        amount(&mention.volume)
    )
}

fn all(note: &str) -> String {
    with(note, |scan, drugs| {
        let shown: Vec<String> = drugs.mentions.iter().map(|mention| shown(scan, mention)).collect();
        shown.join("; ")
    })
}

/// A sentence of a narrative behind the step of the needle.
fn behind_needle(sentence: &str) -> String {
    format!("DESCRIPTION OF PROCEDURE: A Tuohy needle was advanced into the epidural space. {sentence}")
}

#[rstest]
// Dose forms.
#[case("80 mg of Depo-Medrol was injected.", "methylprednisolone 80 mg target")]
#[case("80mg Depo Medrol was injected.", "methylprednisolone 80 mg target")]
#[case("I injected methyl prednisolone acetate 120 mg.", "methylprednisolone 120 mg target")]
#[case(
    "160 mg of preservative free Depo-Medrol was injected.",
    "methylprednisolone 160 mg target"
)]
#[case(
    "We injected 1 mL of a 40 mg/mL solution of Kenalog.",
    "triamcinolone 40 mg/mL (40 mg) 1 mL target"
)]
#[case("1mL of 40mg/mL Kenalog was injected.", "triamcinolone 40 mg/mL (40 mg) 1 mL target")]
#[case("0.25% Marcaine, 5 mL, was injected.", "bupivacaine 0.25% (12.5 mg) 5 mL target")]
#[case(".25% Marcaine 5 cc was injected.", "bupivacaine 0.25% (12.5 mg) 5 mL target")]
#[case(
    "2 cc of 1% lidocaine and 80 mg of Kenalog were injected.",
    "lidocaine 1% (20 mg) 2 mL target; triamcinolone 80 mg target"
)]
#[case(
    "Celestone 6 mg/mL x 2 mL was injected.",
    "betamethasone 6 mg/mL (12 mg) 2 mL target"
)]
#[case(
    "Depo-Medrol (40 mg/mL) 2 mL was injected.",
    "methylprednisolone 40 mg/mL (80 mg) 2 mL target"
)]
#[case("1 mL of Celestone was injected.", "betamethasone 1 mL target")]
#[case("One-half cc of Celestone Soluspan was injected.", "betamethasone 0.5 mL target")]
#[case("A half cc of Celestone was injected.", "betamethasone 0.5 mL target")]
#[case("1-1/2 cc of Celestone was injected.", "betamethasone 1.5 mL target")]
#[case("One and a half mL of Celestone was injected.", "betamethasone 1.5 mL target")]
#[case("Two cc's of betamethasone were injected.", "betamethasone 2 mL target")]
#[case(
    "5 to 10 mL of saline with 80 mg Kenalog was injected.",
    "saline 5 to 10 mL target; triamcinolone 80 mg target"
)]
#[case(
    "5-10 mL of normal saline with 80 mg Kenalog was injected.",
    "saline 5 to 10 mL target; triamcinolone 80 mg target"
)]
#[case("80 mg (2 mL) of Depo-Medrol was injected.", "methylprednisolone 80 mg 2 mL target")]
#[case("80 mg of Depo-Medrol (2 mL) was injected.", "methylprednisolone 80 mg 2 mL target")]
#[case("Depo-Medrol 80 mg/2 mL was injected.", "methylprednisolone 80 mg 2 mL target")]
#[case(
    "Depo-Medrol (methylprednisolone acetate) 80 mg was injected.",
    "methylprednisolone 80 mg target"
)]
#[case(
    "Methylprednisolone 80 mg (Depo-Medrol) was injected.",
    "methylprednisolone 80 mg target"
)]
#[case("*** mg of Depo-Medrol was injected.", "methylprednisolone ? mg target")]
#[case("Dexamethasone ____ mg was injected.", "dexamethasone ? mg target")]
#[case(
    "Four millimeters of lidocaine with 40 mg Kenalog was injected.",
    "lidocaine 4 mL target; triamcinolone 40 mg target"
)]
#[case(
    "3 milliliters of 0.5 percent ropivacaine with 10 mg dex was injected.",
    "ropivacaine 0.5% (15 mg) 3 mL target; dexamethasone 10 mg target"
)]
#[case("A total of 80 mg of Kenalog was injected.", "triamcinolone 80 mg target")]
#[case("500 mcg of morphine was injected intrathecally.", "morphine 500 mcg target")]
#[case("Baclofen 50 micrograms was injected.", "baclofen 50 mcg target")]
#[case(
    "1500 units of hyaluronidase with 80 mg Kenalog was injected.",
    "hyaluronidase 1500 units target; triamcinolone 80 mg target"
)]
// Lists.
#[case(
    "Depo-Medrol 80 mg, lidocaine 1% 2 mL were injected.",
    "methylprednisolone 80 mg target; lidocaine 1% (20 mg) 2 mL target"
)]
#[case(
    "80 mg Depo-Medrol, 2 mL lidocaine were injected.",
    "methylprednisolone 80 mg target; lidocaine 2 mL target"
)]
#[case(
    "80 mg Depo-Medrol mixed with 5 mL normal saline was injected.",
    "methylprednisolone 80 mg target; saline 5 mL target"
)]
#[case(
    "Depo-Medrol 80 mg with 2 mL of 1% lidocaine was injected.",
    "methylprednisolone 80 mg target; lidocaine 1% (20 mg) 2 mL target"
)]
#[case(
    "A solution containing 1 mL of 10 mg/mL dexamethasone and 3 mL of 1% lidocaine was injected.",
    "dexamethasone 10 mg/mL (10 mg) 1 mL target; lidocaine 1% (30 mg) 3 mL target"
)]
#[case(
    "1 mL of a solution containing 1 mL of 10 mg/mL dexamethasone and 3 mL of lidocaine was injected.",
    "dexamethasone 10 mg/mL (10 mg) 1 mL target; lidocaine 3 mL target"
)]
#[case(
    "A mixture of 10 cc of preservative free normal saline and 160 mg of Depo-Medrol was instilled.",
    "saline 10 mL target; methylprednisolone 160 mg target"
)]
#[case(
    "After negative aspiration for blood or CSF, 80 mg of Depo-Medrol was administered.",
    "methylprednisolone 80 mg target"
)]
#[case(
    "5 mL of 1.5% lidocaine with epinephrine 1:200,000 and 40 mg Kenalog was injected.",
    "lidocaine 1.5% (75 mg) 5 mL target; epinephrine target; triamcinolone 40 mg target"
)]
// Roles.
#[case(
    "The skin was anesthetized with 3 mL of 1% lidocaine.",
    "lidocaine 1% (30 mg) 3 mL skin"
)]
#[case("A skin wheal was raised with 1% lidocaine.", "lidocaine 1% skin")]
#[case("Using 1% lidocaine, a skin wheal was raised.", "lidocaine 1% skin")]
#[case("1% lidocaine was infiltrated subcutaneously.", "lidocaine 1% skin")]
#[case("1% lidocaine was injected into the skin.", "lidocaine 1% skin")]
#[case("I injected 2 mL of 1% lidocaine into the skin.", "lidocaine 1% (20 mg) 2 mL skin")]
#[case(
    "The skin and subcutaneous tissue overlying the foramen were infiltrated with lidocaine 1%, 5 cc.",
    "lidocaine 1% (50 mg) 5 mL skin"
)]
#[case(
    "The skin was anesthetized with 1% lidocaine, and 80 mg of Depo-Medrol was injected.",
    "lidocaine 1% skin; methylprednisolone 80 mg target"
)]
#[case(
    "The skin was infiltrated with 1% lidocaine, a Tuohy needle was advanced, and then 80 mg Kenalog with 2 mL of 1% lidocaine was injected.",
    "lidocaine 1% skin; triamcinolone 80 mg target; lidocaine 1% (20 mg) 2 mL target"
)]
#[case(
    "2 mL of Omnipaque 240 was injected, and then 80 mg of Kenalog was injected.",
    "iohexol 2 mL contrast; triamcinolone 80 mg target"
)]
#[case(
    "2 mL of Isovue-M 300 was injected, followed by 12 mg of Celestone.",
    "iopamidol 2 mL contrast; betamethasone 12 mg target"
)]
#[case("Nonionic contrast (Omnipaque) 1 mL was injected.", "iohexol 1 mL contrast")]
#[case("The skin was prepped with Betadine.", "povidone-iodine preparation")]
#[case("The back was cleaned with ChloraPrep.", "chlorhexidine preparation")]
#[case(
    "Versed 2 mg and fentanyl 50 mcg were given IV.",
    "midazolam 2 mg iv; fentanyl 50 mcg iv"
)]
#[case("The patient was sedated with 2 mg of midazolam.", "midazolam 2 mg iv")]
#[case("Fentanyl 50 mcg was injected into the epidural space.", "fentanyl 50 mcg target")]
#[case(
    "Using loss of resistance to saline, the space was found, and 80 mg of Kenalog was injected.",
    "saline unclear; triamcinolone 80 mg target"
)]
#[case(
    "80 mg of Depo-Medrol was injected into the epidural space.",
    "methylprednisolone 80 mg target"
)]
#[case("80 mg of Depo-Medrol was placed.", "methylprednisolone 80 mg target")]
#[case("6 mL of 6% phenol was injected.", "phenol 6% (360 mg) 6 mL target")]
#[case("20 mL of autologous blood was injected.", "autologous blood 20 mL target")]
#[case("[FILL: mg] mg of [FILL: drug] was injected.", "?*** ? mg target")]
#[case("20 mg of sarapin was injected.", "?sarapin 20 mg target")]
#[case("3 mL of this solution was injected.", "")]
#[case("2 mL of clear fluid was aspirated.", "")]
#[case("A 10 mL syringe of saline was used for loss of resistance.", "saline unclear")]
#[case("No contrast was injected.", "")]
fn a_phrase_reads(#[case] phrase: &str, #[case] expected: &str) {
    assert_eq!(all(&behind_needle(phrase)), expected, "{phrase}");
}

#[rstest]
#[case(
    "INJECTATE USED: 1) 2 cc of Depo-Medrol 40 mg/cc 2) 6 cc of normal saline",
    "methylprednisolone 40 mg/mL (80 mg) 2 mL target; saline 6 mL target"
)]
#[case(
    "MEDICATIONS INJECTED:\n- 80 mg Kenalog\n- 2 mL 0.25% bupivacaine\n",
    "triamcinolone 80 mg target; bupivacaine 0.25% (5 mg) 2 mL target"
)]
#[case(
    "ANESTHESIA: Local with 1% lidocaine and IV Versed 2 mg.",
    "lidocaine 1% skin; midazolam 2 mg iv"
)]
#[case("HISTORY: She had Depo-Medrol 80 mg last year.", "")]
#[case(
    "PROCEDURE: Lumbar epidural steroid injection with 80 mg Depo-Medrol.",
    "steroid target; methylprednisolone 80 mg target"
)]
#[case("PLAN: Repeat with 40 mg of Kenalog.", "")]
fn a_part_of_a_note_reads(#[case] note: &str, #[case] expected: &str) {
    assert_eq!(all(note), expected, "{note}");
}

#[rstest]
#[case(
    "A solution of 2 mL of lidocaine and 2 mL of Celestone, for a total of 4 mL, was injected.",
    Some(Verdict::Equal)
)]
#[case(
    "2 mL of 1% lidocaine and 2 mL of Celestone were injected, total volume 40 mL.",
    Some(Verdict::Differs)
)]
#[case(
    "1 mL of a solution containing 1 mL of 10 mg/mL dexamethasone and 3 mL of 1% lidocaine was injected.",
    Some(Verdict::Share)
)]
#[case(
    "4 mL of a solution containing 40 mg/mL Kenalog 1 mL and 3 mL of 1% lidocaine was injected.",
    Some(Verdict::Equal)
)]
#[case(
    "80 mg of Depo-Medrol and 2 mL of lidocaine, a total of 4 mL, was injected.",
    Some(Verdict::Open)
)]
#[case("80 mg of Depo-Medrol and 2 mL of lidocaine were injected.", None)]
fn stated_volumes_are_checked_against_their_parts(#[case] phrase: &str, #[case] expected: Option<Verdict>) {
    let verdict = with(&behind_needle(phrase), |scan, drugs| {
        sums(scan, drugs).first().map(|sum| sum.verdict)
    });
    assert_eq!(verdict, expected, "{phrase}");
}

#[rstest]
#[case(
    "80 mg of Depo-Medrol and 2 mL of saline were injected.",
    Some("steroid-anesthetic"),
    Strength::Strong
)]
#[case("0.5 mg of Duramorph was injected.", Some("other-solution"), Strength::Strong)]
#[case(
    "6 mL of phenol with 2 mL of lidocaine was injected.",
    Some("neurolytic+steroid-anesthetic"),
    Strength::Strong
)]
#[case("20 mg of sarapin and 2 mL of lidocaine were injected.", None, Strength::Strong)]
#[case("A steroid solution was injected.", Some("steroid-anesthetic"), Strength::Weak)]
fn drugs_at_the_target_come_to_an_answer(
    #[case] phrase: &str,
    #[case] answer: Option<&str>,
    #[case] strength: Strength,
) {
    let pack = embedded::pack().unwrap();
    let question = pack.tree.questions.iter().find(|one| one.id == "substance").unwrap();
    let given = with(&behind_needle(phrase), |scan, drugs| {
        given(scan.lexicon, question, &drugs.mentions.iter().collect::<Vec<_>>()).unwrap()
    });
    assert_eq!(
        (given.answer.as_deref(), given.strength),
        (answer, strength),
        "{phrase}"
    );
}

#[rstest]
#[case("2 mL of Omnipaque was injected.")]
#[case("The skin was anesthetized with 1% lidocaine.")]
fn contrast_and_skin_alone_are_no_treatment(#[case] phrase: &str) {
    let pack = embedded::pack().unwrap();
    let question = pack.tree.questions.iter().find(|one| one.id == "substance").unwrap();
    let given = with(&behind_needle(phrase), |scan, drugs| {
        given(scan.lexicon, question, &drugs.mentions.iter().collect::<Vec<_>>())
    });
    assert_eq!(given, None, "{phrase}");
}

const PIECES: [&str; 24] = [
    "80",
    "mg",
    "of",
    "Depo-Medrol",
    "1%",
    "lidocaine",
    "2",
    "mL",
    "/",
    "1",
    ",",
    ".",
    "(",
    ")",
    "and",
    "total",
    "solution",
    "***",
    "\n",
    "was injected",
    "skin",
    "half",
    "-",
    "\u{bd}",
];

proptest! {
    #[test]
    fn nothing_that_is_written_breaks_it(text in "\\PC{0,200}") {
        with(&text, in_text)?;
    }

    #[test]
    fn no_row_of_doses_breaks_it(pieces in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let text: Vec<&str> = pieces.iter().map(|nth| PIECES[*nth]).collect();
        with(&text.join(" "), in_text)?;
    }
}

fn in_text(scan: &Scan<'_>, drugs: &Drugs) -> Result<(), TestCaseError> {
    for mention in &drugs.mentions {
        prop_assert!(mention.words.start < mention.words.end && mention.span.end <= scan.text.tokens.len());
        prop_assert!(mention.span.start <= mention.words.start && mention.words.end <= mention.span.end);
        let place = scan.text.place(&mention.span);
        prop_assert!(scan.text.raw.get(place).is_some());
    }
    for sum in sums(scan, drugs) {
        prop_assert!(sum.parts.start < sum.parts.end);
    }
    Ok(())
}
