//! Stretches of days on which no rule of a pack changes: within one, the date of service makes no difference to a result.

use serde_json::Value;

use crate::pack::model::{Date, Overlay, Pack, Span};

/// The days on which some rule of a pack starts, or is over for the first day; in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretches {
    starts: Vec<Date>,
}

impl Stretches {
    /// The stretches of a pack and of what a site lays over it. Every span counts, wherever it stands: a new kind of rule cannot be forgotten.
    pub(super) fn of(pack: &Pack, overlay: Option<&Overlay>) -> Self {
        let mut starts = Vec::new();
        // A pack that could be read can be written; without it every day stands for itself.
        if let Ok(value) = serde_json::to_value((pack, overlay)) {
            collect(&value, &mut starts);
        }
        // From the day after a code has ended those in its place hold.
        let ended = pack.retired.retired.iter().map(|one| one.ended);
        starts.extend(ended.filter_map(|day| day.0.tomorrow().ok()).map(Date));
        starts.sort_unstable();
        starts.dedup();
        Self { starts }
    }

    /// A day that stands for every day of its stretch: its first, or for the stretch before every rule its last.
    pub(super) fn since(&self, day: Date) -> Date {
        let after = self.starts.partition_point(|start| *start <= day);
        let started = after.checked_sub(1).and_then(|place| self.starts.get(place));
        let before_all = || Some(Date(self.starts.first()?.0.yesterday().ok()?));
        started.copied().or_else(before_all).unwrap_or(day)
    }
}

/// The starts of a value's own span and of those within it.
fn collect(value: &Value, starts: &mut Vec<Date>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, starts)),
        Value::Object(fields) => {
            if let Some(span) = span(value) {
                starts.push(span.from);
                starts.extend(span.to.and_then(|to| to.0.tomorrow().ok()).map(Date));
            }
            fields.values().for_each(|field| collect(field, starts));
        }
        _ => {}
    }
}

fn span(value: &Value) -> Option<Span> {
    serde::Deserialize::deserialize(value).ok()
}
