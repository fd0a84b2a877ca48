//! `epipath doctor`: what is used here and why. Nothing of a case, of the shelf or of the person is in it.

use std::env::{consts, var};
use std::io::{self, IsTerminal as _};
use std::path::Path;

use serde_json::{Map, Value};

use super::args::{DoctorArgs, WizardArgs};
use super::exit::{Exit, Failure};
use super::settings::{ForWizard, Settings};
use super::{clock, colors, config, open, output, plain, private, shelf, wizard};
use crate::config::{Chosen, Origin};
use crate::pack::model::Date;
use crate::report::Lines;
use crate::tree::Book;
use crate::tui::errand::Through;

/// A heading, and what is found there by name.
type Section = (&'static str, Vec<(String, String)>);

/// `epipath doctor`.
pub(super) fn run(args: &DoctorArgs, (flags, settings): (&WizardArgs, &Settings)) -> Result<Exit, Failure> {
    let chosen = settings.wizard(flags);
    let sections = [
        ("program", program()),
        ("terminal", terminal(chosen.as_ref().ok())),
        ("files", files(settings)),
        ("settings", set(settings, chosen.as_ref())),
        ("pack", pack(settings)),
        ("start", start(chosen.as_ref().ok())),
    ];
    if args.json {
        return output::print_json(&json(&sections));
    }
    output::print(&told(&sections).to_string())
}

fn told(sections: &[Section]) -> Lines {
    let mut lines = Lines::default();
    for (heading, rows) in sections {
        lines.heading(heading);
        for (name, value) in rows {
            lines.item(&format!("  {name:<16}"), value);
        }
    }
    lines
}

fn json(sections: &[Section]) -> Value {
    let rows = |rows: &[(String, String)]| {
        let all = rows
            .iter()
            .map(|(name, value)| (name.clone(), Value::from(value.as_str())));
        Value::Object(all.collect::<Map<_, _>>())
    };
    let all = sections.iter().map(|(heading, all)| ((*heading).to_owned(), rows(all)));
    Value::Object(all.collect::<Map<_, _>>())
}

fn row(name: &str, value: impl Into<String>) -> (String, String) {
    (name.to_owned(), value.into())
}

/// A variable as it may be shown: without control characters, and no longer than a name is.
fn said(name: &str) -> String {
    let value = var(name).unwrap_or_default();
    let value: String = value.chars().filter(|letter| !letter.is_control()).take(60).collect();
    if value.is_empty() { "not set".to_owned() } else { value }
}

fn program() -> Vec<(String, String)> {
    vec![
        row("version", env!("CARGO_PKG_VERSION")),
        row("system", format!("{} {}", consts::OS, consts::ARCH)),
    ]
}

fn terminal(chosen: Option<&ForWizard>) -> Vec<(String, String)> {
    let is = |terminal: bool| if terminal { "a terminal" } else { "no terminal" };
    let any = io::stdin().is_terminal() || io::stdout().is_terminal() || io::stderr().is_terminal();
    let size = crossterm::terminal::size().ok().filter(|_| any);
    let size = size.map_or_else(
        || "not known".to_owned(),
        |(columns, rows)| format!("{columns} columns by {rows} rows"),
    );
    let (through, route) = match wizard::through() {
        Through::Terminal => ("nothing known", "OSC 52, straight to the terminal"),
        Through::Tmux => (
            "tmux",
            "OSC 52, plain and wrapped for tmux; tmux needs `set-clipboard on` or `allow-passthrough on`",
        ),
        Through::Screen => ("GNU screen", "OSC 52, wrapped for GNU screen"),
    };
    let route = if reached() {
        route.to_owned()
    } else {
        format!("none here; on a terminal: {route}")
    };
    let depth = colors::depth();
    let many = match depth.colors {
        colors::Colors::Sixteen => "16",
        colors::Colors::Many => "256",
    };
    let mut rows = vec![
        row("TERM", said("TERM")),
        row("COLORTERM", said("COLORTERM")),
        row("emulator", said("TERM_PROGRAM")),
        row("in between", through),
        row("standard input", is(io::stdin().is_terminal())),
        row("standard output", is(io::stdout().is_terminal())),
        row("standard error", is(io::stderr().is_terminal())),
        row("size", size),
        row("colors", format!("{many}: {}", depth.because)),
        row("encoding", encoding()),
        row("clipboard", route),
    ];
    if let Some(theme) = chosen.map(|chosen| &chosen.theme) {
        let shown = colors::shown(theme.value, &depth);
        let gives_way = if shown == theme.value {
            ""
        } else {
            "; the one chosen needs 256 colors"
        };
        rows.push(row("theme shown", format!("{shown}{gives_way}")));
    }
    rows
}

/// Whether a terminal that obeys is there to take a text to the clipboard: the wizard writes to standard error.
fn reached() -> bool {
    let term = var("TERM").unwrap_or_default();
    io::stderr().is_terminal() && term != "dumb" && (cfg!(windows) || !term.is_empty())
}

/// What the locale says of the encoding.
fn encoding() -> String {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].map(|name| (name, said(name)));
    let decides = named.into_iter().find(|(_, value)| value != "not set");
    match decides {
        Some((name, value)) if value.to_lowercase().replace('-', "").contains("utf8") => {
            format!("UTF-8: {name} is {value}")
        }
        Some((name, value)) => {
            format!("{name} is {value}, which does not promise UTF-8; --ascii draws without line characters")
        }
        None if cfg!(windows) => "that of the console".to_owned(),
        None => "no locale is set; --ascii draws without line characters".to_owned(),
    }
}

fn files(settings: &Settings) -> Vec<(String, String)> {
    let there = |path: Option<&Path>| match path {
        None => "no folder is known; EPIPATH_CONFIG_DIR names one".to_owned(),
        Some(path) if path.exists() => format!("{} (there)", private::shown(path)),
        Some(path) => format!("{} (not there)", private::shown(path)),
    };
    let store = shelf::store();
    let file = &settings.file;
    let mut rows = vec![row(
        "config file",
        file.path.as_deref().map_or_else(
            || there(None),
            |path| format!("{} ({})", private::shown(path), config::word(file.state)),
        ),
    )];
    rows.extend(settings.trouble().map(|trouble| row("trouble", trouble)));
    rows.push(row("shelf", there(store.path().as_deref())));
    rows.push(row("reports", there(store.log().as_deref())));
    rows
}

fn set(settings: &Settings, chosen: Result<&ForWizard, &Failure>) -> Vec<(String, String)> {
    match chosen {
        Err(failure) => vec![row("trouble", failure.message.clone())],
        Ok(chosen) => {
            let rows = config::rows(settings, chosen).into_iter();
            rows.map(|one| row(one.name, format!("{} ({})", one.value, one.from)))
                .collect()
        }
    }
}

fn pack(settings: &Settings) -> Vec<(String, String)> {
    match open::book(settings.folders()) {
        Ok(book) => of_book(&book, clock::today()),
        Err(failure) => {
            let first = failure.message.lines().next().unwrap_or_default();
            vec![row("trouble", format!("{first}; `epipath check` says more"))]
        }
    }
}

fn of_book(book: &Book, today: Date) -> Vec<(String, String)> {
    let about = &book.about;
    let span = about.effective;
    let until = span.to.map_or_else(|| "further notice".to_owned(), |to| to.to_string());
    let holds = match span.to {
        _ if today < span.from => "not yet: today is before its start".to_owned(),
        Some(to) if to < today => format!("no: its end was {} ago", days(today.days_since(to))),
        Some(to) => format!("yes, for {} more", days(to.days_since(today))),
        None => "yes".to_owned(),
    };
    let overlay = book.local().map_or_else(
        || "none".to_owned(),
        |local| format!("{}, checked {}", local.overlay.title, local.overlay.checked),
    );
    vec![
        row("id", about.id.clone()),
        row("edition", about.edition.clone()),
        row("code set", about.code_set.clone()),
        row("hash", book.pack_hash()),
        row("effective", format!("{} to {until}", span.from)),
        row("holds today", holds),
        row(
            "checked",
            format!("{}, {} ago", about.checked, days(today.days_since(about.checked))),
        ),
        row("overlay", overlay),
    ]
}

/// "1 day", "3 days".
fn days(number: i32) -> String {
    format!("{number} day{}", if number == 1 { "" } else { "s" })
}

fn start(chosen: Option<&ForWizard>) -> Vec<(String, String)> {
    let unasked = Chosen {
        value: false,
        from: Origin::Default,
    };
    let asked = chosen.map_or(&unasked, |chosen| &chosen.plain);
    let (mode, why) = match plain::because(asked) {
        Some(because) => ("plain lines", because.to_string()),
        None => ("full screen", "a terminal that can move its cursor".to_owned()),
    };
    vec![row("mode", mode), row("because", format!("of {why}"))]
}
