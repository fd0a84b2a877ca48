//! One run of the program over rows.

use std::fs::{self, File};
use std::io::{BufWriter, Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::rows::{self, Mix};

/// What a run showed.
pub(crate) struct Run {
    /// From the start of the program to its end.
    pub(crate) elapsed: Duration,
    /// The time that it was at work.
    pub(crate) processor: Duration,
    /// The most memory held, in kilobytes.
    pub(crate) memory: u64,
}

/// The rows are made while the program reads them.
pub(crate) fn piped(mix: Mix, count: u64) -> Run {
    let start = Instant::now();
    let mut child = spawn("-", Stdio::piped());
    let mut input = BufWriter::with_capacity(1 << 16, child.stdin.take().unwrap());
    let writer = thread::spawn(move || {
        rows::write(mix, count, &mut input).unwrap();
        input.flush().unwrap();
    });
    let run = watch(child, start, count);
    writer.join().unwrap();
    run
}

/// The rows lie ready in a file.
pub(crate) fn from_file(mix: Mix, count: u64) -> Run {
    let path = std::env::temp_dir().join(format!("epipath-bench-{}-{}.csv", mix.name(), std::process::id()));
    let mut file = BufWriter::new(File::create(&path).unwrap());
    rows::write(mix, count, &mut file).unwrap();
    file.flush().unwrap();
    let start = Instant::now();
    let run = watch(spawn(path.to_str().unwrap(), Stdio::null()), start, count);
    fs::remove_file(path).unwrap();
    run
}

fn spawn(file: &str, stdin: Stdio) -> Child {
    Command::new(env!("CARGO_BIN_EXE_epipath"))
        .args(["batch", file])
        .stdin(stdin)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Reads the answers to their end, and what the system knows of the program meanwhile.
fn watch(mut child: Child, start: Instant, count: u64) -> Run {
    let mut output = child.stdout.take().unwrap();
    let mut block = vec![0; 1 << 18];
    let (mut answers, mut memory) = (0, 0);
    loop {
        memory = memory.max(peak_memory(child.id()).unwrap_or(0));
        let read = output.read(&mut block).unwrap();
        if read == 0 {
            break;
        }
        answers += block[..read].split(|byte| *byte == b'\n').count() as u64 - 1;
    }
    assert_eq!(answers, count, "a row without an answer");
    let processor = processor_time(child.id());
    assert!(child.wait().unwrap().success());
    Run {
        elapsed: start.elapsed(),
        processor,
        memory,
    }
}

/// The most memory that a process held, in kilobytes.
fn peak_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// The time that a process was at work, once it is over and before it is forgotten.
fn processor_time(process: u32) -> Duration {
    let path = format!("/proc/{process}/stat");
    loop {
        let Ok(stat) = fs::read_to_string(&path) else {
            return Duration::ZERO;
        };
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        if fields.first() == Some(&"Z") {
            let ticks = |place: usize| {
                fields
                    .get(place)
                    .and_then(|field| field.parse::<u64>().ok())
                    .unwrap_or(0)
            };
            return Duration::from_millis(10 * (ticks(11) + ticks(12)));
        }
        thread::sleep(Duration::from_millis(1));
    }
}
