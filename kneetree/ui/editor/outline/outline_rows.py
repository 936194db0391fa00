"""Put a graph into the rows of an indented list.

What Yes leads to is indented beneath its question; what No leads to, or what comes next, carries on below at the
same level, as on a paper chart, so that a chain of twenty questions is a list and not a staircase.  A
node that is reached by several ways is written in full where it is met first (Yes before No) and as a
reference elsewhere.  Nodes that nothing leads to have a heading of their own.  No Qt here.
"""

from __future__ import annotations

from collections.abc import Iterator

from kneetree.model.tree import Answer, Tree

HEADING = "*"
"""The node id of the heading over nodes that are not reached."""


class Row:
    """One line: a node under a parent row.  ``number`` stays the same over rebuilds."""

    __slots__ = ("answer", "asked_by", "children", "depth", "node", "number", "parent", "place", "reference")

    def __init__(self, node: str, parent: Row | None, place: int, asked_by: str, answer: str, reference: bool) -> None:
        self.node = node
        self.parent = parent
        self.place = place
        self.asked_by = asked_by
        self.answer = answer
        self.reference = reference
        self.number = 0
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.children: list[Row] = []


class Rows:
    """All rows of a tree, by number and by node, in reading order."""

    def __init__(self) -> None:
        self.top: list[Row] = []
        self.full: dict[str, Row] = {}
        self.references: dict[str, list[Row]] = {}
        self.by_number: dict[int, Row] = {}
        self._numbers: dict[tuple[str, str], int] = {}

    def build(self, tree: Tree) -> None:
        """Make the rows anew; rows for the same thing keep their numbers."""
        self.top, self.full, self.references, self.by_number = [], {}, {}, {}
        self._grow(tree, [(tree.root, None, "", "")])
        lost = [key for key in tree.nodes if key not in self.full]
        if not lost:
            return
        led_to = {target for key in lost for _, target in tree.nodes[key].edges()}
        heading = self._put(HEADING, None, "", "", reference=False)
        self._grow(tree, [(key, heading, "", "") for key in reversed(lost) if key not in led_to])

    def of(self, node: str) -> Iterator[Row]:
        """Return the rows of one node, the one that shows it in full first."""
        if node in self.full:
            yield self.full[node]
        yield from self.references.get(node, ())

    @property
    def depth(self) -> int:
        """How many steps the deepest row is indented."""
        return max((row.depth for row in self.by_number.values()), default=0)

    def _grow(self, tree: Tree, stack: list[tuple[str, Row | None, str, str]]) -> None:
        nodes, full = tree.nodes, self.full
        while stack:
            key, parent, asked_by, answer = stack.pop()
            if key in full:
                self._put(key, parent, asked_by, answer, reference=True)
                continue
            row = self._put(key, parent, asked_by, answer, reference=False)
            for answer, target in reversed(nodes[key].edges()):
                stack.append((target, row if answer is Answer.YES else parent, key, answer.value))

    def _put(self, key: str, parent: Row | None, asked_by: str, answer: str, *, reference: bool) -> Row:
        level = self.top if parent is None else parent.children
        row = Row(key, parent, len(level), asked_by, answer, reference)
        level.append(row)
        name = (asked_by, answer) if reference else ("", key)
        row.number = self._numbers.setdefault(name, len(self._numbers) + 1)
        self.by_number[row.number] = row
        if reference:
            self.references.setdefault(key, []).append(row)
        else:
            self.full[key] = row
        return row
