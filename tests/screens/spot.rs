//! Spot the fork: words are marked with the keyboard, and laid beside those that decide.

use ratatui::style::Modifier;

use crate::scene::Scene;

const LARGE: (u16, u16) = (120, 40);

/// The word under the cursor.
fn word(scene: &Scene) -> String {
    let (buffer, cursor) = scene.drawn();
    let at = cursor.expect("a cursor");
    let cells = (at.x..buffer.area.width).map(|x| buffer[(x, at.y)].symbol());
    cells.take_while(|symbol| *symbol != " ").collect()
}

#[test]
fn arrows_move_word_by_word_and_line_by_line() {
    let mut scene = Scene::new(LARGE, "T m");
    assert_eq!(word(&scene), "Lumbar");
    scene.press("Right");
    assert_eq!(word(&scene), "ESI");
    scene.press("Left Left");
    assert_eq!(word(&scene), "Lumbar");
    scene.press("Down");
    assert_eq!(word(&scene), "Prone.");
    scene.press("Down Down Up");
    assert_eq!(word(&scene), "caudal");
    scene.press("PgDn PgUp");
    assert_eq!(word(&scene), "Lumbar");
    scene.press("End");
    assert_eq!(word(&scene), "complications.");
    scene.press("Right Down Home");
    assert_eq!(word(&scene), "Lumbar");
}

#[test]
fn every_word_can_be_reached_in_the_smallest_window() {
    let mut scene = Scene::new((60, 18), "T L \"thoracic Enter m");
    let words = crate::teaching::teaching().cases[3].note.split_whitespace().count();
    for _ in 1..words {
        word(&scene);
        scene.press("Right");
    }
    assert_eq!(word(&scene), "condition.");
}

#[test]
fn words_marked_exactly_score_all_and_are_shown_apart() {
    let mut scene = Scene::new(LARGE, "T m");
    mark(&mut scene, "caudal tilt to open L3-4.", 5);
    mark(&mut scene, "midline, between the laminae,", 4);
    mark(&mut scene, "fluoroscopic AP and lateral.", 4);
    mark(&mut scene, "18g Tuohy,", 2);
    mark(&mut scene, "Methylprednisolone 80 mg,", 3);
    scene.press("Enter");
    let text = scene.words();
    assert!(
        text.contains("100 of 100. Of what you marked 100 in 100 decides"),
        "{text}"
    );
    assert!(text.contains("[18g Tuohy,|midline, between the laminae,]"), "{text}");
    let (buffer, _) = scene.drawn();
    let reversed = buffer
        .content
        .iter()
        .filter(|cell| cell.modifier.contains(Modifier::REVERSED));
    assert!(reversed.count() > 60);
}

/// Marks so many words from the first that stand so in the note.
fn mark(scene: &mut Scene, words: &str, count: usize) {
    let note = crate::teaching::teaching().cases[0].note.clone();
    let all: Vec<&str> = note.split_whitespace().collect();
    let wanted: Vec<&str> = words.split_whitespace().collect();
    assert_eq!(wanted.len(), count);
    let at = all.windows(count).position(|some| some == wanted).expect(words);
    scene.press("Home");
    for _ in 0..at {
        scene.press("Right");
    }
    scene.press("Space");
    for _ in 1..count {
        scene.press("Right");
    }
    scene.press("Space");
}

#[test]
fn a_mark_comes_off_with_the_key_that_made_it_and_nothing_is_no_answer() {
    let mut scene = Scene::new(LARGE, "T m");
    let before = scene.drawn();
    scene.press("Space Right Space");
    assert_ne!(scene.drawn(), before);
    scene.press("Left Space");
    assert_eq!(scene.drawn(), before);
    scene.press("Enter");
    assert!(scene.words().contains("No word is marked yet."), "{}", scene.text());
}

#[test]
fn nothing_of_it_counts_and_esc_goes_back() {
    let mut scene = Scene::new(LARGE, "T m Space Right Space Enter");
    assert_eq!(scene.app.take_errand(), None);
    assert!(scene.words().contains("of 100."), "{}", scene.text());
    scene.press("Esc");
    assert_eq!(scene.drawn(), Scene::new(LARGE, "T").drawn());
}
