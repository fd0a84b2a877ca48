//! Cards and results on paper and in a browser: nothing is lost, nothing stands alone at the foot of a page, nothing is fetched.

use std::collections::BTreeSet;

use epipath::report::{Block, Format, Lines, WIDTH, card, ended, export, html, print, signpost};
use rstest::rstest;
use strum::IntoEnumIterator as _;

use crate::support::{book, decide};

/// Every card of the pack, with a name.
fn texts() -> Vec<(String, Lines)> {
    let pack = book().pack();
    let cards = pack.cards.iter().map(|one| (one.code.clone(), card(book(), one)));
    let signposts = pack.signposts.signposts.iter();
    let signposts = signposts.map(|one| (one.id.clone(), signpost(book(), one)));
    let old = pack
        .retired
        .retired
        .iter()
        .map(|one| (one.code.clone(), ended(book(), one)));
    cards.chain(signposts).chain(old).collect()
}

#[test]
fn pages_hold_everything_once_in_its_order() {
    for (name, text) in texts() {
        let printed = print("title", &text);
        let pages: Vec<Vec<&str>> = printed.split('\u{c}').map(|page| page.lines().collect()).collect();
        let mut told = Vec::new();
        for (index, page) in pages.iter().enumerate() {
            assert!(page.len() <= 60, "{name}: {} lines", page.len());
            let number = format!("page {} of {}", index + 1, pages.len());
            assert!(
                page[0].starts_with("title ") && page[0].ends_with(&number),
                "{name}: {}",
                page[0]
            );
            assert_eq!(page[1], "", "{name}");
            told.extend(
                page[2..]
                    .iter()
                    .filter(|line| !line.is_empty())
                    .map(|line| (*line).to_owned()),
            );
            assert!(
                page.iter()
                    .all(|line| line.chars().count() <= WIDTH || !line.contains(' ')),
                "{name}"
            );
            let last = page.last().unwrap();
            assert!(
                !text.headings().any(|heading| heading == *last),
                "{name}: {last} at the foot"
            );
        }
        let whole = text.to_string();
        let whole: Vec<String> = whole
            .lines()
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
        assert_eq!(told, whole, "{name}");
    }
}

/// The tags of a page, opening and closing.
fn tags(page: &str) -> Vec<&str> {
    let parts = page.split('<').skip(1);
    parts.map(|part| part.split(['>', ' ']).next().unwrap()).collect()
}

fn is_well_formed(name: &str, page: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in tags(page)
        .into_iter()
        .filter(|tag| !tag.starts_with('!') && *tag != "meta")
    {
        match tag.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{name}"),
            None => open.push(tag),
        }
    }
    assert!(open.is_empty(), "{name}: {open:?}");
    for fetched in ["<script", "src=", "href=", "@import", "url("] {
        assert!(!page.contains(fetched), "{name}: {fetched}");
    }
}

#[test]
fn a_page_for_a_browser_is_well_formed_and_stands_alone() {
    for (name, text) in texts() {
        let page = html(&name, &text);
        is_well_formed(&name, &page);
        let headings = page.matches("<h2>").count();
        assert_eq!(headings, text.headings().count(), "{name}");
        assert!(page.contains("lang=\"en\"") && page.contains("@media print"));
    }
}

#[test]
fn what_a_text_holds_is_never_taken_for_markup() {
    let mut text = Lines::default();
    text.heading("<b> & \"q\"").item("x<y  ", "a <i>b</i> & c");
    let page = html("<title>", &text);
    is_well_formed("markup", &page);
    assert!(page.contains("<h2>&lt;b&gt; &amp; &quot;q&quot;</h2>"), "{page}");
    assert!(page.contains("<dd>a &lt;i&gt;b&lt;/i&gt; &amp; c</dd>"), "{page}");
}

#[rstest]
#[case("region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic")]
#[case(
    "level=L4-L5:both level=L5-S1:left approach=transforaminal imaging=ct substance=steroid-anesthetic payer=medicare:TX"
)]
#[case("approach=other target=facet")]
#[case("region=lumbar")]
fn every_result_prints(#[case] facts: &str) {
    let result = decide(book(), facts);
    let text = export(book(), &result, Format::Text).unwrap();
    let printed = export(book(), &result, Format::Print).unwrap();
    for line in text.lines().filter(|line| !line.is_empty()) {
        assert!(printed.contains(line), "{line}");
    }
    let page = export(book(), &result, Format::Html).unwrap();
    is_well_formed(facts, &page);
    for heading in ["Why", "The record must show", "Modifiers"] {
        let told = text.lines().any(|line| line == heading);
        assert_eq!(
            page.contains(&format!("<h2>{heading}</h2>")),
            told,
            "{facts}: {heading}"
        );
    }
    let endings: BTreeSet<&str> = Format::iter().map(Format::ending).collect();
    assert_eq!(
        endings.len(),
        Format::iter().count(),
        "no two formats write the same file"
    );
}

/// Every statement of every card resolves to sources that the card lists, with edition or the day they were read.
#[test]
fn every_section_rests_on_sources_that_the_card_lists() {
    for (name, text) in texts() {
        let listed = text.only("Sources").to_string();
        for id in text.cited() {
            assert!(book().source(&id).is_some(), "{name}: {id}");
            assert!(listed.contains(&format!("  {id}: ")), "{name}: {id} is not listed");
        }
        let mut heading = "";
        let mut rests: Vec<(&str, usize)> = Vec::new();
        for block in text.blocks() {
            match block {
                Block::Heading(next) => {
                    heading = next;
                    rests.push((next, 0));
                }
                Block::Item(item) if item.evidence.as_ref().is_some_and(|one| !one.sources.is_empty()) => {
                    if let Some(last) = rests.last_mut() {
                        last.1 += 1;
                    }
                }
                _ => {}
            }
        }
        assert_eq!(heading, "Sources", "{name}");
        let blank: Vec<&str> = rests
            .iter()
            .filter(|(_, count)| *count == 0)
            .map(|(heading, _)| *heading)
            .collect();
        let allowed =
            |heading: &&str| *heading == "Sources" || *heading == "Where it goes" || heading.starts_with("Descriptor");
        assert!(blank.iter().all(allowed), "{name}: nothing supports {blank:?}");
    }
}

/// The sections that issue and vendors name: each card answers all of them.
#[test]
fn no_card_leaves_a_section_out() {
    const WANTED: [&str; 28] = [
        "In brief",
        "What the note must say",
        "What it means",
        "Included",
        "Not described by it",
        "What may be injected",
        "Imaging and contrast",
        "Examples, and one that is not",
        "In plain words, for the patient",
        "What it is done for",
        "Medical necessity",
        "The physician's part",
        "Step by step",
        "Afterwards",
        "Units",
        "Unit limit (MUE)",
        "The record must show",
        "Modifiers",
        "Add-on relations",
        "Pair edits (NCCI)",
        "Fee schedule indicators, July 2026 (PPRRVU2026_Jul_nonQPP.csv)",
        "Relative values and national payment",
        "Hospital, surgery center and type of service",
        "Payers",
        "Diagnoses, as advice and never a gate",
        "Easily taken for it",
        "History",
        "Questions people ask",
    ];
    for one in &book().pack().cards {
        let text = card(book(), one);
        let headings: BTreeSet<&str> = text.headings().collect();
        for wanted in WANTED {
            assert!(headings.contains(wanted), "{}: {wanted}", one.code);
        }
    }
}
