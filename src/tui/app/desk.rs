//! Whose claim, who pays, which procedure of the session, and what goes to the clipboard.

use strum::IntoEnumIterator;

use super::{App, Flow};
use crate::claim::{Context, Setting};
use crate::report::claim_line;
use crate::session::Action;
use crate::tui::errand::Errand;

/// The setting after this one, around the end.
pub(super) fn next_setting(setting: Setting) -> Setting {
    let after = Setting::iter().skip_while(|one| *one != setting).nth(1);
    after.unwrap_or_default()
}

impl App<'_> {
    /// The payer after this one: the code rules, then every policy that holds for everybody, then those chosen in this case. One of
    /// a state takes the place of the same without.
    pub(super) fn next_payer(&self) -> String {
        let general = self.book.pack().payers().filter(|policy| policy.verify.is_none());
        let chosen = self.session.actions().iter().filter_map(|action| match action {
            Action::Payer(payer) => Some(payer.as_str()),
            _ => None,
        });
        let start = self.session.start().payer.as_str();
        let mut round: Vec<&str> = vec![Context::CODE_RULES_ONLY];
        round.extend(general.map(|policy| policy.id.as_str()));
        for payer in std::iter::once(start).chain(chosen) {
            let id = payer.split(':').next().unwrap_or_default();
            match round.iter_mut().find(|known| known.split(':').next() == Some(id)) {
                Some(known) => *known = payer,
                None => round.push(payer),
            }
        }
        let now = self.session.case().context.payer.as_str();
        let here = round.iter().position(|payer| *payer == now).unwrap_or(0);
        let next = round.get((here + 1) % round.len().max(1));
        next.copied().unwrap_or(Context::CODE_RULES_ONLY).to_owned()
    }

    /// Looks at another procedure of the session.
    pub(super) fn turn_to(&mut self, action: Action) -> Flow {
        if self.act(action) {
            self.look_at_question();
            let (here, all) = self.session.case().place();
            self.message = Some(if all > 1 {
                format!("Procedure {} of {all}.", here + 1)
            } else {
                "The only procedure.".to_owned()
            });
        }
        Flow::Draw
    }

    /// Sends the code, or says that there is none.
    pub(super) fn send_code(&mut self) {
        match self.view.result.as_ref().and_then(|result| result.code.clone()) {
            Some(code) => self.errand = Some(Errand::clipboard(code)),
            None => self.message = Some("There is no code to send.".to_owned()),
        }
    }

    /// Sends the claim lines, and shows them as they are sent.
    pub(super) fn send_lines(&mut self) {
        let lines: Vec<String> = self
            .view
            .result
            .iter()
            .flat_map(|result| &result.lines)
            .map(claim_line)
            .collect();
        if lines.is_empty() {
            self.message = Some("There is no claim line to send.".to_owned());
        } else {
            self.tab = crate::tui::Tab::Claim;
            self.errand = Some(Errand::clipboard(lines.join("\n") + "\n"));
        }
    }
}
