//! The one table of words. Reading a line, the prompt, `help` and the README come from it.

use strum::EnumIter;

/// What a word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter)]
#[expect(missing_docs, reason = "the table says it")]
pub enum Word {
    Again,
    Back,
    Forward,
    Change,
    Undo,
    Redo,
    Why,
    Help,
    Answers,
    Possible,
    Sources,
    Find,
    Card,
    Compare,
    Begin,
    Facts,
    Fact,
    Levels,
    Level,
    Clear,
    Details,
    Setting,
    Payer,
    Code,
    Claim,
    Checklist,
    Modifiers,
    Coverage,
    Reasons,
    Tick,
    Untick,
    Use,
    Drop,
    AddProcedure,
    NextProcedure,
    PreviousProcedure,
    DropProcedure,
    Query,
    WhatIf,
    Tree,
    Copy,
    Export,
    Receipt,
    Shelf,
    Favorite,
    NoFavorite,
    Note,
    DropNote,
    Report,
    Cite,
    Read,
    Evidence,
    NextQuote,
    PreviousQuote,
    Confirm,
    Forget,
    Blank,
    NextCase,
    Done,
    Quit,
}

/// Where a dialogue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter)]
pub enum Place {
    /// At a question.
    Question,
    /// At a code.
    Code,
    /// At a way out of the family.
    Signpost,
    /// At a result that is open.
    Open,
    /// Giving levels.
    Levels,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct WordRow {
    /// What it asks for.
    pub word: Word,
    /// How it is said; the first one is shown.
    pub names: &'static [&'static str],
    /// What stands behind it: nothing, `NAME`, or `[NAME]` where it may be left out.
    pub takes: &'static str,
    /// Where the prompt names it.
    pub hinted: &'static [Place],
    /// What it does, in a sentence.
    pub help: &'static str,
}

impl WordRow {
    /// The word with what stands behind it: `find WORDS`.
    #[must_use]
    pub fn form(&self) -> String {
        let name = self.names.first().copied().unwrap_or_default();
        format!("{name} {}", self.takes).trim_end().to_owned()
    }
}

use Place::{Code, Levels, Open, Question, Signpost};

const NOWHERE: &[Place] = &[];
const RESULT: &[Place] = &[Code, Signpost, Open];

const fn row(
    word: Word,
    names: &'static [&'static str],
    takes: &'static str,
    hinted: &'static [Place],
    help: &'static str,
) -> WordRow {
    WordRow {
        word,
        names,
        takes,
        hinted,
        help,
    }
}

/// Every word, in the order in which prompt and help say them.
#[rustfmt::skip]
static TABLE: &[WordRow] = &[
    row(Word::Claim, &["claim"], "", &[Code], "Says the claim lines, how others read them, and what goes with them or not."),
    row(Word::Checklist, &["checklist"], "[hard or open]", &[Code], "Says what the record must show, numbered, and how far it is; of it the hard items, or those not ticked."),
    row(Word::Modifiers, &["modifiers"], "[MODIFIER]", &[Code], "Says which modifiers apply, may apply or never do; with one, when and why."),
    row(Word::Coverage, &["coverage"], "", &[Code], "Says what the payer is likely to say, rule by rule."),
    row(Word::Code, &["code", "result"], "", NOWHERE, "Says the result again, and what the code means."),
    row(Word::Tick, &["tick"], "NUMBER", NOWHERE, "Ticks an item of the checklist, by its number or name; several at once: tick 1 2 5; tick shown ticks those that the note shows."),
    row(Word::Untick, &["untick"], "NUMBER", NOWHERE, "Takes ticks away."),
    row(Word::Use, &["use"], "MODIFIER", NOWHERE, "Puts a modifier on the lines."),
    row(Word::Drop, &["drop"], "MODIFIER", NOWHERE, "Takes a modifier off the lines."),
    row(Word::Back, &["back"], "", &[Question, Signpost, Open], "Goes back to the question before; every answer stays until it is changed."),
    row(Word::Forward, &["forward"], "", NOWHERE, "Goes on to the question after, or to the result."),
    row(Word::Change, &["change"], "QUESTION", NOWHERE, "Asks an answered question again, such as: change imaging."),
    row(Word::Undo, &["undo"], "", NOWHERE, "Takes the last step back, whatever it was."),
    row(Word::Redo, &["redo"], "", NOWHERE, "Does the step again that was last taken back."),
    row(Word::Why, &["why"], "", &[Question], "Says why this question is asked and what each answer carries; at a result, why it is the result."),
    row(Word::Reasons, &["reasons"], "", RESULT, "Says each answer with its reason, and what ruled every other code out."),
    row(Word::Answers, &["answers"], "", NOWHERE, "Says every answer so far, those taken for granted too."),
    row(Word::Possible, &["possible"], "", NOWHERE, "Says the codes still possible, and what struck each of the others."),
    row(Word::Sources, &["sources"], "[NAME]", NOWHERE, "Says the sources of the question or of the result; with a name, one source."),
    row(Word::Find, &["find"], "WORDS", &[Question], "Finds a code, a word, slang, an old code, or an answer to a question in plain words."),
    row(Word::Card, &["card"], "[CODE] [SECTION]", &[Code, Signpost], "Says the card of a code or signpost in brief and names its sections; with a word of a heading, that section: card CODE units; with all, every line. Without a code, that of the result."),
    row(Word::Compare, &["compare"], "CODES", NOWHERE, "Says what separates codes, two or more with a blank between."),
    row(Word::Levels, &["levels"], "", NOWHERE, "Asks for levels and sides, one a line."),
    row(Word::Level, &["level"], "LEVEL SIDE", NOWHERE, "Gives a level its side: level L4-L5 left; right, both, not-documented or no side."),
    row(Word::Done, &["done"], "", &[Levels], "Ends the giving of levels."),
    row(Word::Details, &["details"], "", NOWHERE, "Says purpose, performer, setting, payer and other details, each with what it may be."),
    row(Word::Setting, &["setting"], "[SETTING]", NOWHERE, "Changes whose claim it is: professional, asc or hospital."),
    row(Word::Payer, &["payer"], "[PAYER]", NOWHERE, "Changes who pays: cpt, medicare, medicare:TX or a plan; alone, says who there is."),
    row(Word::Facts, &["facts"], "", NOWHERE, "Says the case as facts, as they are written on a command line."),
    row(Word::Fact, &["fact"], "NAME=VALUE", NOWHERE, "Takes facts; NAME=VALUE alone does it too."),
    row(Word::Clear, &["clear"], "NAME", NOWHERE, "Takes an answer, a level or a fact back, such as: clear imaging, clear L4-L5."),
    row(Word::Query, &["query"], "", &[Open], "Says the neutral question to the provider about what is missing or open."),
    row(Word::WhatIf, &["what if"], "QUESTION=ANSWER", NOWHERE, "Says what another answer would change; nothing is kept."),
    row(Word::Tree, &["tree"], "[all]", NOWHERE, "Says the way of this case through the tree; with all, the whole tree."),
    row(Word::Copy, &["copy"], "", NOWHERE, "Says the claim lines as they are typed into a claim; nothing is sent anywhere."),
    row(Word::Export, &["export"], "[FORMAT]", NOWHERE, "Says the result as text, csv, json, markdown or html."),
    row(Word::Receipt, &["receipt"], "", NOWHERE, "Says one line that holds facts, pack and result, for epipath replay."),
    row(Word::AddProcedure, &["add procedure"], "", NOWHERE, "Adds another procedure of the same session."),
    row(Word::NextProcedure, &["next procedure"], "", NOWHERE, "Goes to the next procedure of the session."),
    row(Word::PreviousProcedure, &["previous procedure"], "", NOWHERE, "Goes to the procedure before."),
    row(Word::DropProcedure, &["drop procedure"], "", NOWHERE, "Takes this procedure out of the session; undo brings it back."),
    row(Word::Begin, &["begin"], "WORDS", NOWHERE, "Begins another case from a line of facts or of note words, such as: begin lumbar TFESI L4-5 left."),
    row(Word::Shelf, &["shelf", "favorites"], "[NAME=VALUE]", NOWHERE, "Says what you keep: favorites, cards opened last, notes; start=shelf or start=question sets what is said first, remember=yes or remember=no whether cards opened are kept."),
    row(Word::Favorite, &["favorite"], "[CODE]", NOWHERE, "Makes a code or signpost a favorite of yours; without one, that of the result."),
    row(Word::NoFavorite, &["no favorite"], "[CODE]", NOWHERE, "Takes a favorite off."),
    row(Word::Note, &["note"], "[CODE] [WORDS]", NOWHERE, "Keeps a note of yours on the card of a code or signpost; without words, says it. Nothing about a patient belongs in it."),
    row(Word::DropNote, &["drop note"], "[CODE]", NOWHERE, "Takes a note away."),
    row(Word::Report, &["report"], "[RULE WORDS]", NOWHERE, "Takes down what is wrong with a rule, in a file on this computer; alone, says the rules in view, numbered. Nothing is sent."),
    row(Word::Cite, &["cite"], "[on or off]", NOWHERE, "Says the names of the sources with each rule, or no longer; sources says them in full."),
    row(Word::Read, &["read"], "[FILE]", NOWHERE, "Reads a procedure note from a text file; alone, from the lines that follow, up to one that holds a single point. Its words are said at each question; nothing is taken from it unless you say so."),
    row(Word::Evidence, &["evidence"], "[all]", NOWHERE, "Says the words of the note for this question again; with all, everything that was read in it."),
    row(Word::NextQuote, &["next quote"], "", NOWHERE, "Says the next place of the note for this question, with the words around it."),
    row(Word::PreviousQuote, &["previous quote"], "", NOWHERE, "Says the place of the note before."),
    row(Word::Confirm, &["confirm"], "", NOWHERE, "Takes what the note suggests: the answer, or the levels at a result. An empty line takes it too, if it is strong; yes takes a weak one."),
    row(Word::Forget, &["forget"], "", NOWHERE, "Drops the note from memory; the answers stay."),
    row(Word::Again, &["again"], "", NOWHERE, "Says the question or the result again; so does an empty line where no note suggests anything."),
    row(Word::Blank, &["blank"], "", NOWHERE, "Drops the case at once; no undo brings it back."),
    row(Word::NextCase, &["next case"], "", RESULT, "Starts the next case; an unfinished one is dropped only when asked twice."),
    row(Word::Help, &["help", "?"], "[WORD]", &[Question, Levels], "Says every word, or what one word does."),
    row(Word::Quit, &["quit", "exit"], "", &[Question, Code, Signpost, Open], "Ends with a summary; an unfinished case only when asked twice."),
];

/// Every word, in the order in which prompt and help say them.
#[must_use]
pub fn word_table() -> &'static [WordRow] {
    TABLE
}

/// A line that begins with a word, and what stands behind it.
#[derive(Debug, Clone, Copy)]
pub struct Heard<'a> {
    /// The row of the word.
    pub row: &'static WordRow,
    /// The rest of the line.
    pub rest: &'a str,
}

/// The word that a line begins with; of two that fit the longer.
#[must_use]
pub fn heard(line: &str) -> Option<Heard<'_>> {
    let fits = word_table().iter().flat_map(|row| {
        let behind = |name: &&str| {
            Some((
                name.len(),
                Heard {
                    row,
                    rest: behind(line, name)?,
                },
            ))
        };
        row.names.iter().filter_map(behind)
    });
    fits.max_by_key(|(length, _)| *length).map(|(_, heard)| heard)
}

/// What stands behind a name at the start of a line.
fn behind<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = line.trim();
    for part in name.split(' ') {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if !word.eq_ignore_ascii_case(part) {
            return None;
        }
        rest = after.trim_start();
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use strum::IntoEnumIterator as _;

    use super::*;

    #[test]
    fn every_word_has_one_row_and_every_name_one_meaning() {
        let mut names = BTreeSet::new();
        for row in word_table() {
            assert!(!row.names.is_empty() && row.help.ends_with('.'), "{row:?}");
            for name in row.names {
                assert!(names.insert(*name), "{name}");
                assert_eq!(*name, name.to_ascii_lowercase());
                let found = heard(name).map(|heard| (heard.row.word, heard.rest));
                assert_eq!(found, Some((row.word, "")), "{name}");
            }
        }
        for word in Word::iter() {
            assert_eq!(
                word_table().iter().filter(|row| row.word == word).count(),
                1,
                "{word:?}"
            );
        }
    }

    #[test]
    fn every_place_is_told_a_way_out() {
        for place in Place::iter() {
            let hinted = |word| {
                word_table()
                    .iter()
                    .any(|row| row.word == word && row.hinted.contains(&place))
            };
            assert!(hinted(Word::Quit) || hinted(Word::Done), "{place:?}");
        }
    }

    #[test]
    fn the_longer_word_wins_and_case_does_not_matter() {
        let word = |line| heard(line).map(|heard| (heard.row.word, heard.rest));
        assert_eq!(word("Drop  Procedure"), Some((Word::DropProcedure, "")));
        assert_eq!(word("drop 59"), Some((Word::Drop, "59")));
        assert_eq!(word("  FIND  c-arm views "), Some((Word::Find, "c-arm views")));
        assert_eq!(word("what if imaging=ct"), Some((Word::WhatIf, "imaging=ct")));
        assert_eq!(word("what"), None);
        assert_eq!(word("backwards"), None);
    }
}
