//! Drawn codes. Whether the modules are right is tested in `payment-codes`; here, that each kind
//! of file is what it says.

use crate::given::Room;

const PAYLOAD: &str = "BCD\n002\n1\nSCT\n\nLichtblick e.V.\nDE89370400440532013000\nEUR5.00";

fn drawn(format: &str) -> Vec<u8> {
    let room = Room::new();
    let args = ["code", "render", "--format", format, "--size", "50", "-o", "code"];
    // The line end that `echo` puts behind a text is no part of the code.
    room.groat_with_input(&args, format!("{PAYLOAD}\n").as_bytes()).succeeded();
    std::fs::read(room.path("code")).unwrap()
}

#[test]
fn an_svg_has_its_size_in_millimetres() {
    let svg = String::from_utf8(drawn("svg")).unwrap();
    assert!(svg.starts_with("<svg ") && svg.contains("width=\"50mm\""), "{svg}");
    let room = Room::new();
    let direct = room.groat(&["code", "render", "--format", "svg", "--size", "50", PAYLOAD]);
    assert_eq!(direct.succeeded().out, svg);
}

#[test]
fn a_png_is_as_large_as_three_hundred_pixels_an_inch_make_it() {
    let png = drawn("png");
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let width = u32::from_be_bytes(png[16..20].try_into().unwrap());
    assert!((600..660).contains(&width), "{width}");
}

#[test]
fn a_pdf_has_the_modules_of_the_svg() {
    let pdf = String::from_utf8(drawn("pdf")).unwrap();
    assert!(pdf.starts_with("%PDF-1.4\n") && pdf.ends_with("%%EOF\n"));
    // 50 mm are 141.732283 points.
    assert!(pdf.contains("/MediaBox [0 0 141.732283 141.732283]"), "{pdf}");
    let table: usize = pdf.lines().rev().nth(1).unwrap().parse().unwrap();
    assert!(pdf[table..].starts_with("xref\n0 5\n"));
    for (number, entry) in pdf[table..].lines().skip(3).take(4).enumerate() {
        let place: usize = entry[..10].parse().unwrap();
        assert!(pdf[place..].starts_with(&format!("{} 0 obj", number + 1)), "{entry}");
    }
    let stream = pdf.split("stream\n").nth(1).unwrap().trim_end_matches("end");
    let length = pdf.split("/Length ").nth(1).unwrap().split(' ').next().unwrap();
    assert_eq!(length.parse(), Ok(stream.len()));
    let runs = pdf.lines().filter(|line| line.ends_with(" 1 re"));
    let runs = runs.map(|line| {
        let numbers: Vec<u32> = line.split(' ').take(3).map(|part| part.parse().unwrap()).collect();
        format!("M{} {}h{}", numbers[0] - 4, numbers[1] - 4, numbers[2])
    });
    let svg = String::from_utf8(drawn("svg")).unwrap();
    let path = svg.split(" d=\"").nth(2).unwrap().split('"').next().unwrap();
    let squares = path.trim_end_matches('z').split('z');
    assert_eq!(
        runs.collect::<Vec<_>>(),
        squares.map(|square| square.split('v').next().unwrap().to_owned()).collect::<Vec<_>>()
    );
}

#[test]
fn a_code_is_as_its_standard_wants_it() {
    let room = Room::new();
    let args = ["code", "render", "--format", "svg", "--json"];
    let much = room.groat_with_input(&args, format!("{PAYLOAD}\n{}", "x".repeat(300)).as_bytes());
    let fault = much.json()["fault"].clone();
    assert_eq!(
        (fault["code"].as_str(), fault["message"].as_str().unwrap().contains("331")),
        (Some("code-too-long"), true)
    );
    let swiss = "SPC\n0200\n1\nCH5800791123000889012\nS\nBergwacht\nSeeweg\n7\n6003\nLuzern\nCH\n\n\n\n\n\n\n\n\n\
                 CHF\n\n\n\n\n\n\n\nNON\n\n\nEPD";
    let svg = room.groat(&["code", "render", "--format", "svg", swiss]).succeeded().out;
    // 73 modules are 46 mm, with 8 modules of white on each side, and the cross is in the middle.
    assert!(svg.contains("width=\"56.083mm\"") && svg.contains("viewBox=\"-8 -8 89 89\""), "{svg}");
    assert!(svg.contains("translate(36.5 36.5)"), "{svg}");
    let plain = room.groat(&["code", "render", "--format", "svg", PAYLOAD]).succeeded().out;
    assert!(plain.contains("width=\"40mm\"") && !plain.contains("<g "), "{plain}");
}

#[test]
fn a_picture_of_nothing_or_of_too_much_is_refused() {
    let room = Room::new();
    let args = ["code", "render", "--format", "svg", "--json"];
    let nothing = room.groat_with_input(&args, b"\n");
    assert_eq!((nothing.status, nothing.json()["fault"]["field"].as_str()), (2, Some("payload")));
    let much = room.groat_with_input(&args, "x".repeat(2332).as_bytes());
    assert_eq!((much.status, much.json()["fault"]["code"].as_str()), (2, Some("code-too-long")));
    let most = room.groat_with_input(&args, "x".repeat(2331).as_bytes()).succeeded();
    assert!(most.json()["picture"].is_string());
    let binary = room.groat(&["code", "render", "--format", "png", "--json", "x"]);
    assert_eq!(binary.status, 2);
    let nowhere = room.groat(&["code", "render", "--format", "svg", "-o", "no/such/folder", "x"]);
    assert_eq!((nowhere.status, nowhere.out.as_str()), (1, ""));
}
