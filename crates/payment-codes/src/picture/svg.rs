//! Codes as SVG: one path for all modules, and the shapes of a mark over it.

use std::fmt::Write as _;

use super::length::{Fraction, Length, push_number};
use super::mark::{Form, Mark, Shape};
use super::sheet::Sheet;

impl Sheet<'_> {
    /// Returns all dark modules as one SVG path: `M0 0h7v1h-7z…`, one unit a module, without the
    /// quiet zone.
    pub(crate) fn svg_path(&self) -> String {
        let modules = self.modules;
        let mut path = String::with_capacity(modules.width() * modules.height() * 5);
        for (x, y, length) in modules.dark_runs() {
            path.push('M');
            push_number(&mut path, x);
            path.push(' ');
            push_number(&mut path, y * self.row_height);
            path.push('h');
            push_number(&mut path, length);
            path.push('v');
            push_number(&mut path, self.row_height);
            path.push_str("h-");
            push_number(&mut path, length);
            path.push('z');
        }
        path
    }

    /// Returns an SVG document, black on white, with the quiet zone; the whole is so wide.
    pub(crate) fn svg(&self, width: Length) -> String {
        let (left, top) = self.quiet;
        let (across, down) = (self.width(), self.height());
        let height = self.height_at(width);
        let mark = self.mark.map(|mark| marked(mark, self.modules.width())).unwrap_or_default();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"-{left} -{top} {across} {down}\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M-{left}-{top}h{across}v{down}h-{across}z\"/>\
             <path d=\"{}\"/>{mark}</svg>\n",
            self.svg_path()
        )
    }
}

/// The shapes of a mark in the middle of a square code of so many modules.
fn marked(mark: &Mark, side: usize) -> String {
    let side = i64::try_from(side).unwrap_or(0);
    let (centre, scale) = (Fraction(side, 2), Fraction(side, mark.units));
    let mut group = format!(
        "<g shape-rendering=\"geometricPrecision\" \
         transform=\"translate({centre} {centre}) scale({scale})\">"
    );
    for shape in mark.shapes {
        push_shape(&mut group, shape);
    }
    group.push_str("</g>");
    group
}

fn push_shape(group: &mut String, shape: &Shape) {
    let colour = if shape.dark { "#000" } else { "#fff" };
    // Writing into a String cannot fail.
    let _ = match &shape.form {
        Form::Rectangle { half_width, half_height } => {
            let (width, height) = (2 * half_width, 2 * half_height);
            write!(
                group,
                "<path fill=\"{colour}\" \
                 d=\"M-{half_width}-{half_height}h{width}v{height}h-{width}z\"/>"
            )
        }
        Form::Disc { radius } => write!(group, "<circle fill=\"{colour}\" r=\"{radius}\"/>"),
        Form::Stroke { half_width, points } => {
            let points: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
            write!(
                group,
                "<path fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\" \
                 stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"M{}\"/>",
                2 * half_width,
                points.join("L")
            )
        }
    };
}
