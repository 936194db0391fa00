"""The tree as a Mermaid flow chart; it keeps only the shape, the titles, the urgency and what decisions count."""

from __future__ import annotations

import re

from kneetree.drawing.markup import clean
from kneetree.drawing.palette import URGENCY_COLOURS
from kneetree.exchange.export_words import words_of
from kneetree.model.titles import title_of
from kneetree.model.tree import Answer, Decision, Leaf, Tree

MOST_EDGES = 500
_HARMLESS = re.compile(r"[^\w .,?!':()/+=-]", re.ASCII)


def mermaid(tree: Tree) -> bytes:
    """Return the tree as a Mermaid flow chart, which says at its top if Mermaid refuses that many edges by default."""
    words = words_of(tree)
    names = {node_id: f"n{number}" for number, node_id in enumerate(tree.nodes)}
    lines = [f"%% {_label(tree.title)}"]
    edges = sum(len(node.edges()) for node in tree.nodes.values())
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
        elif isinstance(node, Decision):
            asked = tree.asked(node_id)
            counted = _label(f"{words.threshold(asked)}: {'; '.join(words.lines(tree, asked))}")
            lines.append(f'  {names[node_id]}{{"{text}. {counted}"}}')
        else:
            lines.append(f'  {names[node_id]}("{text}")')
    for node_id, node in tree.nodes.items():
        for answer, target in node.edges():
            line = "-.->" if answer is Answer.NO else "-->"
            lines.append(f'  {names[node_id]} {line}|"{_label(words.text(f"answer.{answer}"))}"| {names[target]}')
    lines += [f"  classDef {level} stroke:{colour},stroke-width:3px" for level, colour in URGENCY_COLOURS.items()]
    return "\n".join([*lines, ""]).encode()


def _label(text: str) -> str:
    """Return the text with all but harmless characters as Mermaid's entity codes, so that nothing is read as markup."""
    return _HARMLESS.sub(lambda found: f"#{ord(found.group())};", " ".join(clean(text).split()))
