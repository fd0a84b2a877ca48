//! What lies over a screen.

use epipath::tui::Flow;

use crate::scene::Scene;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

#[test]
fn escape_closes_the_top_layer_only() {
    let mut scene = Scene::new(SMALL, "w s ?");
    assert!(scene.text().contains("Every key"));
    scene.press("Esc");
    assert!(scene.text().contains("Sources: Why: Region"), "{}", scene.text());
    scene.press("Esc");
    assert!(scene.text().contains("Why: Region"), "{}", scene.text());
    scene.press("q");
    assert!(scene.cursor_row().contains("1  Cervical"), "{}", scene.text());
}

#[test]
fn help_starts_with_the_keys_of_the_place() {
    let text = Scene::new(SMALL, "4 1 1 1 1 2 ?").words();
    assert!(text.contains("On the checklist"), "{text}");
}

#[test]
fn help_says_every_key_there_is() {
    let mut scene = Scene::new((200, 60), "?");
    let mut text = scene.words();
    for _ in 0..5 {
        scene.press("PgDn");
        text += &scene.words();
    }
    let shown = |binding: &&epipath::tui::keys::Binding| *binding.places != [epipath::tui::keys::Place::Small];
    for binding in epipath::tui::key_table().iter().filter(shown) {
        assert!(text.contains(binding.help), "{}", binding.help);
    }
}

#[test]
fn five_digits_and_enter_open_a_card_from_any_screen() {
    for keys in ["", "4 1", "4 1 1 1 1 3", "4 6 1", "?", "a", "d", "t"] {
        let scene = Scene::new(SMALL, &format!("{keys} / \"64483 Enter"));
        let text = scene.words();
        assert!(
            text.contains("What the note must say") && text.contains("Transforaminal"),
            "{keys}: {}",
            scene.text()
        );
    }
}

/// A card opened by its number goes back to the case at once, and the case is as it was.
#[test]
fn one_escape_leads_from_a_card_to_the_case() {
    for keys in ["4 1", "4 1 1 1 1", "4 6 1"] {
        let before = Scene::new(SMALL, keys).text();
        let after = Scene::new(SMALL, &format!("{keys} / \"64483 Enter Down Enter Esc")).text();
        assert_eq!(before, after, "{keys}");
    }
}

#[test]
fn a_code_beside_the_family_has_a_card_that_says_so() {
    let text = Scene::new(LARGE, "/ \"77003 Enter").words();
    assert!(text.contains("Never add 77003"), "{text}");
    let text = Scene::new(LARGE, "/ \"0777T Enter").words();
    assert!(text.contains("Add-on code"), "{text}");
}

#[test]
fn every_code_of_the_family_has_a_card() {
    for code in [
        "62320", "62321", "62322", "62323", "62324", "62325", "62326", "62327", "64479", "64480", "64483", "64484",
    ] {
        let scene = Scene::new(LARGE, &format!("/ \"{code} Enter"));
        assert!(scene.text().contains("What the note must say"), "{}", scene.text());
    }
}

#[test]
fn an_ended_code_and_a_code_elsewhere_have_cards_too() {
    assert!(
        Scene::new(SMALL, "/ \"62311 Enter")
            .text()
            .contains("Ended on 2016-12-31")
    );
    assert!(
        Scene::new(SMALL, "/ \"64493 Enter")
            .text()
            .contains("Outside this family")
    );
    let scene = Scene::new(SMALL, "/ \"99999 Enter");
    assert!(
        scene.text().contains("/ 99999"),
        "stays on the find line: {}",
        scene.text()
    );
}

#[test]
fn what_is_typed_is_text() {
    let mut scene = Scene::new(SMALL, "/ \"q?wsd4");
    assert!(scene.text().contains("/ q?wsd4"), "{}", scene.text());
    assert!(scene.app.session().actions().is_empty());
    scene.press("Back Back");
    assert!(scene.text().contains("/ q?ws"), "{}", scene.text());
    scene.press("Ctrl-u");
    scene.app.paste("TF\u{1b}[31mESI\n");
    assert!(scene.text().contains("/ TF[31mESI"), "{}", scene.text());
    assert_eq!(scene.press("Ctrl-c"), Flow::Interrupt);
}

#[test]
fn the_cursor_is_in_the_line_being_typed() {
    let scene = Scene::new(SMALL, "/ \"caudal");
    let (_, cursor) = scene.drawn();
    let cursor = cursor.unwrap();
    let row = scene.cursor_row();
    let before: String = row.chars().take(usize::from(cursor.x)).collect();
    assert!(before.ends_with("caudal"), "{before}");
}

#[test]
fn finding_an_answer_goes_to_its_question() {
    let scene = Scene::new(SMALL, "4 1 / \"ultrasound");
    let place = scene
        .rows()
        .iter()
        .filter(|row| row.contains("answer") || row.contains("term"))
        .count();
    assert!(place > 0, "{}", scene.text());
}

#[test]
fn answers_so_far_tells_what_is_taken_for_granted_and_goes_there() {
    let mut scene = Scene::new(SMALL, "4 4 1 1 a");
    assert!(
        scene
            .words()
            .contains("Delivery Needle, single session (taken for granted)"),
        "{}",
        scene.text()
    );
    scene.press("Home Enter");
    assert!(scene.cursor_row().contains("4* Lumbar"), "{}", scene.text());
    assert!(scene.rows()[1].contains("[Lumbar]"), "{}", scene.text());
}

#[test]
fn details_change_by_number_and_return_to_default() {
    let mut scene = Scene::new(LARGE, "4 4 1 1 d");
    assert!(
        scene
            .words()
            .contains("Purpose To treat or diagnose pain (taken for granted)"),
        "{}",
        scene.text()
    );
    scene.press("3");
    assert!(
        scene.words().contains("Purpose Diagnostic block of one nerve root"),
        "{}",
        scene.text()
    );
    scene.press("Back");
    assert!(scene.words().contains("(taken for granted)"), "{}", scene.text());
    while !scene.cursor_row().contains("Payer") {
        scene.press("Down");
    }
    scene.press("2");
    assert!(scene.rows()[0].ends_with("professional, Medicare"), "{}", scene.text());
    scene.press("Up 2");
    assert!(scene.rows()[0].ends_with("asc, Medicare"), "{}", scene.text());
}

#[test]
fn what_if_keeps_nothing_unless_taken() {
    let mut scene = Scene::new(SMALL, "4 1 1 1 1 x Up Up Enter");
    assert!(scene.words().contains("Ultrasound -> 62322"), "{}", scene.text());
    scene.press("Esc Esc");
    assert!(scene.rows()[3].contains("62323"), "{}", scene.text());
    scene.press("x Up Up Enter Down Down Enter");
    assert!(scene.rows()[3].contains("62322"), "{}", scene.text());
    assert!(Scene::new(SMALL, "x").text().contains("Nothing is answered yet."));
}

#[test]
fn the_tree_lights_the_way_and_unfolds() {
    let mut scene = Scene::new(SMALL, "4 1 t");
    assert!(
        scene.cursor_row().contains('*') && scene.cursor_row().contains("Interlaminar"),
        "{}",
        scene.text()
    );
    let rows = scene.rows().iter().filter(|row| row.contains("->")).count();
    scene.press("Home Down Enter");
    let more = scene.rows().iter().filter(|row| row.contains("->")).count();
    assert!(more > rows, "{}", scene.text());
}

#[test]
fn sources_tell_title_edition_and_day_read() {
    let text = Scene::new(SMALL, "s").words();
    assert!(
        text.contains("Sources: Region") && text.contains("read on 2026-11-21"),
        "{text}"
    );
}

#[test]
fn the_payers_among_the_details_are_those_that_have_a_key() {
    let mut scene = Scene::new((120, 60), "4 4 1 1 d");
    while !scene.cursor_row().contains("Payer") {
        scene.press("Down");
    }
    let keys = |scene: &Scene| {
        let rows = scene.rows().into_iter().map(|row| row.replace('│', " "));
        let after: Vec<String> = rows.skip_while(|row| !row.contains("Payer ")).skip(1).collect();
        let choices = after.iter().take_while(|row| !row.contains("I shows all"));
        let firsts = choices.map(|row| row.replace('*', " ").split_whitespace().next().unwrap_or("").to_owned());
        firsts.filter(|first| first.len() == 1).collect::<String>()
    };
    assert_eq!(keys(&scene), "12", "{}", scene.text());
    scene.press("I \"evicore Enter d");
    while !scene.cursor_row().contains("Payer") {
        scene.press("Down");
    }
    assert_eq!(keys(&scene), "123", "{}", scene.text());
    assert!(scene.words().contains("* 3 "), "{}", scene.text());
}

/// The keys that type a text of several words.
fn typing(text: &str) -> String {
    let words: Vec<String> = text.split(' ').map(|word| format!("\"{word}")).collect();
    words.join(" Space ")
}

/// Every kind of hit opens something to read, or the question it belongs to.
#[test]
fn whatever_is_found_opens() {
    for (typed, shown) in [
        ("62311", "62311"),
        ("tfesi", "From here"),
        ("facet joint or medial", "From here"),
        ("views-stored", "Rule: checklist"),
        ("modifier 59", "Modifier 59"),
        ("can fluoroscopy be billed beside it", "77003"),
    ] {
        let scene = Scene::new(SMALL, &format!("/ {} Enter", typing(typed)));
        assert!(scene.text().contains(shown), "{typed}: {}", scene.text());
    }
}

/// A quick entry on the find line goes to the result, and an unfinished case is left only after a second press.
#[test]
fn a_case_can_be_typed_on_the_find_line() {
    let line = typing("L4-5 TFESI fluoro dex left");
    let scene = Scene::new(SMALL, &format!("/ {line}"));
    assert!(scene.text().contains("Read as"), "{}", scene.text());
    let scene = Scene::new(SMALL, &format!("/ {line} Enter"));
    assert!(scene.rows()[1].contains("Lumbar"), "{}", scene.text());
    assert!(!scene.text().contains("to go"), "{}", scene.text());
    let mut scene = Scene::new(SMALL, &format!("1 / {line} Enter"));
    assert!(scene.text().contains("not finished"), "{}", scene.text());
    scene.press("Enter");
    assert!(scene.rows()[1].contains("Lumbar"), "{}", scene.text());
    scene.press("u");
    assert!(scene.rows()[1].contains("Cervical"), "{}", scene.text());
}

/// The second key begins a case with the answers of a hit; those that leave something open are asked.
#[test]
fn the_second_key_begins_with_what_was_found() {
    let scene = Scene::new(SMALL, "/ \"tfesi Tab");
    assert!(scene.rows()[1].contains("Transforaminal"), "{}", scene.text());
    // The whole line counts, not only the row in focus.
    let scene = Scene::new(SMALL, &format!("/ {} Tab", typing("bilateral at two levels")));
    assert!(!scene.text().contains("stands for no answer"), "{}", scene.text());
    let scene = Scene::new(SMALL, &format!("/ {} Down Down Tab", typing("caudal with c-arm")));
    assert!(scene.rows()[1].contains("Caudal"), "{}", scene.text());
    let scene = Scene::new(SMALL, "/ \"62323 Tab");
    assert!(scene.text().contains("stands for no answer"), "{}", scene.text());
}

#[test]
fn comparing_starts_from_the_code_of_the_case_and_opens_cards() {
    let mut scene = Scene::new(SMALL, "4 1 1 1 1 c");
    assert!(scene.text().contains("Compare 62323 with"), "{}", scene.text());
    assert!(
        scene.cursor_row().contains("1  62322"),
        "the nearest first: {}",
        scene.text()
    );
    scene.press("Enter");
    let text = scene.words();
    assert!(
        text.contains("One answer separates them Imaging: fluoroscopy or CT is 62323; anything else 62322."),
        "{text}"
    );
    scene.press("2");
    assert!(scene.text().contains("┌ 62322 "), "{}", scene.text());
    scene.press("Esc s");
    assert!(
        scene.text().contains("Sources: Compare 62323, 62322"),
        "{}",
        scene.text()
    );
    scene.press("Esc Esc Esc");
    assert!(
        scene.rows()[3].contains("62323"),
        "the case is where it was: {}",
        scene.text()
    );
}

#[test]
fn several_codes_are_marked_and_compared_at_once() {
    let mut scene = Scene::new(SMALL, "4 1 1 1 1 c Space Down Down Down Space");
    assert!(
        scene.text().contains("1* 62322") && scene.text().contains("4* 64483"),
        "{}",
        scene.text()
    );
    scene.press("Enter");
    assert!(scene.text().contains("Compare 62323, 62322, 64483"), "{}", scene.text());
}

#[test]
fn without_a_code_the_first_one_is_chosen_too() {
    let mut scene = Scene::new(SMALL, "4 4 0 1 c");
    assert!(scene.text().contains("Compare which code"), "{}", scene.text());
    assert!(
        scene.cursor_row().contains("64483"),
        "those still possible first: {}",
        scene.text()
    );
    scene.press("1 1");
    assert!(scene.text().contains("┌ Compare 64483, 64484"), "{}", scene.text());
}

#[test]
fn a_card_is_compared_and_other_text_is_not() {
    let scene = Scene::new(SMALL, "/ \"64483 Enter c");
    assert!(scene.text().contains("Compare 64483 with"), "{}", scene.text());
    for keys in ["w", "/ \"62311 Enter"] {
        let mut scene = Scene::new(SMALL, keys);
        assert_eq!(scene.press("c"), Flow::Idle, "{keys}");
        assert!(!scene.rows()[23].contains("compare"), "{keys}: {}", scene.text());
    }
}

#[test]
fn the_whole_comparison_is_reached_in_the_smallest_window() {
    let mut scene = Scene::new((60, 18), "4 1 1 1 1 c 1");
    let mut text = scene.words();
    for _ in 0..12 {
        scene.press("PgDn");
        text += &scene.words();
    }
    for words in ["* Imaging", "* Work RVU", "62323 (column 1) over 62322"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_place_of_the_tree_is_seen_from_near_and_the_case_goes_there() {
    let mut scene = Scene::new(SMALL, "4 1 1 1 1 t");
    while !scene.cursor_row().contains("Imaging?") {
        scene.press("Up");
    }
    scene.press("w");
    let text = scene.words();
    assert!(
        text.contains("Was the needle placed under live imaging?") && text.contains("Go to this question of the case"),
        "{text}"
    );
    scene.press("Down Enter");
    assert!(
        scene.text().contains("┌ Delivery?"),
        "one answer further: {}",
        scene.text()
    );
    scene.press("Esc Home Enter");
    assert!(scene.rows()[1].contains("[Fluoroscopy]"), "{}", scene.text());
}

#[test]
fn an_end_of_the_tree_opens_its_card_and_a_place_elsewhere_cannot_be_gone_to() {
    let mut scene = Scene::new(SMALL, "4 1 1 1 1 t");
    assert!(scene.cursor_row().contains("-> 62323"), "{}", scene.text());
    scene.press("Enter");
    assert!(scene.text().contains("┌ 62323 "), "{}", scene.text());
    scene.press("Esc Down Enter");
    assert!(
        scene.text().contains("Destructive (neurolytic) agent"),
        "{}",
        scene.text()
    );
    scene.press("Esc Home Down w");
    let text = scene.words();
    assert!(
        text.contains("Approach?") && !text.contains("Go to this question"),
        "{text}"
    );
    assert!(text.contains("Cervical, thoracic"), "{text}");
}
