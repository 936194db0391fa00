"""The tree as a Mermaid flow chart; all but the shape, the titles and the urgency is lost."""

from __future__ import annotations

import re

from kneetree.drawing.markup import clean
from kneetree.drawing.palette import URGENCY_COLOURS
from kneetree.exchange.export_words import words_of
from kneetree.model.titles import title_of
from kneetree.model.tree import Leaf, Question, Tree

MOST_EDGES = 500
_HARMLESS = re.compile(r"[^\w .,?!':()/+=-]", re.ASCII)


def mermaid(tree: Tree) -> bytes:
    """Return the tree as a Mermaid flow chart, which says at its top if Mermaid refuses that many edges by default."""
    words = words_of(tree)
    names = {node_id: f"n{number}" for number, node_id in enumerate(tree.nodes)}
    lines = [f"%% {_label(tree.title)}"]
    edges = 2 * sum(1 for _ in tree.questions())
    if edges > MOST_EDGES:
        lines.append(
            f"%% This chart has {edges} edges. Mermaid draws {MOST_EDGES} unless the page sets maxEdges "
            "(and maxTextSize) higher in mermaid.initialize."
        )
    lines.append("flowchart TD")
    for node_id, node in tree.nodes.items():
        text = _label(title_of(tree, node_id))
        if isinstance(node, Leaf):
            word = _label(words.urgency(node.urgency))
            lines.append(f'  {names[node_id]}{{{{"{word}: {text}"}}}}:::{node.urgency}')
        else:
            lines.append(f'  {names[node_id]}("{text}")')
    for node_id, node in tree.nodes.items():
        if isinstance(node, Question):
            lines.append(f'  {names[node_id]} -->|"{_label(words.text("answer.yes"))}"| {names[node.yes]}')
            lines.append(f'  {names[node_id]} -.->|"{_label(words.text("answer.no"))}"| {names[node.no]}')
    lines += [f"  classDef {level} stroke:{colour},stroke-width:3px" for level, colour in URGENCY_COLOURS.items()]
    return "\n".join([*lines, ""]).encode()


def _label(text: str) -> str:
    """Return the text with all but harmless characters as Mermaid's entity codes, so that nothing is read as markup."""
    return _HARMLESS.sub(lambda found: f"#{ord(found.group())};", " ".join(clean(text).split()))
