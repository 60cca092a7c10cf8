//! What people type first when they are asked for a passphrase, and our own words.
//!
//! Lists of leaked passwords hold few that are 15 characters long; those that are put two or three
//! of these together. In lower case, letters alone.

/// Words that passphrases refused as common are made of.
#[rustfmt::skip]
pub(crate) const COMMON: &[&str] = &[
    // Ours, and those of the work.
    "groat", "donation", "donations", "donate", "donor", "spende", "spenden", "spendenkasse",
    "gift", "charity", "nonprofit", "treasurer", "volunteer", "office", "station", "kasse",
    "kassenwart", "schatzmeister", "verein", "foerderverein", "backup", "recovery", "desk",
    // What lists of leaked passwords begin with.
    "password", "passwort", "passphrase", "kennwort", "passw", "pass", "pwd", "admin",
    "administrator", "root", "user", "guest", "login", "letmein", "letmeinnow", "welcome",
    "willkommen", "changeme", "default", "secret", "geheim", "topsecret", "test", "testing",
    "master", "hello", "hallo", "hallowelt", "helloworld", "iloveyou", "ichliebedich", "loveyou",
    "love", "liebe", "schatz", "schatzi", "princess", "prinzessin", "sunshine", "sonnenschein",
    "dragon", "monkey", "football", "fussball", "baseball", "basketball", "superman", "batman",
    "starwars", "pokemon", "shadow", "michael", "jennifer", "jessica", "daniel", "thomas",
    "andreas", "charlie", "ashley", "summer", "sommer", "winter", "spring", "autumn", "herbst",
    "flower", "cheese", "computer", "internet", "freedom", "whatever", "trustno", "trustnoone",
    "hunter", "killer", "ninja", "mustang", "access", "server", "money", "please", "bitte",
    "qwerty", "qwertz", "azerty", "qwertyuiop", "qwertzuiop", "asdf", "asdfgh", "asdfghjkl",
    "zxcvbn", "zxcvbnm", "yxcvbnm", "qazwsx", "qazwsxedc", "qweasd", "qweasdzxc", "abc", "abcd",
    "abcdef", "xyz", "aa", "aaa", "my", "mein", "meine", "the", "das", "ist", "is", "this",
    "dies", "new", "neu", "neues", "long", "lang", "langes", "very", "sehr", "good", "gut",
    "sicher", "sicheres", "secure", "strong", "ilove",
    // Passphrases that are examples everywhere.
    "correcthorsebatterystaple", "thequickbrownfox", "thequickbrownfoxjumpsoverthelazydog",
    "loremipsumdolorsitamet", "tobeornottobe", "maytheforcebewithyou", "opensesame",
    "thisismypassword", "dasistmeinpasswort", "franzjagtimkomplettverwahrlostentaxi",
];

/// Rows of signs that fingers or heads run along.
pub(crate) const ROWS: &[&str] = &[
    "01234567890123456789012345678901234567890",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "1234567890qwertyuiopasdfghjklzxcvbnm",
    "1234567890qwertzuiopasdfghjklyxcvbnm",
    "1234567890azertyuiopqsdfghjklmwxcvbn",
    "qwertzuiopüasdfghjklöäyxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6zhn7ujm8ik9ol0p",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qazwsxedcrfvtgbyhnujmikolp",
    "qaywsxedcrfvtgbzhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p",
    "1q2w3e4r5t6z7u8i9o0p",
];
