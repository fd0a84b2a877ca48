//! The terminal's manners: raw mode, the other screen, restoring both whatever happens, and one write a frame.

mod changes;
mod pencil;
#[cfg(test)]
mod tests;

use std::io::{self, Write};
use std::mem;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use super::app::App;
use changes::write_changes;
use pencil::Pencil;

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

/// The terminal while it is ours; dropping it gives it back.
#[derive(Default)]
pub(super) struct Screen {
    /// Goes out before the next frame.
    ahead: Vec<u8>,
    /// What the terminal shows; none: not known.
    shown: Option<Buffer>,
    /// The frame before that one, kept for its memory.
    spare: Buffer,
    /// Whether the terminal shows its cursor; none: not known.
    cursor_shown: Option<bool>,
}

impl Screen {
    /// Takes the terminal.
    pub(super) fn take() -> io::Result<Self> {
        restore_on_panic();
        let mut screen = Self::default();
        screen.enter()?;
        Ok(screen)
    }

    /// The bytes that enter go out with the first frame.
    fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        (self.shown, self.cursor_shown) = (None, None);
        queue!(self.ahead, EnterAlternateScreen, EnableBracketedPaste)
    }

    /// Draws what changed, in one write.
    pub(super) fn draw(&mut self, app: &mut App<'_>) -> io::Result<()> {
        let size = size()?;
        app.resize(size);
        let mut now = mem::take(&mut self.spare);
        now.resize(size.into());
        now.reset();
        let cursor = app.render(now.area, &mut now);
        let mut pencil = Pencil::default();
        write_changes(
            &mut pencil,
            self.shown.as_ref().filter(|shown| shown.area == now.area),
            &now,
        );
        if let Some(cursor) = cursor {
            pencil.move_to(cursor);
        }
        let mut bytes = mem::take(&mut self.ahead);
        queue!(bytes, BeginSynchronizedUpdate)?;
        bytes.extend(pencil.done());
        match (cursor.is_some(), self.cursor_shown) {
            (true, Some(true)) | (false, Some(false)) => {}
            (true, _) => queue!(bytes, Show)?,
            (false, _) => queue!(bytes, Hide)?,
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        self.cursor_shown = Some(cursor.is_some());
        self.spare = self.shown.replace(now).unwrap_or_default();
        send(&bytes)
    }

    /// Whether the last frame was drawn at the size the terminal has now.
    pub(super) fn fits(&self) -> io::Result<bool> {
        let drawn = self.shown.as_ref().map(|shown| shown.area.as_size());
        Ok(drawn == Some(size()?))
    }

    /// Draws everything.
    pub(super) fn redraw(&mut self, app: &mut App<'_>) -> io::Result<()> {
        (self.shown, self.cursor_shown) = (None, None);
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
        self.draw(app)
    }
}

fn size() -> io::Result<Size> {
    crossterm::terminal::size().map(Size::from)
}

/// Sends bytes at once; between two frames only such as draw nothing.
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    let mut stderr = io::stderr().lock();
    stderr.write_all(bytes).and_then(|()| stderr.flush())
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}
