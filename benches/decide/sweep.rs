//! Every combination of single answers once, on one core; and whether the hand-written `match` agrees with the tree.
//! Combinations are made as they are needed; what that costs alone is told too.

use std::hint::black_box;
use std::time::{Duration, Instant};

use epipath::tree::Book;
use epipath::tree::walk::{Leaf, Walk};

use super::by_hand::Case;
use super::support::sample::Space;

/// Combinations on which the two are compared.
const COMPARED: u64 = 1_000_000;

/// Prints what was found.
pub(crate) fn report(book: &Book, walk: &Walk) {
    let space = Space::of(&book.tree);
    let making = timed(|| space.each(&mut |facts| _ = black_box(facts)));
    let deciding = timed(|| space.each(&mut |facts| _ = black_box(walk.decide(black_box(facts)))));
    println!("All {} combinations of single answers, one core", space.size());
    row("made, nothing decided", space.size(), making);
    row("made and decided", space.size(), deciding);
    row("the decision alone", space.size(), deciding.saturating_sub(making));
    let agreed = agreed(book, &space, walk);
    println!("Tree and hand-written match agree on {agreed} of {COMPARED} scattered combinations\n");
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

#[expect(clippy::cast_precision_loss, reason = "a rate for reading")]
fn row(what: &str, count: u64, took: Duration) {
    let millions = count as f64 / took.as_secs_f64() / 1e6;
    println!(
        "  {what:<24} {:>7.2} s {millions:>7.1} million a second",
        took.as_secs_f64()
    );
}

fn agreed(book: &Book, space: &Space, walk: &Walk) -> usize {
    let same = |places: &Vec<usize>| {
        let by_hand: &str = Case::new(places).unwrap().decide().into();
        match walk.decide(&space.facts(places)) {
            Some(Leaf::Outcome(outcome)) => book.outcome(outcome).unwrap().id == by_hand,
            _ => false,
        }
    };
    space.sample(COMPARED).iter().filter(|places| same(places)).count()
}
