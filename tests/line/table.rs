//! The key table of the full screen and the words of line mode: nothing that can be done there cannot be said here.

use std::collections::BTreeSet;

use epipath::line::training::training_words;
use epipath::line::words::{Word, word_table};
use epipath::tui::Tab;
use epipath::tui::keys::Command;
use strum::IntoEnumIterator as _;

use crate::door::Talk;
use crate::support::book;

/// How a command of the full screen is said.
enum Said {
    /// By one of these words.
    By(&'static [Word]),
    /// By a line that is an answer.
    As(&'static str),
    /// By a word of the trainer.
    Trained(&'static str),
    /// Not at all, and why.
    Never(&'static str),
}

const READ: &str = "The terminal or the screen reader moves through what was said.";
const OWN: &str = "The terminal does it itself, in any program.";

fn said(command: Command) -> Said {
    use Said::{As, By, Never, Trained};
    match command {
        Command::Choose | Command::Take => As("1"),
        Command::NotDocumented => As("0"),
        Command::Mark => As("1,2"),
        Command::TakeAll => As("1+2"),
        Command::Up | Command::Down | Command::PageUp | Command::PageDown | Command::First | Command::Last => {
            Never(READ)
        }
        Command::Close => Never("No layer lies over the case: a word is answered and done with."),
        Command::WriteFile => Never("The output of the program can be sent into a file; export names the command."),
        Command::Interrupt | Command::Suspend => Never(OWN),
        Command::Redraw => By(&[Word::Again]),
        Command::Back => By(&[Word::Back]),
        Command::Forward => By(&[Word::Forward]),
        Command::Undo => By(&[Word::Undo]),
        Command::Redo => By(&[Word::Redo]),
        Command::Tab | Command::NextTab | Command::PreviousTab => By(&[
            Word::Code,
            Word::Claim,
            Word::Checklist,
            Word::Modifiers,
            Word::Coverage,
            Word::Reasons,
        ]),
        Command::Toggle => By(&[Word::Tick, Word::Untick, Word::Use, Word::Drop]),
        Command::Query => By(&[Word::Query]),
        Command::Find => By(&[Word::Find, Word::Card]),
        Command::Begin => By(&[Word::Begin]),
        Command::Why => By(&[Word::Why, Word::Possible]),
        Command::Sources => By(&[Word::Sources, Word::Cite]),
        Command::Answers => By(&[Word::Answers, Word::Change]),
        Command::Details => By(&[Word::Details]),
        Command::Levels => By(&[Word::Levels, Word::Done]),
        Command::LeftSide | Command::RightSide | Command::BothSides | Command::NoSide | Command::NextSide => {
            By(&[Word::Level])
        }
        Command::Facts => By(&[Word::Facts, Word::Fact]),
        Command::NextSetting => By(&[Word::Setting]),
        Command::NextPayer | Command::Payers => By(&[Word::Payer]),
        Command::AddProcedure => By(&[Word::AddProcedure]),
        Command::NextProcedure => By(&[Word::NextProcedure]),
        Command::PreviousProcedure => By(&[Word::PreviousProcedure]),
        Command::DropProcedure => By(&[Word::DropProcedure]),
        Command::Copy | Command::CopyLines => By(&[Word::Copy]),
        Command::Export => By(&[Word::Export]),
        Command::Receipt => By(&[Word::Receipt]),
        Command::Tree => By(&[Word::Tree]),
        Command::Compare => By(&[Word::Compare]),
        Command::WhatIf => By(&[Word::WhatIf]),
        Command::Shelf => By(&[Word::Shelf]),
        Command::Favorite => By(&[Word::Favorite, Word::NoFavorite]),
        Command::Note => By(&[Word::Note, Word::DropNote]),
        Command::Report => By(&[Word::Report]),
        Command::Default => By(&[Word::Clear]),
        Command::NextCase => By(&[Word::NextCase]),
        Command::Help => By(&[Word::Help]),
        Command::Blank => By(&[Word::Blank]),
        Command::Quit => By(&[Word::Quit]),
        Command::Drill => Never("A drill is a program of its own there: epipath drill."),
        Command::Exam => Never("An exam is a program of its own there: epipath exam."),
        Command::Flag => Never("An exam in lines asks each case once, in order."),
        Command::Submit => Never("An exam in lines is handed in case by case; quit ends it with the sheet."),
        Command::CaseNote => Trained("the note"),
        Command::Hint => Trained("hint"),
        Command::TypeLines => Trained("lines"),
        Command::SpotFork => Trained("words"),
        Command::Cases => Trained("cases"),
        Command::WeakAxes => Trained("progress"),
        Command::HandIn => Trained("hand in"),
        Command::Again => Trained("once more"),
        Command::PreviousWord | Command::NextWord => Never("Words that decide are typed, not walked to."),
        Command::ReadNote => By(&[Word::Read, Word::Forget, Word::Confirm]),
        Command::SwitchInput => Never("A file is named behind the word, a paste follows it: nothing is switched."),
        Command::NextQuote => By(&[Word::NextQuote]),
        Command::PreviousQuote => By(&[Word::PreviousQuote]),
        Command::Evidence => By(&[Word::Evidence]),
        Command::TickShown => By(&[Word::Tick]),
        Command::Reveal => Trained("answer"),
        Command::PreviousCase => Trained("previous case"),
    }
}

#[test]
fn every_command_of_the_screen_is_said_or_has_a_reason() {
    let mut silent = BTreeSet::new();
    for command in Command::iter() {
        match said(command) {
            Said::By(words) => assert!(!words.is_empty(), "{command:?}"),
            Said::As(line) => {
                let mut talk = Talk::new(book());
                talk.all(&["4", "1", "1", "1"]);
                let before = talk.dialogue.session().actions().len();
                talk.say(line);
                assert_eq!(
                    talk.dialogue.session().actions().len(),
                    before + 1,
                    "{command:?}: {}",
                    talk.last()
                );
            }
            Said::Trained(word) => {
                let known = training_words().iter().any(|row| row.names.contains(&word));
                assert!(known, "{command:?}: the trainer has no word {word}");
            }
            Said::Never(why) => {
                assert!(why.ends_with('.'));
                silent.insert(format!("{command:?}"));
            }
        }
    }
    let expected = [
        "Close",
        "Down",
        "Drill",
        "Exam",
        "First",
        "Flag",
        "Interrupt",
        "Last",
        "NextWord",
        "PageDown",
        "PageUp",
        "PreviousWord",
        "Submit",
        "Suspend",
        "SwitchInput",
        "Up",
        "WriteFile",
    ];
    assert_eq!(silent.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn every_word_is_that_of_a_command() {
    let words: Vec<Word> = Command::iter()
        .filter_map(|command| match said(command) {
            Said::By(words) => Some(words),
            Said::As(_) | Said::Trained(_) | Said::Never(_) => None,
        })
        .flatten()
        .copied()
        .collect();
    for row in word_table() {
        assert!(words.contains(&row.word), "{:?}", row.word);
    }
}

#[test]
fn every_tab_has_a_word() {
    for tab in Tab::iter() {
        let word = match tab {
            Tab::Code => Word::Code,
            Tab::Claim => Word::Claim,
            Tab::Checklist => Word::Checklist,
            Tab::Modifiers => Word::Modifiers,
            Tab::Coverage => Word::Coverage,
            Tab::Why => Word::Reasons,
        };
        assert!(word_table().iter().any(|row| row.word == word));
    }
}
