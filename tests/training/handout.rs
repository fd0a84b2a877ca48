//! A lesson on paper: every note, at 80 columns, and nothing of the answers unless they are asked for.

use epipath::report::training::handout;

use crate::desk::teaching;
use crate::support::book;

#[test]
fn a_handout_has_every_note_and_the_answers_only_when_asked() {
    for lesson in &teaching().lessons.lessons {
        let cases: Vec<_> = lesson.cases.iter().map(|id| teaching().case(id).unwrap()).collect();
        let asked = handout(book(), &lesson.title, &cases, false).to_string();
        let answered = handout(book(), &lesson.title, &cases, true).to_string();
        assert_ne!(asked, answered);
        for text in [&asked, &answered] {
            assert!(text.is_ascii() && text.starts_with(&lesson.title), "{text}");
            assert!(text.lines().all(|line| line.len() <= 80), "{text}");
        }
        for case in &cases {
            assert!(asked.contains(case.note.trim_end()), "{}\n{asked}", case.id);
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let teaches = words(&case.fork.teaches);
            assert!(words(&answered).contains(&teaches), "{}\n{answered}", case.id);
            assert!(!words(&asked).contains(&teaches), "{}\n{asked}", case.id);
            let told = |code: &String| asked.contains(code) && !case.note.contains(code);
            assert!(!case.result.code.iter().any(told), "{}\n{asked}", case.id);
        }
        assert_eq!(asked.matches("Code and lines").count(), cases.len());
    }
}
