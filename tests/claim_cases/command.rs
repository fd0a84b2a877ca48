//! The table through the real program: one process a claim.

use std::process::Command;
use std::sync::Mutex;
use std::thread;

use serde_json::Value;

use crate::case::{Case, cases};
use crate::got::{Got, judge};

/// What `epipath code ... --json` prints, and its exit code.
pub(crate) fn code(case: &Case, setting: &str, payer: &str) -> (Value, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_epipath"))
        .arg("code")
        .args(case.words(setting, payer))
        .arg("--json")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}: {text}", case.name));
    (value, output.status.code())
}

fn problems(case: &Case) -> Vec<String> {
    let one = |(setting, payer)| {
        let (value, exit) = code(case, setting, payer);
        assert!(value.get("error").is_none(), "{}: {}", case.name, value["error"]);
        let wanted = match case.status.as_str() {
            "code" => 0,
            "signpost" => 3,
            _ => 4,
        };
        assert!(
            case.bug.is_some() || exit == Some(wanted),
            "{}: exit code {exit:?}",
            case.name
        );
        Got::of_json(&value).against(case, setting, payer)
    };
    case.claims().flat_map(one).collect()
}

/// Runs a check of every case on a few threads.
pub(crate) fn on_threads<T: Send>(check: impl Fn(&Case) -> T + Sync) -> Vec<(Case, T)> {
    let waiting = Mutex::new(cases());
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let Some(case) = waiting.lock().unwrap().pop() else {
                        break;
                    };
                    let found = check(&case);
                    done.lock().unwrap().push((case, found));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name));
    done
}

#[test]
fn every_case_through_the_command_line() {
    judge(on_threads(problems));
}
