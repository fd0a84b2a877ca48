//! From levels and sides to claim lines: the first level on the primary code, each further one on its add-on code; a level on
//! both sides comes first. Levels are counted, not needles.

use std::collections::BTreeMap;

use super::context::Context;
use super::contract::{Alternative, Line};
use super::findings::Finding;
use super::level::{Level, LevelFact, Side, together};
use super::modifiers::{ModifierStance, modifiers};
use super::noticed;
use super::once::each_once;
use super::regions::Part;
use crate::pack::model::{AddOn, BothSides, BothSidesForm, Noticed, Stance};
use crate::tree::{Book, Facts};

/// The lines of one code, their other readings, and what was noticed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Billing {
    pub(super) lines: Vec<Line>,
    pub(super) alternatives: Vec<Alternative>,
    pub(super) findings: Vec<Finding>,
    pub(super) questions: Vec<String>,
}

/// The lines for `code` and the levels that led to it.
pub(super) fn billing(book: &Book, code: &str, part: &Part, facts: &Facts, context: &Context) -> Billing {
    let desk = Desk {
        book,
        code,
        facts,
        context,
        by_hand: &part.modifiers,
    };
    let mut billing = match desk.add_on() {
        Some(add_on) => desk.by_level(&add_on, &part.levels),
        None => desk.by_region(&part.levels),
    };
    billing.findings.extend(desk.left_off());
    billing
}

struct Desk<'a> {
    book: &'a Book,
    code: &'a str,
    facts: &'a Facts,
    context: &'a Context,
    /// Modifiers put on by hand.
    by_hand: &'a [String],
}

impl Desk<'_> {
    /// The add-on code of the family that further levels earn.
    fn add_on(&self) -> Option<String> {
        let member = self
            .book
            .family
            .iter()
            .find(|member| member.parent.as_deref() == Some(self.code));
        member.map(|member| member.code.clone())
    }

    /// One unit a region: levels are named, sides are not.
    fn by_region(&self, levels: &[LevelFact]) -> Billing {
        let mut billing = Billing::default();
        let names = each_once(
            levels
                .iter()
                .filter_map(|fact| fact.level)
                .map(|level| level.to_string()),
        );
        if levels
            .iter()
            .any(|fact| fact.side.is_some_and(|side| side != Side::NotDocumented))
        {
            self.notice(&mut billing, Noticed::SideIgnored, "");
        }
        if names.len() > 1 {
            self.notice(&mut billing, Noticed::SeveralInterspaces, "");
        }
        billing.lines.push(self.line(self.code, Vec::new(), 1, names));
        billing.lines.extend(self.earned());
        billing
    }

    /// Add-on codes that an answer puts on the claim.
    fn earned(&self) -> Vec<Line> {
        let add_ons = self
            .book
            .card(self.code)
            .map(|card| card.add_ons.as_slice())
            .unwrap_or_default();
        let earned = add_ons
            .iter()
            .filter(|one| !one.given.is_empty() && self.book.certain(&one.given, self.facts));
        let line = |one: &AddOn| Line {
            code: one.code.clone(),
            units: 1,
            ..Line::default()
        };
        earned.map(line).collect()
    }

    fn by_level(&self, add_on: &str, levels: &[LevelFact]) -> Billing {
        let mut billing = Billing::default();
        let sides = self.merged(levels, &mut billing);
        self.notice_levels(&sides, levels, &mut billing);
        let payer = self.payer_of_rules(self.context.policy());
        billing.lines = self.lines_for(add_on, &sides, &payer);
        billing.alternatives = self.alternatives(add_on, &sides, &payer, &billing.lines);
        self.doubts(add_on, &sides, &payer, &mut billing);
        billing
    }

    /// Each level once, with its sides put together; a level on both sides first, then from the neck down, unknown ones last.
    fn merged(&self, levels: &[LevelFact], billing: &mut Billing) -> Vec<(Option<Level>, Option<Side>)> {
        let mut known: BTreeMap<Level, Option<Side>> = BTreeMap::new();
        let mut unknown = Vec::new();
        let mut twice = false;
        for fact in levels {
            let Some(level) = fact.level else {
                unknown.push((None, fact.side));
                continue;
            };
            match known.get_mut(&level) {
                None => {
                    known.insert(level, fact.side);
                }
                Some(side) if *side == fact.side => twice = true,
                Some(side) => *side = together(*side, fact.side),
            }
        }
        if twice {
            self.notice(billing, Noticed::SameLevelTwice, "");
        }
        let mut sides: Vec<(Option<Level>, Option<Side>)> = known.into_iter().map(|(l, s)| (Some(l), s)).collect();
        sides.sort_by_key(|(_, side)| *side != Some(Side::Both));
        sides.extend(unknown);
        if sides.is_empty() {
            sides.push((None, None));
        }
        sides
    }

    fn notice_levels(&self, sides: &[(Option<Level>, Option<Side>)], levels: &[LevelFact], billing: &mut Billing) {
        let has = |level| sides.iter().any(|(one, _)| *one == Some(level));
        if levels.is_empty() {
            self.notice(billing, Noticed::LevelNotGiven, "");
            return;
        }
        for fact in levels.iter().filter(|fact| fact.is_read_as_root()) {
            let level = fact.level.map(|level| level.to_string()).unwrap_or_default();
            self.notice(
                billing,
                Noticed::RootUnderstood,
                &format!("{} is {level}.", fact.written),
            );
        }
        if sides.iter().any(|(level, _)| level.is_none()) {
            self.notice(billing, Noticed::LevelNotDocumented, "");
        }
        if sides
            .iter()
            .any(|(_, side)| matches!(side, None | Some(Side::NotDocumented)))
        {
            self.notice(billing, Noticed::SideNotDocumented, "");
        }
        if has(Level::S1) && has(Level::L5S1) {
            self.notice(billing, Noticed::SacralBesideLumbosacral, "");
        }
        if sides.len() > 2 {
            self.notice(billing, Noticed::ThirdLevel, "");
        }
    }

    fn notice(&self, billing: &mut Billing, noticed: Noticed, more: &str) {
        billing
            .findings
            .extend(noticed::findings(self.book, self.context, noticed, more));
        billing
            .questions
            .extend(noticed::questions(self.book, self.context, noticed));
    }

    fn lines_for(&self, add_on: &str, sides: &[(Option<Level>, Option<Side>)], payer: &str) -> Vec<Line> {
        let mut lines = Vec::new();
        for (index, (level, side)) in sides.iter().enumerate() {
            let code = if index == 0 { self.code } else { add_on };
            let names = level.iter().map(ToString::to_string).collect::<Vec<_>>();
            match side {
                Some(Side::Both) => lines.extend(self.both(code, payer, &names)),
                Some(Side::Left) => lines.push(self.line(code, vec!["LT".to_owned()], 1, names)),
                Some(Side::Right) => lines.push(self.line(code, vec!["RT".to_owned()], 1, names)),
                None | Some(Side::NotDocumented) => lines.push(self.line(code, Vec::new(), 1, names)),
            }
        }
        lines
    }

    /// Both sides of one level, as the rule of the payer says.
    fn both(&self, code: &str, payer: &str, names: &[String]) -> Vec<Line> {
        let side = |modifier: &str| self.line(code, vec![modifier.to_owned()], 1, names.to_vec());
        match self.rule(code, payer).map(|rule| rule.form) {
            Some(BothSidesForm::OneLine50) => vec![side("50")],
            Some(BothSidesForm::TwoUnits) => vec![self.line(code, Vec::new(), 2, names.to_vec())],
            Some(BothSidesForm::TwoLines) | None => vec![side("RT"), side("LT")],
        }
    }

    fn rule(&self, code: &str, payer: &str) -> Option<&BothSides> {
        let setting: &str = self.context.setting.into();
        let speaks = |rule: &&BothSides| {
            rule.codes.iter().any(|listed| listed == code)
                && rule.settings.iter().any(|listed| listed == setting)
                && rule.payers.iter().any(|listed| listed == payer)
        };
        self.book.pack().edits.both_sides.iter().find(speaks)
    }

    /// The payer whose reading is followed: its own where the pack has one, else the code rules'.
    fn payer_of_rules(&self, policy: Option<&str>) -> String {
        let own = policy.filter(|payer| self.rule(self.code, payer).is_some());
        own.unwrap_or(Context::CODE_RULES_ONLY).to_owned()
    }

    /// The readings of other payers, where they give other lines.
    fn alternatives(
        &self,
        add_on: &str,
        sides: &[(Option<Level>, Option<Side>)],
        payer: &str,
        chosen: &[Line],
    ) -> Vec<Alternative> {
        let rules = self.book.pack().edits.both_sides.iter();
        let payers = each_once(rules.flat_map(|rule| &rule.payers).filter(|other| *other != payer));
        let reading = |payer: &String| {
            let lines = self.lines_for(add_on, sides, payer);
            (lines != chosen).then(|| self.alternative(add_on, payer, lines))
        };
        payers.into_iter().filter_map(reading).collect()
    }

    fn alternative(&self, add_on: &str, payer: &str, lines: Vec<Line>) -> Alternative {
        let codes = [self.code, add_on]
            .into_iter()
            .filter(|code| lines.iter().any(|line| line.code == *code));
        let rules: Vec<&BothSides> = codes.filter_map(|code| self.rule(code, payer)).collect();
        let said: Vec<&str> = rules.iter().map(|rule| rule.text.as_str()).collect();
        Alternative {
            when: format!("{payer}: {}", said.join(" ")),
            sources: each_once(rules.iter().flat_map(|rule| rule.sources.clone())),
            confidence: rules
                .iter()
                .map(|rule| rule.confidence)
                .max()
                .unwrap_or(crate::pack::model::Confidence::Unconfirmed),
            lines,
        }
    }

    /// Modifiers put on by hand that never belong on the code.
    fn left_off(&self) -> Vec<Finding> {
        let never = |stance: &ModifierStance| stance.stance == Stance::Never && self.by_hand.contains(&stance.modifier);
        let stances = modifiers(self.book, self.code, self.facts, self.context);
        let wrong = stances.iter().filter(|stance| never(stance));
        wrong.map(|stance| Finding::of_left_off(self.code, stance)).collect()
    }

    /// A reading that is not confirmed is never taken in silence.
    fn doubts(&self, add_on: &str, sides: &[(Option<Level>, Option<Side>)], payer: &str, billing: &mut Billing) {
        for (index, (_, side)) in sides.iter().enumerate() {
            let code = if index == 0 { self.code } else { add_on };
            let Some(rule) = self.rule(code, payer).filter(|_| *side == Some(Side::Both)) else {
                continue;
            };
            let finding = Finding::of_both_sides(rule);
            if !billing.findings.contains(&finding) {
                billing.findings.push(finding);
            }
        }
    }

    /// A line with the modifiers that the facts call for, figures before letters.
    fn line(&self, code: &str, mut own: Vec<String>, units: u32, levels: Vec<String>) -> Line {
        let belongs = |stance: &ModifierStance| match stance.stance {
            Stance::Applies => true,
            Stance::Never => false,
            Stance::MayApply | Stance::Conflict => self.by_hand.contains(&stance.modifier),
        };
        let called = modifiers(self.book, code, self.facts, self.context);
        own.extend(called.into_iter().filter(belongs).map(|stance| stance.modifier));
        let mut own = each_once(own);
        own.sort_by_key(|modifier| !modifier.bytes().all(|byte| byte.is_ascii_digit()));
        Line {
            code: code.to_owned(),
            modifiers: own,
            units,
            levels,
            note: None,
        }
    }
}
