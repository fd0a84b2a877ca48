//! The deliveries of a note: sites of one approach in one region are one procedure.

use super::answer::{QUOTES, Vote, delivery, imaging, region, region_of, substance, suggestion, votes, weigh};
use super::drug::Mention;
use super::entries::{Entries, entries};
use super::names::{answer, question};
use super::reading::{Clash, Contradiction, Procedure, Quote, State, Suggestion};
use super::scan::Scan;
use super::sentence::Sentence;
use super::site::{Placed, Site, placed, sites};
use super::standing::{Standing, is_denied};
use crate::pack::model::{Section, Weight};
use crate::tree::Book;

/// The deliveries, and what contradicts what in them.
pub(super) struct Deliveries {
    pub(super) procedures: Vec<Procedure>,
    pub(super) conflicts: Vec<Contradiction>,
}

/// What is told of one delivery.
pub(super) struct Told<'s> {
    /// Its own sentences of the narrative.
    pub(super) own: Vec<&'s Sentence>,
    /// Their numbers.
    pub(super) numbers: Vec<usize>,
    /// Titles that speak of it, and lists.
    pub(super) shared: Vec<&'s Sentence>,
    /// Whether it is the only one.
    pub(super) alone: bool,
}

/// Reads the deliveries of a note of the family.
pub(super) fn deliveries(scan: &Scan<'_>, book: &Book, drugs: &[Mention]) -> Deliveries {
    let levels = placed(scan);
    let groups = groups(book, &sites(scan, &levels), &levels);
    let mut found = Deliveries {
        procedures: Vec::new(),
        conflicts: Vec::new(),
    };
    let alone = groups.len() == 1;
    for group in &groups {
        let told = told(scan, group, alone);
        let (mut procedure, conflicts) = procedure(scan, book, &told, &levels);
        with_substance(scan, book, (&told, drugs), &mut procedure);
        found.procedures.push(procedure);
        found.conflicts.extend(conflicts);
    }
    found
}

/// What the drugs say of the substance, where no words answer it outright.
fn with_substance(scan: &Scan<'_>, book: &Book, (told, drugs): (&Told<'_>, &[Mention]), procedure: &mut Procedure) {
    let asked = book
        .file
        .questions
        .iter()
        .find(|question| question.id == question::SUBSTANCE);
    let silent = |one: &&mut Suggestion| one.question == question::SUBSTANCE && one.state == State::NotDocumented;
    if let (Some(question), Some(open)) = (asked, procedure.answers.iter_mut().find(silent)) {
        *open = substance(scan, question, told, drugs);
    }
}

/// Sites by their approach and region: one delivery each. A site that names no approach goes with the one before it.
fn groups(book: &Book, sites: &[Site], levels: &[Placed]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Option<String>, Option<String>, Vec<usize>)> = Vec::new();
    for site in sites {
        let region = site_region(book, site, levels);
        let same = |(approach, other, _): &(Option<String>, Option<String>, Vec<usize>)| {
            let alike = |one: &Option<String>, two: &Option<String>| one.is_none() || two.is_none() || one == two;
            alike(approach, &site.approach) && alike(other, &region)
        };
        match groups.iter_mut().rev().find(|group| same(group)) {
            Some((approach, other, told)) => {
                told.extend(&site.told);
                *approach = approach.take().or_else(|| site.approach.clone());
                *other = other.take().or(region);
            }
            None => groups.push((site.approach.clone(), region, site.told.clone())),
        }
    }
    groups.into_iter().map(|(_, _, told)| told).collect()
}

/// The part of the spine that a site entered, as far as codes tell parts apart; none where it names no level or several parts.
fn site_region(book: &Book, site: &Site, levels: &[Placed]) -> Option<String> {
    let own = levels
        .iter()
        .filter(|one| one.is_entry() && site.told.contains(&one.sentence) && !one.is_root());
    let mut regions: Vec<&str> = own.filter_map(|one| region_of(book, one.level()?)).collect();
    regions.sort_unstable();
    regions.dedup();
    match regions.as_slice() {
        [one] => Some((*one).to_owned()),
        _ => None,
    }
}

fn told<'s>(scan: &'s Scan<'_>, numbers: &[usize], alone: bool) -> Told<'s> {
    let own: Vec<&Sentence> = numbers.iter().filter_map(|nth| scan.sentences.get(*nth)).collect();
    let shared = scan.sentences.iter();
    let shared = shared.filter(|one| matches!(one.section, Section::Title | Section::Header | Section::Findings));
    Told {
        own,
        numbers: numbers.to_vec(),
        shared: shared.collect(),
        alone,
    }
}

impl Told<'_> {
    /// The votes on a question: its own, with those of titles and lists; where it tells nothing itself, those of all.
    pub(super) fn votes(&self, scan: &Scan<'_>, question: &str) -> Vec<Vote> {
        let own = votes(scan, question, self.own.iter().copied());
        let shared = votes(scan, question, self.shared.iter().copied());
        let has_own = own.iter().any(Vote::counts);
        if self.alone {
            return [own, shared].concat();
        }
        if question == question::REGION {
            return own;
        }
        if has_own {
            return own;
        }
        let others = scan.sentences.iter().filter(|one| one.section == Section::Narrative);
        [votes(scan, question, others), shared].concat()
    }
}

fn procedure(scan: &Scan<'_>, book: &Book, told: &Told<'_>, levels: &[Placed]) -> (Procedure, Vec<Contradiction>) {
    let mut conflicts = Vec::new();
    let approach_votes = told.votes(scan, question::APPROACH);
    let approach = weigh(scan, &approach_votes);
    // Only what goes through a foramen has sides.
    let is_foramen = approach.state == State::Suggested && approach.answers.iter().any(|one| one == answer::FORAMEN);
    let Entries {
        found,
        places,
        mut clashes,
        ..
    } = entries(scan, told, levels, is_foramen);
    conflicts.append(&mut clashes);
    let mut answers = Vec::new();
    for question in &book.file.questions {
        let name = question.id.as_str();
        let mut cast = match name {
            question::APPROACH => approach_votes.clone(),
            _ => told.votes(scan, name),
        };
        if name == question::DELIVERY {
            cast.extend(afterwards(scan));
        }
        let weighed = match name {
            question::APPROACH => approach.clone(),
            question::IMAGING => imaging(scan, &mut cast),
            question::DELIVERY => delivery(scan, &cast),
            question::REGION => {
                let (weighed, clash) = region(scan, book, &places, &cast);
                if clash {
                    conflicts.push(level_region(scan, &cast, &found));
                }
                weighed
            }
            _ => weigh(scan, &cast),
        };
        let asked = question::PATH.contains(&name);
        if !asked && weighed.state == State::NotDocumented {
            continue;
        }
        let mut suggestion = suggestion(scan, name, &cast, weighed);
        if name == question::REGION {
            level_quotes(&mut suggestion, &found);
        }
        if suggestion.state == State::Conflict && name != question::REGION {
            conflicts.push(statements(&suggestion, &cast));
        }
        answers.push(suggestion);
    }
    (Procedure { answers, levels: found }, conflicts)
}

/// What is said of a catheter where the plan or the outcome is told: that it stays, or is out.
fn afterwards(scan: &Scan<'_>) -> Vec<Vote> {
    let after = scan
        .sentences
        .iter()
        .filter(|one| matches!(one.section, Section::Plan | Section::Outcome));
    let mut votes = votes(scan, question::DELIVERY, after);
    votes.retain(|vote| vote.weight == Weight::Strong && vote.answer.starts_with("catheter"));
    for vote in &mut votes {
        let denied = scan
            .sentence_of(vote.words.start)
            .is_some_and(|sentence| is_denied(scan, sentence, &vote.words));
        vote.standing = if denied { Standing::Denied } else { Standing::Here };
    }
    votes
}

/// The levels of entry speak for the region before any word does.
fn level_quotes(suggestion: &mut Suggestion, found: &[super::reading::Found]) {
    let entries = found
        .iter()
        .filter(|one| one.role == super::reading::Role::Entry && one.level.is_some());
    let quotes: Vec<Quote> = entries.filter_map(|one| one.quotes.first().cloned()).collect();
    let rest: Vec<Quote> = suggestion
        .quotes
        .drain(..)
        .filter(|quote| !quotes.contains(quote))
        .collect();
    suggestion.quotes = quotes.into_iter().chain(rest).take(QUOTES).collect();
}

fn level_region(scan: &Scan<'_>, votes: &[Vote], found: &[super::reading::Found]) -> Contradiction {
    let level = found
        .iter()
        .filter(|one| one.role == super::reading::Role::Entry)
        .find_map(|one| one.quotes.first().cloned());
    let word = votes
        .iter()
        .find(|vote| vote.counts())
        .map(|vote| scan.quote(&vote.words));
    Contradiction {
        clash: Clash::LevelRegion,
        about: Some(question::REGION.to_owned()),
        quotes: level.into_iter().chain(word).collect(),
    }
}

fn statements(suggestion: &Suggestion, votes: &[Vote]) -> Contradiction {
    let titled = votes
        .iter()
        .any(|vote| vote.section == Section::Title && vote.counts() && suggestion.answers.contains(&vote.answer));
    Contradiction {
        clash: if titled { Clash::TitleBody } else { Clash::Statements },
        about: Some(suggestion.question.clone()),
        quotes: suggestion.quotes.iter().take(2).cloned().collect(),
    }
}
