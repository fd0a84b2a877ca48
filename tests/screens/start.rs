//! How much is read before the first screen.

use std::sync::atomic::{AtomicUsize, Ordering};

use epipath::embedded;
use epipath::pack::model::Pack;
use epipath::session::parse_facts;
use epipath::tree::Book;

use crate::scene::Scene;
use crate::support::context;

static READ: AtomicUsize = AtomicUsize::new(0);

fn read() -> Option<Pack> {
    READ.fetch_add(1, Ordering::Relaxed);
    embedded::pack().ok()
}

/// The usual payer was looked up among the policies, and every start read the whole pack for it.
#[test]
fn the_first_screen_waited_for_the_whole_pack() {
    let book: &'static Book = Box::leak(Box::new(Book::lazy(embedded::head().unwrap(), read).unwrap()));
    let words = ["setting=professional".to_owned(), "payer=cpt".to_owned()];
    let started = parse_facts(book, &context(), &words).unwrap().context;
    let mut scene = Scene::of(book, (80, 24), "", |options| options.context = started);
    assert!(scene.text().contains("Where did the needle"));
    assert_eq!(READ.load(Ordering::Relaxed), 0);
    scene.press("4 1 1 1 1");
    assert!(scene.text().contains("62323"));
    assert_eq!(READ.load(Ordering::Relaxed), 1, "a result needs it, once");
}
