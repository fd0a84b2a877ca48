//! What is compared: each program shows the same five answers in a list with a mark that the Down key moves.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;

/// The program of this repository.
pub(crate) const EPIPATH: &str = env!("CARGO_BIN_EXE_epipath");
/// Where the bench puts what it makes.
const WORKSHOP: &str = env!("CARGO_TARGET_TMPDIR");
/// The answers, by a word that nothing else on the screen begins with.
const ANSWERS: [&str; 5] = [
    "Cervical (neck)",
    "Thoracic (mid-back)",
    "T12-L1, the junction",
    "Lumbar (low back)",
    "Sacral (S1 to S4)",
];
/// The beginnings of the answers by which their rows are known.
pub(crate) const ROWS: [&str; 4] = ["Cervical (", "Thoracic (", "T12-L1, ", "Lumbar ("];
/// The line that the floor writes.
const LINE: &str = "Where did the needle enter?";

/// A program to measure.
pub(crate) struct Program {
    pub(crate) name: &'static str,
    pub(crate) command: CommandBuilder,
    /// Its first frame is there when the screen shows this.
    pub(crate) shows: &'static str,
    /// Whether it has a list to move in.
    pub(crate) moves: bool,
    /// It runs in every round, or in every so many.
    pub(crate) every: usize,
}

/// What can be run here, and a note on each that cannot.
pub(crate) fn all() -> (Vec<Program>, Vec<String>) {
    let mut found = Vec::new();
    let mut notes = Vec::new();
    for program in [
        floor(),
        floor_through_sh(),
        Ok(program("epipath", command(EPIPATH, &[]), "Where did the needle")),
        whiptail(),
        fzf(),
        python("questionary", QUESTIONARY),
        python("prompt_toolkit", PROMPT_TOOLKIT),
    ] {
        match program {
            Ok(program) => found.push(program),
            Err(note) => notes.push(format!("skipped: {note}")),
        }
    }
    (found, notes)
}

fn program(name: &'static str, command: CommandBuilder, shows: &'static str) -> Program {
    Program {
        name,
        command,
        shows,
        moves: true,
        every: 1,
    }
}

fn command(name: &str, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(name);
    command.args(arguments);
    command.env("TERM", "xterm-256color");
    command.env_remove("NO_COLOR");
    command.env_remove("FZF_DEFAULT_OPTS");
    command.env("PROMPT_TOOLKIT_NO_CPR", "1");
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command
}

/// A C program that writes one line and waits, linked statically: nothing that shows anything starts faster.
fn floor() -> Result<Program, String> {
    let (source, built) = (path("floor.c"), path("floor"));
    let text = format!(
        "#include <unistd.h>\nint main(void) {{ char c; return write(1, \"{LINE}\\n\", {}) < 0 || read(0, &c, 1) < 0; }}\n",
        LINE.len() + 1
    );
    std::fs::write(&source, text).map_err(|error| format!("static C program: {error}"))?;
    let made = Command::new("cc")
        .args(["-O2", "-static", "-o"])
        .args([&built, &source])
        .status();
    if !made.is_ok_and(|status| status.success()) {
        return Err("static C program: no cc that links statically".to_owned());
    }
    Ok(Program {
        moves: false,
        ..program("static C, one line", command(&built.to_string_lossy(), &[]), LINE)
    })
}

/// The same started by a shell, as fzf has to be here: the difference is the shell's share.
fn floor_through_sh() -> Result<Program, String> {
    let floor = floor()?;
    let built = path("floor");
    Ok(Program {
        command: command("sh", &["-c", "exec \"$0\" <&2", &built.to_string_lossy()]),
        name: "the same through sh",
        ..floor
    })
}

fn whiptail() -> Result<Program, String> {
    installed("whiptail")?;
    let mut arguments = vec!["--menu", LINE, "20", "70", "10"];
    for (number, answer) in ["1", "2", "3", "4", "5"].iter().zip(ANSWERS) {
        arguments.extend([*number, answer]);
    }
    Ok(program("whiptail", command("whiptail", &arguments), ROWS[3]))
}

fn fzf() -> Result<Program, String> {
    installed("fzf")?;
    let list = path("answers.txt");
    std::fs::write(&list, ANSWERS.join("\n")).map_err(|error| format!("fzf: {error}"))?;
    let list = list.to_string_lossy().into_owned();
    let command = command("sh", &["-c", "exec fzf --reverse <\"$0\"", &list]);
    Ok(program("fzf (through sh)", command, ROWS[3]))
}

const QUESTIONARY: &str = "import sys, questionary; questionary.select(sys.argv[1], choices=sys.argv[2:]).ask()";
const PROMPT_TOOLKIT: &str = "import sys; from prompt_toolkit.shortcuts import choice; \
     choice(message=sys.argv[1], options=[(answer, answer) for answer in sys.argv[2:]])";

/// A Python library; it starts so slowly that a run every few rounds must do.
fn python(library: &'static str, script: &str) -> Result<Program, String> {
    let import = script.split("; choice(").next().unwrap_or(script);
    let import = import.split("; questionary.select").next().unwrap_or(import);
    let there = Command::new("python3")
        .args(["-c", import])
        .stderr(Stdio::null())
        .status();
    if !there.is_ok_and(|status| status.success()) {
        return Err(format!("{library} (Python): not installed"));
    }
    let mut arguments = vec!["-c", script, LINE];
    arguments.extend(ANSWERS);
    Ok(Program {
        every: 6,
        ..program(library, command("python3", &arguments), ROWS[3])
    })
}

fn installed(name: &str) -> Result<(), String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
    found.then_some(()).ok_or_else(|| format!("{name}: not installed"))
}

fn path(name: &str) -> PathBuf {
    Path::new(WORKSHOP).join(name)
}
