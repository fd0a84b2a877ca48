//! Characters that steer a terminal, reorder a line or hide in it, made visible: no text from a file or a command line reaches a
//! screen with them.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character steers a terminal, reorders the line it stands in, or is invisible. Joiners that a script needs are not
/// among them.
#[must_use]
pub fn steers(c: char) -> bool {
    c.is_control() || reorders(c) || hides(c)
}

/// Marks that make a line read in another order than it is written, or break it.
const fn reorders(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// Characters of no width that no script needs: two texts that look the same need not be the same with them.
const fn hides(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

/// The text in one line, with such characters written as escapes such as `\u{1b}`.
#[must_use]
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    escaped(text, steers, |c, out| out.extend(c.escape_default()))
}

/// The same for an excerpt in which single bytes are made visible by whoever shows it: only what is longer is escaped.
#[must_use]
pub(super) fn excerpted(text: &str) -> Cow<'_, str> {
    escaped(
        text,
        |c| steers(c) && !c.is_ascii(),
        |c, out| out.extend(c.escape_default()),
    )
}

/// The same for a text of several lines: line breaks, tabs and the form feeds of printed pages stay.
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    escaped(text, steers_within, |c, out| out.extend(c.escape_default()))
}

/// The same for a text that is JSON, in the escapes of JSON: what it says stays the same.
#[must_use]
pub fn harmless_json(json: &str) -> Cow<'_, str> {
    escaped(json, steers_within, |c, out| {
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\u{unit:04x}");
        }
    })
}

fn steers_within(c: char) -> bool {
    steers(c) && !matches!(c, '\n' | '\t' | '\u{c}')
}

fn escaped(text: &str, wanted: fn(char) -> bool, escape: fn(char, &mut String)) -> Cow<'_, str> {
    if !text.chars().any(wanted) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if wanted(c) {
            escape(c, &mut out);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_honest_text_is_not_touched() {
        for text in ["62323 x 1\n\tR\u{f6}ntgen\u{c}", "\u{645}\u{200c}\u{631}", "e\u{301}"] {
            assert!(
                matches!(harmless(text), Cow::Borrowed(same) if same == text),
                "{text:?}"
            );
        }
    }

    #[test]
    fn whatever_steers_reorders_or_hides_is_written_out() {
        for odd in [
            '\u{0}',
            '\u{7}',
            '\u{8}',
            '\r',
            '\u{1b}',
            '\u{7f}',
            '\u{9b}',
            '\u{ad}',
            '\u{200b}',
            '\u{200f}',
            '\u{202e}',
            '\u{2066}',
            '\u{feff}',
            '\u{e0041}',
        ] {
            let text = format!("a{odd}b");
            let shown = harmless(&text);
            assert!(!shown.chars().any(steers) && shown.starts_with("a\\"), "{shown:?}");
        }
        assert_eq!(printable("a\n\tb"), "a\\n\\tb");
    }

    #[test]
    fn json_says_the_same_afterwards() {
        let text = "\u{1b}]0;x\u{7}\u{9b}31m\u{202e}\u{e0041}\u{7f}";
        let json = serde_json::to_string(text).unwrap();
        let shown = harmless_json(&json);
        assert!(shown.is_ascii() && !shown.chars().any(steers), "{shown}");
        assert_eq!(serde_json::from_str::<String>(&shown).unwrap(), text);
    }
}
