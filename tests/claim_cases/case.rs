//! A case as its file tells it, and what it expects of a setting and a payer.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// Whose claim.
pub(crate) const SETTINGS: [&str; 3] = ["professional", "asc", "hospital"];

/// Who pays: the code rules alone, and Medicare.
pub(crate) const PAYERS: [&str; 2] = ["cpt", "medicare"];

/// A day within the pack's span, so that no case looks at the clock.
pub(crate) const DATE: &str = "2026-11-21";

/// Stands between the procedures of a session.
pub(crate) const AND: &str = "--and";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    cases: Vec<Case>,
}

/// One reviewed case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// What it is about.
    pub(crate) name: String,
    /// As on the command line.
    pub(crate) facts: String,
    /// Ids in `sources.yaml`.
    pub(crate) source: Vec<String>,
    /// The rule in one sentence.
    pub(crate) why: String,
    /// The status, where it is not `code`.
    #[serde(default = "code")]
    pub(crate) status: String,
    /// The signpost it ends at.
    pub(crate) signpost: Option<String>,
    /// The lines by setting, and those of Medicare where they differ.
    pub(crate) lines: Lines,
    /// Findings that must be there: of every claim, of a payer or of a setting. `pair-` stands for any that begins so.
    #[serde(default)]
    pub(crate) findings: BTreeMap<String, Vec<String>>,
    /// Findings that must not be there, told apart in the same way.
    #[serde(default)]
    pub(crate) no_findings: BTreeMap<String, Vec<String>>,
    /// Every other reading of the lines, by payer and setting.
    #[serde(default)]
    pub(crate) alternatives: BTreeMap<String, Vec<String>>,
    /// What the program gets wrong as yet.
    pub(crate) bug: Option<String>,
}

fn code() -> String {
    "code".to_owned()
}

/// Lines in the short form, `64483-50 x1 @L4-L5`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lines {
    all: Option<Vec<String>>,
    professional: Option<Vec<String>>,
    asc: Option<Vec<String>>,
    hospital: Option<Vec<String>>,
    medicare: Option<Box<Lines>>,
}

impl Lines {
    fn of(&self, setting: &str, payer: &str) -> Option<&[String]> {
        let own = (payer == "medicare").then(|| self.medicare.as_ref()?.of(setting, "cpt"));
        let here = match setting {
            "professional" => &self.professional,
            "asc" => &self.asc,
            _ => &self.hospital,
        };
        own.flatten().or_else(|| here.as_deref().or(self.all.as_deref()))
    }
}

impl Case {
    /// The lines of a setting and a payer.
    pub(crate) fn lines(&self, setting: &str, payer: &str) -> &[String] {
        let lines = self.lines.of(setting, payer);
        lines.unwrap_or_else(|| panic!("{}: no lines for {setting}, {payer}", self.name))
    }

    /// The findings that a setting and a payer must have.
    pub(crate) fn findings(&self, setting: &str, payer: &str) -> Vec<&str> {
        of_claim(&self.findings, setting, payer)
    }

    /// The findings that a setting and a payer must not have.
    pub(crate) fn no_findings(&self, setting: &str, payer: &str) -> Vec<&str> {
        of_claim(&self.no_findings, setting, payer)
    }

    /// The facts with what every case needs.
    pub(crate) fn words(&self, setting: &str, payer: &str) -> Vec<String> {
        let session = [
            format!("setting={setting}"),
            format!("payer={payer}"),
            format!("date={DATE}"),
        ];
        self.facts
            .split_whitespace()
            .map(str::to_owned)
            .chain(session)
            .collect()
    }

    /// The claims worth a slow door: a case that knows no difference for Medicare is put through it for Medicare in one
    /// setting; the steps of a session take them all.
    pub(crate) fn claims(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let differs = |setting, payer| {
            self.lines(setting, payer) != self.lines(setting, "cpt") || self.findings.contains_key("medicare")
        };
        claims()
            .filter(move |(setting, payer)| *payer == "cpt" || *setting == "professional" || differs(*setting, *payer))
    }

    /// The facts of each procedure.
    pub(crate) fn groups(&self) -> Vec<Vec<&str>> {
        self.facts
            .split(AND)
            .map(|group| group.split_whitespace().collect())
            .collect()
    }
}

fn of_claim<'a>(lists: &'a BTreeMap<String, Vec<String>>, setting: &str, payer: &str) -> Vec<&'a str> {
    let keys = ["all", setting, payer];
    let lists = keys.iter().filter_map(|key| lists.get(*key));
    lists.flatten().map(String::as_str).collect()
}

/// The folder of this test.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/claim_cases")
}

/// All cases, file by file.
pub(crate) fn files() -> Vec<(String, Vec<Case>)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let file: File = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path.file_stem().unwrap().to_string_lossy().into_owned(), file.cases)
    };
    paths.into_iter().map(read).collect()
}

/// All cases.
pub(crate) fn cases() -> Vec<Case> {
    files().into_iter().flat_map(|(_, cases)| cases).collect()
}

/// Every setting with every payer.
pub(crate) fn claims() -> impl Iterator<Item = (&'static str, &'static str)> {
    PAYERS
        .into_iter()
        .flat_map(|payer| SETTINGS.into_iter().map(move |setting| (setting, payer)))
}
