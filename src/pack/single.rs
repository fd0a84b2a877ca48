//! Reads one YAML file that is no part of a pack, with the same care: its shape, unknown keys, keys given twice, and places.

use std::collections::BTreeMap;
use std::path::Path as FsPath;

use schemars::{JsonSchema, schema_for};
use serde::de::DeserializeOwned;

use super::finding::Findings;
use super::folder::{Folder, read_alone};
use super::load::{Unreadable, decode, parsed};
use super::shape;
use super::yaml::Value;

/// Never said: the file is read by its own path.
const UNREADABLE: Unreadable = Unreadable {
    message: "the folder cannot be read",
    help: "Check that it exists and may be read.",
};

/// What a file says; nothing where there is none, or one without a word in it.
///
/// # Errors
///
/// Everything wrong with it.
pub fn read_single<T: DeserializeOwned + JsonSchema>(path: &FsPath) -> Result<Option<T>, Findings> {
    read_with_places(path).map(|read| read.map(|(value, _)| value))
}

/// The same with the places of what it says: findings of which there are none yet.
///
/// # Errors
///
/// Everything wrong with it.
pub fn read_with_places<T: DeserializeOwned + JsonSchema>(path: &FsPath) -> Result<Option<(T, Findings)>, Findings> {
    let root = path.parent().map(|dir| dir.display().to_string()).unwrap_or_default();
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut folder = Folder::default();
    match read_alone(path) {
        Ok(None) => return Ok(None),
        Ok(Some(bytes)) if bytes.trim_ascii().is_empty() => return Ok(None),
        Ok(Some(bytes)) => folder.texts = BTreeMap::from([(name.clone(), bytes)]),
        Err(reason) => folder.unreadable.push((name.clone(), reason)),
    }
    let (files, mut findings) = parsed(&root, folder, UNREADABLE)?;
    if let Some(file) = files.get(&name) {
        if file.node.as_ref().is_some_and(|node| node.value == Value::Empty) {
            return Ok(None);
        }
        shape::check(file, schema_for!(T).as_value(), &mut findings);
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    match decode(&files, &name, &mut findings) {
        Some(value) => Ok(Some((value, findings))),
        None => Err(findings),
    }
}
