//! Small phrases that several screens share.

use super::world::World;
pub(crate) use crate::report::dated;
use crate::report::phrases::under;
pub(crate) use crate::report::phrases::{capital, count, finding_text, leads_to, payer, told};

/// "professional, CPT rules": whose claim and which rules; then the date of service where it is not the one of the start.
pub(crate) fn setting(world: &World<'_>) -> String {
    under(&world.case().context, world.session.start().date)
}

/// Sources by name, each once, in the order of use.
pub(crate) fn once(ids: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for id in ids {
        if !kept.contains(&id) {
            kept.push(id);
        }
    }
    kept
}

/// The answers of the path as a trail: "Lumbar", "Interlaminar".
pub(crate) fn trail(world: &World<'_>) -> Vec<(crate::tree::QuestionId, String)> {
    let answers = &world.case().answers;
    let path = world.view.asking.path.iter();
    let given = path.filter(|question| !world.book.tree.is_detail(**question));
    given
        .filter_map(|id| Some((*id, capital(&world.book.short(*id, answers.get(*id)?)))))
        .collect()
}
