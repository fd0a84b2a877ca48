//! How long nobody pressed a key. Time is counted by what the loop waited, so that nothing here looks at a clock.

use std::time::Duration;

use super::words::count;

/// How long the reader sleeps at most before it looks whether the terminal is still there.
const LONG: Duration = Duration::from_secs(60);

/// How long nobody pressed a key, and how long that may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Idle {
    limit: Option<Duration>,
    waited: Duration,
}

impl Idle {
    /// Nothing was waited yet.
    pub(super) const fn new(limit: Option<Duration>) -> Self {
        Self {
            limit,
            waited: Duration::ZERO,
        }
    }

    /// How long to wait for the next event.
    pub(super) fn wait(&self) -> Duration {
        self.limit
            .map_or(LONG, |limit| LONG.min(limit.saturating_sub(self.waited)))
    }

    /// So long was waited. Says after how long the case is to be cleared, once that is reached; then it begins anew.
    pub(super) fn passed(&mut self, waited: Duration) -> Option<String> {
        self.waited = self.waited.saturating_add(waited);
        let limit = self.limit.filter(|limit| self.waited >= *limit)?;
        self.touched();
        Some(in_words(limit))
    }

    /// A key was pressed.
    pub(super) const fn touched(&mut self) {
        self.waited = Duration::ZERO;
    }
}

/// "10 minutes"; "3 seconds" below one.
fn in_words(time: Duration) -> String {
    let seconds = usize::try_from(time.as_secs()).unwrap_or(usize::MAX);
    if seconds < 60 {
        count(seconds, "second")
    } else {
        count(seconds / 60, "minute")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn a_key_begins_it_anew() {
        let mut idle = Idle::new(Some(10 * MINUTE));
        for _ in 0..9 {
            assert_eq!(idle.passed(MINUTE), None);
        }
        idle.touched();
        for _ in 0..9 {
            assert_eq!(idle.passed(MINUTE), None);
        }
        assert_eq!(idle.passed(MINUTE).as_deref(), Some("10 minutes"));
        assert_eq!(idle.passed(MINUTE), None, "said once, then counted anew");
    }

    #[test]
    fn it_never_waits_longer_than_is_left() {
        let mut idle = Idle::new(Some(MINUTE + MINUTE / 2));
        assert_eq!(idle.wait(), MINUTE);
        idle.passed(MINUTE);
        assert_eq!(idle.wait(), MINUTE / 2);
        assert_eq!(Idle::new(Some(MINUTE / 20)).wait(), MINUTE / 20);
    }

    #[test]
    fn without_a_limit_nothing_is_cleared() {
        let mut idle = Idle::new(None);
        assert_eq!(idle.wait(), LONG);
        assert_eq!(idle.passed(Duration::MAX), None);
        assert_eq!(idle.passed(Duration::MAX), None);
    }

    #[test]
    fn it_is_told_in_words() {
        for (seconds, words) in [
            (1, "1 second"),
            (59, "59 seconds"),
            (60, "1 minute"),
            (600, "10 minutes"),
        ] {
            let mut idle = Idle::new(Some(Duration::from_secs(seconds)));
            assert_eq!(idle.passed(Duration::from_secs(seconds)).as_deref(), Some(words));
        }
    }
}
