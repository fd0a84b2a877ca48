//! Claim lines that somebody already has: what speaks against them, and what to do about it. Nothing about money.

mod add_ons;
mod codes;
mod desk;
mod guidance;
mod levels;
mod local;
mod modifiers;
mod pairs;
mod regions;
mod repeats;
mod sides;
mod units;

use serde::Serialize;
use strum::{Display, IntoStaticStr};

use super::context::{Context, Setting};
use super::contract::{Line, PackRef};
use super::findings::Finding;
use super::local::{OverlayRef, reference};
use super::result::pack_ref;
use crate::pack::model::{Date, FindingSeverity};
use crate::tree::Book;
use desk::Desk;

/// What a set of lines comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ScrubVerdict {
    /// Nothing speaks against it.
    Clean,
    /// Something is to be looked at.
    Warn,
    /// Something has to be mended first.
    Stop,
}

/// Something to be said about lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScrubFinding {
    /// What is said.
    #[serde(flatten)]
    pub finding: Finding,
    /// The lines it speaks of, counted from 1; none where it speaks of the whole set.
    pub lines: Vec<usize>,
    /// What to do.
    pub fix: Option<String>,
}

/// A set of lines and everything to be said about it. Serialized: what `--json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScrubResult {
    /// The worst of its findings.
    pub verdict: ScrubVerdict,
    /// Whose claim.
    pub setting: Setting,
    /// Who pays.
    pub payer: String,
    /// Date of service.
    pub date: Date,
    /// The lines as understood.
    pub lines: Vec<Line>,
    /// The worst first.
    pub findings: Vec<ScrubFinding>,
    /// The pack used.
    pub pack: PackRef,
    /// The words of a site laid over it.
    pub overlay: Option<OverlayRef>,
}

/// One check, or a small family of checks.
type Check = fn(&Desk<'_>) -> Vec<ScrubFinding>;

/// Every check.
const CHECKS: &[Check] = &[
    codes::check,
    add_ons::check,
    repeats::check,
    units::check,
    levels::check,
    regions::check,
    sides::check,
    modifiers::check,
    guidance::check,
    pairs::check,
    local::check,
];

/// Checks lines; what comes back says which line each finding speaks of.
#[must_use]
pub fn scrub(book: &Book, lines: &[Line], context: &Context) -> ScrubResult {
    let desk = Desk::new(book, lines, context);
    let mut findings: Vec<ScrubFinding> = CHECKS.iter().flat_map(|check| check(&desk)).collect();
    findings.sort_by_key(|found| found.finding.severity);
    let worst = findings.first().map(|found| found.finding.severity);
    ScrubResult {
        verdict: match worst {
            Some(FindingSeverity::Stop) => ScrubVerdict::Stop,
            Some(FindingSeverity::Warn) => ScrubVerdict::Warn,
            Some(FindingSeverity::Info) | None => ScrubVerdict::Clean,
        },
        setting: context.setting,
        payer: context.payer.clone(),
        date: context.date,
        lines: lines.to_vec(),
        findings,
        pack: pack_ref(book),
        overlay: reference(book),
    }
}
