//! Every rule cites at least one source, and its confidence fits what it cites.

use crate::pack::files::Files;
use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::{Confidence, SourceKind};
use crate::pack::path::Path;
use crate::pack::words::listed;
use crate::pack::yaml::Node;

/// Anything that carries `sources`.
pub(super) struct Rule<'a> {
    pub(super) file: &'a str,
    pub(super) path: Path,
    pub(super) sources: Vec<&'a str>,
    /// Its own, else that of the question it belongs to.
    confidence: Option<Confidence>,
}

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let own: Vec<_> = loaded
        .pack
        .sources
        .sources
        .iter()
        .filter(|source| source.kind == SourceKind::OwnKnowledge)
        .collect();
    let is_own = |id: &str| own.iter().any(|source| source.id == id);
    for rule in rules(loaded) {
        // A case is as sure as the rules that it names.
        let of_case = rule.file.starts_with(name::CASES);
        let cited: Vec<_> = rule.sources.iter().filter(|id| is_own(id)).collect();
        let path = rule.path.key("sources");
        if rule.sources.is_empty() {
            let help =
                "Cite at least one id of `sources.yaml`; for what no document says, cite the own-knowledge source.";
            out.add("no-source", rule.file, &path, "nothing supports this rule", help);
        } else if cited.len() == rule.sources.len() && !of_case && rule.confidence != Some(Confidence::Unconfirmed) {
            let help = "Set `confidence: unconfirmed`, or cite a document that says so.";
            out.add(
                "own-knowledge",
                rule.file,
                &path,
                "only our own knowledge supports this rule",
                help,
            );
        } else if !cited.is_empty() && rule.confidence == Some(Confidence::Confirmed) {
            let message = format!("a confirmed rule cites {}, which confirms nothing", listed(cited));
            let help = "Remove that source, or lower the confidence to what the other sources support.";
            out.add("own-knowledge", rule.file, &path, message, help);
        }
    }
}

/// Every map that cites sources, in all files.
pub(super) fn rules(loaded: &Loaded) -> Vec<Rule<'_>> {
    collect(&loaded.files)
}

fn collect(files: &Files) -> Vec<Rule<'_>> {
    let mut rules = Vec::new();
    for file in files.iter() {
        if let Some(node) = &file.node {
            descend(&file.name, node, &Path::top(), None, &mut rules);
        }
    }
    rules
}

fn descend<'a>(file: &'a str, node: &'a Node, path: &Path, inherited: Option<Confidence>, rules: &mut Vec<Rule<'a>>) {
    let confidence = node
        .get("confidence")
        .and_then(Node::text)
        .and_then(|word| word.parse().ok())
        .or(inherited);
    if let Some(sources) = node.get("sources").map(Node::items)
        && sources.iter().all(|source| source.text().is_some())
    {
        let sources = sources.iter().filter_map(Node::text).collect();
        rules.push(Rule {
            file,
            path: path.clone(),
            sources,
            confidence,
        });
    }
    for entry in node.entries() {
        descend(file, &entry.node, &path.key(entry.key.clone()), confidence, rules);
    }
    for (index, item) in node.items().iter().enumerate() {
        descend(file, item, &path.at(index), confidence, rules);
    }
}
