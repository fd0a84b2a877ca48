//! Options of the trainer's commands.

use std::path::PathBuf;

use clap::Args as ClapArgs;

/// Arguments of `drill`.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "What was handed in is kept in training.yaml in the data directory of the system (EPIPATH_DATA_DIR names \
                        another folder): scores and dates, no names, no answers. It may be removed."
)]
pub struct DrillArgs {
    /// The case to begin with [default: what is due again, else the first one that was never solved]
    pub case: Option<String>,
    /// Ask and answer in plain lines
    #[arg(long)]
    pub plain: bool,
}

/// Arguments of `demo`.
#[derive(Debug, ClapArgs)]
pub struct DemoArgs {
    /// Lessons or cases, in order; without one, the lessons are listed
    #[arg(value_name = "LESSON|CASE")]
    pub cases: Vec<String>,
    /// Print the notes for a class, with lines to write on, and nothing of the answers
    #[arg(long, requires = "cases")]
    pub handout: bool,
    /// Print the answers of the handout too
    #[arg(long, requires = "handout")]
    pub answers: bool,
    /// Ask and answer in plain lines
    #[arg(long)]
    pub plain: bool,
}

/// Arguments of `exam`.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "On a terminal the exam has the full screen; in lines (--plain, pipes, screen readers) it has no time limit. The \
                        same seed asks the same cases in the same order on every machine with the same pack. An exam that is left \
                        is not kept. Exit codes: 0 passed, 3 not passed or left."
)]
pub struct ExamArgs {
    /// The exam; without one, the exams are listed
    #[arg(value_name = "EXAM")]
    pub exam: Option<String>,
    /// What draws the cases, a whole number
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How long it may take; 0: as long as it takes [default: as the exam says]
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u16).range(0..=999))]
    pub minutes: Option<u16>,
    /// Only say which cases would be asked
    #[arg(long)]
    pub list: bool,
    /// Write the result sheet as JSON into this new file
    #[arg(long, value_name = "FILE")]
    pub sheet: Option<PathBuf>,
    /// Ask and answer in plain lines
    #[arg(long)]
    pub plain: bool,
}

/// Arguments of `progress`.
#[derive(Debug, ClapArgs)]
pub struct ProgressArgs {
    /// Print one JSON object and nothing else
    #[arg(long)]
    pub json: bool,
}
