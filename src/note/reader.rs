//! The reader: a lexicon made ready, and what it reads.

use std::ops::Range;

use super::delivery::deliveries;
use super::derived::derive;
use super::drug::{Drugs, Verdict, drugs, substances, sums};
use super::gate::gate;
use super::item::items;
use super::mask::Masker;
use super::names::{answer, item, question};
use super::reading::{Clash, Contradiction, Family, Procedure, Quote, Reading, State, Ticked};
use super::scan::Scan;
use super::vocabulary::Vocabulary;
use crate::pack::model::{Lexicon, Section};
use crate::tree::Book;

/// A lexicon made ready for reading.
#[derive(Debug)]
pub struct Reader {
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    masker: Masker,
}

impl Reader {
    /// Makes a lexicon ready; worth keeping for more than one note.
    #[must_use]
    pub fn new(lexicon: Lexicon) -> Self {
        let vocabulary = Vocabulary::new(&lexicon);
        let masker = Masker::new(&lexicon.identifiers).knowing(vocabulary.phrases());
        Self {
            lexicon,
            vocabulary,
            masker,
        }
    }

    /// The names, numbers, dates and places of a note in bytes: what nobody needs to see who codes it.
    #[must_use]
    pub fn masked(&self, note: &str) -> Vec<Range<usize>> {
        self.masker.masked(note)
    }

    /// The sentences of a note in bytes, each with the sort of text it was taken for.
    #[must_use]
    pub fn outline(&self, note: &str) -> Vec<(Section, Range<usize>)> {
        let scan = Scan::new(&self.lexicon, &self.vocabulary, note);
        let sentences = scan.sentences.iter();
        sentences
            .map(|one| (one.section, scan.text.place(&one.words)))
            .collect()
    }

    /// Reads a note. The questions come from the book, the words from the lexicon.
    #[must_use]
    pub fn read(&self, book: &Book, note: &str) -> Reading {
        let scan = Scan::new(&self.lexicon, &self.vocabulary, note);
        let gate = gate(&scan);
        let drugs = drugs(&scan);
        let mut reading = Reading {
            family: gate.family,
            because: gate.because,
            family_quotes: gate.quotes,
            signpost: gate.signpost,
            procedures: Vec::new(),
            substances: substances(&scan, &drugs.mentions),
            checklist: items(&scan),
            conflicts: Vec::new(),
        };
        if reading.family != Family::Out {
            let mut found = deliveries(&scan, book, &drugs.mentions);
            reading.procedures.append(&mut found.procedures);
            reading.conflicts.append(&mut found.conflicts);
            reading.conflicts.extend(volume_sums(&scan, &drugs));
            derive(&scan, &mut reading);
        }
        without_views(&mut reading);
        reading
    }
}

/// Stated volumes that are not the sum of their parts.
fn volume_sums(scan: &Scan<'_>, drugs: &Drugs) -> Vec<Contradiction> {
    let differs = sums(scan, drugs)
        .into_iter()
        .filter(|sum| sum.verdict == Verdict::Differs);
    let places = differs.map(|sum| [sum.stated.words, sum.parts]);
    let contradiction = |places: [std::ops::Range<usize>; 2]| Contradiction {
        clash: Clash::VolumeSum,
        about: None,
        quotes: places.iter().map(|words| Quote(scan.text.place(words))).collect(),
    };
    places.map(contradiction).collect()
}

/// Guidance is told, and nothing of a picture that was kept.
fn without_views(reading: &mut Reading) {
    let kept = |reading: &Reading| {
        reading
            .checklist
            .iter()
            .any(|one| one.id == item::VIEWS && one.state == Ticked::Shown)
    };
    let guided = |procedure: &Procedure| {
        let imaging = procedure.answer(question::IMAGING)?;
        let aid = imaging.answers.first().is_some_and(|one| one != answer::UNGUIDED);
        (imaging.state == State::Suggested && aid).then(|| imaging.quotes.clone())
    };
    if let Some(quotes) = reading.procedures.iter().find_map(guided).filter(|_| !kept(reading)) {
        reading.conflicts.push(Contradiction {
            clash: Clash::GuidedWithoutViews,
            about: Some(item::VIEWS.to_owned()),
            quotes: quotes.into_iter().take(1).collect(),
        });
    }
}
