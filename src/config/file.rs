//! Reads the file. Nothing here ever writes it.

use std::path::{Path as FsPath, PathBuf};

use super::Origin;
use super::model::{Config, LONGEST_IDLE};
use crate::pack::yaml::{Entry, Value};
use crate::pack::{Findings, Path, nearest, read_with_places};

/// The name of the file.
pub const CONFIG: &str = "config.yaml";

/// The file as it was read. Where something is wrong with it, it says no more than how the wizard is shown.
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
    /// Something is wrong with it, so that nothing of it counts but how the wizard is shown: theme, ascii and plain.
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
        Err(mut findings) => {
            // What else is wrong is told in the same go.
            let readable = entries(&findings).map(rest).unwrap_or_default();
            idle(&readable, &mut findings);
            check(&readable, &mut findings);
            broken(file, findings)
        }
    }
}

/// A file with something wrong. Somebody who cannot use a screen gets none because of a slip elsewhere in the file.
fn broken(file: ConfigFile, findings: Findings) -> ConfigFile {
    ConfigFile {
        config: entries(&findings).map(appearance).unwrap_or_default(),
        state: State::Broken,
        findings,
        ..file
    }
}

fn entries(findings: &Findings) -> Option<&[Entry]> {
    let file = findings.files().get(CONFIG)?;
    Some(file.node.as_ref()?.entries())
}

/// The value of a key that stands there once.
fn only<'a>(entries: &'a [Entry], key: &str) -> Option<&'a Value> {
    let mut same = entries.iter().filter(|entry| entry.key == key);
    let first = same.next()?;
    same.next().is_none().then_some(&first.node.value)
}

/// How the wizard is shown, as far as it can be read.
fn appearance(entries: &[Entry]) -> Config {
    let switch = |key| match only(entries, key) {
        Some(Value::Bool(value)) => Some(*value),
        _ => None,
    };
    let theme = match only(entries, "theme") {
        Some(Value::Text(name)) => name.parse().ok(),
        _ => None,
    };
    Config {
        theme,
        ascii: switch("ascii"),
        plain: switch("plain"),
        ..Config::default()
    }
}

/// What can be checked beside a finding: the minutes, and the keys that are lists of names.
fn rest(entries: &[Entry]) -> Config {
    let keys = entries.iter().find(|entry| entry.key == "keys");
    let named = |entry: &Entry| {
        let names = entry.node.items().iter().map(|item| match &item.value {
            Value::Text(name) => Some(name.clone()),
            _ => None,
        });
        Some((entry.key.clone(), names.collect::<Option<Vec<String>>>()?))
    };
    let lists = keys.into_iter().flat_map(|entry| entry.node.entries());
    let lists = lists.filter(|entry| matches!(entry.node.value, Value::List(_)));
    Config {
        idle_minutes: match only(entries, "idle_minutes") {
            Some(Value::Number(number)) => number.to_string().parse().ok(),
            _ => None,
        },
        keys: lists.filter_map(named).collect(),
        ..Config::default()
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
