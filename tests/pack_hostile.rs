//! Whatever the files hold, reading them ends quickly, without a panic, in findings.
#![allow(clippy::unwrap_used, reason = "a test may panic in its helpers too")]

mod pack_support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use epipath::pack::render::{self, Style};
use epipath::pack::{self, yaml};
use pack_support::{findings, folder, packs};
use proptest::prelude::*;

/// Far more than any of these takes, far less than a bomb would.
const SOON: Duration = Duration::from_secs(10);

fn refused_soon(text: &str, word: &str) {
    let start = Instant::now();
    let error = yaml::parse(text).unwrap_err();
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
    assert!(
        error.message.contains(word),
        "{}: {}",
        text.get(..40).unwrap_or(text),
        error.message
    );
}

#[test]
fn billion_laughs() {
    let mut text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..9 {
        let row = vec![format!("*a{}", level - 1); 9].join(", ");
        writeln!(text, "a{level}: &a{level} [{row}]").unwrap();
    }
    refused_soon(&text, "anchors");
}

#[test]
fn deep_nesting() {
    refused_soon(&format!("a: {}{}", "[".repeat(100), "]".repeat(100)), "nested");
    refused_soon(&format!("a: {}", "[".repeat(100_000)), "nested");
    refused_soon(&"{a: ".repeat(100_000), "nested");
    let mut block = String::new();
    for level in 0..100 {
        writeln!(block, "{}a:", " ".repeat(level)).unwrap();
    }
    refused_soon(&block, "nested");
    refused_soon(&"- ".repeat(100_000), "nested");
}

#[test]
fn too_many_values() {
    refused_soon(&"- a\n".repeat(300_000), "more than 50000 values");
}

fn all_formats(texts: BTreeMap<String, Vec<u8>>) {
    let findings = findings(texts);
    let _ = render::human(&findings, Style { color: true, width: 40 });
    let _ = render::gnu(&findings);
    let _ = render::json(&findings);
}

#[test]
fn no_files_at_all() {
    let findings = pack::read_texts("", BTreeMap::new()).unwrap_err();
    assert_eq!(findings.len(), pack::LAYOUT.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        all_formats(BTreeMap::from([("tree.yaml".to_owned(), bytes)]));
    }

    #[test]
    fn any_text(text in "[-a-z0-9:#&*!|>'\"%@`{}\\[\\], \n\t\u{e9}\u{2028}\u{1f600}\r\u{1b}\u{feff}]{0,200}") {
        all_formats(BTreeMap::from([("tree.yaml".to_owned(), text.into_bytes())]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_good_pack_with_a_stroke_of_the_pen(
        file in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        cut in 0_usize..30,
        put in "[-a-z0-9:#{}\\[\\], \n\"\u{2028}\u{e9}]{0,12}",
    ) {
        let mut texts = folder(&packs("good"));
        let index = file.index(texts.len());
        let text = texts.values_mut().nth(index).unwrap();
        let from = at.index(text.len());
        let to = (from + cut).min(text.len());
        text.splice(from..to, put.into_bytes());
        all_formats(texts);
    }
}
