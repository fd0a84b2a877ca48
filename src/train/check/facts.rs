//! The facts of a case can be read, and each has words of the note behind it that do not say something else.

use super::Desk;
use crate::claim::{LevelFact, Side};
use crate::entry::{Doubt, Lexicon};
use crate::pack::{Findings, Path};
use crate::session::{Fact, parse_fact};
use crate::tree::{Book, Given};

/// The value of what the note does not settle.
pub(super) const NOT_DOCUMENTED: &str = "not-documented";

/// A fact of the case, and where it stands.
struct Stated<'a> {
    path: Path,
    name: &'a str,
    value: &'a str,
    fact: Fact,
}

/// Checks; says whether every fact could be read.
pub(super) fn run(desk: Desk<'_>, lexicon: &Lexicon, out: &mut Findings) -> bool {
    let before = out.len();
    let stated = stated(desk, out);
    let readable = out.len() == before;
    let supported = supported(desk, lexicon, &stated, out);
    if readable {
        for one in stated.iter().filter(|one| !supported.contains(&one.fact)) {
            unsupported(desk, one, out);
        }
        silent_names(desk, &stated, out);
    }
    readable
}

/// Every fact of the procedures and of the session, with where it stands.
fn all(desk: Desk<'_>) -> impl Iterator<Item = (Path, &String)> {
    let top = Path::top();
    let session = top.key("session");
    let procedures = top.key("procedures");
    let of_procedures = desk.case.procedures.iter().enumerate().flat_map(move |(nth, facts)| {
        let path = procedures.at(nth);
        facts.iter().enumerate().map(move |(at, fact)| (path.at(at), fact))
    });
    let of_session = desk.case.session.iter().enumerate();
    of_procedures.chain(of_session.map(move |(at, fact)| (session.at(at), fact)))
}

fn stated<'a>(desk: Desk<'a>, out: &mut Findings) -> Vec<Stated<'a>> {
    let mut read = Vec::new();
    for (path, text) in all(desk) {
        if let Some((name, value, fact)) = parsed(desk, &path, text, out) {
            read.push(Stated {
                path,
                name,
                value,
                fact,
            });
        }
    }
    read
}

/// A fact, or what is wrong with it.
fn parsed<'a>(desk: Desk<'_>, path: &Path, text: &'a str, out: &mut Findings) -> Option<(&'a str, &'a str, Fact)> {
    let help = "Write a fact as for `epipath code`: name=value.";
    let Some((name, value)) = text.split_once('=') else {
        let message = format!("`{text}` is not a fact");
        out.add("unreadable-fact", desk.file, path, message, help);
        return None;
    };
    if ["setting", "payer"].contains(&name) {
        let message = format!("{name} is not a fact of the note");
        let help = "Write the payer under `payer:` at the top; lines are stated for every setting.";
        out.add("unreadable-fact", desk.file, path, message, help);
        return None;
    }
    match parse_fact(desk.book, name, value) {
        Ok(fact) => Some((name, value, fact)),
        Err(error) => {
            out.add("unreadable-fact", desk.file, path, error.to_string(), help);
            None
        }
    }
}

/// The facts that have words behind them.
fn supported(desk: Desk<'_>, lexicon: &Lexicon, stated: &[Stated<'_>], out: &mut Findings) -> Vec<Fact> {
    let decides = Path::top().key("decides");
    let mut supported = Vec::new();
    for (nth, deciding) in desk.case.decides.iter().enumerate() {
        let reading = surely(desk.book, lexicon, &deciding.words);
        for (at, text) in deciding.facts.iter().enumerate() {
            let path = decides.at(nth).key("facts").at(at);
            let Some((_, _, fact)) = parsed(desk, &path, text, out) else {
                continue;
            };
            if !stated.iter().any(|one| one.fact == fact) {
                let message = format!("`{text}` is not among the facts of the case");
                let help = "Name a fact as it stands under `procedures` or `session`, or add it there.";
                out.add("fact-not-of-case", desk.file, &path, message, help);
            } else if let Some(read) = contradiction(desk.book, &fact, &reading) {
                let message = format!("the words read as `{read}`, not as `{text}`");
                let help = "Quote words that say the fact, or correct the fact.";
                out.add("words-say-otherwise", desk.file, &path, message, help);
            }
            supported.push(fact);
        }
    }
    supported
}

/// What words say, as far as it is sure.
fn surely(book: &Book, lexicon: &Lexicon, words: &str) -> Vec<String> {
    let reading = lexicon.read(book, words);
    let doubtful = |fact: &str| {
        let name = fact.split('=').next().unwrap_or_default();
        reading.doubts.iter().any(|doubt| match doubt {
            Doubt::Words { questions, .. } => questions.iter().any(|question| question == name),
            Doubt::Suggested { question, .. } => question == name,
            Doubt::Level { .. } | Doubt::Sides { .. } => name == "level",
        })
    };
    if !reading.conflicts.is_empty() {
        return Vec::new();
    }
    reading.facts.iter().filter(|fact| !doubtful(fact)).cloned().collect()
}

/// What words were read as, where it cannot be true beside the fact.
fn contradiction(book: &Book, fact: &Fact, reading: &[String]) -> Option<String> {
    match fact {
        Fact::Answer(question, given) => {
            let name = &book.question(*question)?.id;
            let read = reading.iter().find(|one| one.split('=').next() == Some(name))?;
            let said: Given = book.read(*question, read.split_once('=')?.1).ok()?;
            let apart = !said.named.is_empty() && !given.named.is_empty() && said.named.and(given.named).is_empty();
            apart.then(|| read.clone())
        }
        Fact::Level(level) => {
            let read: Vec<(&String, LevelFact)> = reading
                .iter()
                .filter_map(|one| Some((one, one.strip_prefix("level=")?.parse().ok()?)))
                .collect();
            let agree = read.iter().any(|(_, one)| !other_level(level, one));
            read.first().filter(|_| !agree).map(|(one, _)| (*one).clone())
        }
        _ => None,
    }
}

/// Whether a level read cannot be the one stated.
fn other_level(stated: &LevelFact, read: &LevelFact) -> bool {
    let known = |side: Option<Side>| side.filter(|side| *side != Side::NotDocumented);
    let level = stated.level.zip(read.level).is_some_and(|(one, other)| one != other);
    let side = known(stated.side).zip(known(read.side));
    level || side.is_some_and(|(one, other)| one != other && one != Side::Both)
}

fn unsupported(desk: Desk<'_>, one: &Stated<'_>, out: &mut Findings) {
    if one.value == NOT_DOCUMENTED {
        if !desk.case.silent.iter().any(|name| name == one.name) {
            let message = format!(
                "{} is not documented, yet the case does not say that the note is silent",
                one.name
            );
            let help = format!("Add {} to `silent`.", one.name);
            out.add("unsupported-fact", desk.file, &one.path, message, help);
        }
        return;
    }
    let message = format!("no words of the note support `{}={}`", one.name, one.value);
    let help = "Quote the words under `decides`, or write the fact as not-documented and name it under `silent`.";
    out.add("unsupported-fact", desk.file, &one.path, message, help);
}

/// What the note is said to be silent about exists, and no fact states it.
fn silent_names(desk: Desk<'_>, stated: &[Stated<'_>], out: &mut Findings) {
    let names = crate::session::fact_names(desk.book);
    for (nth, name) in desk.case.silent.iter().enumerate() {
        let path = Path::top().key("silent").at(nth);
        if name == "side" || names.contains(name) {
            not_stated(desk, (&path, name), stated, out);
            continue;
        }
        let message = format!("there is no question or fact `{name}`");
        let guess = crate::pack::nearest(name, names.iter().map(String::as_str));
        let help = guess.map_or_else(
            || "Name a question of `epipath tree`, or `level`, `side` or another fact.".to_owned(),
            |guess| format!("Did you mean `{guess}`?"),
        );
        out.add("unknown-question", desk.file, &path, message, help);
    }
}

/// Some procedure leaves open what the note is said to be silent about.
fn not_stated(desk: Desk<'_>, (path, name): (&Path, &str), stated: &[Stated<'_>], out: &mut Findings) {
    let is_name = |fact: &String| fact.split('=').next() == Some(name);
    let everywhere = desk.case.procedures.iter().all(|group| group.iter().any(is_name));
    let mut of_name = stated.iter().filter(|one| one.name == name);
    let silent = of_name.clone().any(|one| one.value.contains(NOT_DOCUMENTED));
    if let Some(said) = of_name.next().filter(|_| !silent && everywhere) {
        let message = format!(
            "the note is said to be silent about {name}, yet the case states `{name}={}`",
            said.value
        );
        let help = "Take the name out of `silent`, or write the fact as not-documented.";
        out.add("not-silent", desk.file, path, message, help);
    }
}
