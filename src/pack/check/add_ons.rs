//! An add-on code and its primary procedure name each other.

use crate::pack::finding::Findings;
use crate::pack::load::Loaded;
use crate::pack::model::Card;
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::site::each;

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    for (file, card) in loaded.cards() {
        parent_lists_it(loaded, file, card, out);
        add_ons_name_it(loaded, file, card, out);
    }
}

fn parent_lists_it(loaded: &Loaded, file: &str, card: &Card, out: &mut Findings) {
    let Some(parent) = &card.parent else { return };
    let path = Path::top().key("parent").key("code");
    let Some((parent_file, primary)) = loaded.cards().find(|(_, other)| other.code == parent.code) else {
        let message = format!("the primary procedure {} has no card", quoted(&parent.code));
        let help = format!(
            "Correct the code, or add `codes/{}.yaml`: an add-on is reached through its primary.",
            parent.code
        );
        out.add("add-on-parent", file, &path, message, help);
        return;
    };
    if !primary.add_ons.iter().any(|add_on| add_on.code == card.code) {
        let message = format!(
            "{} does not list {} among its add-ons",
            quoted(&primary.code),
            quoted(&card.code)
        );
        let help = format!(
            "Add it under `add_ons` in {}, or correct the parent.",
            quoted(parent_file)
        );
        out.add("add-on-parent", file, &path, message, help);
    }
}

fn add_ons_name_it(loaded: &Loaded, file: &str, card: &Card, out: &mut Findings) {
    for add_on in each(file, &Path::top(), "add_ons", &card.add_ons) {
        let other = loaded.cards().find(|(_, other)| other.code == add_on.value.code);
        let Some((other_file, other)) = other else { continue };
        if other.parent.as_ref().is_none_or(|parent| parent.code != card.code) {
            let message = format!(
                "{} does not name {} as its parent",
                quoted(&other.code),
                quoted(&card.code)
            );
            let help = format!("Set `parent` in {}, or remove the add-on here.", quoted(other_file));
            out.add("add-on-parent", file, &add_on.path.key("code"), message, help);
        }
    }
}
