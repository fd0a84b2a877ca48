//! An exam on the screen: the work on each case, and the layers from which an exam is started and its cases are reached. What the keys
//! do is in `app`.

use crossterm::event::KeyEvent;

use crate::report::phrases::count;
use crate::report::training::exam_words;
use crate::session::Session;
use crate::train::{Seat, Sheet, Sitting};
use crate::tui::keys::{Command, Place, Pressed};
use crate::tui::layers::{Layer, Refusable, Reply};
use crate::tui::page::Page;
use crate::tui::world::World;

/// An exam under way, or handed in and not yet put away.
pub(crate) struct ExamRoom<'a> {
    /// Its cases and answers.
    pub(crate) sitting: Sitting<'a>,
    /// What was answered to the questions of each case, where it was begun and left.
    pub(crate) work: Vec<Option<Session>>,
    /// Whether the program was started for it, and ends with it.
    pub(crate) alone: bool,
    /// The sheet, once it is handed in.
    pub(crate) sheet: Option<Sheet>,
}

impl<'a> ExamRoom<'a> {
    /// An exam of which nothing is answered.
    pub(crate) fn new(sitting: Sitting<'a>, alone: bool) -> Self {
        Self {
            work: vec![None; sitting.seats().len()],
            sitting,
            alone,
            sheet: None,
        }
    }
}

/// "Short exam: case 3 of 10, flagged".
pub(crate) fn place(sitting: &Sitting<'_>) -> String {
    if sitting.is_handed_in() {
        return format!("{}: handed in", sitting.exam().title);
    }
    let flagged = sitting.seat().is_some_and(|seat| seat.flagged);
    format!(
        "{}: case {} of {}{}",
        sitting.exam().title,
        sitting.at() + 1,
        sitting.seats().len(),
        if flagged { ", flagged" } else { "" }
    )
}

/// "42 minutes left"; empty without a time limit.
pub(crate) fn left(sitting: &Sitting<'_>) -> String {
    let minutes = sitting.minutes_left().and_then(|left| usize::try_from(left).ok());
    minutes.map_or_else(String::new, |left| format!("{} left", count(left, "minute")))
}

/// The answer to the case on the desk, where it was typed: the questions do not show it.
pub(crate) fn entered(sitting: &Sitting<'_>) -> Option<String> {
    let answer = sitting.seat()?.answer.as_ref()?;
    answer.is_typed().then(|| format!("Entered: {answer}"))
}

/// `E`: the exams of the pack, and the seed that draws the cases.
#[derive(Default)]
pub(crate) struct ExamList {
    seed: Refusable,
}

/// The seed where none is typed.
const SEED: u64 = 1;

impl Layer for ExamList {
    fn place(&self) -> Place {
        Place::Typing
    }

    fn title(&self, _: &World<'_>) -> String {
        "Exams".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let theme = *pen.theme();
        self.seed.put(&mut pen);
        pen.text(&format!(
            "{} starts the exam under the mark: no hints, no marks, a sheet at the end; nothing of it is kept. Type a seed, a whole \
             number, to draw other cases; without one it is {SEED}. The same seed asks the same cases on every machine.",
            world.keys.at(Place::Typing, Command::Take)
        ));
        pen.gap();
        let exams = world.course.map(|course| course.teaching.lessons.exams.as_slice());
        for exam in exams.unwrap_or_default() {
            pen.item(|pen| {
                pen.hang(
                    (&format!("  {}", exam.id), theme.strong),
                    12,
                    &exam_words(exam),
                    theme.text,
                );
            });
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        let exam = world.course.and_then(|course| course.teaching.lessons.exams.get(focus));
        let (Command::Take, Some(exam)) = (pressed.command, exam) else {
            return Reply::Ignored;
        };
        match (self.seed.trimmed(), self.seed.trimmed().parse()) {
            ("", _) => Reply::Sit(exam.id.clone(), SEED),
            (_, Ok(seed)) => Reply::Sit(exam.id.clone(), seed),
            _ => self.seed.refuse("a seed is a whole number"),
        }
    }

    fn typed(&mut self, key: &KeyEvent) -> bool {
        self.seed.typed(key)
    }

    fn pasted(&mut self, text: &str) {
        self.seed.pasted(text);
    }

    fn input(&self) -> Option<&str> {
        Some(self.seed.as_str())
    }

    fn prompt(&self) -> &'static str {
        "seed: "
    }
}

/// `L` in an exam: its cases, which are answered, and the way to hand it in.
pub(crate) struct Seats;

impl Layer for Seats {
    fn place(&self) -> Place {
        Place::List
    }

    fn title(&self, world: &World<'_>) -> String {
        world
            .exam
            .map_or_else(String::new, |sitting| format!("Cases of the exam: {}", told(sitting)))
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let theme = *pen.theme();
        let Some(sitting) = world.exam else { return pen.done() };
        for (number, seat) in (1..).zip(sitting.seats()) {
            let first = format!("  {number:>2}  {}", state(seat));
            let answer = seat.answer.as_ref().map(|answer| format!(": {answer}"));
            let text = format!("{}{}", seat.case.title, answer.unwrap_or_default());
            pen.item(|pen| pen.hang((&first, theme.strong), COLUMN, &text, theme.text));
        }
        pen.gap();
        pen.item(|pen| {
            pen.hang(
                ("      hand in", theme.strong),
                COLUMN,
                "The exam is over, and the sheet is shown.",
                theme.text,
            );
        });
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        let seats = world.exam.map_or(0, |sitting| sitting.seats().len());
        match pressed.command {
            Command::Take if focus < seats => Reply::Seat(focus),
            Command::Take => Reply::Submit,
            _ => Reply::Ignored,
        }
    }

    fn first_focus(&self, world: &World<'_>) -> usize {
        world.exam.map_or(0, Sitting::at)
    }
}

/// The column of the title of a case.
const COLUMN: usize = 24;

fn state(seat: &Seat<'_>) -> &'static str {
    match (seat.answer.is_some(), seat.flagged) {
        (true, false) => "answered",
        (true, true) => "answered, flagged",
        (false, false) => "not yet",
        (false, true) => "not yet, flagged",
    }
}

/// "3 of 10 answered, 1 flagged".
pub(crate) fn told(sitting: &Sitting<'_>) -> String {
    let all = sitting.seats().len();
    let flagged = match sitting.flagged() {
        0 => String::new(),
        number => format!(", {number} flagged"),
    };
    format!("{} of {all} answered{flagged}", all - sitting.open())
}
