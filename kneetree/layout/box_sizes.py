"""How large the box of a node is: as tall as its text.

Box, icon and text are drawn elsewhere (on screen, as SVG); the figures that they share are here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from kneetree.drawing import text_width
from kneetree.model.titles import title_of
from kneetree.model.tree import Decision, Node, QuestionNode, Tree

Size = tuple[float, float]
"""Width and height in scene pixels at 100 %."""

Form = Literal["leaf", "question", "number", "sheets", "decision"]
"""A leaf has cut corners, a question is a rounded box and a decision a hexagon.

The box of a number has round ends; a list that collects is two sheets, one behind the other.
"""

BOX_WIDTH = 220.0
POINT = 14.0
"""How far the two points of a decision, a hexagon, reach beyond the width of other boxes."""
NUMBER_CORNER = 20.0
"""How round the corners of a box are that asks for a number."""
SHEET = 5.0
"""How far the second sheet of a list that collects looks out to the right and below."""
STUB_WIDTH = 150.0
PADDING = 12.0
HEADING_PX = 11.0
HEADING_HEIGHT = 20.0
TEXT_PX = 13.0
LINE_HEIGHT = 18.0
STUB_PX = 12.0
STUB_LINE_HEIGHT = 16.0
STUB_PADDING = 6.0
STUB_LINES = 2


def text_lines(text: str) -> list[str]:
    """Return the text of a box as its lines."""
    return text_width.wrap(text, BOX_WIDTH - 2 * PADDING, TEXT_PX)


def stub_lines(text: str) -> list[str]:
    """Return the text of a stub as its lines: an arrow, then as much of the target's title as two lines hold."""
    lines = text_width.wrap(f"→ {text}", STUB_WIDTH - 2 * STUB_PADDING, STUB_PX)
    if len(lines) > STUB_LINES:
        lines = [*lines[: STUB_LINES - 1], lines[STUB_LINES - 1][:-1].rstrip(" ,.;:") + "…"]
    return lines


@lru_cache(maxsize=4096)
def stub_size(text: str) -> Size:
    """Return the size of the stub for a target of that title, in pixels."""
    return STUB_WIDTH, len(stub_lines(text)) * STUB_LINE_HEIGHT + 2 * STUB_PADDING


def measure_node(tree: Tree, node_id: str, node: Node) -> Size:
    """Return the size of one box in pixels: one line of heading (kind, topic or urgency), then the text."""
    height = HEADING_HEIGHT + len(text_lines(title_of(tree, node_id))) * LINE_HEIGHT + 2 * PADDING
    return (BOX_WIDTH + 2 * POINT if isinstance(node, Decision) else BOX_WIDTH), height


def text_left(node: Node) -> float:
    """Return how far inside its box the text of a node begins, in pixels."""
    return PADDING + POINT if isinstance(node, Decision) else PADDING


def form_of(tree: Tree, node: Node) -> Form:
    """Return which form the box of a node has."""
    if isinstance(node, Decision):
        return "decision"
    if not isinstance(node, QuestionNode):
        return "leaf"
    question = tree.questions.get(node.asks)
    if question is None:
        return "number"
    return "sheets" if node.next and question.lines else "question"


def measure(tree: Tree) -> dict[str, Size]:
    """Return the size of every node's box, in pixels."""
    return {node_id: measure_node(tree, node_id, node) for node_id, node in tree.nodes.items()}
