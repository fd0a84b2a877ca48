//! What a key can ask for, and where.

use strum::{Display, EnumIter, EnumString, IntoStaticStr, VariantNames};

/// What a key can ask for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, EnumString, IntoStaticStr, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Command {
    /// Takes the answer of that number.
    Choose,
    /// Answers "not documented".
    NotDocumented,
    /// Marks the focused answer as one of several.
    Mark,
    /// Takes the focused row, or all that are marked as "one of these".
    Take,
    /// Takes all that are marked as "all of these".
    TakeAll,
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Back to the question before.
    Back,
    /// On to the question after.
    Forward,
    /// Takes the last step back.
    Undo,
    /// Does the last undone step again.
    Redo,
    /// Shows the tab of that number.
    Tab,
    /// Shows the next tab.
    NextTab,
    /// Shows the tab before.
    PreviousTab,
    /// Ticks the focused item, or puts the focused modifier on the line.
    Toggle,
    /// Shows the question to the provider.
    Query,
    /// Finds a code or a word.
    Find,
    /// Begins a case with what was found.
    Begin,
    /// Says why.
    Why,
    /// Shows the sources of what is in view.
    Sources,
    /// Shows the answers so far.
    Answers,
    /// Shows the details panel.
    Details,
    /// Shows the grid of levels and sides.
    Levels,
    /// Shows the case as facts, and takes more of them.
    Facts,
    /// Changes whose claim it is.
    NextSetting,
    /// Changes who pays.
    NextPayer,
    /// Shows everybody who may pay.
    Payers,
    /// Adds another procedure of the same session.
    AddProcedure,
    /// Shows the next procedure.
    NextProcedure,
    /// Shows the procedure before.
    PreviousProcedure,
    /// Takes the procedure shown away.
    DropProcedure,
    /// Sends what is in view to the clipboard.
    Copy,
    /// Sends the claim lines to the clipboard.
    CopyLines,
    /// Shows the result as something to take along.
    Export,
    /// Shows the receipt of the case.
    Receipt,
    /// Writes what is in view into a new file.
    WriteFile,
    /// Marks the left side of the focused level.
    LeftSide,
    /// Marks the right side of the focused level.
    RightSide,
    /// Marks both sides of the focused level.
    BothSides,
    /// Marks the focused level without a side.
    NoSide,
    /// Marks the next side of the focused level.
    NextSide,
    /// Shows the tree as a map.
    Tree,
    /// Lays codes side by side.
    Compare,
    /// Tries another answer.
    WhatIf,
    /// Shows what the person keeps: favorites, cards opened, notes.
    Shelf,
    /// Makes the card in view a favorite, or none.
    Favorite,
    /// Takes a note on the card in view.
    Note,
    /// Takes down what is wrong with the rule in view.
    Report,
    /// Returns a detail to its default.
    Default,
    /// Closes the layer on top.
    Close,
    /// Starts the next case.
    NextCase,
    /// Starts the drill, or ends it.
    Drill,
    /// Shows the exams.
    Exam,
    /// Flags the case of an exam for later, or takes the flag off.
    Flag,
    /// Hands the exam in.
    Submit,
    /// Shows the whole note.
    CaseNote,
    /// Takes a procedure note in.
    ReadNote,
    /// Moves between pasting and the name of a file.
    SwitchInput,
    /// To the next words of the note that bear on the question.
    NextQuote,
    /// To the words before.
    PreviousQuote,
    /// Shows everything that was found in the note.
    Evidence,
    /// Ticks every item that the note shows.
    TickShown,
    /// Gives the next hint.
    Hint,
    /// Takes what the case comes to as a line.
    TypeLines,
    /// Marks the words of the note that decide.
    SpotFork,
    /// Shows every teaching case.
    Cases,
    /// Shows what goes wrong most.
    WeakAxes,
    /// Hands the answer in.
    HandIn,
    /// Starts the same case again.
    Again,
    /// To the word before.
    PreviousWord,
    /// To the word after.
    NextWord,
    /// Shows the answer of a demonstration.
    Reveal,
    /// Shows the case before.
    PreviousCase,
    /// Shows every key.
    Help,
    /// Blanks the case and the screen.
    Blank,
    /// Draws the screen anew.
    Redraw,
    /// Leaves.
    Quit,
    /// Leaves at once.
    Interrupt,
    /// Hands the terminal back for a while.
    Suspend,
}

impl Command {
    /// Whether it moves the focus or scrolls, and nothing else.
    #[must_use]
    pub const fn moves(self) -> bool {
        matches!(
            self,
            Self::Up | Self::Down | Self::PageUp | Self::PageDown | Self::First | Self::Last
        )
    }

    /// Whether it means something only in an exam.
    #[must_use]
    pub const fn examines(self) -> bool {
        matches!(self, Self::Flag | Self::Submit)
    }

    /// Whether it means something only while a teaching case is worked on.
    #[must_use]
    pub const fn drills(self) -> bool {
        matches!(
            self,
            Self::Hint | Self::TypeLines | Self::SpotFork | Self::Cases | Self::WeakAxes | Self::HandIn | Self::Again
        )
    }
}

impl Place {
    /// Whether what is typed there is text.
    #[must_use]
    pub const fn types(self) -> bool {
        matches!(self, Self::Typing | Self::Giving)
    }
}

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, Display)]
pub enum Place {
    /// A question of the path.
    #[strum(to_string = "On a question")]
    Question,
    /// A tab of the result that is read.
    #[strum(to_string = "On the result")]
    Result,
    /// The tab with items to tick.
    #[strum(to_string = "On the checklist")]
    Checklist,
    /// The tab with modifiers.
    #[strum(to_string = "On the modifiers")]
    Modifiers,
    /// The tab with the claim lines.
    #[strum(to_string = "On the claim")]
    Claim,
    /// A layer that is read.
    #[strum(to_string = "In a text layer")]
    Reading,
    /// The card of a code or of a signpost.
    #[strum(to_string = "On a card")]
    Card,
    /// A layer whose rows can be taken.
    #[strum(to_string = "In a list")]
    List,
    /// A layer whose rows have numbered choices.
    #[strum(to_string = "In the details")]
    Details,
    /// The grid of levels and sides.
    #[strum(to_string = "In the levels")]
    Levels,
    /// The result as something to take along.
    #[strum(to_string = "In the export")]
    Export,
    /// Codes to compare, and codes side by side.
    #[strum(to_string = "In the comparison")]
    Compare,
    /// The note, a hint or the mark of a teaching case.
    #[strum(to_string = "On a note, a hint or a mark of the drill")]
    Drill,
    /// The note of a teaching case, word by word.
    #[strum(to_string = "While marking the words that decide")]
    Spot,
    /// A procedure note that was read, and what was found in it.
    #[strum(to_string = "On a note that was read")]
    Note,
    /// A procedure note that is being given.
    #[strum(to_string = "While a note is given")]
    Giving,
    /// A teaching case step by step.
    #[strum(to_string = "In a demonstration")]
    Demo,
    /// The find line.
    #[strum(to_string = "While finding")]
    Typing,
    /// A window too small for any screen.
    #[strum(to_string = "In a window that is too small")]
    Small,
}
