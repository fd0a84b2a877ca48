//! Findings for people: place, excerpt, message and help, in the form that compilers made familiar.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::pack::harmless::excerpted;
use crate::pack::yaml::Place;
use crate::pack::{Finding, Findings};

/// How the text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether to use colors.
    pub color: bool,
    /// Columns of the terminal; long lines of a file are cut to it.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            color: false,
            width: 100,
        }
    }
}

/// All findings with excerpts, and the summary line.
#[must_use]
pub fn human(findings: &Findings, style: Style) -> String {
    let renderer = if style.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .term_width(style.width);
    let mut text = String::new();
    for finding in findings.sorted() {
        text += &renderer.render(&report(findings, finding));
        text += "\n\n";
    }
    text + &findings.summary() + "\n"
}

fn report<'a>(findings: &'a Findings, finding: &'a Finding) -> Vec<Group<'a>> {
    let shown = findings.files().shown(&finding.file);
    let title = Level::ERROR.primary_title(finding.message.as_str()).id(finding.check);
    let group = match finding
        .place
        .and_then(|place| excerpt(findings, &finding.file, place, AnnotationKind::Primary))
    {
        Some(snippet) => title.element(snippet),
        None => title.element(Origin::path(shown)),
    };
    let mut groups = vec![group.element(Level::HELP.message(finding.help.as_str()))];
    if let Some(related) = &finding.related {
        let snippet = excerpt(findings, &related.file, related.place, AnnotationKind::Primary);
        let note = Level::NOTE.secondary_title(related.message.as_str());
        groups.push(snippet.map_or_else(
            || Group::with_title(note.clone()),
            |snippet| note.clone().element(snippet),
        ));
    }
    groups
}

/// The line of a place, underlined.
fn excerpt<'a>(
    findings: &'a Findings,
    file: &str,
    place: Place,
    kind: AnnotationKind,
) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let text = &findings.files().get(file)?.text;
    let offset = place.offset.min(text.len());
    let start = text.get(..offset)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..)?.lines().next().unwrap_or_default();
    let from = offset - start;
    let to = from.saturating_add(place.len.max(1)).min(line.len()).max(from);
    let to = (to..=line.len())
        .find(|at| line.is_char_boundary(*at))
        .unwrap_or(line.len());
    let from = from.min(line.len());
    // Escapes are longer than what they stand for: the mark moves with them.
    let shown = |end: usize| excerpted(line.get(..end).unwrap_or_default()).len();
    let (from, to) = (shown(from), shown(to.max(from)));
    let snippet = Snippet::source(excerpted(line))
        .line_start(place.line)
        .path(findings.files().shown(file));
    Some(snippet.annotation(kind.span(from..to)))
}
