//! What was read of a note, in the words of every door.

use crate::note::{Because, Clash, Family, Found, Place, Role, State, Strength, Substance, Suggestion, Ticked};
use crate::tree::Book;

/// Whether the note tells of an injection of the family, in a sentence.
#[must_use]
pub const fn family(family: Family) -> &'static str {
    match family {
        Family::In => "The note tells of an injection of this family.",
        Family::Out => "The note tells of no injection of this family.",
        Family::Unclear => "The note may be read as an injection of this family or as something else.",
    }
}

/// Why, in a sentence.
#[must_use]
pub const fn because(because: Because) -> &'static str {
    match because {
        Because::TitleAndNarrative => "The title names it, and the narrative tells that it was done.",
        Because::Narrative => "The narrative tells that it was done; no title names it.",
        Because::Title => "The title names it; the narrative does not say where the needle went.",
        Because::NothingTold => "The title names it; nothing is told of what was done.",
        Because::Neighbor => "It tells of another target or purpose.",
        Because::Operation => "It tells of an operation or an examination.",
        Because::NothingDone => {
            "Nothing of the kind was done here by its author: history, a plan, or somebody else's work."
        }
        Because::Both => "It tells of both kinds of target, and does not make clear which was injected.",
    }
}

/// What the note says to a question, in the short names of the answers: `fluoroscopy, strong`, `not documented`.
#[must_use]
pub fn suggested(book: &Book, suggestion: &Suggestion) -> String {
    let names: Vec<String> = suggestion
        .answers
        .iter()
        .map(|answer| short(book, &suggestion.question, answer))
        .collect();
    match (suggestion.state, suggestion.strength) {
        (State::NotDocumented, _) => "not documented".to_owned(),
        (State::Conflict, _) => format!("conflict: {}", names.join(" against ")),
        (State::Suggested, Some(strength)) => format!("{}, {strength}", names.join(" or ")),
        (State::Suggested, None) => names.join(" or "),
    }
}

fn short(book: &Book, question: &str, answer: &str) -> String {
    let id = book.question_named(question);
    let short = id.and_then(|id| Some(book.short(id, book.read(id, answer).ok()?)));
    short.unwrap_or_else(|| answer.to_owned())
}

/// The answer that a suggestion stands for, as written in facts; none where there is nothing to confirm.
#[must_use]
pub fn confirmable(suggestion: &Suggestion) -> Option<String> {
    (suggestion.state == State::Suggested && !suggestion.answers.is_empty()).then(|| suggestion.answers.join(","))
}

/// Whether a suggestion rests on weak words, so that one key is not enough to confirm it.
#[must_use]
pub fn asked_twice(suggestion: &Suggestion) -> bool {
    suggestion.strength != Some(Strength::Strong)
}

/// `L4-L5 left`, `no level named, left`.
#[must_use]
pub fn level(found: &Found) -> String {
    let side = found.side.map(|side| side.to_string().replace('-', " "));
    match (found.level, side) {
        (Some(level), Some(side)) => format!("{level} {side}"),
        (Some(level), None) => level.to_string(),
        (None, Some(side)) => format!("no level named, {side}"),
        (None, None) => "no level named".to_owned(),
    }
}

/// What a level of a note is.
#[must_use]
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Entry => "where the needle or catheter entered",
        Role::Landmark => "a landmark, no entry",
        Role::Tip => "where the catheter ends",
        Role::Spread => "where contrast or pain went",
        Role::History => "of another day or a study",
        Role::Abandoned => "tried and given up",
    }
}

/// `methylprednisolone 80 mg, 2 mL`.
#[must_use]
pub fn drug(substance: &Substance) -> String {
    let dose = substance
        .dose
        .as_ref()
        .map(|dose| format!(" {dose}"))
        .unwrap_or_default();
    let volume = substance
        .volume
        .as_ref()
        .map(|volume| format!(", {volume}"))
        .unwrap_or_default();
    format!("{}{dose}{volume}", substance.name)
}

/// Where a drug went.
#[must_use]
pub const fn place(place: Place) -> &'static str {
    match place {
        Place::Target => "to the target",
        Place::Skin => "into the skin",
        Place::Iv => "into a vein",
        Place::Contrast => "as contrast",
        Place::Preparation => "on the skin, to clean it",
        Place::Unclear => "the note does not say where",
    }
}

/// Whether the note shows an item of the checklist.
#[must_use]
pub const fn ticked(ticked: Ticked) -> &'static str {
    match ticked {
        Ticked::Shown => "shown",
        Ticked::Partly => "shown in part",
        Ticked::NotFound => "not found",
    }
}

/// A contradiction, in a sentence.
#[must_use]
pub const fn clash(clash: Clash) -> &'static str {
    match clash {
        Clash::TitleBody => "The title says one thing and the narrative another.",
        Clash::LevelRegion => "A level does not lie in the region that is named.",
        Clash::SideSide => "Two sides are told of one level.",
        Clash::GuidedWithoutViews => "Guidance is told, and no picture is said to have been kept.",
        Clash::VolumeSum => "The stated volume is not the sum of its parts.",
        Clash::CatheterWords => "A catheter is spoken of in two ways that cannot both hold.",
        Clash::Statements => "Two statements cannot both be true.",
    }
}

/// What stands against what in a contradiction.
#[must_use]
pub const fn between(clash: Clash) -> [&'static str; 2] {
    match clash {
        Clash::TitleBody => ["title", "narrative"],
        Clash::LevelRegion => ["level", "region"],
        Clash::SideSide => ["side", "side"],
        Clash::GuidedWithoutViews => ["guidance", "stored views"],
        Clash::VolumeSum => ["stated volume", "sum of the parts"],
        Clash::CatheterWords => ["catheter", "delivery"],
        Clash::Statements => ["statement", "statement"],
    }
}
