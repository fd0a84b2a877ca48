//! Codes that have ended stand in `retired.yaml` only, and their successors are codes.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::codes;
use super::site::{Site, each};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let retired: Vec<_> = each(name::RETIRED, &Path::top(), "retired", &loaded.pack.retired.retired).collect();
    for (_, site) in codes::all(loaded) {
        if let Some(one) = retired.iter().find(|one| one.value.code == site.value) {
            let message = format!("the code {} ended on {}", quoted(site.value), one.value.ended);
            let help = "Name the code that took its place, or remove it here: ended codes are for look-ups only.";
            out.add("retired-code", site.file, &site.path, message, help).see(
                one.file,
                &one.path.key("code"),
                "listed as ended here",
            );
        }
    }
    for one in &retired {
        format(&Site::new(one.file, one.path.key("code"), one.value.code.as_str()), out);
        for next in each(one.file, &one.path, "replaced_by", &one.value.replaced_by) {
            format(&Site::new(next.file, next.path, next.value.as_str()), out);
        }
        if one.value.replaced_by.contains(&one.value.code) {
            let message = format!("{} is said to take its own place", quoted(&one.value.code));
            out.add(
                "retired-code",
                one.file,
                &one.path.key("replaced_by"),
                message,
                "Name its successors.",
            );
        }
    }
}

fn format(site: &Site<'_, str>, out: &mut Findings) {
    if !codes::is_code(site.value) {
        codes::bad_format(site, out);
    }
}
