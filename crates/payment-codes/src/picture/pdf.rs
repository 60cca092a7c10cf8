//! Codes as the drawing operators of a PDF page.

use std::fmt::Write as _;

use super::length::Fraction;
use super::mark::{Form, Mark, Shape};
use super::sheet::Sheet;

/// How far the handles of a quarter circle lie from its ends, in thousandths of the radius.
const ARC: i64 = 552;

impl Sheet<'_> {
    /// Returns the operators (ISO 32000-1, section 8.5) that paint the picture, white ground
    /// included: a unit is a module, the origin the upper left corner of the quiet zone, and y grows
    /// downwards.
    pub(crate) fn pdf_operators(&self) -> String {
        let (left, top) = self.quiet;
        let mut drawn = format!("1 g\n0 0 {} {} re f\n0 g\n", self.width(), self.height());
        for (x, y, length) in self.modules.dark_runs() {
            let (x, y) = (x + left, y * self.row_height + top);
            // Writing into a String cannot fail.
            let _ = writeln!(drawn, "{x} {y} {length} {} re", self.row_height);
        }
        drawn.push_str("f\n");
        if let Some(mark) = self.mark {
            push_mark(&mut drawn, mark, left, self.modules.width());
        }
        drawn
    }
}

fn push_mark(drawn: &mut String, mark: &Mark, quiet: usize, side: usize) {
    let side = i64::try_from(side).unwrap_or(0);
    let centre = Fraction(side + 2 * i64::try_from(quiet).unwrap_or(0), 2);
    let scale = Fraction(side, mark.units);
    let _ = writeln!(drawn, "q\n{scale} 0 0 {scale} {centre} {centre} cm\n1 J 1 j");
    for shape in mark.shapes {
        push_shape(drawn, shape);
    }
    drawn.push_str("Q\n");
}

fn push_shape(drawn: &mut String, shape: &Shape) {
    let grey = if shape.dark { "0" } else { "1" };
    match &shape.form {
        Form::Rectangle { half_width: x, half_height: y } => {
            let (width, height) = (2 * x, 2 * y);
            let _ = writeln!(drawn, "{grey} g\n-{x} -{y} {width} {height} re f");
        }
        Form::Disc { radius: r } => {
            let h = Fraction(r * ARC, 1000);
            let _ = writeln!(
                drawn,
                "{grey} g\n{r} 0 m\n{r} {h} {h} {r} 0 {r} c\n-{h} {r} -{r} {h} -{r} 0 c\n\
                 -{r} -{h} -{h} -{r} 0 -{r} c\n{h} -{r} {r} -{h} {r} 0 c\nf"
            );
        }
        Form::Stroke { half_width, points } => {
            let _ = writeln!(drawn, "{grey} G\n{} w", 2 * half_width);
            for (at, (x, y)) in points.iter().enumerate() {
                let _ = writeln!(drawn, "{x} {y} {}", if at == 0 { 'm' } else { 'l' });
            }
            drawn.push_str("S\n");
        }
    }
}
