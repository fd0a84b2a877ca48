//! How long it takes until a pack can be worked from: the built form inside the program against its YAML folder. Run with
//! `cargo bench --bench load`.

mod support;

use divan::{AllocProfiler, black_box};
use epipath::pack::{self, built, check};
use epipath::tree::{self, Book};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    let bytes = built::to_bytes(support::book().pack()).unwrap();
    println!(
        "Built form: {} bytes; YAML: {} bytes",
        bytes.len(),
        yaml_bytes(&support::folder())
    );
    divan::main();
}

fn yaml_bytes(dir: &std::path::Path) -> u64 {
    let entries = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap());
    entries
        .map(|entry| match entry.path() {
            path if path.is_dir() => yaml_bytes(&path),
            path if path.extension().is_some_and(|extension| extension == "yaml") => entry.metadata().unwrap().len(),
            _ => 0,
        })
        .sum()
}

/// What the program does at every start.
mod built_form {
    use super::{Book, black_box};

    /// What a first question needs: title, questions, outcomes and the names of the codes.
    #[divan::bench]
    fn head() {
        black_box(epipath::embedded::head().unwrap());
    }

    /// With the tree compiled: ready for the first question; the rest is read when first looked at.
    #[divan::bench]
    fn head_ready() {
        let head = epipath::embedded::head().unwrap();
        black_box(Book::lazy(head, || epipath::embedded::pack().ok()).unwrap());
    }

    #[divan::bench]
    fn whole_pack() {
        black_box(epipath::embedded::pack().unwrap());
    }

    #[divan::bench]
    fn whole_pack_ready() {
        black_box(Book::new(epipath::embedded::pack().unwrap()).unwrap());
    }
}

/// What `--pack DIR` does, and the build.
mod yaml_folder {
    use super::{Book, black_box, check, pack, support, tree};

    /// Read, with every value's place and shape.
    #[divan::bench(sample_count = 30, sample_size = 1)]
    fn read() {
        black_box(pack::read(&support::folder()).unwrap());
    }

    /// Read, checked in every way, and compiled.
    #[divan::bench(sample_count = 30, sample_size = 1)]
    fn ready() {
        let loaded = pack::read(&support::folder()).unwrap();
        assert!(check::all(&loaded).is_empty() && tree::check::findings(&loaded).is_empty());
        black_box(Book::new(loaded.pack).unwrap());
    }
}
