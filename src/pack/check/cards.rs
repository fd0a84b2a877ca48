//! Nothing on a card is blank: every topic has something to say of every code, if only that it is not known; and the questions people
//! ask cite rules that exist.

use strum::IntoEnumIterator as _;

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::{CodeTable, Topic};
use crate::pack::path::Path;
use crate::pack::rules;
use crate::pack::words::quoted;

use super::references::{Kind, known};
use super::site::{Site, each};

const RULE: Kind<'_> = Kind {
    check: "unknown-rule",
    one: "a rule",
    all: "Rules",
};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    for (_, card) in loaded.cards() {
        topics(loaded, &card.code, out);
        tables(loaded, &card.code, out);
    }
    for (file, card) in loaded.cards() {
        if card.examples.is_empty() {
            let help = "Add cases that are this code; a test works each of them out.";
            out.add(
                "card-blank",
                file,
                &Path::top().key("examples"),
                "the card has no example",
                help,
            );
        }
    }
    cited(loaded, out);
}

fn topics(loaded: &Loaded, code: &str, out: &mut Findings) {
    let all = &loaded.pack.statements.statements;
    for topic in Topic::iter() {
        if !all
            .iter()
            .any(|one| one.topic == topic && one.codes.iter().any(|known| known == code))
        {
            let message = format!("nothing is said of {} under the topic `{topic}`", quoted(code));
            let help =
                format!("Add a statement with `topic: {topic}` that names the code; where nothing is known, say so.");
            out.add(
                "card-blank",
                name::STATEMENTS,
                &Path::top().key("statements"),
                message,
                help,
            );
        }
    }
}

fn tables(loaded: &Loaded, code: &str, out: &mut Findings) {
    let fees = &loaded.pack.fees;
    for edition in &fees.editions {
        if !fees
            .rows
            .iter()
            .any(|row| row.code == code && row.edition == edition.id)
        {
            let message = format!("the edition {} has no row for {}", quoted(&edition.id), quoted(code));
            out.add(
                "card-blank",
                name::FEES,
                &Path::top().key("rows"),
                message,
                "Add the row of the code.",
            );
        }
    }
    for table in CodeTable::iter().filter(|table| fees.table(*table, code).is_none()) {
        let message = format!("nothing is said of {} in the table `{table}`", quoted(code));
        let help =
            format!("Add an entry with `table: {table}`; without a `value` it says that the table was not read.");
        out.add("card-blank", name::FEES, &Path::top().key("tables"), message, help);
    }
}

/// A question cites rules that exist, and at least one.
fn cited(loaded: &Loaded, out: &mut Findings) {
    let all = rules::rules(&loaded.pack);
    let ids: Vec<&str> = all.iter().map(|rule| rule.id.as_str()).collect();
    for one in each(name::FAQ, &Path::top(), "questions", &loaded.pack.faq.questions) {
        if one.value.rules.is_empty() {
            let help = "Name at least one rule, such as `checklist:views-stored` or `question:imaging`.";
            out.add(
                "no-rule",
                one.file,
                &one.path.key("rules"),
                "the answer cites no rule",
                help,
            );
        }
        for rule in each(one.file, &one.path, "rules", &one.value.rules) {
            known(&Site::new(rule.file, rule.path, rule.value.as_str()), &RULE, &ids, out);
        }
    }
}
