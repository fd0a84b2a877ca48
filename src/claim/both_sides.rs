//! How both sides of a level are written, by code, setting and payer.

use super::context::{Context, Setting};
use crate::pack::model::BothSides;
use crate::tree::Book;

/// The rule of a payer for a code in a setting.
pub(super) fn rule<'a>(book: &'a Book, setting: Setting, payer: &str, code: &str) -> Option<&'a BothSides> {
    let setting: &str = setting.into();
    let speaks = |rule: &&BothSides| {
        rule.codes.iter().any(|listed| listed == code)
            && rule.settings.iter().any(|listed| listed == setting)
            && rule.payers.iter().any(|listed| listed == payer)
    };
    book.pack().edits.both_sides.iter().find(speaks)
}

/// The payer whose reading is followed for a primary code: the session's own where the pack has one, else the code rules'.
pub(super) fn payer(book: &Book, context: &Context, code: &str) -> String {
    let own = context
        .policy()
        .filter(|payer| rule(book, context.setting, payer, code).is_some());
    own.unwrap_or(Context::CODE_RULES_ONLY).to_owned()
}
