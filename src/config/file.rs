//! Reads the file. Nothing here ever writes it.

use std::path::{Path as FsPath, PathBuf};

use super::Origin;
use super::model::{Config, LONGEST_IDLE};
use crate::pack::{Findings, Path, nearest, read_with_places};

/// The name of the file.
pub const CONFIG: &str = "config.yaml";

/// The file as it was read. Where it cannot be used it says nothing: every value has its default.
#[derive(Debug, Clone, Default)]
pub struct ConfigFile {
    /// Where it lies, or would lie; none where no folder is known.
    pub path: Option<PathBuf>,
    /// What it says.
    pub config: Config,
    /// Whether it could be read.
    pub state: State,
    /// What is wrong with it; the places of what it says.
    pub findings: Findings,
}

/// Whether the file could be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    /// There is none, or nothing stands in it.
    #[default]
    Absent,
    /// It was read.
    Read,
    /// Something is wrong with it, so that nothing of it counts.
    Broken,
}

/// Reads the file of a folder; `check` adds what else is wrong with what it says.
#[must_use]
pub fn read(folder: Option<&FsPath>, check: impl FnOnce(&Config, &mut Findings)) -> ConfigFile {
    let Some(folder) = folder else {
        return ConfigFile::default();
    };
    let path = folder.join(CONFIG);
    let read = read_with_places::<Config>(&path);
    let file = ConfigFile {
        path: Some(path),
        ..ConfigFile::default()
    };
    match read {
        Ok(None) => file,
        Ok(Some((config, mut findings))) => {
            idle(&config, &mut findings);
            check(&config, &mut findings);
            if findings.is_empty() {
                let state = State::Read;
                return ConfigFile {
                    config,
                    state,
                    findings,
                    ..file
                };
            }
            broken(file, findings)
        }
        Err(findings) => broken(file, findings),
    }
}

fn broken(file: ConfigFile, findings: Findings) -> ConfigFile {
    ConfigFile {
        state: State::Broken,
        findings,
        ..file
    }
}

fn idle(config: &Config, findings: &mut Findings) {
    if config.idle_minutes.is_some_and(|minutes| minutes > LONGEST_IDLE) {
        findings.add(
            "idle-minutes",
            CONFIG,
            &Path::top().key("idle_minutes"),
            "nobody waits longer than a day",
            format!("Write 1 to {LONGEST_IDLE} minutes, or 0 to never clear the case."),
        );
    }
}

impl ConfigFile {
    /// What the file says under a key, and where.
    pub fn says<T>(&self, key: &'static str, value: Option<T>) -> Option<(T, Origin)> {
        let place = self.findings.files().place(CONFIG, &Path::top().name(key));
        Some((value?, Origin::File(place.map_or(0, |place| place.line))))
    }

    /// A folder named in the file: one that is not absolute lies in the folder of the file, and `~/` in that of the person.
    #[must_use]
    pub fn folder(&self, named: &str, home: Option<&FsPath>) -> PathBuf {
        if let (Some(rest), Some(home)) = (named.strip_prefix("~/"), home) {
            return home.join(rest);
        }
        let here = self.path.as_deref().and_then(FsPath::parent);
        here.map_or_else(|| PathBuf::from(named), |here| here.join(named))
    }

    /// Whether a broken file may say something of a key: it stands there, or something like it, or nobody can tell.
    #[must_use]
    pub fn may_say(&self, keys: &[&str]) -> bool {
        let Some(node) = self.findings.files().get(CONFIG).and_then(|file| file.node.as_ref()) else {
            return self.state == State::Broken;
        };
        let like = |name: &str| nearest(name, keys.iter().copied()).is_some();
        self.state == State::Broken && node.entries().iter().any(|entry| like(&entry.key))
    }

    /// The first thing wrong with it, in one line with its place.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        let finding = *self.findings.sorted().first()?;
        let place = finding.place.map(|place| format!(":{}:{}", place.line, place.column));
        Some(format!("{CONFIG}{}: {}", place.unwrap_or_default(), finding.message))
    }
}
