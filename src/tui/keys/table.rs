//! The table itself.

use std::borrow::Cow;

use super::command::{Command, Place};
use super::key::Key;
use crate::tui::result::Tab;

/// One row of the key table.
#[derive(Debug, Clone)]
pub struct Binding {
    /// What it does.
    pub command: Command,
    /// The keys; the first one is shown in the footer.
    pub keys: Cow<'static, [Key]>,
    /// Where it works.
    pub places: Cow<'static, [Place]>,
    /// Word in the footer.
    pub hint: &'static str,
    /// Where the footer shows it.
    pub hinted: &'static [Place],
    /// Importance in the footer: the greatest number is dropped first, 0 never.
    pub rank: u8,
    /// What it does, in a sentence.
    pub help: &'static str,
}

use Place::{
    Card, Checklist, Claim, Compare, Details, Export, Levels, List, Modifiers, Question, Reading, Result, Small, Typing,
};

const TABS: &[Place] = &[Result, Checklist, Modifiers, Claim];
const CASE: &[Place] = &[Question, Result, Checklist, Modifiers, Claim];
const LAYERS: &[Place] = &[Reading, Card, List, Details, Levels, Export, Compare];
const ROWS: &[Place] = &[
    Question, Result, Checklist, Modifiers, Claim, Reading, Card, List, Details, Levels, Export, Compare,
];
const SHELF: &[Place] = &[Question, Result, Checklist, Modifiers, Claim, Reading, Card];
const RULES: &[Place] = &[
    Question, Result, Checklist, Modifiers, Claim, Reading, Card, List, Details,
];
const NOWHERE: &[Place] = &[];
const ALL: &[Place] = &[
    Question, Result, Checklist, Modifiers, Claim, Reading, Card, List, Details, Levels, Export, Compare, Typing, Small,
];

/// The digit of the last tab.
const LAST_TAB: char = Tab::LAST.digit();

const fn row(
    command: Command,
    keys: &'static [Key],
    places: &'static [Place],
    foot: (&'static str, &'static [Place], u8),
    help: &'static str,
) -> Binding {
    let (hint, hinted, rank) = foot;
    Binding {
        command,
        keys: Cow::Borrowed(keys),
        places: Cow::Borrowed(places),
        hint,
        hinted,
        rank,
        help,
    }
}

/// Every binding, in the order in which help and footer show them.
#[rustfmt::skip]
pub(super) static TABLE: &[Binding] = &[
    row(Command::Choose, &[Key::Run('1', '9', 0), Key::Run('A', 'D', 9)], &[Question, Details, Export, Compare], ("choose", &[Question, Details, Export, Compare], 1),
        "Takes the answer or the code of that number; from the tenth on, of that capital letter."),
    row(Command::NotDocumented, &[Key::Char('0')], &[Question], ("not documented", &[Question], 12),
        "Answers \"not documented\": the note does not say."),
    row(Command::Mark, &[Key::Space], &[Question], ("mark", &[Question], 11),
        "Marks an answer as one of several the note leaves open; all that are marked are then taken together."),
    row(Command::Take, &[Key::Enter], &[Question], ("take", &[Question], 8),
        "Takes the answer under the mark, or all marked ones as \"one of these\"."),
    row(Command::Take, &[Key::Enter], &[List, Details, Typing], ("take", &[List, Details, Typing], 2),
        "Takes the row under the mark; a detail moves to its next choice."),
    row(Command::Take, &[Key::Enter], &[Card], ("open, fold", &[Card], 2),
        "Opens the section under the mark, or folds it."),
    row(Command::Mark, &[Key::Space], &[Compare], ("mark", &[Compare], 2),
        "Marks a code, so that several are compared at once."),
    row(Command::Take, &[Key::Enter], &[Compare], ("take", &[Compare], 2),
        "Compares with the code under the mark, or with all that are marked; from the table, opens the card of the last code."),
    row(Command::TakeAll, &[Key::Char('+')], &[Question], ("all are true", &[Question], 2),
        "Takes all marked answers as true together; the pack says which one decides."),
    row(Command::Tab, &[Key::Run('1', LAST_TAB, 0)], TABS, ("tab", TABS, 2),
        "Shows the tab of that number."),
    row(Command::NextTab, &[Key::Tab], TABS, ("next tab", NOWHERE, 9),
        "Shows the next tab."),
    row(Command::PreviousTab, &[Key::BackTab], TABS, ("tab before", NOWHERE, 9),
        "Shows the tab before."),
    row(Command::NextTab, &[Key::Tab], &[Card], ("next section", &[Card], 5),
        "Moves to the next section."),
    row(Command::PreviousTab, &[Key::BackTab], &[Card], ("section before", NOWHERE, 9),
        "Moves to the section before."),
    row(Command::Toggle, &[Key::Space], &[Checklist, Modifiers], ("tick", &[Checklist, Modifiers], 1),
        "Ticks the item under the mark; puts the modifier on the line or takes it off."),
    row(Command::LeftSide, &[Key::Char('l')], &[Levels], ("left", &[Levels], 2),
        "Marks the level under the mark as done on the left; once more takes it off."),
    row(Command::RightSide, &[Key::Char('r')], &[Levels], ("right", &[Levels], 2),
        "Marks the level under the mark as done on the right; once more takes it off."),
    row(Command::BothSides, &[Key::Char('b')], &[Levels], ("both", &[Levels], 2),
        "Marks the level under the mark as done on both sides; once more takes it off."),
    row(Command::NoSide, &[Key::Char('m')], &[Levels], ("no side", &[Levels], 3),
        "Marks the level under the mark as entered, without a side: an entry between the laminae, or a side not documented."),
    row(Command::NextSide, &[Key::Space], &[Levels], ("cycle", &[Levels], 3),
        "Moves the level under the mark on: left, right, both, none."),
    row(Command::Down, &[Key::Down, Key::Char('j')], ROWS, ("move", &[Checklist, Modifiers, Reading, Card, List, Details, Levels], 10),
        "Moves down a row."),
    row(Command::Up, &[Key::Up, Key::Char('k')], ROWS, ("up", NOWHERE, 13),
        "Moves up a row."),
    row(Command::Begin, &[Key::Tab], &[Typing], ("start with it", &[Typing], 3),
        "Starts a case with the answers that the row under the mark stands for; undo brings the case before back."),
    row(Command::Down, &[Key::Down], &[Typing], ("move", &[Typing], 6),
        "Moves down a row of what was found."),
    row(Command::Up, &[Key::Up], &[Typing], ("up", NOWHERE, 13),
        "Moves up a row of what was found."),
    row(Command::PageDown, &[Key::PageDown, Key::Ctrl('f')], ROWS, ("more", &[Result, Claim, Export], 4),
        "Moves down a page."),
    row(Command::PageUp, &[Key::PageUp, Key::Ctrl('b')], ROWS, ("page up", NOWHERE, 13),
        "Moves up a page."),
    row(Command::First, &[Key::Home, Key::Char('g')], ROWS, ("start", NOWHERE, 13),
        "Moves to the start."),
    row(Command::Last, &[Key::End, Key::Char('G')], ROWS, ("end", NOWHERE, 13),
        "Moves to the end."),
    row(Command::Back, &[Key::Esc, Key::Left, Key::Char('h'), Key::Backspace], CASE, ("back", CASE, 3),
        "Goes back to the question before; every answer stays until it is changed."),
    row(Command::Close, &[Key::Esc, Key::Left, Key::Char('h'), Key::Char('q')], LAYERS, ("close", LAYERS, 1),
        "Closes the layer on top."),
    row(Command::Close, &[Key::Esc], &[Typing], ("close", &[Typing], 1),
        "Closes the find line; anything else typed there is text, never a command."),
    row(Command::Forward, &[Key::Right, Key::Char('l')], CASE, ("forward", NOWHERE, 13),
        "Goes on to the question after, or to the result."),
    row(Command::Default, &[Key::Backspace], &[Details], ("default", &[Details], 4),
        "Returns the detail under the mark to its default."),
    row(Command::Query, &[Key::Char('p')], TABS, ("ask provider", &[Checklist], 4),
        "Shows the question to the provider about what is missing."),
    row(Command::NextCase, &[Key::Char('n')], CASE, ("next case", TABS, 5),
        "Starts the next case; an unfinished one is dropped only after a second press."),
    row(Command::Find, &[Key::Char('/')], ROWS, ("find", CASE, 4),
        "Finds a code or a word; the five digits of a code open its card."),
    row(Command::Why, &[Key::Char('w')], CASE, ("why", &[Question], 6),
        "Says why this question is asked, or why this is the result."),
    row(Command::Why, &[Key::Char('w')], &[List], ("from near", &[List], 2),
        "Looks at a place of the tree from near: why it is asked, its codes, outcomes and rules."),
    row(Command::Compare, &[Key::Char('c')], CASE, ("compare", TABS, 8),
        "Lays the code beside others; says what differs and which answer separates them."),
    row(Command::Compare, &[Key::Char('c')], &[Card], ("compare", &[Card], 6),
        "Lays the code of the card beside others."),
    row(Command::Sources, &[Key::Char('s')], ROWS, ("sources", &[Question, Result, Checklist, Modifiers, Claim, Reading, Card, Compare], 7),
        "Shows the sources of what is in view."),
    row(Command::Answers, &[Key::Char('a')], CASE, ("answers", CASE, 7),
        "Shows every answer so far, those taken for granted too, and goes to one."),
    row(Command::Details, &[Key::Char('d')], CASE, ("details", CASE, 9),
        "Shows purpose, performer, setting, payer and other details, each with its default."),
    row(Command::Levels, &[Key::Char('v')], &[Claim], ("levels", &[Claim], 1),
        "Shows the grid of levels and sides that makes the claim lines."),
    row(Command::Levels, &[Key::Char('v')], &[Question, Result, Checklist, Modifiers], ("levels", &[Result, Checklist, Modifiers], 12),
        "Shows the grid of levels and sides, from C1-C2 to S4."),
    row(Command::NextSetting, &[Key::Char('o')], CASE, ("setting", &[Result, Claim], 6),
        "Changes whose claim it is: the physician's, the surgery center's, the hospital's."),
    row(Command::NextPayer, &[Key::Char('i')], CASE, ("payer", &[Result, Claim], 6),
        "Changes who pays: the CPT rules alone, Medicare, and any payer chosen before."),
    row(Command::Payers, &[Key::Char('I')], &[Question, Result, Checklist, Modifiers, Claim, Details], ("payers", NOWHERE, 12),
        "Shows everybody who may pay: Medicare of each state, and plans; typing narrows the list."),
    row(Command::AddProcedure, &[Key::Char('+')], TABS, ("add procedure", TABS, 12),
        "Adds another procedure of the same session."),
    row(Command::NextProcedure, &[Key::Char(']')], CASE, ("next procedure", CASE, 4),
        "Shows the next procedure of the session."),
    row(Command::PreviousProcedure, &[Key::Char('[')], CASE, ("one before", NOWHERE, 12),
        "Shows the procedure before."),
    row(Command::DropProcedure, &[Key::Char('-')], CASE, ("drop it", CASE, 12),
        "Takes the procedure shown out of the session; undo brings it back."),
    row(Command::Facts, &[Key::Char(':')], CASE, ("facts", NOWHERE, 12),
        "Shows the case as facts and takes more of them, as they are written on a command line."),
    row(Command::Copy, &[Key::Char('y')], TABS, ("send code", TABS, 10),
        "Sends the code to the terminal's clipboard."),
    row(Command::Copy, &[Key::Char('y')], &[Export], ("send", &[Export], 1),
        "Sends the text in view to the terminal's clipboard."),
    row(Command::CopyLines, &[Key::Char('Y')], TABS, ("send lines", NOWHERE, 11),
        "Sends the claim lines to the terminal's clipboard."),
    row(Command::WriteFile, &[Key::Char('w')], &[Export], ("write a file", &[Export], 2),
        "Writes the text in view into a new file in the folder you started from."),
    row(Command::Export, &[Key::Char('e')], TABS, ("export", TABS, 9),
        "Shows the result as text, TSV, CSV, JSON or Markdown, to send or to write into a file."),
    row(Command::Receipt, &[Key::Char('R')], TABS, ("receipt", NOWHERE, 12),
        "Shows the receipt: one line that holds facts, pack and result, for epipath replay."),
    row(Command::WhatIf, &[Key::Char('x')], CASE, ("what if", CASE, 10),
        "Tries another answer and shows what it would change; nothing is kept unless taken."),
    row(Command::Tree, &[Key::Char('t')], CASE, ("tree", CASE, 11),
        "Shows the whole decision tree with the way of this case lit."),
    row(Command::Favorite, &[Key::Char('f')], &[Card, List], ("favorite", &[Card], 6),
        "Makes the card in view a favorite of yours, or no longer one."),
    row(Command::Note, &[Key::Char('N')], &[Card, List], ("note", &[Card], 8),
        "Takes a note of yours on the card in view; nothing about a patient belongs in it."),
    row(Command::Shelf, &[Key::Char('F')], SHELF, ("shelf", NOWHERE, 13),
        "Shows your shelf: favorites, cards opened last, notes, and the screen to start with."),
    row(Command::Report, &[Key::Char('!')], RULES, ("report", &[Card], 9),
        "Takes down what is wrong with the rule in view, in a file on this computer; nothing is sent."),
    row(Command::Undo, &[Key::Char('u')], CASE, ("undo", NOWHERE, 13),
        "Takes the last step back, whatever it was."),
    row(Command::Redo, &[Key::Char('U'), Key::Ctrl('r')], CASE, ("redo", NOWHERE, 13),
        "Does the step again that was last taken back."),
    row(Command::Quit, &[Key::Char('q')], CASE, ("quit", CASE, 5),
        "Leaves; an unfinished case only after a second press."),
    row(Command::Quit, &[Key::Char('q')], &[Small], ("quit", &[Small], 1),
        "Leaves."),
    row(Command::Blank, &[Key::Ctrl('x')], ALL, ("blank", NOWHERE, 13),
        "Blanks the case and the screen at once; no undo brings it back."),
    row(Command::Redraw, &[Key::Ctrl('l')], ALL, ("redraw", NOWHERE, 13),
        "Draws the screen anew."),
    row(Command::Suspend, &[Key::Ctrl('z')], ALL, ("suspend", NOWHERE, 13),
        "Hands the terminal back to the shell; fg returns."),
    row(Command::Interrupt, &[Key::Ctrl('c')], ALL, ("leave", &[Typing], 8),
        "Leaves at once."),
    row(Command::Help, &[Key::Char('?')], ROWS, ("help", ROWS, 0),
        "Shows every key."),
];
