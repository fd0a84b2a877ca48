//! Reads the overlay of a site: one file, checked against the pack that it lies over.

use std::collections::BTreeMap;
use std::path::Path as FsPath;

use super::finding::Findings;
use super::hash::short_hash;
use super::layout::{OVERLAY, name};
use super::load::{self, Unreadable, decode};
use super::model::{Overlay, Pack};
use super::{check, folder, shape};

/// What an overlay folder that cannot be read is told.
const UNREADABLE: Unreadable = Unreadable {
    message: "the overlay folder cannot be read",
    help: "Give the path of a folder that holds `overlay.yaml`.",
};

/// An overlay that passed its check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Local {
    /// What the file says.
    pub overlay: Overlay,
    /// Changes with every change of the file: 16 hexadecimal digits.
    pub fingerprint: String,
}

/// Whether a folder is an overlay rather than a pack.
#[must_use]
pub fn is_overlay(dir: &FsPath) -> bool {
    dir.join(name::OVERLAY).is_file() && !dir.join(name::ABOUT).exists()
}

/// Reads and checks an overlay folder against the pack it lies over.
///
/// # Errors
///
/// Everything wrong with it.
pub fn read_overlay(dir: &FsPath, pack: &Pack) -> Result<Local, Findings> {
    let found = folder::read_top(dir);
    read(&dir.display().to_string(), found, pack)
}

/// The same with the files already in memory.
///
/// # Errors
///
/// As for [`read_overlay`].
pub fn read_overlay_texts(root: &str, texts: BTreeMap<String, Vec<u8>>, pack: &Pack) -> Result<Local, Findings> {
    read(root, folder::Folder::of(texts), pack)
}

fn read(root: &str, found: folder::Folder, pack: &Pack) -> Result<Local, Findings> {
    let (files, mut findings) = load::parsed(root, found, UNREADABLE)?;
    for file in files.iter() {
        if file.name == name::OVERLAY {
            shape::check(file, (OVERLAY.schema)().as_value(), &mut findings);
        } else {
            unexpected(&file.name, &mut findings);
        }
    }
    if files.get(name::OVERLAY).is_none() && findings.sorted().iter().all(|one| one.file != name::OVERLAY) {
        let help = format!("Add `{}`: it holds {}.", name::OVERLAY, OVERLAY.holds);
        findings.add_at("missing-file", name::OVERLAY, None, "the file is missing", help);
    }
    if !findings.is_empty() {
        check::local_texts(&files, &mut findings);
        return Err(findings);
    }
    let Some(overlay) = decode::<Overlay>(&files, name::OVERLAY, &mut findings) else {
        return Err(findings);
    };
    check::overlay(&files, &overlay, pack, &mut findings);
    if !findings.is_empty() {
        return Err(findings);
    }
    Ok(Local {
        fingerprint: short_hash(&overlay),
        overlay,
    })
}

/// A data file that nothing would read.
fn unexpected(file: &str, findings: &mut Findings) {
    let help = if file == name::ABOUT {
        "This is the file of a pack: give a pack with `--pack`, or remove the file.".to_owned()
    } else {
        format!("Put what it says into `{}`, or move it elsewhere.", name::OVERLAY)
    };
    let message = "nothing reads this file: an overlay is one file";
    findings.add_at("unexpected-file", file, None, message, help);
}
