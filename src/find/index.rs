//! Finding: every word typed is held against every word of the pack once; then each text is as good as the words it holds,
//! the rare ones counting most.

use std::collections::HashMap;

use nucleo_matcher::{Config, Matcher};

use super::entries::{Entry, Part, entries};
use super::score::{NAME, all_words, word_score, words};
use super::{Hit, HitKind};
use crate::pack::model::{Pack, Term};

/// Everything that can be found in a pack.
#[derive(Debug)]
pub struct Index {
    entries: Vec<(Entry, Vec<Text>)>,
    words: Vocabulary,
    /// Words that name the same thing, by their places.
    same: HashMap<usize, Vec<usize>>,
}

/// A text of an entry.
#[derive(Debug)]
struct Text {
    part: Part,
    /// Its words in a row, as they are compared with the whole query.
    phrase: String,
    words: Vec<usize>,
}

/// Every word of a pack.
#[derive(Debug, Default)]
struct Vocabulary {
    places: HashMap<String, usize>,
    words: Vec<String>,
    /// In how many entries each stands.
    spread: Vec<u32>,
}

/// A word typed: how well each word of the pack fits it, and how much it tells.
struct Typed {
    fits: Vec<u32>,
    tells: f64,
}

/// The whole name is what was typed.
const WHOLE: u32 = 1000;
/// The whole of a name that is one of several is what was typed.
const LISTED: u32 = 980;
/// Of the weight of what was typed a hit holds at least this part.
const LEAST: f64 = 0.45;
/// A word counts as standing in an entry from this fit on.
const STANDS: u32 = 550;
/// The worth of words gathered from several texts of an entry, in hundredths of one text that holds them all.
const GATHERED: f64 = 0.84;
/// What a further word of a text costs, and for how many at most.
const SPARE: (u32, usize) = (4, 20);
/// The most that a short number tells.
const FIGURES: f64 = 2.5;
/// From this many words on what was typed is a question, and an answered question is what is looked for.
const QUESTION: usize = 3;
/// A question that fits less is no answer.
const SURE: u32 = 400;
/// What a question that people ask is worth more then.
const ASKED: u32 = 40;

/// What one that names every level and code typed is worth more.
const EXACT: u32 = 40;

impl Index {
    /// Lists what a pack holds.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let mut vocabulary = Vocabulary::default();
        let read = |entry: Entry| {
            let texts = entry.texts.iter().map(|(part, text)| vocabulary.text(*part, text));
            let texts: Vec<Text> = texts.collect();
            vocabulary.count(&texts);
            (entry, texts)
        };
        let entries = entries(pack).into_iter().map(read).collect();
        Self {
            same: same_names(&pack.glossary.terms, &vocabulary),
            entries,
            words: vocabulary,
        }
    }

    /// What fits, best first, at most `limit`.
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        let phrase = all_words(query).join(" ");
        let typed: Vec<Typed> = self.typed(&words(query));
        if typed.is_empty() {
            return Vec::new();
        }
        let hit = |(entry, texts): &(Entry, Vec<Text>)| {
            let fit = fit(texts, &typed, &phrase)?;
            let asked = entry.kind == HitKind::Faq && typed.len() >= QUESTION && (SURE..WHOLE).contains(&fit);
            let exact = asked && names_all(texts, &phrase);
            let more = u32::from(asked) * ASKED + u32::from(exact) * EXACT;
            Some(entry.hit((fit + more).min(WHOLE - 1).max(fit)))
        };
        let mut hits: Vec<Hit> = self.entries.iter().filter_map(hit).collect();
        hits.sort_by(|a, b| b.score.cmp(&a.score).then(a.kind.cmp(&b.kind)).then(a.id.cmp(&b.id)));
        hits.truncate(limit);
        hits
    }

    /// The words typed, held against every word of the pack.
    fn typed(&self, query: &[String]) -> Vec<Typed> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let known = |word: &String| self.words.places.contains_key(word);
        let split = query.iter().flat_map(|word| {
            if word.contains('-') && !known(word) {
                word.split('-')
                    .filter(|part| !part.is_empty())
                    .map(str::to_owned)
                    .collect()
            } else {
                vec![word.clone()]
            }
        });
        split.map(|word| self.one(&word, &mut matcher)).collect()
    }

    fn one(&self, word: &str, matcher: &mut Matcher) -> Typed {
        let vocabulary = self.words.words.iter();
        let mut fits: Vec<u32> = vocabulary
            .map(|part| word_score(word, part, matcher).unwrap_or(0))
            .collect();
        let others = self.words.places.get(word).and_then(|place| self.same.get(place));
        for other in others.into_iter().flatten() {
            if let Some(fit) = fits.get_mut(*other) {
                *fit = (*fit).max(NAME);
            }
        }
        let stands = fits.iter().zip(&self.words.spread).filter(|(fit, _)| **fit >= STANDS);
        let entries: u32 = stands.map(|(_, spread)| *spread).sum();
        let tells = tells(entries, self.entries.len());
        // A dose or a gauge tells little; five figures are a code.
        let figures = word.len() < 5 && word.chars().all(|c| c.is_ascii_digit());
        Typed {
            fits,
            tells: if figures { tells.min(FIGURES) } else { tells },
        }
    }
}

/// A word that stands nowhere tells nothing, one that stands in few entries much.
fn tells(entries: u32, all: usize) -> f64 {
    let all = f64::from(u32::try_from(all).unwrap_or(u32::MAX));
    if entries == 0 {
        return 1.5;
    }
    (1.0 + all / f64::from(entries)).ln()
}

impl Vocabulary {
    fn place(&mut self, word: &str) -> usize {
        if let Some(place) = self.places.get(word) {
            return *place;
        }
        let place = self.words.len();
        self.places.insert(word.to_owned(), place);
        self.words.push(word.to_owned());
        self.spread.push(0);
        place
    }

    /// The words of a text; a word with a hyphen also in its parts.
    fn text(&mut self, part: Part, text: &str) -> Text {
        let all = all_words(text);
        let mut words: Vec<usize> = all.iter().map(|word| self.place(word)).collect();
        let parts = all.iter().filter(|word| word.contains('-'));
        for part in parts.flat_map(|word| word.split('-')).filter(|part| part.len() > 1) {
            words.push(self.place(part));
        }
        Text {
            part,
            phrase: all.join(" "),
            words,
        }
    }

    /// Counts an entry for each word of its texts.
    fn count(&mut self, texts: &[Text]) {
        let mut here: Vec<usize> = texts.iter().flat_map(|text| text.words.iter().copied()).collect();
        here.sort_unstable();
        here.dedup();
        for word in here {
            if let Some(count) = self.spread.get_mut(word) {
                *count += 1;
            }
        }
    }
}

/// The names of one word that a term of the glossary has: whoever types one means the others too.
fn same_names(terms: &[Term], vocabulary: &Vocabulary) -> HashMap<usize, Vec<usize>> {
    let mut same: HashMap<usize, Vec<usize>> = HashMap::new();
    for term in terms {
        let names = std::iter::once(&term.term).chain(&term.also);
        let single = names.filter_map(|name| match all_words(name).as_slice() {
            [one] => vocabulary.places.get(one).copied(),
            _ => None,
        });
        let single: Vec<usize> = single.collect();
        for word in &single {
            same.entry(*word).or_default().extend(&single);
        }
    }
    same
}

/// How well the texts of an entry fit what was typed.
fn fit(texts: &[Text], typed: &[Typed], phrase: &str) -> Option<u32> {
    let mut best = 0;
    let mut gathered = vec![0_u32; typed.len()];
    for text in texts {
        if text.phrase == phrase && text.part != Part::Body && text.part != Part::Beside {
            return Some(if text.part == Part::Name { WHOLE } else { LISTED });
        }
        let fits: Vec<u32> = typed.iter().map(|one| one.in_text(text)).collect();
        for (sum, fit) in gathered.iter_mut().zip(&fits) {
            *sum = (*sum).max(fit * text.part.weight() / 100);
        }
        let held = fits.iter().filter(|fit| **fit > 0).count();
        let spare = text.words.len().saturating_sub(held).min(SPARE.1);
        let spare = u32::try_from(spare).unwrap_or(0) * SPARE.0;
        let fit = together(&fits, typed).unwrap_or(0) * text.part.weight() / 100;
        best = best.max(fit.saturating_sub(spare));
    }
    let gathered = together(&gathered, typed).map_or(0, |fit| hundredths(f64::from(fit) * GATHERED));
    let best = best.max(gathered.saturating_sub(SPARE.0 * 20));
    (best > 0).then_some(best)
}

/// Whether a name holds every level and code typed, two at least.
fn names_all(texts: &[Text], phrase: &str) -> bool {
    let figures = || {
        phrase
            .split(' ')
            .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
    };
    let holds = |text: &Text| figures().all(|one| text.phrase.split(' ').any(|word| word == one));
    figures().count() > 1 && texts.iter().filter(|text| text.part == Part::Name).any(holds)
}

/// Several words as one: each counts for what it tells.
fn together(fits: &[u32], typed: &[Typed]) -> Option<u32> {
    let all: f64 = typed.iter().map(|one| one.tells).sum();
    let with = || fits.iter().zip(typed);
    let held: f64 = with().filter(|(fit, _)| **fit > 0).map(|(_, one)| one.tells).sum();
    if held < all * LEAST {
        return None;
    }
    let sum: f64 = with().map(|(fit, one)| f64::from(*fit) * one.tells).sum();
    Some(hundredths(sum / all))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a score lies between 0 and 1000"
)]
fn hundredths(score: f64) -> u32 {
    score.clamp(0.0, f64::from(WHOLE)) as u32
}

impl Typed {
    /// How well the best word of a text fits.
    fn in_text(&self, text: &Text) -> u32 {
        let fits = text.words.iter().filter_map(|word| self.fits.get(*word));
        fits.copied().max().unwrap_or(0)
    }
}

impl Entry {
    fn hit(&self, score: u32) -> Hit {
        Hit {
            kind: self.kind,
            id: self.id.clone(),
            title: self.title.clone(),
            score,
            opens: self.opens.clone(),
        }
    }
}
