//! Whose claim and who pays, said in words.

use std::str::FromStr;

use super::words::Word;
use super::{Conflict, Understood};
use crate::claim::Setting;
use crate::tree::Book;

/// A setting or a payer at the start of some words, and the number of its words.
pub(super) fn said(book: &Book, words: &[Word]) -> Option<(Result<Understood, Conflict>, usize)> {
    let first = words.first()?;
    if let Ok(setting) = Setting::from_str(&first.plain) {
        let fact = format!("setting={setting}");
        let text = first.typed.clone();
        return Some((Ok(Understood { text, fact }), 1));
    }
    payer(book, words)
}

fn payer(book: &Book, words: &[Word]) -> Option<(Result<Understood, Conflict>, usize)> {
    let first = words.first()?;
    let (name, written) = first
        .plain
        .split_once(':')
        .map_or((first.plain.as_str(), None), |(name, state)| (name, Some(state)));
    let ids: Vec<&str> = book.pack().payers().map(|policy| policy.id.as_str()).collect();
    let exact: Vec<&str> = ids.iter().copied().filter(|id| *id == name).collect();
    let named = |id: &&str| name.len() > 2 && id.split('-').next() == Some(name);
    let fits: Vec<&str> = if exact.is_empty() {
        ids.into_iter().filter(named).collect()
    } else {
        exact
    };
    match fits.as_slice() {
        [] => None,
        [one] => Some(of_state(book, one, written, words)),
        several => {
            let choices = several.iter().map(|id| (*id).to_owned()).collect();
            let word = first.typed.clone();
            Some((Err(Conflict::Payer { word, choices }), 1))
        }
    }
}

/// The payer, with the state that follows it.
fn of_state(book: &Book, id: &str, written: Option<&str>, words: &[Word]) -> (Result<Understood, Conflict>, usize) {
    let jurisdictions = &book.pack().jurisdictions;
    let first = words.first().map(|word| word.typed.clone()).unwrap_or_default();
    let named = |word: &str| {
        let names = jurisdictions.state_names.iter();
        let by_letters = jurisdictions.state_names.contains_key(&word.to_uppercase());
        let by_name = names.clone().find(|(_, name)| name.to_lowercase() == word);
        by_name
            .map(|(letters, _)| letters.clone())
            .or_else(|| by_letters.then(|| word.to_uppercase()))
    };
    if let Some(state) = written.and_then(named) {
        let fact = format!("payer={id}:{state}");
        return (Ok(Understood { text: first, fact }), 1);
    }
    let of_policy = jurisdictions.policy == id;
    for count in [2, 1] {
        let next: Vec<&Word> = words.iter().skip(1).take(count).collect();
        let phrase: Vec<&str> = next.iter().map(|word| word.plain.as_str()).collect();
        let state = named(&phrase.join(" ")).filter(|_| of_policy && next.len() == count);
        if let Some(state) = state {
            let typed: Vec<&str> = next.iter().map(|word| word.typed.as_str()).collect();
            let text = format!("{first} {}", typed.join(" "));
            let fact = format!("payer={id}:{state}");
            return (Ok(Understood { text, fact }), 1 + count);
        }
    }
    let fact = format!("payer={id}");
    (Ok(Understood { text: first, fact }), 1)
}
