//! Facts as bits: for each question the set of answers still possible.

/// The most questions a pack can have.
pub const MAX_QUESTIONS: usize = 32;
/// The most answers a question can have.
pub const MAX_ANSWERS: usize = 32;

/// A question, by its place in `tree.yaml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub(crate) u8);

impl QuestionId {
    /// Place in `tree.yaml`, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A set of answers to one question, by their places in `tree.yaml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct AnswerSet(u32);

impl AnswerSet {
    /// No answer.
    pub const EMPTY: Self = Self(0);

    /// Only the answer at `index`; empty beyond [`MAX_ANSWERS`].
    #[must_use]
    pub const fn one(index: usize) -> Self {
        if index < MAX_ANSWERS { Self(1 << index) } else { Self(0) }
    }

    /// The first `count` answers.
    #[must_use]
    pub const fn first(count: usize) -> Self {
        if count >= MAX_ANSWERS {
            Self(u32::MAX)
        } else {
            Self((1 << count) - 1)
        }
    }

    /// Whether no answer is left.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many answers are possible.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The answer, where only one is possible.
    #[must_use]
    pub const fn single(self) -> Option<usize> {
        if self.0.is_power_of_two() {
            Some(self.0.trailing_zeros() as usize)
        } else {
            None
        }
    }

    /// Whether the answer at `index` is possible.
    #[must_use]
    pub const fn contains(self, index: usize) -> bool {
        !self.and(Self::one(index)).is_empty()
    }

    /// Answers in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Answers in either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Answers in this set only.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether every answer here is in `other`.
    #[must_use]
    pub const fn within(self, other: Self) -> bool {
        self.without(other).is_empty()
    }

    /// The set with these bits.
    #[must_use]
    pub(crate) const fn of_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// The answers as bits.
    #[must_use]
    pub(crate) const fn bits(self) -> u32 {
        self.0
    }

    /// Whatever is listed for any of the answers.
    #[must_use]
    pub(crate) fn pick(self, by_answer: &[u64; MAX_ANSWERS]) -> u64 {
        if let Some(one) = self.single() {
            return by_answer.get(one).copied().unwrap_or_default();
        }
        let listed = self.iter().filter_map(|answer| by_answer.get(answer));
        listed.fold(0, |all, listed| all | listed)
    }

    /// The place of the first answer; 32 when empty.
    #[must_use]
    pub(crate) const fn lowest(self) -> usize {
        self.0.trailing_zeros() as usize
    }

    /// The answers, in the order of the pack.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let place = (rest != 0).then_some(rest.trailing_zeros() as usize);
            rest &= rest.wrapping_sub(1);
            place
        })
    }
}

/// The answers still possible to every question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Facts([AnswerSet; MAX_QUESTIONS]);

impl Facts {
    /// Nothing possible anywhere; only a start for building.
    pub(crate) const NONE: Self = Self([AnswerSet::EMPTY; MAX_QUESTIONS]);

    /// The answers still possible to `question`.
    #[must_use]
    pub fn of(&self, question: QuestionId) -> AnswerSet {
        self.0.get(question.index()).copied().unwrap_or_default()
    }

    /// The same facts with another set for one question.
    #[must_use]
    pub fn with(mut self, question: QuestionId, set: AnswerSet) -> Self {
        if let Some(slot) = self.0.get_mut(question.index()) {
            *slot = set;
        }
        self
    }

    /// Whether the two have an answer in common on each of the first `questions` questions.
    #[must_use]
    pub(crate) fn meets(&self, other: &Self, questions: usize) -> bool {
        self.0
            .iter()
            .zip(&other.0)
            .take(questions)
            .all(|(a, b)| !a.and(*b).is_empty())
    }

    /// Whether every combination of answers here is also one of `other`'s.
    #[must_use]
    pub(crate) fn within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a.within(*b))
    }

    /// How many combinations of single answers lie within these facts.
    #[must_use]
    pub(crate) fn combinations(&self, questions: usize) -> u128 {
        self.0.iter().take(questions).map(|set| set.len() as u128).product()
    }
}
