//! An outcome leads to exactly one thing.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::path::Path;
use crate::pack::words::{listed, quoted};

use super::site::each;

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    for outcome in each(name::TREE, &Path::top(), "outcomes", &loaded.pack.tree.outcomes) {
        let given = [
            ("code", outcome.value.code.is_some()),
            ("signpost", outcome.value.signpost.is_some()),
            ("undetermined", outcome.value.undetermined.is_some()),
        ];
        let ends: Vec<_> = given.into_iter().filter(|(_, is)| *is).map(|(key, _)| key).collect();
        let id = quoted(&outcome.value.id);
        let message = match ends.as_slice() {
            [_] => continue,
            [] => format!("the outcome {id} leads nowhere"),
            several => format!("the outcome {id} leads to more than one thing: {}", listed(several)),
        };
        let help = "Give exactly one of `code`, `signpost` and `undetermined`.";
        out.add("one-end", outcome.file, &outcome.path.key("id"), message, help);
    }
}
