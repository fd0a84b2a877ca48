//! Rows by a fixed seed: as a practice has them, and such that hardly two are alike.

use std::collections::HashSet;
use std::io::{self, Write};

/// What the rows are like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mix {
    /// A pain practice in one state: the common injections, levels and payers over and over, on the days of a year.
    Practice,
    /// Hardly two alike: up to five levels, any state and payer, any count of sessions, and another code of the day.
    Distinct,
}

impl Mix {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Distinct => "distinct",
        }
    }
}

/// The columns.
const HEADER: &str =
    "id,region,approach,imaging,delivery,substance,purpose,level,setting,payer,prior-sessions,other-code,date\n";

/// Words with how often each of them comes.
type Weighted = [(u64, &'static str)];

const REGION: &Weighted = &[(78, "lumbar"), (18, "cervical"), (4, "thoracic")];
const APPROACH: &Weighted = &[
    (50, "transforaminal"),
    (40, "interlaminar"),
    (8, "caudal"),
    (1, "not-documented"),
    (1, "other"),
];
const IMAGING: &Weighted = &[
    (96, "fluoroscopy"),
    (1, "ct"),
    (1, "ultrasound"),
    (1, "none"),
    (1, "not-documented"),
];
const DELIVERY: &Weighted = &[(98, "needle"), (1, "catheter-same-day"), (1, "catheter-indwelling")];
const SUBSTANCE: &Weighted = &[
    (97, "steroid-anesthetic"),
    (1, "other-solution"),
    (1, "blood"),
    (1, "not-documented"),
];
const PURPOSE: &Weighted = &[(97, ""), (2, "diagnostic-root-block"), (1, "postoperative-pain")];
const SETTING: &Weighted = &[(60, "professional"), (25, "asc"), (15, "hospital")];
const PAYER: &Weighted = &[
    (45, "medicare:TX"),
    (15, "uhc"),
    (15, "aetna-0016"),
    (15, "cigna"),
    (10, "cpt"),
];
const PRIOR: &Weighted = &[(45, "0"), (25, "1"), (15, "2"), (10, "3"), (5, "4")];
const MORE_LEVELS: &Weighted = &[(60, ""), (38, "2"), (2, "3")];
const SIDE: &Weighted = &[(38, ":left"), (38, ":right"), (22, ":both"), (2, "")];
const LUMBAR: &Weighted = &[(38, "L5-S1"), (36, "L4-L5"), (14, "L3-L4"), (8, "S1"), (4, "L2-L3")];
const NECK: &Weighted = &[(50, "C7-T1"), (25, "C6-C7"), (20, "C5-C6"), (5, "C4-C5")];
const CHEST: &Weighted = &[(1, "T5-T6"), (1, "T8-T9"), (2, "T11-T12")];
const STATES: [&str; 12] = ["TX", "WA", "CA", "NY", "FL", "OH", "GA", "IA", "NJ", "AZ", "OK", "IL"];
const PAYERS: [&str; 6] = ["cpt", "medicare", "aetna-0016", "uhc", "cigna", "humana"];

/// Numbers that look like chance and are the same every time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }

    fn weighted(&mut self, words: &Weighted) -> &'static str {
        let mut rest = self.roll(words.iter().map(|(weight, _)| weight).sum());
        let found = words.iter().find(|(weight, _)| {
            let here = rest < *weight;
            rest = rest.saturating_sub(*weight);
            here
        });
        found.unwrap().1
    }

    fn one<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[usize::try_from(self.roll(words.len() as u64)).unwrap()]
    }
}

/// Writes so many rows under their header.
pub(crate) fn write(mix: Mix, count: u64, out: &mut impl Write) -> io::Result<()> {
    out.write_all(HEADER.as_bytes())?;
    let mut dice = Dice(20_261_121);
    let mut row = Vec::new();
    for number in 0..count {
        row.clear();
        write!(row, "C{number:08},")?;
        facts(mix, &mut dice, &mut row)?;
        out.write_all(&row)?;
    }
    Ok(())
}

/// How many of the first rows differ, beside their ids, from all before.
pub(crate) fn distinct(mix: Mix, count: u64) -> String {
    let mut dice = Dice(20_261_121);
    let mut seen = HashSet::new();
    for _ in 0..count {
        let mut row = Vec::new();
        facts(mix, &mut dice, &mut row).unwrap();
        seen.insert(row);
    }
    #[expect(clippy::cast_precision_loss, reason = "a share for reading")]
    let share = 100.0 * seen.len() as f64 / count as f64;
    format!("{share:.0} %")
}

fn facts(mix: Mix, dice: &mut Dice, row: &mut Vec<u8>) -> io::Result<()> {
    let region = dice.weighted(REGION);
    let approach = dice.weighted(APPROACH);
    write!(row, "{region},{approach},")?;
    for words in [IMAGING, DELIVERY, SUBSTANCE, PURPOSE] {
        write!(row, "{},", dice.weighted(words))?;
    }
    levels(mix, (region, approach), dice, row)?;
    write!(row, ",{},", dice.weighted(SETTING))?;
    match mix {
        Mix::Practice => write!(row, "{},{},,", dice.weighted(PAYER), dice.weighted(PRIOR))?,
        Mix::Distinct => {
            match dice.roll(2) {
                0 => write!(row, "medicare:{},", dice.one(&STATES))?,
                _ => write!(row, "{},", dice.one(&PAYERS))?,
            }
            write!(row, "{},{},", dice.roll(10), 70_000 + dice.roll(8_000))?;
        }
    }
    writeln!(row, "2026-{:02}-{:02}", 1 + dice.roll(12), 1 + dice.roll(28))
}

fn levels(mix: Mix, (region, approach): (&str, &str), dice: &mut Dice, row: &mut Vec<u8>) -> io::Result<()> {
    let foramen = approach == "transforaminal";
    let places = match region {
        "cervical" => NECK,
        "thoracic" => CHEST,
        _ => LUMBAR,
    };
    let count = match mix {
        Mix::Practice if foramen => dice.weighted(MORE_LEVELS).parse().unwrap_or(1),
        Mix::Practice => 1,
        Mix::Distinct => 1 + dice.roll(5),
    };
    for place in 0..count {
        let gap = if place == 0 { "" } else { " " };
        let side = if foramen { dice.weighted(SIDE) } else { "" };
        write!(row, "{gap}{}{side}", dice.weighted(places))?;
    }
    Ok(())
}
