//! A program in a pseudo-terminal, read in the thread that measures: no hand-over adds to the times.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, MasterPty, PtySize, native_pty_system};
use vt100::{Parser, Screen};

use super::programs::Program;

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;
/// After this a program is ended: it does not do what it should.
const LIMIT: Duration = Duration::from_secs(10);

/// A running program and its screen.
pub(crate) struct Running {
    child: Box<dyn Child + Send + Sync>,
    reader: Box<dyn Read + Send>,
    writer: Box<dyn Write + Send>,
    parser: Parser,
    started: Instant,
    /// Dropped at the end, which calls the watchdog off.
    _watchdog: Sender<()>,
    _master: Box<dyn MasterPty + Send>,
}

impl Running {
    /// Starts it; the clock starts just before.
    pub(crate) fn start(program: &Program) -> Option<Self> {
        let size = PtySize {
            rows: ROWS,
            cols: COLUMNS,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).ok()?;
        let reader = pair.master.try_clone_reader().ok()?;
        let writer = pair.master.take_writer().ok()?;
        let parser = Parser::new(NonZeroU16::new(ROWS)?, NonZeroU16::new(COLUMNS)?, 0);
        let started = Instant::now();
        let child = pair.slave.spawn_command(program.command.clone()).ok()?;
        Some(Self {
            _watchdog: watchdog(child.as_ref()),
            child,
            reader,
            writer,
            parser,
            started,
            _master: pair.master,
        })
    }

    /// Time since its start.
    pub(crate) fn age(&self) -> Duration {
        self.started.elapsed()
    }

    pub(crate) fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// Presses a key.
    pub(crate) fn send(&mut self, key: &str) -> Option<()> {
        self.writer.write_all(key.as_bytes()).ok()?;
        self.writer.flush().ok()
    }

    /// Reads until the screen is as wanted. None if it never is.
    pub(crate) fn read_until(&mut self, wanted: impl Fn(&Screen) -> bool) -> Option<()> {
        let mut buffer = vec![0; 65_536];
        while !wanted(self.parser.screen()) {
            let count = self.reader.read(&mut buffer).ok().filter(|count| *count > 0)?;
            self.parser.process(buffer.get(..count)?);
        }
        Some(())
    }

    /// The most memory it has held, in megabytes.
    pub(crate) fn peak_memory(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kilobytes: f64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kilobytes / 1024.0)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn watchdog(child: &dyn Child) -> Sender<()> {
    let mut killer = child.clone_killer();
    let (sender, called_off) = channel();
    thread::spawn(move || {
        if called_off.recv_timeout(LIMIT) == Err(RecvTimeoutError::Timeout) {
            let _ = killer.kill();
        }
    });
    sender
}
