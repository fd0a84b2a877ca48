//! Reading a parsed screen.

use vt100::Screen;

/// The rows from the top, without trailing blanks.
pub(crate) fn rows(screen: &Screen) -> Vec<String> {
    let (_, columns) = screen.size();
    screen
        .rows(0, columns.get())
        .map(|row| row.trim_end().to_owned())
        .collect()
}

/// All rows in one text.
pub(crate) fn text(screen: &Screen) -> String {
    rows(screen).join("\n")
}

/// The row, counted from 0, and the text of the row in focus: the one with the `>` mark.
pub(crate) fn marked(screen: &Screen) -> Option<(u16, String)> {
    let (_, columns) = screen.size();
    let row = (0_u16..).zip(rows(screen)).find(|(number, row)| {
        let mark = (0..columns.get()).find(|column| {
            let cell = screen.cell(*number, *column);
            cell.is_some_and(|cell| cell.contents() == ">")
        });
        mark.is_some_and(|mark| row.chars().take(usize::from(mark)).all(|c| !c.is_alphanumeric()))
    })?;
    Some(row)
}

/// The words at the start of a text, enough to know it by and few enough not to be wrapped.
pub(crate) fn start_of(text: &str) -> String {
    text.split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}
