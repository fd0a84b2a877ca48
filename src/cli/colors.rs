//! How many colors the terminal is believed to have, and why.

use std::env::var;

use crate::config::ThemeName;

/// How many colors there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Colors {
    /// The first 16, which every terminal has.
    Sixteen,
    /// The palette of 256.
    Many,
}

/// How many colors the terminal is believed to have, and what says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Depth {
    pub(super) colors: Colors,
    pub(super) because: String,
}

/// What the environment says of the terminal.
pub(super) fn depth() -> Depth {
    let said = |name: &str| var(name).unwrap_or_default();
    depth_of(&said("TERM"), &said("COLORTERM"), cfg!(windows))
}

fn depth_of(term: &str, colorterm: &str, windows: bool) -> Depth {
    let many = |because: String| Depth {
        colors: Colors::Many,
        because,
    };
    if ["truecolor", "24bit"].contains(&colorterm) {
        return many(format!("COLORTERM is {colorterm}"));
    }
    if term.contains("256color") || term.ends_with("-direct") {
        return many(format!("TERM is {term}"));
    }
    if windows && term.is_empty() {
        return many("a Windows console".to_owned());
    }
    Depth {
        colors: Colors::Sixteen,
        because: "neither TERM nor COLORTERM promises more".to_owned(),
    }
}

/// The theme that a terminal can show: one that needs 256 colors gives way to that of the terminal.
pub(super) fn shown(theme: ThemeName, depth: &Depth) -> ThemeName {
    match theme {
        ThemeName::Dark | ThemeName::Light if depth.colors == Colors::Sixteen => ThemeName::Auto,
        theme => theme,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("xterm-256color", "", Colors::Many)]
    #[case("tmux-256color", "", Colors::Many)]
    #[case("xterm-direct", "", Colors::Many)]
    #[case("xterm", "truecolor", Colors::Many)]
    #[case("xterm", "", Colors::Sixteen)]
    #[case("linux", "", Colors::Sixteen)]
    #[case("screen", "", Colors::Sixteen)]
    fn what_the_environment_promises_is_believed(#[case] term: &str, #[case] colorterm: &str, #[case] colors: Colors) {
        let depth = depth_of(term, colorterm, false);
        assert_eq!(depth.colors, colors);
        let gives_way = shown(ThemeName::Light, &depth) == ThemeName::Auto;
        assert_eq!(gives_way, colors == Colors::Sixteen);
        assert_eq!(shown(ThemeName::HighContrast, &depth), ThemeName::HighContrast);
    }
}
