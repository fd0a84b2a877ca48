use super::args::WizardArgs;
use super::exit::{Exit, Failure};
use std::path::Path;
pub(super) fn run(_args: &WizardArgs, _pack: Option<&Path>) -> Result<Exit, Failure> {
    Ok(Exit::Code)
}
