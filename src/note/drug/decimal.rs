//! Numbers of notes, exact.

use std::fmt;

/// A number, exact to a ten-thousandth: the weakest strength of these drugs is 0.0625%.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

const ONE: i64 = 10_000;

/// The most figures before the point; longer ones are no dose.
const FIGURES: usize = 9;

impl Decimal {
    /// A whole number.
    #[must_use]
    pub const fn whole(number: i32) -> Self {
        Self(number as i64 * ONE)
    }

    /// A number as written, without a sign; what goes beyond a ten-thousandth is cut off.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        if whole.len() > FIGURES || part.contains('.') {
            return None;
        }
        let part: String = part.chars().chain("0000".chars()).take(4).collect();
        let number = |text: &str| {
            if text.is_empty() {
                Some(0)
            } else {
                text.parse::<u32>().ok()
            }
        };
        Some(Self(i64::from(number(whole)?) * ONE + i64::from(number(&part)?)))
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// How far the two lie apart.
    #[must_use]
    pub fn apart(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0).saturating_abs())
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let product = i128::from(self.0) * i128::from(other.0) / i128::from(ONE);
        i64::try_from(product).ok().map(Self)
    }

    /// The quotient.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        let quotient = (i128::from(self.0) * i128::from(ONE)).checked_div(i128::from(other.0))?;
        i64::try_from(quotient).ok().map(Self)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / ONE, self.0 % ONE);
        if part == 0 {
            return write!(f, "{whole}");
        }
        let part = format!("{part:04}");
        write!(f, "{whole}.{}", part.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;
    use rstest::rstest;

    #[rstest]
    #[case("0.25", "0.25")]
    #[case("2.0", "2")]
    #[case("0.0625", "0.0625")]
    #[case("200000", "200000")]
    #[case("1.", "1")]
    fn a_number_reads_as_it_is_written(#[case] text: &str, #[case] shown: &str) {
        assert_eq!(Decimal::parse(text).unwrap().to_string(), shown);
    }

    #[rstest]
    #[case("99999999999")]
    #[case("1.2.3")]
    #[case("x")]
    fn what_is_no_dose_is_no_number(#[case] text: &str) {
        assert_eq!(Decimal::parse(text), None);
    }

    #[test]
    fn a_quarter_percent_of_five_milliliters_is_twelve_and_a_half_milligrams() {
        let strength = Decimal::parse("0.25").unwrap().times(Decimal::whole(10)).unwrap();
        let dose = strength.times(Decimal::whole(5)).unwrap();
        assert_eq!(dose.to_string(), "12.5");
        assert_eq!(dose.over(strength), Some(Decimal::whole(5)));
        assert_eq!(dose.over(Decimal::whole(0)), None);
    }
}
