//! Floor 3: one case on the desk. [`Session`] is the only state: actions in, new state out. The list of actions is the case;
//! undo, redo and replay are all "replay a prefix of the actions". Reads no key, draws nothing.

mod action;
mod case;
mod earlier;
mod fact;
mod gathered;
mod noted;
mod receipt;
mod state;
mod view;
mod written;

pub use action::Action;
pub use case::Case;
pub use earlier::EarlierError;
pub use fact::{Fact, FactError, SESSION_FACTS, fact_names, is_repeatable, parse_fact, session_fact_names};
pub use gathered::{Facts, Gathered, parse_case, parse_facts};
pub use noted::confirmed;
pub use receipt::{Change, Receipt, ReceiptError, Replay, receipt};
pub use state::{Refused, Session};
pub use view::{CodeStanding, View, standings};
pub use written::{AND, case_facts, procedure_facts, session_facts};
