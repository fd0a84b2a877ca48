//! Nothing lies idle: every source is cited, every signpost and every card is reached.

use std::collections::HashSet;

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::evidence::rules;
use super::references::signposts_named;
use super::site::each;

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    sources(loaded, out);
    signposts(loaded, out);
    cards(loaded, out);
}

fn sources(loaded: &Loaded, out: &mut Findings) {
    let cited: HashSet<_> = rules(loaded).into_iter().flat_map(|rule| rule.sources).collect();
    for source in each(name::SOURCES, &Path::top(), "sources", &loaded.pack.sources.sources) {
        if !cited.contains(source.value.id.as_str()) {
            let message = format!("nothing cites the source {}", quoted(&source.value.id));
            let help = "Cite it where it supports a rule, or remove it.";
            out.add("unused-source", source.file, &source.path.key("id"), message, help);
        }
    }
}

fn signposts(loaded: &Loaded, out: &mut Findings) {
    let reached: HashSet<_> = signposts_named(loaded).into_iter().map(|(_, _, id)| id).collect();
    for signpost in each(
        name::SIGNPOSTS,
        &Path::top(),
        "signposts",
        &loaded.pack.signposts.signposts,
    ) {
        if !reached.contains(signpost.value.id.as_str()) {
            let message = format!("nothing leads to the signpost {}", quoted(&signpost.value.id));
            let help = "Add an outcome or a term that leads to it, or remove it.";
            out.add(
                "unused-signpost",
                signpost.file,
                &signpost.path.key("id"),
                message,
                help,
            );
        }
    }
}

/// A card is reached by an outcome, or as an add-on through its parent.
fn cards(loaded: &Loaded, out: &mut Findings) {
    let reached: HashSet<_> = loaded
        .pack
        .tree
        .outcomes
        .iter()
        .filter_map(|outcome| outcome.code.as_deref())
        .collect();
    for (file, card) in loaded.cards() {
        if !reached.contains(card.code.as_str()) && card.parent.is_none() {
            let message = format!("no outcome leads to the code {}", quoted(&card.code));
            let help = "Add an outcome in `tree.yaml`, or a `parent` if it is an add-on code.";
            out.add("unused-card", file, &Path::top().key("code"), message, help);
        }
    }
}
