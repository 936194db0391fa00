"""The nodes as a table (CSV), for reading and counting in a spreadsheet.

The table loses rules, cases, review, layout, regions, ``about``, and the texts of conditions and findings.  A cell that
a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io

from kneetree.drawing.markup import clean
from kneetree.model.reading_order import reading_order
from kneetree.model.tree import Leaf, Node, Question, Tree

COLUMNS = (
    "number", "id", "kind", "topic", "text", "help", "why", "finding", "items", "at_least", "yes", "no", "urgency",
    "condition", "also", "title", "reason", "do", "avoid", "get_help_if", "sources", "note",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "％", "＝", "＋", "－", "＠")


def table(tree: Tree) -> bytes:
    """Return one row for each node in UTF-8: first those that can be reached, in reading order, then the others."""
    reached = reading_order(tree.nodes, [tree.root])
    known = set(reached)
    order = [*reached, *(node_id for node_id in tree.nodes if node_id not in known)]
    numbers = {node_id: number for number, node_id in enumerate(reached, 1)}
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for node_id in order:
        cells = {"number": str(numbers.get(node_id, "")), "id": node_id, **_cells(tree.nodes[node_id])}
        writer.writerow([guarded(cells.get(column, "")) for column in COLUMNS])
    return file.getvalue().encode()


def guarded(cell: str) -> str:
    """Return the cell as text that no spreadsheet runs as a formula."""
    cell = clean(cell)
    begins = (cell.lstrip(" "), cell.lstrip())  # the first keeps a tab, with which a formula can begin
    return f"'{cell}" if any(begin.startswith(_FORMULA) for begin in begins) else cell


def _cells(node: Node) -> dict[str, str]:
    if isinstance(node, Question):
        items = "\n".join(f"{item.finding} ({item.points}): {item.text}" for item in node.items)
        return {
            "kind": "question", "topic": str(node.topic), "text": node.text, "help": node.help, "why": node.why,
            "finding": node.finding, "items": items, "at_least": str(node.at_least) if node.items else "",
            "yes": node.yes, "no": node.no, "sources": " ".join(node.sources), "note": node.note,
        }  # fmt: skip
    assert isinstance(node, Leaf)
    return {
        "kind": "leaf", "urgency": str(node.urgency), "condition": node.condition, "also": " ".join(node.also),
        "title": node.title, "reason": node.reason, "do": "\n".join(node.do), "avoid": "\n".join(node.avoid),
        "get_help_if": "\n".join(node.get_help_if), "sources": " ".join(node.sources), "note": node.note,
    }  # fmt: skip
