//! The colors that are the same on every terminal.

/// Red, green and blue.
pub(crate) type Rgb = (u8, u8, u8);

/// The grays and the cube of colors, the same on every terminal.
pub(crate) fn beyond_the_first_16(index: u8) -> Rgb {
    match index {
        232.. => {
            let gray = 8 + 10 * (index - 232);
            (gray, gray, gray)
        }
        16.. => {
            let step = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
            let cube = index - 16;
            (step(cube / 36), step(cube / 6 % 6), step(cube % 6))
        }
        _ => panic!("{index} is another color on every terminal"),
    }
}
