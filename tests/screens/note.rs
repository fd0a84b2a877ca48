//! A procedure note on the screen: taken in, its words beside each question, suggestions confirmed one by one, and all of it
//! forgotten. The readings are made by hand, so that these screens stay as they are whatever the reader learns.

use epipath::claim::{Level, Side};
use epipath::note::{
    Because, Clash, Contradiction, Family, Found, Given, Item, Procedure, Quote, Reading, Role, State, Strength,
    Suggestion, Ticked,
};
use epipath::report::note::Noted;
use epipath::tree::Book;
use epipath::tui::errand::Errand;
use epipath::tui::keys::{Command, Place};
use epipath::tui::{Flow, NoteSource, Training};
use rstest::rstest;

use crate::notation::noted;
use crate::scene::Scene;
use crate::sizes::fits;
use crate::snapshots::WINDOWS;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

/// Everything shown, but for the delivery, which rests on a list.
const INTERLAMINAR: &str = "\
INTERLAMINAR NOTE
PROCEDURE: Lumbar interlaminar epidural steroid injection, L4-L5.
HISTORY: Low back pain for five months. Therapy for eight weeks did not help. An injection last year gave relief for a while.
EQUIPMENT: 20 gauge Tuohy needle, loss of resistance syringe, extension tubing.
NARRATIVE: The patient was placed prone. Under fluoroscopy the L4-L5 interlaminar space was found and the skin was numbed. The \
needle was advanced in the midline until loss of resistance to air. Contrast spread in the epidural space and the views were stored.
Then 80 mg of methylprednisolone and 2 mL of lidocaine 1% were given. The needle was taken out.
PLAN: Follow up in four weeks. Consider a transforaminal injection if the pain comes back.
";

/// Two levels and their sides; then a second procedure.
const FORAMEN: &str = "\
FORAMEN NOTE
Transforaminal injections at L4-L5 and L5-S1 on the left under fluoroscopy with a needle. Dexamethasone 10 mg was given.
A cervical interlaminar injection followed with the same technique.
";

/// Says two things on imaging, nothing on delivery, and that it was for pain after an operation.
const CONTRARY: &str = "\
CONTRARY NOTE
TITLE: Lumbar epidural under ultrasound, for pain after the operation.
The L3-L4 interlaminar space was entered under fluoroscopy. Steroid was given. A catheter tray was opened.
";

const OUTSIDE: &str = "\
OUTSIDE NOTE
The L4-L5 facet joint was entered under fluoroscopy and steroid was given into the joint.
";

const EITHER: &str = "\
EITHER NOTE
Epidural steroid injection. The facet joint was entered as well, or the epidural space.
";

/// Where some words of a note stand.
fn words(note: &str, words: &str) -> Vec<Quote> {
    let start = note.find(words).unwrap_or_else(|| panic!("{words}"));
    vec![Quote(start..start + words.len())]
}

fn said(note: &str, question: &str, (answer, strength): (&str, Strength), quoted: &[&str]) -> Suggestion {
    Suggestion {
        question: question.to_owned(),
        answers: vec![answer.to_owned()],
        state: State::Suggested,
        strength: Some(strength),
        quotes: quoted.iter().flat_map(|one| words(note, one)).collect(),
    }
}

fn unsaid(note: &str, question: &str, (state, answers): (State, &[&str]), quoted: &[&str]) -> Suggestion {
    Suggestion {
        answers: answers.iter().map(|answer| (*answer).to_owned()).collect(),
        state,
        strength: None,
        ..said(note, question, ("", Strength::Weak), quoted)
    }
}

fn entry(note: &str, (level, side): (Level, Option<Side>), quoted: &str) -> Found {
    Found {
        level: Some(level),
        side,
        role: Role::Entry,
        quotes: words(note, quoted),
    }
}

fn item(note: &str, id: &str, state: Ticked, quoted: &[&str]) -> Item {
    Item {
        id: id.to_owned(),
        state,
        quotes: quoted.iter().flat_map(|one| words(note, one)).collect(),
    }
}

fn reading(procedures: Vec<Procedure>) -> Reading {
    Reading {
        family: Family::In,
        because: Because::TitleAndNarrative,
        family_quotes: Vec::new(),
        signpost: None,
        procedures,
        substances: Vec::new(),
        checklist: Vec::new(),
        conflicts: Vec::new(),
    }
}

fn interlaminar() -> Reading {
    use Strength::{Strong, Weak};
    let note = INTERLAMINAR;
    let answers = vec![
        said(note, "region", ("lumbar", Strong), &["L4-L5 interlaminar space"]),
        said(
            note,
            "approach",
            ("interlaminar", Strong),
            &["the L4-L5 interlaminar space was found", "Lumbar interlaminar"],
        ),
        said(
            note,
            "imaging",
            ("fluoroscopy", Strong),
            &[
                "Under fluoroscopy the L4-L5 interlaminar space was found",
                "the views were stored",
            ],
        ),
        said(note, "delivery", ("needle", Weak), &["20 gauge Tuohy needle"]),
        said(
            note,
            "substance",
            ("steroid-anesthetic", Strong),
            &["80 mg of methylprednisolone and 2 mL of lidocaine 1%"],
        ),
    ];
    let procedure = Procedure {
        answers,
        levels: vec![entry(note, (Level::L4L5, None), "L4-L5 interlaminar space")],
    };
    Reading {
        checklist: vec![
            item(note, "views-stored", Ticked::Shown, &["the views were stored"]),
            item(note, "guidance-type", Ticked::Shown, &["Under fluoroscopy"]),
            item(
                note,
                "dose-and-volume",
                Ticked::Partly,
                &["80 mg of methylprednisolone"],
            ),
            item(note, "consent", Ticked::NotFound, &[]),
        ],
        conflicts: vec![Contradiction {
            clash: Clash::VolumeSum,
            about: None,
            quotes: words(note, "2 mL of lidocaine 1%"),
        }],
        ..reading(vec![procedure])
    }
}

fn foramen() -> Reading {
    use Strength::Strong;
    let note = FORAMEN;
    let imaging = said(note, "imaging", ("fluoroscopy", Strong), &["under fluoroscopy"]);
    let first = Procedure {
        answers: vec![
            said(note, "region", ("lumbar", Strong), &["L4-L5 and L5-S1"]),
            said(
                note,
                "approach",
                ("transforaminal", Strong),
                &["Transforaminal injections"],
            ),
            imaging.clone(),
            said(note, "delivery", ("needle", Strong), &["with a needle"]),
            said(
                note,
                "substance",
                ("steroid-anesthetic", Strong),
                &["Dexamethasone 10 mg"],
            ),
        ],
        levels: vec![
            entry(note, (Level::L4L5, Some(Side::Left)), "L4-L5"),
            entry(note, (Level::L5S1, Some(Side::Left)), "L5-S1 on the left"),
        ],
    };
    let second = Procedure {
        answers: vec![
            said(
                note,
                "region",
                ("cervical", Strong),
                &["A cervical interlaminar injection"],
            ),
            said(
                note,
                "approach",
                ("interlaminar", Strong),
                &["A cervical interlaminar injection"],
            ),
            imaging,
        ],
        levels: Vec::new(),
    };
    reading(vec![first, second])
}

fn contrary() -> Reading {
    use Strength::Strong;
    let note = CONTRARY;
    let answers = vec![
        said(
            note,
            "purpose",
            ("postoperative-pain", Strong),
            &["for pain after the operation"],
        ),
        said(note, "region", ("lumbar", Strong), &["The L3-L4 interlaminar space"]),
        said(
            note,
            "approach",
            ("interlaminar", Strong),
            &["The L3-L4 interlaminar space"],
        ),
        unsaid(
            note,
            "imaging",
            (State::Conflict, &["fluoroscopy", "ultrasound"]),
            &["was entered under fluoroscopy", "Lumbar epidural under ultrasound"],
        ),
        unsaid(
            note,
            "delivery",
            (State::NotDocumented, &[]),
            &["A catheter tray was opened"],
        ),
        said(
            note,
            "substance",
            ("steroid-anesthetic", Strong),
            &["Steroid was given"],
        ),
    ];
    reading(vec![Procedure {
        answers,
        levels: Vec::new(),
    }])
}

fn outside(family: Family) -> Reading {
    let (note, because, quoted) = match family {
        Family::Out => (
            OUTSIDE,
            Because::Neighbor,
            "The L4-L5 facet joint was entered under fluoroscopy",
        ),
        _ => (EITHER, Because::Both, "The facet joint was entered as well"),
    };
    Reading {
        family,
        because,
        family_quotes: words(note, quoted),
        signpost: Some("facet-joint".to_owned()),
        ..reading(Vec::new())
    }
}

/// Reads the notes above as they are to be read; of others it says that nothing was done.
#[derive(Debug)]
struct ByHand;

impl NoteSource for ByHand {
    fn open(&self, path: &str) -> Result<Given, String> {
        match path {
            "note.txt" => Given::read(INTERLAMINAR.as_bytes()).map_err(|error| error.to_string()),
            _ => Err("there is no such file".to_owned()),
        }
    }

    fn read(&self, _: &Book, text: &str) -> Result<Noted, String> {
        let reading = match text {
            INTERLAMINAR => interlaminar(),
            FORAMEN => foramen(),
            CONTRARY => contrary(),
            OUTSIDE => outside(Family::Out),
            EITHER => outside(Family::Unclear),
            _ => Reading {
                family: Family::Out,
                because: Because::NothingDone,
                signpost: None,
                family_quotes: Vec::new(),
                ..reading(Vec::new())
            },
        };
        Ok(Noted::new(text.to_owned(), reading))
    }
}

/// A wizard that can read notes, after keys.
fn able(size: (u16, u16), keys: &str) -> Scene {
    Scene::with(size, keys, |options| options.notes = Some(&ByHand))
}

/// The same with a note pasted before the keys.
fn pasted(note: &str, size: (u16, u16), keys: &str) -> Scene {
    let mut scene = able(size, "n");
    scene.app.paste(note);
    scene.press(keys);
    scene
}

/// The screens of a note: name, note, keys after the paste.
pub(crate) const SCREENS: [(&str, &str, &str); 12] = [
    ("note-question", INTERLAMINAR, "Enter Enter"),
    ("note-second-words", INTERLAMINAR, "Enter Enter ]"),
    ("note-weak", INTERLAMINAR, "Enter Enter Enter Enter"),
    ("note-conflict", CONTRARY, "Enter Enter"),
    ("note-not-documented", CONTRARY, "Enter Enter Enter"),
    ("note-details", CONTRARY, "Enter Enter 1 1 Enter"),
    ("note-levels", FORAMEN, "Enter Enter Enter Enter"),
    ("note-result", FORAMEN, "Enter Enter Enter Enter Enter"),
    ("note-checklist", INTERLAMINAR, "Enter Enter Enter Enter Enter Enter 2"),
    ("note-outside", OUTSIDE, ""),
    ("note-either", EITHER, ""),
    ("note-whole", INTERLAMINAR, "Enter Enter N"),
];

/// A screen of a note by its name; `note-input` is the one before a note.
pub(crate) fn shot(size: (u16, u16), name: &str) -> Scene {
    match SCREENS.iter().find(|screen| screen.0 == name) {
        Some((_, note, keys)) => pasted(note, size, keys),
        None if name == "note-found" => pasted(INTERLAMINAR, size, "V"),
        None => able(size, "n"),
    }
}

/// A screen of a place on which a hinted key about a note means something.
pub(crate) fn hinted(size: (u16, u16), place: Place, command: Command) -> Option<Scene> {
    let answered = "Enter Enter Enter Enter Enter Enter";
    let scene = match (place, command) {
        (Place::Question, Command::ReadNote) => able(size, ""),
        (Place::Giving, Command::Take) => able(size, "n \"words"),
        (Place::Giving, _) => able(size, "n"),
        (Place::Note, Command::NextQuote) => {
            let mut scene = pasted(INTERLAMINAR, (120, 18), "Enter Enter N");
            scene.app.resize(ratatui::layout::Size::new(size.0, size.1));
            scene.size = ratatui::layout::Size::new(size.0, size.1);
            scene
        }
        (Place::Note, Command::Down) => pasted(INTERLAMINAR, size, "V"),
        (Place::Note, _) => pasted(INTERLAMINAR, size, "Enter Enter N"),
        (Place::Levels, Command::Take) => pasted(FORAMEN, size, "Enter Enter Enter Enter"),
        (Place::Demo, Command::Evidence) => {
            let cases = crate::teaching::teaching()
                .cases
                .into_iter()
                .map(|case| case.id)
                .collect();
            Scene::with(size, "", |options| {
                options.notes = Some(&ByHand);
                options.training = Some(Training::Demo { cases });
            })
        }
        (Place::Drill, _) => return None,
        (_, Command::CaseNote | Command::Evidence | Command::NextQuote | Command::TickShown) => {
            let keys = match place {
                Place::Question => "Enter Enter".to_owned(),
                Place::Checklist => format!("{answered} 2"),
                Place::Modifiers => format!("{answered} 3"),
                Place::Claim => format!("{answered} 4"),
                _ => answered.to_owned(),
            };
            pasted(INTERLAMINAR, size, &keys)
        }
        _ => return None,
    };
    Some(scene)
}

fn code(scene: &Scene) -> Option<String> {
    let view = epipath::session::View::of(crate::support::book(), scene.app.session().case());
    view.result?.code
}

#[test]
fn note_screens() {
    for name in SCREENS
        .iter()
        .map(|screen| screen.0)
        .chain(["note-input", "note-found"])
    {
        let drawn = WINDOWS.map(|size| format!("== {} x {}\n{}", size.0, size.1, noted(&shot(size, name))));
        insta::assert_snapshot!(name, drawn.join("\n"));
    }
}

#[test]
fn nothing_breaks_at_any_size() {
    for name in SCREENS
        .iter()
        .map(|screen| screen.0)
        .chain(["note-input", "note-found"])
    {
        let mut scene = shot(SMALL, name);
        for width in [1, 2, 19, 37, 59, 60, 61, 76, 80, 127, 200] {
            for height in [1, 2, 11, 17, 18, 19, 24, 31, 60] {
                fits(&mut scene, ratatui::layout::Size::new(width, height), name);
            }
        }
    }
}

#[test]
fn a_paste_is_read_at_once_and_one_enter_a_question_leads_to_the_code() {
    for size in WINDOWS {
        let mut scene = pasted(INTERLAMINAR, size, "");
        assert_eq!(scene.app.session().actions().len(), 0, "nothing is answered by itself");
        for label in ["Lumbar", "Interlaminar", "Fluoroscopy"] {
            assert!(scene.cursor_row().contains(label), "{label}\n{}", scene.text());
            scene.press("Enter");
        }
        // Delivery rests on weak words.
        scene.press("Enter Enter Enter");
        assert_eq!(code(&scene).as_deref(), Some("62323"), "{}", scene.text());
        assert_eq!(scene.app.session().actions().len(), 5);
    }
}

#[test]
fn weak_words_ask_for_a_second_enter_and_any_other_key_takes_it_back() {
    let mut scene = pasted(INTERLAMINAR, SMALL, "Enter Enter Enter Enter");
    assert_eq!(scene.app.session().actions().len(), 3);
    assert!(
        scene.words().contains("Weak: Enter again confirms it"),
        "{}",
        scene.text()
    );
    scene.press("]");
    assert!(!scene.words().contains("again confirms"), "{}", scene.text());
    scene.press("Enter");
    assert_eq!(scene.app.session().actions().len(), 3);
    scene.press("Enter");
    assert_eq!(scene.app.session().actions().len(), 4);
    // Another answer, and the number of the weak one, need one key.
    for keys in ["Down Enter", "1"] {
        let mut scene = pasted(INTERLAMINAR, SMALL, "Enter Enter Enter");
        scene.press(keys);
        assert_eq!(scene.app.session().actions().len(), 4, "{keys}");
    }
}

#[test]
fn a_conflict_and_silence_leave_the_mark_on_not_documented() {
    for size in WINDOWS {
        let mut scene = pasted(CONTRARY, size, "Enter Enter");
        assert!(scene.cursor_row().contains("Not documented"), "{}", scene.text());
        let text = scene.words();
        assert!(text.contains("The note contradicts itself: 1 and 3."), "{text}");
        assert_eq!(text.matches("[conflict]").count(), 2, "{text}");
        scene.press("Enter");
        assert!(
            scene.words().contains("The note does not say; 1 hint."),
            "{}",
            scene.text()
        );
        assert!(scene.cursor_row().contains("Not documented"), "{}", scene.text());
    }
}

#[test]
fn the_words_for_the_question_are_in_view_and_marked_without_color() {
    for size in [SMALL, (100, 30), LARGE, (200, 60)] {
        let mut scene = pasted(INTERLAMINAR, size, "Enter Enter");
        assert!(scene.words().contains("The note: 1 of 2"), "{}", scene.text());
        assert!(scene.text().contains("[Under"), "{}", scene.text());
        scene.press("]");
        assert!(scene.words().contains("The note: 2 of 2"), "{}", scene.text());
        assert!(scene.text().contains("[the"), "{}", scene.text());
        scene.press("[");
        assert!(scene.words().contains("The note: 1 of 2"), "{}", scene.text());
    }
    let mut narrow = pasted(INTERLAMINAR, (60, 18), "Enter Enter");
    assert!(
        narrow.words().contains("1 of 2: \"Under fluoroscopy the L4-L5"),
        "{}",
        narrow.text()
    );
    narrow.press("]");
    assert!(
        narrow.words().contains("2 of 2: \"the views were stored\""),
        "{}",
        narrow.text()
    );
}

#[test]
fn pages_turn_the_note_and_the_next_question_brings_its_words_back() {
    let mut scene = pasted(INTERLAMINAR, (80, 18), "");
    scene.press("PgUp PgUp PgUp");
    assert!(scene.words().contains("INTERLAMINAR NOTE"), "{}", scene.text());
    scene.press("PgDn PgDn PgDn");
    assert!(scene.words().contains("comes back"), "{}", scene.text());
    scene.press("Enter");
    assert!(!scene.words().contains("comes back"), "{}", scene.text());
}

#[test]
fn the_whole_note_and_what_was_found_take_turns_and_close_with_their_keys() {
    let mut scene = pasted(INTERLAMINAR, SMALL, "Enter Enter");
    let question = scene.drawn();
    scene.press("N V N V V");
    assert_eq!(scene.drawn(), question);
    scene.press("V");
    assert!(scene.words().contains("The title names it"), "{}", scene.text());
    scene.press("Esc");
    assert_eq!(scene.drawn(), question);
}

#[test]
fn levels_are_suggested_in_the_grid_and_one_enter_takes_them() {
    for size in WINDOWS {
        let mut scene = pasted(FORAMEN, size, "Enter Enter Enter Enter");
        assert_eq!(scene.app.place(), Place::Levels, "{}", scene.text());
        assert_eq!(scene.text().matches("[?] left").count(), 2, "{}", scene.text());
        assert!(scene.app.session().case().context.levels.is_empty());
        scene.press("Enter");
        assert_eq!(scene.app.session().case().context.levels.len(), 2);
        assert_eq!(code(&scene).as_deref(), Some("64483"));
        assert!(scene.words().contains("64484"), "{}", scene.text());
    }
}

#[test]
fn the_next_procedure_of_the_note_is_offered_and_has_its_own_words() {
    let mut scene = pasted(FORAMEN, LARGE, "Enter Enter Enter Enter Enter");
    assert!(
        scene
            .words()
            .contains("The note tells of another procedure: + takes it up."),
        "{}",
        scene.text()
    );
    assert!(scene.rows()[39].contains("+ add procedure"), "{}", scene.text());
    scene.press("+");
    assert!(scene.cursor_row().contains("Cervical"), "{}", scene.text());
    scene.press("Enter Enter Enter 1 1");
    assert!(
        !scene.words().contains("tells of another procedure"),
        "{}",
        scene.text()
    );
    let codes: Vec<&str> = ["62321", "64483", "64484"]
        .into_iter()
        .filter(|code| scene.text().contains(code))
        .collect();
    assert_eq!(codes.len(), 3, "{}", scene.text());
}

#[test]
fn what_is_taken_for_granted_is_asked_where_the_note_says_otherwise() {
    let mut scene = pasted(CONTRARY, LARGE, "Enter Enter 1 1 Enter");
    let text = scene.words();
    assert!(
        text.contains("The note also says") && text.contains("for pain after the operation"),
        "{text}"
    );
    let before = scene.app.session().actions().len();
    scene.press("Enter");
    assert_eq!(scene.app.session().actions().len(), before + 1);
    assert!(
        scene
            .app
            .session()
            .actions()
            .iter()
            .any(|action| format!("{action:?}").contains("postoperative-pain"))
    );
    let mut left = pasted(CONTRARY, LARGE, "Enter Enter 1 1 Enter Esc");
    assert_eq!(left.app.session().actions().len(), before);
    assert_eq!(left.press("Tab"), Flow::Draw);
}

#[test]
fn items_that_the_note_shows_are_ticked_by_one_key_and_never_by_themselves() {
    let mut scene = shot((120, 90), "note-checklist");
    let text = scene.words();
    assert!(text.contains("note: shown: \"the views were stored\""), "{text}");
    assert!(
        text.contains("note: shown in part: \"80 mg of methylprednisolone\""),
        "{text}"
    );
    assert!(scene.text().contains("[?]"), "{}", scene.text());
    assert!(scene.app.session().case().ticks.is_empty());
    assert!(
        scene.words().contains("To look at in the note (1 place): V shows it."),
        "{}",
        scene.text()
    );
    scene.press("X");
    let ticks: Vec<&String> = scene.app.session().case().ticks.iter().collect();
    assert_eq!(ticks, ["guidance-type", "views-stored"]);
    assert!(!scene.text().contains("[?]"), "{}", scene.text());
}

#[test]
fn a_note_outside_the_family_says_why_first_and_the_person_decides() {
    let scene = pasted(OUTSIDE, SMALL, "");
    let text = scene.words();
    assert!(
        text.contains("no injection of this family") && text.contains("The L4-L5 facet joint was entered"),
        "{text}"
    );
    let mut card = pasted(OUTSIDE, SMALL, "Enter");
    assert_eq!(card.app.place(), Place::Card, "{}", card.text());
    card.press("Esc Down Enter");
    assert_eq!(card.app.place(), Place::Question);
    assert!(
        card.words().contains("The note was not read for this."),
        "{}",
        card.text()
    );
    let mut dropped = pasted(OUTSIDE, SMALL, "End Enter");
    assert!(dropped.words().contains("The note is dropped."), "{}", dropped.text());
    dropped.press("Up");
    assert_eq!(dropped.drawn(), able(SMALL, "Up").drawn());
}

#[test]
fn a_file_is_named_instead_of_a_paste() {
    let mut scene = able(SMALL, "n Tab \"note.txt Enter");
    let Some(Errand::Note { path }) = scene.app.take_errand() else {
        panic!("{}", scene.text());
    };
    scene.app.take_file(&path);
    assert!(scene.cursor_row().contains("Lumbar"), "{}", scene.text());
    let mut scene = able(SMALL, "n Tab \"jane-doe.txt Enter");
    assert!(scene.app.take_errand().is_some());
    scene.app.take_file("jane-doe.txt");
    let said = scene.rows()[21].clone();
    assert!(
        said.contains("there is no such file") && !said.contains("jane"),
        "{}",
        scene.text()
    );
}

#[test]
fn what_comes_as_keys_is_text_and_no_command() {
    // Every sign that a note may hold, as a slow paste sends it.
    let mut scene = able(SMALL, "n");
    for letter in '!'..='~' {
        scene.press(&letter.to_string());
    }
    assert_eq!(scene.app.place(), Place::Giving, "{}", scene.text());
    assert!(scene.app.session().is_fresh());
    assert!(scene.words().contains("94 characters in 1 line."), "{}", scene.text());
    scene.press("Tab");
    assert!(scene.words().contains("95 characters"), "{}", scene.text());
    // All at once.
    let mut scene = able(SMALL, "n");
    assert_eq!(scene.app.burst_from(), Some(2));
    scene.app.burst(INTERLAMINAR);
    assert_eq!(scene.app.place(), Place::Giving);
    assert!(!scene.text().contains("lumbar"), "{}", scene.text());
    scene.press("Enter");
    assert!(scene.cursor_row().contains("Lumbar"), "{}", scene.text());
    // Where nobody asked for a note it is told how to give one, and nothing is answered.
    let mut scene = able(SMALL, "");
    assert!(scene.app.burst_from().is_some_and(|keys| keys > 20));
    scene.app.burst(INTERLAMINAR);
    assert!(
        scene.words().contains("That was a paste. n takes a note in"),
        "{}",
        scene.text()
    );
    assert!(scene.app.session().is_fresh());
    assert_eq!(able(SMALL, "/").app.burst_from(), None);
}

#[rstest]
#[case(&"x".repeat(300_000), "larger than 200 kB")]
#[case(" \r\n ", "no words")]
fn what_is_no_note_says_why(#[case] note: &str, #[case] why: &str) {
    let scene = pasted(note, SMALL, "");
    assert!(scene.words().contains(why), "{}", scene.text());
    assert_eq!(scene.app.place(), Place::Giving);
}

#[test]
fn lines_may_be_broken_in_any_way() {
    for broken in ["\r\n", "\r"] {
        let scene = pasted(&INTERLAMINAR.replace('\n', broken), SMALL, "");
        assert!(scene.cursor_row().contains("Lumbar"), "{}", scene.text());
    }
}

/// A word that stands nowhere but in the note.
fn holds_the_note(scene: &Scene) -> bool {
    ["Tuohy", "INTERLAMINAR NOTE"]
        .iter()
        .any(|word| scene.text().contains(word))
}

#[test]
fn nothing_is_left_of_a_note_that_is_forgotten() {
    for screen in SCREENS.iter().map(|screen| screen.0).chain(["note-found"]) {
        for (name, keys) in [("blank", "Ctrl-X"), ("idle", "")] {
            let mut scene = shot(LARGE, screen);
            if keys.is_empty() {
                assert_eq!(scene.app.idle("10 minutes"), Flow::Redraw, "{screen}");
            } else {
                assert_eq!(scene.press(keys), Flow::Redraw, "{screen}");
            }
            assert!(!holds_the_note(&scene), "{screen} {name}");
            scene.press("N");
            assert!(
                scene.words().contains("No note was read"),
                "{screen} {name} {}",
                scene.text()
            );
            assert_eq!(scene.app.take_errand(), None);
        }
    }
}

#[test]
fn the_next_case_and_a_drill_drop_the_note() {
    for keys in ["n", "T"] {
        let mut scene = shot(LARGE, "note-result");
        scene.press(keys);
        if keys == "T" {
            scene.press("T");
        }
        scene.press("N");
        assert!(scene.words().contains("No note was read"), "{keys} {}", scene.text());
    }
    let mut scene = pasted(INTERLAMINAR, LARGE, "n Enter");
    assert!(scene.words().contains("The note is dropped."), "{}", scene.text());
    scene.press("N");
    assert!(scene.words().contains("No note was read"), "{}", scene.text());
}

/// Nothing that goes out of the screen holds a word of the note.
#[test]
fn nothing_of_the_note_goes_out() {
    let lines: Vec<&str> = INTERLAMINAR.lines().skip(1).collect();
    let inside = |text: &str| {
        lines
            .iter()
            .flat_map(|line| line.split(". "))
            .any(|words| text.contains(words))
    };
    for keys in [
        "y", "Y", "R y", "R w", "e y", "e 2 w", "e 3 y", "e 4 y", "e 5 y", "p", "2 p", "F", "1 !",
    ] {
        let mut scene = shot(LARGE, "note-checklist");
        scene.press("X");
        scene.press(keys);
        let errand = format!("{:?}", scene.app.take_errand());
        assert!(!inside(&errand), "{keys}: {errand}");
    }
    let scene = shot(LARGE, "note-checklist");
    assert!(!inside(&format!("{:?}", scene.app.session())));
}

#[test]
fn the_keys_of_a_note_can_be_chosen_and_are_named() {
    let keys = [
        ("read-note", "M"),
        ("take", "F2"),
        ("next-quote", ")"),
        ("case-note", "O"),
        ("evidence", "Z"),
    ];
    let keys = keys
        .map(|(name, key)| (name.to_owned(), vec![key.to_owned()]))
        .into_iter()
        .collect();
    let keymap = epipath::tui::Keymap::chosen(&keys).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    let mut scene = Scene::with(LARGE, "", |options| {
        options.notes = Some(&ByHand);
        options.keys = keymap;
    });
    assert!(scene.rows()[39].contains("M read a note"), "{}", scene.text());
    scene.press("n");
    assert_eq!(scene.app.place(), Place::Question);
    scene.press("M");
    scene.app.burst(INTERLAMINAR);
    assert!(scene.words().contains("F2 reads it"), "{}", scene.text());
    for _ in 0..5 {
        scene.event(crossterm::event::KeyEvent::from(crossterm::event::KeyCode::F(2)));
    }
    assert!(scene.words().contains("Weak: F2 again confirms it"), "{}", scene.text());
    scene.press("O");
    assert!(scene.words().contains("INTERLAMINAR NOTE"), "{}", scene.text());
    scene.press("Z");
    assert!(scene.words().contains("What was found in the note"), "{}", scene.text());
}

#[test]
fn a_class_sees_what_the_reader_finds_in_the_note_of_a_case() {
    let mut scene = hinted(LARGE, Place::Demo, Command::Evidence).unwrap();
    scene.press("V");
    assert!(scene.words().contains("What was found in the note"), "{}", scene.text());
    scene.press("V");
    assert_eq!(scene.app.place(), Place::Demo);
}

#[test]
fn without_a_reader_the_key_says_so() {
    let mut scene = Scene::new(SMALL, "");
    assert!(!scene.rows()[23].contains("n read a note"), "{}", scene.text());
    scene.press("n");
    assert!(scene.words().contains("Notes cannot be read here."), "{}", scene.text());
}
