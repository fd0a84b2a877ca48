//! `epipath config`: every setting as it holds, and where it comes from.

use std::time::Duration;

use serde::Serialize;
use strum::IntoEnumIterator as _;

use super::args::{ConfigArgs, WizardArgs};
use super::exit::{Exit, Failure};
use super::open::style;
use super::settings::{ForWizard, Settings};
use super::{open, output, private, wizard};
use crate::config::{Chosen, Origin, State};
use crate::pack::render::human;
use crate::report::Lines;
use crate::tui::keys::Command;

/// One setting as it holds.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    /// As it is called in the file.
    pub(super) name: &'static str,
    /// What holds.
    pub(super) value: String,
    /// Where that comes from.
    pub(super) from: String,
}

/// `epipath config`.
pub(super) fn run(args: &ConfigArgs, (flags, settings): (&WizardArgs, &Settings)) -> Result<Exit, Failure> {
    if args.keys {
        return output::print(&keys(settings).to_string());
    }
    let chosen = settings.wizard(flags)?;
    let rows = rows(settings, &chosen);
    let mut trouble = settings.trouble();
    if let Ok(book) = open::book(settings.folders()) {
        let unknown = wizard::context(&book, flags, &chosen)?.1;
        trouble = trouble.or(unknown);
    }
    if args.json {
        output::print_json(&serde_json::json!({
            "file": settings.file.path,
            "state": word(settings.file.state),
            "trouble": trouble,
            "settings": rows,
        }))?;
    } else {
        output::print(&told(settings, &rows).to_string())?;
        complain(settings, trouble.as_deref());
    }
    Ok(if trouble.is_some() { Exit::Usage } else { Exit::Code })
}

/// What is wrong with the file, with its places.
fn complain(settings: &Settings, trouble: Option<&str>) {
    if settings.file.state == State::Broken {
        let findings = human(&settings.file.findings, style(false));
        output::complain(&format!(
            "epipath: of the file only theme, ascii and plain count\n{findings}"
        ));
    } else if let Some(trouble) = trouble {
        output::complain(&format!("epipath: {trouble}\n"));
    }
}

fn told(settings: &Settings, rows: &[Row]) -> Lines {
    let mut lines = Lines::default();
    match &settings.file.path {
        Some(path) => lines.line(format!("{} ({})", path.display(), word(settings.file.state))),
        None => lines.line("No folder is known for a config file: name one in EPIPATH_CONFIG_DIR."),
    };
    lines.gap();
    for row in rows {
        lines.line(format!("{:<13} {:<22} {}", row.name, row.value, row.from));
    }
    lines
}

/// Whether the file could be read, in words.
pub(super) const fn word(state: State) -> &'static str {
    match state {
        State::Absent => "not there, or empty",
        State::Read => "read",
        State::Broken => "cannot be used",
    }
}

/// Every setting.
pub(super) fn rows(settings: &Settings, chosen: &ForWizard) -> Vec<Row> {
    fn row<T>(name: &'static str, chosen: &Chosen<T>, value: impl FnOnce(&T) -> String) -> Row {
        Row {
            name,
            value: value(&chosen.value),
            from: chosen.from.to_string(),
        }
    }
    let yes = |on: &bool| if *on { "yes" } else { "no" }.to_owned();
    let dir = |none: &'static str| {
        move |dir: &Option<std::path::PathBuf>| dir.as_deref().map_or_else(|| none.to_owned(), private::shown)
    };
    let said = &settings.file.config.keys;
    let remapped = Chosen::first(
        [settings.file.says("keys", (!said.is_empty()).then_some(said.len()))],
        0,
    );
    vec![
        row("theme", &chosen.theme, ToString::to_string),
        row("ascii", &chosen.ascii, yes),
        row("plain", &chosen.plain, yes),
        row("setting", &chosen.setting, Clone::clone),
        row("payer", &chosen.payer, Clone::clone),
        row("pack", &settings.pack, dir("inside the program")),
        row("overlay", &settings.overlay, dir("none")),
        row("idle_minutes", &chosen.idle, minutes),
        row("keys", &remapped, |count| match count {
            0 => "as usual".to_owned(),
            1 => "1 command changed".to_owned(),
            count => format!("{count} commands changed"),
        }),
    ]
}

fn minutes(time: &Duration) -> String {
    if time.is_zero() {
        return "0 (never clears)".to_owned();
    }
    let minutes = time.as_secs_f64() / 60.0;
    format!("{minutes}")
}

/// The commands by name, with their keys.
fn keys(settings: &Settings) -> Lines {
    let mut lines = Lines::default();
    for command in Command::iter() {
        let name: &str = command.into();
        let keys: Vec<String> = settings.keys.all_of(command).iter().map(|key| key.name()).collect();
        let changed = if settings.file.config.keys.contains_key(name) {
            "  (changed)"
        } else {
            ""
        };
        lines.line(format!("{name:<19} {}{changed}", keys.join(", ")));
    }
    lines.gap();
    lines.item(
        "",
        "In config.yaml: `keys:` and, below it, a name and a list of keys, such as `undo: [z, Ctrl-U]`. The numbers of `choose` and \
         `tab` stay, and so do ? for help, Ctrl-C to leave and Esc to go back.",
    );
    let origin = settings
        .file
        .says("keys", Some(()))
        .filter(|_| settings.file.state == State::Read);
    if let Some(((), Origin::File(line))) = origin.filter(|_| !settings.file.config.keys.is_empty()) {
        lines.line(format!("Changed in config.yaml, line {line}."));
    }
    lines
}
