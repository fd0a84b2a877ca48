//! Where a service outside the family goes, reduced to the codes still possible under the answers.

use super::contract::{SignpostResult, TargetCode};
use super::depth::Depth;
use crate::pack::model::{Signpost, Target};
use crate::tree::{Book, Facts};

/// The signpost as it stands under these facts.
pub(super) fn signpost(depth: Depth, book: &Book, signpost: &Signpost, facts: &Facts) -> SignpostResult {
    let possible = |target: &&Target| book.possible(&target.given, facts);
    SignpostResult {
        id: signpost.id.clone(),
        title: depth.whole(|| signpost.title.clone()),
        why: depth.whole(|| signpost.why.clone()),
        codes: depth.whole(|| signpost.codes.iter().filter(possible).map(target).collect()),
        sources: depth.whole(|| signpost.sources.clone()),
        confidence: signpost.confidence,
    }
}

fn target(target: &Target) -> TargetCode {
    TargetCode {
        code: target.code.clone(),
        modifiers: Vec::new(),
        units: 1,
        when: target.when.clone(),
        status: target.status,
        sources: target.sources.clone(),
        confidence: target.confidence,
    }
}
