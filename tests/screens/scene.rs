//! An app, a window, and keys pressed one after the other.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use epipath::config::ThemeName;
use epipath::find::Index;
use epipath::shelf::Kept;
use epipath::tree::Book;
use epipath::tui::errand::Through;
use epipath::tui::{App, Flow, Keymap, Options};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use crate::support::{book, context, local_book};
use crate::teaching::classroom;

/// An app in a window.
pub(crate) struct Scene {
    pub(crate) app: App<'static>,
    pub(crate) size: Size,
}

/// What can be found in a book, listed once for all apps over it.
fn index(book: &'static Book) -> Arc<OnceLock<Index>> {
    static LISTED: Mutex<BTreeMap<usize, Arc<OnceLock<Index>>>> = Mutex::new(BTreeMap::new());
    let mut listed = LISTED.lock().unwrap();
    listed.entry(std::ptr::from_ref(book).addr()).or_default().clone()
}

/// The keys that a test names by word.
fn named(word: &str) -> KeyEvent {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    match word {
        "Enter" => plain(KeyCode::Enter),
        "Esc" => plain(KeyCode::Esc),
        "Space" => plain(KeyCode::Char(' ')),
        "Tab" => plain(KeyCode::Tab),
        "Back" => plain(KeyCode::Backspace),
        "Up" => plain(KeyCode::Up),
        "Down" => plain(KeyCode::Down),
        "Left" => plain(KeyCode::Left),
        "Right" => plain(KeyCode::Right),
        "PgDn" => plain(KeyCode::PageDown),
        "PgUp" => plain(KeyCode::PageUp),
        "Home" => plain(KeyCode::Home),
        "End" => plain(KeyCode::End),
        _ if word.starts_with("Ctrl-") => {
            let letter = word.chars().next_back().unwrap().to_ascii_lowercase();
            KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)
        }
        _ => panic!("no key is called {word}"),
    }
}

/// The events of keys written as for [`Scene::press`].
pub(crate) fn each_event(keys: &str, mut event: impl FnMut(KeyEvent)) {
    for word in keys.split_whitespace() {
        let typed = word.strip_prefix('"').filter(|rest| !rest.is_empty());
        match typed {
            Some(text) => text.chars().for_each(|typed| event(letter(typed))),
            None if word.chars().count() == 1 => event(letter(word.chars().next().unwrap())),
            None => event(named(word)),
        }
    }
}

fn letter(letter: char) -> KeyEvent {
    let shift = if letter.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    KeyEvent::new(KeyCode::Char(letter), shift)
}

impl Scene {
    /// An app with the options changed, in a window, after keys.
    pub(crate) fn with(size: (u16, u16), keys: &str, change: impl FnOnce(&mut Options<'static>)) -> Self {
        Self::of(book(), size, keys, change)
    }

    /// The same with the overlay of a site over the pack.
    pub(crate) fn local(size: (u16, u16), keys: &str) -> Self {
        Self::of(local_book(), size, keys, |_| ())
    }

    /// The same over a book of the caller.
    pub(crate) fn of(
        book: &'static Book,
        size: (u16, u16),
        keys: &str,
        change: impl FnOnce(&mut Options<'static>),
    ) -> Self {
        let mut options = Options {
            start: Vec::new(),
            context: context(),
            theme: ThemeName::Auto,
            ascii: false,
            keys: Keymap::default(),
            idle: None,
            notice: None,
            through: Through::default(),
            kept: Kept::nothing(context().date),
            index: index(book),
            classroom: Some(classroom()),
            notes: None,
            training: None,
        };
        change(&mut options);
        let mut app = App::new(book, options);
        let size = Size::new(size.0, size.1);
        app.resize(size);
        let mut scene = Self { app, size };
        scene.press(keys);
        scene
    }

    /// An app in a window, after keys.
    pub(crate) fn new(size: (u16, u16), keys: &str) -> Self {
        Self::with(size, keys, |_| ())
    }

    /// Presses keys: words of one letter are typed, others are names of keys, `"abc` types letter by letter.
    pub(crate) fn press(&mut self, keys: &str) -> Flow {
        let mut flow = Flow::Idle;
        each_event(keys, |event| flow = self.event(event));
        flow
    }

    /// One event; release events of every key come too, and mean nothing.
    pub(crate) fn event(&mut self, event: KeyEvent) -> Flow {
        let flow = self.app.key(event);
        let release = KeyEvent {
            kind: KeyEventKind::Release,
            ..event
        };
        assert_eq!(self.app.key(release), Flow::Idle);
        flow
    }

    /// What is drawn, and where the cursor is.
    pub(crate) fn drawn(&self) -> (Buffer, Option<Position>) {
        let area = Rect::from((Position::ORIGIN, self.size));
        let mut buffer = Buffer::empty(area);
        let cursor = self.app.render(area, &mut buffer);
        (buffer, cursor)
    }

    /// The rows as text.
    pub(crate) fn rows(&self) -> Vec<String> {
        let (buffer, _) = self.drawn();
        (0..buffer.area.height).map(|y| row(&buffer, y)).collect()
    }

    /// The whole screen as text.
    pub(crate) fn text(&self) -> String {
        self.rows().join("\n")
    }

    /// The whole screen as one line, borders left out, every run of blanks one blank.
    pub(crate) fn words(&self) -> String {
        self.text()
            .replace('│', " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The row under the cursor.
    pub(crate) fn cursor_row(&self) -> String {
        let (buffer, cursor) = self.drawn();
        row(&buffer, cursor.expect("a cursor").y)
    }
}

/// A row as text.
fn row(buffer: &Buffer, y: u16) -> String {
    let cells = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol());
    cells.collect::<String>().trim_end().to_owned()
}
