//! How fast the tree decides: against a hand-written `match`, over every combination of answers, with answers left open
//! and with all that a screen needs to know. Run with `cargo bench --bench decide`.

mod by_hand;
#[path = "../support/mod.rs"]
mod support;
mod sweep;

use std::sync::LazyLock;

use by_hand::Case;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use epipath::tree::walk::Walk;
use epipath::tree::{Book, Facts, Tree};
use support::sample::Space;

/// Few enough to stay in the processor's caches.
const SMALL: u64 = 2_000;
/// As many as fill 32 megabytes: what a batch read from memory costs.
const LARGE: u64 = 250_000;

static BOOK: LazyLock<Book> = LazyLock::new(support::book);
static WALK: LazyLock<Walk> = LazyLock::new(|| Walk::new(&BOOK.tree));

fn main() {
    sweep::report(&BOOK, &WALK);
    divan::main();
}

fn facts(tree: &Tree, count: u64) -> Vec<Facts> {
    let space = Space::of(tree);
    space.sample(count).iter().map(|places| space.facts(places)).collect()
}

/// Read the rows together: `in_turn` with the small sample flatters, since the processor learns so short a series of answers by
/// heart; `in_any_order` has the same cases with nothing to learn; `in_turn` with the large one adds reading them from memory.
mod one_answer_each {
    use super::{BOOK, Bencher, Case, ItemsCount, LARGE, SMALL, Space, WALK, black_box, facts};

    #[divan::bench(args = [SMALL, LARGE])]
    fn walk_in_turn(bencher: Bencher<'_, '_>, count: u64) {
        let (walk, facts) = (&*WALK, facts(&BOOK.tree, count));
        bencher.counter(ItemsCount::new(count)).bench(|| {
            for facts in black_box(&facts) {
                black_box(walk.decide(facts));
            }
        });
    }

    #[divan::bench]
    fn walk_in_any_order(bencher: Bencher<'_, '_>) {
        let (walk, facts, order) = (&*WALK, facts(&BOOK.tree, SMALL), order());
        bencher.counter(ItemsCount::new(order.len())).bench(|| {
            for index in black_box(&order) {
                black_box(walk.decide(&facts[usize::from(*index)]));
            }
        });
    }

    #[divan::bench(args = [SMALL, LARGE])]
    fn hand_written_match_in_turn(bencher: Bencher<'_, '_>, count: u64) {
        let cases = cases(count);
        bencher.counter(ItemsCount::new(count)).bench(|| {
            for case in black_box(&cases) {
                black_box(case.decide());
            }
        });
    }

    #[divan::bench]
    fn hand_written_match_in_any_order(bencher: Bencher<'_, '_>) {
        let (cases, order) = (cases(SMALL), order());
        bencher.counter(ItemsCount::new(order.len())).bench(|| {
            for index in black_box(&order) {
                black_box(cases[usize::from(*index)].decide());
            }
        });
    }

    fn cases(count: u64) -> Vec<Case> {
        let sample = Space::of(&BOOK.tree).sample(count);
        sample.iter().map(|places| Case::new(places).unwrap()).collect()
    }

    /// Places in the small sample, the same ones every time but in no order that could be learned.
    fn order() -> Vec<u16> {
        let mut state = 1_u64;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            u16::try_from((state >> 33) % SMALL).unwrap()
        };
        (0..LARGE).map(|_| next()).collect()
    }
}

mod answers_left_open {
    use super::{BOOK, Bencher, Facts, ItemsCount, black_box, facts};
    use epipath::tree::{AnswerSet, Answers};

    const COUNT: u64 = 500;

    /// Whether the code is settled while two questions are open: rows compared as bits, nothing allocated.
    #[divan::bench]
    fn settles(bencher: Bencher<'_, '_>) {
        let tree = &BOOK.tree;
        let open = |facts: Facts, index: usize| {
            let count = tree.question_count();
            [index % count, (index / 3 + 1) % count]
                .into_iter()
                .filter_map(|index| tree.question_at(index))
                .fold(facts, |facts, id| facts.with(id, tree.answers_of(id)))
        };
        let sample = facts(tree, COUNT).into_iter().enumerate();
        let sample: Vec<Facts> = sample.map(|(index, facts)| open(facts, index)).collect();
        bencher.counter(ItemsCount::new(COUNT)).bench(|| {
            for facts in black_box(&sample) {
                black_box(tree.settles(facts));
            }
        });
    }

    /// The whole decision of a case with the first `given` questions answered: status, candidates, what hangs on what.
    #[divan::bench(args = [0, 2, 4, 13])]
    fn decide(bencher: Bencher<'_, '_>, given: usize) {
        let tree = &BOOK.tree;
        let fill = |facts: &Facts| {
            let questions = tree.question_ids().take(given);
            questions.fold(Answers::default(), |answers, id| {
                let place = facts.of(id).single().unwrap();
                debug_assert_eq!(AnswerSet::one(place), facts.of(id));
                answers.with(id, tree.one(id, place).unwrap())
            })
        };
        let cases: Vec<Answers> = facts(tree, COUNT).iter().map(fill).collect();
        bencher.counter(ItemsCount::new(COUNT)).bench(|| {
            for answers in black_box(&cases) {
                black_box(tree.decide(answers));
            }
        });
    }
}
