//! The table through line mode: the questions answered by number, the rest given as facts, the answer object said at the end.

use epipath::claim::{Context, Level, session_result};
use epipath::line::Partner as _;
use epipath::line::{Because, Dialogue};
use epipath::session::{AND, Session, View, parse_case, parse_facts};
use epipath::shelf::Kept;
use epipath::tree::Answers;
use serde_json::Value;

use crate::case::{Case, DATE};
use crate::command::on_threads;
use crate::got::{Got, judge};
use crate::support::{book, context};

struct Talk {
    dialogue: Dialogue<'static>,
    /// Whether more was answered than the facts say.
    open: bool,
}

impl Talk {
    fn works_out(case: &Case) -> Self {
        let day: Context = Context::on(DATE.parse().unwrap());
        let kept = Kept::nothing(day.date);
        let dialogue = Dialogue::new(book(), Session::new(day), Because::Option, kept);
        let mut talk = Self { dialogue, open: false };
        for (place, group) in case.groups().iter().enumerate() {
            if place > 0 {
                talk.say("add procedure");
            }
            talk.answers(group);
            talk.say(&format!("fact {}", group.join(" ")));
            talk.leaves_the_rest_open(group);
        }
        talk
    }

    fn say(&mut self, line: &str) -> String {
        let reply = self.dialogue.answer(line);
        assert!(!reply.text.contains("Not done"), "{line}: {}", reply.text);
        reply.text
    }

    /// Answers by number as long as a question is open that the facts answer.
    fn answers(&mut self, group: &[&str]) {
        let facts = parse_facts(book(), &context(), group).unwrap();
        while let Some(id) = View::of(book(), self.dialogue.session().case()).question {
            let Some(given) = facts.answers.get(id) else { return };
            let value = book().value(id, given);
            let answers = &book().question(id).unwrap().answers;
            let number = |name: &str| {
                let place = answers.iter().position(|answer| answer.id == name);
                place.map_or("0".to_owned(), |place| (place + 1).to_string())
            };
            let joint = if value.contains('+') { "+" } else { "," };
            let numbers: Vec<String> = value.split(joint).map(number).collect();
            self.say(&numbers.join(joint));
        }
    }

    /// What the facts do not say stays open; a region that they do not name is that of the first level.
    fn leaves_the_rest_open(&mut self, group: &[&str]) {
        let facts = parse_facts(book(), &context(), group).unwrap();
        let level = facts.context.levels.iter().find_map(|fact| fact.level);
        while let Some(id) = View::of(book(), self.dialogue.session().case()).question {
            let answers = &book().question(id).unwrap().answers;
            let there = |level: Level| {
                let place = answers.iter().position(|one| one.levels.contains(&level.to_string()));
                place.map(|place| (place + 1).to_string())
            };
            self.open = true;
            self.say(&level.and_then(there).unwrap_or_else(|| "0".to_owned()));
        }
    }

    /// Whether an answer among the facts fell away because it is not asked.
    fn dropped(&self, case: &Case) -> bool {
        let kept = self.dialogue.session().case().procedures();
        let read = |group: &Vec<&str>| parse_facts(book(), &context(), group).unwrap().answers;
        let given: Vec<Answers> = case.groups().iter().map(read).collect();
        given.iter().zip(&kept).any(|(given, kept)| *given != kept.answers)
    }

    fn answer_object(&mut self) -> Value {
        let text = self.say("export json");
        let (start, end) = (text.find('{').unwrap(), text.rfind('}').unwrap());
        let mut value: Value = serde_json::from_str(&text[start..=end]).unwrap();
        value.as_object_mut().unwrap().shift_remove("notice");
        value
    }
}

/// What `epipath code ... --json` says: the result of the same facts, read as it reads them.
fn by_command(case: &Case, setting: &str, payer: &str) -> Value {
    let words = case.words(setting, payer).into_iter();
    let words: Vec<String> = words
        .map(|word| if word == "--and" { AND.to_owned() } else { word })
        .collect();
    let case = parse_case(book(), Context::on(DATE.parse().unwrap()), &words).unwrap();
    serde_json::to_value(session_result(book(), &case.procedures, &case.context)).unwrap()
}

fn problems(case: &Case) -> Vec<String> {
    let mut talk = Talk::works_out(case);
    let one = |(setting, payer)| {
        talk.say(&format!("setting {setting}"));
        talk.say(&format!("payer {payer}"));
        let (object, told) = (talk.answer_object(), by_command(case, setting, payer));
        let mut wrong = Got::of_json(&object).against(case, setting, payer);
        // The command line also uses an answer that nobody is asked for; here it falls away.
        if talk.open || talk.dropped(case) {
            return wrong;
        }
        let keys = told
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| told[*key] != object[*key]);
        wrong.extend(keys.map(|key| format!("{}, {setting}, {payer}: {key} is not that of epipath code", case.name)));
        wrong
    };
    // The other settings are the same walk; the steps of a session take them all.
    case.claims()
        .filter(|(setting, _)| *setting == "professional")
        .flat_map(one)
        .collect()
}

#[test]
fn every_case_through_line_mode() {
    judge(on_threads(problems));
}
