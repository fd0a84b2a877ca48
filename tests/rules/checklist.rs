//! What the record must show, by code, payer and situation; and the question to the provider about what it does not.

use std::collections::BTreeSet;

use epipath::claim::{CaseResult, CheckItem, Context, checklist, provider_query, readiness};
use epipath::pack::neutral::{Leading, leading};
use epipath::session::parse_facts;
use rstest::rstest;

use crate::support::{book, context, decide};

const LOW_BACK: &str =
    "region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic";
const FORAMEN: &str = "region=lumbar approach=transforaminal imaging=fluoroscopy substance=steroid-anesthetic";

/// Every line of the documentation list (payer policy, section 3) and the items that ask for it.
const LIST: &[(&str, &[&str])] = &[
    ("D01", &["history-and-exam"]),
    ("D02", &["imaging-report"]),
    ("D03", &["indication"]),
    ("D04", &["baseline-scale"]),
    ("D05", &["function-effect"]),
    ("D06", &["pain-duration"]),
    ("D07", &["conservative-care"]),
    ("D08", &["continuing-care"]),
    ("D09", &["care-plan"]),
    ("D10", &["contraindications"]),
    ("D11", &["prior-sessions"]),
    ("D12", &["levels-and-sides-reason"]),
    ("D13", &["consent"]),
    ("D14", &["day-score"]),
    ("D15", &["necessity-in-note", "signed-and-dated"]),
    (
        "D16",
        &["approach", "entry-point", "foramen-level", "foramen-side", "interspace"],
    ),
    ("D17", &["guidance-type", "contrast-spread"]),
    ("D18", &["unguided-reason", "contrast-spread", "contrast-allergy-kind"]),
    ("D19", &["views-stored"]),
    (
        "D20",
        &[
            "substance-named",
            "dose-and-volume",
            "steroid-ceiling",
            "approved-products",
        ],
    ),
    ("D21", &["sedation"]),
    ("D22", &["same-day-blocks"]),
    ("D23", &["root-block-question"]),
    ("D24", &["needle-or-catheter", "catheter-times", "infusion-or-bolus"]),
    ("D25", &["complications"]),
    ("D26", &["relief-after-root-block", "relief-after-injection"]),
    ("D27", &["follow-up-same-scale"]),
    ("D28", &["earlier-result", "earlier-relief"]),
    ("D29", &["change-after-failure"]),
    (
        "D30",
        &[
            "long-course-disability",
            "long-course-gain",
            "long-course-reason",
            "long-course-primary-care",
        ],
    ),
    (
        "D31",
        &[
            "signed-and-dated",
            "pages-legible",
            "late-entries",
            "late-entries-in-time",
        ],
    ),
];

/// Items that come from elsewhere: the list of the coding rules (section 7), and one contractor's wording.
const BESIDE: &[&str] = &[
    "space-reached",
    "space-shown-by",
    "drug-waste",
    "postoperative-request",
    "postoperative-purpose",
    "postoperative-site-and-time",
    "disc-site",
];

#[test]
fn every_line_of_the_documentation_list_has_its_items() {
    let items: BTreeSet<&str> = book()
        .pack()
        .checklist
        .items
        .iter()
        .map(|item| item.id.as_str())
        .collect();
    let named: BTreeSet<&str> = LIST.iter().flat_map(|(_, ids)| *ids).chain(BESIDE).copied().collect();
    assert_eq!(items, named);
    let lines: Vec<String> = (1..=31).map(|number| format!("D{number:02}")).collect();
    assert_eq!(LIST.iter().map(|(line, _)| *line).collect::<Vec<_>>(), lines);
}

fn item<'a>(result: &'a CaseResult, id: &str) -> Option<&'a CheckItem> {
    result.checklist.iter().find(|item| item.id == id)
}

/// `hard`, `soft`, `soft?` where it hangs on the situation, `-` where it is not asked for.
fn weight(result: &CaseResult, id: &str) -> String {
    item(result, id).map_or_else(
        || "-".to_owned(),
        |item| format!("{}{}", item.severity, if item.conditional { "?" } else { "" }),
    )
}

const REPEAT: [&str; 4] = [
    "earlier-result",
    "earlier-relief",
    "change-after-failure",
    "long-course-primary-care",
];

#[rstest]
#[case::not_said("", ["soft?", "soft?", "soft?", "soft?"])]
#[case::first("course=first", ["-", "-", "-", "-"])]
#[case::after_relief("course=after-relief", ["hard", "hard", "-", "-"])]
#[case::after_failure("course=after-failure", ["hard", "-", "hard", "-"])]
#[case::beyond("course=beyond-twelve-months", ["hard", "-", "-", "hard"])]
#[case::one_of_two("course=after-relief,after-failure", ["hard", "soft?", "soft?", "-"])]
#[case::not_documented("course=not-documented", ["soft?", "soft?", "soft?", "soft?"])]
// An earlier session: a repeat, its kind not said.
#[case::an_earlier_session("prior-sessions=1", ["hard", "soft?", "soft?", "soft?"])]
#[case::a_day_of_one("prior-session=2026-06-01", ["hard", "soft?", "soft?", "soft?"])]
#[case::long_ago("days-since-last=900", ["hard", "soft?", "soft?", "soft?"])]
#[case::none_in_twelve_months("prior-sessions=0", ["soft?", "soft?", "soft?", "soft?"])]
#[case::contradicted("course=first prior-sessions=1", ["hard", "soft?", "soft?", "soft?"])]
fn repeat_items_by_situation(#[case] facts: &str, #[case] expected: [&str; 4]) {
    for procedure in [LOW_BACK, FORAMEN] {
        let result = decide(book(), &format!("{procedure} payer=medicare {facts}"));
        assert_eq!(REPEAT.map(|id| weight(&result, id)), expected, "{procedure}");
    }
}

/// A policy's item is never hard under another payer, whatever the situation.
#[test]
fn situations_weigh_only_under_the_policy() {
    for course in ["after-relief", "after-failure", "beyond-twelve-months"] {
        let result = decide(book(), &format!("{LOW_BACK} payer=evicore course={course}"));
        assert!(
            REPEAT.iter().all(|id| !weight(&result, id).starts_with("hard")),
            "{course}"
        );
    }
}

#[test]
fn a_first_injection_with_an_earlier_session_is_told() {
    let told = |facts: &str| {
        let result = decide(book(), &format!("{LOW_BACK} {facts}"));
        result
            .findings
            .iter()
            .any(|finding| finding.id == "ruled-out-by-earlier")
    };
    assert!(told("course=first prior-sessions=1"));
    assert!(!told("course=first prior-sessions=0"));
    assert!(!told("course=first,after-relief prior-sessions=1"));
    assert!(!told("course=after-relief prior-sessions=1"));
}

/// Root block: its own items hard under Medicare, those of the injection gone (D23, D26).
#[test]
fn a_root_block_has_its_own_items() {
    let block = decide(
        book(),
        &format!("{FORAMEN} purpose=diagnostic-root-block payer=medicare"),
    );
    assert_eq!(weight(&block, "root-block-question"), "hard");
    assert_eq!(weight(&block, "relief-after-root-block"), "hard");
    assert_eq!(weight(&block, "relief-after-injection"), "-");
    let injection = decide(book(), &format!("{FORAMEN} payer=medicare"));
    assert_eq!(weight(&injection, "root-block-question"), "-");
    assert_eq!(weight(&injection, "relief-after-injection"), "soft");
}

#[rstest]
#[case("steroid-ceiling", &["WA", "CA", "AK"], &["TX", "OH", "NY", "GA", "FL"])]
#[case("contrast-allergy-kind", &["WA", "CA"], &["TX", "OH", "GA"])]
#[case("late-entries-in-time", &["OH", "KY"], &["WA", "TX", "GA"])]
#[case("disc-site", &["GA", "NC"], &["WA", "TX", "OH"])]
fn a_contractors_item_stands_in_its_states_alone(#[case] id: &str, #[case] with: &[&str], #[case] without: &[&str]) {
    let weight_in = |payer: &str| weight(&decide(book(), &format!("{LOW_BACK} payer={payer}")), id);
    for state in with {
        assert_eq!(weight_in(&format!("medicare:{state}")), "soft", "{state}");
    }
    for state in without {
        assert_eq!(weight_in(&format!("medicare:{state}")), "-", "{state}");
    }
    assert_eq!((weight_in("medicare").as_str(), weight_in("cpt").as_str()), ("-", "-"));
}

#[test]
fn ready_once_every_hard_item_is_ticked() {
    let result = decide(book(), &format!("{LOW_BACK} payer=medicare"));
    let none = readiness(&result.checklist, |_| false);
    assert!(!none.ready() && none.documented == 0);
    let hard = |id: &str| item(&result, id).is_some_and(|item| item.severity.to_string() == "hard");
    let all = readiness(&result.checklist, hard);
    assert!(all.ready());
    assert_eq!(all.documented, none.hard_missing);
    assert_eq!(all.items, none.items, "items that hang on the situation do not count");
    let one_more = readiness(&result.checklist, |id| hard(id) || id == "earlier-relief");
    assert_eq!(one_more.items, all.items + 1, "until one is ticked");
    let repeat = decide(book(), &format!("{LOW_BACK} payer=medicare course=after-failure"));
    assert!(!readiness(&repeat.checklist, hard).ready(), "a repeat needs more");
}

const PRIMARY: &[(&str, &str)] = &[
    (
        "62320",
        "region=cervical approach=interlaminar imaging=none delivery=needle",
    ),
    (
        "62321",
        "region=cervical approach=interlaminar imaging=ct delivery=needle",
    ),
    (
        "62322",
        "region=lumbar approach=interlaminar imaging=none delivery=needle",
    ),
    (
        "62323",
        "region=lumbar approach=interlaminar imaging=ct delivery=needle",
    ),
    (
        "62324",
        "region=cervical approach=interlaminar imaging=none delivery=catheter-indwelling",
    ),
    (
        "62325",
        "region=cervical approach=interlaminar imaging=ct delivery=catheter-indwelling",
    ),
    (
        "62326",
        "region=lumbar approach=interlaminar imaging=none delivery=catheter-indwelling",
    ),
    (
        "62327",
        "region=lumbar approach=interlaminar imaging=ct delivery=catheter-indwelling",
    ),
    ("64479", "region=cervical approach=transforaminal imaging=ct"),
    ("64483", "region=lumbar approach=transforaminal imaging=ct"),
];

fn payers() -> Vec<String> {
    let mut payers: Vec<String> = book().pack().payers().map(|policy| policy.id.clone()).collect();
    payers.push("cpt".to_owned());
    let mut contractors = BTreeSet::new();
    let states = book().pack().jurisdictions.jurisdictions.iter();
    let first = states.filter(|one| contractors.insert(&one.contractor));
    payers.extend(first.filter_map(|one| Some(format!("medicare:{}", one.states.first()?))));
    payers
}

fn courses() -> Vec<String> {
    let course = book().question_named("course").unwrap();
    let answers = book().question(course).unwrap().answers.iter();
    let said = answers.map(|answer| format!("course={}", answer.id));
    said.chain([String::new(), "prior-sessions=2".to_owned()]).collect()
}

/// The whole question to the provider is neutral for every code, payer, course and purpose, with nothing ticked and with all.
#[test]
fn the_whole_query_is_neutral() {
    let mut queries = BTreeSet::new();
    for (code, facts) in PRIMARY {
        for payer in payers() {
            for course in courses() {
                let all = ["pain", "postoperative-pain operative-use=no", "diagnostic-root-block"];
                // Purposes weigh under Medicare and the code rules; the plans have no items of their own.
                let purposes = if payer.starts_with("medicare") || payer == "cpt" {
                    3
                } else {
                    1
                };
                for purpose in &all[..purposes] {
                    let facts = format!(
                        "{facts} substance=steroid-anesthetic payer={payer} {course} purpose={purpose} level=not-documented"
                    );
                    let result = decide(book(), &facts);
                    assert_eq!(result.code.as_deref(), Some(*code), "{facts}");
                    queries.extend(provider_query(book(), &result, |_| false).map(|query| query.to_string()));
                    assert!(provider_query(book(), &result, |_| true).is_none_or(|query| !query.questions.is_empty()));
                }
            }
        }
    }
    assert!(queries.len() >= 25, "{}", queries.len());
    for text in queries {
        assert_eq!(leading(&text), None, "{text}");
    }
}

/// The add-on codes have their items too, and open questions their neutral words.
#[test]
fn add_on_codes_and_open_questions_ask_neutrally() {
    for (code, facts) in [("64480", PRIMARY[8].1), ("64484", PRIMARY[9].1)] {
        for payer in payers() {
            let words = format!("{facts} substance=steroid-anesthetic payer={payer}");
            let words: Vec<&str> = words.split_whitespace().collect();
            let said = parse_facts(book(), &context(), &words).unwrap();
            let facts = book().tree.facts(&said.answers);
            let items = checklist(book(), code, &facts, &said.context);
            assert!(items.len() > 20, "{code} {payer}");
            for item in items {
                assert_eq!(leading(&item.ask_provider), None, "{}", item.id);
            }
        }
    }
    for open in [
        "",
        "region=lumbar",
        "approach=transforaminal",
        "region=thoracolumbar approach=interlaminar",
    ] {
        let result = decide(book(), open);
        let query = provider_query(book(), &result, |_| false).unwrap();
        assert_eq!(leading(&query.to_string()), None, "{query}");
    }
}

#[rstest]
#[case::a_code("Was 62323 done; if so, please document it.", Some(Leading::Code("62323")))]
#[case::a_drug_code("Please document the amount of J1100.", Some(Leading::Code("J1100")))]
#[case::payment("Please document it so that it can be paid.", Some(Leading::Payment("paid")))]
#[case::a_payer("Medicare wants a second view.", Some(Leading::Payment("Medicare")))]
#[case::coverage("Please document what coverage asks for.", Some(Leading::Payment("coverage")))]
#[case::an_example("Please document the care, such as therapy.", Some(Leading::Choice("such as")))]
#[case::a_confirmation("Please confirm that contrast was used.", Some(Leading::Choice("confirm")))]
#[case::a_threshold("Please document at least 50 percent relief.", Some(Leading::Choice("at least")))]
#[case::an_order("The note must name the level.", Some(Leading::Choice("must")))]
#[case::a_wish("Two views should be on file.", Some(Leading::Choice("should")))]
#[case::yes("Did contrast show epidural spread?", Some(Leading::Yes("Did")))]
#[case::yes_at_the_end("The needle was at L4-L5, correct?", Some(Leading::Yes("correct")))]
#[case::yes_turned("Wasn't contrast given?", Some(Leading::Yes("Wasn't")))]
#[case::yes_in_the_second_sentence("Please document the drug. Was it a steroid?", Some(Leading::Yes("Was")))]
#[case::open("Please document the level that was entered.", None)]
#[case::both_ways("Was a catheter placed; if so, please document when.", None)]
#[case::whether("Please document whether contrast was given.", None)]
#[case::a_part_of_a_word("Please document the payload of the decoder and the mustard.", None)]
#[case::five_digits_in_a_word("Please document lot A62323B.", None)]
#[case::empty("", None)]
fn what_leads(#[case] text: &str, #[case] expected: Option<Leading<'_>>) {
    assert_eq!(leading(text), expected);
}

/// Ticking takes questions away, and each stands once.
#[test]
fn the_query_asks_for_what_is_missing() {
    let result = decide(book(), &format!("{LOW_BACK} payer=medicare"));
    let whole = provider_query(book(), &result, |_| false).unwrap();
    let less = provider_query(book(), &result, |id| id == "indication").unwrap();
    assert_eq!(whole.questions.len(), less.questions.len() + 1);
    let each: BTreeSet<&String> = whole.questions.iter().collect();
    assert_eq!(each.len(), whole.questions.len());
    assert!(
        provider_query(book(), &result, |_| true).is_none(),
        "nothing is open and nothing missing"
    );
    let text = whole.to_string();
    assert!(
        text.starts_with(&book().pack().query.opening) && text.ends_with(&format!("{}\n", book().pack().query.closing))
    );
    let unsaid = decide(book(), &format!("{FORAMEN} level=L4-L5"));
    let query = provider_query(book(), &unsaid, |_| true).unwrap();
    assert!(query.questions[0].contains("side"), "{query}");
}

/// Situations weigh by the date of service and the payer alone; the code is the same in all of them.
#[test]
fn the_situation_never_changes_the_code() {
    let plain = decide(book(), LOW_BACK);
    for course in courses() {
        let result = decide(book(), &format!("{LOW_BACK} {course}"));
        assert_eq!(
            (result.code, result.lines),
            (plain.code.clone(), plain.lines.clone()),
            "{course}"
        );
    }
    assert_eq!(Context::on(context().date).prior_sessions, None);
}
