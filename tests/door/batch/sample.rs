//! Rows by a fixed seed: every fact, every form of answer, levels and sides at random.

use std::fmt::Write as _;

use epipath::tree::{Book, Form};
use serde_json::{Map, Value, json};

/// A row: facts with their values, several for those that may be repeated.
pub(crate) type Row = Vec<(String, Vec<String>)>;

/// Numbers that look like chance and are the same every time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }

    fn one<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.roll(words.len())]
    }
}

/// The answers that lead to a code more often than not.
const COMMON: [(&str, &[&str]); 5] = [
    ("region", &["lumbar", "cervical", "thoracic", "sacral", "thoracolumbar"]),
    (
        "approach",
        &["transforaminal", "interlaminar", "caudal", "transforaminal"],
    ),
    (
        "imaging",
        &[
            "fluoroscopy",
            "ct",
            "none",
            "ultrasound",
            "fluoroscopy,ct",
            "not-documented",
        ],
    ),
    (
        "delivery",
        &["needle", "catheter-same-day", "catheter-indwelling", "needle"],
    ),
    ("substance", &["steroid-anesthetic", "other-solution"]),
];
const LEVELS: [&str; 14] = [
    "C5-C6",
    "C7-T1",
    "T3-T4",
    "T12-L1",
    "L1-L2",
    "L3-4",
    "L4-L5",
    "L4/5",
    "L5-S1",
    "L5",
    "S1",
    "s2",
    "not-documented",
    "T89",
];
const SIDES: [&str; 6] = ["", ":left", ":right", ":both", ":not-documented", ":rt"];
const DIAGNOSES: [&str; 4] = ["M54.16", "m5412", "M54.5", "G89.18"];
const OTHER: [&str; 5] = ["77003", "594xx", "00600", "62270", "64490"];

/// So many rows: half of them common cases, half of them anything at all.
pub(crate) fn rows(book: &Book, count: usize) -> Vec<Row> {
    let mut dice = Dice(7);
    (0..count)
        .map(|number| row(book, &mut dice, number.is_multiple_of(2)))
        .collect()
}

fn row(book: &Book, dice: &mut Dice, common: bool) -> Row {
    let mut row = Row::new();
    for question in &book.file.questions {
        let usual = COMMON.iter().find(|(name, _)| *name == question.id).filter(|_| common);
        let value = match usual {
            Some((_, values)) => Some(dice.one(values).to_owned()),
            None if dice.roll(if common { 40 } else { 3 }) > 0 => None,
            None => Some(any(book, dice, &question.id)),
        };
        row.extend(value.map(|value| (question.id.clone(), vec![value])));
    }
    let levels =
        (0..dice.roll(if common { 3 } else { 5 })).map(|_| format!("{}{}", dice.one(&LEVELS), dice.one(&SIDES)));
    row.push(("level".to_owned(), levels.collect()));
    session(book, dice, &mut row);
    row
}

/// One answer, one of several, all of several, or not documented.
fn any(book: &Book, dice: &mut Dice, name: &str) -> String {
    let question = book.question_named(name).unwrap();
    let answers = &book.question(question).unwrap().answers;
    let pick = |dice: &mut Dice| answers[dice.roll(answers.len())].id.clone();
    let joined = |dice: &mut Dice, joint: &str| [pick(dice), pick(dice)].join(joint);
    let form = [Form::One, Form::OneOf, Form::All, Form::NotDocumented, Form::One][dice.roll(5)];
    let value = match form {
        Form::One => pick(dice),
        Form::OneOf => joined(dice, ","),
        Form::All => joined(dice, "+"),
        Form::NotDocumented => "not-documented".to_owned(),
    };
    // Not every question takes several at once.
    if book.read(question, &value).is_ok() {
        value
    } else {
        pick(dice)
    }
}

fn session(book: &Book, dice: &mut Dice, row: &mut Row) {
    let mut payers: Vec<&str> = book.pack().payers().map(|policy| policy.id.as_str()).collect();
    payers.extend(["cpt", "medicare:TX", "medicare:WA", "medicare:OH", "medicare:FL"]);
    row.push((
        "setting".to_owned(),
        vec![dice.one(&["professional", "asc", "hospital"]).to_owned()],
    ));
    row.push(("payer".to_owned(), vec![dice.one(&payers).to_owned()]));
    let (date, earlier) = days(dice);
    row.push(("date".to_owned(), vec![date]));
    if earlier.is_empty() && dice.roll(2) == 0 {
        row.push(("prior-sessions".to_owned(), vec![dice.roll(8).to_string()]));
    }
    row.push(("prior-session".to_owned(), earlier));
    let others = (0..dice.roll(3)).map(|_| dice.one(&OTHER).to_owned());
    row.push(("other-code".to_owned(), others.collect()));
    let diagnoses = (0..dice.roll(3)).map(|_| dice.one(&DIAGNOSES).to_owned());
    row.push(("diagnosis".to_owned(), diagnoses.collect()));
}

/// A date of service of any year; or one in a summer, and earlier sessions around twelve months before.
fn days(dice: &mut Dice) -> (String, Vec<String>) {
    if dice.roll(3) > 0 {
        let day = (17 + dice.roll(11), 1 + dice.roll(12), 1 + dice.roll(28));
        return (format!("20{}-{:02}-{:02}", day.0, day.1, day.2), Vec::new());
    }
    let date = format!("2026-07-{:02}", 1 + dice.roll(28));
    let earlier = (0..=dice.roll(3)).map(|_| format!("2025-{:02}-{:02}", 6 + dice.roll(3), 1 + dice.roll(28)));
    (date, earlier.collect())
}

/// As written on a command line.
pub(crate) fn words(row: &Row) -> Vec<String> {
    let words = row
        .iter()
        .flat_map(|(name, values)| values.iter().map(move |value| format!("{name}={value}")));
    words.collect()
}

/// As CSV, with a column for every fact and an id.
pub(crate) fn csv(rows: &[Row]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in rows.iter().flatten() {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let mut text = format!("id,{}\n", names.join(","));
    for (place, row) in rows.iter().enumerate() {
        write!(text, "row {place}").unwrap();
        for name in &names {
            let values = row
                .iter()
                .find(|(own, _)| own == name)
                .map(|(_, values)| values.join(";"));
            write!(text, ",\"{}\"", values.unwrap_or_default()).unwrap();
        }
        text.push('\n');
    }
    text
}

/// As JSON Lines.
pub(crate) fn json_lines(rows: &[Row]) -> String {
    let object = |(place, row): (usize, &Row)| {
        let mut object = Map::new();
        for (name, values) in row {
            let value = match name.as_str() {
                "level" | "other-code" | "diagnosis" | "prior-session" => json!(values),
                _ => json!(values[0]),
            };
            object.insert(name.clone(), value);
        }
        object.insert("id".to_owned(), json!(format!("row {place}")));
        format!("{}\n", Value::Object(object))
    };
    rows.iter().enumerate().map(object).collect()
}

/// So many rows, each unlike all others and quickly decided.
pub(crate) fn distinct(count: usize) -> String {
    let mut text = String::from("id,region,approach,target,other-code,prior-sessions\n");
    for number in 0..count {
        let (other, prior) = (10_000 + number / 100, number % 100);
        writeln!(text, "{number},lumbar,other,facet,{other},{prior}").unwrap();
    }
    text
}
