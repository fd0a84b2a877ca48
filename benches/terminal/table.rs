//! What the runs came to.

use super::programs::{EPIPATH, Program};
use super::run::Run;

/// Prints a row for each program; ratios are to the first row, key ratios to the row of the program of this repository.
pub(crate) fn print(all: &[(&Program, Vec<Run>)]) {
    let floor = all.first().and_then(|(_, runs)| median(first_frames(runs)));
    let own = all.iter().find(|(program, _)| program.name == "epipath");
    let own = own.and_then(|(_, runs)| median(keys(runs)));
    println!(
        "{:<22} {:>5} {:>12} {:>7} {:>12} {:>11} {:>12}",
        "program", "runs", "first frame", "ratio", "key, frame", "to epipath", "peak memory"
    );
    for (program, runs) in all {
        let (first, key) = (median(first_frames(runs)), median(keys(runs)));
        let memory = median(runs.iter().filter_map(|run| run.memory));
        println!(
            "{:<22} {:>5} {:>12} {:>7} {:>12} {:>11} {:>12}",
            program.name,
            runs.len(),
            told(first.map(|seconds| seconds * 1e3), " ms"),
            told(ratio(first, floor), ""),
            told(key.map(|seconds| seconds * 1e6), " us"),
            told(ratio(key, own), ""),
            told(memory, " MB"),
        );
    }
}

/// Prints the size of the program.
pub(crate) fn print_sizes() {
    if let Ok(file) = std::fs::metadata(EPIPATH) {
        println!("binary: {:.2} MB", mebibytes(file.len()));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a size for reading")]
fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / 1024.0 / 1024.0
}

fn first_frames(runs: &[Run]) -> impl Iterator<Item = f64> {
    runs.iter().map(|run| run.first.as_secs_f64())
}

fn keys(runs: &[Run]) -> impl Iterator<Item = f64> {
    runs.iter()
        .flat_map(|run| &run.keys)
        .map(std::time::Duration::as_secs_f64)
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

fn ratio(value: Option<f64>, to: Option<f64>) -> Option<f64> {
    Some(value? / to?)
}

fn told(value: Option<f64>, unit: &str) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.2}{unit}"))
}
