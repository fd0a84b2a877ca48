//! Questions and answers: enough for every code, each in its own words, none naming what the pack does not know, and none surer than its rules.

use std::collections::{BTreeMap, BTreeSet};

use epipath::pack::model::{Confidence, Faq, lists};
use epipath::pack::rules::{Rule, rules};

use crate::support::book;

/// A question on more cards than these is shared: it is not about that code or its pair.
const OWN: usize = 4;

fn asked() -> &'static [Faq] {
    &book().pack().faq.questions
}

fn by_id() -> BTreeMap<String, Rule> {
    let all = rules(book().pack());
    all.into_iter().map(|rule| (rule.id.clone(), rule)).collect()
}

fn cited<'a>(all: &'a BTreeMap<String, Rule>, one: &'a Faq) -> impl Iterator<Item = &'a Rule> {
    one.rules.iter().filter_map(|id| all.get(id))
}

/// The words of a text, with the points inside them: `M54.16`, `8.18`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let apart = |c: char| !c.is_ascii_alphanumeric() && c != '.';
    text.split(apart).map(|word| word.trim_matches('.'))
}

/// `62323`, `0777T` or `J2326`.
fn is_code(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_uppercase());
    word.len() == 5 && (digits == 5 || digits == 4 && (letter(word.chars().next()) || letter(word.chars().last())))
}

/// A letter, two digits and a point: a diagnosis.
fn is_diagnosis(word: &str) -> bool {
    word.len() > 4
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word[1..3].chars().all(|c| c.is_ascii_digit())
        && word.as_bytes()[3] == b'.'
}

/// Whether a card, signpost, ended code, edit, add-on, limit or line beside names the code.
fn known(code: &str) -> bool {
    let pack = book().pack();
    let here = |one: &String| one == code;
    pack.cards
        .iter()
        .any(|card| card.code == code || card.add_ons.iter().any(|one| here(&one.code)))
        || pack
            .signposts
            .signposts
            .iter()
            .any(|one| one.codes.iter().any(|target| here(&target.code)))
        || pack
            .retired
            .retired
            .iter()
            .any(|one| here(&one.code) || one.replaced_by.iter().any(here))
        || pack
            .edits
            .pairs
            .iter()
            .any(|pair| lists(&pair.column_1, code) || lists(&pair.column_2, code))
        || pack.edits.unit_limits.iter().any(|limit| limit.codes.iter().any(here))
        || pack.edits.companions.iter().any(|line| here(&line.code))
}

fn known_diagnosis(icd: &str) -> bool {
    let file = &book().pack().diagnoses;
    let named = file.diagnoses.iter().flat_map(|one| &one.icd);
    let exempt = file.exemptions.iter().flat_map(|one| &one.named);
    let covers = |entry: &String| entry == icd || entry.strip_suffix('-').is_some_and(|start| icd.starts_with(start));
    named.chain(exempt).any(covers)
}

#[test]
fn every_code_has_questions_of_its_own() {
    assert!(asked().len() >= 60, "{}", asked().len());
    for card in &book().pack().cards {
        let own = asked()
            .iter()
            .filter(|one| one.codes.contains(&card.code) && one.codes.len() <= OWN);
        assert!(own.count() >= 5, "{}", card.code);
    }
}

#[test]
fn every_question_is_one_and_its_own() {
    let mut asks = BTreeSet::new();
    let mut answers = BTreeSet::new();
    for one in asked() {
        assert!(one.ask.ends_with('?') && one.ask.len() <= 90, "{}: {}", one.id, one.ask);
        assert!(asks.insert(one.ask.to_lowercase()), "{}: asked twice", one.id);
        assert!(answers.insert(&one.answer), "{}: answered twice", one.id);
        let length = one.answer.split_whitespace().count();
        assert!((5..=72).contains(&length), "{}: {length} words", one.id);
        assert!(
            one.answer.is_ascii() && one.answer.ends_with('.'),
            "{}: {}",
            one.id,
            one.answer
        );
    }
}

#[test]
fn answers_name_what_the_pack_knows() {
    assert!(is_code("0777T") && is_code("J2326") && !is_code("33.40") && !is_code("WISeR"));
    assert!(is_diagnosis("M54.16") && !is_diagnosis("M54") && !is_diagnosis("July."));
    let all = by_id();
    let mut named = 0;
    for one in asked() {
        let backed = |word: &str| cited(&all, one).any(|rule| rule.text.contains(word));
        for word in words(&one.ask).chain(words(&one.answer)) {
            if is_code(word) {
                assert!(known(word) || backed(word), "{}: {word}", one.id);
                named += 1;
            } else if is_diagnosis(word) {
                assert!(known_diagnosis(word), "{}: {word}", one.id);
                named += 1;
            }
        }
    }
    assert!(named > 300, "{named}");
}

#[test]
fn no_answer_is_surer_than_its_rules() {
    let all = by_id();
    let mut surer = Vec::new();
    for one in asked() {
        for rule in cited(&all, one).filter(|rule| one.confidence < rule.confidence) {
            surer.push(format!("{}: {} is {:?}", one.id, rule.id, rule.confidence));
        }
    }
    assert!(surer.is_empty(), "{surer:#?}");
}

fn fees_cited(one: &Faq) -> bool {
    one.rules.iter().any(|rule| rule.starts_with("fees:"))
}

/// The sources of an answer are those of its rules, of the diagnoses it names, of what the marks of a fee row mean, or our own knowledge
/// where it says so.
#[test]
fn an_answer_has_the_sources_of_its_rules() {
    let all = by_id();
    let meanings = &book().pack().fees.meanings;
    for one in asked() {
        let of_rules = |source: &String| cited(&all, one).any(|rule| rule.sources.contains(source));
        let diagnoses = book().pack().diagnoses.diagnoses.iter();
        let named: Vec<_> = diagnoses
            .filter(|entry| entry.icd.iter().any(|icd| one.answer.contains(icd)))
            .collect();
        for source in &one.sources {
            let own = source == "own-knowledge" && one.confidence == Confidence::Unconfirmed;
            let of_diagnosis = named.iter().any(|entry| entry.sources.contains(source));
            let of_meaning = fees_cited(one) && meanings.iter().any(|entry| entry.sources.contains(source));
            assert!(
                own || of_rules(source) || of_diagnosis || of_meaning,
                "{}: {source}",
                one.id
            );
        }
    }
}

#[test]
fn what_is_not_known_is_said() {
    let plain = |one: &&Faq| {
        let text = one.answer.to_lowercase();
        ["unconfirmed", "not known", "not that we know", "as we read it"]
            .iter()
            .any(|word| text.contains(word))
    };
    let unsure = |one: &&Faq| one.confidence == Confidence::Unconfirmed;
    let silent: Vec<&str> = asked()
        .iter()
        .filter(unsure)
        .filter(|one| !plain(one))
        .map(|one| one.id.as_str())
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
    let torn = asked().iter().filter(|one| one.confidence == Confidence::Conflicting);
    let mut count = 0;
    for one in torn {
        assert!(one.answer.starts_with("Sources disagree"), "{}", one.id);
        count += 1;
    }
    assert!(count > 0);
}

/// Two decimals in an answer are a value of the row it cites, or the conversion factor of that edition.
#[test]
fn values_are_those_of_the_fee_file() {
    let fees = &book().pack().fees;
    let mut seen = 0;
    for one in asked() {
        let rows: Vec<_> = fees
            .rows
            .iter()
            .filter(|row| one.rules.contains(&format!("fees:{}/{}", row.code, row.edition)))
            .collect();
        let decimal = |word: &&str| word.contains('.') && word.starts_with(|c: char| c.is_ascii_digit());
        for word in words(&one.answer).filter(decimal) {
            let value = |entry: &Option<String>| entry.as_deref() == Some(word);
            let factor = fees.editions.iter().any(|edition| value(&edition.conversion_factor));
            let in_row = rows.iter().any(|row| value(&row.nonfacility) || value(&row.facility));
            assert!(factor || in_row, "{}: {word}", one.id);
            seen += 1;
        }
    }
    assert!(seen >= 24, "{seen}");
}

/// A coverage answer says whose rule it is, and of when.
#[test]
fn coverage_answers_name_payer_and_date() {
    for one in asked()
        .iter()
        .filter(|one| one.rules.iter().any(|rule| rule.starts_with("coverage:")))
    {
        let payers = [
            "Medicare",
            "Noridian",
            "Novitas",
            "eviCore",
            "Cigna",
            "Humana",
            "UnitedHealthcare",
        ];
        assert!(
            payers
                .iter()
                .any(|payer| one.ask.contains(payer) || one.answer.contains(payer)),
            "{}",
            one.id
        );
    }
    let of_medicare = |one: &&Faq| one.rules.iter().any(|rule| rule.starts_with("coverage:medicare/"));
    let undated: Vec<&str> = asked()
        .iter()
        .filter(of_medicare)
        .filter(|one| !one.answer.contains("in force since"))
        .map(|one| one.id.as_str())
        .collect();
    assert!(undated.is_empty(), "{undated:?}");
    assert!(asked().iter().filter(of_medicare).count() >= 20);
}
