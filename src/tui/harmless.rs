//! The last pass over a frame: whatever a text holds, no cell steers the terminal. A screen drops control characters by itself; marks
//! of no width that reorder or hide would ride on the letter before them.

use ratatui::buffer::Buffer;

use crate::pack::steers;

/// Takes what steers a terminal, reorders a line or hides in it out of every cell.
pub(super) fn make_harmless(buf: &mut Buffer) {
    for cell in &mut buf.content {
        let symbol = cell.symbol();
        // Most cells hold one plain letter.
        if symbol.len() > 1 && symbol.contains(steers) {
            let mut kept = symbol.replace(steers, "");
            if kept.is_empty() {
                kept.push(' ');
            }
            cell.set_symbol(&kept);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::make_harmless;
    use crate::pack::steers;

    #[test]
    fn marks_that_ride_on_a_letter_are_taken_off() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 1));
        buf.set_string(0, 0, "a\u{202e}b\u{1b}[1m\u{200f}e\u{301}\u{feff}\u{9b}x", Style::new());
        make_harmless(&mut buf);
        let shown: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(!shown.contains(steers), "{shown:?}");
        assert!(
            shown.starts_with("ab") && shown.contains("e\u{301}") && shown.contains('x'),
            "{shown:?}"
        );
    }
}
