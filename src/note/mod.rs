//! Floor 3: the note reader. A procedure note to evidence, suggested answers and what it leaves open. Pure: a text in, a reading
//! out. It never decides alone: what it suggests a person confirms.

mod aim;
mod answer;
mod delivery;
mod derived;
mod drug;
mod entries;
mod gate;
mod given;
mod item;
mod joint;
mod level;
pub mod mask;
pub mod names;
mod reader;
mod reading;
mod scan;
mod section;
mod sentence;
mod site;
mod standing;
mod text;
mod vocabulary;

pub use drug::{Amount, Decimal, Mass, Mention, Unit, Value};
pub use given::{Given, LARGEST, NoNote, decoded};
pub use joint::Joint;
pub use reader::Reader;
pub use reading::{
    Because, Clash, Contradiction, Family, Found, Item, Place, Procedure, Quote, Reading, Role, State, Strength,
    Substance, Suggestion, Ticked,
};
pub use section::{Part, parts};
pub use sentence::{Sentence, clause, sentences};
pub use text::{Kind, Text, Token};
pub use vocabulary::{Hit, Meaning, Vocabulary};
