//! Coverage: what the payer is likely to say, rule by rule; a verdict apart from the code.

use super::header::reading;
use crate::claim::{CaseResult, JurisdictionRef, Reason};
use crate::pack::model::Policy;
use crate::report::phrases::VERDICTS;
use crate::tui::keys::Command;
use crate::tui::page::{Page, Pen};
use crate::tui::words::{payer, told};
use crate::tui::world::World;

/// The verdict and its reasons as a page.
pub(super) fn page(world: &World<'_>, result: &CaseResult, width: u16) -> Page {
    let mut pen = world.pen(width);
    let coverage = &result.coverage;
    let Some(policy) = policy(world, result) else {
        nobody_asked(&mut pen, world);
        return pen.done();
    };
    let paid_by = payer(&world.case().context.payer);
    pen.write(
        "",
        &format!("{paid_by}: {}", reading(coverage.verdict)),
        pen.theme().strong,
    );
    pen.text("The code does not depend on this: what is right and what is paid are two questions.");
    about(&mut pen, policy);
    match &coverage.jurisdiction {
        Some(one) => contractor(&mut pen, one),
        None => no_contractor(&mut pen, world, policy),
    }
    for (verdict, heading) in VERDICTS {
        let reasons: Vec<&Reason> = coverage
            .reasons
            .iter()
            .filter(|reason| reason.verdict == verdict)
            .collect();
        if !reasons.is_empty() {
            pen.heading(heading);
        }
        for reason in reasons {
            rule(&mut pen, reason);
        }
    }
    pen.done()
}

fn policy<'a>(world: &World<'a>, result: &CaseResult) -> Option<&'a Policy> {
    let id = result.coverage.policy.as_deref()?;
    world.book.pack().coverage.iter().find(|policy| policy.id == id)
}

fn nobody_asked(pen: &mut Pen, world: &World<'_>) {
    pen.write("", "Not checked: CPT rules only.", pen.theme().strong);
    pen.text(&format!(
        "The code and its lines are told without a payer. {} changes to Medicare and back, {} names a state or a plan, \
         {} changes whose claim it is.",
        world.keys.of(Command::NextPayer),
        world.keys.of(Command::Payers),
        world.keys.of(Command::NextSetting)
    ));
}

fn about(pen: &mut Pen, policy: &Policy) {
    let version = policy
        .version
        .as_ref()
        .map(|version| format!("; {version}"))
        .unwrap_or_default();
    pen.gap();
    pen.text(&format!(
        "{}{version}; compared with its sources on {}",
        policy.title, policy.checked
    ));
    if let Some(verify) = &policy.verify {
        pen.hang(("verify  ", pen.theme().warn), 8, verify, pen.theme().text);
    }
}

fn contractor(pen: &mut Pen, one: &JurisdictionRef) {
    let version = one
        .lcd_version
        .as_ref()
        .map(|version| format!(" version {version}"))
        .unwrap_or_default();
    let first = format!(
        "{} ({}): {}{version}, article {}",
        one.contractor, one.jurisdiction, one.lcd, one.article
    );
    pen.gap();
    pen.write("", &first, pen.theme().strong);
    let theme = *pen.theme();
    pen.hang(("", theme.text), 2, &told(&one.notes, one.confidence), theme.text);
    pen.hang(
        ("", theme.text),
        2,
        &format!("sources: {}", one.sources.join(", ")),
        theme.faint,
    );
}

/// A policy with contractors, and no state that names one.
fn no_contractor(pen: &mut Pen, world: &World<'_>, policy: &Policy) {
    let pack = world.book.pack();
    let has_contractors = pack
        .coverage
        .iter()
        .any(|other| other.extends.as_ref() == Some(&policy.id));
    if !has_contractors {
        return;
    }
    pen.gap();
    pen.text(&match world.case().context.state() {
        None => format!(
            "No state is named, so no contractor's own rules: {} names one.",
            world.keys.of(Command::Payers)
        ),
        Some(state) => format!("This pack knows no contractor for {state} on the date of service."),
    });
}

fn rule(pen: &mut Pen, reason: &Reason) {
    let theme = *pen.theme();
    pen.hang(
        ("- ", theme.text),
        2,
        &told(&reason.text, reason.confidence),
        theme.text,
    );
    if !reason.sources.is_empty() {
        pen.hang(
            ("", theme.text),
            2,
            &format!("sources: {}", reason.sources.join(", ")),
            theme.faint,
        );
    }
}
