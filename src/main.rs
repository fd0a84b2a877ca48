//! The program: everything is in the library.

use std::env::args_os;
use std::panic::catch_unwind;

use epipath::cli;

fn main() -> cli::Exit {
    // A panic has told its place and given the terminal back by now.
    catch_unwind(|| cli::main(args_os())).unwrap_or_else(|_| cli::fault(args_os()))
}
