//! From levels and sides to claim lines: the first level on the primary code, each further one on its add-on code; a level on
//! both sides comes first. Levels are counted, not needles.

use std::collections::BTreeSet;

use super::both_sides;
use super::context::Context;
use super::contract::{Alternative, Line};
use super::depth::Depth;
use super::findings::Finding;
use super::level::{Level, LevelFact, Side, together};
use super::modifiers::Asked;
use super::noticed::{self, Subject};
use super::once::each_once;
use super::regions::Part;
use crate::pack::model::{AddOn, BothSides, BothSidesForm, Conditions, Modifier, Noticed, Stance, StanceRule};
use crate::tree::{Book, Facts};

/// The lines of one code, their other readings, and what was noticed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Billing {
    pub(super) lines: Vec<Line>,
    pub(super) alternatives: Vec<Alternative>,
    pub(super) findings: Vec<Finding>,
    pub(super) questions: Vec<String>,
}

/// The lines for `code` and the levels that led to it; other readings only in a whole result.
pub(super) fn billing<'a>(
    depth: Depth,
    book: &'a Book,
    code: &'a str,
    part: &'a Part,
    context: &'a Context,
) -> Billing {
    let group = |one: &'a Part| Group {
        facts: &one.facts,
        by_hand: &one.modifiers,
    };
    let desk = Desk {
        book,
        code,
        groups: part.each().iter().map(group).collect(),
        context,
        depth,
    };
    let mut billing = match desk.add_on() {
        Some(add_on) => desk.by_level(&add_on, part),
        None => desk.by_region(&part.levels),
    };
    billing.findings.extend(desk.left_off());
    billing
}

/// What was said of one procedure.
struct Group<'a> {
    facts: &'a Facts,
    /// Modifiers put on by hand.
    by_hand: &'a [String],
}

impl Group<'_> {
    /// Whether a modifier was put on by hand.
    fn holds(&self, modifier: &Modifier) -> bool {
        self.by_hand.contains(&modifier.modifier)
    }
}

/// A level entered, and the procedure that entered it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Site {
    level: Option<Level>,
    side: Option<Side>,
    group: usize,
}

struct Desk<'a> {
    book: &'a Book,
    code: &'a str,
    groups: Vec<Group<'a>>,
    depth: Depth,
    context: &'a Context,
}

impl<'a> Desk<'a> {
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
        let known: BTreeSet<Level> = levels.iter().filter_map(|fact| fact.level).collect();
        let names: Vec<String> = known.iter().map(ToString::to_string).collect();
        if levels
            .iter()
            .any(|fact| fact.side.is_some_and(|side| side != Side::NotDocumented))
        {
            self.notice(&mut billing, Noticed::SideIgnored, "");
        }
        if names.len() > 1 || self.groups.len() > 1 {
            self.notice(&mut billing, Noticed::SeveralInterspaces, "");
        }
        billing.lines.push(Line {
            code: self.code.to_owned(),
            modifiers: in_billing_order(self.called_by_all()),
            units: 1,
            levels: names,
            note: None,
        });
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
            .filter(|one| one.is_in_force(self.context.date))
            .filter(|one| !one.given.is_empty() && self.certain_in_any(&one.given));
        let line = |one: &AddOn| Line {
            code: one.code.clone(),
            units: 1,
            ..Line::default()
        };
        earned.map(line).collect()
    }

    fn certain_in_any(&self, given: &Conditions) -> bool {
        self.groups.iter().any(|group| self.book.certain(given, group.facts))
    }

    /// The modifiers that every procedure of the region calls for: what holds for one of them only does not hold for the unit.
    fn called_by_all(&self) -> Vec<String> {
        let mut all = (0..self.groups.len()).map(|group| self.called(self.code, group));
        let first = all.next().unwrap_or_default();
        all.fold(first, |kept, next| {
            kept.into_iter().filter(|modifier| next.contains(modifier)).collect()
        })
    }

    fn by_level(&self, add_on: &str, part: &Part) -> Billing {
        let mut billing = Billing::default();
        let sites = self.sites(part, &mut billing);
        self.notice_levels(&sites, &part.levels, &mut billing);
        let payer = both_sides::payer(self.book, self.context, self.code);
        billing.lines = self.lines_for(add_on, &sites, &payer);
        billing.alternatives = self
            .depth
            .whole(|| self.alternatives(add_on, &sites, &payer, &billing.lines));
        self.doubts(add_on, &sites, &payer, &mut billing);
        billing
    }

    /// Each level once, with its sides put together; a level on both sides first, then from the neck down, unknown ones last.
    fn sites(&self, part: &Part, billing: &mut Billing) -> Vec<Site> {
        let mut sites: Vec<Site> = Vec::new();
        let mut twice = false;
        for (group, one) in part.each().iter().enumerate() {
            for fact in &one.levels {
                let known = sites
                    .iter_mut()
                    .find(|site| fact.level.is_some() && site.level == fact.level);
                match known {
                    Some(site) if site.side == fact.side => twice = true,
                    Some(site) => site.side = together(site.side, fact.side),
                    None => sites.push(Site {
                        level: fact.level,
                        side: fact.side,
                        group,
                    }),
                }
            }
        }
        if twice {
            self.notice(billing, Noticed::SameLevelTwice, "");
        }
        sites.sort_by_key(|site| {
            (
                site.side != Some(Side::Both),
                site.level.is_none(),
                site.level,
                site.side,
            )
        });
        if sites.is_empty() {
            sites.push(Site {
                level: None,
                side: None,
                group: 0,
            });
        }
        sites
    }

    fn notice_levels(&self, sites: &[Site], levels: &[LevelFact], billing: &mut Billing) {
        let has = |level| sites.iter().any(|site| site.level == Some(level));
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
        if sites.iter().any(|site| site.level.is_none()) {
            self.notice(billing, Noticed::LevelNotDocumented, "");
        }
        if sites
            .iter()
            .any(|site| matches!(site.side, None | Some(Side::NotDocumented)))
        {
            self.notice(billing, Noticed::SideNotDocumented, "");
        }
        if has(Level::S1) && has(Level::L5S1) {
            self.notice(billing, Noticed::SacralBesideLumbosacral, "");
        }
        if sites.len() > 2 {
            self.notice(billing, Noticed::ThirdLevel, "");
        }
    }

    fn notice(&self, billing: &mut Billing, noticed: Noticed, more: &str) {
        billing.findings.extend(noticed::findings_on(
            self.book,
            self.context,
            noticed,
            &[self.subject()],
            more,
        ));
        let questions = self
            .depth
            .whole(|| noticed::questions(self.book, self.context, noticed));
        billing.questions.extend(questions);
    }

    /// The code, and what was said of its procedures.
    fn subject(&self) -> Subject<'_> {
        Subject::new(self.code, self.groups.iter().map(|group| group.facts))
    }

    fn lines_for(&self, add_on: &str, sites: &[Site], payer: &str) -> Vec<Line> {
        let mut lines = Vec::new();
        for (index, site) in sites.iter().enumerate() {
            let code = if index == 0 { self.code } else { add_on };
            match site.side {
                Some(Side::Both) => lines.extend(self.both(code, payer, *site)),
                Some(Side::Left) => lines.push(self.line(code, *site, &["LT"], 1)),
                Some(Side::Right) => lines.push(self.line(code, *site, &["RT"], 1)),
                None | Some(Side::NotDocumented) => lines.push(self.line(code, *site, &[], 1)),
            }
        }
        lines
    }

    /// Both sides of one level, as the rule of the payer says.
    fn both(&self, code: &str, payer: &str, site: Site) -> Vec<Line> {
        let with = |modifier: &str| self.line(code, site, &[modifier], 1);
        match self.rule(code, payer).map(|rule| rule.form) {
            Some(BothSidesForm::OneLine50) => vec![with("50")],
            Some(BothSidesForm::TwoUnits) => vec![self.line(code, site, &[], 2)],
            Some(BothSidesForm::TwoLines) | None => vec![with("RT"), with("LT")],
        }
    }

    fn rule(&self, code: &str, payer: &str) -> Option<&BothSides> {
        both_sides::rule(self.book, self.context.setting, payer, code)
    }

    /// The readings of other payers, where they give other lines.
    fn alternatives(&self, add_on: &str, sites: &[Site], payer: &str, chosen: &[Line]) -> Vec<Alternative> {
        let rules = self.book.pack().edits.both_sides.iter();
        let payers = each_once(rules.flat_map(|rule| &rule.payers).filter(|other| *other != payer));
        let reading = |payer: &String| {
            let lines = self.lines_for(add_on, sites, payer);
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
        let mut found = Vec::new();
        for group in self.groups.iter().filter(|group| !group.by_hand.is_empty()) {
            let stances = self
                .asked(group)
                .standing(self.code, |modifier, _| group.holds(modifier));
            let wrong = stances.filter(|(_, rule)| rule.stance == Stance::Never);
            found.extend(wrong.map(|(modifier, rule)| Finding::of_left_off(self.code, modifier, rule)));
        }
        each_once(found)
    }

    fn asked(&self, group: &Group<'a>) -> Asked<'a> {
        Asked {
            book: self.book,
            facts: group.facts,
            context: self.context,
        }
    }

    /// A reading that is not confirmed is never taken in silence.
    fn doubts(&self, add_on: &str, sites: &[Site], payer: &str, billing: &mut Billing) {
        for (index, site) in sites.iter().enumerate() {
            let code = if index == 0 { self.code } else { add_on };
            let Some(rule) = self.rule(code, payer).filter(|_| site.side == Some(Side::Both)) else {
                continue;
            };
            let finding = Finding::of_both_sides(rule);
            if !billing.findings.contains(&finding) {
                billing.findings.push(finding);
            }
        }
    }

    /// A line of a site, with the modifiers of its side and those that the facts call for.
    fn line(&self, code: &str, site: Site, own: &[&str], units: u32) -> Line {
        let mut called = self.called(code, site.group);
        if !own.is_empty() {
            // The level says its sides; another side put on by hand would contradict it.
            called.retain(|modifier| !OF_SIDES.contains(&modifier.as_str()));
        }
        let own = own.iter().map(|modifier| (*modifier).to_owned());
        let all = each_once(own.chain(called));
        Line {
            code: code.to_owned(),
            modifiers: in_billing_order(all),
            units,
            levels: site.level.iter().map(ToString::to_string).collect(),
            note: None,
        }
    }

    /// The modifiers that the facts of a procedure call for, and those put on by hand that may stand there.
    fn called(&self, code: &str, group: usize) -> Vec<String> {
        let Some(group) = self.groups.get(group) else {
            return Vec::new();
        };
        let belongs = |(modifier, rule): &(&Modifier, &StanceRule)| match rule.stance {
            Stance::Applies => true,
            Stance::Never => false,
            Stance::MayApply | Stance::Conflict => group.holds(modifier),
        };
        let can_belong =
            |modifier: &Modifier, rule: &StanceRule| rule.stance == Stance::Applies || group.holds(modifier);
        let stances = self.asked(group).standing(code, can_belong);
        let mut called: Vec<_> = stances.filter(belongs).collect();
        called.sort_by_key(|(_, rule)| rule.stance);
        called
            .into_iter()
            .map(|(modifier, _)| modifier.modifier.clone())
            .collect()
    }
}

/// The modifiers that say sides.
const OF_SIDES: [&str; 3] = ["50", "LT", "RT"];

/// Figures before letters.
fn in_billing_order(mut modifiers: Vec<String>) -> Vec<String> {
    modifiers.sort_by_key(|modifier| !modifier.bytes().all(|byte| byte.is_ascii_digit()));
    modifiers
}
