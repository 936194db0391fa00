"""The tree as GraphML, written by networkx, for graph programs such as yEd and Gephi; ``yed`` adds what yEd shows.

It loses the meanings of findings, the scales, the texts of conditions, sources, rules, cases and the review; a list of
texts becomes lines of one text.
"""

from __future__ import annotations

import io
from xml.etree.ElementTree import Element

import networkx as nx
from networkx.readwrite.graphml import GraphMLWriter

from kneetree.drawing.markup import clean
from kneetree.exchange import map_svg
from kneetree.exchange.export_words import words_of
from kneetree.exchange.yed import NAMESPACE, Drawn, keys
from kneetree.model.titles import title_of
from kneetree.model.tree import Decision, Leaf, Tree
from kneetree.report.care_rows import advice_texts, help_rows


def graphml(tree: Tree) -> bytes:
    """Return the tree's graph with its texts and its places on the map as attributes, and as yEd shows it."""
    placement = map_svg.place(tree)
    graph: nx.DiGraph[str] = nx.DiGraph(title=clean(tree.title), version=clean(tree.version), root=clean(tree.root))
    for node_id in tree.nodes:
        graph.add_node(clean(node_id), label=clean(title_of(tree, node_id)), **_attributes(tree, node_id))
        x, y = placement.positions[node_id]
        graph.nodes[clean(node_id)].update(x=round(float(x), 1), y=round(float(y), 1))
    for node_id, node in tree.nodes.items():
        for answer, target in node.edges():
            graph.add_edge(clean(node_id), clean(target), answer=answer.value)
    writer = GraphMLWriter(graph)
    _show_in_yed(writer.xml, Drawn(tree, placement), tree)
    file = io.BytesIO()
    writer.dump(file)
    return file.getvalue()


def _show_in_yed(file: Element, drawn: Drawn, tree: Tree) -> None:
    """Put what yEd shows before the attributes, since networkx takes the last of two labels and places."""
    file.set("xmlns:y", NAMESPACE)
    file[:0] = keys()
    for element, node_id in zip(file.iter("node"), tree.nodes, strict=True):
        element.insert(0, drawn.node(node_id))
    answers = [(node_id, answer) for node_id, node in tree.nodes.items() for answer, _ in node.edges()]
    for element, (node_id, answer) in zip(file.iter("edge"), answers, strict=True):
        element.insert(0, drawn.edge(node_id, answer))


def _attributes(tree: Tree, node_id: str) -> dict[str, str | int]:
    node = tree.nodes[node_id]
    if isinstance(node, Leaf):
        texts = {"condition": node.condition, "also": " ".join(node.also), "urgency": str(node.urgency)}
        for name, advice in (("do", node.do), ("avoid", node.avoid)):
            texts[name] = "\n".join(advice_texts(tree, advice))
        warned = [f"{row.heading} {line}" for row in help_rows(tree, [node]) for line in row.lines]
        return {"kind": "leaf", **_cleaned(texts | {"reason": node.reason, "get_help_if": "\n".join(warned)})}
    asked = tree.asked(node_id)
    texts = {"findings": " ".join(asked.findings), "statements": "\n".join(words_of(tree).lines(tree, asked))}
    if isinstance(node, Decision):
        return {"kind": "decision", "at_least": asked.at_least, **_cleaned(texts)}
    texts |= {"asks": node.asks, "topic": str(asked.topic), "text": asked.text, "help": asked.help}
    texts |= {"answer_rule": asked.answer_rule, "why": asked.why}
    return {"kind": str(asked.kind), "at_least": asked.at_least, **_cleaned(texts)}


def _cleaned(texts: dict[str, str]) -> dict[str, str]:
    return {name: clean(text) for name, text in texts.items()}
