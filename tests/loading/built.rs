//! The built form says what the YAML says.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic in its helpers too")]

use std::path::Path;
use std::sync::LazyLock;

use epipath::pack::{self, built, render};
use proptest::prelude::*;

use crate::pack_support::packs;

fn round_trip(dir: &Path) {
    let loaded = pack::read(dir).unwrap_or_else(|findings| panic!("{}", render::gnu(&findings)));
    let bytes = built::to_bytes(&loaded.pack).unwrap();
    assert_eq!(built::from_bytes(&bytes).unwrap(), loaded.pack);
    assert_eq!(
        built::fingerprint(&bytes),
        built::fingerprint(&built::to_bytes(&loaded.pack).unwrap())
    );
}

#[test]
fn the_good_pack_survives() {
    round_trip(&packs("good"));
}

#[test]
fn the_real_pack_survives() {
    round_trip(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
}

#[test]
fn the_fingerprint_is_fnv_1a() {
    assert_eq!(built::fingerprint(b""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(built::fingerprint(b"foobar"), 0x8594_4171_f739_67e8);
}

static GOOD: LazyLock<Vec<u8>> = LazyLock::new(|| built::to_bytes(&pack::read(&packs("good")).unwrap().pack).unwrap());

proptest! {
    #[test]
    fn damaged_bytes_are_an_error_or_a_pack_but_no_panic(at in 0_usize..3000, byte: u8, cut in 0_usize..3400) {
        let mut bytes = GOOD.clone();
        if let Some(one) = bytes.get_mut(at) {
            *one = byte;
        }
        bytes.truncate(cut);
        let _ = built::from_bytes(&bytes);
    }
}
