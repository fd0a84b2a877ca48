//! Dependencies point down only, inner floors know no terminal, and Rust knows no code by number.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the ground up. A room may use those below it; the command line also opens the other doors.
const FLOORS: [&[&str]; 8] = [
    &["pack"],
    &["tree"],
    &["find", "claim"],
    &["entry", "note"],
    &["session", "shelf"],
    &["config", "train"],
    &["report"],
    &["line", "tui", "cli"],
];

fn rust_files(dir: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            files.extend(rust_files(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            files.push(entry);
        }
    }
    files
}

fn floor_of(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

#[test]
fn dependencies_point_down_only() {
    for (floor, room) in FLOORS
        .iter()
        .enumerate()
        .flat_map(|(floor, rooms)| rooms.iter().map(move |room| (floor, room)))
    {
        let dir = Path::new("src").join(room);
        for file in if dir.is_dir() { rust_files(&dir) } else { Vec::new() } {
            let text = fs::read_to_string(&file).unwrap();
            for used in text
                .split("crate::")
                .skip(1)
                .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
            {
                let Some(lower) = floor_of(used) else { continue };
                let allowed = lower < floor || used == *room || *room == "cli";
                assert!(
                    allowed,
                    "{} uses crate::{used}, which is not below {room}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn inner_floors_know_no_terminal() {
    for room in [
        "pack", "tree", "claim", "find", "entry", "note", "session", "report", "config", "train",
    ] {
        for file in rust_files(&Path::new("src").join(room)) {
            let text = fs::read_to_string(&file).unwrap();
            for outside in ["ratatui", "crossterm", "clap", "signal_hook"] {
                assert!(
                    !text.contains(&format!("{outside}::")),
                    "{} uses {outside}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn rust_knows_no_code_by_number() {
    for file in rust_files(Path::new("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code.take_while(|line| !line.contains("#[cfg(test)]")) {
            for number in (62320..=62327).chain([64479, 64480, 64483, 64484]) {
                assert!(!line.contains(&number.to_string()), "{}: {line}", file.display());
            }
        }
    }
}
