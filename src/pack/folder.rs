//! Lists and reads the files of a pack folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// Largest data file that is read.
const LARGEST: u64 = 4 * 1024 * 1024;

/// Largest folder that is read: its files together, and how many they are.
const LARGEST_FOLDER: u64 = 16 * 1024 * 1024;
const MOST_FILES: usize = 1000;

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// The bytes of every YAML file by its name inside the pack, such as `codes/62323.yaml`.
    pub(super) texts: BTreeMap<String, Vec<u8>>,
    /// What could not be read, by name, with the reason; an empty name is the folder itself.
    pub(super) unreadable: Vec<(String, String)>,
    /// The bytes read so far.
    bytes: u64,
    /// Whether there was more than is read.
    overfull: bool,
}

/// Reads every YAML file at the top and one folder down.
pub(super) fn read(dir: &Path) -> Folder {
    let mut folder = Folder::default();
    match fs::read_dir(dir) {
        Ok(entries) => folder.take(entries.flatten(), ""),
        Err(error) => folder.unreadable.push((String::new(), reason(&error))),
    }
    folder
}

/// Reads every YAML file at the top and nothing below.
pub(super) fn read_top(dir: &Path) -> Folder {
    let mut folder = Folder::default();
    match fs::read_dir(dir) {
        Ok(entries) => {
            let files = entries.flatten().filter(|entry| !entry.path().is_dir());
            folder.take(files, "");
        }
        Err(error) => folder.unreadable.push((String::new(), reason(&error))),
    }
    folder
}

impl Folder {
    /// Texts that are in memory already.
    pub(super) fn of(texts: BTreeMap<String, Vec<u8>>) -> Self {
        Self {
            texts,
            ..Self::default()
        }
    }

    fn take(&mut self, entries: impl Iterator<Item = fs::DirEntry>, prefix: &str) {
        for entry in entries {
            if self.overfull {
                return;
            }
            let file_name = entry.file_name().to_string_lossy().into_owned();
            let name = format!("{prefix}{file_name}");
            if file_name.starts_with('.') {
                continue;
            }
            if entry.path().is_dir() {
                self.descend(&entry.path(), &format!("{name}/"));
            } else if is_yaml(&file_name) {
                self.read_file(&entry.path(), name);
            }
        }
    }

    fn descend(&mut self, dir: &Path, prefix: &str) {
        if prefix.matches('/').count() > 1 {
            return;
        }
        match fs::read_dir(dir) {
            Ok(entries) => self.take(entries.flatten(), prefix),
            Err(error) => self.unreadable.push((prefix.to_owned(), reason(&error))),
        }
    }

    /// Whether a file may still be taken up.
    fn has_room_for(&self, bytes: &[u8]) -> bool {
        self.texts.len() < MOST_FILES && self.bytes + bytes.len() as u64 <= LARGEST_FOLDER
    }

    fn read_file(&mut self, path: &Path, name: String) {
        match read_at_most(path) {
            Ok(bytes) if self.has_room_for(&bytes) => {
                self.bytes += bytes.len() as u64;
                self.texts.insert(name, bytes);
            }
            Ok(_) => {
                self.overfull = true;
                self.texts.clear();
                let reason = format!(
                    "it holds more than {MOST_FILES} data files, or more than {} MB of them",
                    LARGEST_FOLDER >> 20
                );
                self.unreadable.push((String::new(), reason));
            }
            Err(error) => self.unreadable.push((name, reason(&error))),
        }
    }
}

/// The bytes of a file; nothing where there is none, the reason where it cannot be read.
pub(super) fn read_alone(path: &Path) -> Result<Option<Vec<u8>>, String> {
    match read_at_most(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(reason(&error)),
    }
}

fn is_yaml(file_name: &str) -> bool {
    Path::new(file_name)
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml"))
}

fn read_at_most(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::other("it is larger than 4 MB"));
    }
    Ok(bytes)
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::NotADirectory => "it is not a folder".to_owned(),
        io::ErrorKind::PermissionDenied => "reading it is not permitted".to_owned(),
        _ => error.to_string(),
    }
}
