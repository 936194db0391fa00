"""The nodes as a table (CSV), for reading and counting in a spreadsheet.

The table loses rules, cases, review, layout, regions, ``about``, and the texts of
conditions and what findings mean.  It begins with the mark of UTF-8, without which spreadsheets guess; what one would
take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io

from kneetree.drawing.markup import clean
from kneetree.exchange.inert import guarded
from kneetree.model.reading_order import reading_order
from kneetree.model.tree import Decision, Leaf, Line, Tree
from kneetree.report.care_rows import advice_texts, help_rows

COLUMNS = (
    "number", "id", "kind", "asks", "topic", "text", "help", "answer_rule", "why", "finding", "statement", "items",
    "at_least", "yes", "no", "next", "urgency", "condition", "also", "title", "reason", "do", "avoid", "get_help_if",
    "sources", "note", "unit", "least", "most", "over", "under",
)  # fmt: skip


def table(tree: Tree) -> bytes:
    """Return the rows in UTF-8."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows(tree))
    return file.getvalue().encode("utf-8-sig")


def rows(tree: Tree) -> list[list[str]]:
    """Return the headings, then one row for each node: first those that can be reached, in reading order."""
    reached = reading_order(tree.nodes, [tree.root])
    known = set(reached)
    order = [*reached, *(node_id for node_id in tree.nodes if node_id not in known)]
    numbers = {node_id: number for number, node_id in enumerate(reached, 1)}
    found = [list(COLUMNS)]
    for node_id in order:
        cells = {"number": str(numbers.get(node_id, "")), "id": node_id, **_cells(tree, node_id)}
        found.append([clean(cells.get(column, "")) for column in COLUMNS])
    return found


def _cells(tree: Tree, node_id: str) -> dict[str, str]:
    node = tree.nodes[node_id]
    if isinstance(node, Leaf):
        return _leaf_cells(tree, node)
    asked = tree.asked(node_id)
    counted = asked.lines and not asked.next
    scale = tree.scales.get(asked.scale)
    number = {} if scale is None else {
        "unit": scale.unit, "least": str(scale.least), "most": str(scale.most), "over": scale.at_least,
        "under": scale.under,
    }  # fmt: skip
    return {
        "kind": str(asked.kind), "asks": "" if isinstance(node, Decision) else node.asks,
        "topic": "" if isinstance(node, Decision) else str(asked.topic), "text": asked.text, "help": asked.help,
        "answer_rule": asked.answer_rule, "why": asked.why, "finding": asked.finding,
        "statement": tree.statement(asked.finding) if asked.finding else "",
        "items": "\n".join(_item(line) for line in asked.lines), "at_least": str(asked.at_least) if counted else "",
        "yes": asked.yes, "no": asked.no, "next": asked.next, "sources": " ".join(asked.sources), "note": asked.note,
        **number,
    }  # fmt: skip


def _item(line: Line) -> str:
    worth = str(line.points) if line.true else f"{line.points} where it is false"
    return f"{line.finding} ({worth}): {line.text}"


def _leaf_cells(tree: Tree, leaf: Leaf) -> dict[str, str]:
    warned = [f"{row.heading} {line}" for row in help_rows(tree, [leaf]) for line in row.lines]
    return {
        "kind": "leaf", "urgency": str(leaf.urgency), "condition": leaf.condition, "also": " ".join(leaf.also),
        "title": leaf.title, "reason": leaf.reason, "do": "\n".join(advice_texts(tree, leaf.do)),
        "avoid": "\n".join(advice_texts(tree, leaf.avoid)), "get_help_if": "\n".join(warned),
        "sources": " ".join(leaf.sources), "note": leaf.note,
    }  # fmt: skip
