//! What frames every screen: title line, the way so far, rules, message line and the footer with its keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use super::keys::{Binding, Command, Key, Keymap, Place};
use super::page::cut;
use super::theme::Look;
use super::training::{entered, exam_place, left};
use super::words::{count, setting, trail};
use super::world::World;
use crate::report;
use crate::train::Sitting;

/// The rows of a screen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    /// Pack and setting.
    pub(crate) title: Rect,
    /// The way so far.
    pub(crate) way: Rect,
    /// The upper rule.
    pub(crate) rule: Rect,
    /// The screen itself.
    pub(crate) body: Rect,
    /// A message, where there is one.
    pub(crate) message: Rect,
    /// The lower rule.
    pub(crate) lower: Rect,
    /// The keys.
    pub(crate) footer: Rect,
}

impl Frame {
    /// Divides the screen; `message` is the height of the message.
    pub(crate) fn new(area: Rect, message: u16) -> Self {
        let row = |y: u16| Rect {
            y: area.y + y.min(area.height),
            height: u16::from(y < area.height),
            ..area
        };
        let bottom = area.height.saturating_sub(2);
        let body = bottom.saturating_sub(3 + message);
        Self {
            title: row(0),
            way: row(1),
            rule: row(2),
            body: Rect {
                y: area.y + 3.min(area.height),
                height: body,
                ..area
            },
            message: Rect {
                y: area.y + (3 + body).min(area.height),
                height: message.min(bottom),
                ..area
            },
            lower: row(bottom),
            footer: row(bottom + 1),
        }
    }
}

/// The area less one column on each side.
pub(crate) const fn inset(area: Rect) -> Rect {
    if area.width < 2 {
        return area;
    }
    Rect {
        x: area.x + 1,
        width: area.width - 2,
        ..area
    }
}

/// Text left and right in one row; the right one gives way.
pub(crate) fn both(area: Rect, buf: &mut Buffer, left: Line<'_>, right: &str, style: Style) {
    let area = inset(area);
    let room = usize::from(area.width).saturating_sub(left.width());
    left.render(area, buf);
    if right.width() + 2 <= room {
        Line::from(Span::styled(right, style)).right_aligned().render(area, buf);
    }
}

/// A rule, with a word at its right end where there is one.
pub(crate) fn rule(area: Rect, buf: &mut Buffer, look: &Look, word: Option<&str>) {
    let line = look.glyphs.rule.repeat(usize::from(area.width));
    Line::styled(line, look.theme.faint).render(area, buf);
    let width = word.map_or(0, UnicodeWidthStr::width);
    if let Some(word) = word.filter(|_| width + 6 <= usize::from(area.width)) {
        Line::from(Span::styled(format!(" {word} "), look.theme.text))
            .right_aligned()
            .render(area, buf);
    }
}

/// Pack on the left, whose claim, which rules and another date of service than at the start on the right; our own name gives way first.
/// In an exam, which of its cases takes the place of the pack.
pub(crate) fn title(area: Rect, buf: &mut Buffer, world: &World<'_>) {
    let strong = world.look.theme.strong;
    let right = setting(world);
    if let Some(sitting) = world.exam {
        let left = Line::styled(exam_place(sitting), strong);
        return both(area, buf, left, &right, world.look.theme.text);
    }
    let (name, pack) = ("epipath  ", world.book.about.title.as_str());
    let room = usize::from(inset(area).width);
    let name = if name.width() + pack.width() + 2 + right.width() > room {
        ""
    } else {
        name
    };
    let taken = name.width() + pack.width() + 2 + right.width();
    let local = local_mark(world, room.saturating_sub(taken));
    let left = Line::from(vec![
        Span::styled(name, strong),
        Span::raw(pack),
        Span::styled(local, strong),
    ]);
    both(area, buf, left, &right, world.look.theme.text);
}

/// The mark of a site's overlay in the room that is left: cut, then without its title, then dropped.
fn local_mark(world: &World<'_>, room: usize) -> String {
    let Some(whole) = report::local_mark(world.book) else {
        return String::new();
    };
    let (gap, dots) = (2, 8);
    let room = room.saturating_sub(gap);
    let mark = if whole.width() <= room || room >= report::LOCAL.width() + dots {
        cut(&whole, room)
    } else if room >= report::LOCAL.width() {
        report::LOCAL.to_owned()
    } else {
        return String::new();
    };
    format!("{}{mark}", " ".repeat(gap))
}

/// The answers of this path, `?` at the open question, the question looked at in brackets; what can still come on the right. In an
/// exam an answer that was typed stands for the path, and the time left has its place.
pub(crate) fn way(area: Rect, buf: &mut Buffer, world: &World<'_>) {
    if world.exam.is_some_and(Sitting::is_handed_in) {
        return;
    }
    let at = world.case().at;
    let mut steps: Vec<String> = Vec::new();
    let (here, all) = world.case().place();
    let which = if all > 1 {
        format!("{} of {all}: ", here + 1)
    } else {
        String::new()
    };
    for (question, answer) in trail(world) {
        steps.push(if at == Some(question) {
            format!("[{answer}]")
        } else {
            answer
        });
    }
    if world.view.asking.next.is_some() {
        steps.push("?".to_owned());
    }
    let time = world.exam.map(left).unwrap_or_default();
    let right = match world.view.most_remaining {
        _ if !time.is_empty() => time.clone(),
        0 => String::new(),
        number => format!("at most {} to go", count(number, "question")),
    };
    let kept = if time.is_empty() { 0 } else { time.width() + 2 };
    let room = usize::from(inset(area).width).saturating_sub(kept);
    if let Some(typed) = world.exam.and_then(entered) {
        steps = vec![typed];
    }
    let mut text = format!("{which}{}", steps.join(" > "));
    while text.width() > room && steps.len() > 1 {
        steps.remove(0);
        text = format!("{which}... > {}", steps.join(" > "));
    }
    both(
        area,
        buf,
        Line::from(Span::styled(cut(&text, room), world.look.theme.strong)),
        &right,
        world.look.theme.text,
    );
}

/// The keys that matter here; the least important ones go first when the window is narrow.
pub(crate) fn footer(area: Rect, buf: &mut Buffer, look: &Look, hints: &[Hint]) {
    let area = inset(area);
    let shown = fitting(hints, usize::from(area.width));
    let mut spans = Vec::new();
    for hint in shown {
        if !spans.is_empty() {
            spans.push(Span::raw(GAP));
        }
        spans.push(Span::styled(hint.keys.clone(), look.theme.strong));
        spans.push(Span::styled(format!(" {}", hint.word), look.theme.text));
    }
    Line::from(spans).render(area, buf);
}

const GAP: &str = "  ";

/// One hint of the footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hint {
    /// As written.
    pub(crate) keys: String,
    /// What it does.
    pub(crate) word: &'static str,
    /// The greatest is dropped first, 0 never.
    pub(crate) rank: u8,
}

impl Hint {
    fn width(&self) -> usize {
        self.keys.width() + 1 + self.word.width() + GAP.width()
    }
}

fn fitting(hints: &[Hint], width: usize) -> Vec<&Hint> {
    let mut kept: Vec<&Hint> = hints.iter().collect();
    while kept.iter().map(|hint| hint.width()).sum::<usize>() > width + GAP.width() {
        let least = kept.iter().map(|hint| hint.rank).max().unwrap_or(0);
        if least == 0 {
            break;
        }
        if let Some(place) = kept.iter().rposition(|hint| hint.rank == least) {
            kept.remove(place);
        }
    }
    kept
}

/// The hints of a place; `runs` is how its numbered choices are written. An urgent command stands right after the first hint and
/// is dropped among the last.
pub(crate) fn hints(
    keys: &Keymap,
    (place, runs): (Place, &str),
    urgent: Option<Command>,
    offered: impl Fn(&Binding) -> bool,
) -> Vec<Hint> {
    let hint = |binding: &Binding, rank| Hint {
        keys: label(keys, place, (binding, runs)),
        word: binding.hint,
        rank,
    };
    // A row with keys of a person's own may have fewer places than hints.
    let works = |binding: &Binding| binding.hinted.contains(&place) && binding.places.contains(&place);
    let here = keys.table().iter().filter(|binding| works(binding) && offered(binding));
    let (first, usual): (Vec<&Binding>, Vec<&Binding>) = here.partition(|binding| Some(binding.command) == urgent);
    let mut hints: Vec<Hint> = usual.iter().map(|binding| hint(binding, binding.rank)).collect();
    let place = hints.len().min(1);
    hints.splice(place..place, first.iter().map(|binding| hint(binding, 1)));
    hints
}

/// As written in the footer; moving up goes without saying beside moving down.
fn label(keys: &Keymap, place: Place, (binding, runs): (&Binding, &str)) -> String {
    match (binding.command, binding.keys.first()) {
        (Command::Choose | Command::Tab, _) => runs.to_owned(),
        // Named on a question of an exam only: there the key that reads a note goes on, as on the result.
        (Command::NextCase, _) if place == Place::Question => keys.at(place, Command::ReadNote),
        (Command::Down, _) => format!("{}/{}", keys.at(place, Command::Up), keys.at(place, Command::Down)),
        (_, key) => key.map(|key| key.name()).unwrap_or_default(),
    }
}

/// "1-5", "1-9 A-D": the keys of that many choices.
pub(crate) fn runs(keys: &Keymap, choices: usize) -> String {
    let bindings = keys.bindings(Command::Choose);
    let keys = bindings
        .flat_map(|binding| binding.keys.iter())
        .filter_map(|key| match *key {
            Key::Run(first, last, offset) if offset < choices => {
                let end = (first..=last).nth(choices - offset - 1).unwrap_or(last);
                Some(if end == first {
                    first.to_string()
                } else {
                    format!("{first}-{end}")
                })
            }
            _ => None,
        });
    keys.collect::<Vec<_>>().join(" ")
}
