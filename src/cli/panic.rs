//! What is told of a panic: its place, and its message only where that is a constant. A message made up at run time might quote what
//! was entered, a word of a note among it.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::panic::PanicHookInfo;

use super::output;

/// Tells a panic on stderr.
pub fn tell_panic(info: &PanicHookInfo<'_>) {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let message = info.payload().downcast_ref::<&'static str>().copied();
    let message = message.unwrap_or("its message is withheld, as it might quote what was entered");
    output::complain(&format!("\nepipath: panicked at {place}: {message}\n"));
    let trace = Backtrace::capture();
    if trace.status() == BacktraceStatus::Captured {
        output::complain(&format!("{trace}\n"));
    }
}
