//! No network, and nothing written unasked: whole sessions of the real program, every system call of files and of the network noted.
//! Which way was possible is told on stdout: by `strace`, else in a network namespace that holds nothing, else not at all.

mod pty;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;
use pty::screen::text;
use pty::{PROGRAM, Terminal, command, key};
use tempfile::TempDir;

/// Calls that reach the network, or change what is on the disk.
const CALLS: &str = "%network,open,openat,openat2,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,\
                     symlinkat,truncate,ftruncate,chmod,fchmodat";
/// A pair of ends within the process, by which a signal wakes it, is no network.
const WITHIN: [&str; 2] = ["socketpair(AF_UNIX", "socketpair(AF_LOCAL"];

/// What the machine allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Means {
    /// Every call is noted.
    Trace,
    /// There is no network to reach; what is written is not seen.
    NoNetwork,
    /// Nothing.
    None,
}

fn works(program: &str, arguments: &[&str]) -> bool {
    let status = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

fn means() -> Means {
    let means = if works("strace", &["-f", "-e", "trace=%network", "-o", "/dev/null", "true"]) {
        Means::Trace
    } else if works("unshare", &["-rn", "true"]) {
        Means::NoNetwork
    } else {
        Means::None
    };
    println!("MEANS OF THIS TEST: {means:?}");
    if means == Means::None {
        println!(
            "SKIPPED: neither strace nor unshare can be used here; that nothing is sent or written was NOT tested"
        );
    }
    means
}

/// The words before the program's own.
fn wrapped(means: Means, notes: &Path) -> Vec<String> {
    let words: Vec<&str> = match means {
        Means::Trace => vec!["strace", "-f", "-qq", "-e", "signal=none", "-e", CALLS, "-o"],
        Means::NoNetwork => vec!["unshare", "-rn"],
        Means::None => vec!["env"],
    };
    let mut words: Vec<String> = words
        .into_iter()
        .map(|word| word.replace(CALLS, &format!("trace={CALLS}")))
        .collect();
    if means == Means::Trace {
        words.push(notes.display().to_string());
    }
    words.push(PROGRAM.to_owned());
    words
}

/// A call that sends, or that writes into anything but the terminal.
fn is_wrong(call: &str) -> bool {
    if !call.contains('(') || call.contains("exited with") {
        return false;
    }
    if WITHIN.iter().any(|within| call.contains(within)) {
        return false;
    }
    let opens = ["open(", "openat(", "openat2("].iter().any(|name| call.contains(name));
    if opens {
        let writes = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"];
        let terminal = ["\"/dev/tty\"", "\"/dev/pts/", "\"/dev/null\""];
        return writes.iter().any(|flag| call.contains(flag)) && !terminal.iter().any(|name| call.contains(name));
    }
    // Ends of the pair within are read and written by their numbers; an address would be named.
    let within = ["recvfrom(", "sendto(", "recvmsg(", "sendmsg(", "shutdown("]
        .iter()
        .any(|name| call.contains(name));
    !within || call.contains("sa_family")
}

fn assert_clean(notes: &Path) {
    let notes = fs::read_to_string(notes).unwrap();
    assert!(notes.contains("openat("), "nothing was traced:\n{notes}");
    let wrong: Vec<&str> = notes.lines().filter(|call| is_wrong(call)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_call_is_known_for_one() {
    for call in [
        "12 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3",
        "12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3",
        "12 connect(3, {sa_family=AF_INET, sin_port=htons(443)}, 16) = 0",
        "12 sendto(3, \"x\", 1, 0, {sa_family=AF_INET}, 16) = 1",
        "12 openat(AT_FDCWD, \"/home/x/.cache\", O_WRONLY|O_CREAT|O_CLOEXEC, 0666) = 3",
        "12 mkdir(\"/home/x/.config\", 0777) = 0",
        "12 renameat2(AT_FDCWD, \"a\", AT_FDCWD, \"b\", 0) = 0",
    ] {
        assert!(is_wrong(call), "{call}");
    }
    for call in [
        "12 openat(AT_FDCWD, \"/lib/libc.so.6\", O_RDONLY|O_CLOEXEC) = 3",
        "12 open(\"/dev/tty\", O_RDWR) = 3",
        "12 socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0, [3, 4]) = 0",
        "12 sendto(4, \"\\27\", 1, MSG_DONTWAIT, NULL, 0) = 1",
        "12 +++ exited with 0 +++",
    ] {
        assert!(!is_wrong(call), "{call}");
    }
}

#[test]
fn a_whole_session_of_the_wizard_sends_and_writes_nothing() {
    let means = means();
    let folder = TempDir::new().unwrap();
    let notes = folder.path().join("calls");
    let home = TempDir::new().unwrap();
    let words = wrapped(means, &notes);
    let mut wizard: CommandBuilder = command(&words[0]);
    wizard.args(&words[1..]);
    wizard.env("HOME", home.path());
    wizard.env_remove("EPIPATH_CONFIG_DIR");
    wizard.env_remove("XDG_CONFIG_HOME");
    wizard.cwd(home.path());
    let mut terminal = Terminal::start(wizard, 80, 24);
    terminal.wait_for("Where did the needle");
    terminal.send("41111");
    terminal.wait_for("Checklist");
    terminal.send("/62321\r");
    terminal.wait_for("What the note must say");
    while text(terminal.screen()).contains('\u{250c}') {
        terminal.press(key::ESC);
    }
    terminal.press("c");
    terminal.press(key::ENTER);
    terminal.wait_for("What the answers must be");
    terminal.press(key::ESC);
    terminal.press(key::ESC);
    terminal.press("e");
    terminal.press("3");
    terminal.wait_for("line,code,modifiers");
    terminal.press(key::ESC);
    terminal.press("F");
    terminal.press(key::ESC);
    terminal.send("q");
    terminal.wait_exit();
    let left: Vec<_> = fs::read_dir(home.path()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
    if means == Means::Trace {
        assert_clean(&notes);
    }
}

#[test]
fn the_commands_send_and_write_nothing() {
    let means = means();
    let folder = TempDir::new().unwrap();
    let home = TempDir::new().unwrap();
    let rows = folder.path().join("rows.csv");
    fs::write(&rows, "id,region,approach\na,lumbar,caudal\nb,cervical,interlaminar\n").unwrap();
    let rows = rows.display().to_string();
    for (nth, arguments) in [
        vec!["code", "region=lumbar", "approach=caudal", "--json"],
        vec!["code", "L4-5 TFESI fluoro dex"],
        vec!["card", "62323", "--html"],
        vec!["batch", &rows],
        vec!["scrub", "64483-50, 64484 x2"],
        vec!["compare", "62322", "62323"],
        vec!["find", "caudal"],
        vec!["shelf"],
        vec!["check", concat!(env!("CARGO_MANIFEST_DIR"), "/data")],
    ]
    .into_iter()
    .enumerate()
    {
        let notes = folder.path().join(format!("calls-{nth}"));
        let words = wrapped(means, &notes);
        let output = Command::new(&words[0])
            .args(&words[1..])
            .args(&arguments)
            .env("HOME", home.path())
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("EPIPATH_CONFIG_DIR")
            .current_dir(home.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(
            !output.stdout.is_empty(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0, "{arguments:?}");
        if means == Means::Trace {
            assert_clean(&notes);
        }
    }
}
