"""The tree as GraphML, written by networkx, for graph programs such as yEd and Gephi.

It loses the meanings of findings, the texts and points of items, the texts of conditions, sources, rules, cases and the
review; a list of texts becomes lines of one text.
"""

from __future__ import annotations

import io

import networkx as nx

from kneetree.drawing.markup import clean
from kneetree.model.titles import title_of
from kneetree.model.tree import Leaf, Question, Tree


def graphml(tree: Tree) -> bytes:
    """Return the tree's graph with its texts as attributes."""
    graph: nx.DiGraph[str] = nx.DiGraph(title=clean(tree.title), version=clean(tree.version), root=clean(tree.root))
    for node_id, node in tree.nodes.items():
        graph.add_node(clean(node_id), label=clean(title_of(tree, node_id)), **_attributes(node))
        if node_id in tree.layout:
            x, y = tree.layout[node_id]
            graph.nodes[clean(node_id)].update(x=float(x), y=float(y))
    for node_id, question in tree.questions():
        graph.add_edge(clean(node_id), clean(question.yes), answer="yes")
        graph.add_edge(clean(node_id), clean(question.no), answer="no")
    file = io.BytesIO()
    nx.write_graphml_xml(graph, file, encoding="utf-8", prettyprint=True)
    return file.getvalue()


def _attributes(node: Question | Leaf) -> dict[str, str | int]:
    if isinstance(node, Leaf):
        texts = {"condition": node.condition, "also": " ".join(node.also), "urgency": str(node.urgency)}
        texts |= {"reason": node.reason, "do": "\n".join(node.do), "avoid": "\n".join(node.avoid)}
        return {"kind": "leaf", **_cleaned(texts | {"get_help_if": "\n".join(node.get_help_if)})}
    texts = {"topic": str(node.topic), "help": node.help, "why": node.why, "findings": " ".join(node.findings)}
    return {"kind": "question", "at_least": node.at_least, **_cleaned(texts)}


def _cleaned(texts: dict[str, str]) -> dict[str, str]:
    return {name: clean(text) for name, text in texts.items()}
