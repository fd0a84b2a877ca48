//! Where a drug went: by the words of the act that it stands in, else by the part of the note.

use std::collections::BTreeSet;
use std::ops::Range;

use super::anchor::{Anchor, Sense, TOLD, anchors, linked, near};
use super::mention::Mention;
use crate::note::scan::Scan;
use crate::note::standing::{Standing, standing};
use crate::note::{Joint, Place};
use crate::pack::model::{Cue, Drug, DrugUse, Section};

/// Says of every mention where the drug went; those that tell of nothing done here fall away.
pub(super) fn settle(scan: &Scan<'_>, mentions: &mut Vec<Mention>) {
    mentions.retain(|mention| is_here(scan, mention));
    let anchors = anchors(scan);
    let known = Known {
        needle: first_needle(scan, &anchors),
        injectates: injectates(scan),
        anchors,
    };
    let mut first = 0;
    while first < mentions.len() {
        let last = group_end(scan, &known.anchors, mentions, first);
        let bounds = neighbors(mentions, first, last);
        if let Some(group) = mentions.get_mut(first..last) {
            place(scan, &known, group, &bounds);
        }
        first = last;
    }
}

/// What is known of a note before any drug is placed.
struct Known {
    anchors: Vec<Anchor>,
    /// The word at which a needle first went in: what was given before it may be for the skin.
    needle: Option<usize>,
    injectates: BTreeSet<usize>,
}

fn first_needle(scan: &Scan<'_>, anchors: &[Anchor]) -> Option<usize> {
    let told = |word: usize| {
        scan.sentence_of(word)
            .is_some_and(|one| one.section == Section::Narrative)
    };
    let mut entered = anchors
        .iter()
        .filter(|anchor| anchor.sense == Sense::Entered)
        .map(|anchor| anchor.words.start);
    entered.find(|word| told(*word))
}

/// Whether a mention tells of something done here. What has an amount is not denied by a word that stands before it.
fn is_here(scan: &Scan<'_>, mention: &Mention) -> bool {
    let Some(sentence) = scan.sentence_of(mention.words.start) else {
        return false;
    };
    if sentence.section == Section::Anesthesia {
        return true;
    }
    match standing(scan, sentence, &mention.words) {
        Standing::Here => true,
        Standing::Denied => mention.is_measured(),
        Standing::Past => mention.is_measured() && sentence.section == Section::Narrative && is_told(scan, mention),
        _ => false,
    }
}

/// Whether the words of an earlier day around a mention are such as tell of this one too.
fn is_told(scan: &Scan<'_>, mention: &Mention) -> bool {
    let clause = scan.clause_of(mention.words.start);
    let mut past = scan.cues(&clause, Cue::Past);
    past.all(|words| words.len() == 1 && TOLD.contains(&scan.text.word_at(words.start)))
}

/// The words on both sides of a group up to the mentions beside it.
fn neighbors(mentions: &[Mention], first: usize, last: usize) -> Range<usize> {
    let before = first
        .checked_sub(1)
        .and_then(|nth| mentions.get(nth))
        .map_or(0, |one| one.span.end);
    before..mentions.get(last).map_or(usize::MAX, |one| one.span.start)
}

/// The end of a run of mentions in one sentence with no word of giving between them.
fn group_end(scan: &Scan<'_>, anchors: &[Anchor], mentions: &[Mention], first: usize) -> usize {
    let sentence = |nth: usize| {
        mentions
            .get(nth)
            .and_then(|one| scan.sentence_of(one.words.start))
            .map(|one| one.words.start)
    };
    let mut end = first + 1;
    while let (Some(before), Some(next)) = (mentions.get(end - 1), mentions.get(end)) {
        let between = before.span.end..next.span.start.max(before.span.end);
        let other = sentence(end) != sentence(first) || within(anchors, &between).next().is_some();
        if other || parts(scan, &between) || leaves_skin(scan, anchors, before, next) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether the skin was numbed with one drug and the next is no anesthetic: `anesthetized with lidocaine, and 80 mg of Kenalog`.
fn leaves_skin(scan: &Scan<'_>, anchors: &[Anchor], before: &Mention, next: &Mention) -> bool {
    let numbs = |one: &Mention| {
        one.drug
            .and_then(|nth| scan.lexicon.drugs.get(nth))
            .is_some_and(|drug| drug.used == DrugUse::Anesthetic)
    };
    let near = before.span.start.saturating_sub(2 * WHERE)..before.span.start;
    let skin = within(anchors, &near)
        .next_back()
        .is_some_and(|anchor| anchor.sense == Sense::Skin);
    skin && numbs(before)
        && !numbs(next)
        && next
            .drug
            .and_then(|nth| scan.lexicon.drugs.get(nth))
            .is_none_or(|drug| drug.used != DrugUse::Diluent)
}

/// Whether another thing is done between two mentions.
fn parts(scan: &Scan<'_>, between: &Range<usize>) -> bool {
    let then = between
        .clone()
        .any(|nth| matches!(scan.text.word_at(nth), "followed" | "then" | "subsequently"));
    then || scan.text.joint(between.end) == Joint::Semicolon
}

fn within<'a>(anchors: &'a [Anchor], words: &Range<usize>) -> impl DoubleEndedIterator<Item = &'a Anchor> + use<'a> {
    let from = anchors.partition_point(|anchor| anchor.words.start < words.start);
    let to = anchors.partition_point(|anchor| anchor.words.start < words.end);
    anchors.get(from..to.max(from)).unwrap_or_default().iter()
}

/// Says where the drugs of one run went.
fn place(scan: &Scan<'_>, known: &Known, group: &mut [Mention], bounds: &Range<usize>) {
    let Some(words) = span(group) else { return };
    let Some(sentence) = scan.sentence_of(words.start) else {
        return;
    };
    let act = Act {
        scan,
        anchors: &known.anchors,
        words,
        bounds: bounds.start.max(sentence.words.start)..bounds.end.min(sentence.words.end),
    };
    let drugs: Vec<Option<&Drug>> = group.iter().map(|one| scan.lexicon.drugs.get(one.drug?)).collect();
    let treats = drugs
        .iter()
        .any(|drug| drug.is_none_or(|drug| drug.used == DrugUse::Treatment));
    let sense = act.sense();
    let run = Run {
        treats,
        sense,
        section: sentence.section,
        listed: known.injectates.contains(&sentence.words.start),
        early: known.needle.is_some_and(|word| act.words.start < word) && sentence.section == Section::Narrative,
        late: known.needle.is_some_and(|word| word < act.words.start) && sentence.section == Section::Narrative,
        mixed: treats && act.is_mixture(),
    };
    for (mention, drug) in group.iter_mut().zip(drugs) {
        mention.place = run.place(mention, drug);
        if mention.place == Place::Target
            && drug.is_some_and(|drug| drug.used == DrugUse::Diluent)
            && act.is_resistance(mention)
        {
            mention.place = Place::Unclear;
        }
    }
}

fn span(group: &[Mention]) -> Option<Range<usize>> {
    Some(group.first()?.span.start..group.last()?.span.end)
}

/// Drugs in one run, and the words around them.
struct Act<'a> {
    scan: &'a Scan<'a>,
    anchors: &'a [Anchor],
    words: Range<usize>,
    /// From the run before to the run behind, within the sentence.
    bounds: Range<usize>,
}

/// The most words between what is done and where.
const WHERE: usize = 7;

impl Act<'_> {
    /// What the words around the drugs say of where they went.
    fn sense(&self) -> Option<Sense> {
        let text = &self.scan.text;
        let before = self.bounds.start.min(self.words.start)..self.words.start;
        let behind = self.words.end..self.bounds.end.max(self.words.end);
        let prior = within(self.anchors, &before).next_back();
        let is_linked =
            prior.is_some_and(|anchor| linked(text, anchor.words.end.min(self.words.start)..self.words.start));
        let next = within(self.anchors, &behind)
            .next()
            .and_then(|anchor| self.passive(anchor));
        match (prior, next.as_ref()) {
            (Some(prior), _) if is_linked && prior.sense != Sense::Entered => {
                Some(self.back_from(prior, &before, &behind))
            }
            (_, Some(next)) => Some(self.on_from(next, &behind)),
            (Some(prior), None) if prior.sense != Sense::Entered => Some(self.back_from(prior, &before, &behind)),
            _ => None,
        }
    }

    /// A drug that `was placed` was given; a needle that comes next was not.
    fn passive(&self, next: &Anchor) -> Option<Anchor> {
        if next.sense != Sense::Entered {
            return Some(next.clone());
        }
        let mut between = self.words.end..next.words.start;
        let told = |nth: usize| {
            matches!(
                self.scan.text.word_at(nth),
                "was" | "were" | "then" | "slowly" | "gently" | "also"
            )
        };
        (!between.is_empty() && between.all(told)).then(|| Anchor {
            words: next.words.clone(),
            sense: Sense::Given,
        })
    }

    /// What is done before the drugs are named: `was injected with`, `the skin was anesthetized with`.
    fn back_from(&self, prior: &Anchor, before: &Range<usize>, behind: &Range<usize>) -> Sense {
        let text = &self.scan.text;
        let mut first = prior.words.start;
        let mut sense = prior.sense;
        for anchor in within(self.anchors, &(before.start..first)).rev() {
            if anchor.words.end > first || near(text, anchor.words.end..first, WHERE) {
                first = first.min(anchor.words.start);
                sense = closer(sense, anchor.sense);
            } else {
                break;
            }
        }
        // `injected 2 mL of lidocaine into the skin`
        match within(self.anchors, behind).next() {
            Some(next)
                if sense == Sense::Given
                    && next.sense != Sense::Entered
                    && near(text, self.words.end..next.words.start, WHERE) =>
            {
                next.sense
            }
            _ => sense,
        }
    }

    /// What is done behind the drugs: `was injected into the epidural space`.
    fn on_from(&self, next: &Anchor, behind: &Range<usize>) -> Sense {
        let text = &self.scan.text;
        let (mut last, mut sense) = (next.words.end, next.sense);
        for anchor in within(self.anchors, &(last..behind.end)) {
            if sense != Sense::Given
                || !near(text, last..anchor.words.start, WHERE)
                || is_joined(self.scan, last..anchor.words.start)
            {
                break;
            }
            last = anchor.words.end;
            sense = closer(sense, anchor.sense);
        }
        sense
    }

    /// Whether the drugs are told as one solution.
    fn is_mixture(&self) -> bool {
        (self.bounds.clone()).any(|nth| {
            matches!(
                self.scan.text.word_at(nth),
                "solution"
                    | "mixture"
                    | "total"
                    | "injectate"
                    | "containing"
                    | "consisting"
                    | "mixed"
                    | "combination"
                    | "followed"
                    | "cocktail"
            )
        })
    }

    /// Whether a fluid only served to find the space: loss of resistance.
    fn is_resistance(&self, mention: &Mention) -> bool {
        let from = mention.span.start.saturating_sub(WHERE).max(self.bounds.start);
        let to = (mention.span.end + WHERE).min(self.bounds.end);
        (from..to.max(from)).any(|nth| matches!(self.scan.text.word_at(nth), "resistance" | "lor" | "hanging"))
    }
}

/// Whether another act begins in some words.
fn is_joined(scan: &Scan<'_>, words: Range<usize>) -> bool {
    let mut words = words;
    words.any(|nth| matches!(scan.text.word_at(nth), "and" | "before" | "after"))
}

/// Of two words of one saying, the one that says where.
fn closer(first: Sense, second: Sense) -> Sense {
    match (first, second) {
        (Sense::Given, Sense::Entered) => Sense::Given,
        (Sense::Given, other) => other,
        (one, _) => one,
    }
}

/// What is known of the drugs of one run.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that some drugs are or are not"
)]
struct Run {
    /// One of them is given to treat, a steroid say.
    treats: bool,
    sense: Option<Sense>,
    section: Section,
    /// They stand in a list of what was injected.
    listed: bool,
    /// The needle is still to come.
    early: bool,
    /// A needle has gone in before.
    late: bool,
    /// They are told as one solution.
    mixed: bool,
}

impl Run {
    fn place(&self, mention: &Mention, drug: Option<&Drug>) -> Place {
        let Some(drug) = drug else {
            return self.given(mention, false);
        };
        match drug.used {
            DrugUse::Contrast => Place::Contrast,
            DrugUse::Preparation if self.sense != Some(Sense::Given) || mention.volume.is_none() => Place::Preparation,
            DrugUse::Sedation => self.sedation(mention),
            DrugUse::Treatment | DrugUse::Preparation => self.given(mention, false),
            DrugUse::Anesthetic | DrugUse::Diluent => self.given(mention, true),
        }
    }

    /// A sedative goes into a vein, unless it is said to have gone to the target or is counted by the milliliter of an infusion.
    fn sedation(&self, mention: &Mention) -> Place {
        let infused = mention.is_infused();
        match self.sense {
            Some(Sense::Target) => Place::Target,
            Some(Sense::Given | Sense::Entered) | None if infused => Place::Target,
            _ => Place::Iv,
        }
    }

    /// Where a drug went that may also have gone into the skin, or may not.
    fn given(&self, mention: &Mention, skin: bool) -> Place {
        if self.section == Section::Anesthesia {
            return if skin && !self.treats {
                Place::Skin
            } else {
                Place::Unclear
            };
        }
        match self.sense {
            Some(Sense::Vein) => Place::Iv,
            Some(Sense::Skin) if self.treats => Place::Unclear,
            Some(Sense::Skin) => Place::Skin,
            Some(Sense::Given) if self.early && !self.treats => Place::Unclear,
            Some(Sense::Given | Sense::Target) => Place::Target,
            Some(Sense::Entered) | None => self.silent(mention, skin),
        }
    }

    /// Where it went as far as the part of the note says.
    fn silent(&self, mention: &Mention, skin: bool) -> Place {
        let target = match self.section {
            Section::Title => self.treats,
            Section::Header => self.listed || (self.treats && !skin),
            _ => self.listed || self.mixed || (self.late && (mention.volume.is_some() || mention.is_infused())),
        };
        if target { Place::Target } else { Place::Unclear }
    }
}

/// The sentences that stand under a heading that says what was injected, by their first words.
fn injectates(scan: &Scan<'_>) -> BTreeSet<usize> {
    let (mut behind, mut listed) = (0, false);
    let mut found = BTreeSet::new();
    for sentence in &scan.sentences {
        if behind < sentence.words.start {
            listed = (behind..sentence.words.start).any(|nth| is_injectate(scan.text.word_at(nth)));
        }
        if listed {
            found.insert(sentence.words.start);
        }
        behind = sentence.words.end;
    }
    found
}

fn is_injectate(word: &str) -> bool {
    ["inject", "solution", "mixture"]
        .iter()
        .any(|stem| word.starts_with(stem))
        && word != "injection"
        && word != "injections"
}
