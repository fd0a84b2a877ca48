//! What stands between two words of a note.

/// What stands between a word and the one before it; the mark that parts most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Joint {
    /// Nothing: `1mL`.
    Tight,
    /// A blank.
    Blank,
    /// A hyphen or a dash.
    Hyphen,
    /// A slash.
    Slash,
    /// The end of a line inside a text that goes on.
    Line,
    /// A comma.
    Comma,
    /// A bracket, either way.
    Bracket,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// A point, a question mark or the like.
    Stop,
    /// An empty line.
    Paragraph,
    /// Nothing stands before.
    Start,
}

impl Joint {
    /// What the text between two words is.
    pub(super) fn of(gap: &str) -> Self {
        let lines = gap.matches('\n').count().max(gap.matches('\r').count());
        let marks = gap.chars().filter_map(mark);
        let strongest = marks.max().unwrap_or(Self::Tight);
        match lines {
            0 => strongest,
            1 => strongest.max(Self::Line),
            _ => Self::Paragraph,
        }
    }
}

fn mark(c: char) -> Option<Joint> {
    match c {
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Some(Joint::Hyphen),
        '/' | '\\' => Some(Joint::Slash),
        ',' => Some(Joint::Comma),
        '(' | ')' | '[' | ']' | '|' => Some(Joint::Bracket),
        ':' => Some(Joint::Colon),
        ';' => Some(Joint::Semicolon),
        '.' | '!' | '?' | '\u{2022}' | '\u{2026}' => Some(Joint::Stop),
        c if c.is_whitespace() => Some(Joint::Blank),
        _ => None,
    }
}
