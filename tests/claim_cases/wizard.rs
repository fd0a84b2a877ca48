//! The table through the wizard: keys pressed on the real screen, the details and the grid of levels included.

use std::collections::BTreeMap;

use epipath::claim::{Context, Level, Side, session_result};
use epipath::session::{Action, Facts, Session, View, parse_facts};
use epipath::tree::QuestionId;
use strum::IntoEnumIterator as _;

use crate::case::{Case, cases, claims};
use crate::command::on_threads;
use crate::got::{Got, judge};
use crate::scene::Scene;
use crate::support::{book, context};

/// A person at the keys who knows the facts of a case.
struct Person {
    scene: Scene,
    /// Those of the procedure on the desk.
    facts: Facts,
}

impl Person {
    /// Goes through every procedure of a case, one after the other.
    fn works_out(case: &Case) -> Self {
        let read = |words: Vec<&str>| parse_facts(book(), &context(), &words).unwrap();
        let mut groups = case.groups().into_iter().map(read);
        let mut person = Self {
            scene: Scene::new((120, 40), ""),
            facts: groups.next().unwrap(),
        };
        person.one_procedure();
        for facts in groups {
            person.facts = facts;
            person.scene.press("+");
            person.one_procedure();
        }
        person
    }

    fn one_procedure(&mut self) {
        self.answers();
        self.mends_what_was_taken_for_granted();
        self.fills_in_details();
        self.answers();
        self.marks_levels();
        self.types_what_has_no_key();
    }

    /// A level or side that is not documented, and other codes of the day, are typed as facts.
    fn types_what_has_no_key(&mut self) {
        let context = &self.facts.context;
        let no_key = |fact: &&epipath::claim::LevelFact| {
            let side = fact.level.and_then(|level| context.side_of(level));
            matches!(side, None | Some(Side::NotDocumented))
        };
        let levels = context.levels.iter().filter(no_key);
        let levels = levels.map(|fact| format!("level={}", fact.written));
        let codes = context.other_codes.iter().map(|code| format!("other-code={code}"));
        let facts: Vec<String> = levels.chain(codes).map(|fact| format!("\"{fact}")).collect();
        if !facts.is_empty() {
            self.scene.press(&format!(": {} Enter", facts.join(" Space ")));
        }
    }

    fn question(&self) -> Option<QuestionId> {
        View::of(book(), self.scene.app.session().case()).question
    }

    /// Answers questions until the wizard has no more.
    fn answers(&mut self) {
        for _ in 0..20 {
            let Some(question) = self.question() else { return };
            let keys = self.keys(question);
            self.scene.press(&keys);
            assert_ne!(self.question(), Some(question), "{keys}\n{}", self.scene.text());
        }
        panic!("the wizard does not come to an end\n{}", self.scene.text());
    }

    /// The keys that answer a question; a region that is not among the facts is that of the first level.
    fn keys(&self, question: QuestionId) -> String {
        let name = &book().question(question).unwrap().id;
        let value = match self.facts.answers.get(question) {
            Some(given) => book().value(question, given),
            None if name == "region" => self.region().unwrap_or_else(|| "not-documented".to_owned()),
            None => "not-documented".to_owned(),
        };
        let nth = |answer: &str| {
            let answers = &book().question(question).unwrap().answers;
            answers.iter().position(|known| known.id == answer).unwrap()
        };
        let marked = |joint: char, take: &str| {
            let mut keys = "Home ".to_owned();
            let mut at = 0;
            let mut places: Vec<usize> = value.split(joint).map(nth).collect();
            places.sort_unstable();
            for place in places {
                keys += &"Down ".repeat(place - at);
                keys += "Space ";
                at = place;
            }
            keys + take
        };
        match value.as_str() {
            "not-documented" => "0".to_owned(),
            _ if value.contains(',') => marked(',', "Enter"),
            _ if value.contains('+') => marked('+', "+"),
            one => digit(nth(one)),
        }
    }

    fn region(&self) -> Option<String> {
        let level = self.facts.context.levels.iter().find_map(|fact| fact.level)?;
        let region = &book().question(book().question_named("region")?)?.answers;
        let there = region
            .iter()
            .find(|answer| answer.levels.contains(&level.to_string()))?;
        Some(there.id.clone())
    }

    /// Marks levels in the grid.
    fn marks_levels(&mut self) {
        let sides: Vec<(usize, &str)> = Level::iter()
            .enumerate()
            .filter_map(|(row, level)| match self.facts.context.side_of(level)? {
                Side::Left => Some((row, "l")),
                Side::Right => Some((row, "r")),
                Side::Both => Some((row, "b")),
                Side::NotDocumented => None,
            })
            .collect();
        if sides.is_empty() {
            return;
        }
        self.scene.press("v");
        for (row, key) in sides {
            self.scene.press(&format!("Home {}{key}", "Down ".repeat(row)));
        }
        self.scene.press("Esc");
    }

    /// Opens the details with a row in focus; without that row they are closed again.
    fn opens_details_at(&mut self, title: &str) -> bool {
        self.scene.press("d");
        let there = self.scene.text().contains(&format!(" {title} "));
        if there {
            self.moves_to(title);
        } else {
            self.scene.press("Esc");
        }
        there
    }

    /// Moves to the row of that title in the layer on top.
    fn moves_to(&mut self, title: &str) {
        self.scene.press("Home");
        for _ in 0..20 {
            if self.scene.cursor_row().contains(&format!(" {title} ")) {
                return;
            }
            self.scene.press("Down");
        }
        panic!("no row {title}\n{}", self.scene.text());
    }

    fn fills_in_details(&mut self) {
        let details = book()
            .tree
            .question_ids()
            .filter(|id| book().tree.is_detail(*id))
            .filter_map(|id| Some((id, self.facts.answers.get(id)?)));
        for (id, given) in details.collect::<Vec<_>>() {
            let question = book().question(id).unwrap();
            let value = book().value(id, given);
            if self.scene.app.session().case().answers.get(id) == Some(given) {
                continue;
            }
            // A detail that no longer matters has no row.
            if !self.opens_details_at(&question.title) {
                continue;
            }
            let nth = question.answers.iter().position(|answer| answer.id == value).unwrap();
            self.scene.press(&format!("{} Esc", digit(nth)));
        }
    }

    /// Goes back to a question whose answer was taken for granted and is another one here.
    fn mends_what_was_taken_for_granted(&mut self) {
        let taken = |id: &QuestionId| {
            let here = self.scene.app.session().case().answers;
            !book().tree.is_detail(*id) && self.facts.answers.get(*id).is_some() && book().tree.is_assumed(*id, &here)
        };
        for id in book().tree.question_ids().filter(taken).collect::<Vec<_>>() {
            self.scene.press("a");
            self.moves_to(&book().question(id).unwrap().title);
            let keys = self.keys(id);
            self.scene.press(&format!("Enter {keys}"));
            self.answers();
        }
    }

    /// One key changes the setting, another the payer.
    fn goes_to(&mut self, setting: &str, payer: &str) {
        let now = |scene: &Scene| {
            let context = &scene.app.session().case().context;
            (context.setting.to_string(), context.payer.clone())
        };
        for _ in 0..9 {
            let (here, pays) = now(&self.scene);
            match (here == setting, pays == payer) {
                (true, true) => return,
                (false, _) => self.scene.press("o"),
                (true, false) => self.scene.press("i"),
            };
        }
        panic!("no way to {setting}, {payer}\n{}", self.scene.text());
    }

    fn sees(&self) -> Got {
        let view = View::of(book(), self.scene.app.session().case());
        Got::of_result(&view.result.expect("a result"))
    }
}

/// `1` to `9`, then capital letters.
fn digit(nth: usize) -> String {
    let first = if nth < 9 { b'1' } else { b'A' - 9 };
    char::from(first + u8::try_from(nth).unwrap()).to_string()
}

fn by_keys(case: &Case) -> Vec<String> {
    let mut person = Person::works_out(case);
    let mut wrong = Vec::new();
    for (setting, payer) in case.claims() {
        person.goes_to(setting, payer);
        let got = person.sees();
        let mut drawn = Case {
            findings: as_drawn(case),
            ..case.clone()
        };
        if case.groups().len() > 1 {
            // With the lines of all stands the status of the procedure on the desk.
            drawn.status.clone_from(&got.status);
        }
        wrong.extend(got.against(&drawn, setting, payer));
    }
    wrong
}

/// The findings of a case without those about the way a level was written: in the grid it is marked, not written.
fn as_drawn(case: &Case) -> BTreeMap<String, Vec<String>> {
    let mut findings = case.findings.clone();
    for list in findings.values_mut() {
        list.retain(|id| !["root-understood", "same-level-twice"].contains(&id.as_str()));
    }
    findings
}

#[test]
fn every_case_through_the_keys_of_the_wizard() {
    let found = on_threads(|case| case.bug.is_none().then(|| by_keys(case)));
    judge(
        found
            .into_iter()
            .filter_map(|(case, wrong)| Some((case, wrong?)))
            .collect(),
    );
}

/// The procedures of a session one after the other, each as a line of facts.
fn by_steps(case: &Case) -> Vec<String> {
    let mut wrong = Vec::new();
    for (setting, payer) in claims() {
        let mut session = Session::new(Context::on(crate::case::DATE.parse().unwrap()));
        let mut take = |action| session.update(book(), action).unwrap();
        for (place, group) in case.groups().into_iter().enumerate() {
            if place > 0 {
                take(Action::AddProcedure);
            }
            take(Action::Facts { line: group.join(" ") });
        }
        take(Action::Facts {
            line: format!("setting={setting} payer={payer}"),
        });
        let case_now = session.case();
        let result = session_result(book(), &case_now.procedures(), &case_now.context);
        wrong.extend(Got::of_result(&result).against(case, setting, payer));
    }
    wrong
}

#[test]
fn every_case_through_the_steps_of_a_session() {
    judge(
        cases()
            .into_iter()
            .map(|case| (case.clone(), by_steps(&case)))
            .collect(),
    );
}
