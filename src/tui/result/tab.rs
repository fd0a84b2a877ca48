//! The tabs of the result, in their order; the next one gets its row here, its page in a file of its name.

use strum::{EnumCount, EnumIter, IntoEnumIterator};

use crate::claim::StatusWord;

/// A tab of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, EnumCount)]
#[repr(u8)]
pub enum Tab {
    /// What the code means, or where to go instead, or what is open.
    Code,
    /// What the record must show.
    Checklist,
    /// Every modifier with its stance.
    Modifiers,
    /// The claim lines and what is to be said of them.
    Claim,
    /// What the payer is likely to say, rule by rule.
    Coverage,
    /// Each answer, and for every other code the answer that ruled it out.
    Why,
}

impl Tab {
    /// The last tab.
    pub const LAST: Self = Self::Why;

    /// The key of the tab.
    #[must_use]
    pub const fn digit(self) -> char {
        (b'1' + self as u8) as char
    }

    /// Its place, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// What it is called.
    #[must_use]
    pub const fn title(self, status: StatusWord) -> &'static str {
        match (self, status) {
            (Self::Code, StatusWord::Code) => "Code",
            (Self::Code, StatusWord::Signpost) => "Where it goes",
            (Self::Code, StatusWord::Undetermined) => "What is open",
            (Self::Checklist, _) => "Checklist",
            (Self::Modifiers, _) => "Modifiers",
            (Self::Claim, _) => "Claim",
            (Self::Coverage, _) => "Coverage",
            (Self::Why, _) => "Why",
        }
    }

    /// The tabs that a result has.
    pub fn of(status: StatusWord) -> impl Iterator<Item = Self> {
        Self::iter().filter(move |tab| status == StatusWord::Code || matches!(tab, Self::Code | Self::Why))
    }

    /// The tab `by` places on among those of a result, around the end.
    #[must_use]
    pub fn turned(self, status: StatusWord, back: bool) -> Self {
        let tabs: Vec<Self> = Self::of(status).collect();
        let here = tabs.iter().position(|tab| *tab == self).unwrap_or(0);
        let step = if back { tabs.len().saturating_sub(1) } else { 1 };
        tabs.get((here + step) % tabs.len().max(1)).copied().unwrap_or(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_tab_is_the_last() {
        assert_eq!(Tab::iter().next_back(), Some(Tab::LAST));
        assert_eq!(Tab::LAST.digit().to_digit(10), u32::try_from(Tab::COUNT).ok());
    }

    #[test]
    fn turning_goes_around() {
        assert_eq!(Tab::Why.turned(StatusWord::Code, false), Tab::Code);
        assert_eq!(Tab::Code.turned(StatusWord::Signpost, true), Tab::Why);
    }
}
