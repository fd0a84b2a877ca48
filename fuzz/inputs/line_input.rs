//! Line mode: whatever comes in is answered to its end, in lines that steer nothing, and nothing is written anywhere.

use std::io::Read;

use super::shared;
use epipath::line::{Because, Dialogue, Talked, talk};
use epipath::session::Session;
use epipath::shelf::Kept;

/// So much is heard of an input; longer dialogues find nothing that shorter ones do not.
const HEARD: u64 = 2048;

/// Takes an input: the lines of a whole dialogue, of any bytes.
pub(crate) fn line_input(data: &[u8]) {
    let kept = Kept::nothing(shared::context().date);
    let mut dialogue = Dialogue::new(shared::book(), Session::new(shared::context()), Because::Option, kept);
    let mut said = Vec::new();
    let input = std::io::BufReader::new(data.take(HEARD));
    let talked = talk(&mut dialogue, input, &mut said).expect("memory can be read and written");
    assert_ne!(talked, Talked::Unheard);
    let said = String::from_utf8(said).expect("text");
    assert!(said.ends_with('\n'), "{said:?}");
    let odd = said.chars().find(|letter| {
        (*letter != '\n' && epipath::pack::steers(*letter)) || ('\u{2500}'..='\u{28ff}').contains(letter)
    });
    assert_eq!(odd, None, "{said:?}");
}
