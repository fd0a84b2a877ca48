//! Typed values together with the file and the path where they stand.

use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::Conditions;
use crate::pack::path::Path;
use crate::pack::yaml::Node;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Site<'a, T: ?Sized> {
    pub(super) file: &'a str,
    pub(super) path: Path,
    pub(super) value: &'a T,
}

impl<'a, T: ?Sized> Site<'a, T> {
    pub(super) fn new(file: &'a str, path: Path, value: &'a T) -> Self {
        Self { file, path, value }
    }
}

/// `base / key / 0`, `base / key / 1`, ... with the values of a list.
pub(super) fn each<'a, T>(
    file: &'a str,
    base: &Path,
    key: &'static str,
    list: &'a [T],
) -> impl Iterator<Item = Site<'a, T>> + use<'a, T> {
    let base = base.key(key);
    list.iter()
        .enumerate()
        .map(move |(index, value)| Site::new(file, base.at(index), value))
}

/// Everything that names answers: `when`, `unless`, `asked_when`, `assume`, `implies`, `given` and `answers`.
pub(super) fn conditions(loaded: &Loaded) -> Vec<Site<'_, Conditions>> {
    let mut all = tree_conditions(loaded);
    let pack = &loaded.pack;
    let top = Path::top();
    for item in each(name::CHECKLIST, &top, "items", &pack.checklist.items) {
        all.push(Site::new(item.file, item.path.key("given"), &item.value.given));
        all.push(Site::new(item.file, item.path.key("situation"), &item.value.situation));
    }
    for modifier in each(name::MODIFIERS, &top, "modifiers", &pack.modifiers.modifiers) {
        let rules = each(modifier.file, &modifier.path, "stances", &modifier.value.stances);
        all.extend(rules.map(|rule| Site::new(rule.file, rule.path.key("given"), &rule.value.given)));
    }
    for term in each(name::GLOSSARY, &top, "terms", &pack.glossary.terms) {
        all.push(Site::new(term.file, term.path.key("answers"), &term.value.answers));
        all.push(Site::new(term.file, term.path.key("suggests"), &term.value.suggests));
    }
    for signpost in each(name::SIGNPOSTS, &top, "signposts", &pack.signposts.signposts) {
        let targets = each(signpost.file, &signpost.path, "codes", &signpost.value.codes);
        all.extend(targets.map(|target| Site::new(target.file, target.path.key("given"), &target.value.given)));
    }
    for line in each(name::EDITS, &top, "companions", &pack.edits.companions) {
        all.push(Site::new(line.file, line.path.key("given"), &line.value.given));
    }
    for one in each(name::DIAGNOSES, &top, "exemptions", &pack.diagnoses.exemptions) {
        all.push(Site::new(one.file, one.path.key("given"), &one.value.given));
    }
    for text in each(name::FINDINGS, &top, "findings", &pack.findings.findings) {
        all.push(Site::new(text.file, text.path.key("unless"), &text.value.unless));
    }
    for (file, policy) in loaded.policies() {
        for rule in each(file, &top, "rules", &policy.rules) {
            all.push(Site::new(rule.file, rule.path.key("given"), &rule.value.given));
            all.push(Site::new(rule.file, rule.path.key("unless"), &rule.value.unless));
        }
    }
    all.push(Site::new(
        name::FREQUENCY,
        top.key("ruled_out"),
        &pack.frequency.ruled_out,
    ));
    all
}

fn tree_conditions(loaded: &Loaded) -> Vec<Site<'_, Conditions>> {
    let mut all = Vec::new();
    let tree = &loaded.pack.tree;
    for question in each(name::TREE, &Path::top(), "questions", &tree.questions) {
        all.extend(each(
            name::TREE,
            &question.path,
            "asked_when",
            &question.value.asked_when,
        ));
        if let Some(assume) = &question.value.assume {
            let base = question.path.key("assume");
            all.extend(each(name::TREE, &base, "when", &assume.when));
            all.extend(each(name::TREE, &base, "unless", &assume.unless));
        }
        let answers = each(name::TREE, &question.path, "answers", &question.value.answers);
        all.extend(answers.map(|answer| Site::new(name::TREE, answer.path.key("implies"), &answer.value.implies)));
    }
    for outcome in each(name::TREE, &Path::top(), "outcomes", &tree.outcomes) {
        all.extend(each(name::TREE, &outcome.path, "when", &outcome.value.when));
        all.extend(each(name::TREE, &outcome.path, "unless", &outcome.value.unless));
    }
    all
}

/// Calls `see` with every value of a file and its path, parents first.
pub(super) fn walk<'n>(node: &'n Node, path: &Path, see: &mut impl FnMut(&'n Node, &Path)) {
    see(node, path);
    for entry in node.entries() {
        walk(&entry.node, &path.key(entry.key.clone()), see);
    }
    for (index, item) in node.items().iter().enumerate() {
        walk(item, &path.at(index), see);
    }
}
