//! What the fee schedule and other tables say of a code.

use strum::IntoEnumIterator as _;

use crate::pack::model::{Card, CodeTable, Confidence, FeeEdition, FeeRow, Fees, Indicator};
use crate::report::lines::{Evidence, Lines};
use crate::tree::Book;

pub(super) fn write(lines: &mut Lines, book: &Book, card: &Card) {
    let fees = &book.pack().fees;
    indicators(lines, fees, card);
    values(lines, fees, card);
    tables(lines, fees, card);
}

/// The indicators of the newest edition, and how an older one differs. Two editions that agree confirm each other.
fn indicators(lines: &mut Lines, fees: &Fees, card: &Card) {
    let mut rows = fees.of(&card.code);
    let Some((edition, row)) = rows.next() else { return };
    let older: Vec<_> = rows.collect();
    let agrees = |(_, before): &&(&FeeEdition, &FeeRow)| before.indicators == row.indicators;
    let mut evidence = Evidence::new(&row.sources, row.confidence);
    for (_, before) in older.iter().filter(agrees) {
        evidence.sources.extend(before.sources.clone());
        evidence.confidence = Confidence::Confirmed;
    }
    lines.heading(&format!(
        "Fee schedule indicators, {} ({})",
        edition.title, edition.file
    ));
    for indicator in Indicator::iter() {
        let value = row.indicators.of(indicator);
        let Some(meaning) = fees.meaning(indicator, value) else {
            continue;
        };
        let mut both = evidence.clone();
        both.sources.extend(meaning.sources.clone());
        both.confidence = both.confidence.max(meaning.confidence);
        lines.stated(&format!("  {} {value}: ", indicator.title()), &meaning.means, both);
    }
    for (edition, before) in &older {
        let same = before.indicators == row.indicators;
        let text = if same { "the same." } else { "differs; see the file." };
        let evidence = Evidence::new(&before.sources, before.confidence);
        lines.stated(&format!("  {} ({}): ", edition.title, edition.file), text, evidence);
    }
}

fn values(lines: &mut Lines, fees: &Fees, card: &Card) {
    lines.heading("Relative values and national payment");
    for (edition, row) in fees.of(&card.code) {
        let text = value_words(edition, row);
        let evidence = Evidence::new(&row.sources, row.confidence);
        lines.stated(&format!("  {}: ", edition.title), &text, evidence);
    }
    lines.item(
        "  ",
        "For information only: payment differs by place, contract and modifier, and never decides a code.",
    );
}

fn value_words(edition: &FeeEdition, row: &FeeRow) -> String {
    let place = |name: &str, value: &Option<String>| match value {
        Some(value) => {
            let paid = edition.payment(value);
            let paid = paid.map_or_else(
                || ", payment not confirmed".to_owned(),
                |paid| format!(", {paid} dollars"),
            );
            format!("{name} {value} in all{paid}")
        }
        None => format!("{name} not confirmed"),
    };
    let work = row.work.as_deref().unwrap_or("not confirmed");
    let factor = edition.conversion_factor.as_ref();
    let factor = factor.map_or_else(
        || "The conversion factor of that quarter was not read.".to_owned(),
        |factor| format!("Values times {factor}, before any adjustment."),
    );
    let places = [
        place("office", &row.nonfacility),
        place("hospital or surgery center", &row.facility),
    ];
    format!("work {work}; {}. {factor}", places.join("; "))
}

fn tables(lines: &mut Lines, fees: &Fees, card: &Card) {
    lines.heading("Hospital, surgery center and type of service");
    for table in CodeTable::iter() {
        let Some(entry) = fees.table(table, &card.code) else {
            continue;
        };
        let value = entry
            .value
            .as_deref()
            .map(|value| format!(" {value}"))
            .unwrap_or_default();
        let evidence = Evidence::new(&entry.sources, entry.confidence);
        lines.stated(&format!("  {}{value}: ", table.title()), &entry.text, evidence);
    }
}
