//! The loop: read an event, change the app, draw.

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use crossterm::event::{Event, poll};

use super::app::{App, Flow};
use super::errand::{Errand, Through, clipboard_bytes, write_new};
use super::idle::Idle;
use super::keeping::{keep, learn, note_down};
use super::queue::{Came, Queue};
use super::signals::{Signals, watch};
use super::terminal::{Screen, send};
use super::{Classroom, Ending, Left, Options};
use crate::shelf::Store;
use crate::tree::Book;

/// Runs the full screen on stderr until the person leaves. The caller makes sure that there is a terminal, and prints the result.
///
/// # Errors
/// When the terminal cannot be taken. One that goes away later is an ending like any other.
pub fn run(book: &Book, options: Options<'_>) -> io::Result<Ending> {
    let around = Around {
        through: options.through,
        store: options.kept.store.clone(),
        classroom: options.classroom,
        edition: &book.about.edition,
    };
    let idle = Idle::new(options.idle);
    let mut app = App::new(book, options);
    // Before the terminal is taken, so that a signal never leaves it taken.
    let signals = watch()?;
    let mut screen = Screen::take()?;
    let left = until_left((&mut app, idle), &mut screen, (&signals, &around)).unwrap_or(Left::Gone);
    drop(screen);
    Ok(Ending {
        sheet: app.take_sheet(),
        session: app.into_session(),
        left,
    })
}

/// A terminal that cannot be read or written any more ends it.
fn until_left(
    (app, mut idle): (&mut App<'_>, Idle),
    screen: &mut Screen,
    (signals, around): (&Signals, &Around<'_>),
) -> io::Result<Left> {
    screen.draw(app)?;
    // The first frame came before anybody listened for a new size: listen, then look whether it still fits.
    poll(Duration::ZERO)?;
    if !screen.fits()? {
        screen.draw(app)?;
    }
    if let Some(left) = signals.left() {
        return Ok(left);
    }
    let mut queue = Queue::default();
    let mut watch = Instant::now();
    loop {
        let wait = app
            .next_tick()
            .map_or_else(|| idle.wait(), |tick| tick.min(idle.wait()));
        let (event, waited) = timed(|| queue.next(wait, app.burst_from()));
        let (event, over) = (event?, idle.passed(waited));
        // All time counts for an exam, that of a stop (Ctrl-Z) too.
        let ticked = app.passed(lap(&mut watch));
        // A key that met the end of an exam was meant for what was on the screen before.
        let event = event.filter(|event| ticked != Flow::Redraw || matches!(event, Came::Event(Event::Resize(..))));
        #[cfg(debug_assertions)]
        panic_if_told(event.as_ref());
        if let Some(left) = signals.left() {
            return Ok(left);
        }
        if signals.continued() {
            screen.retake(app)?;
        }
        if event.as_ref().is_some_and(Came::is_pressed) {
            idle.touched();
        }
        let flow = match (event, over) {
            (_, Some(time)) => app.idle(&time),
            (Some(Came::Event(Event::Key(key))), _) => app.key(key),
            (Some(Came::Event(Event::Paste(text))), _) => app.paste(&text),
            (Some(Came::Burst(text)), _) => app.burst(&text),
            (Some(Came::Event(Event::Resize(..))), _) => Flow::Draw,
            _ => Flow::Idle,
        };
        let flow = if flow == Flow::Idle { ticked } else { flow };
        let errand = app.take_errand();
        if let Some(said) = errand.and_then(|errand| run_errand(app, errand, around)) {
            app.tell(said);
        }
        match flow {
            Flow::Idle => {}
            Flow::Draw => screen.draw(app)?,
            Flow::Redraw => screen.redraw(app)?,
            Flow::Suspend => {
                screen.suspend(app)?;
                signals.continued();
            }
            Flow::Quit => return Ok(Left::Quit),
            Flow::Interrupt => return Ok(Left::Interrupted),
        }
    }
}

/// In a debug build only: panics where the text pasted is the one that the environment names, so that a test of the real program can
/// see what a panic leaves behind.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "a panic is what it is for")]
fn panic_if_told(event: Option<&Came>) {
    if let (Some(Came::Event(Event::Paste(text))), Ok(word)) = (event, std::env::var("EPIPATH_TEST_PANIC"))
        && *text == word
    {
        panic!("told to panic by EPIPATH_TEST_PANIC");
    }
}

/// What errands are run with.
struct Around<'a> {
    through: Through,
    store: Store,
    classroom: Option<&'a Classroom>,
    edition: &'a str,
}

/// Does what was asked for outside the screen, and says how it went where that is worth a word.
fn run_errand(app: &mut App<'_>, errand: Errand, around: &Around<'_>) -> Option<String> {
    match errand {
        Errand::Clipboard { text, said } => Some(match send(clipboard_bytes(&text, around.through).as_bytes()) {
            Ok(()) => said,
            Err(error) => format!("It could not be sent: {error}."),
        }),
        Errand::File { name, text } => Some(match write_new(Path::new("."), &name, &text) {
            Ok(path) => format!("Written into {}.", path.display()),
            Err(error) => {
                format!("No file was written: {error}. Try another folder, or send the text to the clipboard.")
            }
        }),
        Errand::Shelf(change) => keep(app, &around.store, &change),
        Errand::Report(report) => Some(note_down(&around.store, &report)),
        Errand::Note { path } => {
            app.take_file(&path);
            None
        }
        Errand::Learned(learned) => learn(app, around.classroom?, (&learned, around.edition)),
    }
}

/// What a function returns, and how long it took.
fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = run();
    (done, start.elapsed())
}

/// How long ago a watch was started, which then starts anew.
fn lap(watch: &mut Instant) -> Duration {
    let passed = watch.elapsed();
    *watch += passed;
    passed
}
