//! Statements on public pages that are wrong or contradict each other: what epipath says and does is right here. One test a
//! row.

use epipath::pack::model::{Card, Stance, Topic};

use crate::support::{book, decide};

const PLAIN: &str = "approach=interlaminar delivery=needle substance=steroid-anesthetic";

fn card(code: &str) -> &'static Card {
    book().card(code).unwrap()
}

/// Everything a card says, lowercased.
fn says(code: &str) -> String {
    let card = card(code);
    let statements = card
        .means
        .iter()
        .chain(&card.included)
        .chain(&card.excluded)
        .chain(&card.units);
    let mut text: Vec<String> = statements.map(|statement| statement.text.to_lowercase()).collect();
    text.extend([&card.title, &card.brief.text, &card.plain.text].map(|text| text.to_lowercase()));
    text.extend(card.related.iter().map(|related| related.differs.to_lowercase()));
    text.extend(shared(code).map(|(_, text)| text));
    text.join("\n")
}

/// What is said of a code together with others, by topic, lowercased.
fn shared(code: &str) -> impl Iterator<Item = (Topic, String)> {
    let all = book().pack().statements.statements.iter();
    let of_code = all.filter(move |one| one.codes.iter().any(|known| known == code));
    of_code.map(|one| (one.topic, one.text.to_lowercase()))
}

/// Everything that is said of a code under one topic, lowercased.
fn under(code: &str, topic: Topic) -> String {
    let texts: Vec<String> = shared(code)
        .filter(|(of, _)| *of == topic)
        .map(|(_, text)| text)
        .collect();
    texts.join("\n")
}

fn stance(code: &str, modifier: &str) -> Stance {
    let all = book().pack().modifiers.modifiers.iter();
    let modifier = all.into_iter().find(|known| known.modifier == modifier).unwrap();
    let general =
        |rule: &&epipath::pack::model::StanceRule| rule.given.is_empty() && rule.codes.iter().any(|c| c == code);
    modifier.stances.iter().find(general).unwrap().stance
}

fn differs(code: &str, from: &str) -> String {
    card(code)
        .related
        .iter()
        .find(|related| related.code == from)
        .unwrap()
        .differs
        .to_lowercase()
}

/// Coding Ahead 62320 and 62325: the epidural space does not hold cerebrospinal fluid.
#[test]
fn the_epidural_space_holds_no_cerebrospinal_fluid() {
    for card in &book().pack().cards {
        for sentence in says(&card.code).split(['.', '\n']) {
            let both =
                sentence.contains("epidural space") && (sentence.contains("csf") || sentence.contains("spinal fluid"));
            assert!(
                !both || sentence.contains("no ") || sentence.contains("not"),
                "{}: {sentence}",
                card.code
            );
        }
    }
}

/// Coding Ahead 62320: contrast and epidurography do not belong to the code without imaging.
#[test]
fn the_code_without_imaging_includes_no_contrast() {
    for code in ["62320", "62322", "62324", "62326"] {
        let included = card(code)
            .included
            .iter()
            .map(|statement| statement.text.to_lowercase());
        for text in included.chain(card(code).means.iter().map(|statement| statement.text.to_lowercase())) {
            let text = text.replace("contrast allergy", "allergy");
            assert!(
                !text.contains("contrast") && !text.contains("epidurogra"),
                "{code}: {text}"
            );
        }
        let steps = under(code, Topic::Procedure);
        assert!(
            !steps.contains("contrast") && !steps.contains("fluorosc"),
            "{code}: {steps}"
        );
        assert!(
            under(code, Topic::Imaging).contains("points to the code with imaging"),
            "{code}"
        );
    }
}

/// A fluoroscopic neck injection is the code with imaging, never the one without.
#[test]
fn fluoroscopy_moves_the_code_up() {
    assert_eq!(
        decide(book(), &format!("region=cervical imaging=fluoroscopy {PLAIN}"))
            .code
            .as_deref(),
        Some("62321")
    );
    assert_eq!(
        decide(book(), &format!("region=cervical imaging=none {PLAIN}"))
            .code
            .as_deref(),
        Some("62320")
    );
}

/// Coding Ahead 62325: LT and RT mean nothing where the bilateral concept does not apply, and the reason is given.
#[test]
fn sides_mean_nothing_between_the_laminae() {
    for code in ["62320", "62321", "62322", "62323", "62324", "62325", "62326", "62327"] {
        for modifier in ["50", "LT", "RT"] {
            assert_eq!(stance(code, modifier), Stance::Never, "{code}-{modifier}");
        }
    }
    assert!(says("62325").contains("lt or rt adds nothing"));
    let result = decide(
        book(),
        "region=cervical approach=interlaminar imaging=ct delivery=catheter-indwelling substance=steroid-anesthetic",
    );
    let side = result
        .modifiers
        .iter()
        .find(|modifier| modifier.modifier == "LT")
        .unwrap();
    assert!(!side.why.is_empty() && !side.sources.is_empty());
}

/// iFrame AI 62320: imaging is not "not included"; it moves to the code with imaging, and 77003 is never added.
#[test]
fn imaging_is_never_a_code_of_its_own() {
    for code in ["62321", "62323", "62325", "62327", "64479", "64480", "64483", "64484"] {
        assert!(says(code).contains("77003"), "{code}");
    }
    assert!(differs("62320", "62321").contains("imag") || differs("62320", "62321").contains("fluoro"));
    for code in ["62320", "62322", "62324", "62326"] {
        let imaging = under(code, Topic::Imaging);
        assert!(
            imaging.contains("does not mean that imaging is billed beside it"),
            "{code}"
        );
        assert!(imaging.contains("77003 never goes with this code"), "{code}");
    }
}

/// iFrame AI 62320: a blind neck injection for pain is the right code and probably not paid.
#[test]
fn a_blind_injection_for_pain_is_right_and_probably_not_paid() {
    for (region, code) in [("cervical", "62320"), ("lumbar", "62322")] {
        let result = decide(book(), &format!("region={region} imaging=none {PLAIN} payer=medicare"));
        assert_eq!(result.code.as_deref(), Some(code));
        assert_eq!(result.coverage.verdict.to_string(), "unlikely");
        assert!(
            result
                .findings
                .iter()
                .any(|finding| finding.text.contains("payment is unlikely"))
        );
        assert!(
            under(code, Topic::Necessity).contains("do not cover this code for pain"),
            "{code}"
        );
    }
}

/// Carepatron 62323: related codes described wrongly, 64483 missing.
#[test]
fn related_codes_are_all_there_and_described_rightly() {
    let related: Vec<&str> = card("62323")
        .related
        .iter()
        .map(|related| related.code.as_str())
        .collect();
    for code in ["62321", "62322", "62327", "64483"] {
        assert!(related.contains(&code), "{code}");
    }
    assert!(differs("62323", "64483").contains("foram"));
    for code in ["64480", "64484"] {
        assert!(says(code).contains("foram") && card(code).parent.is_some(), "{code}");
    }
}

/// Carepatron 62323: KX belongs to a diagnostic root block, a transforaminal service.
#[test]
fn kx_marks_a_diagnostic_root_block() {
    assert_eq!(stance("62323", "KX"), Stance::Never);
    let block = decide(
        book(),
        "region=lumbar approach=transforaminal imaging=fluoroscopy substance=steroid-anesthetic purpose=diagnostic-root-block payer=medicare",
    );
    let kx = block
        .modifiers
        .iter()
        .find(|modifier| modifier.modifier == "KX")
        .unwrap();
    assert_eq!(kx.stance, Stance::Applies);
    assert!(under("62323", Topic::Necessity).contains("kx belongs to a diagnostic selective nerve root block"));
    assert!(under("64483", Topic::Necessity).contains("no general mark of medical necessity"));
}

/// Carepatron 62323: cisternography is a reason for the injection, with a study code of its own, not a way to place a needle.
#[test]
fn cisternography_is_a_purpose_not_an_imaging_answer() {
    let tree = &book().file;
    let purpose = tree.questions.iter().find(|question| question.id == "purpose").unwrap();
    let csf = purpose
        .answers
        .iter()
        .find(|answer| answer.id == "csf-imaging")
        .unwrap();
    assert!(csf.note.as_ref().unwrap().contains("78630"));
    let imaging = tree.questions.iter().find(|question| question.id == "imaging").unwrap();
    assert!(
        imaging
            .answers
            .iter()
            .all(|answer| !answer.label.to_lowercase().contains("cisterno"))
    );
    let reasons = under("62323", Topic::Indications);
    assert!(
        reasons.contains("not a way to guide the needle") && reasons.contains("78630"),
        "{reasons}"
    );
    assert!(!under("62323", Topic::Procedure).contains("cisterno"));
}

/// Carepatron 62321 against 62323, and Pabau: four sessions a region in rolling twelve months, over all codes of the region.
#[test]
fn four_sessions_count_every_code_of_the_region() {
    let policy = book()
        .pack()
        .coverage
        .iter()
        .find(|policy| policy.id == "medicare")
        .unwrap();
    for code in ["62321", "62323", "64479", "64480", "64483", "64484"] {
        let rules = policy
            .rules
            .iter()
            .filter(|rule| rule.codes.iter().any(|listed| listed == code));
        let four = rules
            .map(|rule| rule.text.to_lowercase())
            .find(|text| text.contains("four sessions"));
        let four = four.unwrap_or_else(|| panic!("{code} has no session limit"));
        assert!(four.contains("12 months") && four.contains("region"), "{four}");
        let card = under(code, Topic::Necessity);
        assert!(
            card.contains("over every code of the region together") && card.contains("not code by code"),
            "{code}: {card}"
        );
    }
    assert!(
        !policy
            .rules
            .iter()
            .any(|rule| rule.text.contains("6 per 12") || rule.text.contains("3 per 6"))
    );
}

/// Carepatron: half the family missing.
#[test]
fn all_twelve_codes_have_a_card() {
    assert_eq!(book().pack().cards.len(), 12);
    for card in &book().pack().cards {
        assert!(!card.means.is_empty() && !card.included.is_empty() && !card.excluded.is_empty());
        assert!(!card.units.is_empty() && card.related.len() >= 4, "{}", card.code);
    }
}

/// medcoder.ai 62323: a catheter for continuous or repeated dosing is 62327.
#[test]
fn an_indwelling_catheter_is_the_catheter_code() {
    let facts = "region=lumbar approach=interlaminar imaging=fluoroscopy substance=steroid-anesthetic";
    assert_eq!(
        decide(book(), &format!("{facts} delivery=catheter-indwelling"))
            .code
            .as_deref(),
        Some("62327")
    );
    assert_eq!(
        decide(book(), &format!("{facts} delivery=catheter-same-day"))
            .code
            .as_deref(),
        Some("62323")
    );
    assert!(says("62323").contains("beyond one calendar day is 62327"));
    assert_eq!(card("62327").near_miss.goes_to, "62323");
}

/// a2zbillings 62321: neither "one or more levels" nor myelography.
#[test]
fn a_neck_injection_is_neither_per_level_nor_a_myelogram() {
    let units: String = card("62321")
        .units
        .iter()
        .map(|statement| statement.text.to_lowercase())
        .collect();
    assert!(units.contains("one unit") || units.contains("once"), "{units}");
    assert!(units.contains("however many interspaces"), "{units}");
    for text in card("62321").means.iter().chain(&card("62321").included) {
        assert!(!text.text.to_lowercase().contains("myelogra"), "{}", text.text);
    }
}

/// biologyinsights 64483: not a medial branch block.
#[test]
fn a_medial_branch_block_is_another_family() {
    assert!(
        !card("64483")
            .means
            .iter()
            .any(|statement| statement.text.to_lowercase().contains("medial branch"))
    );
    let result = decide(book(), "region=lumbar approach=other target=facet imaging=fluoroscopy");
    assert_eq!(result.signpost.unwrap().id, "facet-joint");
    assert!(differs("64483", "64493").contains("medial branch"));
}

/// An open prior-auth project: a policy that demands imaging is not about 62322.
#[test]
fn a_policy_that_demands_imaging_refuses_the_code_without() {
    let result = decide(book(), &format!("region=lumbar imaging=none {PLAIN} payer=medicare"));
    assert_eq!(result.code.as_deref(), Some("62322"));
    assert_eq!(result.coverage.verdict.to_string(), "unlikely");
    let imaged = decide(
        book(),
        &format!("region=lumbar imaging=fluoroscopy {PLAIN} payer=medicare"),
    );
    assert_ne!(imaged.coverage.verdict.to_string(), "unlikely");
}

/// biologyinsights and a cost page: 62321 is no lumbar code, and nusinersen by lumbar puncture is not it.
#[test]
fn a_lumbar_puncture_is_never_a_neck_code() {
    let miss = &card("62321").near_miss;
    assert_eq!(miss.goes_to, "nusinersen");
    assert!(miss.facts.contains("region=lumbar") && miss.why.contains("96450"));
    assert!(card("62321").brief.text.contains("neck or mid-back"));
}

/// medpayiq 64483: fluoroscopy is not added to a foraminal injection, whatever a page tells.
#[test]
fn a_foraminal_injection_holds_its_fluoroscopy() {
    for code in ["64479", "64480", "64483", "64484"] {
        let imaging = under(code, Topic::Imaging);
        assert!(imaging.contains("77003 is never added"), "{code}: {imaging}");
        assert!(imaging.contains("pages that tell you to add it are wrong"), "{code}");
    }
}

/// Revmedi and others: an interlaminar injection is not counted by the level; old advice on its forerunner was turned round in 2008.
#[test]
fn an_interlaminar_injection_is_not_counted_by_level() {
    for code in ["62322", "62323"] {
        let history = under(code, Topic::History);
        assert!(history.contains("once, however many interspaces"), "{code}: {history}");
    }
    let two = card("62323")
        .examples
        .iter()
        .find(|example| example.facts.matches("level=").count() == 2);
    let result = decide(book(), &two.unwrap().facts);
    assert_eq!((result.lines.len(), result.lines[0].units), (1, 1));
}

/// Trade newsletters that still name them: the ultrasound codes for a foramen ended with 2020.
#[test]
fn ultrasound_at_a_foramen_has_no_code_of_its_own() {
    for code in ["64479", "64480", "64483", "64484"] {
        assert!(
            under(code, Topic::History).contains("0228t-0231t, ended on 31 december 2020"),
            "{code}"
        );
    }
    assert_eq!(card("64479").near_miss.goes_to, "foraminal-unguided");
}
