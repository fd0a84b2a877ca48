//! The facts lead to the result that a case states, in every setting.

use strum::VariantNames as _;

use super::Desk;
use crate::claim::{CaseResult, Setting, StatusWord};
use crate::pack::{Findings, Path};
use crate::train::{billed, worked};

pub(super) fn run(desk: Desk<'_>, out: &mut Findings) {
    let path = Path::top().key("result");
    let mut professional: Option<Vec<String>> = None;
    for name in Setting::VARIANTS {
        let Ok(setting) = name.parse::<Setting>() else {
            continue;
        };
        let result = match worked(desk.book, desk.case, setting) {
            Ok(worked) => worked.result,
            Err(error) => {
                let path = Path::top().key("procedures");
                let help = "Correct the facts, or part the procedures.";
                out.add("unreadable-fact", desk.file, &path, error.to_string(), help);
                return;
            }
        };
        let billed = billed(&result);
        // What holds for the professional claim is told once.
        if professional.as_ref() == Some(&billed) && desk.case.result.lines.is_professional(name) {
            continue;
        }
        if professional.is_none() {
            coverage(desk, &path, &result, out);
        }
        if !end(desk, &path, &result, out) {
            return;
        }
        lines(desk, &path.key("lines"), (name, &billed), out);
        professional.get_or_insert(billed);
    }
}

/// What a result comes to, in a few words.
fn told(result: &CaseResult) -> String {
    match result.status {
        StatusWord::Code => format!("the code {}", result.code.as_deref().unwrap_or("of nothing")),
        StatusWord::Signpost => {
            let id = result.signpost.as_ref().map(|signpost| signpost.id.as_str());
            format!("the signpost {}", id.unwrap_or("of nothing"))
        }
        StatusWord::Undetermined => {
            let open: Vec<&str> = result.undecided.iter().map(|one| one.question.as_str()).collect();
            format!(
                "undetermined: {} ({} open)",
                result.candidates.join(", "),
                open.join(", ")
            )
        }
    }
}

/// Whether the end is the one stated; tells where it is not.
fn end(desk: Desk<'_>, path: &Path, result: &CaseResult, out: &mut Findings) -> bool {
    let stated = &desk.case.result;
    let sorted = |codes: &[String]| {
        let mut codes = codes.to_vec();
        codes.sort();
        codes
    };
    let (right, wanted) = match (&stated.code, &stated.signpost) {
        (Some(code), _) => {
            let right = result.status == StatusWord::Code && result.code.as_ref() == Some(code);
            (right, format!("the code {code}"))
        }
        (None, Some(id)) => {
            let there = result.signpost.as_ref().map(|signpost| &signpost.id);
            let right = result.status == StatusWord::Signpost && there == Some(id);
            (right, format!("the signpost {id}"))
        }
        (None, None) => {
            let right = sorted(&result.candidates) == sorted(&stated.undetermined);
            let right = right && result.status == StatusWord::Undetermined;
            (right, format!("undetermined: {}", stated.undetermined.join(", ")))
        }
    };
    if !right {
        let open = result.status == StatusWord::Undetermined && stated.undetermined.is_empty();
        let check = if open { "ambiguous-case" } else { "wrong-result" };
        let message = format!("the facts lead to {}, not to {wanted}", told(result));
        let help = if open {
            "State the facts that the note settles, or state the result as undetermined."
        } else {
            "Correct the facts or the result."
        };
        out.add(check, desk.file, path, message, help);
    }
    right
}

fn lines(desk: Desk<'_>, path: &Path, (setting, billed): (&str, &[String]), out: &mut Findings) {
    let stated = desk.case.result.lines.of(setting);
    if stated != billed {
        let shown = |lines: &[String]| match lines {
            [] => "nothing".to_owned(),
            lines => format!("[{}]", lines.join(", ")),
        };
        let message = format!("the {setting} claim is {}, not {}", shown(billed), shown(stated));
        let path = path.key(setting.to_owned());
        out.add(
            "wrong-lines",
            desk.file,
            &path,
            message,
            "Correct the lines, or the facts they come from.",
        );
    }
}

fn coverage(desk: Desk<'_>, path: &Path, result: &CaseResult, out: &mut Findings) {
    if let Some(stated) = desk.case.result.coverage
        && stated != result.coverage.verdict
    {
        let message = format!("the coverage verdict is {}, not {stated}", result.coverage.verdict);
        let help = "Correct the verdict, the payer or the facts it hangs on.";
        out.add("wrong-coverage", desk.file, &path.key("coverage"), message, help);
    }
}
