//! Every state of a contractor has a name, and every name belongs to a state of a contractor.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::site::each;

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let file = &loaded.pack.jurisdictions;
    for one in each(name::JURISDICTIONS, &Path::top(), "jurisdictions", &file.jurisdictions) {
        for state in each(one.file, &one.path, "states", &one.value.states) {
            if !file.state_names.contains_key(state.value) {
                let message = format!("the state {} has no name", quoted(state.value));
                let help = "Add it to `state_names`.".to_owned();
                out.add("state-name", state.file, &state.path, message, help);
            }
        }
    }
    let has_contractor = |code: &String| file.jurisdictions.iter().any(|one| one.states.contains(code));
    for code in file.state_names.keys().filter(|code| !has_contractor(code)) {
        let path = Path::top().key("state_names").key(code.clone());
        let message = format!("the state {} is named, and no contractor handles it", quoted(code));
        let help = "Add it to the `states` of its contractor, or take the name out.".to_owned();
        out.add("state-name", name::JURISDICTIONS, &path, message, help);
    }
}
