//! Questions to the provider, and what stands around them, are neutral.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::neutral::{Leading, leading};
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::site;

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    for file in loaded.files.iter() {
        let Some(node) = &file.node else { continue };
        let asks = |path: &Path| {
            path.ends_with("ask_provider")
                || (file.name == name::QUERY
                    && ["opening", "closing", "either_way"]
                        .iter()
                        .any(|key| path.ends_with(key)))
        };
        site::walk(node, &Path::top(), &mut |node, path| {
            if let Some(leads) = node.text().filter(|_| asks(path)).and_then(leading) {
                let place = file.within(node.place, leads.part());
                let (message, help) = told(leads);
                out.add_at("neutral-query", &file.name, Some(place), message, help);
            }
        });
    }
}

fn told(leads: Leading<'_>) -> (String, &'static str) {
    let part = quoted(leads.part());
    match leads {
        Leading::Code(_) | Leading::Payment(_) => (
            format!("a question to the provider must not say {part}"),
            "Ask what was done, neutrally: no code, no payment, no payer, no preferred answer.",
        ),
        Leading::Choice(_) => (
            format!("a question to the provider must not lead: {part} names the answer wanted"),
            "Ask what was done and name no answer: `Please document what was given.`",
        ),
        Leading::Yes(_) => (
            format!("a mere yes answers this question to the provider: {part}"),
            "Ask openly, `Please document ...`, or say what to tell in either case: `Was ...; if so, please document ...`",
        ),
    }
}
