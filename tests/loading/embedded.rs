//! The pack inside the program is the one in `data/`.

use std::path::Path;

use epipath::pack::{self, built};

#[test]
fn the_embedded_pack_is_the_real_one() {
    let loaded = pack::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap();
    assert_eq!(epipath::embedded::pack().unwrap(), loaded.pack);
    assert_eq!(epipath::embedded::head().unwrap(), loaded.pack.head());
    let print = built::fingerprint(&built::to_bytes(&loaded.pack).unwrap());
    assert_eq!(epipath::embedded::fingerprint(), format!("{print:016x}"));
}
