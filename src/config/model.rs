//! What may stand in the file.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, VariantNames};

use crate::claim::Setting;

/// Minutes without a key after which the case is cleared, where nothing else is said.
pub const USUAL_IDLE: u32 = 10;

/// The most minutes that can be asked for: a day.
pub const LONGEST_IDLE: u32 = 1440;

/// The whole of `config.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// How the screen is colored.
    #[serde(default)]
    pub theme: Option<ThemeName>,
    /// Whether borders are drawn with plain ASCII characters.
    #[serde(default)]
    pub ascii: Option<bool>,
    /// Whether the wizard asks and answers in plain lines.
    #[serde(default)]
    pub plain: Option<bool>,
    /// Whose claim the wizard starts with.
    #[serde(default)]
    pub setting: Option<Setting>,
    /// Who pays in the wizard: cpt, medicare, medicare:TX, or a coverage policy.
    #[serde(default)]
    pub payer: Option<String>,
    /// The folder of a pack in place of the one inside the program.
    #[serde(default)]
    pub pack: Option<String>,
    /// The folder of an overlay.
    #[serde(default)]
    pub overlay: Option<String>,
    /// Minutes without a key after which the case is cleared; 0 never clears it.
    #[serde(default)]
    pub idle_minutes: Option<u32>,
    /// Other keys: the name of a command, and a list of keys.
    #[serde(default)]
    pub keys: BTreeMap<String, Vec<String>>,
}

/// How the screen is colored.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    Display,
    EnumIter,
    EnumString,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ThemeName {
    /// The colors of the terminal, on its own background.
    #[default]
    Auto,
    /// Light text on a dark background, both painted.
    Dark,
    /// Dark text on a light background, both painted.
    Light,
    /// White and yellow on black, nothing faint.
    HighContrast,
    /// No color; reverse and bold stay.
    Mono,
}
