//! The shapes of the data files as JSON schemas, for editors.

use super::layout::{LAYOUT, OVERLAY};

/// Name and text of every file in `data/schema/`, such as `tree.schema.json`.
#[must_use]
pub fn schemas() -> Vec<(String, String)> {
    LAYOUT
        .iter()
        .chain([&OVERLAY])
        .map(|file| {
            let text = serde_json::to_string_pretty(&(file.schema)()).unwrap_or_default();
            (format!("{}.schema.json", file.schema_name), text + "\n")
        })
        .collect()
}
