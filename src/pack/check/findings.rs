//! Everything the program can notice has its words.

use strum::IntoEnumIterator as _;

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::Noticed;
use crate::pack::path::Path;

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let texts = &loaded.pack.findings.findings;
    for noticed in Noticed::iter().filter(|noticed| texts.iter().all(|text| text.noticed != *noticed)) {
        let message = format!("the program can notice `{noticed}`, and no finding has words for it");
        let help = format!("Add an entry with `noticed: {noticed}`.");
        out.add(
            "finding-words",
            name::FINDINGS,
            &Path::top().key("findings"),
            message,
            help,
        );
    }
}
