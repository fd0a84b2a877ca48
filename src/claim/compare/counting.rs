//! How codes are counted: alone or beside another, units, the limit of a day, both sides of a level.

use super::super::once::each_once;
use super::{Cell, Row, RowGroup};
use crate::pack::model::{BothSides, BothSidesForm, Card, Confidence, UnitLimit};
use crate::tree::Book;

/// The rows on counting.
pub(super) fn rows(book: &Book, cards: &[&Card]) -> Vec<Row> {
    let of_all = |id: &str, title: &str, cell: &dyn Fn(&Card) -> Cell| {
        let cells = cards.iter().map(|card| cell(card));
        Row::new(RowGroup::Counting, id, title, cells.collect())
    };
    let mut rows = vec![
        of_all("stands", "Stands", &stands),
        of_all("add-ons", "Add-on codes", &add_ons),
        of_all("units", "Units", &units),
        of_all("unit-limit", "Unit limit (MUE)", &|card| limit(book, card)),
    ];
    for (payer, setting) in both_sides_of(book, cards) {
        let title = format!("Both sides, {payer} {setting}");
        let id = format!("both-sides-{payer}-{setting}");
        rows.push(of_all(&id, &title, &|card| both_sides(book, card, payer, setting)));
    }
    rows
}

fn cell(text: String, sources: &[String], confidence: Confidence) -> Cell {
    Cell {
        text,
        answers: Vec::new(),
        sources: sources.to_vec(),
        confidence: Some(confidence),
    }
}

fn plain(text: &str) -> Cell {
    Cell {
        text: text.to_owned(),
        answers: Vec::new(),
        sources: Vec::new(),
        confidence: None,
    }
}

fn stands(card: &Card) -> Cell {
    match &card.parent {
        Some(parent) => cell(
            format!("add-on, only beside {}", parent.code),
            &parent.sources,
            parent.confidence,
        ),
        None => plain("alone"),
    }
}

fn add_ons(card: &Card) -> Cell {
    let Some(first) = card.add_ons.first() else {
        return plain("none");
    };
    let codes: Vec<&str> = card.add_ons.iter().map(|add_on| add_on.code.as_str()).collect();
    let sources: Vec<String> = card.add_ons.iter().flat_map(|add_on| add_on.sources.clone()).collect();
    cell(codes.join(", "), &sources, first.confidence)
}

/// The first statement on units is the rule itself.
fn units(card: &Card) -> Cell {
    match card.units.first() {
        Some(rule) => cell(rule.text.clone(), &rule.sources, rule.confidence),
        None => plain(UNKNOWN),
    }
}

const UNKNOWN: &str = "not known";

fn limit(book: &Book, card: &Card) -> Cell {
    let named = |limit: &&UnitLimit| limit.codes.contains(&card.code);
    let Some(limit) = book.pack().edits.unit_limits.iter().find(named) else {
        return plain(UNKNOWN);
    };
    let kind = limit.adjudication.map_or_else(
        || format!("type {UNKNOWN}"),
        |indicator| format!("adjudication type {indicator}"),
    );
    let hospital = match limit.hospital {
        Some(hospital) if hospital == limit.practitioner => String::new(),
        Some(hospital) => format!(", hospital {hospital}"),
        None => format!(", hospital {UNKNOWN}"),
    };
    let text = format!("{} a day{hospital}, {kind}", limit.practitioner);
    cell(text, &limit.sources, limit.confidence)
}

/// The payers and settings for which the pack says how both sides of a level are written, of one of the codes.
fn both_sides_of<'b>(book: &'b Book, cards: &[&Card]) -> Vec<(&'b str, &'b str)> {
    let all = book.pack().edits.both_sides.iter();
    let speaks = |rule: &&BothSides| cards.iter().any(|card| rule.codes.contains(&card.code));
    let named = all.filter(speaks).flat_map(|rule| {
        let settings = move |payer: &'b String| {
            rule.settings
                .iter()
                .map(move |setting| (payer.as_str(), setting.as_str()))
        };
        rule.payers.iter().flat_map(settings)
    });
    each_once(named)
}

/// What a cell says where the pack has no rule.
pub const NO_RULE: &str = "no rule";

/// How both sides are written for a payer in a setting.
fn both_sides(book: &Book, card: &Card, payer: &str, setting: &str) -> Cell {
    let named = |list: &[String], name: &str| list.iter().any(|listed| listed == name);
    let speaks = |rule: &&BothSides| {
        named(&rule.codes, &card.code) && named(&rule.payers, payer) && named(&rule.settings, setting)
    };
    match book.pack().edits.both_sides.iter().find(speaks) {
        Some(rule) => cell(words(rule.form).to_owned(), &rule.sources, rule.confidence),
        None => plain(NO_RULE),
    }
}

fn words(form: BothSidesForm) -> &'static str {
    match form {
        BothSidesForm::OneLine50 => "one line with 50",
        BothSidesForm::TwoLines => "two lines, RT and LT",
        BothSidesForm::TwoUnits => "one line, two units",
    }
}
