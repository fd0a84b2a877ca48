//! The config file, the commands that tell of it, and what each setting does.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use epipath::config::{CONFIG, ConfigFile, State, ThemeName, read};
use epipath::pack::render::{Style, human};
use rstest::rstest;
use tempfile::TempDir;

fn written(text: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join(CONFIG), text).unwrap();
    dir
}

fn of(text: &str) -> ConfigFile {
    read(Some(written(text).path()), |_, _| ())
}

/// The program with a folder and variables of its own and nothing else of the environment that it listens to.
fn epipath(dir: &Path, env: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_epipath"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("EPIPATH_")) {
        command.env_remove(name);
    }
    for name in ["NO_COLOR", "COLORTERM", "TMUX", "STY", "LC_ALL", "LC_CTYPE"] {
        command.env_remove(name);
    }
    command.env("EPIPATH_CONFIG_DIR", dir).envs(env.iter().copied());
    command.args(arguments).stdin(Stdio::null());
    command.output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// "light / config.yaml, line 1": a setting as `epipath config` shows it.
fn shown(output: &Output, name: &str) -> String {
    let text = out(output);
    let row = text.lines().find(|line| line.split_whitespace().next() == Some(name));
    let row = row.unwrap_or_else(|| panic!("{name}: {text}{}", err(output)));
    let parts: Vec<&str> = row.split("  ").map(str::trim).filter(|part| !part.is_empty()).collect();
    parts[1..].join(" / ")
}

#[rstest]
#[case("")]
#[case("# theme: light\n")]
#[case("\n\n")]
fn a_file_without_a_word_says_nothing(#[case] text: &str) {
    let file = of(text);
    assert_eq!(file.state, State::Absent, "{:?}", file.findings);
    assert_eq!(file.config, epipath::config::Config::default());
}

#[test]
fn everything_that_may_stand_there_is_read() {
    let text = "theme: high-contrast\nascii: true\nplain: true\nsetting: asc\npayer: medicare:TX\npack: packs/ours\n\
                overlay: ~/local\nidle_minutes: 5\nkeys:\n  undo: [z, F2]\n  find: [\"/\"]\n";
    let file = of(text);
    assert_eq!(file.state, State::Read, "{}", human(&file.findings, Style::default()));
    let config = &file.config;
    assert_eq!(config.theme, Some(ThemeName::HighContrast));
    assert_eq!(
        (config.ascii, config.plain, config.idle_minutes),
        (Some(true), Some(true), Some(5))
    );
    assert_eq!(config.keys["undo"], ["z", "F2"]);
    let here = file.path.as_deref().and_then(Path::parent).unwrap();
    assert_eq!(file.folder("packs/ours", None), here.join("packs/ours"));
    assert_eq!(file.folder("/srv/ours", None), Path::new("/srv/ours"));
    assert_eq!(
        file.folder("~/local", Some(Path::new("/home/jane"))),
        Path::new("/home/jane/local")
    );
}

#[rstest]
#[case("theme: hihg-contrast\n", "config.yaml:1:8", "Did you mean `high-contrast`?")]
#[case("ascii: yes\n", "config.yaml:1:8", "Write `true` or `false`")]
#[case("idle_minute: 5\n", "config.yaml:1:1", "Did you mean `idle_minutes`?")]
#[case("idle_minutes: 99999\n", "config.yaml:1:15", "0 to never clear")]
#[case("idle_minutes: -1\n", "config.yaml:1:15", "digits only")]
#[case("setting: hospitl\n", "config.yaml:1:10", "Did you mean `hospital`?")]
#[case("theme: dark\ntheme: light\n", "config.yaml:2:1", "Keep one")]
#[case("keys: [undo]\n", "config.yaml:1:7", "key: value")]
#[case("keys:\n  undo: [3]\n", "config.yaml:2:10", "Quote it")]
#[case("theme: &a dark\n", "config.yaml:1:", "help")]
#[case("theme: [\n", "config.yaml:", "help")]
#[case("keys:\n  undoo: [z]\n", "config.yaml:2:3", "Did you mean `undo`?")]
#[case("keys:\n  undo: [z, w]\n", "config.yaml:2:13", "give `why` other keys")]
#[case("keys:\n  undo: [Escp]\n", "config.yaml:2:10", "Did you mean `Esc`?")]
#[case("keys:\n  undo: [\"?\"]\n", "config.yaml:2:10", "another key")]
fn what_is_wrong_is_told_with_its_place(#[case] text: &str, #[case] place: &str, #[case] help: &str) {
    let dir = written(text);
    let output = epipath(dir.path(), &[], &["config"]);
    assert_eq!(output.status.code(), Some(2));
    let told = err(&output);
    assert!(told.contains(place) && told.contains(help), "{told}");
    assert_eq!(shown(&output, "theme"), "auto / default");
    assert_eq!(
        fs::read_to_string(dir.path().join(CONFIG)).unwrap(),
        text,
        "never written"
    );
}

#[test]
fn all_findings_are_told_not_only_the_first() {
    let dir = written("theme: drak\nasci: true\nidle_minutes: x\n");
    assert!(err(&epipath(dir.path(), &[], &["config"])).contains("3 findings in 1 file"));
    let dir = written("keys:\n  undo: [w]\n  redoo: [z]\n  find: []\n");
    assert!(err(&epipath(dir.path(), &[], &["config"])).contains("3 findings in 1 file"));
}

#[rstest]
#[case("theme", "--theme", "light", "EPIPATH_THEME", "dark", "theme: high-contrast")]
#[case("setting", "--setting", "asc", "EPIPATH_SETTING", "hospital", "setting: asc")]
#[case("payer", "--payer", "medicare", "EPIPATH_PAYER", "medicare:TX", "payer: medicare:FL")]
#[case(
    "idle_minutes",
    "--idle-minutes",
    "3",
    "EPIPATH_IDLE_MINUTES",
    "4.5",
    "idle_minutes: 5"
)]
#[case(
    "overlay",
    "--overlay",
    "tests/overlays/good",
    "EPIPATH_OVERLAY",
    "/nowhere",
    "overlay: /else"
)]
#[case("pack", "--pack", "data", "EPIPATH_PACK", "/nowhere", "pack: /else")]
fn an_option_is_over_the_environment_and_that_over_the_file(
    #[case] name: &str,
    #[case] flag: &'static str,
    #[case] given: &'static str,
    #[case] variable: &'static str,
    #[case] set: &'static str,
    #[case] line: &str,
) {
    let dir = written(&format!("\n{line}\n"));
    let in_file = line.split(": ").nth(1).unwrap();
    let env = [(variable, set)];
    for (env, arguments, wanted) in [
        (
            &env[..],
            vec![flag, given, "config"],
            format!("{given} / option {flag}"),
        ),
        (&env[..], vec!["config"], format!("{set} / environment, {variable}")),
        (&[], vec!["config"], format!("{in_file} / config.yaml, line 2")),
    ] {
        let output = epipath(dir.path(), env, &arguments);
        assert_eq!(shown(&output, name), wanted, "{}", err(&output));
    }
    let nothing = TempDir::new().unwrap();
    assert!(shown(&epipath(nothing.path(), &[], &["config"]), name).ends_with(" / default"));
}

#[test]
fn no_color_is_over_the_file_and_below_a_theme_that_is_asked_for() {
    let dir = written("theme: light\n");
    let no_color = [("NO_COLOR", "1")];
    assert_eq!(
        shown(&epipath(dir.path(), &no_color, &["config"]), "theme"),
        "mono / environment, NO_COLOR"
    );
    let asked = epipath(dir.path(), &no_color, &["--theme", "dark", "config"]);
    assert_eq!(shown(&asked, "theme"), "dark / option --theme");
    let never = epipath(dir.path(), &[("EPIPATH_THEME", "dark")], &["--no-color", "config"]);
    assert_eq!(shown(&never, "theme"), "mono / option --no-color");
}

#[rstest]
#[case("ascii", "EPIPATH_ASCII")]
#[case("plain", "EPIPATH_PLAIN")]
fn a_switch_is_off_where_it_is_0(#[case] name: &str, #[case] variable: &'static str) {
    let dir = written(&format!("{name}: true\n"));
    let with = |value: &'static str| shown(&epipath(dir.path(), &[(variable, value)], &["config"]), name);
    assert_eq!(with("0"), format!("no / environment, {variable}"));
    assert_eq!(with("1"), format!("yes / environment, {variable}"));
    assert_eq!(with(""), "yes / config.yaml, line 1");
}

#[rstest]
#[case(&[("EPIPATH_THEME", "drak")], "Did you mean `dark`?")]
#[case(&[("EPIPATH_IDLE_MINUTES", "soon")], "no number of minutes")]
#[case(&[("EPIPATH_IDLE_MINUTES", "NaN")], "no number of minutes")]
#[case(&[("EPIPATH_IDLE_MINUTES", "1441")], "no number of minutes")]
#[case(&[("EPIPATH_PAYER", "medicair")], "medicare")]
fn a_variable_that_means_nothing_is_wrong_usage(#[case] env: &[(&str, &str)], #[case] told: &str) {
    let nothing = TempDir::new().unwrap();
    let output = epipath(nothing.path(), env, &["config"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains(told), "{}", err(&output));
}

#[test]
fn a_payer_that_the_pack_does_not_know_is_told() {
    let dir = written("payer: medicare:ZZ\n");
    let output = epipath(dir.path(), &[], &["config"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).contains("config.yaml:1: this pack knows no payer `medicare:ZZ`"),
        "{}",
        err(&output)
    );
}

#[test]
fn the_file_switches_line_mode_on_and_says_so() {
    let dir = written("plain: true\nsetting: asc\n");
    let told = out(&epipath(dir.path(), &[], &[]));
    assert!(
        told.starts_with("epipath in line mode, switched on by config.yaml."),
        "{told}"
    );
    let doctor = out(&epipath(dir.path(), &[], &["doctor"]));
    assert!(doctor.contains("of config.yaml"), "{doctor}");
    let broken = epipath(written("theme: drak\n").path(), &[], &["--plain"]);
    assert!(
        err(&broken).contains("of config.yaml only theme, ascii and plain count"),
        "{}",
        err(&broken)
    );
}

/// Of a file that cannot be used, commands speak only where the pack or the overlay may be named in it.
#[test]
fn a_broken_file_is_told_where_it_matters() {
    let find = |text: &str, arguments: &[&str]| epipath(written(text).path(), &[], arguments);
    let asked = ["find", "tfesi", "--json"];
    let quiet = find("theme: drak\n", &asked);
    assert_eq!((quiet.status.code(), err(&quiet).as_str()), (Some(0), ""));
    for text in ["overlai: x\n", "theme: drak\npack: x\n", "theme: [\n"] {
        let warned = find(text, &asked);
        assert_eq!(warned.status.code(), Some(0), "{text}");
        assert!(
            err(&warned).contains("of config.yaml only theme, ascii and plain count"),
            "{text}: {}",
            err(&warned)
        );
        serde_json::from_str::<serde_json::Value>(&out(&warned)).unwrap();
    }
    let named = find("theme: drak\npack: x\n", &["--pack", "data", "find", "tfesi"]);
    assert_eq!(err(&named), "", "an option says which pack");
}

#[test]
fn pack_and_overlay_of_the_file_are_worked_from() {
    let good = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/overlays/good");
    let dir = written(&format!("overlay: {good}\n"));
    let about = out(&epipath(dir.path(), &[], &["about"]));
    assert!(about.contains("+ local"), "{about}");
    let dir = written("pack: nowhere\n");
    let output = epipath(dir.path(), &[], &["about"]);
    assert_eq!(output.status.code(), Some(5), "{}", err(&output));
    let checked = epipath(dir.path(), &[], &["check", "data"]);
    assert_eq!(checked.status.code(), Some(0), "{}", err(&checked));
}

#[test]
fn every_command_has_a_name_and_its_keys() {
    let dir = written("keys:\n  undo: [z, Ctrl-U]\n");
    let text = out(&epipath(dir.path(), &[], &["config", "--keys"]));
    for name in <epipath::tui::keys::Command as strum::VariantNames>::VARIANTS {
        assert!(
            text.lines().any(|line| line.split_whitespace().next() == Some(name)),
            "{name}: {text}"
        );
    }
    assert!(text.contains("undo                z, Ctrl-U  (changed)"), "{text}");
}

#[test]
fn config_in_json_is_one_object() {
    let dir = written("theme: light\n");
    let output = epipath(dir.path(), &[], &["config", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        json["settings"][0],
        serde_json::json!({"name": "theme", "value": "light", "from": "config.yaml, line 1"})
    );
    assert_eq!(json["trouble"], serde_json::Value::Null);
}

/// A home and a name that would be seen if they were told.
fn doctor(arguments: &[&str]) -> (TempDir, Output) {
    let home = TempDir::new().unwrap();
    let config = home.path().join("hudson/epipath");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join(CONFIG), "theme: light\nkeys:\n  undo: [z]\n").unwrap();
    fs::write(config.join("shelf.yaml"), "notes: {\"62323\": \"a secret\"}\n").unwrap();
    let home_name = home.path().to_str().unwrap().to_owned();
    let env = [
        ("HOME", home_name.as_str()),
        ("USER", "hudson"),
        ("TERM", "screen"),
        ("STY", "1234.pts-0.host"),
        ("LANG", "C"),
    ];
    let output = epipath(&config, &env, arguments);
    (home, output)
}

#[test]
fn the_doctor_tells_what_is_used_and_why_and_of_nobody() {
    let (home, output) = doctor(&["doctor"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let text = out(&output);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "TERM screen",
        "in between GNU screen",
        "standard output no terminal",
        "colors 16: neither TERM nor COLORTERM promises more",
        "encoding LANG is C, which does not promise UTF-8",
        "OSC 52, wrapped for GNU screen",
        "theme shown auto; the one chosen needs 256 colors",
        "config file ~/USER/epipath/config.yaml (read)",
        "shelf ~/USER/epipath/shelf.yaml (there)",
        "theme light (config.yaml, line 1)",
        "keys 1 command changed (config.yaml, line 2)",
        "id epidural",
        "hash ",
        "holds today ",
        "overlay none",
        "mode plain lines because of the lack of a terminal",
    ] {
        assert!(words.contains(part), "{part}: {text}");
    }
    for secret in ["hudson", home.path().to_str().unwrap(), "a secret", "1234.pts-0"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    assert!(text.is_ascii() && text.lines().all(|line| line.len() <= 80), "{text}");
}

#[test]
fn the_doctor_says_the_same_in_json() {
    let (_home, output) = doctor(&["doctor", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let (_home, output) = doctor(&["doctor"]);
    let text = out(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    for (section, rows) in json.as_object().unwrap() {
        assert!(text.contains(section), "{section}");
        for (name, value) in rows.as_object().unwrap() {
            let row = format!("{name} {}", value.as_str().unwrap());
            assert!(
                text.contains(&row.split_whitespace().collect::<Vec<_>>().join(" ")),
                "{row}: {text}"
            );
        }
    }
}

#[test]
fn the_doctor_works_where_nothing_else_does() {
    let dir = written("theme: drak\n");
    let env = [("EPIPATH_PACK", "/nowhere"), ("EPIPATH_IDLE_MINUTES", "soon")];
    let output = epipath(dir.path(), &env, &["doctor"]);
    assert_eq!(output.status.code(), Some(0));
    let text = out(&output);
    for part in ["cannot be used", "no number of minutes", "the pack cannot be used"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// A slip elsewhere in the file must not put a screen before somebody who cannot use one.
#[rstest]
#[case("asci: true\nplain: true\ntheme: mono\n")]
#[case("idle_minutes: x\ntheme: mono\nplain: true\n")]
#[case("theme: mono\nplain: true\nkeys:\n  undoo: [z]\n")]
fn a_typo_elsewhere_leaves_the_way_the_wizard_is_shown(#[case] text: &str) {
    let dir = written(text);
    let file = read(Some(dir.path()), |_, _| ());
    assert_eq!(
        (file.config.plain, file.config.theme),
        (Some(true), Some(ThemeName::Mono))
    );
    let told = out(&epipath(dir.path(), &[], &[]));
    assert!(
        told.starts_with("epipath in line mode, switched on by config.yaml."),
        "{told}"
    );
    assert!(shown(&epipath(dir.path(), &[], &["config"]), "theme").starts_with("mono"));
}

#[test]
fn a_key_that_stands_twice_says_nothing() {
    assert_eq!(of("plain: true\nplain: false\n").config.plain, None);
}

#[test]
fn wrong_types_and_wrong_keys_are_told_in_one_go() {
    let dir = written("ascii: yes\nidle_minutes: 99999\nkeys:\n  undoo: [z]\n");
    let told = err(&epipath(dir.path(), &[], &["config"]));
    for part in [
        "true` or `false`",
        "Did you mean `undo`?",
        "0 to never clear",
        "3 findings in 1 file",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[rstest]
#[case("xterm")]
#[case("dumb")]
fn doctor_promises_no_clipboard_where_no_terminal_is(#[case] term: &str) {
    let told = out(&epipath(written("").path(), &[("TERM", term)], &["doctor"]));
    assert!(told.contains("none here; on a terminal: OSC 52, straight"), "{told}");
}
