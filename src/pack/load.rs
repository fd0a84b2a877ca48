//! From the files of a folder to a typed pack: read, parse, check the shapes, decode.

use std::collections::BTreeMap;
use std::path::Path as FsPath;

use serde::de::DeserializeOwned;

use super::files::{File, Files};
use super::finding::Findings;
use super::layout::{DataFile, LAYOUT, name};
use super::model::{Card, Case, Lexicon, Pack, Policy, Teaching};
use super::words::listed;
use super::yaml::{self, SyntaxError};
use super::{check, folder, shape, suggest};

/// What a pack folder that cannot be read is told.
const UNREADABLE: Unreadable = Unreadable {
    message: "the pack folder cannot be read",
    help: "Give the path of a folder that holds `pack.yaml`, such as `data`.",
};

/// What a folder that cannot be read is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unreadable {
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

/// A pack with the files it was read from, so that later checks can place their findings.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// What the files say.
    pub pack: Pack,
    /// What is there for teaching.
    pub teaching: Teaching,
    /// The words by which a note is read.
    pub lexicon: Lexicon,
    /// The files themselves.
    pub files: Files,
}

impl Loaded {
    /// No findings yet about this pack.
    #[must_use]
    pub fn findings(&self) -> Findings {
        Findings::new(self.files.clone())
    }

    /// Every card with the name of its file.
    pub fn cards(&self) -> impl Iterator<Item = (&str, &Card)> {
        self.files
            .in_folder(name::CODES)
            .map(|file| file.name.as_str())
            .zip(&self.pack.cards)
    }

    /// Every payer policy with the name of its file.
    pub fn policies(&self) -> impl Iterator<Item = (&str, &Policy)> {
        self.files
            .in_folder(name::COVERAGE)
            .map(|file| file.name.as_str())
            .zip(&self.pack.coverage)
    }

    /// Every teaching case with the name of its file.
    pub fn cases(&self) -> impl Iterator<Item = (&str, &Case)> {
        self.files
            .in_folder(name::CASES)
            .map(|file| file.name.as_str())
            .zip(&self.teaching.cases)
    }
}

/// Reads a pack folder. The values are of the right shape; whether they make sense together is for
/// [`check::all`](super::check::all).
///
/// # Errors
///
/// All findings of all files: missing, unreadable, not YAML, or not of the right shape.
pub fn read(dir: &FsPath) -> Result<Loaded, Findings> {
    load(&dir.display().to_string(), folder::read(dir))
}

/// Reads a pack whose files are already in memory: names such as `codes/62323.yaml` and their bytes.
///
/// # Errors
///
/// As for [`read`].
pub fn read_texts(root: &str, texts: BTreeMap<String, Vec<u8>>) -> Result<Loaded, Findings> {
    load(root, folder::Folder::of(texts))
}

fn load(root: &str, found: folder::Folder) -> Result<Loaded, Findings> {
    let (files, mut findings) = parsed(root, found, UNREADABLE)?;
    check_names(&files, &mut findings);
    for file in files.iter() {
        if let Some(layout) = layout_of(&file.name) {
            shape::check(file, (layout.schema)().as_value(), &mut findings);
        }
    }
    if !findings.is_empty() {
        check::texts(&files, &mut findings);
        return Err(findings);
    }
    let read = decode_all(&files, &mut findings).zip(decode_teaching(&files, &mut findings));
    let read = read.zip(decode_lexicon(&files, &mut findings));
    let loaded = read.map(|((pack, teaching), lexicon)| Loaded {
        pack,
        teaching,
        lexicon,
        files,
    });
    loaded.ok_or(findings)
}

/// The files of a folder, and the findings about those that cannot be read or are not YAML. An error: the folder itself.
pub(super) fn parsed(root: &str, found: folder::Folder, told: Unreadable) -> Result<(Files, Findings), Findings> {
    let (files, broken) = parse_all(root, found.texts);
    let mut findings = Findings::new(files.clone());
    let no_folder = found.unreadable.iter().any(|(name, _)| name.is_empty());
    report_unreadable(found.unreadable, told, &mut findings);
    if no_folder {
        return Err(findings);
    }
    for (file, error) in broken {
        findings.add_at(
            "syntax",
            &file,
            Some(error.place).filter(|p| p.line > 0),
            error.message,
            error.help,
        );
    }
    Ok((files, findings))
}

fn parse_all(root: &str, texts: BTreeMap<String, Vec<u8>>) -> (Files, Vec<(String, SyntaxError)>) {
    let mut files = Vec::new();
    let mut broken = Vec::new();
    for (name, bytes) in texts {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let parsed = not_utf8(&bytes, &text).map_or_else(|| yaml::parse(&text), Err);
        let node = parsed.map_err(|error| broken.push((name.clone(), error))).ok();
        files.push(File { name, text, node });
    }
    (Files::new(root, files), broken)
}

fn not_utf8(bytes: &[u8], text: &str) -> Option<SyntaxError> {
    let offset = std::str::from_utf8(bytes).err()?.valid_up_to();
    let before = text.get(..offset).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let place = yaml::Place {
        line: before.matches('\n').count() + 1,
        column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
        offset,
        len: '\u{fffd}'.len_utf8(),
    };
    Some(SyntaxError {
        place,
        message: "the file is not UTF-8 text from here on".to_owned(),
        help: "Save the file as UTF-8; data files hold plain ASCII.".to_owned(),
    })
}

fn report_unreadable(unreadable: Vec<(String, String)>, told: Unreadable, findings: &mut Findings) {
    for (file, reason) in unreadable {
        let (message, help) = if file.is_empty() {
            (told.message, told.help)
        } else {
            (
                "the file cannot be read",
                "Check that the file exists, is a plain file and may be read.",
            )
        };
        findings.add_at("unreadable", &file, None, format!("{message}: {reason}"), help);
    }
}

fn layout_of(file: &str) -> Option<&'static DataFile> {
    LAYOUT.iter().find(|layout| layout.takes(file))
}

/// Missing files, and YAML files that nothing would read.
fn check_names(files: &Files, findings: &mut Findings) {
    for layout in LAYOUT.iter().filter(|layout| !layout.optional) {
        if !files.iter().any(|file| layout.takes(&file.name)) {
            let help = if layout.is_folder() {
                format!("Add files such as `{}name.yaml`: {}.", layout.name, layout.holds)
            } else {
                format!("Add `{}`: it holds {}.", layout.name, layout.holds)
            };
            let message = if layout.is_folder() {
                "the folder is missing or empty"
            } else {
                "the file is missing"
            };
            if findings.sorted().iter().all(|finding| finding.file != layout.name) {
                findings.add_at("missing-file", layout.name, None, message, help);
            }
        }
    }
    for file in files.iter().filter(|file| layout_of(&file.name).is_none()) {
        findings.add_at(
            "unexpected-file",
            &file.name,
            None,
            "a pack has no file of this name",
            rename(&file.name),
        );
    }
}

fn rename(file: &str) -> String {
    let as_yaml = file
        .rsplit_once('.')
        .map(|(stem, _)| format!("{stem}.yaml"))
        .unwrap_or_default();
    if layout_of(&as_yaml).is_some() {
        return format!("Rename it to `{as_yaml}`: data files end in `.yaml`.");
    }
    let stems = LAYOUT.iter().filter_map(|layout| layout.name.strip_suffix(".yaml"));
    let guess = suggest::nearest(as_yaml.trim_end_matches(".yaml"), stems);
    let guess = guess
        .map(|guess| format!("Did you mean `{guess}.yaml`? "))
        .unwrap_or_default();
    let names = listed(LAYOUT.iter().map(|layout| layout.name));
    format!("{guess}Rename or remove it; a pack holds {names}.")
}

fn decode_all(files: &Files, findings: &mut Findings) -> Option<Pack> {
    let pack = Pack {
        about: decode(files, name::ABOUT, findings)?,
        tree: decode(files, name::TREE, findings)?,
        cards: decode_folder(files, name::CODES, findings)?,
        statements: decode(files, name::STATEMENTS, findings)?,
        fees: decode(files, name::FEES, findings)?,
        faq: decode(files, name::FAQ, findings)?,
        signposts: decode(files, name::SIGNPOSTS, findings)?,
        checklist: decode(files, name::CHECKLIST, findings)?,
        modifiers: decode(files, name::MODIFIERS, findings)?,
        edits: decode(files, name::EDITS, findings)?,
        findings: decode(files, name::FINDINGS, findings)?,
        frequency: decode(files, name::FREQUENCY, findings)?,
        query: decode(files, name::QUERY, findings)?,
        jurisdictions: decode(files, name::JURISDICTIONS, findings)?,
        coverage: decode_folder(files, name::COVERAGE, findings)?,
        diagnoses: decode(files, name::DIAGNOSES, findings)?,
        glossary: decode(files, name::GLOSSARY, findings)?,
        retired: decode(files, name::RETIRED, findings)?,
        scrub: decode(files, name::SCRUB, findings)?,
        sources: decode(files, name::SOURCES, findings)?,
    };
    Some(pack)
}

fn decode_teaching(files: &Files, findings: &mut Findings) -> Option<Teaching> {
    Some(Teaching {
        cases: decode_folder(files, name::CASES, findings)?,
        disputes: decode_optional(files, name::DISPUTES, findings)?,
        lessons: decode_optional(files, name::LESSONS, findings)?,
    })
}

fn decode_lexicon(files: &Files, findings: &mut Findings) -> Option<Lexicon> {
    Some(Lexicon {
        identifiers: decode_optional(files, name::IDENTIFIERS, findings)?,
        ..decode_optional(files, name::LEXICON, findings)?
    })
}

/// The content of a file that need not be there.
fn decode_optional<T: DeserializeOwned + Default>(files: &Files, file: &str, findings: &mut Findings) -> Option<T> {
    match files.get(file) {
        Some(_) => decode(files, file, findings),
        None => Some(T::default()),
    }
}

fn decode_folder<T: DeserializeOwned>(files: &Files, folder: &str, findings: &mut Findings) -> Option<Vec<T>> {
    files
        .in_folder(folder)
        .map(|file| decode(files, &file.name, findings))
        .collect()
}

/// The shape check lets nothing through that cannot be decoded; should the two ever differ, that is told as well.
pub(super) fn decode<T: DeserializeOwned>(files: &Files, file: &str, findings: &mut Findings) -> Option<T> {
    let json = files.get(file)?.node.as_ref()?.to_json();
    serde_json::from_value(json)
        .map_err(|error| {
            let message = format!("the file cannot be read as it stands: {error}");
            findings.add_at(
                "decode",
                file,
                None,
                message,
                "This is a fault of the program's own shape check: report it.",
            );
        })
        .ok()
}
