//! Every color and every border character, by role. No other file of this room names a color.
//!
//! Text is in the terminal's own colors, so it reads on light and on dark. Where color is used it comes as a pair of foreground and
//! background, reversed, so that it keeps its contrast in every palette and stays visible when colors are taken away.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

/// Styles by role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Theme {
    /// Running text.
    pub(crate) text: Style,
    /// Headings, titles, codes, keys.
    pub(crate) strong: Style,
    /// Rules, borders and what is less important.
    pub(crate) faint: Style,
    /// The focused row.
    pub(crate) focus: Style,
    /// A code that is the result.
    pub(crate) code: Style,
    /// A result outside the family.
    pub(crate) away: Style,
    /// A result that is still open.
    pub(crate) open: Style,
    /// The tab shown.
    pub(crate) tab: Style,
    /// "stop" and missing hard items.
    pub(crate) stop: Style,
    /// "warn" and messages.
    pub(crate) warn: Style,
}

impl Theme {
    /// The one theme: ANSI colors and the terminal's defaults.
    #[must_use]
    pub(crate) const fn ansi() -> Self {
        // What lies on a border or under the focus must not take over its faintness.
        let plain = Style::new().remove_modifier(Modifier::DIM);
        let badge = plain.add_modifier(Modifier::BOLD.union(Modifier::REVERSED));
        Self {
            text: plain,
            strong: plain.add_modifier(Modifier::BOLD),
            faint: Style::new().add_modifier(Modifier::DIM),
            focus: plain.fg(Color::Cyan).bg(Color::Black).add_modifier(Modifier::REVERSED),
            code: badge.fg(Color::Green).bg(Color::Black),
            away: badge.fg(Color::Cyan).bg(Color::Black),
            open: badge.fg(Color::Yellow).bg(Color::Black),
            tab: badge,
            stop: badge.fg(Color::Red).bg(Color::White),
            warn: badge.fg(Color::Yellow).bg(Color::Black),
        }
    }
}

/// Takes every color out of a finished frame; reverse, bold and dim stay.
pub(crate) fn strip_colors(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        cell.fg = Color::Reset;
        cell.bg = Color::Reset;
        cell.underline_color = Color::Reset;
    }
}

/// Border characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyphs {
    /// A rule across the screen.
    pub(crate) rule: &'static str,
    /// The border of a layer.
    pub(crate) border: border::Set<'static>,
}

impl Glyphs {
    /// Light box drawing lines.
    pub(crate) const LINES: Self = Self {
        rule: "─",
        border: border::PLAIN,
    };

    /// ASCII only.
    pub(crate) const ASCII: Self = Self {
        rule: "-",
        border: border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        },
    };
}

/// How everything looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Look {
    /// Styles by role.
    pub(crate) theme: Theme,
    /// Border characters.
    pub(crate) glyphs: Glyphs,
    /// Whether colors are shown at all.
    pub(crate) colors: bool,
}
