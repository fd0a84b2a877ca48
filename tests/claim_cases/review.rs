//! The cases as one table that a coder can read, and what a case has to have.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use epipath::tree::Book;

use crate::case::{Case, PAYERS, SETTINGS, cases, files, folder};
use crate::support::book;

/// The lines of a case, claims with the same lines in one row.
fn rows(case: &Case) -> Vec<(String, String)> {
    let mut rows: Vec<(Vec<String>, String)> = Vec::new();
    for payer in PAYERS {
        for setting in SETTINGS {
            let lines = match case.lines(setting, payer) {
                [] => case.signpost.clone().map_or_else(
                    || format!("no line ({})", case.status),
                    |signpost| format!("no line (see {signpost})"),
                ),
                lines => lines.join(" | "),
            };
            let who = format!("{payer} {setting}");
            match rows.iter_mut().find(|(_, known)| *known == lines) {
                Some((claims, _)) => claims.push(who),
                None => rows.push((vec![who], lines)),
            }
        }
    }
    rows.into_iter().map(|(claims, lines)| (who(&claims), lines)).collect()
}

/// `every claim`, `cpt`, `medicare asc`, `cpt; medicare professional, hospital`.
fn who(claims: &[String]) -> String {
    let of_payer = |payer: &str| -> Vec<&str> {
        let settings = claims.iter().filter_map(|claim| claim.strip_prefix(payer));
        settings.map(str::trim_start).collect()
    };
    if claims.len() == SETTINGS.len() * PAYERS.len() {
        return "every claim".to_owned();
    }
    let groups: Vec<(&str, Vec<&str>)> = PAYERS.iter().map(|payer| (*payer, of_payer(payer))).collect();
    if groups.iter().all(|(_, settings)| *settings == groups[0].1) {
        return groups[0].1.join(", ");
    }
    let told = groups
        .into_iter()
        .filter(|(_, settings)| !settings.is_empty())
        .map(|(payer, settings)| match settings.len() {
            3 => payer.to_owned(),
            _ => format!("{payer} {}", settings.join(", ")),
        });
    told.collect::<Vec<_>>().join("; ")
}

/// Long text under a margin.
fn hang(out: &mut String, first: &str, text: &str) {
    let margin = " ".repeat(first.len());
    let options = textwrap::Options::new(110)
        .initial_indent(first)
        .subsequent_indent(&margin)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{}", textwrap::fill(text, options));
}

fn table() -> String {
    let mut out = String::from("Reviewed claim cases. Written by the test claim_cases from the files beside it.\n");
    for (file, cases) in files() {
        let _ = write!(out, "\n== {file} ==\n");
        for case in cases {
            let _ = write!(out, "\n{}\n", case.name);
            hang(&mut out, "    facts   ", &case.facts);
            hang(&mut out, "    why     ", &case.why);
            hang(&mut out, "    source  ", &case.source.join(", "));
            for (who, lines) in rows(&case) {
                hang(&mut out, &format!("    {who:<44}  "), &lines);
            }
            if let Some(bug) = &case.bug {
                hang(&mut out, "    KNOWN BUG  ", bug);
            }
        }
    }
    out
}

#[test]
fn the_table_is_the_one_reviewed() {
    let path = folder().join("table.txt");
    let table = table();
    if std::env::var_os("EPIPATH_BLESS").is_some() {
        fs::write(&path, &table).unwrap();
    }
    let reviewed = fs::read_to_string(&path).unwrap_or_default();
    for (number, (now, then)) in table.lines().zip(reviewed.lines()).enumerate() {
        assert_eq!(
            now,
            then,
            "line {} of table.txt; EPIPATH_BLESS=1 writes it anew",
            number + 1
        );
    }
    assert_eq!(
        table.lines().count(),
        reviewed.lines().count(),
        "EPIPATH_BLESS=1 writes it anew"
    );
}

fn known_sources(book: &Book) -> BTreeSet<&str> {
    book.pack()
        .sources
        .sources
        .iter()
        .map(|source| source.id.as_str())
        .collect()
}

#[test]
fn every_case_has_a_name_of_its_own_a_reason_and_a_known_source() {
    let (cases, known) = (cases(), known_sources(book()));
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
    assert!(cases.len() >= 70);
    for case in &cases {
        let name = &case.name;
        assert!(
            name.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{name}"
        );
        assert!(!case.source.is_empty() && case.why.ends_with('.'), "{name}");
        assert!(case.facts.is_ascii() && case.why.is_ascii(), "{name}");
        for source in &case.source {
            assert!(known.contains(source.as_str()), "{name}: no source {source}");
        }
    }
}

#[test]
fn no_two_cases_have_the_same_facts() {
    let mut seen = BTreeSet::new();
    for case in cases() {
        assert!(seen.insert(case.facts.clone()), "{} repeats another case", case.name);
    }
}
