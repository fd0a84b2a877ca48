//! A way out of the family: why, which codes to look at and when.

use crate::claim::{CaseResult, SignpostResult};
use crate::pack::model::{CodeStatus, Confidence, Signpost};
use crate::tui::page::{Page, Pen};
use crate::tui::words::{dated, told};
use crate::tui::world::World;

/// The signpost as a page.
pub(super) fn page(world: &World<'_>, result: &CaseResult, width: u16) -> Page {
    let mut pen = world.pen(width);
    if let Some(signpost) = &result.signpost {
        whole(&mut pen, signpost);
        if let Some(known) = world.book.signpost(&signpost.id) {
            notes(&mut pen, known);
        }
    }
    pen.done()
}

fn whole(pen: &mut Pen, signpost: &SignpostResult) {
    pen.text(&told(&signpost.why, signpost.confidence));
    if signpost.codes.is_empty() {
        pen.heading("Not reported on its own");
        return;
    }
    pen.heading("Codes to look at");
    for code in &signpost.codes {
        entry(pen, &code.code, &code.when, code.status, code.confidence);
    }
}

/// One code to look at, with when it is right, and whether it is in force.
pub(crate) fn entry(pen: &mut Pen, code: &str, when: &str, status: CodeStatus, confidence: Confidence) {
    let state = match status {
        CodeStatus::Active => "",
        CodeStatus::CarrierPriced => " [carrier priced]",
        CodeStatus::New => " [new]",
    };
    let text = format!("{}{state}", told(when, confidence));
    pen.hang((code, pen.theme().strong), 7, &text, pen.theme().text);
}

/// What else is worth knowing.
pub(crate) fn notes(pen: &mut Pen, signpost: &Signpost) {
    if signpost.notes.is_empty() {
        return;
    }
    pen.heading("Worth knowing");
    for note in &signpost.notes {
        pen.point(&format!(
            "{}{}",
            told(&note.text, note.confidence),
            dated(note.effective)
        ));
    }
}
