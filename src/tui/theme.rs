//! Every color and every border character, by role. No other file of this room names a color.
//!
//! In the usual theme text is in the terminal's own colors, so it reads on light and on dark; other themes paint their background.
//! Where color is used it comes as a pair of foreground and
//! background, reversed, so that it keeps its contrast in every palette and stays visible when colors are taken away.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

use crate::config::ThemeName;

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
    /// What is painted where nothing else says a color: foreground and background; none leaves both to the terminal.
    pub(crate) ground: Option<(Color, Color)>,
}

/// The colors of a theme that paints its own background.
struct Palette {
    text: Color,
    ground: Color,
    strong: Color,
    faint: Color,
    /// What a word on a badge is written in.
    ink: Color,
    focus: Color,
    code: Color,
    open: Color,
    /// Background and word of "stop".
    stop: (Color, Color),
}

/// Colors by their numbers in the palette of 256, where from 16 on every terminal shows the same.
const DARK: Palette = Palette {
    text: Color::Indexed(252),
    ground: Color::Indexed(234),
    strong: Color::Indexed(231),
    faint: Color::Indexed(247),
    ink: Color::Indexed(16),
    focus: Color::Indexed(117),
    code: Color::Indexed(114),
    open: Color::Indexed(221),
    stop: (Color::Indexed(160), Color::Indexed(231)),
};
const LIGHT: Palette = Palette {
    text: Color::Indexed(235),
    ground: Color::Indexed(231),
    strong: Color::Indexed(16),
    faint: Color::Indexed(241),
    ink: Color::Indexed(231),
    focus: Color::Indexed(24),
    code: Color::Indexed(22),
    open: Color::Indexed(94),
    stop: (Color::Indexed(124), Color::Indexed(231)),
};
/// Only the first 16, which every terminal has.
const HIGH_CONTRAST: Palette = Palette {
    text: Color::White,
    ground: Color::Black,
    strong: Color::White,
    faint: Color::White,
    ink: Color::Black,
    focus: Color::LightYellow,
    code: Color::White,
    open: Color::White,
    stop: (Color::LightYellow, Color::Black),
};

impl Theme {
    /// The styles of a theme; where colors are to be taken away, reverse and bold say the same.
    #[must_use]
    pub(crate) const fn of(name: ThemeName) -> Self {
        match name {
            ThemeName::Auto | ThemeName::Mono => Self::ansi(),
            ThemeName::Dark => Self::painted(&DARK),
            ThemeName::Light => Self::painted(&LIGHT),
            ThemeName::HighContrast => Self::painted(&HIGH_CONTRAST),
        }
    }

    /// The colors of a palette on its own background. Nothing is dim: how faint that is, each terminal decides.
    const fn painted(palette: &Palette) -> Self {
        let plain = Style::new().remove_modifier(Modifier::DIM);
        let bar = plain.add_modifier(Modifier::REVERSED);
        let badge = bar.add_modifier(Modifier::BOLD).bg(palette.ink);
        Self {
            text: plain,
            strong: plain.fg(palette.strong).add_modifier(Modifier::BOLD),
            faint: plain.fg(palette.faint),
            focus: bar.fg(palette.focus).bg(palette.ink),
            code: badge.fg(palette.code),
            away: badge.fg(palette.focus),
            open: badge.fg(palette.open),
            tab: badge.fg(palette.text).bg(palette.ground),
            stop: badge.fg(palette.stop.0).bg(palette.stop.1),
            warn: badge.fg(palette.open),
            ground: Some((palette.text, palette.ground)),
        }
    }

    /// ANSI colors and the terminal's defaults. No yellow: in the VGA text mode it is a brown that black does not stand out on.
    const fn ansi() -> Self {
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
            open: badge,
            tab: badge,
            stop: badge.fg(Color::Red).bg(Color::White),
            warn: badge,
            ground: None,
        }
    }
}

/// Paints what a finished frame leaves to the terminal.
pub(crate) fn paint(buffer: &mut Buffer, (fore, back): (Color, Color)) {
    for cell in &mut buffer.content {
        if cell.fg == Color::Reset {
            cell.fg = fore;
        }
        if cell.bg == Color::Reset {
            cell.bg = back;
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
