//! The commands and their options. Help, completions and the man page are all made from these.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use strum::VariantNames as _;

use crate::report::Format;
use crate::session::SESSION_FACTS;

use super::scrub::Form;
use super::training::{DemoArgs, DrillArgs, ExamArgs, ProgressArgs};

/// From an epidural procedure note to the right CPT code.
///
/// Without a command the full-screen wizard opens: answer with the number keys, `0` where the note does not say, `?` for help.
/// With --plain, and where no terminal can show a screen, the same runs line by line; the word help says every word.
#[derive(Debug, Parser)]
#[command(
    name = "epipath",
    version,
    max_term_width = 100,
    after_help = "Exit codes: 0 a code, 3 a signpost (outside this family or not reported), 4 undetermined, 2 wrong usage, \
                  5 a pack that fails its check, 1 anything unexpected.\nAn aid, not advice. CPT is a trademark of the AMA."
)]
pub struct Args {
    /// Read the pack from this folder instead of the one inside the program [env: `EPIPATH_PACK`]
    #[arg(long, global = true, value_name = "DIR")]
    pub pack: Option<PathBuf>,
    /// Lay the local notes, stops and licensed descriptors of this folder over the pack; they change no code
    /// [env: `EPIPATH_OVERLAY`]
    #[arg(long, global = true, value_name = "DIR")]
    pub overlay: Option<PathBuf>,
    /// Options of the wizard.
    #[command(flatten)]
    pub wizard: WizardArgs,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of the full-screen wizard.
#[derive(Debug, Default, ClapArgs)]
pub struct WizardArgs {
    /// Ask and answer in plain lines, for screen readers, poor terminals and pipes [env: `EPIPATH_PLAIN`]
    #[arg(long)]
    pub plain: bool,
    /// Draw borders with plain ASCII characters [env: `EPIPATH_ASCII`]
    #[arg(long)]
    pub ascii: bool,
    /// Draw without color, as `--theme mono` does (so does the `NO_COLOR` variable)
    #[arg(long, conflicts_with = "theme")]
    pub no_color: bool,
    /// How the screen is colored: auto, dark, light, high-contrast or mono [env: `EPIPATH_THEME`]
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    /// Clear the case after so many minutes without a key; 0 never does [env: `EPIPATH_IDLE_MINUTES`] [default: 10]
    #[arg(long, value_name = "MINUTES")]
    pub idle_minutes: Option<String>,
    /// Date of service; picks the edition of every rule [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Whose claim: professional, asc or hospital [env: `EPIPATH_SETTING`]
    #[arg(long, value_name = "SETTING")]
    pub setting: Option<String>,
    /// Who pays: cpt (code rules only), medicare, or medicare:TX [env: `EPIPATH_PAYER`]
    #[arg(long, value_name = "PAYER")]
    pub payer: Option<String>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Decide from facts, such as: region=lumbar approach=interlaminar imaging=fluoroscopy
    Code(CodeArgs),
    /// Read a procedure note: what it says to each question, with its words, and where that would lead
    Read(ReadArgs),
    /// Check claim lines you already have, such as: 64483-50, 64484 x2
    Scrub(ScrubArgs),
    /// Decide rows of facts, CSV or JSON Lines, one case a row
    Batch(BatchArgs),
    /// Show the card of a code, or of a signpost
    Card(CardArgs),
    /// List the teaching cases, show one, check them, or tell what they cover
    Cases(CasesArgs),
    /// Compare codes side by side, and say which answer separates them
    Compare(CompareArgs),
    /// Find codes, words, old codes, modifiers and answers
    Find(FindArgs),
    /// Work a receipt out again and tell whether anything changed
    Replay(ReplayArgs),
    /// Show the decision tree
    Tree(TreeArgs),
    /// Show the whole logic as a table, one row a class of answers
    Table(TableArgs),
    /// Check a pack or an overlay and print its figures
    Check(CheckArgs),
    /// Learn from teaching cases: a note, your answer, the mark
    Drill(DrillArgs),
    /// Show teaching cases to a class, step by step
    Demo(DemoArgs),
    /// Take an exam: cases drawn by a blueprint and a seed, and a sheet of results
    Exam(ExamArgs),
    /// Show how far the drill is, what is due, and what goes wrong most
    Progress(ProgressArgs),
    /// List the sources
    Sources(SourcesArgs),
    /// Show what you keep beside the program: favorites, cards opened, notes
    Shelf,
    /// Take down what is wrong with a rule, in a log on this computer; without a rule, show the log
    Report(ReportArgs),
    /// Show the notices and the pack in use
    About,
    /// Show every setting and where it comes from
    Config(ConfigArgs),
    /// Show what is used here and why: terminal, config file, pack; nothing of a case, fit for a bug report
    Doctor(DoctorArgs),
    /// Write shell completions
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write the manual page
    Man,
}

impl Command {
    /// Whether it works from the pack and the overlay that are set.
    pub(super) const fn works_from_pack(&self) -> bool {
        !matches!(
            self,
            Self::Config(_) | Self::Doctor(_) | Self::Check(_) | Self::Completions { .. } | Self::Man
        )
    }
}

/// Arguments of `code`.
#[derive(Debug, ClapArgs)]
#[command(after_help = code_help())]
pub struct CodeArgs {
    /// Facts as name=value, or words such as "L4-5 bilateral TFESI fluoro dex"; --and starts another procedure
    #[arg(value_name = "FACT")]
    pub facts: Vec<String>,
    /// Print one JSON object and nothing else
    #[arg(long)]
    pub json: bool,
    /// Write the result in this format
    #[arg(long, value_parser = format_parser(), default_value = "text", conflicts_with = "json")]
    pub format: Format,
    /// Print one line that holds facts, pack and result, for `epipath replay`; nothing of a patient is in it
    #[arg(long, conflicts_with_all = ["json", "format"])]
    pub receipt: bool,
    /// Start another procedure of the same session
    #[arg(long = "and", action = clap::ArgAction::Count)]
    pub and: u8,
}

/// What stands below the help of `code`: the facts of the session, and how a value is written.
fn code_help() -> String {
    let mut help =
        String::from("The questions of `epipath tree` are facts by their names, such as region=lumbar. Beside them:\n");
    for (name, takes) in SESSION_FACTS {
        let _ = writeln!(help, "  {name:<19} {takes}");
    }
    help.push_str(
        "\nA value may be several: a,b means one of these, the note does not say which; a+b means both; \
         not-documented means that the note does not say.\nSeveral procedures of one session are groups separated by \
         --and. `epipath find WORD` finds the fact a word stands for.\nWords without = are read with the glossary, and what \
         was understood is told on stderr: nothing is guessed, what is not said is not documented, and a word that is not \
         understood changes nothing.",
    );
    help
}

/// The formats by name, as the report knows them.
fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::VARIANTS).map(|name| name.parse().unwrap_or_default())
}

/// Arguments of `cases`.
#[derive(Debug, ClapArgs)]
#[command(args_conflicts_with_subcommands = true)]
pub struct CasesArgs {
    /// What narrows the list: words of the title, axis:imaging, code:6232, difficulty:1, state:new; without it, every case
    pub words: Vec<String>,
    /// What to do; without it, list them: never with an answer
    #[command(subcommand)]
    pub what: Option<CasesCommand>,
    /// Print one JSON object and nothing else
    #[arg(long)]
    pub json: bool,
}

/// What is done with teaching cases.
#[derive(Debug, Subcommand)]
pub enum CasesCommand {
    /// Show the note of a case
    Show {
        /// The case, by its name in the list
        id: String,
        /// With the facts, the result, what decides and why
        #[arg(long)]
        answer: bool,
        /// Print one JSON object and nothing else
        #[arg(long)]
        json: bool,
    },
    /// Check the cases of a pack, and the pack with them
    Check {
        /// The folder of the pack [default: the one of --pack, or data]
        dir: Option<PathBuf>,
        /// Check again whenever a file changes, until Ctrl-C
        #[arg(long)]
        watch: bool,
        /// How to write what is found
        #[arg(long, value_enum, default_value = "human")]
        format: FindingFormat,
    },
    /// Tell which answers, outcomes, codes, signposts, disputes and rules the cases take, and what is missing
    #[command(after_help = "Exit codes: 0 complete, 3 something is missing.")]
    Coverage {
        /// Print one JSON object and nothing else
        #[arg(long)]
        json: bool,
    },
}

/// Arguments of `replay`.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "The same result comes out as from `epipath code`, byte for byte. Where the pack has changed the result, what \
                        changed is told instead, and the program ends with 1."
)]
pub struct ReplayArgs {
    /// The receipt, quoted or not; `-` reads it from stdin
    #[arg(required = true, value_name = "RECEIPT")]
    pub receipt: Vec<String>,
    /// Print one JSON object and nothing else
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `read`.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Nothing is decided: what is read are suggestions, each with the words it rests on, and the result holds if every one of \
                  them is confirmed. Names, dates, numbers and the like are masked. The note is held in memory only.\n\
                  A note has at most 200 kB: UTF-8, or Windows-1252 where it is none. In JSON, `start` and `end` of a quote are \
                  bytes of the input as given.\n\
                  Exit codes: 0 a code, 3 outside this family, 4 undetermined, 2 wrong usage or an input that is no note."
)]
pub struct ReadArgs {
    /// The note, a plain text file; `-` reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Whose claim: professional, asc or hospital
    #[arg(long, value_name = "SETTING")]
    pub setting: Option<String>,
    /// Who pays: cpt (code rules only), medicare, medicare:TX, or a coverage policy
    #[arg(long, value_name = "PAYER")]
    pub payer: Option<String>,
    /// Date of service; picks the edition of every rule [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Print one JSON object and nothing else
    #[arg(long)]
    pub json: bool,
    /// Quote the note as it is, with whatever identifies a person; only with --json
    #[arg(long, requires = "json")]
    pub unmasked: bool,
}

/// Arguments of `scrub`.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Lines as text (CODE-50, CODE x2, CODE LT), as CSV (code,modifiers,units,levels) or as JSON (an array of \
                  lines, or the answer of `epipath code --json`). setting=, payer= and date= may stand among them.\n\
                  Exit codes: 0 clean (at most things good to know), 3 something to look at or to mend, 2 unreadable \
                  input."
)]
pub struct ScrubArgs {
    /// Claim lines; none, or `-`, reads standard input
    #[arg(value_name = "LINES")]
    pub lines: Vec<String>,
    /// Read the lines from this file
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// How the lines are written
    #[arg(long, value_enum, default_value = "auto")]
    pub format: Form,
    /// Whose claim: professional, asc or hospital
    #[arg(long, value_name = "SETTING")]
    pub setting: Option<String>,
    /// Who pays: cpt (code rules only), medicare, medicare:TX, or a coverage policy
    #[arg(long, value_name = "PAYER")]
    pub payer: Option<String>,
    /// Date of service; picks the edition of every rule [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Print one JSON object and nothing else
    #[arg(long)]
    pub json: bool,
}

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RowFormat {
    /// Comma-separated values; the first row names the columns
    Csv,
    /// JSON Lines: one object a line
    Jsonl,
}

/// Arguments of `batch`.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Columns and keys are fact names (epipath code --help), and `id`, which is passed through. An empty cell is \
                  a fact not given; a fact that may be repeated, such as `level`, takes several values, separated by a \
                  space or `;`.\nSeveral procedures of one session: a column `facts` that holds them as written for \
                  `epipath code`, with --and between them, or in JSON a key `procedures` with a list of objects.\nA bad row is answered with an \
                  `error` that names its number (the header and blank lines do not count), and the rest goes on.\nExit \
                  codes: 0 every row was read, 2 a row was bad or the input cannot be read."
)]
pub struct BatchArgs {
    /// A file of rows; without it, or as `-`, standard input
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The format of the rows [default: seen from the first byte]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub input: Option<RowFormat>,
    /// The format of the answers
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "jsonl")]
    pub output: RowFormat,
    /// Answer with everything that `epipath code --json` tells
    #[arg(long)]
    pub full: bool,
}

/// Arguments of `card`.
#[derive(Debug, ClapArgs)]
pub struct CardArgs {
    /// A code of the family, an ended code, or the name of a signpost
    pub code: String,
    /// Only the sections whose heading holds these words, such as `units` or `pair`
    #[arg(value_name = "SECTION")]
    pub section: Option<String>,
    /// Print one JSON object and nothing else
    #[arg(long)]
    pub json: bool,
    /// Write pages of 80 columns for a printer, parted by form feeds
    #[arg(long, conflicts_with = "json")]
    pub print: bool,
    /// Write a page for a browser that stands alone
    #[arg(long, conflicts_with_all = ["json", "print"])]
    pub html: bool,
}

/// Arguments of `compare`.
#[derive(Debug, ClapArgs)]
pub struct CompareArgs {
    /// Codes of the family, two or more
    #[arg(required = true, value_name = "CODE")]
    pub codes: Vec<String>,
    /// Print one JSON object and nothing else
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `find`.
#[derive(Debug, ClapArgs)]
pub struct FindArgs {
    /// What to look for
    #[arg(required = true, value_name = "WORDS")]
    pub words: Vec<String>,
    /// Print one JSON object and nothing else
    #[arg(long)]
    pub json: bool,
    /// At most this many hits
    #[arg(long, default_value_t = 10, value_name = "N")]
    pub limit: usize,
}

/// How to write the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TreeFormat {
    /// Indented text
    Text,
    /// A Mermaid flowchart
    Mermaid,
    /// A Graphviz graph
    Dot,
}

/// Arguments of `tree`.
#[derive(Debug, ClapArgs)]
pub struct TreeArgs {
    /// Facts as name=value; the way they go is marked
    #[arg(value_name = "FACT")]
    pub facts: Vec<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: TreeFormat,
}

/// How to write the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// One line a row
    Text,
    /// Comma-separated values
    Csv,
    /// A JSON array
    Json,
}

/// Arguments of `table`.
#[derive(Debug, ClapArgs)]
pub struct TableArgs {
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: TableFormat,
}

/// How to write findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FindingFormat {
    /// With an excerpt and how to fix it
    Human,
    /// `file:line:column: error: message`
    Gnu,
    /// One JSON object
    Json,
}

/// Arguments of `check`.
#[derive(Debug, ClapArgs)]
pub struct CheckArgs {
    /// The folder of a pack or of an overlay [default: data, or the one of --overlay]
    pub dir: Option<PathBuf>,
    /// How to write what is found
    #[arg(long, value_enum, default_value = "human")]
    pub format: FindingFormat,
}

/// Arguments of `sources`.
#[derive(Debug, ClapArgs)]
pub struct SourcesArgs {
    /// Only this source
    pub id: Option<String>,
    /// Print one JSON object and nothing else
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `config`.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "The file is config.yaml in the folder that `epipath shelf` names; EPIPATH_CONFIG_DIR names another folder. \
                  The program only reads it. An option counts more than the environment, the environment more than the file.\n\
                  Keys of the file: theme, ascii, plain, setting, payer, pack, overlay, idle_minutes, keys. Under `keys`, the \
                  name of a command and a list of keys, such as `undo: [z, Ctrl-U]`.\n\
                  Exit codes: 0 the file can be used or there is none, 2 something is wrong with it."
)]
pub struct ConfigArgs {
    /// Show the names of the commands and their keys
    #[arg(long)]
    pub keys: bool,
    /// Print one JSON object and nothing else
    #[arg(long, conflicts_with = "keys")]
    pub json: bool,
}

/// Arguments of `doctor`.
#[derive(Debug, ClapArgs)]
pub struct DoctorArgs {
    /// Print one JSON object and nothing else
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `report`.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Rules: question:NAME, outcome:NAME, finding:NAME, checklist:NAME, modifier:NAME, card:CODE, signpost:NAME, \
                  coverage:POLICY/RULE. Nothing is sent anywhere, and nothing about a patient belongs in the log.\n\
                  The log is reports.log in the folder that `epipath shelf` names; a line holds date, rule, pack and edition, \
                  hash of the pack, and the words, with tabs between them."
)]
pub struct ReportArgs {
    /// The rule, such as modifier:50
    #[arg(value_name = "RULE-ID")]
    pub rule: Option<String>,
    /// What is wrong with it
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    /// Take the words even if they look as if they were about a patient
    #[arg(long)]
    pub anyway: bool,
}
