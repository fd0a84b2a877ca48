//! Teaching cases as far as they can be told without deciding anything: names, notes, words, one answer, known rules.
//!
//! Whether the facts lead to the result is checked by the training floor, which can decide.

use std::collections::HashMap;

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::{Case, Distractor};
use crate::pack::path::Path;
use crate::pack::rules::rules;
use crate::pack::words::{is_code, quoted};

use super::references::{Kind, known};
use super::site::{Site, each};
use super::{codes, ids, limits};

/// Longest title: it stands in a list at 80 columns.
const TITLE: usize = 48;
/// Widest line of a note.
const COLUMNS: usize = 76;
/// Most distractors.
const DISTRACTORS: usize = 3;

const RULE: Kind<'_> = Kind {
    check: "unknown-rule",
    one: "a rule",
    all: "Rules",
};
const DISPUTE: Kind<'_> = Kind {
    check: "unknown-dispute",
    one: "a dispute",
    all: "Disputes",
};
const SIGNPOST: Kind<'_> = Kind {
    check: "unknown-signpost",
    one: "a signpost",
    all: "Signposts",
};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    names(loaded, out);
    notes(loaded, out);
    let rules: Vec<String> = rules(&loaded.pack).into_iter().map(|rule| rule.id).collect();
    let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
    let known_codes = known_codes(loaded);
    for (file, case) in loaded.cases() {
        one(file, case, out);
        answers(file, case, out);
        points_at(loaded, (file, case), &rules, out);
        for site in case_codes(file, case) {
            code(&site, &known_codes, out);
        }
    }
}

fn names(loaded: &Loaded, out: &mut Findings) {
    let top = Path::top();
    let disputes = each(name::DISPUTES, &top, "disputes", &loaded.teaching.disputes.disputes);
    let disputes = disputes.map(|one| Site::new(one.file, one.path.key("id"), one.value.id.as_str()));
    ids::named("dispute", disputes.collect(), out);
    let cases = loaded.cases();
    let cases = cases.map(|(file, case)| Site::new(file, top.key("id"), case.id.as_str()));
    ids::named("case", cases.collect(), out);
    for (file, case) in loaded.cases() {
        name(file, case, out);
    }
}

/// The name is that of the file, and gives nothing away.
fn name(file: &str, case: &Case, out: &mut Findings) {
    let top = Path::top();
    let stem = file.trim_start_matches(name::CASES).trim_end_matches(".yaml");
    if stem != case.id {
        let message = format!("the case {} stands in a file of another name", quoted(&case.id));
        let help = format!(
            "Rename the file to `{}{}.yaml`, or correct the id.",
            name::CASES,
            case.id
        );
        out.add("file-name", file, &top.key("id"), message, help);
    }
    limits::length(&Site::new(file, top.key("title"), case.title.as_str()), TITLE, out);
    for (key, text) in [("id", &case.id), ("title", &case.title)] {
        let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
        if let Some(word) = words.find(|word| is_code(word)) {
            let code = quoted(word);
            let message = format!("the {key} names the code {code}, and a name must not give the answer away");
            out.add(
                "tells-the-answer",
                file,
                &top.key(key),
                message,
                "Name what the case is about.",
            );
        }
    }
    if !(1..=3).contains(&case.difficulty) {
        let message = format!("{} is no difficulty", case.difficulty);
        let help = "Write 1 (plain), 2 (the words are buried) or 3 (a trap).";
        out.add("difficulty", file, &top.key("difficulty"), message, help);
    }
}

/// No two notes are the same but for blanks, and every line fits on its screen.
fn notes(loaded: &Loaded, out: &mut Findings) {
    let path = Path::top().key("note");
    let mut seen: HashMap<String, &str> = HashMap::new();
    for (file, case) in loaded.cases() {
        let words: String = case.note.chars().filter(|c| !c.is_whitespace()).collect();
        if let Some(first) = seen.get(&words.to_lowercase()) {
            let message = "another case has the same note";
            out.add(
                "duplicate-case",
                file,
                &path,
                message,
                "Write another note, or remove one of the two.",
            )
            .see(first, &path, "the first one");
            continue;
        }
        seen.insert(words.to_lowercase(), file);
        if let Some(long) = case.note.lines().find(|line| line.chars().count() > COLUMNS) {
            let message = format!(
                "a line has {} columns, more than the {COLUMNS} that fit",
                long.chars().count()
            );
            let at = place_of(loaded, file, &path, long);
            out.add_at("too-long", file, at, message, "Break the line.");
        }
    }
}

fn place_of(loaded: &Loaded, file: &str, path: &Path, words: &str) -> Option<crate::pack::yaml::Place> {
    let place = loaded.files.place(file, path)?;
    Some(loaded.files.get(file)?.within(place, words))
}

/// Words stand in the note, and there is something of everything.
fn one(file: &str, case: &Case, out: &mut Findings) {
    let top = Path::top();
    for deciding in each(file, &top, "decides", &case.decides) {
        let path = deciding.path.key("words");
        if crate::pack::model::found_in(&case.note, &deciding.value.words).is_empty() {
            let message = format!("the note does not hold the words {}", quoted(&deciding.value.words));
            let help = "Copy the words from the note as they stand there; a line break counts as a blank.";
            out.add("words-not-in-note", file, &path, message, help);
        }
        if deciding.value.facts.is_empty() {
            let help = "Name the facts of the case that the words support.";
            out.add(
                "no-facts",
                file,
                &deciding.path.key("facts"),
                "the words support no fact",
                help,
            );
        }
    }
    let empty = [
        ("procedures", case.procedures.iter().all(Vec::is_empty)),
        ("decides", case.decides.is_empty()),
        ("distractors", case.distractors.is_empty()),
    ];
    for (key, _) in empty.into_iter().filter(|(_, empty)| *empty) {
        let message = format!("the case has no {key}");
        out.add(
            "incomplete-case",
            file,
            &top.key(key),
            message,
            format!("Write at least one item of {key}."),
        );
    }
    if case.fork.rules.is_empty() {
        let help = "Name at least one rule, such as `checklist:views-stored` or `question:imaging`.";
        out.add(
            "no-rule",
            file,
            &top.key("fork").key("rules"),
            "the fork cites no rule",
            help,
        );
    }
    if case.distractors.len() > DISTRACTORS {
        let message = format!(
            "{} distractors are more than the {DISTRACTORS} that fit",
            case.distractors.len()
        );
        let path = top.key("distractors").at(DISTRACTORS);
        out.add("too-many", file, &path, message, "Keep those that people really enter.");
    }
}

/// Exactly one answer, and distractors that are exactly one answer each.
fn answers(file: &str, case: &Case, out: &mut Findings) {
    let result = &case.result;
    let given = [
        result.code.is_some(),
        result.signpost.is_some(),
        !result.undetermined.is_empty(),
    ];
    let path = Path::top().key("result");
    if given.into_iter().filter(|one| *one).count() != 1 {
        let help = "Write one of `code`, `signpost` and `undetermined`.";
        out.add("one-answer", file, &path, "the result is not exactly one answer", help);
    }
    for distractor in each(file, &Path::top(), "distractors", &case.distractors) {
        let one: &Distractor = distractor.value;
        let given = [
            one.code.is_some(),
            one.signpost.is_some(),
            !one.lines.is_empty(),
            !one.undetermined.is_empty(),
        ];
        if given.into_iter().filter(|one| *one).count() != 1 {
            let help = "Write one of `code`, `lines`, `signpost` and `undetermined`.";
            out.add(
                "one-answer",
                file,
                &distractor.path,
                "the distractor is not exactly one answer",
                help,
            );
        }
        if same(one, case) {
            let help = "A distractor is a wrong answer: enter one, or remove it.";
            out.add(
                "right-distractor",
                file,
                &distractor.path,
                "the distractor is the answer",
                help,
            );
        }
    }
}

/// Whether a distractor is the answer.
fn same(one: &Distractor, case: &Case) -> bool {
    let sorted = |list: &[String]| {
        let mut list = list.to_vec();
        list.sort();
        list
    };
    let result = &case.result;
    let alone = result.lines.professional.len() <= 1;
    (one.code.is_some() && one.code == result.code && alone)
        || (one.signpost.is_some() && one.signpost == result.signpost)
        || (!one.lines.is_empty() && sorted(&one.lines) == sorted(&result.lines.professional))
        || (!one.undetermined.is_empty() && sorted(&one.undetermined) == sorted(&result.undetermined))
}

/// Rules, disputes and signposts that exist.
fn points_at(loaded: &Loaded, (file, case): (&str, &Case), rules: &[&str], out: &mut Findings) {
    let top = Path::top();
    for rule in each(file, &top.key("fork"), "rules", &case.fork.rules) {
        known(&Site::new(file, rule.path, rule.value.as_str()), &RULE, rules, out);
    }
    let disputes = &loaded.teaching.disputes.disputes;
    let disputes: Vec<&str> = disputes.iter().map(|one| one.id.as_str()).collect();
    for one in each(file, &top, "settles", &case.settles) {
        known(&Site::new(file, one.path, one.value.as_str()), &DISPUTE, &disputes, out);
    }
    let signposts = &loaded.pack.signposts.signposts;
    let signposts: Vec<&str> = signposts.iter().map(|one| one.id.as_str()).collect();
    if let Some(id) = &case.result.signpost {
        known(
            &Site::new(file, top.key("result").key("signpost"), id),
            &SIGNPOST,
            &signposts,
            out,
        );
    }
    for one in each(file, &top, "distractors", &case.distractors) {
        if let Some(id) = &one.value.signpost {
            known(
                &Site::new(file, one.path.key("signpost"), id),
                &SIGNPOST,
                &signposts,
                out,
            );
        }
    }
}

/// Every code that the pack says something of.
fn known_codes(loaded: &Loaded) -> Vec<&str> {
    let retired = loaded.pack.retired.retired.iter().map(|one| one.code.as_str());
    codes::all(loaded)
        .into_iter()
        .map(|(_, site)| site.value)
        .chain(retired)
        .collect()
}

/// The codes that a case names: those of its result and of its distractors, on lines too.
fn case_codes<'a>(file: &'a str, case: &'a Case) -> Vec<Site<'a, str>> {
    let top = Path::top();
    let result = top.key("result");
    let mut all: Vec<Site<'a, str>> = Vec::new();
    let of_line = |site: Site<'a, String>| Site::new(site.file, site.path, site.value.get(..5).unwrap_or(site.value));
    all.extend(
        case.result
            .code
            .iter()
            .map(|code| Site::new(file, result.key("code"), code.as_str())),
    );
    all.extend(
        each(file, &result, "undetermined", &case.result.undetermined)
            .map(|one| Site::new(file, one.path, one.value.as_str())),
    );
    for one in each(file, &top, "distractors", &case.distractors) {
        all.extend(
            one.value
                .code
                .iter()
                .map(|code| Site::new(file, one.path.key("code"), code.as_str())),
        );
        all.extend(each(file, &one.path, "lines", &one.value.lines).map(of_line));
        all.extend(
            each(file, &one.path, "undetermined", &one.value.undetermined)
                .map(|one| Site::new(file, one.path, one.value.as_str())),
        );
    }
    all
}

fn code(site: &Site<'_, str>, known: &[&str], out: &mut Findings) {
    if !is_code(site.value) {
        codes::bad_format(site, out);
    } else if !known.contains(&site.value) {
        let message = format!("nothing in the pack tells what {} is", quoted(site.value));
        let help =
            "Name a code that the pack knows: of the family, of a signpost, retired, or beside a code on a claim.";
        out.add("unknown-code", site.file, &site.path, message, help);
    }
}
