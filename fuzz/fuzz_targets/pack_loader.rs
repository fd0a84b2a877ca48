//! One file of a pack, or an overlay, in place of the good one: read, checked and told without a panic.
#![no_main]

mod shared;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use epipath::pack::render::{Style, gnu, human, json};
use epipath::pack::{self, Findings, check};
use epipath::tree;
use libfuzzer_sys::fuzz_target;

/// The small good pack of the tests.
fn good() -> &'static BTreeMap<String, Vec<u8>> {
    static GOOD: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    GOOD.get_or_init(|| {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/packs/good");
        let mut texts = BTreeMap::new();
        for prefix in ["", "codes/", "coverage/"] {
            for entry in std::fs::read_dir(format!("{root}/{prefix}")).expect("the good pack").flatten() {
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if name.ends_with(".yaml") {
                    texts.insert(name, std::fs::read(entry.path()).expect("a file of the good pack"));
                }
            }
        }
        texts
    })
}

fn told(findings: &Findings) {
    shared::assert_harmless(&human(findings, Style { color: false, width: 60 }));
    shared::assert_harmless(&gnu(findings));
    let _ = json(findings);
}

// The first byte picks the file, the rest is its text.
fuzz_target!(|data: &[u8]| {
    let Some((first, text)) = data.split_first() else { return };
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
});
