//! Cells of CSV and TSV as a spreadsheet may open them.

use std::borrow::Cow;

use crate::pack::harmless;

/// The signs with which a spreadsheet begins a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell that is nothing but text: what a spreadsheet would work out gets an apostrophe in front, and nothing in it steers a
/// terminal. A plain number stays one.
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) && text.parse::<f64>().is_err() {
        return Cow::Owned(format!("'{}", harmless(text)));
    }
    harmless(text)
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_formula_becomes_text_and_everything_else_stays() {
        for (given, written) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("-7", "-7"),
            ("+1.5", "+1.5"),
            ("62323", "62323"),
            ("a=b", "a=b"),
            ("", ""),
            ("\u{1b}[31m", "\\u{1b}[31m"),
        ] {
            assert_eq!(cell(given), written);
        }
    }
}
