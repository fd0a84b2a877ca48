//! What is handed out: completions and the manual page that their readers accept, one file that runs anywhere, and no call of one
//! system outside the code for it.

mod pty;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use pty::PROGRAM;
use rstest::rstest;
use tempfile::TempDir;

fn written(arguments: &[&str]) -> String {
    let output = Command::new(PROGRAM)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Hands a text to the program that reads such texts; none where that is not installed.
fn checked(program: &str, arguments: &[&str], text: &str) -> Option<bool> {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("text");
    fs::write(&file, text).unwrap();
    let status = Command::new(program)
        .args(arguments)
        .arg(&file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.ok().map(|status| status.success())
}

#[rstest]
#[case("bash", &["-n"])]
#[case("zsh", &["-n"])]
#[case("fish", &["-n"])]
#[case("powershell", &[])]
#[case("elvish", &["-compileonly"])]
fn completions_are_sound_and_name_every_command(#[case] shell: &str, #[case] check: &[&str]) {
    let text = written(&["completions", shell]);
    for command in [
        "code", "scrub", "batch", "card", "compare", "find", "replay", "tree", "check",
    ] {
        assert!(text.contains(command), "{shell} does not complete {command}");
    }
    let balance = |open: char, close: char| text.matches(open).count() == text.matches(close).count();
    assert!(
        shell != "powershell" || (balance('{', '}') && balance('(', ')')),
        "{text}"
    );
    if check.is_empty() {
        return;
    }
    match checked(shell, check, &text) {
        Some(sound) => assert!(sound, "{shell} refuses its completions"),
        None => println!("SKIPPED: {shell} is not installed; its completions were NOT read by it"),
    }
}

#[test]
fn the_manual_page_is_sound() {
    let page = written(&["man"]);
    assert!(page.contains(".TH epipath") && page.contains("SUBCOMMANDS"), "{page}");
    match checked("man", &["--warnings", "-l"], &page) {
        Some(sound) => assert!(sound, "man refuses the page"),
        None => println!("SKIPPED: man is not installed; the page was NOT read by it"),
    }
}

/// One file, nothing around it: no home, no environment, a folder that nobody may write to.
#[test]
fn it_runs_from_a_read_only_folder_without_a_home_or_an_environment() {
    let folder = TempDir::new().unwrap();
    let program = folder.path().join("epipath");
    fs::copy(PROGRAM, &program).unwrap();
    read_only(folder.path(), true);
    let run = |arguments: &[&str]| {
        Command::new(&program)
            .args(arguments)
            .env_clear()
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .output()
            .unwrap()
    };
    let code = run(&[
        "code",
        "region=lumbar",
        "approach=caudal",
        "imaging=ct",
        "delivery=needle",
        "substance=steroid-anesthetic",
    ]);
    let shelf = run(&["shelf"]);
    let about = run(&["about"]);
    read_only(folder.path(), false);
    assert!(String::from_utf8_lossy(&code.stdout).contains("62323"), "{code:?}");
    assert_eq!((code.status.code(), about.status.code()), (Some(0), Some(0)));
    assert!(matches!(shelf.status.code(), Some(0 | 2)), "{shelf:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

fn read_only(folder: &Path, yes: bool) {
    let mut rights = fs::metadata(folder).unwrap().permissions();
    rights.set_readonly(yes);
    fs::set_permissions(folder, rights).unwrap();
}

/// Every file of `src/` in which something of Unix alone is named, and what stands before it.
#[test]
fn what_only_unix_has_stands_behind_a_condition() {
    let only = [
        "std::os::unix",
        "rustix::",
        "nix::",
        "libc::",
        "SIGTSTP",
        "SIGWINCH",
        "SIGHUP",
        "SIGCONT",
    ];
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut found = 0;
    while let Some(next) = open.pop() {
        if next.is_dir() {
            open.extend(fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = fs::read_to_string(&next).unwrap();
        // Items are parted by empty lines; a condition stands in the item that it is about.
        for item in text.split("\n\n").scan(String::new(), |conditions, part| {
            if part.trim_start().starts_with("#[cfg(")
                || part.trim_start().starts_with("///")
                || part.trim_start().starts_with("fn ")
            {
                conditions.clear();
            }
            conditions.push_str(part);
            Some((conditions.clone(), part))
        }) {
            let code = item
                .1
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect::<String>();
            if only.iter().any(|name| code.contains(name)) {
                found += 1;
                assert!(item.0.contains("#[cfg(unix)]"), "{}: {}", next.display(), item.1);
            }
        }
    }
    assert!(found >= 3, "only {found} found: is the search still right?");
}
