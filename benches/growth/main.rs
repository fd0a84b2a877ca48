//! What 10, 100 and 1,000 times the outcomes cost, in time and in memory, and whether a decision costs more when the pack
//! explains more codes. The argument is the power of ten. Run with `cargo bench --bench growth`.

#[path = "../support/mod.rs"]
mod support;

mod grown;

use std::sync::LazyLock;

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher, black_box};
use epipath::tree::walk::Walk;
use epipath::tree::{Book, Facts, Tree};
use support::sample::Space;

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

static BOOK: LazyLock<Book> = LazyLock::new(support::book);

fn main() {
    let (outcomes, rows) = (BOOK.file.outcomes.len(), BOOK.tree.rows().len());
    println!(
        "At power 0: {outcomes} outcomes in {rows} rows, {} cards",
        BOOK.pack().cards.len()
    );
    divan::main();
}

fn facts(tree: &Tree, count: u64) -> Vec<Facts> {
    let space = Space::of(tree);
    space.sample(count).iter().map(|places| space.facts(places)).collect()
}

/// Decisions a sample.
const COUNT: u64 = 2_000;

fn walk_all(bencher: Bencher<'_, '_>, tree: &Tree) {
    let (walk, facts) = (Walk::new(tree), facts(tree, COUNT));
    bencher.counter(ItemsCount::new(COUNT)).bench(|| {
        for facts in black_box(&facts) {
            black_box(walk.decide(facts));
        }
    });
}

mod outcomes {
    use super::grown::grown;
    use super::{BOOK, Bencher, ItemsCount, Tree, Walk, black_box, facts, walk_all};

    const POWERS: [u32; 4] = [0, 1, 2, 3];

    fn tree(power: u32) -> Tree {
        Tree::compile(&grown(&BOOK.file, power)).unwrap()
    }

    /// From the words of the file to rows of bits.
    #[divan::bench(args = POWERS, sample_count = 5, sample_size = 1)]
    fn compile(bencher: Bencher<'_, '_>, power: u32) {
        let file = grown(&BOOK.file, power);
        bencher.bench(|| Tree::compile(black_box(&file)).unwrap());
    }

    /// From rows to the unfolded tree and its quick steps.
    #[divan::bench(args = POWERS, sample_count = 5, sample_size = 1)]
    fn unfold(bencher: Bencher<'_, '_>, power: u32) {
        let tree = tree(power);
        bencher.bench(|| Walk::new(black_box(&tree)));
    }

    /// One answer to every question.
    #[divan::bench(args = POWERS)]
    fn walk(bencher: Bencher<'_, '_>, power: u32) {
        walk_all(bencher, &tree(power));
    }

    /// The same by rows, as sets of answers are decided.
    #[divan::bench(args = POWERS, sample_count = 20, sample_size = 1)]
    fn settles(bencher: Bencher<'_, '_>, power: u32) {
        const COUNT: u64 = 20;
        let tree = tree(power);
        let facts = facts(&tree, COUNT);
        bencher.counter(ItemsCount::new(COUNT)).bench(|| {
            for facts in black_box(&facts) {
                black_box(tree.settles(facts));
            }
        });
    }
}

mod cards {
    use super::{BOOK, Bencher, Book, black_box, walk_all};
    use epipath::tree::Answers;

    const POWERS: [u32; 3] = [0, 1, 2];

    fn book(power: u32) -> Book {
        let mut pack = BOOK.pack().clone();
        let cards = std::iter::repeat_n(pack.cards, 10_usize.pow(power));
        pack.cards = cards.flatten().collect();
        Book::new(pack).unwrap()
    }

    #[divan::bench(args = POWERS)]
    fn walk(bencher: Bencher<'_, '_>, power: u32) {
        walk_all(bencher, &book(power).tree);
    }

    #[divan::bench(args = POWERS)]
    fn decide(bencher: Bencher<'_, '_>, power: u32) {
        let book = book(power);
        bencher.bench(|| book.tree.decide(black_box(&Answers::default())));
    }
}
