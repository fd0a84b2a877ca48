//! What is known of the diagnoses given: advice beside the result, which changes no code, no line and no verdict.

use super::context::Context;
use super::coverage::Reason;
use super::findings::Finding;
use super::once::each_once;
use super::regions::Part;
use crate::pack::model::{
    Diagnoses, Diagnosis, DiagnosisCase, Exemption, FindingSeverity, Statement, Verdict, Weighs, icd_fits,
};
use crate::tree::{Book, Facts};

/// A code of the session, with the facts that led to it.
struct Coded {
    code: String,
    facts: Facts,
}

impl Coded {
    fn of(part: &Part) -> Option<Self> {
        Some(Self {
            code: part.code()?.clone(),
            facts: part.facts,
        })
    }
}

/// An ICD-10-CM code as reports write it: `m5416` and `M54.16` are both `M54.16`. None where the form cannot be one.
#[must_use]
pub fn icd(written: &str) -> Option<String> {
    let plain: String = written.trim().to_ascii_uppercase();
    let bare = match plain.split_once('.') {
        Some((head, tail)) if head.len() == 3 && !tail.is_empty() => format!("{head}{tail}"),
        Some(_) => return None,
        None => plain,
    };
    let mut bytes = bare.bytes();
    let fits = bytes.next().is_some_and(|b| b.is_ascii_uppercase())
        && bytes.next().is_some_and(|b| b.is_ascii_digit())
        && (3..=7).contains(&bare.len())
        && bytes.all(|b| b.is_ascii_alphanumeric());
    let (head, tail) = bare.split_at_checked(3).filter(|_| fits)?;
    Some(if tail.is_empty() {
        head.to_owned()
    } else {
        format!("{head}.{tail}")
    })
}

/// Everything to be said about the diagnoses of a session.
pub(super) fn findings(book: &Book, context: &Context, parts: &[Part]) -> Vec<Finding> {
    let desk = Desk {
        book,
        file: &book.pack().diagnoses,
        context,
    };
    let coded: Vec<Coded> = parts.iter().filter_map(Coded::of).collect();
    let given = each_once(context.diagnoses.iter().map(String::as_str));
    if given.is_empty() || coded.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Finding> = given.iter().filter_map(|icd| desk.not_billable(icd)).collect();
    if !desk.speaks() {
        found.extend(desk.words(DiagnosisCase::OtherPayer, FindingSeverity::Info, None));
        return found;
    }
    found.extend(each_once(coded.iter().filter_map(|one| desk.set_aside(one))));
    let limited: Vec<&Coded> = coded.iter().filter(|one| desk.is_limited(one)).collect();
    if !limited.is_empty() {
        found.extend(given.iter().flat_map(|icd| desk.weighed(icd, &limited)));
        found.extend(desk.uncovered(&given, &limited));
    }
    found
}

/// Where the policy limits the diagnoses and none was given, the verdict says that it did not look.
pub(super) fn not_checked(book: &Book, context: &Context, code: &str, facts: &Facts) -> Option<Reason> {
    let desk = Desk {
        book,
        file: &book.pack().diagnoses,
        context,
    };
    let one = Coded {
        code: code.to_owned(),
        facts: *facts,
    };
    if !context.diagnoses.is_empty() || !desk.speaks() || !desk.is_limited(&one) {
        return None;
    }
    let words = desk.file.words(DiagnosisCase::NotGiven)?;
    Some(Reason {
        id: "diagnosis-not-given".to_owned(),
        verdict: Verdict::NotChecked,
        text: words.text,
        sources: words.sources,
        confidence: words.confidence,
        finding: None,
    })
}

struct Desk<'a> {
    book: &'a Book,
    file: &'a Diagnoses,
    context: &'a Context,
}

impl Desk<'_> {
    /// Whether the file has anything to say to this payer on this day.
    fn speaks(&self) -> bool {
        let payer = self.context.policy();
        self.file.effective.holds_on(self.context.date)
            && self.file.policies.iter().any(|policy| Some(policy.as_str()) == payer)
    }

    /// Whether the diagnoses of this code are limited by a list of which something is known.
    fn is_limited(&self, one: &Coded) -> bool {
        self.file.set_of(&one.code).is_some() && self.exemption(one).is_none()
    }

    fn exemption(&self, one: &Coded) -> Option<&Exemption> {
        let holds = |exemption: &&Exemption| {
            exemption.codes.contains(&one.code) && self.book.certain(&exemption.given, &one.facts)
        };
        self.file.exemptions.iter().find(holds)
    }

    /// Why the diagnosis is not looked at for this code: the purpose, or no list known.
    fn set_aside(&self, one: &Coded) -> Option<Finding> {
        if let Some(exemption) = self.exemption(one) {
            return Some(Finding {
                id: format!("diagnosis-exempt-{}", exemption.id),
                severity: FindingSeverity::Info,
                text: exemption.text.clone(),
                sources: exemption.sources.clone(),
                confidence: exemption.confidence,
            });
        }
        let without = self
            .file
            .without_list
            .iter()
            .find(|list| list.codes.contains(&one.code))?;
        Some(Finding {
            id: "diagnosis-no-list".to_owned(),
            severity: FindingSeverity::Info,
            text: without.text.clone(),
            sources: without.sources.clone(),
            confidence: without.confidence,
        })
    }

    /// The entries that mean a diagnosis on the day of service.
    fn entries(&self, icd: &str) -> impl Iterator<Item = &Diagnosis> {
        let in_force = |one: &&Diagnosis| one.effective.unwrap_or(self.file.effective).holds_on(self.context.date);
        let meant = move |one: &&Diagnosis| one.icd.iter().any(|entry| icd_fits(entry, icd));
        self.file.diagnoses.iter().filter(in_force).filter(meant)
    }

    /// A diagnosis that no claim can carry, whoever pays.
    fn not_billable(&self, icd: &str) -> Option<Finding> {
        let listed = self.entries(icd).find(|one| one.weighs == Weighs::NotBillable);
        if let Some(one) = listed {
            return Some(entry_finding(icd, one, "not-billable", FindingSeverity::Warn, ""));
        }
        let longer = |entry: &String| entry.len() > icd.len() && entry.starts_with(icd);
        let all = self.file.diagnoses.iter().filter(|one| one.effective.is_none());
        let longer = each_once(all.flat_map(|one| &one.icd).filter(|entry| longer(entry)));
        if longer.is_empty() || self.entries(icd).next().is_some() {
            return None;
        }
        self.words(DiagnosisCase::Heading, FindingSeverity::Warn, Some(icd))
    }

    /// What the entries say of one diagnosis, or that none does.
    fn weighed(&self, icd: &str, limited: &[&Coded]) -> Vec<Finding> {
        let found: Vec<Finding> = self
            .entries(icd)
            .filter_map(|one| self.weigh(icd, one, limited))
            .collect();
        if !found.is_empty() || self.not_billable(icd).is_some() {
            return found;
        }
        if let Some(named) = self.named_elsewhere(icd) {
            return vec![named];
        }
        let unknown = self.words(DiagnosisCase::Unknown, FindingSeverity::Info, Some(icd));
        unknown.into_iter().collect()
    }

    fn weigh(&self, icd: &str, one: &Diagnosis, limited: &[&Coded]) -> Option<Finding> {
        let warn = FindingSeverity::Warn;
        match one.weighs {
            Weighs::NotBillable => None,
            Weighs::Trap => Some(entry_finding(icd, one, "trap", warn, "")),
            Weighs::Supports | Weighs::Weak if !self.fits_any(one, limited) => {
                let named = format!("{icd} ({})", one.label);
                self.words(DiagnosisCase::Region, warn, Some(&named))
            }
            Weighs::Supports => Some(entry_finding(
                icd,
                one,
                "supports",
                FindingSeverity::Info,
                self.tier(one),
            )),
            Weighs::Weak => Some(entry_finding(icd, one, "weak", warn, self.tier(one))),
        }
    }

    fn tier(&self, one: &Diagnosis) -> &str {
        let tier = self
            .file
            .tiers
            .iter()
            .find(|tier| Some(&tier.tier) == one.tier.as_ref());
        tier.map(|tier| tier.text.as_str()).unwrap_or_default()
    }

    fn fits_any(&self, one: &Diagnosis, limited: &[&Coded]) -> bool {
        limited.iter().any(|coded| self.fits(one, coded))
    }

    fn fits(&self, one: &Diagnosis, coded: &Coded) -> bool {
        let set = self.file.set_of(&coded.code);
        set.is_some_and(|set| one.sets.contains(&set.id))
    }

    /// A diagnosis named for a purpose that was not answered.
    fn named_elsewhere(&self, icd: &str) -> Option<Finding> {
        let named = |one: &&Exemption| one.named.iter().any(|entry| icd_fits(entry, icd));
        let one = self.file.exemptions.iter().find(named)?;
        Some(Finding {
            id: "diagnosis-other-purpose".to_owned(),
            severity: FindingSeverity::Warn,
            text: format!("{icd}: {}", one.text),
            sources: one.sources.clone(),
            confidence: one.confidence,
        })
    }

    /// A line of another region than every diagnosis, beside one that has its own.
    fn uncovered(&self, given: &[&str], limited: &[&Coded]) -> Vec<Finding> {
        let entries: Vec<&Diagnosis> = given.iter().flat_map(|icd| self.entries(icd)).collect();
        let has = |coded: &&&Coded| entries.iter().any(|one| self.fits(one, coded));
        if !limited.iter().any(|coded| has(&coded)) {
            return Vec::new();
        }
        let bare = limited.iter().filter(|coded| !has(coded));
        bare.filter_map(|coded| {
            let words = self.file.words(DiagnosisCase::Uncovered)?;
            let text = format!("{} {}.", words.text, coded.code);
            Some(said(DiagnosisCase::Uncovered, FindingSeverity::Warn, words, text))
        })
        .collect()
    }

    /// The words for a case, after the diagnosis they speak of.
    fn words(&self, case: DiagnosisCase, severity: FindingSeverity, of: Option<&str>) -> Option<Finding> {
        let words = self.file.words(case)?;
        let text = of.map_or_else(|| words.text.clone(), |of| format!("{of}: {}", words.text));
        Some(said(case, severity, words, text))
    }
}

fn said(case: DiagnosisCase, severity: FindingSeverity, words: Statement, text: String) -> Finding {
    Finding {
        id: format!("diagnosis-{case}"),
        severity,
        text,
        sources: words.sources,
        confidence: words.confidence,
    }
}

fn entry_finding(icd: &str, one: &Diagnosis, id: &str, severity: FindingSeverity, tier: &str) -> Finding {
    let said: Vec<&str> = [tier, one.note.as_deref().unwrap_or_default()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    Finding {
        id: format!("diagnosis-{id}"),
        severity,
        text: format!("{icd} ({}): {}", one.label, said.join(" ")),
        sources: one.sources.clone(),
        confidence: one.confidence,
    }
}
