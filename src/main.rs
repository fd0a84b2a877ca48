//! The program: everything is in the library.

use std::env::args_os;
use std::panic::{catch_unwind, set_hook};

use epipath::cli;

fn main() -> cli::Exit {
    set_hook(Box::new(cli::tell_panic));
    // A panic has told its place and given the terminal back by now.
    catch_unwind(|| cli::main(args_os())).unwrap_or_else(|_| cli::fault(args_os()))
}
