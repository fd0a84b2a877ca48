//! Dates stand in a sensible order.

use crate::pack::files::File;
use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::Date;
use crate::pack::path::Path;
use crate::pack::yaml::Node;

use super::site;

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    for file in loaded.files.iter() {
        if let Some(node) = &file.node {
            site::walk(node, &Path::top(), &mut |node, path| span(file, node, path, out));
            checked(file, node, out);
        }
    }
    sources(loaded, out);
    retired(loaded, out);
}

fn date(node: Option<&Node>) -> Option<Date> {
    node?.text()?.parse().ok()
}

/// `from` is not after `to`.
fn span(file: &File, node: &Node, path: &Path, out: &mut Findings) {
    let (Some(from), Some(to)) = (date(node.get("from")), date(node.get("to"))) else {
        return;
    };
    if to < from {
        let message = format!("the span ends on {to}, before it starts on {from}");
        out.add(
            "date-order",
            &file.name,
            &path.key("to"),
            message,
            "Exchange the two days, or correct one of them.",
        );
    }
}

/// A file was checked when its rules held already.
fn checked(file: &File, node: &Node, out: &mut Findings) {
    let from = date(node.get("effective").and_then(|span| span.get("from")));
    let (Some(checked), Some(from)) = (date(node.get("checked")), from) else {
        return;
    };
    if checked < from {
        let message = format!("the file was checked on {checked}, before its rules hold from {from}");
        let help = "Compare the file with its sources as they are now, then set `checked` to that day.";
        out.add("date-order", &file.name, &Path::top().key("checked"), message, help);
    }
}

fn sources(loaded: &Loaded, out: &mut Findings) {
    for source in site::each(name::SOURCES, &Path::top(), "sources", &loaded.pack.sources.sources) {
        if let Some(effective) = source
            .value
            .effective
            .filter(|effective| source.value.read_on < *effective)
        {
            let read_on = source.value.read_on;
            let message = format!("the source was read on {read_on}, before it took effect on {effective}");
            let help = "Read the edition that is in effect, or give the date of the edition that was read.";
            out.add("date-order", source.file, &source.path.key("read_on"), message, help);
        }
    }
}

fn retired(loaded: &Loaded, out: &mut Findings) {
    let checked = loaded.pack.retired.checked;
    for one in site::each(name::RETIRED, &Path::top(), "retired", &loaded.pack.retired.retired) {
        if one.value.ended > checked {
            let message = format!(
                "the code ends on {}, after the file was checked on {checked}",
                one.value.ended
            );
            let help = "A code stands here once it has ended; correct the day, or move the code out.";
            out.add("date-order", one.file, &one.path.key("ended"), message, help);
        }
    }
}
