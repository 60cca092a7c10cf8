//! How often and by which dice: few rounds with every change, many in `cargo xtask soak`.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::Write;
use std::time::{Duration, Instant};

/// As many rounds as a change gets, or a soak. `GROAT_ROUNDS` says otherwise.
pub fn rounds(change: u64, soak: u64) -> u64 {
    match std::env::var("GROAT_ROUNDS") {
        Ok(rounds) => rounds.parse().unwrap(),
        Err(_) if is_soak() => soak,
        Err(_) => change,
    }
}

pub fn is_soak() -> bool {
    std::env::var_os("GROAT_SOAK").is_some()
}

/// Says loudly what this machine cannot try; `cargo xtask` counts these lines.
pub fn left_out(count: u64, why: &str) {
    // Past the test's own pocket, where nobody would read it while all is well.
    writeln!(std::io::stdout().lock(), "\nleft out: {count} ({why})").unwrap();
}

/// Numbers that look random and come again with their seed. `GROAT_SEED` repeats a run.
pub struct Dice {
    pub seed: u64,
    drawn: u64,
    begun: Instant,
}

impl Dice {
    pub fn new() -> Dice {
        let seed = match std::env::var("GROAT_SEED") {
            Ok(seed) => seed.parse().unwrap(),
            Err(_) => RandomState::new().build_hasher().finish(),
        };
        println!("seed {seed}");
        Dice { seed, drawn: 0, begun: Instant::now() }
    }

    /// SplitMix64 (Steele, Lea, Flood, 2014).
    pub fn draw(&mut self) -> u64 {
        self.drawn += 1;
        let mut z = self.seed.wrapping_add(self.drawn.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.draw() % u64::try_from(end).unwrap()).unwrap()
    }

    /// A time from one to another, to the microsecond.
    pub fn between(&mut self, from: Duration, to: Duration) -> Duration {
        let span = u64::try_from((to - from).as_micros()).unwrap();
        from + Duration::from_micros(self.draw() % span)
    }

    /// What a run was, for whoever wants it again.
    pub fn told(&self, what: &str) {
        println!("{what}; seed {}, {:.1} s", self.seed, self.begun.elapsed().as_secs_f32());
    }
}
