//! Before any answer: did this author give an injection of the family here? The title and the target noun of the injecting
//! sentences settle it; where both kinds of target were injected, nobody but the coder can.

use std::ops::Range;

use super::aim::{Aimed, aims};
use super::names::question;
use super::reading::{Because, Family, Quote};
use super::scan::Scan;
use super::sentence::Sentence;
use super::standing::{Standing, standing};
use super::text::Kind;
use super::vocabulary::Meaning;
use crate::pack::model::{Cue, DrugUse, Evidence, Kin, Section, Weight};

/// What the gate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gate {
    pub(super) family: Family,
    pub(super) because: Because,
    pub(super) signpost: Option<String>,
    pub(super) quotes: Vec<Quote>,
}

/// What was counted on the way.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that a note tells or does not"
)]
struct Counted {
    /// Of the titles.
    titles: Kinds,
    /// Of sentences in which a needle goes in or a drug is given.
    acts: Kinds,
    /// Of the narrative as a whole.
    told: Kinds,
    /// Needles and drugs, whatever the target.
    acted: bool,
    /// A drug was given, and not into the skin.
    given: bool,
    /// A way of entering the canal or a foramen is told.
    technique: bool,
    /// A needle is named where it was used.
    needled: bool,
    /// Words of an operation.
    surgery: usize,
    /// Whether there is a title at all.
    titled: bool,
    /// Whether anything is told.
    narrated: bool,
}

/// Targets by their kin, with their places and ways out.
#[derive(Debug, Default)]
struct Kinds {
    family: Vec<Range<usize>>,
    places: Vec<Range<usize>>,
    any: Vec<Range<usize>>,
    neighbors: Vec<(Range<usize>, Option<String>)>,
    /// Neighbors that leave nothing of the family beside them.
    whole: bool,
    operations: Vec<Range<usize>>,
}

impl Kinds {
    fn add(&mut self, aimed: &Aimed<'_>) {
        // What was tried and given up was aimed at all the same.
        if !matches!(aimed.standing, Standing::Here | Standing::Abandoned) {
            return;
        }
        match aimed.aim.kin {
            Kin::Family => self.family.push(aimed.words.clone()),
            Kin::Place => self.places.push(aimed.words.clone()),
            Kin::Any => self.any.push(aimed.words.clone()),
            Kin::Neighbor => {
                self.whole |= aimed.aim.whole;
                self.neighbors.push((aimed.words.clone(), aimed.aim.signpost.clone()));
            }
            Kin::Operation => self.operations.push(aimed.words.clone()),
        }
    }

    /// The way out that is named most often; of those named alike, the first.
    fn signpost(&self) -> Option<String> {
        let named = self.neighbors.iter().filter_map(|(_, signpost)| signpost.as_ref());
        let count = |one: &String| {
            self.neighbors
                .iter()
                .filter(|(_, other)| other.as_ref() == Some(one))
                .count()
        };
        let mut best: Option<&String> = None;
        for one in named {
            if best.is_none_or(|best| count(one) > count(best)) {
                best = Some(one);
            }
        }
        best.cloned()
    }
}

/// The most words of an operation beside an injection.
const OPERATION: usize = 3;

/// Settles whether a note belongs to the family.
pub(super) fn gate(scan: &Scan<'_>) -> Gate {
    let counted = counted(scan);
    let (family, because) = settled(&counted);
    let signpost = match (family, because) {
        (Family::Out, Because::Neighbor) => [&counted.titles, &counted.acts, &counted.told]
            .into_iter()
            .filter(|_| counted.acted || !counted.titles.neighbors.is_empty() && counted.narrated)
            .find_map(Kinds::signpost),
        _ => None,
    };
    let quotes = quotes(scan, &counted, family);
    Gate {
        family,
        because,
        signpost,
        quotes,
    }
}

fn settled(counted: &Counted) -> (Family, Because) {
    let (title, acts) = (&counted.titles, &counted.acts);
    let titled = !title.family.is_empty();
    let beside = !title.neighbors.is_empty();
    let acts_family = !acts.family.is_empty() || !acts.places.is_empty() || (counted.given && counted.technique);
    let acts_beside = !acts.neighbors.is_empty();
    if title.whole {
        return (Family::Out, Because::Neighbor);
    }
    let injects = titled && acts_family;
    if !(injects || title.operations.is_empty()) {
        return (Family::Out, Because::Operation);
    }
    match (titled, beside) {
        (true, false) if counted.told.whole => (Family::Unclear, Because::Both),
        (true, true) if acts_family && (acts_beside || !counted.told.neighbors.is_empty()) => {
            (Family::Unclear, Because::Both)
        }
        (true, false) if acts.whole && acts_beside => (Family::Unclear, Because::Both),
        (true, _) if acts_family => (Family::In, Because::TitleAndNarrative),
        (true, _) if acts_beside => (Family::Unclear, Because::Both),
        (true, _) if counted.acted || counted.given => (Family::In, Because::Title),
        (true, _) => (Family::Unclear, Because::NothingTold),
        (false, true) => (Family::Out, Because::Neighbor),
        (false, false) => untitled(counted, acts_family, acts_beside),
    }
}

/// A note whose title names neither the family nor a neighbor: what is told settles it.
fn untitled(counted: &Counted, acts_family: bool, acts_beside: bool) -> (Family, Because) {
    let surgical = counted.surgery >= OPERATION;
    match (acts_family && counted.given && counted.needled, acts_beside) {
        (true, _) if counted.told.whole => (Family::Out, Because::Neighbor),
        (true, true) => (Family::Unclear, Because::Both),
        (true, false) if surgical && !counted.technique => (Family::Out, Because::Operation),
        (true, false) => (Family::In, Because::Narrative),
        (false, true) => (Family::Out, Because::Neighbor),
        (false, false) if surgical => (Family::Out, Because::Operation),
        (false, false)
            if counted.given && counted.needled && (!counted.titles.any.is_empty() || !counted.acts.any.is_empty()) =>
        {
            (Family::Unclear, Because::NothingTold)
        }
        (false, false) => (Family::Out, Because::NothingDone),
    }
}

fn counted(scan: &Scan<'_>) -> Counted {
    let mut counted = Counted::default();
    for sentence in &scan.sentences {
        match sentence.section {
            Section::Title => {
                counted.titled = true;
                for aimed in aims(scan, sentence) {
                    counted.titles.add(&aimed);
                }
            }
            Section::Narrative | Section::Header => told(scan, sentence, &mut counted),
            _ => {}
        }
    }
    counted
}

fn told(scan: &Scan<'_>, sentence: &Sentence, counted: &mut Counted) {
    counted.narrated = true;
    counted.surgery += scan.cues(&sentence.words, Cue::Surgery).count();
    let here = |cue: Cue| {
        scan.cues(&sentence.words, cue)
            .any(|words| standing(scan, sentence, &words) == Standing::Here)
    };
    let (given, entered) = (here(Cue::Given), here(Cue::Entered));
    let skin = scan.has(&sentence.words, Cue::Skin);
    let dosed = dosed(scan, sentence);
    counted.acted |= given || entered;
    counted.given |= (given || dosed) && !skin;
    counted.technique |= says(scan, sentence, |one| one.question == question::APPROACH);
    counted.needled |= says(scan, sentence, |one| one.question == question::DELIVERY);
    for aimed in aims(scan, sentence) {
        counted.told.add(&aimed);
        if given || entered || dosed {
            counted.acts.add(&aimed);
        }
    }
}

/// Whether a sentence tells of a treatment with a number, as telegrams do: `1 mL of 40 mg/mL Kenalog`.
fn dosed(scan: &Scan<'_>, sentence: &Sentence) -> bool {
    let drug = scan.within(&sentence.words).any(|hit| match hit.means {
        Meaning::Drug(nth) => {
            let treats = scan
                .lexicon
                .drugs
                .get(nth)
                .is_some_and(|drug| matches!(drug.used, DrugUse::Treatment | DrugUse::Anesthetic));
            treats && standing(scan, sentence, &hit.words) == Standing::Here
        }
        _ => false,
    });
    let number = |nth: usize| {
        let number = scan
            .text
            .tokens
            .get(nth)
            .is_some_and(|token| token.kind == Kind::Number);
        number || matches!(scan.text.word_at(nth), "cc" | "ml" | "mg")
    };
    drug && sentence.words.clone().any(number)
}

/// Whether a sentence says outright, of what was done here, what some evidence stands for.
fn says(scan: &Scan<'_>, sentence: &Sentence, wanted: impl Fn(&Evidence) -> bool) -> bool {
    scan.within(&sentence.words).any(|hit| match hit.means {
        Meaning::Evidence(nth) => {
            let strong = scan.lexicon.evidence.get(nth).filter(|one| one.weight > Weight::Hint);
            strong.is_some_and(&wanted) && standing(scan, sentence, &hit.words) == Standing::Here
        }
        _ => false,
    })
}

/// The most quotes of one kind.
const QUOTES: usize = 2;

fn quotes(scan: &Scan<'_>, counted: &Counted, family: Family) -> Vec<Quote> {
    let ours = |kinds: &Kinds| {
        kinds
            .family
            .iter()
            .chain(&kinds.places)
            .take(QUOTES)
            .cloned()
            .collect::<Vec<_>>()
    };
    let theirs = |kinds: &Kinds| {
        let places = kinds.neighbors.iter().map(|(words, _)| words).chain(&kinds.operations);
        places.take(QUOTES).cloned().collect::<Vec<_>>()
    };
    let words = match family {
        Family::In => [ours(&counted.titles), ours(&counted.acts)].concat(),
        Family::Out => [theirs(&counted.titles), theirs(&counted.acts)].concat(),
        Family::Unclear => [
            ours(&counted.titles),
            ours(&counted.acts),
            theirs(&counted.titles),
            theirs(&counted.acts),
        ]
        .concat(),
    };
    words.iter().map(|words| scan.quote(words)).collect()
}
