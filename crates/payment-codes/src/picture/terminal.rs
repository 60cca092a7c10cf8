//! Codes for a terminal: two rows of modules in one line of half blocks.

use super::sheet::Sheet;

impl Sheet<'_> {
    /// Returns the code in half blocks with its quiet zone, two rows of modules a line.
    ///
    /// The light modules are the filled ones, so that on a dark terminal the code is dark on light
    /// as phones expect it.
    pub(crate) fn text(&self) -> String {
        self.half_blocks("", "", ["█", "▀", "▄", " "])
    }

    /// Returns the code in half blocks with its quiet zone, with the terminal's own signs for black
    /// and white (ECMA-48), so that it is dark on light on every terminal.
    pub(crate) fn coloured_text(&self) -> String {
        self.half_blocks("\u{1b}[30;107m", "\u{1b}[0m", [" ", "▄", "▀", "█"])
    }

    /// Signs: both modules light, upper light, lower light, both dark.
    fn half_blocks(&self, before: &str, after: &str, signs: [&str; 4]) -> String {
        let (width, height) = (self.width(), self.height());
        let [light, upper_light, lower_light, full] = signs;
        let mut text =
            String::with_capacity(height.div_ceil(2) * (width * 3 + before.len() + after.len()));
        for y in (0..height).step_by(2) {
            text.push_str(before);
            for x in 0..width {
                text.push_str(match (self.is_dark_marked(x, y), self.is_dark_marked(x, y + 1)) {
                    (false, false) => light,
                    (false, true) => upper_light,
                    (true, false) => lower_light,
                    (true, true) => full,
                });
            }
            text.push_str(after);
            text.push('\n');
        }
        text
    }
}
