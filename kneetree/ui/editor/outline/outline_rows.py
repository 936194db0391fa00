"""Put a graph into the rows of an indented list.

What Yes leads to is indented beneath its question; what No leads to, or what comes next, carries on below at the
same level, as on a paper chart, so that a chain of twenty questions is a list and not a staircase.  A
node that is reached by several ways is written in full where it is met first (Yes before No) and as a
reference elsewhere.  Nodes that nothing leads to have a heading of their own.  No Qt here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Answer, Node, Tree

HEADING = "*"
"""The node id of the heading over nodes that are not reached."""
_MOST = 8
"""If more nodes lead elsewhere at once, all rows are made anew."""


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


class Stretch(NamedTuple):
    """The rows that one node leads to: what is indented below its row and, with ``on``, what carries on after it."""

    row: Row
    on: bool

    def level(self, top: list[Row]) -> list[Row]:
        """Return the rows beside that of the node."""
        return top if self.row.parent is None else self.row.parent.children

    def take(self, top: list[Row]) -> list[Row]:
        """Take the rows out, each with all below it, and return them."""
        row, level = self.row, self.level(top)
        taken, row.children = row.children, []
        if self.on:
            end = len(level) - (level[-1].node == HEADING)
            taken += level[row.place + 1 : end]
            del level[row.place + 1 : end]
        return taken

    def holds(self, other: Row) -> bool:
        """Return whether a row is part of the stretch."""
        while True:
            if other.parent is self.row:
                return True
            if other.parent is self.row.parent:
                return self.on and other.place > self.row.place and other.node != HEADING
            if other.parent is None:
                return False
            other = other.parent


class Rows:
    """All rows of a tree, by number and by node; ``in_order`` gives the nodes in reading order."""

    def __init__(self) -> None:
        self.top: list[Row] = []
        self.full: dict[str, Row] = {}
        self.references: dict[str, list[Row]] = {}
        self.by_number: dict[int, Row] = {}
        self._depths: Counter[int] = Counter()
        self._numbers: dict[tuple[str, str], int] = {}

    def build(self, tree: Tree) -> None:
        """Make the rows anew; rows for the same thing keep their numbers."""
        self.top, self.full, self.references, self.by_number = [], {}, {}, {}
        self._depths.clear()
        self._grow(tree, [(tree.root, None, "", "")])
        lost = [key for key in tree.nodes if key not in self.full]
        if not lost:
            return
        led_to = {target for key in lost for _, target in tree.nodes[key].edges()}
        heading = self._put(HEADING, None, "", "", reference=False)
        self._grow(tree, [(key, heading, "", "") for key in reversed(lost) if key not in led_to])

    def follow(self, tree: Tree, change: Change) -> None:
        """Make the rows equal to those of ``tree``, which ``change`` has just altered.

        Only the rows below what leads elsewhere now are made anew, and all of them only where such an edit lets other
        rows show a node in full than before.
        """
        stretches = self._stretches(tree, change)
        if stretches is None or not self._renew(tree, stretches, change):
            self.build(tree)

    def of(self, node: str) -> Iterator[Row]:
        """Return the rows of one node, the one that shows it in full first."""
        if node in self.full:
            yield self.full[node]
        yield from self.references.get(node, ())

    def in_order(self) -> list[str]:
        """Return the nodes, and the heading, in the order in which they are shown in full."""
        return [row.node for row in _all_of(self.top) if not row.reference]

    @property
    def depth(self) -> int:
        """How many steps the deepest row is indented."""
        return max(self._depths, default=0)

    # -- following one change --------------------------------------------------------------------

    def _stretches(self, tree: Tree, change: Change) -> list[Stretch] | None:
        """Return the stretches of rows to be made anew, from above downwards; ``None`` if it is simpler to make all."""
        if change.touches("root"):
            return None
        found: dict[str, Stretch] = {}
        for part in change.parts:
            row = self.full.get(part.key) if part.part == "node" else None
            if row is not None and part.key in tree.nodes and _leads_elsewhere(part):
                if _outermost(row).node == HEADING:
                    return None
                on = _goes_on(part.before) != _goes_on(part.after) or (part.key in found and found[part.key].on)
                found[part.key] = Stretch(row, on)
        if len(found) > _MOST:
            return None
        stretches = sorted(found.values(), key=lambda stretch: _path(stretch.row))
        return [one for one in stretches if not any(other.holds(one.row) for other in stretches)]

    def _renew(self, tree: Tree, stretches: Sequence[Stretch], change: Change) -> bool:
        """Make these stretches anew; return whether that was enough."""
        gone = [self._cut(stretch) for stretch in stretches]
        if not all(self._grow_in(tree, stretch) for stretch in stretches):
            return False
        for number, keys in enumerate(gone):
            # What went from one stretch into a later one may belong to a reference between the two.
            before = stretches[: number + 1] if number + 1 < len(stretches) else ()
            for key in keys:
                row = self.full.get(key)
                if key in tree.nodes and (row is None or (before and not any(one.holds(row) for one in before))):
                    return False
        return all((key in self.full) == (key in tree.nodes) for key in change.keys("node"))

    def _cut(self, stretch: Stretch) -> list[str]:
        """Take the rows of a stretch away; return the nodes that they showed in full."""
        gone = []
        for row in _all_of(stretch.take(self.top)):
            del self.by_number[row.number]
            self._depths[row.depth] -= 1
            if not self._depths[row.depth]:
                del self._depths[row.depth]
            if row.reference:
                self.references[row.node].remove(row)
            else:
                del self.full[row.node]
                gone.append(row.node)
        return gone

    def _grow_in(self, tree: Tree, stretch: Stretch) -> bool:
        """Make the rows of a stretch; return ``False`` if a node is shown further down that belongs here."""
        row, level = stretch.row, stretch.level(self.top)
        kept = level[row.place + 1 :]
        del level[row.place + 1 :]
        stack: list[tuple[str, Row | None, str, str]] = []
        for answer, target in reversed(tree.nodes[row.node].edges()):
            if answer is Answer.YES:
                stack.append((target, row, row.node, answer.value))
            elif stretch.on:
                stack.append((target, row.parent, row.node, answer.value))
        made = self._grow(tree, stack)
        for other in kept:
            other.place = len(level)
            level.append(other)
        here = _path(row)
        shown = [self.full[node] for node in {reference.node for reference in made}]  # a long chain names one end often
        return all(other is row or stretch.holds(other) or _path(other) < here for other in shown)

    # -- making rows -----------------------------------------------------------------------------

    def _grow(self, tree: Tree, stack: list[tuple[str, Row | None, str, str]]) -> list[Row]:
        """Make the rows of what is on the stack and of all that follows; return those that are references."""
        nodes, full = tree.nodes, self.full
        references: list[Row] = []
        while stack:
            key, parent, asked_by, answer = stack.pop()
            if key in full:
                references.append(self._put(key, parent, asked_by, answer, reference=True))
                continue
            row = self._put(key, parent, asked_by, answer, reference=False)
            for answer, target in reversed(nodes[key].edges()):
                stack.append((target, row if answer is Answer.YES else parent, key, answer.value))
        return references

    def _put(self, key: str, parent: Row | None, asked_by: str, answer: str, *, reference: bool) -> Row:
        level = self.top if parent is None else parent.children
        row = Row(key, parent, len(level), asked_by, answer, reference)
        level.append(row)
        name = (asked_by, answer) if reference else ("", key)
        row.number = self._numbers.setdefault(name, len(self._numbers) + 1)
        self.by_number[row.number] = row
        self._depths[row.depth] += 1
        if reference:
            self.references.setdefault(key, []).append(row)
        else:
            self.full[key] = row
        return row


def _all_of(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield these rows and all below them, in reading order."""
    stack = list(rows)[::-1]
    while stack:
        row = stack.pop()
        yield row
        stack += reversed(row.children)


def _path(row: Row) -> list[int]:
    """Return the places from the top to a row: what is read earlier has the lesser path."""
    places, above = [row.place], row.parent
    while above is not None:
        places.append(above.place)
        above = above.parent
    return places[::-1]


def _outermost(row: Row) -> Row:
    while row.parent is not None:
        row = row.parent
    return row


def _edges(node: Node | None) -> tuple[tuple[Answer, str], ...]:
    return () if node is None else tuple(node.edges())


def _leads_elsewhere(part: PartChange) -> bool:
    return _edges(part.before) != _edges(part.after)


def _goes_on(node: Node | None) -> list[tuple[Answer, str]]:
    """Return what carries on below a node at the same level."""
    return [edge for edge in _edges(node) if edge[0] is not Answer.YES]
