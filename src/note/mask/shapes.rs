//! What identifies by its form alone: addresses of mail and web, telephone and social security numbers, long numbers.

use super::sheet::Sheet;
use super::token::Kind;
use super::words::Sense;

/// Figures in a row from which on a number is no code, no dose and no time.
const LONG: usize = 6;
/// Figures in groups joined by dashes from which on they are one number.
const LONG_IN_GROUPS: usize = 8;
/// Groups of figures of a telephone, social security, card or network number. Where the flag is set one mark parts all groups.
const GROUPED: [(&[usize], bool); 6] = [
    (&[4, 4, 4, 4], true),
    (&[4, 4, 4], true),
    (&[1, 3, 3, 4], false),
    (&[3, 3, 4], false),
    (&[3, 2, 4], true),
    (&[3, 4], true),
];

/// Hides them.
pub(super) fn mark(sheet: &mut Sheet<'_>) {
    electronic(sheet);
    let mut at = 0;
    while at < sheet.len() {
        at = numeric(sheet, at).unwrap_or(at + 1);
    }
}

/// Addresses of mail and web, and of machines.
fn electronic(sheet: &mut Sheet<'_>) {
    let text = sheet.text();
    let parts = |letter: char| {
        letter.is_whitespace() || matches!(letter, ',' | ';' | '<' | '>' | '(' | ')' | '[' | ']' | '"' | '|')
    };
    let mut from = 0;
    for piece in text.split_inclusive(parts) {
        let start = from;
        from += piece.len();
        if !piece.bytes().any(|byte| matches!(byte, b'@' | b':' | b'.')) {
            continue;
        }
        let piece = piece.trim_end_matches(|letter| parts(letter) || ".:!?".contains(letter));
        if let Some(lead) = electronic_from(sheet, piece) {
            sheet.hide_bytes(start + lead..start + piece.len());
        }
    }
}

/// Where in a piece of text an electronic address begins.
fn electronic_from(sheet: &Sheet<'_>, piece: &str) -> Option<usize> {
    if let Some(at) = piece.find('@') {
        let (name, host) = (piece.get(..at)?, piece.get(at + 1..)?);
        let mail =
            name.ends_with(char::is_alphanumeric) && host.contains('.') && host.starts_with(char::is_alphanumeric);
        return mail.then(|| name.rfind(':').map_or(0, |colon| colon + 1));
    }
    if let Some(at) = piece.find("://") {
        let scheme = piece.get(..at)?;
        return Some(
            scheme
                .rfind(|letter: char| !letter.is_alphanumeric())
                .map_or(0, |mark| mark + 1),
        );
    }
    let colons = piece.matches(':').count();
    if colons >= 4 && piece.len() > 8 && piece.chars().all(|letter| letter.is_ascii_hexdigit() || letter == ':') {
        return Some(0);
    }
    let lead = piece.find(':').map_or(0, |colon| colon + 1);
    let host = piece.get(lead..)?.split('/').next()?;
    let site = host.len() > 4 && host.get(..4).is_some_and(|www| www.eq_ignore_ascii_case("www."));
    (site || host.contains('.') && is_site(sheet, host)).then_some(lead)
}

/// Whether it is a name such as `clinic.example.org`, in small letters.
fn is_site(sheet: &Sheet<'_>, host: &str) -> bool {
    let mut labels = host.rsplit('.');
    let fits = |label: &str| {
        !label.is_empty()
            && label
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
    };
    labels.next().is_some_and(|last| sheet.lists(last, Sense::DOMAIN))
        && labels.next().is_some_and(fits)
        && labels.all(fits)
}

/// A number by its groups or its length. Says where to go on.
fn numeric(sheet: &mut Sheet<'_>, at: usize) -> Option<usize> {
    let figures = sheet.number(at)?;
    if is_exception(sheet, at) {
        return None;
    }
    if let Some(end) = network(sheet, at).or_else(|| grouped(sheet, at)) {
        let plus = at
            .checked_sub(1)
            .filter(|before| sheet.is_mark_of(*before, &['+', '(']));
        sheet.hide(plus.unwrap_or(at)..end);
        return Some(end);
    }
    // `0.123456`, `1:200000`.
    let part = at
        .checked_sub(2)
        .is_some_and(|whole| sheet.is_mark_of(whole + 1, &['.', ':']) && sheet.number(whole).is_some());
    if figures.len() >= LONG && !part && !sheet.has_unit(at) {
        let (start, end) = joined(sheet, at);
        sheet.hide(start..end);
        return Some(end);
    }
    dashed(sheet, at)
}

/// Whether the word before a number says that it is none of a person.
fn is_exception(sheet: &Sheet<'_>, number: usize) -> bool {
    let mut word = sheet.before(number);
    while let Some(at) = word.filter(|at| sheet.is_mark_of(*at, &[':', '#', '.']) || sheet.is(*at, Sense::NUMBER_SIGN))
    {
        word = sheet.before(at);
    }
    word.is_some_and(|at| sheet.is(at, Sense::NUMBER_EXCEPTION))
}

/// Four groups of up to three figures with points between.
fn network(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let octet = |nth: usize| sheet.value(at + 2 * nth).is_some_and(|value| value < 256);
    let points = (0..3).all(|nth| sheet.is_mark(at + 2 * nth + 1, '.'));
    (points && (0..4).all(octet)).then_some(at + 7)
}

/// Groups of figures as in [`GROUPED`].
fn grouped(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    GROUPED.iter().find_map(|(lengths, alike)| {
        let (last, joints) = walk(sheet, at, lengths)?;
        let even = joints.windows(2).all(|pair| pair.first() == pair.last());
        let tight = lengths.len() > 2
            || joints
                .iter()
                .all(|joint| matches!(*joint, "-" | "." | "\u{2011}" | "\u{2013}"));
        let ends = !sheet.is_dash(last + 1) || sheet.number(last + 2).is_none();
        (tight && ends && (!alike || even) && !sheet.has_unit(last)).then(|| extension(sheet, last + 1))
    })
}

/// The last group and what stands between the groups, if their lengths are these.
fn walk<'a>(sheet: &Sheet<'a>, at: usize, lengths: &[usize]) -> Option<(usize, Vec<&'a str>)> {
    let mut joints = Vec::new();
    let mut group = at;
    for (nth, len) in lengths.iter().enumerate() {
        if nth > 0 {
            let joint = group + 1;
            group = (joint + 1..=joint + 3).find(|next| sheet.number(*next).is_some())?;
            let fits = (joint..group).all(|mark| {
                (sheet.is_blank(mark) && !sheet.is_gap(mark))
                    || sheet.is_dash(mark)
                    || sheet.is_mark_of(mark, &['.', '(', ')', '/'])
            });
            if !fits || (sheet.is_mark(joint, '/') && !sheet.is_blank(joint + 1) && lengths.len() < 3) {
                return None;
            }
            joints.push(sheet.word(joint));
        }
        if sheet.number(group)?.len() != *len {
            return None;
        }
    }
    Some((group, joints))
}

/// Past the extension of a telephone number: `x12`, `ext. 12`.
fn extension(sheet: &Sheet<'_>, end: usize) -> usize {
    let word = sheet.past_blank(end);
    let letters = sheet.word(word);
    if !["x", "ext", "extension"]
        .iter()
        .any(|sign| letters.eq_ignore_ascii_case(sign))
    {
        return end;
    }
    let point = word + 1 + usize::from(sheet.is_mark(word + 1, '.'));
    let number = sheet.past_blank(point);
    if sheet.number(number).is_some() {
        number + 1
    } else {
        end
    }
}

/// A long number with the letters and groups that hang on to it.
fn joined(sheet: &Sheet<'_>, at: usize) -> (usize, usize) {
    let part = |at: usize| matches!(sheet.kind(at), Some(Kind::Word(_) | Kind::Number)) || sheet.is_dash(at);
    let mut start = at;
    while let Some(before) = start.checked_sub(1).filter(|before| part(*before)) {
        start = before;
    }
    let mut end = at + 1;
    while part(end) {
        end += 1;
    }
    (start, end)
}

/// Groups joined by dashes that are long together: `4432-118-77`; not a run of codes with what is appended to them.
fn dashed(sheet: &mut Sheet<'_>, at: usize) -> Option<usize> {
    let mut lengths = vec![sheet.number(at)?.len()];
    let mut end = at + 1;
    while let Some(group) = sheet.number(end + 1).filter(|_| sheet.is_dash(end)) {
        lengths.push(group.len());
        end += 2;
    }
    let codes = lengths.first() == Some(&5) && lengths.iter().all(|len| matches!(len, 2 | 5));
    let long = lengths.len() > 1 && lengths.iter().sum::<usize>() >= LONG_IN_GROUPS;
    let hour = |at: usize| sheet.value(at).is_some_and(|time| time < 2400 && time % 100 < 60);
    let times = lengths == [4, 4] && hour(at) && hour(at + 2);
    if long && !codes && !times && !sheet.has_unit(end - 1) {
        sheet.hide(at..end);
    }
    Some(end)
}
