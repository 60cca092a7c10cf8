//! Published vectors, and what a clock and a hasty finger do to a code.

use super::*;

/// The secret of both RFCs: "12345678901234567890".
fn rfc_secret() -> FactorSecret {
    FactorSecret::from_bytes(*b"12345678901234567890")
}

const NOON: u64 = 1_790_000_000;

fn code_at(unix_seconds: u64) -> String {
    format!("{:06}", rfc_secret().code(Step::at(unix_seconds)))
}

fn check_at(code: &str, unix_seconds: u64) -> Result<Step, CodeError> {
    check(&rfc_secret(), code, unix_seconds, None)
}

/// RFC 4226, appendix D: the truncated values of the counters 0 to 9.
#[test]
fn the_truncated_vectors_of_rfc_4226() {
    let published = [
        1_284_755_224,
        1_094_287_082,
        137_359_152,
        1_726_969_429,
        1_640_338_314,
        868_254_676,
        1_918_287_922,
        82_162_583,
        673_399_871,
        645_520_489,
    ];
    for (counter, value) in (0..).zip(published) {
        assert_eq!(truncate(rfc_secret().expose(), counter), value, "{counter}");
    }
}

/// RFC 6238, appendix B, the rows of SHA-1. They have eight digits; ours are the last six.
#[test]
fn the_sha_1_vectors_of_rfc_6238() {
    for (seconds, published) in [
        (59, "94287082"),
        (1_111_111_109, "07081804"),
        (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"),
        (20_000_000_000, "65353130"),
    ] {
        let value = truncate(rfc_secret().expose(), Step::at(seconds).0) % 100_000_000;
        assert_eq!(format!("{value:08}"), published);
        assert_eq!(check_at(&published[2..], seconds), Ok(Step::at(seconds)));
    }
}

#[test]
fn the_code_of_now_and_the_one_before_are_accepted() {
    let code = code_at(NOON);
    let step = Step::at(NOON);
    assert_eq!(check_at(&code, NOON), Ok(step));
    assert_eq!(check_at(&code, NOON + 30), Ok(step));
    assert_eq!(check_at(&format!(" {} {} ", &code[..3], &code[3..]), NOON), Ok(step));
}

#[test]
fn a_code_is_accepted_once_and_no_earlier_one_after_it() {
    let step = check_at(&code_at(NOON), NOON).unwrap();
    let again = check(&rfc_secret(), &code_at(NOON), NOON + 10, Some(step));
    assert_eq!(again, Err(CodeError::UsedAlready));
    let earlier = check(&rfc_secret(), &code_at(NOON - 30), NOON, Some(step));
    assert_eq!(earlier, Err(CodeError::UsedAlready));
    let later = check(&rfc_secret(), &code_at(NOON + 30), NOON + 30, Some(step));
    assert_eq!(later, Ok(Step(step.0 + 1)));
    let long_after = check(&rfc_secret(), &code_at(NOON), NOON + 600, Some(step));
    assert_eq!(long_after, Err(CodeError::UsedAlready));
}

#[test]
fn what_is_no_code_is_told_from_a_wrong_one() {
    for text in ["", "12345", "1234567", "12345a", "１２３４５６", "-12345"] {
        assert_eq!(check_at(text, NOON), Err(CodeError::Malformed), "{text}");
    }
    let fits_a_day = |code: &String| {
        (-STEPS_A_DAY..=STEPS_A_DAY)
            .any(|off| fitting(&rfc_secret(), read(code).unwrap(), Step::at(NOON), off).is_some())
    };
    let wrong = (0..).map(|number| format!("{number:06}")).find(|code| !fits_a_day(code)).unwrap();
    assert_eq!(check_at(&wrong, NOON), Err(CodeError::Wrong));
}

#[test]
fn a_phone_that_is_behind_is_told_at_once_and_not_let_in() {
    let late = check_at(&code_at(NOON - 37 * 60), NOON);
    assert_eq!(late, Err(CodeError::ClockDiffers { minutes: -37 }));
    let just_late = check_at(&code_at(NOON - 60), NOON);
    assert_eq!(just_late, Err(CodeError::ClockDiffers { minutes: -1 }));
    let yesterday = check_at(&code_at(NOON - 86_400), NOON);
    assert_eq!(yesterday, Err(CodeError::ClockDiffers { minutes: -1_440 }));
    assert_eq!(check_at(&code_at(NOON - 86_430), NOON), Err(CodeError::Wrong));
}

#[test]
fn a_code_of_a_time_to_come_is_only_wrong() {
    for ahead in [30, 60, 37 * 60, 86_400] {
        assert_eq!(check_at(&code_at(NOON + ahead), NOON), Err(CodeError::Wrong), "{ahead}");
    }
}

#[test]
fn two_codes_in_a_row_tell_how_far_a_clock_is_off() {
    for ahead in [3_600_i64, -3_600, 86_400, -86_340, 60] {
        let then = NOON.checked_add_signed(ahead).unwrap();
        let (first, second) = (code_at(then - 60), code_at(then));
        let told = clock_difference(&rfc_secret(), &first, &second, NOON);
        assert_eq!(told, Some(ahead / 60));
        assert_eq!(clock_difference(&rfc_secret(), &second, &first, NOON), None);
        assert_eq!(clock_difference(&rfc_secret(), &second, &second, NOON), None);
    }
    let right = clock_difference(&rfc_secret(), &code_at(NOON - 30), &code_at(NOON), NOON);
    assert_eq!(right, None);
}

#[test]
fn a_phone_is_enrolled_with_two_codes_in_a_row() {
    let enrolled =
        |first: u64, second: u64| enrol(&rfc_secret(), &code_at(first), &code_at(second), NOON);
    assert_eq!(enrolled(NOON - 30, NOON), Ok(Step::at(NOON)));
    assert_eq!(enrolled(NOON - 300, NOON), Ok(Step::at(NOON)));
    assert_eq!(enrolled(NOON - 60, NOON - 30), Ok(Step::at(NOON - 30)));
    assert_eq!(enrolled(NOON, NOON), Err(EnrolError::Same));
    assert_eq!(enrolled(NOON - 330, NOON), Err(EnrolError::First(CodeError::Wrong)));
    assert_eq!(enrolled(NOON, NOON - 30), Err(EnrolError::First(CodeError::Wrong)));
    assert_eq!(enrolled(NOON, NOON - 400), Err(EnrolError::Second(CodeError::Wrong)));
    let ahead = enrolled(NOON + 3_570, NOON + 3_600);
    assert_eq!(ahead, Err(EnrolError::ClockDiffers { minutes: 60 }));
    let behind = enrolled(NOON - 3_630, NOON - 3_600);
    assert_eq!(behind, Err(EnrolError::ClockDiffers { minutes: -60 }));
    let malformed = enrol(&rfc_secret(), "12", &code_at(NOON), NOON);
    assert_eq!(malformed, Err(EnrolError::First(CodeError::Malformed)));
}

#[test]
fn the_first_half_minute_and_the_last_are_no_trouble() {
    assert_eq!(check_at(&code_at(0), 0), Ok(Step(0)));
    let end = format!("{:06}", rfc_secret().code(Step::at(u64::MAX)));
    assert_eq!(check_at(&end, u64::MAX), Ok(Step::at(u64::MAX)));
    assert_eq!(clock_difference(&rfc_secret(), "000000", "000000", u64::MAX), None);
}

#[test]
fn the_secret_is_shown_for_typing_and_for_the_picture() {
    let secret = rfc_secret();
    assert_eq!(*secret.text(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assert_eq!(
        *secret.uri("Groat: Förderverein", "Anna & Ben"),
        "otpauth://totp/Groat%3A%20F%C3%B6rderverein:Anna%20%26%20Ben\
         ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Groat%3A%20F%C3%B6rderverein\
         &algorithm=SHA1&digits=6&period=30"
    );
    assert_eq!(format!("{secret:?}"), "***");
}
