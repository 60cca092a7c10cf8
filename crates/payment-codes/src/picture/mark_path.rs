//! The shapes of a mark as SVG paths in the units of the code, for those who draw it themselves.

use super::length::Fraction;
use super::mark::{Form, Mark, Shape};

/// A shape of a mark; each is drawn over those before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkPath {
    /// One SVG path in module units, from the top left of the code without its quiet zone.
    pub path: String,
    /// Whether it is as dark as the modules, or light like the ground.
    pub dark: bool,
    /// How wide the line along the path is, with round ends, in module units; `None` where the
    /// path is filled.
    pub line_width: Option<String>,
}

/// The shapes in the middle of a square code of so many modules.
pub(super) fn mark_paths(mark: &Mark, side: usize) -> Vec<MarkPath> {
    let side = i64::try_from(side).unwrap_or(0);
    mark.shapes.iter().map(|shape| mark_path(shape, mark.units, side)).collect()
}

fn mark_path(shape: &Shape, units: i64, side: i64) -> MarkPath {
    let at = |place: i64| Fraction((2 * place + units) * side, 2 * units);
    let length = |length: i64| Fraction(length * side, units);
    let (path, line_width) = match &shape.form {
        Form::Rectangle { half_width, half_height } => {
            let (left, top) = (at(-half_width), at(-half_height));
            let (right, bottom) = (at(*half_width), at(*half_height));
            (format!("M{left} {top}H{right}V{bottom}H{left}z"), None)
        }
        Form::Disc { radius } => {
            let (left, right, middle) = (at(-radius), at(*radius), at(0));
            let arc = format!("A{0} {0} 0 1 1", length(*radius));
            (format!("M{left} {middle}{arc} {right} {middle}{arc} {left} {middle}z"), None)
        }
        Form::Stroke { half_width, points } => {
            let points = points.iter().map(|(x, y)| format!("{} {}", at(*x), at(*y)));
            let path = format!("M{}", points.collect::<Vec<_>>().join("L"));
            (path, Some(length(2 * half_width).to_string()))
        }
    };
    MarkPath { path, dark: shape.dark, line_width }
}

#[cfg(test)]
mod tests {
    use super::super::mark::{HRYVNIA, SWISS_CROSS};
    use super::*;

    #[test]
    fn the_swiss_cross_lies_in_the_middle() {
        let shapes = mark_paths(&SWISS_CROSS, 46);
        assert_eq!(shapes.len(), 4);
        // A code of 46 modules is drawn 46 mm wide: the field of 7 mm begins at 19.5.
        assert_eq!(shapes[0].path, "M19.5 19.5H26.5V26.5H19.5z");
        assert_eq!(
            shapes.iter().map(|shape| shape.dark).collect::<Vec<_>>(),
            [false, true, false, false]
        );
    }

    #[test]
    fn lines_are_as_wide_as_the_mark_wants_them() {
        let shapes = mark_paths(&HRYVNIA, 100);
        assert_eq!(shapes[0].path, "M40 50A10 10 0 1 1 60 50A10 10 0 1 1 40 50z");
        assert!(shapes[1].path.starts_with("M46.8 46.2L"), "{}", shapes[1].path);
        assert!(shapes[1..].iter().all(|shape| shape.line_width.is_some() && shape.dark));
    }
}
