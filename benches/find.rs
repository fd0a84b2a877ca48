//! Finding: every query of the fixture, and the slowest of them; building the index; reading a quick entry. Run with
//! `cargo bench --bench find`.

mod support;

use std::time::{Duration, Instant};

use divan::{Bencher, black_box};
use epipath::entry::Lexicon;
use epipath::find::Index;
use support::book;

fn main() {
    slowest();
    divan::main();
}

fn queries() -> Vec<&'static str> {
    let lines = include_str!("../tests/find/queries.txt").lines();
    lines
        .filter_map(|line| line.split_once(" => ").map(|(query, _)| query))
        .collect()
}

/// Tells the slowest query: the best of several runs of each, so that the machine's own pauses do not count.
fn slowest() {
    let book = book();
    let index = Index::new(book.pack());
    let time = |query: &&'static str| -> Duration {
        let once = |_| {
            let start = Instant::now();
            black_box(index.find(black_box(query), 10));
            start.elapsed()
        };
        (0..10).map(once).min().unwrap()
    };
    let mut all: Vec<(Duration, &str)> = queries().iter().map(|query| (time(query), *query)).collect();
    all.sort_unstable();
    let (most, query) = all.last().unwrap();
    let (middle, _) = all[all.len() / 2];
    println!("{} queries: median {middle:?}, slowest {most:?} ({query})", all.len());
}

#[divan::bench]
fn every_query(bencher: Bencher<'_, '_>) {
    let book = book();
    let index = Index::new(book.pack());
    let queries = queries();
    bencher.bench(|| {
        queries
            .iter()
            .map(|query| index.find(black_box(query), 10).len())
            .sum::<usize>()
    });
}

#[divan::bench]
fn build_the_index(bencher: Bencher<'_, '_>) {
    let book = book();
    bencher.bench(|| Index::new(black_box(book.pack())));
}

#[divan::bench]
fn read_a_quick_entry(bencher: Bencher<'_, '_>) {
    let book = book();
    bencher.bench(|| Lexicon::new(&book).read(&book, black_box("L4-5 L5-S1 bilateral TFESI fluoro dex")));
}
