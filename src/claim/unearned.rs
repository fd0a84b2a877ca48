//! Add-on codes that an answer would earn and that are not billed: not in force that day, or beside a code they do not go with.

use super::context::Context;
use super::findings::Finding;
use super::noticed;
use super::once::each_once;
use super::regions::Part;
use crate::pack::model::{AddOn, Card, Noticed};
use crate::tree::Book;

/// What is said of the add-on codes that the answers of the session earn.
pub(super) fn findings(book: &Book, parts: &[Part], context: &Context) -> Vec<Finding> {
    let coded = parts.iter().filter_map(|part| Some((part, book.card(part.code()?)?)));
    let coded: Vec<(&Part, &Card)> = coded.collect();
    let mut found = Vec::new();
    for add_on in book.pack().cards.iter().flat_map(|card| &card.add_ons) {
        let earning = coded.iter().filter(|(part, _)| is_earned(book, add_on, part));
        let (with, without): (Vec<&Card>, Vec<&Card>) =
            earning.map(|(_, card)| *card).partition(|card| lists(card, add_on));
        if with.is_empty() && without.is_empty() {
            continue;
        }
        if !add_on.is_in_force(context.date) {
            found.extend(not_in_force(book, add_on, context));
        } else if with.is_empty() {
            found.extend(elsewhere(book, add_on, &without, context));
        }
    }
    each_once(found)
}

fn is_earned(book: &Book, add_on: &AddOn, part: &Part) -> bool {
    let certain = |one: &Part| book.certain(&add_on.given, &one.facts);
    !add_on.given.is_empty() && part.each().iter().any(certain)
}

fn lists(card: &Card, add_on: &AddOn) -> bool {
    card.add_ons.iter().any(|one| one.code == add_on.code)
}

fn not_in_force(book: &Book, add_on: &AddOn, context: &Context) -> Vec<Finding> {
    let span = add_on.effective.into_iter();
    let days = span.map(|span| {
        span.to
            .map_or_else(|| span.from.to_string(), |to| format!("{} to {to}", span.from))
    });
    let days: String = days.collect();
    let more = format!("+{}, {days}.", add_on.code);
    sourced(
        noticed::findings(book, context, Noticed::AddOnNotInForce, &more),
        add_on,
    )
}

fn elsewhere(book: &Book, add_on: &AddOn, without: &[&Card], context: &Context) -> Vec<Finding> {
    let cards = book.pack().cards.iter().filter(|card| lists(card, add_on));
    let carriers: Vec<&str> = cards.map(|card| card.code.as_str()).collect();
    let reached: Vec<&str> = without.iter().map(|card| card.code.as_str()).collect();
    let more = format!(
        "+{} with {}; reached: {}.",
        add_on.code,
        carriers.join(", "),
        reached.join(", ")
    );
    sourced(noticed::findings(book, context, Noticed::AddOnElsewhere, &more), add_on)
}

/// The sources of the add-on beside those of the words.
fn sourced(mut findings: Vec<Finding>, add_on: &AddOn) -> Vec<Finding> {
    for finding in &mut findings {
        finding.sources = each_once(finding.sources.iter().chain(&add_on.sources).cloned());
    }
    findings
}
