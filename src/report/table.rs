//! The whole logic as one table. Rows stand in the order of the pack, so that two editions compare line by line.

use std::fmt::Write as _;

use serde::Serialize;

use crate::tree::table::{TableRow, table};
use crate::tree::{Book, QuestionId};

/// A row as written out: the answers question by question, `*` for any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Row {
    outcome: String,
    leads_to: String,
    answers: Vec<(String, String)>,
    combinations: String,
}

fn rows(book: &Book) -> Vec<Row> {
    table(&book.tree).iter().filter_map(|row| written(book, row)).collect()
}

fn written(book: &Book, row: &TableRow) -> Option<Row> {
    let outcome = book.outcome(row.outcome)?;
    let leads_to = outcome
        .code
        .as_ref()
        .or(outcome.signpost.as_ref())
        .map_or("undetermined", String::as_str);
    Some(Row {
        outcome: outcome.id.clone(),
        leads_to: leads_to.to_owned(),
        answers: book.tree.question_ids().filter_map(|id| cell(book, row, id)).collect(),
        combinations: row.combinations.to_string(),
    })
}

fn cell(book: &Book, row: &TableRow, id: QuestionId) -> Option<(String, String)> {
    let question = book.question(id)?;
    let set = row.facts.of(id);
    let any = set == book.tree.answers_of(id);
    let names: Vec<&str> = set
        .iter()
        .filter_map(|index| book.answer(id, index))
        .map(|a| a.id.as_str())
        .collect();
    Some((question.id.clone(), if any { "*".to_owned() } else { names.join(",") }))
}

/// One row a line: where it leads, the outcome, and the answers that are not left open.
#[must_use]
pub fn table_text(book: &Book) -> String {
    let mut out = String::new();
    for row in rows(book) {
        let answers = row.answers.iter().filter(|(_, answers)| answers != "*");
        let answers: Vec<String> = answers
            .map(|(question, answers)| format!("{question}={answers}"))
            .collect();
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{:<32} {:<44} {}", row.leads_to, row.outcome, answers.join(" "));
    }
    out
}

/// Comma-separated, a column a question.
///
/// # Errors
/// When a row cannot be written.
pub fn table_csv(book: &Book) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let questions = book.file.questions.iter().map(|question| question.id.as_str());
    writer.write_record(
        ["leads_to", "outcome"]
            .into_iter()
            .chain(questions)
            .chain(["combinations"]),
    )?;
    for row in rows(book) {
        let answers = row.answers.iter().map(|(_, answers)| answers.as_str());
        let lead = [row.leads_to.as_str(), row.outcome.as_str()];
        writer.write_record(lead.into_iter().chain(answers).chain([row.combinations.as_str()]))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// An array of objects, the answers as an object by question.
#[must_use]
pub fn table_json(book: &Book) -> serde_json::Value {
    let object = |row: Row| {
        let answers: serde_json::Map<String, serde_json::Value> = row
            .answers
            .into_iter()
            .map(|(question, answers)| (question, answers.into()))
            .collect();
        serde_json::json!({
            "leads_to": row.leads_to, "outcome": row.outcome, "answers": answers, "combinations": row.combinations
        })
    };
    rows(book).into_iter().map(object).collect()
}
