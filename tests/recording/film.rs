//! Frames as one animated SVG: a strip of frames behind a window, moved by CSS. A row that looks the same is drawn once, wherever it
//! stands. Who asks for less motion sees one frame; so does a viewer that knows no CSS.

use std::fmt::Write as _;

use crate::frame::Frame;
use crate::svg::{HEIGHT, MARGIN, WIDTH, framed, ground, hex, opening, row, row_of};

/// The height of the line below the screen that names the key.
const CAPTION: usize = 26;

/// The recording, and the number of the frame that stands for it where nothing may move.
pub(crate) fn film(frames: &[Frame], still: usize) -> String {
    let area = frames[0].buffer.area;
    let width = usize::from(area.width) * WIDTH + 2 * MARGIN;
    let height = usize::from(area.height) * HEIGHT + 2 * MARGIN + CAPTION;
    let mut rows = Vec::new();
    let mut strip = String::new();
    for (nth, frame) in frames.iter().enumerate() {
        let _ = writeln!(strip, "<g transform=\"translate(0 {})\">", nth * height);
        strip += &drawn(frame, &mut rows);
        strip += "</g>\n";
    }
    let mut out = opening((width, height), ground(&frames[0].buffer));
    out += &motion(frames, height);
    out += "<defs>\n";
    for (nth, row) in rows.iter().enumerate() {
        let _ = write!(out, "<g id=\"r{nth}\">\n{row}</g>\n");
    }
    let _ = writeln!(
        out,
        "</defs>\n<g class=\"film\" transform=\"translate(0 -{})\">",
        still * height
    );
    out + &strip + "</g>\n</svg>\n"
}

/// When which frame is in the window.
fn motion(frames: &[Frame], height: usize) -> String {
    let whole: u32 = frames.iter().map(|frame| frame.tenths).sum();
    let mut out = "<style>\n@keyframes film {\n".to_owned();
    let mut before = 0;
    for (nth, frame) in frames.iter().enumerate() {
        // Thousandths of a percent, in whole numbers: the same bytes on every machine.
        let at = u64::from(before) * 100_000 / u64::from(whole);
        let _ = writeln!(
            out,
            "{}.{:03}% {{ transform: translateY(-{}px) }}",
            at / 1000,
            at % 1000,
            nth * height
        );
        before += frame.tenths;
    }
    let (seconds, tenth) = (whole / 10, whole % 10);
    let _ = writeln!(
        out,
        "}}\n.film {{ animation: film {seconds}.{tenth}s step-end infinite }}"
    );
    out + "@media (prefers-reduced-motion: reduce) { .film { animation: none } }\n</style>\n"
}

/// A frame: its rows by name, the cursor, the key.
fn drawn(frame: &Frame, rows: &mut Vec<String>) -> String {
    let ground = ground(&frame.buffer);
    let mut out = String::new();
    for y in 0..usize::from(frame.buffer.area.height) {
        let mut picture = String::new();
        row(&mut picture, (&row_of(&frame.buffer, y), ground), 0);
        if !picture.is_empty() {
            let name = rows.iter().position(|known| *known == picture).unwrap_or_else(|| {
                rows.push(picture);
                rows.len() - 1
            });
            let _ = writeln!(out, "<use href=\"#r{name}\" y=\"{}\"/>", y * HEIGHT);
        }
    }
    if let Some(at) = frame.cursor {
        out += &framed(at, ground);
    }
    out + &caption(frame)
}

/// The key in a frame, and what it does.
fn caption(frame: &Frame) -> String {
    let top = usize::from(frame.buffer.area.height) * HEIGHT + 2 * MARGIN;
    let (faint, key) = (hex((0x8a, 0x8f, 0x98)), frame.key);
    let wide = if key.is_empty() {
        0
    } else {
        (key.chars().count() + 2) * WIDTH
    };
    let mut out = String::new();
    if !key.is_empty() {
        let _ = writeln!(
            out,
            "<rect x=\"{MARGIN}\" y=\"{}\" width=\"{wide}\" height=\"20\" rx=\"4\" fill=\"none\" stroke=\"{faint}\"/>\n\
             <text x=\"{}\" y=\"{}\" fill=\"{faint}\" font-weight=\"bold\">{key}</text>",
            top - 4,
            MARGIN + WIDTH,
            top + 11
        );
    }
    let x = if wide == 0 { MARGIN } else { MARGIN + wide + WIDTH };
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{}\" fill=\"{faint}\">{}</text>",
        top + 11,
        frame.told
    );
    out
}
