//! Small helpers for the wording of findings.

/// Longest value quoted in a message.
const LONGEST: usize = 48;

/// A value between backticks, cut where it is long.
pub(super) fn quoted(value: &str) -> String {
    let mut shown: String = value.chars().take(LONGEST).collect();
    if shown.len() < value.len() {
        shown.push_str("...");
    }
    format!("`{shown}`")
}

/// `a`, `b` and `c`.
pub(super) fn listed<T: AsRef<str>>(values: impl IntoIterator<Item = T>) -> String {
    let mut values: Vec<_> = values.into_iter().map(|value| quoted(value.as_ref())).collect();
    match values.pop() {
        None => "none".to_owned(),
        Some(last) if values.is_empty() => last,
        Some(last) => format!("{} and {last}", values.join(", ")),
    }
}

/// Five digits, one of which may be a capital letter: the first (supplies and drugs) or the last (new procedures).
pub(super) fn is_code(text: &str) -> bool {
    let letters: Vec<_> = text.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    text.len() == 5 && matches!(letters.as_slice(), [] | [(0 | 4, 'A'..='Z')])
}
