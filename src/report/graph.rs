//! The decision tree as a graph, written as a Mermaid flowchart or for Graphviz.

use std::fmt::Write as _;

use super::map::{end, labels};
use crate::tree::map::{Map, Place};
use crate::tree::{Answers, Book, OutcomeId};

/// What a node is; each kind has a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NodeKind {
    /// A question.
    Question,
    /// A code.
    Code,
    /// A way out of the family.
    Signpost,
    /// Undetermined by rule, or settled by nothing.
    Undetermined,
}

/// A node; its number is its place in the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// What it says.
    pub text: String,
    /// Whether the answers given lead there.
    pub lit: bool,
}

/// An arrow from a question along answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// The question's node.
    pub from: usize,
    /// The node it leads to.
    pub to: usize,
    /// The answers.
    pub text: String,
    /// Whether the answers given lead along it.
    pub lit: bool,
}

/// The tree as a graph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The arrows.
    pub edges: Vec<Edge>,
}

/// The map as a graph, the way of the answers lit.
#[must_use]
pub fn graph(book: &Book, answers: &Answers) -> Graph {
    let map = Map::new(&book.tree);
    let mut graph = Graph::default();
    for (index, place) in map.places().iter().enumerate() {
        graph.nodes.push(node(book, place));
        let Place::Ask(question, branches) = place else {
            continue;
        };
        let edges = branches.iter().map(|(set, to)| Edge {
            from: index,
            to: *to,
            text: labels(book, *question, *set),
            lit: false,
        });
        graph.edges.extend(edges);
    }
    if !answers.is_empty() {
        light(&mut graph, &map, answers);
    }
    graph
}

fn node(book: &Book, place: &Place) -> Node {
    let (kind, text) = match place {
        Place::Ask(question, _) => {
            let title = book.question(*question).map(|question| question.title.clone());
            (NodeKind::Question, title.unwrap_or_default())
        }
        Place::End(outcome) => (kind(book, *outcome), end(book, *outcome)),
    };
    Node { kind, text, lit: false }
}

fn kind(book: &Book, outcome: Option<OutcomeId>) -> NodeKind {
    let outcome = outcome.and_then(|id| book.outcome(id));
    match outcome.map(|outcome| (&outcome.code, &outcome.signpost)) {
        Some((Some(_), _)) => NodeKind::Code,
        Some((None, Some(_))) => NodeKind::Signpost,
        _ => NodeKind::Undetermined,
    }
}

/// Follows the answers from the first question.
fn light(graph: &mut Graph, map: &Map, answers: &Answers) {
    let mut open = vec![map.root()];
    while let Some(index) = open.pop() {
        let Some(node) = graph.nodes.get_mut(index).filter(|node| !node.lit) else {
            continue;
        };
        node.lit = true;
        let Some(Place::Ask(question, branches)) = map.place(index) else {
            continue;
        };
        let Some(given) = answers.get(*question) else { continue };
        let own = graph.edges.iter_mut().filter(|edge| edge.from == index);
        for (edge, (set, next)) in own.zip(branches) {
            if !given.possible().and(*set).is_empty() {
                edge.lit = true;
                open.push(*next);
            }
        }
    }
}

/// The graph as a Mermaid flowchart: a question is a diamond, a code a stadium, a signpost a flag, undetermined a hexagon.
#[must_use]
pub fn mermaid(graph: &Graph) -> String {
    let mut out = String::from("flowchart LR\n");
    // Writing to a String cannot fail.
    for (index, node) in graph.nodes.iter().enumerate() {
        let (open, close, class) = match node.kind {
            NodeKind::Question => ("{", "}", "question"),
            NodeKind::Code => ("([", "])", "code"),
            NodeKind::Signpost => (">", "]", "signpost"),
            NodeKind::Undetermined => ("{{", "}}", "undetermined"),
        };
        let text = mermaid_text(&node.text);
        let _ = writeln!(out, "  n{index}{open}\"{text}\"{close}:::{class}");
    }
    for edge in &graph.edges {
        let arrow = if edge.lit { "==>" } else { "-->" };
        let _ = writeln!(
            out,
            "  n{} {arrow}|\"{}\"| n{}",
            edge.from,
            mermaid_text(&edge.text),
            edge.to
        );
    }
    out.push_str(
        "  classDef question fill:none,stroke-width:1px\n  classDef code fill:none,stroke-width:3px\n  \
         classDef signpost fill:none,stroke-dasharray:4\n  classDef undetermined fill:none,stroke-dasharray:1\n",
    );
    let lit: Vec<String> = lit(graph).map(|index| format!("n{index}")).collect();
    if !lit.is_empty() {
        let _ = writeln!(out, "  classDef lit stroke-width:5px\n  class {} lit", lit.join(","));
    }
    out
}

/// Text between quotes: `#` and `"` are written as entities.
fn mermaid_text(text: &str) -> String {
    text.replace('#', "#35;").replace('"', "#quot;")
}

fn lit(graph: &Graph) -> impl Iterator<Item = usize> {
    let nodes = graph.nodes.iter().enumerate();
    nodes.filter(|(_, node)| node.lit).map(|(index, _)| index)
}

/// The graph for Graphviz: a question is a diamond, a code a bold box, a signpost a note, undetermined an octagon.
#[must_use]
pub fn dot(graph: &Graph) -> String {
    let mut out = String::from("digraph epipath {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n");
    // Writing to a String cannot fail.
    for (index, node) in graph.nodes.iter().enumerate() {
        let shape = match node.kind {
            NodeKind::Question => "diamond",
            NodeKind::Code => "box",
            NodeKind::Signpost => "note",
            NodeKind::Undetermined => "octagon",
        };
        let text = dot_text(&node.text);
        let _ = writeln!(out, "  n{index} [shape={shape}, label=\"{text}\"{}];", width(node.lit));
    }
    for edge in &graph.edges {
        let text = dot_text(&edge.text);
        let _ = writeln!(
            out,
            "  n{} -> n{} [label=\"{text}\"{}];",
            edge.from,
            edge.to,
            width(edge.lit)
        );
    }
    out.push_str("}\n");
    out
}

const fn width(lit: bool) -> &'static str {
    if lit { ", penwidth=4" } else { "" }
}

/// Text between quotes: `\` and `"` behind a `\`.
fn dot_text(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
