//! The types of the data files, one module a file. Plain values: the place of every value in its file is kept
//! beside them by [`super::yaml`], so that the same types serve the YAML and the built form.

mod case;
mod checklist;
mod code;
mod conditions;
mod coverage;
mod diagnosis;
mod dispute;
mod edits;
mod evidence;
mod faq;
mod fees;
mod finding;
mod frequency;
mod glossary;
mod identifiers;
mod jurisdiction;
mod lesson;
mod lexicon;
mod modifier;
mod overlay;
mod query;
mod retired;
mod scrub;
mod signpost;
mod source;
mod statements;
mod tree;

pub use case::{Axis, Case, CaseAnswer, CaseFork, CaseLines, DecidingWords, Distractor, Teaching, found_in};
pub use checklist::{Checklist, Item, Severity, Stage};
pub use code::{AddOn, Card, Example, NearMiss, Parent, Related};
pub use conditions::{Conditions, Places};
pub use coverage::{Policy, PolicyRule, Verdict};
pub use diagnosis::{
    Diagnoses, Diagnosis, DiagnosisCase, DiagnosisSet, DiagnosisWords, Exemption, Tier, Weighs, WithoutList, icd_fits,
};
pub use dispute::{Dispute, Disputes};
pub use edits::{BothSides, BothSidesForm, CodeRange, CompanionLine, Edits, Lift, PairEdit, UnitLimit, lists};
pub use evidence::{Confidence, Date, Span, Statement};
pub use faq::{Faq, FaqFile};
pub(in crate::pack) use fees::decimal;
pub use fees::{CodeTable, FeeEdition, FeeRow, Fees, Indicator, Indicators, Meaning, TableEntry};
pub use finding::{FindingSeverity, FindingText, FindingTexts, Noticed};
pub use frequency::{FirstDay, Frequency};
pub use glossary::{Glossary, Term, TermKind};
pub use identifiers::Identifiers;
pub use jurisdiction::{Jurisdiction, Jurisdictions};
pub use lesson::{Exam, ExamPart, Lesson, Lessons};
pub use lexicon::{Aim, Cue, Cued, Drug, DrugUse, Evidence, Heads, Kin, Lexicon, Section, Shown, Weight};
pub use modifier::{Modifier, Modifiers, SETTINGS, Stance, StanceRule};
pub use overlay::{Descriptor, Descriptors, LicensedText, LocalRule, Overlay};
pub use query::QueryFrame;
pub use retired::{EarlierDates, RetiredCode, RetiredCodes};
pub use scrub::{CodeStart, ModifierGroup, ModifierUse, ScrubCheck, ScrubFix, ScrubRules, ScrubText};
pub use signpost::{CodeStatus, Signpost, Signposts, Target};
pub use source::{Source, SourceKind, Sources};
pub use statements::{SharedStatement, Statements, Topic};
pub use tree::{Answer, Assumption, Neighbors, Outcome, Panel, Question, Scope, TreeFile, Undetermined};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `pack.yaml`: what the pack is and how long it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Stable name of the pack, such as `epidural`.
    pub id: String,
    /// Shown at the top of every screen.
    pub title: String,
    /// Version of the file format; this program reads format 1.
    pub format: u32,
    /// Our own edition of the pack.
    pub edition: String,
    /// The code set the pack speaks of, such as `CPT 2026`.
    pub code_set: String,
    /// The dates of service for which the pack holds. Past the end every result says so.
    pub effective: Span,
    /// When a person last compared the pack with its sources.
    pub checked: Date,
    /// Trademark, licence and "aid, not advice" notices, shown in `about` and in every export.
    pub notices: Vec<Notice>,
}

/// A notice that must be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Stable name.
    pub id: String,
    /// The notice in our words.
    pub text: String,
}

/// Everything we know: all data files of one folder, read and checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// `pack.yaml`.
    pub about: About,
    /// `tree.yaml`.
    pub tree: TreeFile,
    /// `codes/*.yaml`, in the order of their file names.
    pub cards: Vec<Card>,
    /// `statements.yaml`.
    pub statements: Statements,
    /// `fees.yaml`.
    pub fees: Fees,
    /// `faq.yaml`.
    pub faq: FaqFile,
    /// `signposts.yaml`.
    pub signposts: Signposts,
    /// `checklist.yaml`.
    pub checklist: Checklist,
    /// `modifiers.yaml`.
    pub modifiers: Modifiers,
    /// `edits.yaml`.
    pub edits: Edits,
    /// `findings.yaml`.
    pub findings: FindingTexts,
    /// `frequency.yaml`.
    pub frequency: Frequency,
    /// `query.yaml`.
    pub query: QueryFrame,
    /// `jurisdictions.yaml`.
    pub jurisdictions: Jurisdictions,
    /// `coverage/*.yaml`, in the order of their file names.
    pub coverage: Vec<Policy>,
    /// `diagnoses.yaml`.
    pub diagnoses: Diagnoses,
    /// `glossary.yaml`.
    pub glossary: Glossary,
    /// `retired.yaml`.
    pub retired: RetiredCodes,
    /// `scrub.yaml`.
    pub scrub: ScrubRules,
    /// `sources.yaml`.
    pub sources: Sources,
}

/// The part of a pack that the questions need: what a first screen is drawn from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The codes of the family.
    pub family: Vec<Member>,
    /// `pack.yaml`.
    pub about: About,
    /// `tree.yaml`.
    pub tree: TreeFile,
}

/// A code of the family, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The code.
    pub code: String,
    /// A few words, for lists.
    pub short: String,
    /// The primary procedure of an add-on code.
    pub parent: Option<String>,
}

impl Pack {
    /// The part that the questions need.
    #[must_use]
    pub fn head(&self) -> Head {
        Head {
            family: self.family(),
            about: self.about.clone(),
            tree: self.tree.clone(),
        }
    }

    /// The codes of the family, in the order of their files.
    #[must_use]
    pub fn family(&self) -> Vec<Member> {
        let member = |card: &Card| Member {
            code: card.code.clone(),
            short: card.short.clone(),
            parent: card.parent.as_ref().map(|parent| parent.code.clone()),
        };
        self.cards.iter().map(member).collect()
    }

    /// The policies that can be named as a payer: not those that only add rules to another.
    pub fn payers(&self) -> impl Iterator<Item = &Policy> {
        self.coverage.iter().filter(|policy| policy.extends.is_none())
    }

    /// A pack of questions and nothing else.
    #[must_use]
    pub fn bare(about: About, tree: TreeFile) -> Self {
        let (checked, effective) = (tree.checked, tree.effective);
        Self {
            about,
            tree,
            cards: Vec::new(),
            statements: Statements::none(checked, effective),
            fees: Fees::none(checked),
            faq: FaqFile::none(checked, effective),
            signposts: Signposts {
                checked,
                effective,
                signposts: Vec::new(),
            },
            checklist: Checklist {
                checked,
                effective,
                items: Vec::new(),
            },
            modifiers: Modifiers {
                checked,
                effective,
                modifiers: Vec::new(),
            },
            findings: FindingTexts {
                checked,
                effective,
                findings: Vec::new(),
            },
            frequency: Frequency {
                checked,
                effective,
                window_months: 0,
                outside: Statement::empty(),
                first_day: FirstDay::Counts,
                on_first_day: Statement::empty(),
                ruled_out: Conditions::new(),
            },
            query: QueryFrame {
                checked,
                opening: String::new(),
                closing: String::new(),
                either_way: None,
            },
            jurisdictions: Jurisdictions {
                checked,
                effective,
                policy: String::new(),
                state_not_given: None,
                state_unknown: None,
                state_names: std::collections::BTreeMap::new(),
                jurisdictions: Vec::new(),
            },
            edits: Edits {
                checked,
                effective,
                unit_limits: Vec::new(),
                pairs: Vec::new(),
                both_sides: Vec::new(),
                companions: Vec::new(),
            },
            coverage: Vec::new(),
            diagnoses: Diagnoses {
                checked,
                effective,
                policies: Vec::new(),
                sets: Vec::new(),
                tiers: Vec::new(),
                says: Vec::new(),
                without_list: Vec::new(),
                exemptions: Vec::new(),
                diagnoses: Vec::new(),
            },
            glossary: Glossary {
                checked,
                effective,
                terms: Vec::new(),
            },
            retired: RetiredCodes {
                checked,
                retired: Vec::new(),
            },
            scrub: ScrubRules {
                checked,
                effective,
                texts: Vec::new(),
                fixes: Vec::new(),
                modifier_groups: Vec::new(),
                starts: Vec::new(),
            },
            sources: Sources { sources: Vec::new() },
        }
    }
}
