//! What stands for many measured times.

use std::time::Duration;

pub fn median(times: &mut [Duration]) -> Duration {
    part(times, 1, 2)
}

/// The time that so many of all times do not exceed.
pub fn part(times: &mut [Duration], of: usize, all: usize) -> Duration {
    times.sort_unstable();
    times.get(times.len() * of / all).copied().unwrap_or_default()
}
