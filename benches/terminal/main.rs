//! The program in a pseudo-terminal against other programs that ask a question there: start to first frame, key to frame, peak
//! memory; and the size of the binary. Runs are interleaved, medians are told, and what cannot be run says so. Read the ratios:
//! the times belong to the machine. Run with `cargo bench --bench terminal`; it takes less than a minute.

mod programs;
mod pty;
mod run;
mod table;

use std::time::{Duration, Instant};

use programs::Program;
use run::{Run, measure};

/// When to stop starting rounds.
const LONG_ENOUGH: Duration = Duration::from_secs(45);
/// More rounds tell nothing new.
const MOST_ROUNDS: usize = 150;

fn main() {
    // `cargo test --benches` runs it too, with another argument: then once around is enough.
    let rounds = if std::env::args().any(|argument| argument == "--bench") {
        MOST_ROUNDS
    } else {
        1
    };
    let (programs, notes) = programs::all();
    let start = Instant::now();
    let mut runs: Vec<(&Program, Vec<Run>)> = programs.iter().map(|program| (program, Vec::new())).collect();
    let mut done = 0;
    while done < rounds && start.elapsed() < LONG_ENOUGH {
        for (program, runs) in runs.iter_mut().filter(|(program, _)| done % program.every == 0) {
            runs.extend(measure(program));
        }
        done += 1;
    }
    table::print(&runs);
    for note in notes {
        println!("{note}");
    }
    table::print_sizes();
    println!("{done} interleaved rounds in {:.0} s", start.elapsed().as_secs_f64());
}
