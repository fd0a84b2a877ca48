//! A code to leave off is one that its own pair denies.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::path::Path;
use crate::pack::words::{listed, quoted};

use super::site::each;

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    for pair in each(name::EDITS, &Path::top(), "pairs", &loaded.pack.edits.pairs) {
        for code in each(pair.file, &pair.path, "leave_off", &pair.value.leave_off) {
            if !pair.value.column_2.contains(code.value) {
                let message = format!("{} is not a code that this pair denies", quoted(code.value));
                let help = format!(
                    "Name a code of `column_2`, which holds {}, or add it there.",
                    listed(&pair.value.column_2)
                );
                out.add("leave-off", code.file, &code.path, message, help);
            }
        }
    }
}
