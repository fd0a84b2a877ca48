//! The terminal's manners: raw mode, the other screen, restoring both whatever happens, and one write a frame.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect};

use super::app::App;

/// Whether the terminal is ours at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Gives the terminal back: line mode, its own screen, a visible cursor. Does nothing where it was not taken.
fn restore() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // There is nobody left to tell where these fail.
        let _ = execute!(io::stderr(), DisableBracketedPaste, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}

/// A panic restores the terminal first, so that its message can be read.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
    });
}

/// Holds back everything written until the frame is whole: one frame, one write.
#[derive(Debug, Clone, Default)]
struct Held(Rc<RefCell<Vec<u8>>>);

impl Held {
    fn send(&self) -> io::Result<()> {
        let mut bytes = self.0.borrow_mut();
        let mut stderr = io::stderr().lock();
        let sent = stderr.write_all(&bytes).and_then(|()| stderr.flush());
        bytes.clear();
        sent
    }
}

impl Write for Held {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The terminal while it is ours; dropping it gives it back.
pub(super) struct Screen {
    held: Held,
    terminal: Terminal<CrosstermBackend<Held>>,
}

impl Screen {
    /// Takes the terminal.
    pub(super) fn take() -> io::Result<Self> {
        let held = Held::default();
        let terminal = Terminal::new(CrosstermBackend::new(held.clone()))?;
        restore_on_panic();
        let mut screen = Self { held, terminal };
        screen.enter()?;
        Ok(screen)
    }

    /// The bytes that enter go out with the first frame.
    fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        queue!(self.held, EnterAlternateScreen, EnableBracketedPaste)
    }

    /// Draws what changed.
    pub(super) fn draw(&mut self, app: &mut App<'_>) -> io::Result<()> {
        app.resize(self.terminal.size()?);
        queue!(self.held, BeginSynchronizedUpdate)?;
        self.terminal.draw(|frame| {
            let area = frame.area();
            if let Some(cursor) = app.render(area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        queue!(self.held, EndSynchronizedUpdate)?;
        self.held.send()
    }

    /// Sends bytes that draw nothing.
    pub(super) fn send(&mut self, bytes: &str) -> io::Result<()> {
        self.held.write_all(bytes.as_bytes())?;
        self.held.send()
    }

    /// Whether the last frame was drawn at the size the terminal has now.
    pub(super) fn fits(&mut self) -> io::Result<bool> {
        let drawn = self.terminal.get_frame().area().as_size();
        Ok(drawn == self.terminal.size()?)
    }

    /// Draws everything.
    pub(super) fn redraw(&mut self, app: &mut App<'_>) -> io::Result<()> {
        // Not `clear`: that asks the terminal where its cursor is, by way of stdout, and waits for an answer.
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from((Position::ORIGIN, size)))?;
        self.draw(app)
    }

    /// Gives the terminal back, stops until the shell continues us, and takes it again.
    pub(super) fn suspend(&mut self, app: &mut App<'_>) -> io::Result<()> {
        restore();
        super::signals::stop()?;
        self.retake(app)
    }

    /// Takes the terminal again after somebody else had it.
    pub(super) fn retake(&mut self, app: &mut App<'_>) -> io::Result<()> {
        disable_raw_mode()?;
        self.enter()?;
        self.redraw(app)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}
