//! What looks as if it were about a patient: numbers of a person, dates, and the words that stand before them.

/// The words that stand before the number or the birthday of a person.
const WORDS: [&str; 4] = ["mrn", "dob", "ssn", "birthdate"];

/// Digits in a row from which on a number is no code.
const LONG: usize = 6;

/// What in a text looks as if it were about a patient, in words that follow "holds". Only the obvious is seen.
#[must_use]
pub fn of_a_patient(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_ascii_alphanumeric());
    if words.any(|word| WORDS.contains(&word)) {
        return Some("a word that stands before the number or birthday of a patient");
    }
    let mut tokens = text.split(|letter: char| !(letter.is_ascii_digit() || "/-.".contains(letter)));
    tokens.find_map(|token| {
        let groups: Vec<&str> = token.trim_matches(['/', '-', '.']).split(['/', '-', '.']).collect();
        let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
        match lengths.as_slice() {
            [1..=2, 1..=2, 2 | 4] | [4, 1..=2, 1..=2] => Some("a date"),
            [3, 2, 4] => Some("a long number"),
            _ => lengths.iter().any(|length| *length >= LONG).then_some("a long number"),
        }
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("MRN 12")]
    #[case("mrn:12")]
    #[case("the DOB is on the sheet")]
    #[case("ssn")]
    #[case("seen 01/02/1960")]
    #[case("1-2-60")]
    #[case("on 1960-02-01.")]
    #[case("01.02.1960")]
    #[case("chart 123456")]
    #[case("A1234567")]
    #[case("123-45-6789")]
    fn the_obvious_is_seen(#[case] text: &str) {
        assert!(of_a_patient(text).is_some(), "{text}");
    }

    #[rstest]
    #[case("")]
    #[case("64483-50-59 and 64484 x2")]
    #[case("L4-L5, L5-S1; T12-L1")]
    #[case("LCD L39015 asks for 50% relief for 3 months")]
    #[case("62320-62327, 2 of 3")]
    #[case("article A58777, since 2022")]
    #[case("the clinic's own word is dobutamine")]
    #[case("80 mg in 2.5 mL")]
    fn codes_levels_and_doses_pass(#[case] text: &str) {
        assert_eq!(of_a_patient(text), None, "{text}");
    }
}
