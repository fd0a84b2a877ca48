//! What is sent makes the screen that was meant, from whatever stood there before, in a terminal of its own.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use super::changes::write_changes;
use super::pencil::Pencil;

const AREA: Rect = Rect::new(0, 0, 12, 4);

/// A piece of text, where it stands, and how it looks.
fn piece() -> impl Strategy<Value = (u16, u16, String, Style)> {
    let text = prop_oneof!["[ -~]{0,12}", " {1,12}", "[a\u{2500}\u{6c34} ]{1,6}"];
    let color = prop_oneof![
        Just(Color::Reset),
        Just(Color::Cyan),
        Just(Color::LightYellow),
        Just(Color::Indexed(234)),
        Just(Color::Rgb(1, 2, 3)),
    ];
    let modifier = prop_oneof![
        Just(Modifier::empty()),
        Just(Modifier::BOLD),
        Just(Modifier::DIM),
        Just(Modifier::REVERSED),
        Just(Modifier::UNDERLINED),
        Just(Modifier::BOLD.union(Modifier::REVERSED)),
    ];
    let style = (color.clone(), color, modifier)
        .prop_map(|(fore, back, modifier)| Style::new().fg(fore).bg(back).add_modifier(modifier));
    (0..AREA.width, 0..AREA.height, text, style)
}

fn screen() -> impl Strategy<Value = Buffer> {
    prop::collection::vec(piece(), 0..8).prop_map(|pieces| {
        let mut buffer = Buffer::empty(AREA);
        for (x, y, text, style) in pieces {
            // A terminal that is bold cannot be dim as well.
            buffer.set_string(x, y, &text, Style::reset());
            buffer.set_string(x, y, text, style);
        }
        buffer
    })
}

/// What one sees of a cell, as the terminal shows it.
fn seen(screen: &vt100::Screen, x: u16, y: u16) -> (String, vt100::Color, vt100::Color, [bool; 4]) {
    let cell = screen.cell(y, x).unwrap();
    let text = if cell.has_contents() { cell.contents() } else { " " };
    let fore = if text == " " {
        vt100::Color::Default
    } else {
        cell.fgcolor()
    };
    let seen_on_blank = text != " ";
    let modifiers = [
        cell.bold() && seen_on_blank,
        cell.dim() && seen_on_blank,
        cell.inverse(),
        cell.underline(),
    ];
    (text.to_owned(), fore, cell.bgcolor(), modifiers)
}

fn color(color: Color) -> vt100::Color {
    match color {
        Color::Cyan => vt100::Color::Idx(6),
        Color::LightYellow => vt100::Color::Idx(11),
        Color::Indexed(number) => vt100::Color::Idx(number),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        _ => vt100::Color::Default,
    }
}

/// Compares every cell but the second halves of wide characters.
fn assert_shows(screen: &vt100::Screen, wanted: &Buffer) {
    for y in 0..AREA.height {
        for x in (0..AREA.width).filter(|x| !screen.cell(y, *x).unwrap().is_wide_continuation()) {
            let cell = &wanted[(x, y)];
            let text = cell.symbol() != " ";
            let has = |modifier| cell.modifier.contains(modifier);
            let modifiers = [
                has(Modifier::BOLD) && text,
                has(Modifier::DIM) && text,
                has(Modifier::REVERSED),
                has(Modifier::UNDERLINED),
            ];
            let fore = if text { color(cell.fg) } else { vt100::Color::Default };
            let wanted = (cell.symbol().to_owned(), fore, color(cell.bg), modifiers);
            assert_eq!(seen(screen, x, y), wanted, "column {x}, row {y}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_screen_follows_from_every_other(screens in prop::collection::vec(screen(), 1..4), x in 0..AREA.width, y in 0..AREA.height) {
        let mut parser = vt100::Parser::new(AREA.height.try_into().unwrap(), AREA.width.try_into().unwrap(), 0);
        parser.process(b"\x1b[1;35mwhat stood there before\x1b[4;12H!");
        let mut before = None;
        for now in screens {
            let mut pencil = Pencil::default();
            write_changes(&mut pencil, before.as_ref(), &now);
            pencil.move_to(Position::new(x, y));
            parser.process(&pencil.done());
            assert_shows(parser.screen(), &now);
            prop_assert_eq!(parser.screen().cursor_position(), (y, x));
            prop_assert_eq!(parser.screen().fgcolor(), vt100::Color::Default);
            before = Some(now);
        }
    }
}

/// The bytes from one text to another, in the terminal's own look.
fn bytes(before: &str, now: &str) -> String {
    let screen = |text: &str| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        buffer.set_string(0, 0, text, Style::new());
        buffer
    };
    let mut pencil = Pencil::default();
    write_changes(&mut pencil, Some(&screen(before)), &screen(now));
    String::from_utf8(pencil.done()).unwrap()
}

#[test]
fn only_what_changed_is_sent_by_the_shortest_way() {
    assert_eq!(bytes("the same", "the same"), "");
    assert_eq!(bytes("one long line of text", "one"), "\x1b[1;5H\x1b[K");
    assert_eq!(bytes("a-b-c-d", "A-B-C-D"), "\x1b[HA-B-C-D");
    assert_eq!(
        bytes("a, all of this stays, b", "A, all of this stays, B"),
        "\x1b[HA\x1b[21CB"
    );
    assert_eq!(
        bytes(
            "a word and more of it         right",
            "a                             right"
        ),
        "\x1b[1;3H\x1b[K\x1b[28Cright"
    );
}
