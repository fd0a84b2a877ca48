//! The sites of a note: each needle with what is told of it, until the next one is turned to.

use super::answer::{votes, weigh};
use super::level::{Mention, What, mentions, role};
use super::names::question;
use super::reading::{Role, State, Strength};
use super::scan::Scan;
use super::sentence::Sentence;
use crate::claim::Level;
use crate::pack::model::{Cue, Section};

/// A level where a note names it.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) mention: Mention,
    pub(super) role: Role,
    /// The sentence, by its number.
    pub(super) sentence: usize,
    /// The sort of text.
    pub(super) section: Section,
}

impl Placed {
    pub(super) fn level(&self) -> Option<Level> {
        self.mention.what.level()
    }

    pub(super) fn is_entry(&self) -> bool {
        self.role == Role::Entry
    }

    pub(super) fn is_root(&self) -> bool {
        matches!(self.mention.what, What::Root(_))
    }
}

/// Every level of a note with its role.
pub(super) fn placed(scan: &Scan<'_>) -> Vec<Placed> {
    let mut all = Vec::new();
    for mention in mentions(&scan.text) {
        let number = scan
            .sentences
            .partition_point(|one| one.words.start <= mention.words.start);
        let Some((number, sentence)) = number
            .checked_sub(1)
            .and_then(|nth| Some((nth, scan.sentences.get(nth)?)))
        else {
            continue;
        };
        // Words of a heading belong to no sentence.
        if sentence.words.end < mention.words.end {
            continue;
        }
        let role = role(scan, sentence, &mention);
        all.push(Placed {
            mention,
            role,
            sentence: number,
            section: sentence.section,
        });
    }
    give_up(scan, &mut all);
    all
}

/// The most sentences between a level and the words that give it up.
const BACK: usize = 3;

/// A sentence that gives up and names no level speaks of the one named last, as long as another was entered.
fn give_up(scan: &Scan<'_>, all: &mut [Placed]) {
    for (nth, sentence) in scan.sentences.iter().enumerate() {
        let gives_up = sentence.section == Section::Narrative && scan.has(&sentence.words, Cue::GivenUp);
        if !gives_up || all.iter().any(|one| one.sentence == nth && one.is_entry()) {
            continue;
        }
        let before = |one: &&Placed| one.section == Section::Narrative && one.is_entry();
        let last = all
            .iter()
            .filter(before)
            .rfind(|one| one.sentence < nth && one.sentence + BACK >= nth);
        let Some(level) = last.and_then(Placed::level) else {
            continue;
        };
        if all.iter().filter(before).all(|one| one.level() == Some(level)) {
            continue;
        }
        for one in all
            .iter_mut()
            .filter(|one| one.section == Section::Narrative && one.sentence < nth)
        {
            if one.level() == Some(level) {
                one.role = Role::Abandoned;
            }
        }
    }
}

/// A needle, or several done alike: the sentences that tell of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Site {
    /// Sentences of the narrative, by their numbers.
    pub(super) told: Vec<usize>,
    /// The approach that these sentences name for certain.
    pub(super) approach: Option<String>,
}

/// The sites of the narrative, in their order. A new one begins where the note turns to it, where another title stands, and where
/// a needle goes in at another level after something was given.
pub(super) fn sites(scan: &Scan<'_>, levels: &[Placed]) -> Vec<Site> {
    let mut sites: Vec<Site> = vec![Site::default()];
    let (mut titled, mut given) = (false, false);
    for (nth, sentence) in scan.sentences.iter().enumerate() {
        if sentence.section == Section::Title {
            titled |= sites.iter().any(|site| !site.told.is_empty());
            continue;
        }
        if sentence.section != Section::Narrative {
            continue;
        }
        let fresh = given && scan.has(&sentence.words, Cue::Entered) && enters_elsewhere(&sites, levels, nth);
        let turns = scan.has(&sentence.words, Cue::Next) || titled || fresh;
        titled = false;
        if turns && sites.last().is_some_and(|site| !site.told.is_empty()) {
            sites.push(Site::default());
            given = false;
        }
        given |= scan.has(&sentence.words, Cue::Given);
        if let Some(site) = sites.last_mut() {
            site.told.push(nth);
        }
    }
    for site in &mut sites {
        site.approach = approach(scan, site.told.iter().filter_map(|nth| scan.sentences.get(*nth)));
    }
    sites
}

/// Whether a sentence names a level of entry that the last site does not.
fn enters_elsewhere(sites: &[Site], levels: &[Placed], sentence: usize) -> bool {
    let entries = || levels.iter().filter(|one| one.is_entry());
    let known = |level: Option<Level>| {
        let mut told = sites.last().into_iter().flat_map(|site| &site.told);
        told.any(|nth| entries().any(|one| one.sentence == *nth && one.level() == level))
    };
    entries().any(|one| one.sentence == sentence && one.level().is_some() && !known(one.level()))
}

/// The approach that some sentences name for certain.
fn approach<'a>(scan: &Scan<'_>, sentences: impl IntoIterator<Item = &'a Sentence>) -> Option<String> {
    let weighed = weigh(scan, &votes(scan, question::APPROACH, sentences));
    let sure = weighed.state == State::Suggested && weighed.strength == Some(Strength::Strong);
    weighed.answers.into_iter().next().filter(|_| sure)
}
