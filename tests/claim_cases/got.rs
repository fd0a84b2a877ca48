//! What came out of a door, and how it differs from the table.

use epipath::claim::{CaseResult, Line};
use serde_json::Value;

use crate::case::Case;

/// What came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Got {
    pub(crate) status: String,
    pub(crate) signpost: Option<String>,
    pub(crate) lines: Vec<String>,
    pub(crate) findings: Vec<String>,
    pub(crate) alternatives: Vec<String>,
}

/// `64483-50 x1 @L4-L5`.
fn short(code: &str, modifiers: &[&str], units: u64, levels: &[&str]) -> String {
    let code = std::iter::once(code).chain(modifiers.iter().copied());
    let code = code.collect::<Vec<_>>().join("-");
    let at = if levels.is_empty() {
        String::new()
    } else {
        format!(" @{}", levels.join(","))
    };
    format!("{code} x{units}{at}")
}

fn texts(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect()
}

/// The lines of an answer object.
pub(crate) fn lines(value: &Value) -> Vec<String> {
    let line = |line: &Value| {
        let (modifiers, levels) = (texts(&line["modifiers"]), texts(&line["levels"]));
        let units = line["units"].as_u64().unwrap();
        short(line["code"].as_str().unwrap(), &modifiers, units, &levels)
    };
    value.as_array().unwrap().iter().map(line).collect()
}

/// `medicare: 64483-50 x1 @L4-L5`, from what an alternative says of when it holds.
fn reading(when: &str, lines: &[String]) -> String {
    let payer = when.split_once(':').map_or(when, |(payer, _)| payer);
    format!("{payer}: {}", lines.join(", "))
}

impl Got {
    /// From what `--json` prints.
    pub(crate) fn of_json(value: &Value) -> Self {
        let findings = value["findings"].as_array().unwrap().iter();
        let alternatives = value["alternatives"].as_array().unwrap().iter();
        Self {
            status: value["status"].as_str().unwrap().to_owned(),
            signpost: value["signpost"]["id"].as_str().map(str::to_owned),
            lines: lines(&value["lines"]),
            findings: findings.map(|one| one["id"].as_str().unwrap().to_owned()).collect(),
            alternatives: alternatives
                .map(|one| reading(one["when"].as_str().unwrap(), &lines(&one["lines"])))
                .collect(),
        }
    }

    /// From the result on a screen.
    pub(crate) fn of_result(result: &CaseResult) -> Self {
        let told = |lines: &[Line]| -> Vec<String> {
            let names = |list: &[String]| -> Vec<String> { list.to_vec() };
            let one = |line: &Line| {
                let (modifiers, levels) = (names(&line.modifiers), names(&line.levels));
                let modifiers: Vec<&str> = modifiers.iter().map(String::as_str).collect();
                let levels: Vec<&str> = levels.iter().map(String::as_str).collect();
                short(&line.code, &modifiers, u64::from(line.units), &levels)
            };
            lines.iter().map(one).collect()
        };
        Self {
            status: result.status.to_string(),
            signpost: result.signpost.as_ref().map(|signpost| signpost.id.clone()),
            lines: told(&result.lines),
            findings: result.findings.iter().map(|finding| finding.id.clone()).collect(),
            alternatives: result
                .alternatives
                .iter()
                .map(|one| reading(&one.when, &told(&one.lines)))
                .collect(),
        }
    }

    /// How it differs from the table; nothing where it does not.
    pub(crate) fn against(&self, case: &Case, setting: &str, payer: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut differ = |what: &str, expected: String, got: String| {
            if expected != got {
                wrong.push(told(case, (setting, payer), what, (&expected, &got)));
            }
        };
        differ("status", case.status.clone(), self.status.clone());
        differ(
            "lines",
            case.lines(setting, payer).join("  |  "),
            self.lines.join("  |  "),
        );
        if case.signpost.is_some() {
            differ(
                "signpost",
                case.signpost.clone().unwrap_or_default(),
                self.signpost.clone().unwrap_or_default(),
            );
        }
        let fits = |wanted: &str, id: &String| *id == wanted || (wanted.ends_with('-') && id.starts_with(wanted));
        for wanted in case.findings(setting, payer) {
            let found = self.findings.iter().any(|id| fits(wanted, id));
            differ(
                "finding",
                wanted.to_owned(),
                if found {
                    wanted.to_owned()
                } else {
                    self.findings.join(" ")
                },
            );
        }
        for unwanted in case.no_findings(setting, payer) {
            let found: Vec<&str> = self
                .findings
                .iter()
                .filter(|id| fits(unwanted, id))
                .map(String::as_str)
                .collect();
            differ("no finding", String::new(), found.join(" "));
        }
        if let Some(expected) = case.alternatives.get(&format!("{payer}/{setting}")) {
            differ("readings", expected.join("  |  "), self.alternatives.join("  |  "));
        }
        wrong
    }
}

/// Case, setting and payer, expected and got under each other.
pub(crate) fn told(case: &Case, (setting, payer): (&str, &str), what: &str, (expected, got): (&str, &str)) -> String {
    format!(
        "{}, {setting}, {payer}: {what}\n  facts     {}\n  expected  {expected}\n  got       {got}",
        case.name, case.facts
    )
}

/// Fails with everything that is wrong. A case with a known bug must still have it, or its mark has to go.
pub(crate) fn judge(found: Vec<(Case, Vec<String>)>) {
    assert!(found.len() > 60, "only {} cases were run", found.len());
    let mut wrong = Vec::new();
    for (case, problems) in found {
        match case.bug {
            None => wrong.extend(problems),
            Some(bug) if problems.is_empty() => {
                wrong.push(format!("{} is right now; take its mark away: {bug}", case.name));
            }
            Some(_) => {}
        }
    }
    assert!(
        wrong.is_empty(),
        "{} are wrong:\n\n{}\n",
        wrong.len(),
        wrong.join("\n\n")
    );
}
