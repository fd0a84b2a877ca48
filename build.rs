//! Reads and checks `data/`, and writes it in the form that needs no parsing. A broken pack breaks the build, with the
//! pack's own findings.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is how a build script speaks to cargo and to people"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    clippy::struct_field_names,
    reason = "the build uses only a part of the floor"
)]
#[path = "src/pack/mod.rs"]
mod pack;

#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the build uses only a part of the floor"
)]
#[path = "src/tree/mod.rs"]
mod tree;

use pack::render::{Style, human};
use pack::{Findings, Loaded, built};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/pack");
    println!("cargo::rerun-if-changed=src/tree");
    match check(Path::new("data")).map(|loaded| write(&loaded)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
        Err(findings) => {
            eprintln!("\n{}", human(&findings, Style::default()));
            ExitCode::FAILURE
        }
    }
}

/// The pack, or everything that is wrong with it.
fn check(dir: &Path) -> Result<Loaded, Findings> {
    let loaded = pack::read(dir)?;
    let mut findings = pack::check::all(&loaded);
    if findings.is_empty() {
        findings = tree::check::findings(&loaded);
    }
    if findings.is_empty() { Ok(loaded) } else { Err(findings) }
}

fn write(loaded: &Loaded) -> Result<(), Box<dyn std::error::Error>> {
    let bytes = built::to_bytes(&loaded.pack)?;
    println!(
        "cargo::rustc-env=EPIPATH_PACK_FINGERPRINT={:016x}",
        built::fingerprint(&bytes)
    );
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("pack.bin"), bytes)?;
    fs::write(out.join("teaching.bin"), built::teaching_to_bytes(&loaded.teaching)?)?;
    fs::write(out.join("lexicon.bin"), built::lexicon_to_bytes(&loaded.lexicon)?)?;
    Ok(())
}
