//! The generated parts of the documents.

use std::fmt::Write as _;

use epipath::claim::Context;
use epipath::line::Partner as _;
use epipath::line::training::training_words;
use epipath::line::{Because, Dialogue, word_table};
use epipath::pack::LAYOUT;
use epipath::session::Session;
use epipath::shelf::Kept;
use epipath::tree::Book;
use epipath::tui::key_table;
use epipath::tui::keys::Place;
use strum::IntoEnumIterator as _;

/// Keys, where they work, what they do, and the name of the command in the config file.
pub(crate) fn keys() -> String {
    let mut table = String::from("| keys | where | what they do | name |\n|---|---|---|---|\n");
    for binding in key_table() {
        let names: Vec<String> = binding.keys.iter().map(|key| format!("`{}`", key.name())).collect();
        let command: &str = binding.command.into();
        let (names, places) = (names.join(", "), places(&binding.places));
        writeln!(table, "| {names} | {places} | {} | `{command}` |", binding.help).unwrap();
    }
    table
}

/// The places of a row, short.
fn places(given: &[Place]) -> String {
    let missing: Vec<Place> = Place::iter().filter(|place| !given.contains(place)).collect();
    match missing.as_slice() {
        [] => return "everywhere".to_owned(),
        [Place::Typing, Place::Small] => return "everywhere but the find line".to_owned(),
        _ => {}
    }
    let tabs = [Place::Result, Place::Checklist, Place::Modifiers, Place::Claim];
    let all_tabs = tabs.iter().all(|tab| given.contains(tab));
    let named = given.iter().filter_map(|place| match place {
        Place::Result if all_tabs => Some("any result".to_owned()),
        place if all_tabs && tabs.contains(place) => None,
        place => Some(short(*place)),
    });
    named.collect::<Vec<_>>().join(", ")
}

/// "On the claim" as "claim".
fn short(place: Place) -> String {
    let name = place.to_string();
    let words = name
        .split(' ')
        .skip_while(|word| ["On", "In", "While", "the", "a"].contains(word));
    words.collect::<Vec<_>>().join(" ")
}

/// The words of the trainer.
pub(crate) fn training() -> String {
    let mut table = String::from("| words | where | what they do |\n|---|---|---|\n");
    for row in training_words() {
        let places: Vec<String> = row.heard.iter().map(|one| format!("{one:?}").to_lowercase()).collect();
        writeln!(table, "| `{}` | {} | {} |", row.form(), places.join(", "), row.help).unwrap();
    }
    table
}

/// The words of line mode.
pub(crate) fn words() -> String {
    let mut table = String::from("| words | what they do |\n|---|---|\n");
    for row in word_table() {
        writeln!(table, "| `{}` | {} |", row.form(), row.help).unwrap();
    }
    table
}

/// What is typed in the example of a dialogue.
const TYPED: [&str; 8] = [
    "4",
    "transforaminal",
    "c-arm",
    "steroid",
    "level L4-5 both",
    "level L5-S1 right",
    "copy",
    "quit",
];

/// A dialogue, as the program leads it.
pub(crate) fn dialogue() -> String {
    let book = Book::new(epipath::embedded::pack().unwrap()).unwrap();
    let day = "2026-11-02".parse().unwrap();
    let session = Session::new(Context::on(day));
    let mut dialogue = Dialogue::new(&book, session, Because::Option, Kept::nothing(day));
    let mut heard = format!("```text\n{}", dialogue.opening());
    for line in TYPED {
        write!(heard, "> {line}\n{}", dialogue.answer(line).text).unwrap();
    }
    heard + "```\n"
}

/// The files of a pack.
pub(crate) fn files() -> String {
    let mut table = String::from("| file | holds | schema |\n|---|---|---|\n");
    for file in LAYOUT {
        let (name, holds, schema) = (file.name, file.holds, file.schema_name);
        writeln!(
            table,
            "| `{name}` | {holds} | [{schema}](../data/schema/{schema}.schema.json) |"
        )
        .unwrap();
    }
    table
}
