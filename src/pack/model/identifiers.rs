//! The words by which what identifies a person is found in a note, and the words that look like a name and are none.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The words around names, numbers, dates and places. A word may be several words; case and the points between letters do not count.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Identifiers {
    /// What stands before a name: with a colon the name follows in any case, without one in capitals only.
    pub name_labels: Vec<String>,
    /// What stands before a name and needs no colon, such as `dictated by`.
    pub name_phrases: Vec<String>,
    /// Forms of address, such as `Dr.`.
    pub titles: Vec<String>,
    /// What stands behind a name, such as `MD`.
    pub credentials: Vec<String>,
    /// Credentials that mean something else too: they count behind a comma only.
    pub credentials_after_comma: Vec<String>,
    /// Whom a name may follow, such as `daughter`.
    pub people: Vec<String>,
    /// Small words inside a name, such as `van`.
    pub particles: Vec<String>,
    /// The last word of a name, such as `Jr.`.
    pub suffixes: Vec<String>,

    /// What stands before a number of a person or a device, such as `MRN`.
    pub number_labels: Vec<String>,
    /// The same, when a colon, a number sign or one of [`Self::number_signs`] follows.
    pub signed_number_labels: Vec<String>,
    /// What means "number", such as `no`.
    pub number_signs: Vec<String>,
    /// What stands before a number that looks like one of a person and is none, such as `NDC`.
    pub number_exceptions: Vec<String>,
    /// Units: the number before one is a dose, a length, a time.
    pub units: Vec<String>,

    /// What stands before an address, whatever its form; a colon follows.
    pub address_labels: Vec<String>,
    /// What stands before the name of a place; a colon follows.
    pub place_labels: Vec<String>,
    /// What stands before the name of a place in a sentence, such as `lives in`.
    pub place_phrases: Vec<String>,
    /// What the name of a facility ends in, such as `hospital`.
    pub facilities: Vec<String>,
    /// What the name of a street ends in.
    pub streets: Vec<String>,
    /// What stands before the number of a part of a house, such as `room`.
    pub rooms: Vec<String>,
    /// Compass points in the name of a street.
    pub compass: Vec<String>,
    /// States in full.
    pub states: Vec<String>,
    /// States by their letters.
    pub state_letters: Vec<String>,
    /// What the name of a site on the web ends in.
    pub domains: Vec<String>,

    /// Months in full.
    pub months: Vec<String>,
    /// Months cut short.
    pub short_months: Vec<String>,
    /// Months that are words too: alone they count behind one of [`Self::date_phrases`] only.
    pub doubtful_months: Vec<String>,
    /// What stands before a date, such as `on`.
    pub date_phrases: Vec<String>,
    /// Days of the week.
    pub weekdays: Vec<String>,
    /// What stands behind an age, such as `year old`.
    pub ages: Vec<String>,
    /// What stands before an age.
    pub age_labels: Vec<String>,
    /// The tens and hundreds that are over 89, in words.
    pub high_tens: Vec<String>,

    /// Words that are never a name, not even behind a title or a label.
    pub never: Vec<String>,
    /// Words of the trade: drugs, brands, anatomy, abbreviations.
    pub clinical: Vec<String>,
    /// People after whom a needle, a sign or a disease is named: a name only behind a title or a label, or beside another name.
    pub eponyms: Vec<String>,
    /// What a word of the trade ends in.
    pub endings: Vec<String>,
    /// Ordinary words.
    pub plain: Vec<String>,
}
