//! The one place that looks at the clock.

use crate::pack::model::Date;

/// Today.
pub(super) fn today() -> Date {
    Date(jiff::Zoned::now().date())
}
