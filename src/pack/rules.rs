//! Every rule of a pack under one name, such as `checklist:views-stored` or `limit:CODE`: what answers cite, what can be found, and
//! what a person can report.

use super::model::{Confidence, Pack};

/// A rule, a definition or an answer of the pack, with its evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its kind and its name: `modifier:50`, `coverage:medicare/one-region`.
    pub id: String,
    /// What it says, in our words.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Every rule of a pack, in the order of its files.
#[must_use]
pub fn rules(pack: &Pack) -> Vec<Rule> {
    let mut all = of_tree(pack);
    all.extend(of_cards(pack));
    all.extend(of_claim(pack));
    all.extend(of_modifiers(pack));
    all.extend(of_payers(pack));
    all
}

/// The rule of a name.
#[must_use]
pub fn rule(pack: &Pack, id: &str) -> Option<Rule> {
    rules(pack).into_iter().find(|rule| rule.id == id)
}

fn new(kind: &str, name: &str, text: &str, (sources, confidence): (&[String], Confidence)) -> Rule {
    Rule {
        id: format!("{kind}:{name}"),
        text: text.to_owned(),
        sources: sources.to_vec(),
        confidence,
    }
}

fn of_tree(pack: &Pack) -> Vec<Rule> {
    let questions = pack.tree.questions.iter();
    let questions = questions.map(|one| new("question", &one.id, &one.why, (&one.sources, one.confidence)));
    let outcomes = pack.tree.outcomes.iter();
    let outcomes = outcomes.map(|one| new("outcome", &one.id, &one.why, (&one.sources, one.confidence)));
    let signposts = pack.signposts.signposts.iter();
    let signposts = signposts.map(|one| new("signpost", &one.id, &one.why, (&one.sources, one.confidence)));
    questions.chain(outcomes).chain(signposts).collect()
}

fn of_cards(pack: &Pack) -> Vec<Rule> {
    let cards = pack.cards.iter();
    let cards = cards.map(|card| {
        new(
            "card",
            &card.code,
            &card.brief.text,
            (&card.brief.sources, card.brief.confidence),
        )
    });
    let said = pack.statements.statements.iter();
    let said = said.map(|one| new("statement", &one.id, &one.text, (&one.sources, one.confidence)));
    let asked = pack.faq.questions.iter();
    let asked = asked.map(|one| new("faq", &one.id, &one.answer, (&one.sources, one.confidence)));
    let ended = pack.retired.retired.iter();
    let ended = ended.map(|one| new("retired", &one.code, &one.became, (&one.sources, one.confidence)));
    let terms = pack.glossary.terms.iter();
    let terms = terms.map(|one| new("term", &one.id, &one.meaning, (&one.sources, one.confidence)));
    let fees = pack.fees.rows.iter().map(|row| {
        let text = format!("Fee schedule row of {}, edition {}", row.code, row.edition);
        new(
            "fees",
            &format!("{}/{}", row.code, row.edition),
            &text,
            (&row.sources, row.confidence),
        )
    });
    let tables = pack.fees.tables.iter().flat_map(|entry| {
        let name = move |code| format!("{}/{code}", entry.table);
        let rule = move |code| new("table", &name(code), &entry.text, (&entry.sources, entry.confidence));
        entry.codes.iter().map(rule)
    });
    cards
        .chain(said)
        .chain(asked)
        .chain(ended)
        .chain(terms)
        .chain(fees)
        .chain(tables)
        .collect()
}

fn of_claim(pack: &Pack) -> Vec<Rule> {
    let items = pack.checklist.items.iter();
    let items = items.map(|one| new("checklist", &one.id, &one.text, (&one.sources, one.confidence)));
    let limits = pack.edits.unit_limits.iter().flat_map(|limit| {
        let rule = move |code: &String| new("limit", code, &limit.note, (&limit.sources, limit.confidence));
        limit.codes.iter().map(rule)
    });
    let pairs = pack.edits.pairs.iter();
    let pairs = pairs.map(|one| new("pair", &one.id, &one.text, (&one.sources, one.confidence)));
    let sides = pack.edits.both_sides.iter();
    let sides = sides.map(|one| new("both-sides", &one.id, &one.text, (&one.sources, one.confidence)));
    let companions = pack.edits.companions.iter();
    let companions = companions.map(|one| new("companion", &one.id, &one.text, (&one.sources, one.confidence)));
    let findings = pack.findings.findings.iter();
    let findings = findings.map(|one| {
        let noticed: &str = one.noticed.into();
        let policy = one.policy.iter().map(|policy| format!("/{policy}"));
        let since = one.effective.iter().map(|span| format!("/{}", span.from));
        let name: String = [noticed.to_owned()].into_iter().chain(policy).chain(since).collect();
        new("finding", &name, &one.text, (&one.sources, one.confidence))
    });
    let add_ons = pack.cards.iter().flat_map(|card| {
        let name = move |code: &str| format!("{}/{code}", card.code);
        let rule = move |one: &super::model::AddOn| {
            new(
                "add-on",
                &name(&one.code),
                &one.earned_by,
                (&one.sources, one.confidence),
            )
        };
        card.add_ons.iter().map(rule)
    });
    items
        .chain(limits)
        .chain(pairs)
        .chain(sides)
        .chain(companions)
        .chain(findings)
        .chain(add_ons)
        .collect()
}

fn of_modifiers(pack: &Pack) -> Vec<Rule> {
    let modifiers = pack.modifiers.modifiers.iter();
    let rule = |one: &super::model::Modifier| {
        let mut sources: Vec<String> = Vec::new();
        for source in one.stances.iter().flat_map(|stance| &stance.sources) {
            if !sources.contains(source) {
                sources.push(source.clone());
            }
        }
        let surest = one.stances.iter().map(|stance| stance.confidence).min();
        let confidence = surest.unwrap_or(Confidence::Unconfirmed);
        let text = format!("{}: {}", one.title, one.meaning);
        new("modifier", &one.modifier, &text, (&sources, confidence))
    };
    modifiers.map(rule).collect()
}

fn of_payers(pack: &Pack) -> Vec<Rule> {
    let mut all = Vec::new();
    for policy in &pack.coverage {
        for rule in &policy.rules {
            let name = format!("{}/{}", policy.id, rule.id);
            all.push(new("coverage", &name, &rule.text, (&rule.sources, rule.confidence)));
        }
    }
    all
}
