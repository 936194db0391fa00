"""The tree for Graphviz (``dot -Tsvg tree.dot``); it keeps only the shape, the titles, the urgency and what decisions
count.
"""

from __future__ import annotations

from kneetree.drawing import text_width
from kneetree.drawing.markup import clean
from kneetree.drawing.palette import URGENCY_COLOURS
from kneetree.exchange.export_words import words_of
from kneetree.model.titles import title_of
from kneetree.model.tree import Answer, Decision, Leaf, Tree

_WRAP = 220


def dot(tree: Tree) -> bytes:
    """Return the tree as a Graphviz file."""
    words = words_of(tree)
    lines = [
        f"digraph {_quoted('kneetree')} {{",
        f"  graph [label={_label(tree.title)}, labelloc=t, rankdir=TB, fontname={_quoted('sans-serif')}];",
        f"  node [shape=box, fontname={_quoted('sans-serif')}, fontsize=11];",
        f"  edge [fontname={_quoted('sans-serif')}, fontsize=10];",
    ]
    for node_id, node in tree.nodes.items():
        text = _wrapped(title_of(tree, node_id))
        if isinstance(node, Leaf):
            word = words.urgency(node.urgency).upper()
            style = f"shape=octagon, color={_quoted(URGENCY_COLOURS[node.urgency])}, penwidth=2"
            lines.append(f"  {_quoted(node_id)} [label={_label(word, *text)}, {style}];")
        elif isinstance(node, Decision):
            counted = [line for fact in words.lines(tree, tree.asked(node_id)) for line in _wrapped(f"- {fact}")]
            rule = _wrapped(f"{words.threshold(tree.asked(node_id))}:")
            lines.append(f"  {_quoted(node_id)} [label={_label(*text, *rule, *counted)}, shape=hexagon];")
        else:
            style = 'style="rounded,bold"' if node_id == tree.root else "style=rounded"
            lines.append(f"  {_quoted(node_id)} [label={_label(*text)}, {style}];")
    for node_id, node in tree.nodes.items():
        for answer, target in node.edges():
            edge = f"{_quoted(node_id)} -> {_quoted(target)}"
            style = "dashed" if answer is Answer.NO else "solid"
            lines.append(f"  {edge} [label={_label(words.text(f'answer.{answer}'))}, style={style}];")
    return "\n".join([*lines, "}", ""]).encode()


def _wrapped(text: str) -> list[str]:
    return text_width.wrap(clean(text), _WRAP, 13)


def _quoted(text: str) -> str:
    """Return a quoted id; quotes are escaped, and backslashes too because one could escape the closing quote."""
    return '"' + clean(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def _label(*lines: str) -> str:
    """Return a quoted label; Graphviz reads entities and backslashes in labels, so both are escaped."""
    return '"' + "\\n".join(_quoted(line.replace("&", "&amp;"))[1:-1] for line in lines) + '"'
