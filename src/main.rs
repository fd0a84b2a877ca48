//! The program: everything is in the library.

fn main() -> epipath::cli::Exit {
    epipath::cli::main(std::env::args_os())
}
