"""A tree as arrays of small numbers: what the exact path searches and the counts run on.

It exists for speed only.  Nodes and findings are numbered in file order; ``-1`` stands for "none".
It holds a picture of the tree at one moment: after an edit it is made anew (1 microsecond a node).
It knows nothing of rules, walks or people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kneetree.model.knowledge import threshold
from kneetree.model.values import Item, Node, Question


class Knowledge:
    """What is known of one person: findings by name, thresholds as bounds that imply one another.

    Everybody is at least 0 years and 0 days along, so those two are known from the start.
    """

    __slots__ = ("_at_least", "_below", "_plain")

    def __init__(self) -> None:
        self._plain: dict[str, bool] = {}
        self._at_least: dict[str, int] = {"age": 0, "days": 0}
        self._below: dict[str, int] = {}

    @property
    def plain(self) -> Mapping[str, bool]:
        """The findings learnt that are not thresholds."""
        return self._plain

    def value(self, finding: str) -> bool | None:
        """What is known of a finding, ``None`` where nothing is."""
        limit = threshold(finding)
        if limit is None:
            return self._plain.get(finding)
        family, number = limit
        if number <= self._at_least[family]:
            return True
        below = self._below.get(family)
        return False if below is not None and number >= below else None

    def learn(self, finding: str, value: bool) -> bool:
        """Take a value in; ``False`` where it contradicts what is known (which then stays)."""
        known = self.value(finding)
        if known is not None:
            return known is value
        limit = threshold(finding)
        if limit is None:
            self._plain[finding] = value
        elif value:
            self._at_least[limit[0]] = limit[1]
        else:
            self._below[limit[0]] = limit[1]
        return True

    def answer(self, node: Question) -> bool | None:
        """The answer to a question as far as it follows; ``None`` where it must be asked."""
        if not node.items:
            return self.value(node.finding)
        low = high = 0
        for item in node.items:
            known = self.value(item.finding)
            low += item.points if known else 0
            high += item.points if known is not False else 0
        return True if low >= node.at_least else False if high < node.at_least else None


class Compiled:
    """The nodes that a walk can come to, as numbers.

    ``yes[v]`` and ``no[v]`` are the targets of question ``v``, -1 for a leaf.  ``finding[v]`` is the
    number of its one finding, -1 for a leaf and for a question with items, whose ``(finding,
    points)`` pairs (each finding once) and threshold are in ``items[v]`` and ``at_least[v]``.
    ``order`` holds the nodes reachable from the root, each before what it leads to.  ``group[f]`` is
    the same number for all findings that imply one another, else ``f`` itself; ``thresholds`` are the
    findings that may be such, ``number`` has the number of each finding by name.
    """

    __slots__ = (
        "at_least", "finding", "findings", "group", "ids", "index", "items", "no", "nodes", "number", "order", "root",
        "thresholds", "yes",
    )  # fmt: skip

    def __init__(self, nodes: Mapping[str, Node], root: str) -> None:
        self.ids = list(nodes)
        self.nodes: list[Node] = list(nodes.values())
        self.index = index = {key: number for number, key in enumerate(self.ids)}
        self.yes = [index[node.yes] if type(node) is Question else -1 for node in self.nodes]
        self.no = [index[node.no] if type(node) is Question else -1 for node in self.nodes]
        self.root = index[root]
        names = [node.finding if type(node) is Question else "" for node in self.nodes]
        numbers = {name: number for number, name in enumerate(dict.fromkeys(filter(None, names)))}
        self.finding = [numbers.get(name, -1) for name in names]
        self.items: dict[int, tuple[tuple[int, int], ...]] = {}
        self.at_least: dict[int, int] = {}
        for number, name in enumerate(names):
            if not name and self.yes[number] >= 0:
                node = self.nodes[number]
                assert isinstance(node, Question)
                self.items[number] = _numbered(node.items, numbers)
                self.at_least[number] = node.at_least
        self.number = numbers
        self.findings = list(numbers)
        self.thresholds = [number for number, name in enumerate(self.findings) if "_at_least_" in name]
        self.group = _groups(self.findings, self.thresholds)
        self.order = _order(self.yes, self.no, self.root)

    def numbers(self, names: Iterable[str]) -> set[int]:
        """The numbers of those findings that the tree asks about."""
        return {self.number[name] for name in names if name in self.number}

    def facts(self, known: Knowledge) -> dict[int, bool]:
        """The values by number of the findings that are known."""
        numbers = [*self.numbers(known.plain), *self.thresholds]
        values = ((number, known.value(self.findings[number])) for number in numbers)
        return {number: value for number, value in values if value is not None}

    def asked_by(self, node: int) -> tuple[int, ...]:
        """The numbers of the findings that a node asks about."""
        if node in self.items:
            return tuple(finding for finding, _ in self.items[node])
        return (self.finding[node],) if self.finding[node] >= 0 else ()


def _numbered(items: tuple[Item, ...], numbers: dict[str, int]) -> tuple[tuple[int, int], ...]:
    points: dict[int, int] = {}
    for item in items:
        number = numbers.setdefault(item.finding, len(numbers))
        points[number] = points.get(number, 0) + item.points
    return tuple(points.items())


def _groups(findings: list[str], thresholds: list[int]) -> list[int]:
    group = list(range(len(findings)))
    first: dict[str, int] = {}
    for number in thresholds:
        if (limit := threshold(findings[number])) is not None:
            group[number] = first.setdefault(limit[0], number)
    return group


def _order(yes: list[int], no: list[int], root: int) -> list[int]:
    """Reverse postorder of a depth-first search without recursion; ``~v`` on the stack: leave ``v``."""
    seen = bytearray(len(yes))
    found: list[int] = []
    stack = [root]
    while stack:
        node = stack.pop()
        if node < 0:
            found.append(~node)
            continue
        if seen[node]:
            continue
        seen[node] = 1
        if yes[node] < 0:
            found.append(node)
            continue
        stack.append(~node)
        for child in (yes[node], no[node]):
            if not seen[child]:
                if yes[child] < 0:
                    seen[child] = 1
                    found.append(child)
                else:
                    stack.append(child)
    found.reverse()
    return found
