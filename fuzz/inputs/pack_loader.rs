//! One file of a pack, or an overlay, in place of the good one: read, checked and told without a panic.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use super::shared;
use epipath::pack::render::{Style, gnu, human, json};
use epipath::pack::{self, Findings, check};
use epipath::tree;

/// The small good pack of the tests.
fn good() -> &'static BTreeMap<String, Vec<u8>> {
    static GOOD: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    GOOD.get_or_init(|| {
        let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
        let mut folders = folders.map(|folder| folder.join("tests/packs/good"));
        let root = folders.find(|folder| folder.is_dir()).expect("the good pack");
        let mut texts = BTreeMap::new();
        for prefix in ["", "codes/", "coverage/"] {
            for entry in std::fs::read_dir(root.join(prefix)).expect("the good pack").flatten() {
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.path().extension().is_some_and(|end| end == "yaml") {
                    texts.insert(name, std::fs::read(entry.path()).expect("a file of the good pack"));
                }
            }
        }
        texts
    })
}

fn told(findings: &Findings) {
    shared::assert_harmless(&human(
        findings,
        Style {
            color: false,
            width: 60,
        },
    ));
    shared::assert_harmless(&gnu(findings));
    let _ = json(findings);
}

/// Takes an input: the first byte picks the file, the rest is its text.
pub(crate) fn pack_loader(data: &[u8]) {
    let Some((first, text)) = data.split_first() else {
        return;
    };
    if *first == 0xff {
        let texts = BTreeMap::from([("overlay.yaml".to_owned(), text.to_vec())]);
        if let Err(findings) = pack::read_overlay_texts("", texts, shared::book().pack()) {
            told(&findings);
        }
        return;
    }
    let mut texts = good().clone();
    let index = usize::from(*first) % texts.len();
    if let Some(file) = texts.values_mut().nth(index) {
        *file = text.to_vec();
    }
    match pack::read_texts("", texts) {
        Err(findings) => told(&findings),
        Ok(loaded) => {
            told(&check::all(&loaded));
            told(&tree::check::findings(&loaded));
        }
    }
}
