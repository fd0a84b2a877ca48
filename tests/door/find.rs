//! Finding: what coders type against what they should see first.

use epipath::entry::{leads, read};
use epipath::find::{Hit, HitKind, Index, told};
use epipath::pack::model::Pack;

use crate::support::book;

/// A line of the fixture: what is typed, and the answers that are right.
struct Query {
    typed: &'static str,
    right: Vec<&'static str>,
}

fn queries() -> Vec<Query> {
    let lines = include_str!("../find/queries.txt").lines();
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (typed, right) = line.split_once(" => ").unwrap();
            Query {
                typed,
                right: right.split(" | ").collect(),
            }
        })
        .collect()
}

/// Whether a hit answers a query: it is one of those named, or an answered question that cites one of them.
fn is_right(hit: &Hit, query: &Query) -> bool {
    let of_kind = |(kind, id): (&str, &str)| match kind {
        "term" | "signpost" | "modifier" => format!("{id} ({kind})"),
        "checklist" => format!("{id} (rule)"),
        _ => format!("{kind}:{id} (rule)"),
    };
    let faq = book().pack().faq.questions.iter();
    let asked = faq.into_iter().find(|faq| hit.kind == HitKind::Faq && faq.id == hit.id);
    let cited = asked
        .into_iter()
        .flat_map(|faq| &faq.rules)
        .filter_map(|rule| rule.split_once(':'));
    query.right.contains(&named(hit).as_str()) || cited.map(of_kind).any(|rule| query.right.contains(&rule.as_str()))
}

/// The id and kind of a hit.
fn named(hit: &Hit) -> String {
    format!("{} ({})", hit.id, hit.kind)
}

#[test]
fn the_right_hit_is_on_top() {
    let index = Index::new(book().pack());
    let queries = queries();
    assert!(queries.len() >= 60, "{}", queries.len());
    let mut missed = Vec::new();
    for query in &queries {
        let mut hits = leads(book(), &read(book(), query.typed));
        hits.extend(index.find(query.typed, 3));
        if !hits.first().is_some_and(|top| is_right(top, query)) {
            let got: Vec<String> = hits.iter().map(|hit| format!("{} {}", named(hit), hit.score)).collect();
            missed.push(format!(
                "{} => {}; got {}",
                query.typed,
                query.right.join(" | "),
                got.join(", ")
            ));
        }
    }
    println!("{} of {} queries right", queries.len() - missed.len(), queries.len());
    for miss in &missed {
        println!("missed: {miss}");
    }
    assert!(missed.len() * 20 <= queries.len(), "{}", missed.join("\n"));
}

/// Every text of the glossary, the answers and the questions people ask.
fn texts(pack: &Pack) -> Vec<String> {
    let terms = pack.glossary.terms.iter();
    let terms = terms.flat_map(|term| term.also.iter().chain([&term.term, &term.id]));
    let answers = pack.tree.questions.iter().flat_map(|question| &question.answers);
    let answers = answers.flat_map(|answer| answer.words.iter().chain([&answer.label, &answer.short]));
    let asked = pack.faq.questions.iter().map(|faq| &faq.ask);
    let codes = pack.cards.iter().map(|card| &card.code);
    let ended = pack.retired.retired.iter().map(|code| &code.code);
    let elsewhere = pack.signposts.signposts.iter();
    let elsewhere = elsewhere.flat_map(|one| one.codes.iter().map(|target| &target.code).chain([&one.title]));
    let texts = terms
        .chain(answers)
        .chain(asked)
        .chain(codes)
        .chain(ended)
        .chain(elsewhere);
    texts.map(|text| text.trim_end_matches('?').to_lowercase()).collect()
}

#[test]
fn the_queries_are_not_the_texts_themselves() {
    let texts = texts(book().pack());
    let own = queries()
        .iter()
        .filter(|query| !texts.contains(&query.typed.to_lowercase()))
        .count();
    assert!(own >= 25, "{own}");
    let kinds = ["code", "retired-code", "term", "signpost", "modifier", "rule", "answer"];
    for kind in kinds {
        let end = format!("({kind})");
        let queries = queries();
        let some = queries
            .iter()
            .any(|query| query.right.iter().any(|right| right.ends_with(&end)));
        assert!(some, "no query is after a {kind}");
    }
}

#[test]
fn what_is_nowhere_is_not_found() {
    let index = Index::new(book().pack());
    for nothing in ["zzzzqqq", "", "   ", "?!", "99999", "qqqq xxxx"] {
        assert_eq!(index.find(nothing, 5), [], "{nothing}");
    }
}

/// Numbers are never forgiven a slip.
#[test]
fn a_code_is_never_another_code() {
    let index = Index::new(book().pack());
    for card in &book().pack().cards {
        let hits = index.find(&card.code, 1);
        assert_eq!(
            (hits[0].kind, hits[0].id.as_str(), hits[0].score),
            (HitKind::Code, card.code.as_str(), 1000)
        );
    }
    assert!(
        index
            .find("62328", 5)
            .iter()
            .all(|hit| hit.kind != HitKind::Code || hit.score < 800)
    );
}

/// Whatever is found opens something that can be read, with its sources.
#[test]
fn every_hit_leads_somewhere() {
    let pack = book().pack();
    let index = Index::new(pack);
    let mut kinds = std::collections::BTreeSet::new();
    for query in queries() {
        for hit in index.find(query.typed, 20) {
            kinds.insert(hit.kind);
            let page = matches!(hit.kind, HitKind::Code | HitKind::RetiredCode | HitKind::Signpost);
            let told = told(pack, &hit);
            assert!(
                page || told.is_some_and(|told| !told.parts.is_empty() && !told.title.is_empty()),
                "{hit:?}"
            );
            assert!(
                hit.opens.is_some() || hit.kind == HitKind::Term || hit.kind == HitKind::RetiredCode,
                "{hit:?}"
            );
            assert!(hit.score <= 1000);
        }
    }
    assert_eq!(kinds.len(), 8, "{kinds:?}");
}
