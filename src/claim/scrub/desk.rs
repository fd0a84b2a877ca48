//! The lines on the desk with what the pack says of them, and how a finding is put into words.

use super::super::context::{Context, Setting};
use super::super::contract::Line;
use super::super::findings::Finding;
use super::super::noticed::with_more;
use super::super::once::each_once;
use super::super::pairs::{edits, lift, listed};
use super::ScrubFinding;
use crate::pack::model::{Lift, ModifierGroup, ModifierUse, PairEdit, ScrubCheck, ScrubRules, ScrubText};
use crate::tree::Book;

/// What every check works from.
pub(super) struct Desk<'a> {
    pub(super) book: &'a Book,
    pub(super) lines: &'a [Line],
    pub(super) context: &'a Context,
}

/// A line with its number.
pub(super) type Numbered<'a> = (usize, &'a Line);

impl<'a> Desk<'a> {
    pub(super) fn new(book: &'a Book, lines: &'a [Line], context: &'a Context) -> Self {
        Self { book, lines, context }
    }

    pub(super) fn rules(&self) -> &'a ScrubRules {
        &self.book.pack().scrub
    }

    /// The lines, counted from 1.
    pub(super) fn numbered(&self) -> impl Iterator<Item = Numbered<'a>> + use<'a> {
        (1..).zip(self.lines)
    }

    /// The lines of a code.
    pub(super) fn of(&self, code: &str) -> Vec<Numbered<'a>> {
        self.numbered().filter(|(_, line)| line.code == code).collect()
    }

    /// The codes, each once.
    pub(super) fn codes(&self) -> Vec<&'a str> {
        each_once(self.lines.iter().map(|line| line.code.as_str()))
    }

    pub(super) fn has(&self, code: &str) -> bool {
        self.lines.iter().any(|line| line.code == code)
    }

    /// Whether the code has a card in the pack.
    pub(super) fn is_family(&self, code: &str) -> bool {
        self.book.family.iter().any(|member| member.code == code)
    }

    /// The primary of an add-on code of the family.
    pub(super) fn parent(&self, code: &str) -> Option<&'a str> {
        let member = self.book.family.iter().find(|member| member.code == code)?;
        member.parent.as_deref()
    }

    /// Whether it is a code of the family that stands on its own.
    pub(super) fn is_primary(&self, code: &str) -> bool {
        self.is_family(code) && self.parent(code).is_none()
    }

    /// The edits of this setting that join two codes, with the code paid and the one denied.
    pub(super) fn edits(&self, one: &'a str, other: &'a str) -> Vec<(&'a PairEdit, &'a str, &'a str)> {
        let all = edits(self.book, one, other, self.context);
        all.filter(|(edit, ..)| lift(edit, self.context.setting) != Lift::NoEdit)
            .collect()
    }

    /// What a modifier does on the lines of a code.
    pub(super) fn does(&self, what: ModifierUse, code: &str, modifier: &str) -> bool {
        let group = self.group(what, code);
        group.is_some_and(|group| group.modifiers.iter().any(|one| one == modifier))
    }

    /// Whether a line carries a modifier of this use.
    pub(super) fn carries(&self, what: ModifierUse, line: &Line) -> bool {
        line.modifiers.iter().any(|one| self.does(what, &line.code, one))
    }

    /// The group that names the code, else the one for all other codes.
    pub(super) fn group(&self, what: ModifierUse, code: &str) -> Option<&'a ModifierGroup> {
        let groups = || self.rules().modifier_groups.iter().filter(|group| group.does == what);
        groups()
            .find(|group| listed(&group.codes, code))
            .or_else(|| groups().find(|group| group.codes.is_empty()))
    }

    /// The words for a check that speak of this code and modifier.
    pub(super) fn words(&self, check: ScrubCheck, code: &str, modifier: &str) -> Option<&'a ScrubText> {
        let speaks = |text: &&ScrubText| {
            (text.codes.is_empty() || listed(&text.codes, code))
                && (text.modifiers.is_empty() || text.modifiers.iter().any(|one| one == modifier))
        };
        self.texts(check).find(speaks)
    }

    /// All words for a check in this setting.
    pub(super) fn texts(&self, check: ScrubCheck) -> impl Iterator<Item = &'a ScrubText> + use<'a> {
        let setting = setting(self.context.setting);
        let texts = self.rules().texts.iter().filter(move |text| text.check == check);
        texts.filter(move |text| text.settings.is_empty() || text.settings.iter().any(|one| one == setting))
    }

    /// A finding in the words of its check, with `more` at the end.
    pub(super) fn say(&self, check: ScrubCheck, lines: &[Numbered<'_>], more: &str) -> Vec<ScrubFinding> {
        let code = lines.first().map(|(_, line)| line.code.as_str()).unwrap_or_default();
        let text = self.words(check, code, "");
        text.map(|text| told(text, lines, more)).into_iter().collect()
    }

    /// A finding of another room, with the lines it speaks of and what to do about it.
    pub(super) fn pass_on(&self, finding: Finding, lines: &[Numbered<'_>]) -> ScrubFinding {
        let fix = self.fix(&finding.id);
        ScrubFinding {
            finding,
            lines: numbers(lines),
            fix,
        }
    }

    /// What to do about a finding whose words stand elsewhere.
    pub(super) fn fix(&self, finding: &str) -> Option<String> {
        let fits = self.rules().fixes.iter().find(|fix| finding.starts_with(&fix.finding));
        fits.map(|fix| fix.fix.clone())
    }
}

fn setting(setting: Setting) -> &'static str {
    setting.into()
}

/// A finding in the words of a check.
pub(super) fn told(text: &ScrubText, lines: &[Numbered<'_>], more: &str) -> ScrubFinding {
    ScrubFinding {
        finding: Finding {
            id: text.check.to_string(),
            severity: text.severity,
            text: with_more(&text.text, more),
            sources: text.sources.clone(),
            confidence: text.confidence,
        },
        lines: numbers(lines),
        fix: Some(text.fix.clone()),
    }
}

/// Their numbers, the lowest first.
fn numbers(lines: &[Numbered<'_>]) -> Vec<usize> {
    let mut numbers: Vec<usize> = lines.iter().map(|(number, _)| *number).collect();
    numbers.sort_unstable();
    numbers
}
