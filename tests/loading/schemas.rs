//! `data/schema/` holds the schemas of the types as they are now. `EPIPATH_BLESS=1` writes them anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use epipath::pack;

use crate::pack_support::agree;

#[test]
fn schema_files_are_up_to_date() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schema");
    fs::create_dir_all(&dir).unwrap();
    let schemas = pack::schemas();
    let wrong: Vec<_> = schemas
        .iter()
        .filter_map(|(name, text)| agree(&dir.join(name), text).err())
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    let there: BTreeSet<_> = fs::read_dir(&dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(there, schemas.into_iter().map(|(name, _)| name).collect());
}
