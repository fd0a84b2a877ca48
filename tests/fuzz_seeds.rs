//! Every seed of the fuzz targets, and every input that once broke something, through what the targets do: on any toolchain.

#[path = "../fuzz/inputs/mod.rs"]
mod inputs;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rstest::rstest;

const FUZZ: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz");

fn names(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// The fuzzer hands a target that wants a text only what is one.
fn as_text(take: fn(&str)) -> impl Fn(&[u8]) {
    move |bytes| {
        if let Ok(text) = std::str::from_utf8(bytes) {
            take(text);
        }
    }
}

#[rstest]
#[case::code_facts("code_facts", as_text(inputs::code_facts))]
#[case::line_input("line_input", inputs::line_input)]
#[case::note("note", as_text(inputs::note))]
#[case::pack_loader("pack_loader", inputs::pack_loader)]
#[case::quick_entry("quick_entry", as_text(inputs::quick_entry))]
#[case::receipt("receipt", as_text(inputs::receipt))]
#[case::scrub_input("scrub_input", as_text(inputs::scrub_input))]
fn every_seed_passes(#[case] target: &str, #[case] take: impl Fn(&[u8])) {
    let seeds = names(&Path::new(FUZZ).join("seeds").join(target));
    assert!(seeds.len() >= 2, "{target} has {} seeds", seeds.len());
    for seed in seeds {
        // A failing test shows what was printed: the seed is the last one named.
        println!("{}", seed.display());
        take(&fs::read(&seed).unwrap());
    }
}

#[test]
fn every_target_has_seeds_and_a_place_in_this_test() {
    let stem = |path: PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    let targets: BTreeSet<String> = names(&Path::new(FUZZ).join("fuzz_targets"))
        .into_iter()
        .map(stem)
        .collect();
    let seeds: BTreeSet<String> = names(&Path::new(FUZZ).join("seeds")).into_iter().map(stem).collect();
    assert_eq!(targets, seeds);
    let own = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz_seeds.rs")).unwrap();
    for target in targets {
        assert!(own.contains(&format!("#[case::{target}(\"{target}\"")), "{target}");
    }
}
