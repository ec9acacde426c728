//! The time that one input may take.

use std::time::Duration;

use cpu_time::ThreadTime;

/// What takes longer would be felt by whoever drags something.
pub const LIMIT: Duration = Duration::from_millis(50);

/// How often a slow input is tried again. Only this thread's own time counts, but a busy machine makes that longer, too.
const AGAIN: usize = 3;

/// Does something, and panics if it takes longer than [`LIMIT`] every time.
pub fn within(action: impl Fn()) {
    let timed = || {
        let start = ThreadTime::now();
        action();
        start.elapsed()
    };
    let mut fastest = timed();
    for _ in 0..AGAIN {
        if fastest <= LIMIT {
            return;
        }
        fastest = fastest.min(timed());
    }
    assert!(fastest <= LIMIT, "an input takes {fastest:?}");
}
