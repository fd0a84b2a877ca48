//! A program in a pseudo-terminal, and the screen that its output makes.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::termios::Termios;
use portable_pty::{ChildKiller, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use vt100::{Callbacks, Parser, Screen};

use super::screen;

/// How long to wait for anything. Only a failing test ever waits that long.
const LIMIT: Duration = Duration::from_secs(20);

/// What the screen itself does not show: whether a frame is being sent (until its end a terminal shows the frame before), how many
/// were, and what was put on the clipboard.
#[derive(Debug, Default)]
struct Frame {
    open: bool,
    frames: usize,
    clipboard: Option<String>,
}

/// The mode that holds a frame back until it is whole.
const SYNCHRONIZED: u16 = 2026;

impl Callbacks for Frame {
    fn unhandled_csi(&mut self, _: &mut Screen, first: Option<u8>, _: Option<u8>, params: &[&[u16]], last: char) {
        if first == Some(b'?') && params.contains(&&[SYNCHRONIZED][..]) {
            self.open = last == 'h';
            self.frames += usize::from(last == 'l');
        }
    }

    fn copy_to_clipboard(&mut self, _: &mut Screen, _: &[u8], data: &[u8]) {
        self.clipboard = Some(String::from_utf8_lossy(data).into_owned());
    }
}

/// A program in a pseudo-terminal. The terminal answers no questions: some terminals do not either, and a wizard that waits for
/// an answer would hang there.
pub(crate) struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    killer: Box<dyn ChildKiller + Send + Sync>,
    bytes: Receiver<Vec<u8>>,
    ended: Receiver<ExitStatus>,
    parser: Parser<Frame>,
    raw: Vec<u8>,
}

const fn size_of(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn at_least_one(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap_or(NonZeroU16::MIN)
}

impl Terminal {
    /// Starts a program in a window of this size.
    pub(crate) fn start(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size_of(columns, rows)).unwrap();
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, bytes) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer.get(..count).unwrap_or_default().to_vec()).is_err() {
                    return;
                }
            }
        });
        let killer = child.clone_killer();
        let (sender, ended) = channel();
        thread::spawn(move || child.wait().map(|status| sender.send(status)));
        Self {
            writer: pair.master.take_writer().unwrap(),
            master: pair.master,
            killer,
            bytes,
            ended,
            parser: Parser::new_with_callbacks(at_least_one(rows), at_least_one(columns), 500, Frame::default()),
            raw: Vec::new(),
        }
    }

    /// Presses keys.
    pub(crate) fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// The screen as it was when last waited for.
    pub(crate) fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// What was put on the clipboard last, as it was sent.
    pub(crate) fn clipboard(&self) -> Option<&str> {
        self.parser.callbacks().clipboard.as_deref()
    }

    /// Its text.
    pub(crate) fn text(&self) -> String {
        screen::text(self.screen())
    }

    /// Row and column of the cursor, if it is shown.
    pub(crate) fn cursor(&self) -> Option<(u16, u16)> {
        (!self.screen().hide_cursor()).then(|| self.screen().cursor_position())
    }

    /// Waits until the screen shows `text`.
    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen::text(screen).contains(text));
    }

    /// Waits until the screen no longer shows `text`.
    pub(crate) fn wait_gone(&mut self, text: &str) {
        self.wait_until(&format!("no \"{text}\""), |screen| !screen::text(screen).contains(text));
    }

    /// Waits until the screen is as wanted. `what` says in a failure what was wanted.
    pub(crate) fn wait_until(&mut self, what: &str, wanted: impl Fn(&Screen) -> bool) {
        self.pump(what, |parser| wanted(parser.screen()));
    }

    /// Presses keys and waits for the end of the next frame. Returns how many bytes came until then.
    pub(crate) fn press(&mut self, keys: &str) -> usize {
        let (frames, bytes) = (self.parser.callbacks().frames, self.raw.len());
        self.send(keys);
        self.pump(&format!("a frame after {keys:?}"), |parser| {
            parser.callbacks().frames > frames
        });
        self.raw.len() - bytes
    }

    /// Everything that was read so far, as it was sent.
    pub(crate) fn raw(&self) -> &[u8] {
        &self.raw
    }

    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.parser.process(bytes);
    }

    fn pump(&mut self, what: &str, done: impl Fn(&Parser<Frame>) -> bool) {
        let limit = Instant::now() + LIMIT;
        while self.parser.callbacks().open || !done(&self.parser) {
            let left = limit.saturating_duration_since(Instant::now());
            match self.bytes.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("waited in vain for {what}; the screen:\n{}", self.text()),
                Err(RecvTimeoutError::Disconnected) => panic!("ended before {what}; the screen:\n{}", self.text()),
            }
        }
    }

    /// Waits for the end of the program and for everything that it wrote; its exit code.
    pub(crate) fn wait_exit(&mut self) -> u32 {
        let Ok(status) = self.ended.recv_timeout(LIMIT) else {
            panic!("did not end; the screen:\n{}", self.text());
        };
        while let Ok(bytes) = self.bytes.recv_timeout(LIMIT) {
            self.take(&bytes);
        }
        status.exit_code()
    }

    /// Changes the size of the window.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.parser.set_size(at_least_one(rows), at_least_one(columns));
        self.master.resize(size_of(columns, rows)).unwrap();
    }

    /// The modes of the terminal, every field of them.
    pub(crate) fn modes(&self) -> Termios {
        self.master.get_termios().unwrap()
    }

    /// Sends a signal to the job in the foreground.
    pub(crate) fn signal(&self, name: &str) {
        let job = self.master.process_group_leader().unwrap();
        let sent = Command::new("kill")
            .args([&format!("-{name}"), &job.to_string()])
            .status();
        assert!(sent.unwrap().success(), "kill -{name} {job}");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.killer.kill();
    }
}
