//! What a code or a signpost on the shelf is called.

use crate::tree::Book;

/// Whether there is a card for a code or signpost.
#[must_use]
pub fn known(book: &Book, id: &str) -> bool {
    title(book, id).is_some()
}

/// The one-line title of the card of a code or signpost; none where the pack says nothing of it.
#[must_use]
pub fn title(book: &Book, id: &str) -> Option<String> {
    let pack = book.pack();
    let card = book.card(id).map(|card| card.short.clone());
    let signpost = || book.signpost(id).map(|signpost| signpost.title.clone());
    let retired = || {
        let ended = pack.retired.retired.iter().find(|one| one.code == id)?;
        Some(format!("ended on {}", ended.ended))
    };
    let elsewhere = || {
        let mut signposts = pack.signposts.signposts.iter();
        let holds = signposts.find(|signpost| signpost.codes.iter().any(|target| target.code == id))?;
        Some(format!("outside this family: {}", holds.title))
    };
    card.or_else(signpost).or_else(retired).or_else(elsewhere)
}
