//! Dates stand in a sensible order.

use crate::pack::files::{File, Files};
use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::Date;
use crate::pack::path::Path;
use crate::pack::yaml::Node;

use super::site;

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    spans(&loaded.files, out);
    retired(loaded, out);
}

/// Every span of every file.
pub(super) fn spans(files: &Files, out: &mut Findings) {
    for file in files.iter() {
        if let Some(node) = &file.node {
            site::walk(node, &Path::top(), &mut |node, path| span(file, node, path, out));
        }
    }
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
