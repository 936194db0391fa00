"""The tree as a Mermaid flow chart; it keeps only the shape, the titles, the urgency and what decisions count.

Mermaid refuses charts beyond two limits unless a page raises them.  The whole tree says at its top if it is beyond;
a part of it stays within.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection

from kneetree.drawing.markup import clean
from kneetree.drawing.palette import URGENCY_COLOURS
from kneetree.errors import KneetreeError
from kneetree.exchange.export_words import words_of
from kneetree.model.titles import title_of
from kneetree.model.tree import Answer, Decision, Leaf, Tree

MOST_EDGES = 500
MOST_TEXT = 50_000
"""What Mermaid draws by default: so many edges, and so many characters (``maxEdges``, ``maxTextSize``)."""
_MORE = "  classDef more stroke-dasharray:4"
_HARMLESS = re.compile(r"[^\w .,?!':()/+=-]", re.ASCII)


def mermaid(tree: Tree, start: str | None = None) -> bytes:
    """Return the tree, or the part that begins at a node or is a region, as a Mermaid flow chart.

    A part is at most as large as Mermaid draws by default.  What follows beyond it is named in boxes with an arrow.
    Raises ``KneetreeError`` if ``start`` is neither a node nor a region.
    """
    return (_whole(tree) if start is None else _part(tree, start)).encode()


def _whole(tree: Tree) -> str:
    chart = _Chart(tree)
    body = [line for node_id in tree.nodes for line in chart.lines(node_id)]
    edges = sum(len(node.edges()) for node in tree.nodes.values())
    text = "\n".join([*chart.head(), *body, *chart.foot(), ""])
    if edges <= MOST_EDGES and len(text) <= MOST_TEXT:
        return text
    note = (
        f"%% This chart has {edges} edges and {len(text)} characters. Mermaid draws {MOST_EDGES} and {MOST_TEXT} "
        "unless the page sets maxEdges and maxTextSize higher in mermaid.initialize. "
        "With --from a part is written that it draws."
    )
    return f"{note}\n{text}"


def _part(tree: Tree, start: str) -> str:
    chart = _Chart(tree)
    nodes, border = _within(tree, chart, start)
    lines = [line for node_id in nodes for line in chart.lines(node_id)]
    return "\n".join([*chart.head(start), *lines, *map(chart.more, border), *chart.foot(), _MORE, ""])


def _within(tree: Tree, chart: _Chart, start: str) -> tuple[list[str], list[str]]:
    """Return the nodes of a part, nearest first, until the chart is full, and those to which they lead beyond it."""
    wanted: Collection[str] = tree.nodes
    if start in tree.nodes:
        first = [start]
    elif start in tree.regions:
        wanted = first = [key for key in tree.regions[start].nodes if key in tree.nodes]
    else:
        raise KneetreeError("There is no question, decision, result or region {start!r} in the tree.", start=start)
    room = MOST_TEXT - sum(len(line) + 1 for line in [*chart.head(start), *chart.foot(), _MORE])
    edges = MOST_EDGES
    nodes, waiting, seen = list[str](), deque(first), set(first)
    border: dict[str, None] = {}
    while waiting:
        key = waiting.popleft()
        targets = [target for _, target in tree.nodes[key].edges()]
        new = [target for target in dict.fromkeys(targets) if target not in border and target not in nodes]
        room += len(chart.more(key)) + 1 if key in border else 0
        room -= sum(len(line) + 1 for line in (*chart.lines(key), *map(chart.more, new)))
        edges -= len(targets)
        if room < 0 or edges < 0:
            break
        border.pop(key, None)
        nodes.append(key)
        border |= dict.fromkeys(new)
        follow = [target for target in new if target not in seen and target in wanted]
        seen.update(follow)
        waiting.extend(follow)
    if not nodes:
        raise KneetreeError("There is nothing in {start!r} that Mermaid draws within its limits.", start=start)
    return nodes, list(border)


class _Chart:
    """The lines of a chart; each node has a short name of its own in it."""

    def __init__(self, tree: Tree) -> None:
        self._tree, self._words = tree, words_of(tree)
        self._names = {node_id: f"n{number}" for number, node_id in enumerate(tree.nodes)}

    def head(self, start: str | None = None) -> list[str]:
        """Return the title as a comment, and the kind of chart."""
        part = [] if start is None else [f"%% Part: {_label(start)}"]
        return [f"%% {_label(self._tree.title)}", *part, "flowchart TD"]

    def foot(self) -> list[str]:
        """Return how the classes of nodes look."""
        return [f"  classDef {level} stroke:{colour},stroke-width:3px" for level, colour in URGENCY_COLOURS.items()]

    def lines(self, node_id: str) -> list[str]:
        """Return a node and the edges from it."""
        return [self._box(node_id), *self._edges(node_id)]

    def more(self, node_id: str) -> str:
        """Return the box that names a node beyond the part."""
        return f'  {self._names[node_id]}(["{_label(f"→ {title_of(self._tree, node_id)}")}"]):::more'

    def _box(self, node_id: str) -> str:
        name, node = self._names[node_id], self._tree.nodes[node_id]
        text = _label(title_of(self._tree, node_id))
        if isinstance(node, Leaf):
            word = _label(self._words.urgency(node.urgency))
            return f'  {name}{{{{"{word}: {text}"}}}}:::{node.urgency}'
        if isinstance(node, Decision):
            asked = self._tree.asked(node_id)
            counted = _label(f"{self._words.threshold(asked)}: {'; '.join(self._words.lines(self._tree, asked))}")
            return f'  {name}{{"{text}. {counted}"}}'
        return f'  {name}("{text}")'

    def _edges(self, node_id: str) -> list[str]:
        lines = []
        for answer, target in self._tree.nodes[node_id].edges():
            line = "-.->" if answer is Answer.NO else "-->"
            word = _label(self._words.text(f"answer.{answer}"))
            lines.append(f'  {self._names[node_id]} {line}|"{word}"| {self._names[target]}')
        return lines


def _label(text: str) -> str:
    """Return the text with all but harmless characters as Mermaid's entity codes, so that nothing is read as markup."""
    return _HARMLESS.sub(lambda found: f"#{ord(found.group())};", " ".join(clean(text).split()))
