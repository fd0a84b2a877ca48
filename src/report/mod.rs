//! What a door shows, as plain text, JSON, CSV, Mermaid, Graphviz. Decides nothing, draws no screen.

mod beside;
mod card;
mod cells;
mod compare;
mod export;
mod graph;
mod html;
mod lines;
mod local;
mod map;
pub mod note;
pub mod phrases;
mod print;
mod result;
mod scrub;
mod sources;
mod standing;
mod table;
pub mod training;

pub use beside::{companion_code, left_off};
pub use card::{card, elsewhere, ended, signpost};
pub use cells::cell;
pub use compare::{CompareKind, CompareLine, DIFFERS, compare, compare_lines, compare_plain};
pub use export::{Format, Unwritten, export};
pub use graph::{Edge, Graph, Node, NodeKind, dot, graph, mermaid};
pub use html::html;
pub use lines::{Block, Evidence, Item, Lines, WIDTH, dated};
pub use local::{DESCRIPTOR, LOCAL, about_local, local_mark};
pub use map::{MapLine, map_lines, map_text};
pub use print::print;
pub use result::{claim_line, end, footer, result, summary};
pub use scrub::scrub;
pub use sources::{cited, source_line, sources};
pub use standing::{detail_questions, path_questions, standing_answer};
pub use table::{table_csv, table_json, table_text};

use crate::pack::model::Confidence;

/// ` (unconfirmed)`: what must be said beside anything that is not confirmed; empty where it is.
#[must_use]
pub const fn doubt(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Confirmed => "",
        Confidence::SingleSource => " (single source)",
        Confidence::Conflicting => " (sources conflict)",
        Confidence::Unconfirmed => " (unconfirmed)",
    }
}
