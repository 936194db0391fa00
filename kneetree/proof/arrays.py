"""A tree as arrays of small numbers: what the proofs and the counts run on.

It exists for speed only.  Nodes are numbered in file order; ``-1`` stands for "none".  It holds a picture of the tree
at one moment: after an edit it is made anew.  It knows nothing of rules, walks or people.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, KeysView, Sequence
from typing import NamedTuple

from kneetree.model.asked import Kind
from kneetree.model.nodes import Decision, Leaf, QuestionNode
from kneetree.model.scales import fact_of, threshold_of
from kneetree.model.tree import Tree

_SEEN, _FOUND = 1, 2

Term = tuple[str, int, bool]
"""A finding or threshold, its points, and the value with which it has them."""


class Turn(NamedTuple):
    """What a node turns on: the terms that it counts, and the facts that it asks for.

    A yes/no question and a threshold count one term.  A fact is a finding or a scale, since answers are kept by these.
    A node that only collects counts nothing; it asks for ``facts`` and goes on.
    """

    kind: Kind
    terms: tuple[Term, ...]
    at_least: int
    facts: tuple[str, ...]


class Turns:
    """What the nodes of a tree turn on, each once; a yes/no question by its finding alone, since most nodes are such.

    A ``Turn`` of its own for each of tens of thousands of questions takes three times the memory, and the time.
    """

    def __init__(self) -> None:
        self._plain: list[str] = []
        self._others: dict[int, Turn] = {}

    def __len__(self) -> int:
        return len(self._plain)

    def __getitem__(self, place: int) -> Turn:
        finding = self._plain[place]
        return Turn(Kind.YES_NO, ((finding, 1, True),), 1, (finding,)) if finding else self._others[place]

    def add(self, turn: Turn | str) -> None:
        """Add a new turn, or the yes/no question about a finding."""
        if isinstance(turn, str):
            self._plain.append(turn)
        else:
            self._others[len(self._plain)] = turn
            self._plain.append("")

    def facts(self, place: int) -> tuple[str, ...]:
        """Return the facts that a turn asks for."""
        finding = self._plain[place]
        return (finding,) if finding else self._others[place].facts

    def places_of(self, kind: Kind) -> list[int]:
        """Return the places of the turns of one kind, other than yes/no questions."""
        return [place for place, turn in self._others.items() if turn.kind is kind]

    def counting(self, facts: Container[str], fact_of: Callable[[str], str]) -> Iterator[tuple[int, Term]]:
        """Yield each term about one of ``facts`` with the place of its turn; ``fact_of`` a finding is its fact."""
        for place, finding in enumerate(self._plain):
            if finding:
                if finding in facts:
                    yield place, (finding, 1, True)
                continue
            for term in self._others[place].terms:
                if fact_of(term[0]) in facts:
                    yield place, term


class Compiled:
    """The nodes that a walk can come to, as numbers.

    ``yes[v]`` and ``no[v]`` are the targets of node ``v``, -1 for a leaf, and equal for a node that only collects.
    ``turn[v]`` is the place in ``turns`` of what it turns on, -1 for a leaf; nodes that turn on the same share it.
    ``decisions`` has the places of decisions.  ``order`` holds the nodes reachable from the root, each before what it
    leads to.  ``asked_again`` has, for each fact that several nodes of ``order`` ask for, these nodes in that order.
    ``scales`` are those of the tree.
    """

    __slots__ = (
        "_first_asker", "asked_again", "decisions", "ids", "index", "no", "nodes", "order", "root", "scales", "turn",
        "turns", "yes",
    )  # fmt: skip

    def __init__(self, tree: Tree) -> None:
        self.ids = list(tree.nodes)
        self.nodes = list(tree.nodes.values())
        self.index = index = {key: number for number, key in enumerate(self.ids)}
        self.root = index[tree.root]
        self.scales = dict(tree.scales)
        self.turns = Turns()
        self.yes, self.no, self.turn = _numbered(tree, index, self.turns)
        self.decisions = frozenset(self.turns.places_of(Kind.DECISION))
        self.order = _order(self.yes, self.no, self.root)
        self._first_asker: dict[str, int] = {}
        self.asked_again: dict[str, list[int]] = {}
        self._note_askers()

    def _note_askers(self) -> None:
        first, again = self._first_asker, self.asked_again
        turn, facts = self.turn, self.turns.facts
        for node in self.order:
            for fact in facts(turn[node]) if turn[node] >= 0 else ():
                before = first.setdefault(fact, node)
                if before != node:
                    again.setdefault(fact, [before]).append(node)

    def askers(self, fact: str) -> Sequence[int]:
        """Return the nodes of ``order`` that ask for a fact, in that order."""
        if fact in self.asked_again:
            return self.asked_again[fact]
        return (self._first_asker[fact],) if fact in self._first_asker else ()

    @property
    def facts(self) -> KeysView[str]:
        """The facts that some node of ``order`` asks for, in the order in which they are first asked."""
        return self._first_asker.keys()

    def turn_of(self, node: int) -> Turn:
        """Return what a node that is not a leaf turns on."""
        return self.turns[self.turn[node]]

    def asked_by(self, node: int) -> tuple[str, ...]:
        """Return the facts that a node asks for: findings, or a scale; none for a leaf or a decision."""
        turn = self.turn[node]
        return self.turns.facts(turn) if turn >= 0 else ()

    def fact(self, finding: str) -> str:
        """Return the id under which an answer about a finding is kept: the scale of a threshold, else itself."""
        return fact_of(finding, self.scales)

    def leaf(self, node: int) -> Leaf:
        """Return the leaf with that number."""
        leaf = self.nodes[node]
        assert isinstance(leaf, Leaf)
        return leaf

    def depths(self) -> list[int]:
        """Return how many steps the longest way from the root to each node has."""
        depths = [0] * len(self.ids)
        yes, no = self.yes, self.no
        for node in self.order:
            if yes[node] >= 0:
                below = depths[node] + 1
                depths[yes[node]] = max(below, depths[yes[node]])
                depths[no[node]] = max(below, depths[no[node]])
        return depths

    def above(self, targets: Sequence[int]) -> bytearray:
        """Return a flag for each node: whether a way leads from it to one of ``targets``, themselves included."""
        flags = bytearray(len(self.ids))
        for node in targets:
            flags[node] = 1
        yes, no = self.yes, self.no
        for node in reversed(self.order):
            if yes[node] >= 0 and (flags[yes[node]] or flags[no[node]]):
                flags[node] = 1
        return flags

    def below(self, sources: Sequence[int]) -> bytearray:
        """Return a flag for each node: whether a way leads to it from one of ``sources``, themselves included."""
        flags = bytearray(len(self.ids))
        for node in sources:
            flags[node] = 1
        yes, no = self.yes, self.no
        for node in self.order:
            if flags[node] and yes[node] >= 0:
                flags[yes[node]] = flags[no[node]] = 1
        return flags


def _numbered(tree: Tree, index: dict[str, int], turns: Turns) -> tuple[list[int], list[int], list[int]]:
    """Return the two targets of each node, and the place of its turn in ``turns``, to which each is added once."""
    yes, no, turn = [-1] * len(index), [-1] * len(index), [-1] * len(index)
    questions = tree.questions
    places: dict[Turn | str, int] = {}
    for number, node in enumerate(tree.nodes.values()):
        if type(node) is QuestionNode:
            after = node.next
            yes[number] = index[after or node.yes]
            no[number] = index[after or node.no]
            question = questions.get(node.asks)
            finding = question.finding if question is not None and not after else ""
            what: Turn | str = finding or _turn_of_question(tree, node)
        elif type(node) is Decision:
            yes[number], no[number] = index[node.yes], index[node.no]
            terms = tuple([(term.finding, term.points, term.true) for term in node.terms])
            what = Turn(Kind.DECISION, terms, node.at_least, ())
        else:
            continue
        place = turn[number] = places.setdefault(what, len(places))
        if place == len(turns):
            turns.add(what)
    return yes, no, turn


def _turn_of_question(tree: Tree, node: QuestionNode) -> Turn:
    question = tree.questions.get(node.asks)
    if question is None:
        limit = threshold_of(node.asks, tree.scales)
        scale = limit.scale if limit else node.asks
        return Turn(Kind.NUMBER, () if node.next else ((node.asks, 1, True),), 1, (scale,))
    kind = Kind.LIST if question.lines else Kind.YES_NO
    terms = () if node.next else tuple([(line, node.points.get(line, 1), True) for line in question.findings])
    return Turn(kind, terms, node.at_least, question.findings)


def _order(yes: list[int], no: list[int], root: int) -> list[int]:
    """Return the reverse postorder of a depth-first search without recursion.

    A node stays on the stack, seen, while what it leads to is looked at; then it is found.
    """
    seen = bytearray(len(yes))
    found: list[int] = []
    stack = [root]
    while stack:
        node = stack[-1]
        if seen[node] or yes[node] < 0:
            stack.pop()
            if seen[node] != _FOUND:
                seen[node] = _FOUND
                found.append(node)
            continue
        seen[node] = _SEEN
        for child in (yes[node], no[node]):
            if not seen[child]:
                if yes[child] < 0:
                    seen[child] = _FOUND
                    found.append(child)
                else:
                    stack.append(child)
    found.reverse()
    return found
