//! The whole reading of a note as text: the verdict, each question, levels, drugs, the checklist, contradictions, and where it would
//! lead if every suggestion were confirmed.

use super::quotes::Noted;
use super::words::{because, clash, drug, family, level, place, role, suggested, ticked};
use crate::claim::{CaseResult, CheckItem, SignpostResult, provider_query};
use crate::note::{Family, Item, Procedure, Quote, Ticked};
use crate::report::phrases::{capital, count, told};
use crate::report::result::{alternatives, findings, headline, procedures};
use crate::report::{Lines, footer};
use crate::tree::Book;

/// What a page about a note is made of.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The note.
    pub noted: &'a Noted,
    /// The result if every suggestion were confirmed.
    pub result: &'a CaseResult,
    /// The facts of that, as words of a command line.
    pub facts: &'a [String],
}

/// More quotes than that are counted.
const MOST: usize = 3;

/// The whole page.
#[must_use]
pub fn page(book: &Book, page: Page<'_>) -> Lines {
    let mut lines = Lines::default();
    verdict(&mut lines, page.noted);
    let all = page.noted.reading.procedures.as_slice();
    for (nth, procedure) in all.iter().enumerate() {
        lines.heading(&match all.len() {
            1 => "What the note says".to_owned(),
            many => format!("Procedure {} of {many}", nth + 1),
        });
        answers(&mut lines, book, page.noted, procedure);
        levels(&mut lines, page.noted, procedure);
    }
    substances(&mut lines, page.noted);
    checklist(&mut lines, book, page);
    conflicts(&mut lines, book, page.noted);
    outcome(&mut lines, book, page);
    lines
}

/// The way out that the note makes clear, if it does; where it has codes and the note does not tell which, where they stand.
fn way_out(lines: &mut Lines, book: &Book, way: &SignpostResult) {
    let Some(known) = book.signpost(&way.id) else {
        lines.line("The note makes no way out clear.");
        return;
    };
    lines.item("Outside these codes: ", &way.title);
    lines.item("", &told(&way.why, way.confidence));
    for target in &way.codes {
        lines.item(&format!("  {}  ", target.code), &told(&target.when, target.confidence));
    }
    if known.codes.is_empty() {
        lines.line("No code of its own is reported for it.");
    } else if way.codes.is_empty() {
        lines.item(
            "",
            &format!(
                "Which code it is hangs on more; `epipath card {}` tells on what.",
                way.id
            ),
        );
    }
}

fn verdict(lines: &mut Lines, noted: &Noted) {
    let reading = &noted.reading;
    lines.item("", family(reading.family));
    lines.item("", because(reading.because));
    quotes(lines, noted, &reading.family_quotes, "  ");
}

/// Quotes, each in lines of its own below what they support.
fn quotes(lines: &mut Lines, noted: &Noted, quotes: &[Quote], indent: &str) {
    let quotes = noted.distinct(quotes);
    for quote in quotes.iter().take(MOST) {
        lines.item(indent, &noted.quote(quote));
    }
    if let Some(more) = quotes.len().checked_sub(MOST).filter(|more| *more > 0) {
        lines.item(indent, &format!("and {} more", count(more, "place")));
    }
}

fn answers(lines: &mut Lines, book: &Book, noted: &Noted, procedure: &Procedure) {
    for one in &procedure.answers {
        let title = title(book, &one.question);
        lines.item(&format!("  {title}: "), &suggested(book, one));
        quotes(lines, noted, &one.quotes, "      ");
    }
}

/// The heading of a question.
fn title(book: &Book, question: &str) -> String {
    let known = book.question_named(question).and_then(|id| book.question(id));
    known.map_or_else(|| capital(&question.replace('-', " ")), |known| known.title.clone())
}

fn levels(lines: &mut Lines, noted: &Noted, procedure: &Procedure) {
    if procedure.levels.is_empty() {
        return;
    }
    lines.line("  Levels and sides");
    for found in &procedure.levels {
        lines.item(&format!("    {}: ", capital(&level(found))), role(found.role));
        quotes(lines, noted, &found.quotes, "        ");
    }
}

fn substances(lines: &mut Lines, noted: &Noted) {
    if !noted.reading.substances.is_empty() {
        lines.heading("Drugs");
    }
    for substance in &noted.reading.substances {
        lines.item(&format!("  {}: ", capital(&drug(substance))), place(substance.site));
        quotes(lines, noted, &substance.quotes, "      ");
    }
}

/// The items that the result needs, or those that every code still possible may need.
fn checklist(lines: &mut Lines, book: &Book, page: Page<'_>) {
    let needed = |item: &&Item| check_item(page.result, &item.id).is_some() || may_need(book, page.result, &item.id);
    let items: Vec<&Item> = page.noted.reading.checklist.iter().filter(needed).collect();
    if items.is_empty() {
        return;
    }
    lines.heading("What the record must show");
    for state in [Ticked::Shown, Ticked::Partly, Ticked::NotFound] {
        for item in items.iter().filter(|item| item.state == state) {
            let weight = check_item(page.result, &item.id).map(|one| format!(", {}", one.severity));
            let first = format!("  {}{}: ", capital(ticked(state)), weight.unwrap_or_default());
            lines.item(&first, &item_text(book, page.result, &item.id));
            quotes(lines, page.noted, &item.quotes, "      ");
        }
    }
    for one in page
        .result
        .checklist
        .iter()
        .filter(|one| item(page.noted, &one.id).is_none())
    {
        lines.item(&format!("  Not looked for, {}: ", one.severity), &one.text);
    }
}

fn item<'a>(noted: &'a Noted, id: &str) -> Option<&'a Item> {
    noted.reading.checklist.iter().find(|item| item.id == id)
}

/// Whether an open result may need an item, whoever pays.
fn may_need(book: &Book, result: &CaseResult, id: &str) -> bool {
    let known = book.pack().checklist.items.iter().find(|item| item.id == id);
    let may = |item: &crate::pack::model::Item| {
        item.contractors.is_empty()
            && item.situation.is_empty()
            && result.candidates.iter().all(|code| item.codes.contains(code))
    };
    result.checklist.is_empty() && !result.candidates.is_empty() && known.is_some_and(may)
}

fn check_item<'a>(result: &'a CaseResult, id: &str) -> Option<&'a CheckItem> {
    result.checklist.iter().find(|item| item.id == id)
}

fn item_text(book: &Book, result: &CaseResult, id: &str) -> String {
    let of_result = check_item(result, id).map(|item| item.text.clone());
    let known = || book.pack().checklist.items.iter().find(|item| item.id == id);
    of_result
        .or_else(|| known().map(|item| item.text.clone()))
        .unwrap_or_else(|| id.to_owned())
}

fn conflicts(lines: &mut Lines, book: &Book, noted: &Noted) {
    if !noted.reading.conflicts.is_empty() {
        lines.heading("Contradictions");
    }
    for one in &noted.reading.conflicts {
        let first = one
            .about
            .as_ref()
            .map_or_else(|| "  - ".to_owned(), |about| format!("  {}: ", title(book, about)));
        lines.item(&first, clash(one.clash));
        quotes(lines, noted, &one.quotes, "      ");
    }
}

/// Where it leads, as for any session, and what is left to ask.
fn outcome(lines: &mut Lines, book: &Book, page: Page<'_>) {
    if page.noted.reading.procedures.is_empty() {
        lines.gap();
    } else {
        lines.heading("If every suggestion is confirmed");
    }
    procedures(lines, page.result);
    match &page.result.signpost {
        Some(way) if page.noted.reading.family == Family::Out => way_out(lines, book, way),
        _ => headline(lines, book, page.result),
    }
    findings(lines, page.result);
    alternatives(lines, page.result);
    // What nobody looked for is not missing.
    let asked = |id: &str| item(page.noted, id).is_some_and(|item| item.state != Ticked::Shown);
    if let Some(query) = provider_query(book, page.result, |id| !asked(id)) {
        lines.heading("Questions for the provider");
        lines.item("", &query.opening);
        for (index, question) in query.questions.iter().enumerate() {
            lines.item(&format!("  {}. ", index + 1), question);
        }
        lines.item("", &query.closing);
    }
    lines.gap();
    if !page.facts.is_empty() {
        lines.item("From: ", &page.facts.join(" "));
    }
    lines.item("", &footer(book));
}
