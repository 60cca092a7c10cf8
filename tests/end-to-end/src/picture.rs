//! Pictures of what stands on the screen, and the phone that reads a code in them.

use std::path::{Path, PathBuf};
use std::process::Command;

use thirtyfour::ElementRect;

use crate::Outcome;
use crate::process::run;

/// A picture in a file.
#[derive(Clone, Debug)]
pub struct Picture {
    path: PathBuf,
}

impl Picture {
    pub(crate) fn new(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// Where the picture lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Cuts a part of the page out, in pixels of the page, with its margin around it.
    #[expect(clippy::float_arithmetic, reason = "places on a screen, not money")]
    pub fn crop(&self, part: &ElementRect, margin: u32, scale: u32) -> Outcome<Self> {
        let scale = f64::from(scale);
        let margin = f64::from(margin);
        let numbers = [
            (part.width + 2.0 * margin) * scale,
            (part.height + 2.0 * margin) * scale,
            (part.x - margin).max(0.0) * scale,
            (part.y - margin).max(0.0) * scale,
        ];
        let [width, height, x, y] = numbers.map(f64::round);
        let path = self.path.with_extension("part.png");
        run(Command::new("convert")
            .arg(&self.path)
            .args(["-crop", &format!("{width}x{height}+{x}+{y}"), "+repage"])
            .arg(&path))?;
        Ok(Self { path })
    }

    /// What a phone reads in it: the bytes of the one code in the picture.
    pub fn decode(&self) -> Outcome<String> {
        let read = run(Command::new("zbarimg")
            .args(["--raw", "--quiet", "--oneshot", "-Sdisable", "-Sqrcode.enable"])
            .arg(&self.path))?;
        let text = String::from_utf8(read)?;
        // zbarimg ends every code with one line feed of its own.
        Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
    }

    /// The colour of one pixel, as `#RRGGBB`.
    pub fn colour_at(&self, x: u32, y: u32) -> Outcome<String> {
        let format = format!("%[hex:p{{{x},{y}}}]");
        let read =
            run(Command::new("convert").arg(&self.path).args(["-format", &format, "info:"]))?;
        Ok(format!("#{}", String::from_utf8(read)?.chars().take(6).collect::<String>()))
    }
}
