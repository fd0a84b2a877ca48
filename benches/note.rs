//! Reading notes: one of common length, a very long one, and how the time grows with the length. Run with
//! `cargo bench --bench note`.

mod support;

use std::time::{Duration, Instant};

use divan::{Bencher, black_box};
use epipath::embedded;
use epipath::note::Reader;
use support::book;

fn main() {
    growth();
    divan::main();
}

const NOTES: [&str; 2] = [
    include_str!("../tests/notes/family/caudal-for-stenosis-plain.yaml"),
    include_str!("../tests/notes/beside/facet-l4-l5-transforaminal-words.yaml"),
];

/// A text of so many bytes, out of notes.
fn text(length: usize) -> String {
    let mut text: String = NOTES
        .iter()
        .cycle()
        .flat_map(|note| note.chars())
        .take(length)
        .collect();
    text.truncate(length);
    text
}

fn reader() -> Reader {
    Reader::new(embedded::lexicon().unwrap())
}

/// Tells the time of notes of growing length, the best of several runs, with and without masking.
fn growth() {
    let (book, reader) = (book(), reader());
    let best = |take: &dyn Fn()| -> Duration {
        let once = |_| {
            let start = Instant::now();
            take();
            start.elapsed()
        };
        (0..12).map(once).min().unwrap()
    };
    let endless = |length: usize| text(length).replace(['.', ':', ';', '\n'], " ");
    for (kilobytes, text) in [3, 12, 50, 200]
        .map(|size| (size, text(size * 1000)))
        .into_iter()
        .chain([50, 200].map(|size| (size, endless(size * 1000))))
    {
        let read = best(&|| drop(black_box(reader.read(&book, black_box(&text)))));
        let masked = best(&|| drop(black_box(reader.masked(black_box(&text)))));
        println!("{kilobytes:>4} kB: read in {read:?}, masked in {masked:?}");
    }
}

#[divan::bench(args = [3_000, 200_000])]
fn read(bencher: Bencher<'_, '_>, length: usize) {
    let (book, reader, text) = (book(), reader(), text(length));
    bencher.bench(|| reader.read(&book, black_box(&text)));
}

#[divan::bench(args = [3_000, 200_000])]
fn mask(bencher: Bencher<'_, '_>, length: usize) {
    let (reader, text) = (reader(), text(length));
    bencher.bench(|| reader.masked(black_box(&text)));
}

#[divan::bench]
fn make_the_lexicon_ready() -> Reader {
    reader()
}
