//! The two marks that standards want in the middle of a code, as shapes on a grid of their own.
//!
//! A mark is drawn over the modules; what it hides is made good by error correction. The same
//! shapes are written as SVG and PDF and looked up pixel by pixel for PNG and terminals.

/// Shapes around the centre of a code, each over those before it.
#[derive(Debug, PartialEq, Eq)]
pub struct Mark {
    /// How many units of the shapes one side of the code is long.
    pub(crate) units: i64,
    /// Half the side of the square that holds all shapes, in units.
    pub(crate) reach: i64,
    pub(crate) shapes: &'static [Shape],
}

/// One shape; places are counted from the centre, to the right and downwards.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) dark: bool,
    pub(crate) form: Form,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A rectangle around the centre.
    Rectangle { half_width: i64, half_height: i64 },
    /// A disc around the centre.
    Disc { radius: i64 },
    /// A line through points, with round ends.
    Stroke { half_width: i64, points: &'static [(i64, i64)] },
}

const fn rectangle(dark: bool, half_width: i64, half_height: i64) -> Shape {
    Shape { dark, form: Form::Rectangle { half_width, half_height } }
}

/// The Swiss cross: a black square of 6 mm in a white field of 7 mm, its bars 7/6 mm by 35/9 mm,
/// on a code of 46 mm (SIX, Implementation Guidelines QR-bill 2.3, section 6.4.2; the bars as in
/// manuelbl/SwissQRBill, `QRCode.java`).
pub(crate) const SWISS_CROSS: Mark = Mark {
    // A unit is 1/36 mm, so that every edge lies on one.
    units: 46 * 36,
    reach: 126,
    shapes: &[
        rectangle(false, 126, 126),
        rectangle(true, 108, 108),
        rectangle(false, 21, 70),
        rectangle(false, 70, 21),
    ],
};

/// The hryvnia sign in a white circle (National Bank of Ukraine, resolution No. 97 of 2025).
///
/// The resolution gives the sign and the circle; that the circle is a fifth of the side, which hides
/// about three of a hundred modules, and the drawing of the sign are ours.
pub(crate) const HRYVNIA: Mark = Mark {
    units: 1000,
    reach: 100,
    shapes: &[
        Shape { dark: false, form: Form::Disc { radius: 100 } },
        stroke(&[
            (-32, -38),
            (-22, -53),
            (-4, -60),
            (16, -58),
            (30, -46),
            (32, -30),
            (22, -17),
            (-22, 17),
            (-32, 30),
            (-30, 46),
            (-16, 58),
            (4, 60),
            (22, 53),
            (32, 38),
        ]),
        stroke(&[(-46, -13), (46, -13)]),
        stroke(&[(-46, 13), (46, 13)]),
    ],
};

const fn stroke(points: &'static [(i64, i64)]) -> Shape {
    Shape { dark: true, form: Form::Stroke { half_width: 6, points } }
}

impl Mark {
    /// Tells which colour the mark gives a point, true for dark; `None` where it leaves the code as
    /// it is. The point lies `x` and `y` times 1/`parts` of the code's side away from the centre.
    pub(crate) fn colour_at(&self, x: i64, y: i64, parts: i64) -> Option<bool> {
        let point = (x.saturating_mul(self.units), y.saturating_mul(self.units));
        let reach = self.reach.saturating_mul(parts);
        if point.0.abs() > reach || point.1.abs() > reach {
            return None;
        }
        let covers = |shape: &&Shape| shape.form.covers(point, parts);
        self.shapes.iter().rev().find(covers).map(|shape| shape.dark)
    }
}

impl Form {
    /// Tells whether a point lies in the form made `parts` times as large.
    fn covers(&self, (x, y): (i64, i64), parts: i64) -> bool {
        match self {
            Form::Rectangle { half_width, half_height } => {
                x.abs() <= half_width * parts && y.abs() <= half_height * parts
            }
            Form::Disc { radius } => square((x, y)) <= square((radius * parts, 0)),
            Form::Stroke { half_width, points } => {
                let point = (x, y);
                let near = |(from, to): (&(i64, i64), &(i64, i64))| {
                    is_near(point, scaled(*from, parts), scaled(*to, parts), half_width * parts)
                };
                points.iter().zip(points.iter().skip(1)).any(near)
            }
        }
    }
}

fn scaled((x, y): (i64, i64), parts: i64) -> (i64, i64) {
    (x * parts, y * parts)
}

fn square((x, y): (i64, i64)) -> i128 {
    dot((x, y), (x, y))
}

fn dot((x, y): (i64, i64), (a, b): (i64, i64)) -> i128 {
    i128::from(x) * i128::from(a) + i128::from(y) * i128::from(b)
}

/// Tells whether a point is at most so far from the line between two points.
fn is_near(point: (i64, i64), from: (i64, i64), to: (i64, i64), distance: i64) -> bool {
    let line = (to.0 - from.0, to.1 - from.1);
    let way = (point.0 - from.0, point.1 - from.1);
    let along = dot(way, line);
    let length = square(line);
    let distance = square((distance, 0));
    if along <= 0 {
        return square(way) <= distance;
    }
    if along >= length {
        return square((point.0 - to.0, point.1 - to.1)) <= distance;
    }
    let across = dot(way, (line.1, -line.0));
    across.saturating_mul(across) <= distance.saturating_mul(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cross_is_black_with_white_bars_in_a_white_field() {
        // In tenths of a millimetre on a code of 46 mm.
        let at = |x, y| SWISS_CROSS.colour_at(x, y, 460);
        assert_eq!(at(0, 0), Some(false));
        assert_eq!(
            [at(19, 0), at(20, 0), at(0, 19), at(0, -20)].map(|dark| dark == Some(true)),
            [false, true, false, true]
        );
        assert_eq!(
            [at(6, 6), at(29, 29), at(31, 0), at(0, -35)],
            [Some(true), Some(true), Some(false), Some(false)]
        );
        assert_eq!([at(36, 0), at(0, -36)], [None, None]);
    }

    #[test]
    fn the_hryvnia_sign_stands_in_a_white_circle() {
        let at = |x, y| HRYVNIA.colour_at(x, y, 1000);
        assert_eq!(at(0, 0), Some(true), "the diagonal");
        assert_eq!([at(45, 13), at(-45, -13), at(0, 60)], [Some(true); 3]);
        assert_eq!([at(45, 0), at(0, 99), at(-70, 70)], [Some(false); 3]);
        assert_eq!([at(80, 80), at(0, 101)], [None, None]);
    }
}
