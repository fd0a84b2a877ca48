//! `epipath cases check --watch`: checks again whenever a file of the pack changes.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use crate::cli::exit::{Exit, Failure};
use crate::cli::open;
use crate::pack::harmless;
use crate::pack::render::human;

/// How often the folder is looked at: soon enough for somebody who has just saved.
const EVERY: Duration = Duration::from_millis(300);

/// When each file was changed last, and its size.
type Seen = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Runs until it is interrupted, or until nobody reads.
pub(super) fn run(dir: &Path) -> Result<Exit, Failure> {
    let mut seen = look(dir);
    let mut told = checked(dir);
    loop {
        let text = format!("{told}\nwaiting for a change in {}; Ctrl-C ends\n", dir.display());
        let mut out = io::stdout().lock();
        if out.write_all(text.as_bytes()).and_then(|()| out.flush()).is_err() {
            return Ok(Exit::Code);
        }
        drop(out);
        let changed = loop {
            sleep(EVERY);
            let now = look(dir);
            let changed = differ(&seen, &now);
            seen = now;
            if !changed.is_empty() {
                break changed;
            }
        };
        told = format!("changed: {}\n{}", changed.join(", "), checked(dir));
    }
}

/// What the check tells.
fn checked(dir: &Path) -> String {
    match open::whole(dir) {
        Ok(loaded) => format!(
            "{}: nothing wrong, {} cases\n",
            dir.display(),
            loaded.teaching.cases.len()
        ),
        Err(findings) => harmless(&human(&findings, open::style(false))).into_owned(),
    }
}

/// The data files at the top and one folder down.
fn look(dir: &Path) -> Seen {
    let mut seen = Seen::new();
    let mut open = vec![(dir.to_owned(), 0)];
    while let Some((next, depth)) = open.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() && depth == 0 {
                open.push((path, 1));
            } else if path.extension().is_some_and(|end| end == "yaml")
                && let Ok(about) = entry.metadata()
            {
                seen.insert(path, (about.modified().ok(), about.len()));
            }
        }
    }
    seen
}

/// The names of the files that came, went or changed.
fn differ(before: &Seen, now: &Seen) -> Vec<String> {
    let changed = now.iter().filter(|(path, state)| before.get(*path) != Some(state));
    let gone = before.iter().filter(|(path, _)| !now.contains_key(*path));
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names = changed.chain(gone).map(|(path, _)| name(path));
    names.map(|name| harmless(&name).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_came_went_and_changed() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
        write("kept.yaml", "a");
        write("gone.yaml", "a");
        write("grows.yaml", "a");
        write("other.txt", "a");
        let before = look(dir.path());
        assert_eq!(differ(&before, &look(dir.path())), Vec::<String>::new());
        fs::remove_file(dir.path().join("gone.yaml")).unwrap();
        write("grows.yaml", "ab");
        write("new.yaml", "a");
        write("other.txt", "ab");
        assert_eq!(
            differ(&before, &look(dir.path())),
            ["grows.yaml", "new.yaml", "gone.yaml"]
        );
    }
}
