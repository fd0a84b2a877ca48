//! What comes from outside: signals, and the end of the terminal. A thread sleeps until one comes, notes it and wakes the reader of
//! keys, which sleeps in one blocking read: nothing is polled over and over.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

use super::Left;

/// What has come from outside.
#[derive(Debug, Default)]
pub(super) struct Signals {
    /// The signal that means Ctrl-C.
    interrupted: AtomicBool,
    /// The signal that ends the program; 0: none.
    ending: AtomicI32,
    /// The terminal went away.
    gone: AtomicBool,
    continued: AtomicBool,
}

impl Signals {
    /// How to leave, where a signal says so.
    pub(super) fn left(&self) -> Option<Left> {
        if self.interrupted.load(Ordering::SeqCst) {
            return Some(Left::Interrupted);
        }
        match self.ending.load(Ordering::SeqCst) {
            0 => self.gone.load(Ordering::SeqCst).then_some(Left::Gone),
            signal => Some(Left::Signaled(signal)),
        }
    }

    /// Whether the process was continued since this was last asked.
    pub(super) fn continued(&self) -> bool {
        self.continued.swap(false, Ordering::SeqCst)
    }
}

#[cfg(unix)]
pub(super) fn watch() -> io::Result<Arc<Signals>> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};

    let noted = Arc::new(Signals::default());
    let mut coming = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT])?;
    let writer = Arc::clone(&noted);
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in coming.forever() {
            match signal {
                SIGINT => writer.interrupted.store(true, Ordering::SeqCst),
                SIGCONT => writer.continued.store(true, Ordering::SeqCst),
                _ => writer.ending.store(signal, Ordering::SeqCst),
            }
            // The reader of keys wakes up for a change of the window's size, so it is told of one.
            let _ = signal_hook::low_level::raise(SIGWINCH);
        }
    })?;
    watch_terminal(Arc::clone(&noted))?;
    Ok(noted)
}

/// A terminal that goes away sends its signal to the leader of the session alone, which may not pass it on, and reads from it then
/// return nothing, at once and for ever: a thread sleeps until the terminal hangs up.
#[cfg(unix)]
fn watch_terminal(noted: Arc<Signals>) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;
    use signal_hook::consts::SIGWINCH;

    std::thread::Builder::new().name("terminal".to_owned()).spawn(move || {
        let stdin = io::stdin();
        // No event is asked for: only the end is told.
        let mut watched = [PollFd::new(&stdin, PollFlags::empty())];
        while poll(&mut watched, None) == Err(Errno::INTR) {}
        let ends = PollFlags::HUP | PollFlags::ERR;
        if watched.iter().any(|one| one.revents().intersects(ends)) {
            noted.gone.store(true, Ordering::SeqCst);
            let _ = signal_hook::low_level::raise(SIGWINCH);
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as where there are signals")]
pub(super) fn watch() -> io::Result<Arc<Signals>> {
    Ok(Arc::default())
}

/// Ends the process as the signal does where nobody listens for it, so that whoever started it can tell.
#[cfg(unix)]
pub(super) fn end_by(signal: i32) {
    // Where that fails, the program ends as after any key that leaves.
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}

#[cfg(not(unix))]
pub(super) const fn end_by(_: i32) {}

/// Stops the process as Ctrl-Z does; returns when it is continued.
#[cfg(unix)]
pub(super) fn stop() -> io::Result<()> {
    signal_hook::low_level::raise(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as where processes stop")]
pub(super) fn stop() -> io::Result<()> {
    Ok(())
}
