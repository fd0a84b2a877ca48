//! The cards: their examples are worked out by the engine, their plain words are plain, and nothing on them is blank.

mod asked;

use std::collections::BTreeSet;

use epipath::claim::CaseResult;
use epipath::pack::model::{Card, Confidence, Indicator, SharedStatement, Topic};
use epipath::pack::rules::{rule, rules};
use strum::IntoEnumIterator as _;

use crate::support::{book, decide, end};

fn cards() -> &'static [Card] {
    &book().pack().cards
}

fn billed(result: &CaseResult) -> Vec<&str> {
    result.lines.iter().map(|line| line.code.as_str()).collect()
}

#[test]
fn every_example_is_its_code() {
    for card in cards() {
        assert!(
            card.examples.len() >= 3,
            "{}: {} examples",
            card.code,
            card.examples.len()
        );
        let facts: BTreeSet<&str> = card.examples.iter().map(|example| example.facts.as_str()).collect();
        assert_eq!(facts.len(), card.examples.len(), "{}: one example twice", card.code);
        for example in &card.examples {
            let result = decide(book(), &example.facts);
            let wanted = card.parent.as_ref().map_or(&card.code, |parent| &parent.code);
            assert_eq!(end(&result), *wanted, "{}: {}", card.code, example.case);
            assert!(
                billed(&result).contains(&card.code.as_str()),
                "{}: {}",
                card.code,
                example.case
            );
        }
    }
}

#[test]
fn every_near_miss_goes_where_it_says() {
    for card in cards() {
        let miss = &card.near_miss;
        let result = decide(book(), &miss.facts);
        let reached = if result.code.is_none() && result.signpost.is_none() {
            "undetermined".to_owned()
        } else {
            end(&result)
        };
        assert_eq!(reached, miss.goes_to, "{}: {}", card.code, miss.case);
        assert!(
            !billed(&result).contains(&card.code.as_str()),
            "{}: {}",
            card.code,
            miss.case
        );
    }
}

/// Vowel groups, a silent `e` at the end left out: near enough for words as short as these should be.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let vowel = |c: &char| "aeiouy".contains(*c);
    let mut groups = 0;
    for (index, letter) in letters.iter().enumerate() {
        if vowel(letter) && (index == 0 || !vowel(&letters[index - 1])) {
            groups += 1;
        }
    }
    let ends_in = |end: &str| letters.iter().collect::<String>().ends_with(end);
    if groups > 1 && ends_in("e") && !ends_in("le") {
        groups -= 1;
    }
    groups.max(1)
}

/// The Flesch-Kincaid grade.
#[expect(clippy::cast_precision_loss, reason = "a few hundred words")]
fn grade(text: &str) -> f64 {
    let words: Vec<&str> = text.split_whitespace().collect();
    let sentences = text.matches(['.', '?', '!']).count().max(1) as f64;
    let count = words.len() as f64;
    let spoken: usize = words.iter().map(|word| syllables(word)).sum();
    0.39 * count / sentences + 11.8 * spoken as f64 / count - 15.59
}

#[test]
fn the_grade_knows_easy_from_hard() {
    assert!(grade("The cat sat on the mat. It was warm.") < 2.0);
    assert!(
        grade("Transforaminal administration necessitates fluoroscopic visualization of radicular anatomy.") > 14.0
    );
}

#[test]
fn plain_words_are_plain() {
    for card in cards() {
        let grade = grade(&card.plain.text);
        assert!(grade <= 8.0, "{}: grade {grade:.1}: {}", card.code, card.plain.text);
        let short = card.brief.text.split_whitespace().count();
        let full: usize = card.means.iter().map(|one| one.text.split_whitespace().count()).sum();
        assert!(
            short * 2 <= full,
            "{}: {short} words in brief, {full} in full",
            card.code
        );
    }
}

#[test]
fn every_topic_speaks_of_every_code() {
    let said = &book().pack().statements.statements;
    for card in cards() {
        for topic in Topic::iter() {
            assert!(
                said.iter()
                    .any(|one| one.topic == topic && one.codes.contains(&card.code)),
                "{}: nothing under {topic}",
                card.code
            );
        }
    }
}

/// What is said of a code under a topic, in the order of the card.
fn said(code: &str, topic: Topic) -> Vec<&'static SharedStatement> {
    let all = book().pack().statements.statements.iter();
    all.filter(|one| one.topic == topic && one.codes.iter().any(|known| known == code))
        .collect()
}

#[test]
fn every_topic_has_enough_to_say() {
    for card in cards() {
        for topic in Topic::iter() {
            let least = match topic {
                Topic::Indications => 3,
                Topic::Unpaired => 4,
                _ => 6,
            };
            let count = said(&card.code, topic).len();
            assert!(count >= least, "{}: {count} under {topic}", card.code);
        }
    }
}

/// The card numbers the steps: each begins with its name, from the position to the note.
#[test]
fn steps_are_told_as_they_happen() {
    for card in cards() {
        let steps = said(&card.code, Topic::Procedure);
        let names: Vec<&str> = steps
            .iter()
            .filter_map(|one| one.text.split_once(": "))
            .map(|named| named.0)
            .collect();
        assert!((6..=9).contains(&steps.len()), "{}: {} steps", card.code, steps.len());
        assert_eq!(names.len(), steps.len(), "{}: a step without a name", card.code);
        assert!(
            names.iter().all(|name| name.split_whitespace().count() <= 2),
            "{}: {names:?}",
            card.code
        );
        assert_eq!(
            (names.first(), names.last()),
            (Some(&"Position"), Some(&"Note")),
            "{}",
            card.code
        );
        assert_eq!(
            names.iter().collect::<BTreeSet<_>>().len(),
            names.len(),
            "{}: {names:?}",
            card.code
        );
    }
}

/// Whether a text names a year.
fn names_a_year(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_ascii_digit());
    words.filter(|word| word.len() == 4).any(|word| word.starts_with("20"))
}

#[test]
fn every_line_of_history_is_dated() {
    for one in &book().pack().statements.statements {
        assert!(
            one.topic != Topic::History || names_a_year(&one.text),
            "{}: {}",
            one.id,
            one.text
        );
    }
}

/// Necessity is what a payer asks for: the words name the payer, and the words or the span name the day.
#[test]
fn every_line_of_necessity_names_payer_and_date() {
    let payers = ["Medicare", "Noridian", "BCBS", "eviCore", "Humana", "payer", "Auditors"];
    let all = book().pack().statements.statements.iter();
    for one in all.filter(|one| one.topic == Topic::Necessity) {
        assert!(payers.iter().any(|payer| one.text.contains(payer)), "{}", one.id);
        assert!(
            one.effective.is_some() || names_a_year(&one.text),
            "{}: no date",
            one.id
        );
    }
}

#[test]
fn no_statement_is_written_twice() {
    let all = book().pack().statements.statements.iter();
    let mut texts = BTreeSet::new();
    for one in all {
        assert!(texts.insert(one.text.as_str()), "{}: {}", one.id, one.text);
        assert!(one.text.split_whitespace().count() <= 60, "{}: too long", one.id);
    }
}

/// Examples of a card differ in more than their words, and no case stands on two cards.
#[test]
fn no_case_is_told_twice() {
    let mut told = BTreeSet::new();
    for card in cards() {
        let near = [&card.near_miss.case];
        for case in card.examples.iter().map(|example| &example.case).chain(near) {
            assert!(told.insert(case.as_str()), "{}: {case}", card.code);
        }
        let codes: BTreeSet<&str> = card.related.iter().map(|related| related.code.as_str()).collect();
        assert_eq!(codes.len(), card.related.len(), "{}: related twice", card.code);
        assert!(!codes.contains(card.code.as_str()), "{}: related to itself", card.code);
        assert!(codes.len() >= 6, "{}: {} related", card.code, codes.len());
    }
}

#[test]
fn every_rule_has_its_own_name_and_its_sources() {
    let mut ids = BTreeSet::new();
    for rule in rules(book().pack()) {
        assert!(!rule.sources.is_empty() && !rule.text.is_empty(), "{}", rule.id);
        for source in &rule.sources {
            assert!(book().source(source).is_some(), "{}: {source}", rule.id);
        }
        assert!(ids.insert(rule.id.clone()), "{} twice", rule.id);
    }
    assert!(ids.len() > 300, "{}", ids.len());
    assert_eq!(
        rule(book().pack(), "limit:62323").unwrap().confidence,
        Confidence::Confirmed
    );
}

/// Total relative value times the conversion factor of July 2026, worked out by hand: 8.18 x 33.4009 = 273.219...
#[test]
fn payment_is_value_times_factor() {
    let fees = &book().pack().fees;
    let rows: Vec<_> = fees.of("62323").collect();
    let (edition, row) = rows[0];
    assert_eq!(
        (edition.id.as_str(), row.nonfacility.as_deref()),
        ("july-2026", Some("8.18"))
    );
    assert_eq!(edition.payment("8.18").as_deref(), Some("273.22"));
    assert_eq!(edition.payment("2.67").as_deref(), Some("89.18"));
    assert_eq!(edition.payment("2.6"), None);
    assert_eq!(rows[1].0.payment("7.63"), None, "no factor was read for October 2025");
}

/// What the modifiers say of two sides, assistants and parts follows the fee file.
#[test]
fn indicators_are_those_of_the_fee_file() {
    for card in cards() {
        for (_, row) in book().pack().fees.of(&card.code) {
            let foraminal = card.code.starts_with("644");
            assert_eq!(
                row.indicators.of(Indicator::Bilateral),
                if foraminal { "1" } else { "9" }
            );
            let global = if card.parent.is_some() { "ZZZ" } else { "000" };
            assert_eq!(row.indicators.of(Indicator::Global), global);
        }
    }
}
