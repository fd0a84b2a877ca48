//! The fee schedule: rows belong to an edition, numbers are numbers, and every value of an indicator is explained.

use strum::IntoEnumIterator as _;

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::{FeeRow, Indicator, decimal};
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::references::{Kind, known};
use super::site::{Site, each};

const EDITION: Kind<'_> = Kind {
    check: "unknown-edition",
    one: "an edition",
    all: "Editions",
};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let fees = &loaded.pack.fees;
    for edition in each(name::FEES, &Path::top(), "editions", &fees.editions) {
        number(
            edition.value.conversion_factor.as_deref(),
            4,
            &edition.path.key("conversion_factor"),
            out,
        );
    }
    let editions: Vec<&str> = fees.editions.iter().map(|edition| edition.id.as_str()).collect();
    for row in each(name::FEES, &Path::top(), "rows", &fees.rows) {
        let edition = Site::new(row.file, row.path.key("edition"), row.value.edition.as_str());
        known(&edition, &EDITION, &editions, out);
        number(row.value.work.as_deref(), 2, &row.path.key("work"), out);
        number(row.value.nonfacility.as_deref(), 2, &row.path.key("nonfacility"), out);
        number(row.value.facility.as_deref(), 2, &row.path.key("facility"), out);
        meanings(loaded, &row, out);
        once(loaded, &row, out);
    }
}

fn number(text: Option<&str>, places: usize, path: &Path, out: &mut Findings) {
    let Some(text) = text.filter(|text| decimal(text, places).is_none()) else {
        return;
    };
    let message = format!("{} is not a number with {places} decimals", quoted(text));
    let help = format!("Write it as the file does, in quotes: \"1.{}\".", "0".repeat(places));
    out.add("decimal", name::FEES, path, message, help);
}

fn meanings(loaded: &Loaded, row: &Site<'_, FeeRow>, out: &mut Findings) {
    for indicator in Indicator::iter() {
        let value = row.value.indicators.of(indicator);
        if loaded.pack.fees.meaning(indicator, value).is_none() {
            let message = format!(
                "nothing says what {} means for the indicator `{indicator}`",
                quoted(value)
            );
            let help = format!("Add a meaning with `indicator: {indicator}` and this value.");
            out.add("no-meaning", row.file, &row.path.key("indicators"), message, help);
        }
    }
}

fn once(loaded: &Loaded, row: &Site<'_, FeeRow>, out: &mut Findings) {
    let same = |other: &&FeeRow| other.code == row.value.code && other.edition == row.value.edition;
    let first = loaded.pack.fees.rows.iter().find(same);
    if first.is_some_and(|first| !std::ptr::eq(first, row.value)) {
        let message = format!("another row tells {} in this edition already", quoted(&row.value.code));
        out.add(
            "duplicate-id",
            row.file,
            &row.path.key("code"),
            message,
            "Remove one of the two.",
        );
    }
}
