//! Questions to the provider are neutral: no code, no payment, no payer.

use crate::pack::finding::Findings;
use crate::pack::load::Loaded;
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::site;

/// Words that lead a provider toward a code or a payment.
const LEADING: &[&str] = &[
    "bill",
    "billable",
    "billed",
    "billing",
    "bills",
    "code",
    "coded",
    "coder",
    "codes",
    "coding",
    "cpt",
    "medicaid",
    "medicare",
    "paid",
    "pay",
    "payable",
    "payer",
    "paying",
    "payment",
    "payments",
    "pays",
    "reimburse",
    "reimbursed",
    "reimbursement",
];

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    for file in loaded.files.iter() {
        let Some(node) = &file.node else { continue };
        site::walk(node, &Path::top(), &mut |node, path| {
            let Some(text) = node.text().filter(|_| path.ends_with("ask_provider")) else {
                return;
            };
            if let Some(word) = text
                .split(|c: char| !c.is_ascii_alphanumeric())
                .find(|word| leads(word))
            {
                let message = format!("a question to the provider must not say {}", quoted(word));
                let help = "Ask what was done, neutrally: no code, no payment, no payer, no preferred answer.";
                out.add_at(
                    "neutral-query",
                    &file.name,
                    Some(file.within(node.place, word)),
                    message,
                    help,
                );
            }
        });
    }
}

fn leads(word: &str) -> bool {
    LEADING.contains(&word.to_ascii_lowercase().as_str()) || super::codes::is_code(word)
}
