//! The keys and pastes that came and were not worked on yet. A terminal without bracketed paste sends a paste as keys, all at once:
//! so many of them at a time are text, never commands.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, poll, read};

use crate::note::LARGEST;

/// What came.
#[derive(Debug)]
pub(super) enum Came {
    /// One event.
    Event(Event),
    /// Keys that came so fast that nobody typed them.
    Burst(String),
}

impl Came {
    /// Whether a person did something.
    pub(super) const fn is_pressed(&self) -> bool {
        matches!(self, Self::Event(Event::Key(_) | Event::Paste(_)) | Self::Burst(_))
    }
}

/// What has come already is handed out only to somebody who waits, however shortly.
const NOW: Duration = Duration::from_micros(300);

/// A paste that comes in pieces has no longer gap than this between them.
const GAP: Duration = Duration::from_millis(60);

/// What came and was not worked on yet.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: VecDeque<Event>,
}

impl Queue {
    /// The next event; none where nothing came for so long and the terminal is still there. `from` is how many keys at once are text.
    pub(super) fn next(&mut self, wait: Duration, from: Option<usize>) -> io::Result<Option<Came>> {
        if self.waiting.is_empty() && !poll(wait)? {
            return crossterm::terminal::size().map(|_| None);
        }
        self.fill(NOW)?;
        if let Some(from) = from.filter(|from| self.run() >= *from) {
            let mut text = String::new();
            while self.run() >= from.min(1) && text.len() <= LARGEST {
                let run = self.run();
                text.extend(self.waiting.drain(..run).filter_map(|event| letter(&event)));
                if self.waiting.is_empty() {
                    self.fill(GAP)?;
                }
            }
            return Ok(Some(Came::Burst(text)));
        }
        Ok(self.waiting.pop_front().map(Came::Event))
    }

    /// Takes in what has come; waits so long for the first of it.
    fn fill(&mut self, mut wait: Duration) -> io::Result<()> {
        while self.waiting.len() <= LARGEST && poll(wait)? {
            self.waiting.push_back(read()?);
            wait = NOW;
        }
        Ok(())
    }

    /// How many keys of text come first.
    fn run(&self) -> usize {
        self.waiting.iter().take_while(|event| letter(event).is_some()).count()
    }
}

/// What a key writes in a paste: letters, line breaks, tabs.
fn letter(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent {
        code,
        modifiers,
        kind: KeyEventKind::Press,
        ..
    }) = event
    else {
        return None;
    };
    // A line feed arrives as Ctrl-J.
    if (*code, *modifiers) == (KeyCode::Char('j'), KeyModifiers::CONTROL) {
        return Some('\n');
    }
    if !(*modifiers - KeyModifiers::SHIFT).is_empty() {
        return None;
    }
    match code {
        KeyCode::Char(letter) => Some(*letter),
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab => Some('\t'),
        _ => None,
    }
}
