//! How many rows of facts a second `epipath batch` answers, and how much memory it holds while it does: rows as a practice has
//! them, many of them alike, and rows of which hardly two are. Run with `cargo bench --bench batch`; numbers of rows may
//! follow after `--`, or stand in `EPIPATH_BATCH_ROWS`, separated by commas.
//!
//! `processor` is the time that the program itself was at work, on its one thread: what one core does. `elapsed` also holds
//! the making of the rows and the reading of the answers, which share the machine with it.

mod rows;
mod run;

use std::io::Write as _;

use rows::Mix;
use run::Run;

/// A practice's day, a payer's day, and years of claims.
const SIZES: [u64; 3] = [1_000, 100_000, 10_000_000];
/// Up to so many rows are read from a file as well: what lies ready costs nothing to make.
const FROM_FILE: u64 = 1_000_000;

fn main() {
    println!(
        "{:<9} {:<5} {:>10} {:>9} {:>10} {:>11} {:>8} {:>9}",
        "rows", "from", "number", "elapsed", "processor", "rows/s core", "memory", "distinct"
    );
    for rows in sizes() {
        for mix in [Mix::Practice, Mix::Distinct] {
            // What does not repeat takes its time; a million such rows tell as much as ten.
            let rows = if mix == Mix::Distinct {
                rows.min(FROM_FILE)
            } else {
                rows
            };
            tell(mix, "pipe", rows, &run::piped(mix, rows));
            if rows <= FROM_FILE {
                tell(mix, "file", rows, &run::from_file(mix, rows));
            }
        }
    }
}

/// The numbers asked for; one small one where `cargo test --benches` runs it.
fn sizes() -> Vec<u64> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        return vec![SIZES[0]];
    }
    arguments.extend(std::env::var("EPIPATH_BATCH_ROWS"));
    let numbers = arguments.iter().flat_map(|argument| argument.split(','));
    let asked: Vec<u64> = numbers.filter_map(|number| number.parse().ok()).collect();
    if asked.is_empty() { SIZES.to_vec() } else { asked }
}

#[expect(clippy::cast_precision_loss, reason = "figures for reading")]
fn tell(mix: Mix, from: &str, rows: u64, run: &Run) {
    let busy = run.processor.as_secs_f64();
    let rate = if busy < 0.05 {
        // The system counts in hundredths of a second.
        "-".to_owned()
    } else {
        format!("{:.0}", rows as f64 / busy)
    };
    println!(
        "{:<9} {from:<5} {rows:>10} {:>7.2} s {busy:>8.2} s {rate:>11} {:>5.1} MB {:>9}",
        mix.name(),
        run.elapsed.as_secs_f64(),
        run.memory as f64 / 1024.0,
        rows::distinct(mix, rows.min(100_000)),
    );
    let _ = std::io::stdout().flush();
}
