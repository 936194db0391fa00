"""A tree as arrays of small numbers: what the exact path searches and the counts run on.

It exists for speed only.  Nodes and findings are numbered in file order; ``-1`` stands for "none".
It holds a picture of the tree at one moment: after an edit it is made anew (1 microsecond a node).
It knows nothing of rules, walks or people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kneetree.model import points
from kneetree.model.scales import SCALES, threshold
from kneetree.model.values import Item, Node, Question


class Knowledge:
    """What is known of one person: findings by name, thresholds as bounds that imply one another.

    Everybody is at least 0 years and 0 days along, so those two are known from the start.
    """

    __slots__ = ("_at_least", "_below", "_plain")

    def __init__(self) -> None:
        self._plain: dict[str, bool] = {}
        self._at_least: dict[str, int] = dict.fromkeys(SCALES, 0)
        self._below: dict[str, int] = {}

    @property
    def plain(self) -> Mapping[str, bool]:
        """The findings learnt that are not thresholds."""
        return self._plain

    def value(self, finding: str) -> bool | None:
        """Return what is known of a finding, ``None`` if nothing is."""
        limit = threshold(finding)
        if limit is None:
            return self._plain.get(finding)
        if limit.number <= self._at_least[limit.scale]:
            return True
        below = self._below.get(limit.scale)
        return False if below is not None and limit.number >= below else None

    def learn(self, finding: str, value: bool) -> bool:
        """Take a value in; ``False`` where it contradicts what is known (which then stays)."""
        known = self.value(finding)
        if known is not None:
            return known is value
        limit = threshold(finding)
        if limit is None:
            self._plain[finding] = value
        elif value:
            self._at_least[limit.scale] = limit.number
        else:
            self._below[limit.scale] = limit.number
        return True

    def answer(self, node: Question) -> bool | None:
        """Return the answer to a question as far as it follows; ``None`` if it must be asked."""
        if not node.items:
            return self.value(node.finding)
        return points.comes_out(((item.points, self.value(item.finding)) for item in node.items), node.at_least)


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
        self.yes, self.no = _targets(self.nodes, index)
        self.root = index[root]
        names = [node.finding if type(node) is Question else "" for node in self.nodes]
        numbers = {name: number for number, name in enumerate(dict.fromkeys(filter(None, names)))}
        self.finding = [numbers.get(name, -1) for name in names]
        lists = {
            number: node for number, node in enumerate(self.nodes) if not names[number] and isinstance(node, Question)
        }
        self.items = {number: _numbered(node.items, numbers) for number, node in lists.items()}
        self.at_least = {number: node.at_least for number, node in lists.items()}
        self.number = numbers
        self.findings = list(numbers)
        self.thresholds = [number for number, name in enumerate(self.findings) if threshold(name)]
        self.group = _groups(self.findings, self.thresholds)
        self.order = _order(self.yes, self.no, self.root)

    def numbers(self, names: Iterable[str]) -> set[int]:
        """Return the numbers of those findings that the tree asks about."""
        return {self.number[name] for name in names if name in self.number}

    def facts(self, known: Knowledge) -> dict[int, bool]:
        """Return the values, by number, of the findings that are known."""
        numbers = [*self.numbers(known.plain), *self.thresholds]
        values = ((number, known.value(self.findings[number])) for number in numbers)
        return {number: value for number, value in values if value is not None}

    def comes_out(self, node: int, facts: Mapping[int, bool]) -> bool | None:
        """Return how a list comes out by the values of ``facts``; ``None`` if that is open."""
        return points.comes_out(((worth, facts.get(number)) for number, worth in self.items[node]), self.at_least[node])

    def asked_by(self, node: int) -> tuple[int, ...]:
        """Return the numbers of the findings that a node asks about."""
        if node in self.items:
            return tuple(finding for finding, _ in self.items[node])
        return (self.finding[node],) if self.finding[node] >= 0 else ()


def _targets(nodes: Sequence[Node], index: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """Return where Yes and No of each node lead, -1 for a leaf."""
    yes = [index[node.yes] if type(node) is Question else -1 for node in nodes]
    no = [index[node.no] if type(node) is Question else -1 for node in nodes]
    return yes, no


def _numbered(items: tuple[Item, ...], numbers: dict[str, int]) -> tuple[tuple[int, int], ...]:
    worth: dict[int, int] = {}
    for item in items:
        number = numbers.setdefault(item.finding, len(numbers))
        worth[number] = worth.get(number, 0) + item.points
    return tuple(worth.items())


def _groups(findings: list[str], thresholds: list[int]) -> list[int]:
    group = list(range(len(findings)))
    first: dict[str, int] = {}
    for number in thresholds:
        limit = threshold(findings[number])
        assert limit is not None
        group[number] = first.setdefault(limit.scale, number)
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
