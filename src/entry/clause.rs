//! What the parts of a clause do to each other: denials on either side, words that say that the note is silent, and words that
//! are not understood, beside which nothing is certain.

use super::parts::{Kind, Part};
use super::words::Reach;
use crate::tree::Book;

/// What became of a phrase.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    /// The first and the last part of the words that deny it.
    pub(super) denied: Option<(usize, usize)>,
    /// Those of the words that say that the note is silent about it.
    pub(super) silent: Option<(usize, usize)>,
    /// Those beside which it is not certain.
    pub(super) doubt: Option<(usize, usize)>,
    /// Nothing but this.
    pub(super) only: bool,
    /// It belongs to what is told elsewhere.
    pub(super) used: bool,
}

/// Walks the clauses of a text.
pub(super) struct Clauses<'a> {
    book: &'a Book,
    parts: &'a [Part],
    states: Vec<State>,
    /// Words of denial that deny nothing known, with what they stand before.
    idle: Vec<(usize, usize)>,
    /// Denied levels.
    levels: Vec<(usize, usize)>,
}

/// What the clauses say.
pub(super) struct Said {
    pub(super) states: Vec<State>,
    pub(super) idle: Vec<(usize, usize)>,
    pub(super) levels: Vec<(usize, usize)>,
}

/// The state of every part.
pub(super) fn said(book: &Book, parts: &[Part]) -> Said {
    let mut clauses = Clauses {
        book,
        parts,
        states: vec![State::default(); parts.len()],
        idle: Vec::new(),
        levels: Vec::new(),
    };
    for nth in 0..parts.len() {
        match parts.get(nth).map(|part| &part.kind) {
            Some(Kind::Denial(reach)) => clauses.denial(nth, *reach),
            Some(Kind::Silence) => clauses.silence(nth),
            Some(Kind::Only) => clauses.only(nth),
            _ => {}
        }
    }
    for nth in 0..parts.len() {
        if matches!(parts.get(nth).map(|part| &part.kind), Some(Kind::Unread)) {
            clauses.unread(nth);
        }
    }
    Said {
        states: clauses.states,
        idle: clauses.idle,
        levels: clauses.levels,
    }
}

impl Clauses<'_> {
    /// The parts behind or ahead of one, as far as its clause goes.
    fn reach(&self, nth: usize, ahead: bool) -> Vec<usize> {
        let stops = |at: usize| {
            let kind = self.parts.get(at).map(|part| &part.kind);
            matches!(kind, None | Some(Kind::Joint | Kind::Place(_) | Kind::Unclear(_)))
        };
        let ends = |at: usize| self.parts.get(at).is_some_and(|part| part.ends);
        let (mut all, mut at) = (Vec::new(), nth);
        loop {
            let edge = if ahead { ends(at) } else { at == 0 || ends(at - 1) };
            if edge {
                return all;
            }
            at = if ahead { at + 1 } else { at - 1 };
            if stops(at) {
                return all;
            }
            all.push(at);
        }
    }

    /// The nearest phrase or word not understood on one side.
    fn nearest(&self, nth: usize, ahead: bool) -> Option<usize> {
        let clear = |at: &usize| {
            let part = self.parts.get(*at);
            part.is_some_and(|part| part.is_clear() || matches!(part.kind, Kind::Denial(_) | Kind::Only))
        };
        self.reach(nth, ahead).into_iter().find(|at| !clear(at))
    }

    /// Whether denying this means something.
    fn may_be_denied(&self, at: usize) -> bool {
        let questions = self.parts.get(at).map(Part::questions).unwrap_or_default();
        let settles = |id: &String| {
            let question = self.book.file.questions.iter().find(|question| question.id == *id);
            question.is_some_and(|question| question.denied.is_some())
        };
        matches!(questions.as_slice(), [one] if settles(one))
    }

    fn speaks(&self, at: usize) -> bool {
        self.parts.get(at).is_some_and(|part| !part.questions().is_empty())
    }

    fn denial(&mut self, nth: usize, reach: Reach) {
        let (behind, ahead) = (self.nearest(nth, false), self.nearest(nth, true));
        let target = match reach {
            Reach::Forward => ahead.or(behind),
            Reach::Back => behind.or(ahead),
            Reach::Either => match (behind, ahead) {
                (Some(one), Some(other)) if self.may_be_denied(one) && self.may_be_denied(other) => {
                    self.doubt(one, nth);
                    self.doubt(other, nth);
                    return;
                }
                (Some(one), Some(other)) if self.may_be_denied(other) && !self.may_be_denied(one) => Some(other),
                _ => behind.or(ahead),
            },
        };
        match target {
            Some(at) => self.deny(nth, at),
            None => self.elsewhere(nth),
        }
    }

    /// Denies a phrase; what the clause may mean as well is in doubt.
    fn deny(&mut self, nth: usize, at: usize) {
        let span = (nth.min(at), nth.max(at));
        if !self.speaks(at) {
            self.idle.push(span);
            self.used(nth);
            self.used(at);
            if matches!(self.parts.get(at).map(|part| &part.kind), Some(Kind::Unread)) {
                self.unread(at);
                self.unread(nth);
            }
            return;
        }
        self.used(nth);
        let Some(state) = self.states.get_mut(at) else { return };
        if let Some(before) = state.denied {
            self.doubt(at, before.0);
            self.doubt(at, before.1);
            return self.doubt(at, nth);
        }
        state.denied = Some(span);
        if !self.may_be_denied(at) {
            self.doubt(at, nth);
            let others: Vec<usize> = self.reach(nth, at > nth);
            for other in others {
                if self.may_be_denied(other) {
                    self.doubt(other, nth);
                }
            }
        } else if at > nth {
            self.joined(nth, at);
        }
    }

    /// "no CT or fluoro" denies both; "no CT and fluoro" may.
    fn joined(&mut self, nth: usize, at: usize) {
        let word = self.parts.get(at + 1).map(|part| part.text.to_lowercase());
        let next = at + 2;
        let same = self.parts.get(next).map(Part::questions) == self.parts.get(at).map(Part::questions);
        let ends = self.parts.get(at).is_some_and(|part| part.ends);
        if ends || !same || !self.may_be_denied(next) {
            return;
        }
        match word.as_deref() {
            Some("or" | "nor") => self.deny(nth, next),
            Some("and") => self.doubt(next, nth),
            _ => {}
        }
    }

    /// A denial alone in its clause: the last thing said before may be meant, or the level that follows.
    fn elsewhere(&mut self, nth: usize) {
        self.used(nth);
        let place = |at: usize| matches!(self.parts.get(at).map(|part| &part.kind), Some(Kind::Place(_)));
        let next = (nth + 1..self.parts.len()).find(|at| !self.parts.get(*at).is_some_and(Part::is_clear));
        let ends = self.parts.get(nth).is_some_and(|part| part.ends);
        if let Some(level) = next.filter(|at| !ends && place(*at)) {
            self.levels.push((nth, level));
        }
        match (0..nth).rev().find(|at| self.speaks(*at)) {
            Some(last) => self.doubt(last, nth),
            None => self.idle.push((nth, nth)),
        }
    }

    fn silence(&mut self, nth: usize) {
        let target = self.nearest(nth, false).filter(|at| self.speaks(*at));
        let target = target.or_else(|| self.nearest(nth, true).filter(|at| self.speaks(*at)));
        match target.and_then(|at| Some((at, self.states.get_mut(at)?))) {
            Some((at, state)) => {
                state.silent = Some((nth.min(at), nth.max(at)));
                self.used(nth);
            }
            None => self.idle.push((nth, nth)),
        }
    }

    fn only(&mut self, nth: usize) {
        let target = self.nearest(nth, false).or_else(|| self.nearest(nth, true));
        if let Some(state) = target.and_then(|at| self.states.get_mut(at)) {
            state.only = true;
        }
    }

    /// A word not understood leaves open what stands right beside it.
    fn unread(&mut self, nth: usize) {
        for ahead in [false, true] {
            let mut all = self.reach(nth, ahead).into_iter();
            let beside = all.find(|at| {
                let part = self.parts.get(*at);
                !part.is_some_and(|part| part.is_clear() || matches!(part.kind, Kind::Unread))
            });
            if let Some(at) = beside.filter(|at| self.speaks(*at)) {
                self.doubt(at, nth);
            }
        }
    }

    fn doubt(&mut self, at: usize, with: usize) {
        let number = self
            .parts
            .get(with + 1)
            .is_some_and(|part| matches!(part.kind, Kind::Dose));
        let with = with + usize::from(with > at && number && !self.parts.get(with).is_some_and(|part| part.ends));
        if let Some(state) = self.states.get_mut(at) {
            let before = state.doubt.unwrap_or((at, at));
            state.doubt = Some((before.0.min(with), before.1.max(with)));
        }
    }

    fn used(&mut self, at: usize) {
        if let Some(state) = self.states.get_mut(at) {
            state.used = true;
        }
    }
}
