//! What is handed out: completions and the manual page that their readers accept, one file that runs anywhere, and no call of one
//! system outside the code for it.

mod pty;

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use clap::CommandFactory as _;
use epipath::cli::Args;
use epipath::line::word_table;
use epipath::tui::key_table;
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

/// The part of a completion script for a command; the empty name is the program itself.
fn part(shell: &str, script: &str, command: &str) -> String {
    let joined = |before: &str| match command {
        "" => "epipath".to_owned(),
        command => format!("epipath{before}{command}"),
    };
    let (start, end) = match shell {
        "bash" => (format!("\n        {})\n", joined("__subcmd__")), "\n            if "),
        "zsh" if command.is_empty() => ("_arguments \"${_arguments_options[@]}\" :".to_owned(), "&& ret=0"),
        "zsh" => (format!("({command})\n"), "&& ret=0"),
        "powershell" => (format!("'{}' {{", joined(";")), "break\n"),
        "elvish" => (format!("&'{}'= {{", joined(";")), "\n        }"),
        _ => {
            // A command with commands of its own completes its options before any of them.
            let conditions = match command {
                "" => vec!["_needs_command\"".to_owned()],
                command => vec![
                    format!("_using_subcommand {command}\""),
                    format!("_using_subcommand {command};"),
                ],
            };
            let here = |line: &&str| conditions.iter().any(|condition| line.contains(condition));
            let lines = script.lines().filter(here);
            return lines.collect::<Vec<_>>().join("\n");
        }
    };
    let (_, rest) = script
        .split_once(&start)
        .unwrap_or_else(|| panic!("{shell} has no part for `{command}`"));
    rest.split_once(end).unwrap().0.to_owned()
}

/// Whether that part completes an option.
fn completes(shell: &str, part: &str, option: &str) -> bool {
    let forms = match shell {
        "bash" => vec![format!(" --{option} "), format!(" --{option}\"")],
        "zsh" => vec![format!("--{option}["), format!("--{option}=[")],
        "powershell" => vec![format!("'--{option}'")],
        "elvish" => vec![format!("cand --{option} ")],
        _ => vec![format!(" -l {option} "), format!(" -l {option}\n")],
    };
    let part = format!("{part}\n");
    forms.iter().any(|form| part.contains(form))
}

/// The options of a command by their long names.
fn options(command: &clap::Command) -> Vec<String> {
    let long = command.get_arguments().filter_map(|option| option.get_long());
    long.map(ToOwned::to_owned).collect()
}

#[rstest]
#[case("bash", &["-n"])]
#[case("zsh", &["-n"])]
#[case("fish", &["-n"])]
#[case("powershell", &[])]
#[case("elvish", &["-compileonly"])]
fn completions_are_sound_and_complete_every_command_and_option(#[case] shell: &str, #[case] check: &[&str]) {
    let text = written(&["completions", shell]);
    let program = Args::command();
    let top = part(shell, &text, "");
    for option in options(&program) {
        assert!(completes(shell, &top, &option), "{shell}: --{option}");
    }
    let mut count = 0;
    for command in program.get_subcommands() {
        let here = part(shell, &text, command.get_name());
        assert!(text.contains(command.get_name()), "{shell}: {}", command.get_name());
        for option in options(command) {
            assert!(
                completes(shell, &here, &option),
                "{shell}: {} --{option}",
                command.get_name()
            );
            count += 1;
        }
    }
    assert!(count > 20, "only {count} options: is the search still right?");
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

#[rstest]
#[case(&["epipath", "scr"], "scrub")]
#[case(&["epipath", "--the"], "--theme")]
#[case(&["epipath", "code", "--rec"], "--receipt")]
#[case(&["epipath", "card", "62323", "--ht"], "--html")]
fn bash_completes_a_word(#[case] words: &[&str], #[case] completed: &str) {
    let script = written(&["completions", "bash"]);
    let (line, at) = (words.join(" "), words.len() - 1);
    let (typed, before) = (words[at], words[at - 1]);
    let asked = format!(
        "{script}\nCOMP_WORDS=({line}); COMP_CWORD={at}; _epipath epipath '{typed}' '{before}'; echo \"${{COMPREPLY[@]}}\""
    );
    let Ok(output) = Command::new("bash").args(["--norc", "-c", &asked]).output() else {
        return println!("SKIPPED: bash is not installed; nothing was completed by it");
    };
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), completed, "{output:?}");
}

/// A text as it stands in roff.
fn in_roff(text: &str) -> String {
    text.replace('\\', r"\\").replace('-', r"\-").replace('\'', r"\*(Aq")
}

#[test]
fn the_manual_page_is_sound_and_whole() {
    let page = written(&["man"]);
    for section in [
        "COMMANDS",
        "KEYS",
        "\"LINE MODE\"",
        "ENVIRONMENT",
        "FILES",
        "\"EXIT STATUS\"",
    ] {
        assert!(page.contains(&format!("\n.SH {section}\n")), "{section}");
    }
    for command in Args::command().get_subcommands() {
        assert!(
            page.contains(&format!("\n.SS \"epipath {}\"\n", command.get_name())),
            "{command}"
        );
        for option in options(command) {
            let named = format!("\\fB{}\\fR", in_roff(&format!("--{option}")));
            assert!(page.contains(&named), "{command} {named}");
        }
    }
    for row in word_table() {
        assert!(page.contains(&in_roff(row.help)), "{}", row.form());
    }
    for binding in key_table() {
        assert!(page.contains(&in_roff(binding.help)), "{:?}", binding.command);
    }
    match checked("man", &["--warnings", "-l"], &page) {
        Some(sound) => assert!(sound, "man refuses the page"),
        None => println!("SKIPPED: man is not installed; the page was NOT read by it"),
    }
}

#[test]
fn the_manual_page_names_every_variable_that_is_read() {
    let page = written(&["man"]);
    // One is read where the program is built, one by a debug build alone.
    let inner = ["EPIPATH_PACK_FINGERPRINT", "EPIPATH_TEST_PANIC"];
    let mut found = 0;
    for (_, text) in sources() {
        for name in text.split('"').filter(|name| name.starts_with("EPIPATH_")) {
            if name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') && !inner.contains(&name) {
                assert!(page.contains(&format!("\n\\fB{name}\\fR\n")), "{name}");
                found += 1;
            }
        }
    }
    assert!(found > 9, "only {found} found: is the search still right?");
}

/// Every file of `src/`.
fn sources() -> Vec<(PathBuf, String)> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = Vec::new();
    while let Some(next) = open.pop() {
        if next.is_dir() {
            open.extend(fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let text = fs::read_to_string(&next).unwrap();
            files.push((next, text));
        }
    }
    files
}

/// Nobody in particular, as systems number them.
const NOBODY: u32 = 65534;

/// Runs a program alone: no environment, nothing in its folder but itself, and no rights, where the tests may give theirs up.
fn alone(program: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env_clear()
        .current_dir(program.parent().unwrap())
        .stdin(Stdio::null());
    if fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0) {
        command.uid(NOBODY).gid(NOBODY);
    } else {
        println!("SKIPPED: not as root; the program ran as the one who tests, NOT as nobody");
    }
    command.output().unwrap()
}

/// Copies the program by a process of its own. A copy written by this one is open for writing in every child that another test
/// forks meanwhile, and as long as it is, the system refuses to run it (ETXTBSY, "Text file busy").
fn copied(target: &Path) {
    let status = Command::new("cp").arg(PROGRAM).arg(target).status().unwrap();
    assert!(status.success(), "cp: {status}");
}

/// One file, nothing around it: no home, no environment, a folder that nobody may write to.
#[test]
fn it_runs_from_a_read_only_folder_without_a_home_or_an_environment() {
    let folder = TempDir::new().unwrap();
    let program = folder.path().join("epipath");
    copied(&program);
    fs::set_permissions(folder.path(), Permissions::from_mode(0o555)).unwrap();
    let code = alone(
        &program,
        &[
            "code",
            "region=lumbar",
            "approach=caudal",
            "imaging=ct",
            "delivery=needle",
            "substance=steroid-anesthetic",
        ],
    );
    let others = [["shelf"], ["about"], ["config"], ["doctor"]].map(|arguments| alone(&program, &arguments));
    let lines = alone(&program, &["--plain"]);
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    assert!(String::from_utf8_lossy(&code.stdout).contains("62323"), "{code:?}");
    assert_eq!(
        (code.status.code(), lines.status.code()),
        (Some(0), Some(4)),
        "{lines:?}"
    );
    for output in others {
        assert_eq!(output.status.code(), Some(0), "{output:?}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
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
    let mut found = 0;
    for (file, text) in sources() {
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
                assert!(item.0.contains("#[cfg(unix)]"), "{}: {}", file.display(), item.1);
            }
        }
    }
    assert!(found >= 3, "only {found} found: is the search still right?");
}
