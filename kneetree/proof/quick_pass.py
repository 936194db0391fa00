"""One plain pass over the graph for all rules at once: which might be broken, and by which short way.

It looks at ways through the graph without asking whether one person can take them all along.  So a rule that it clears
holds, a way that it finds is tried with one likely person, and what is left open is decided by clauses.  It is linear
in the nodes, and far faster than clauses for tens of thousands of them.  One bit stands for one hazard; the bits travel
down the tree together.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from typing import NamedTuple

from kneetree.model.points import decided
from kneetree.proof import knowing
from kneetree.proof.arrays import Compiled, Term, Turn
from kneetree.proof.hazards import Hazard, ends
from kneetree.proof.narrowing import Narrowing
from kneetree.proof.people import Facts
from kneetree.proof.ways import Depths, Way, Ways, first_way


class Suspicion(NamedTuple):
    """A hazard that the graph has a way to: one on which no fewer questions are asked than on any other.

    On every way to the hazard at least ``fewest`` questions are asked.  ``way`` is ``None`` if none was plain to see.
    """

    way: Way | None
    fewest: int


def suspects(tree: Compiled, found: Sequence[Hazard]) -> Generator[None, None, list[Suspicion | None]]:
    """Return for each hazard whether the graph has such a way at all; it yields between its parts."""
    if not found:
        return []
    sure = knowing.surely_asked(tree)
    yield
    gates = _Gates(tree, found, sure)
    yield
    arrived, hits = _travel(tree, found, gates)
    if not hits:
        return [None] * len(found)
    yield
    narrowing = Narrowing(tree, gates.lacking, {finding for hazard in found for finding in hazard.given})
    search = _Search(tree, gates, arrived, hits, sure, narrowing)
    suspicions = []
    for place, hazard in enumerate(found):
        suspicions.append(search.suspicion(hazard, 1 << place))
        yield
    return suspicions


class _Search:
    """The search for one way for each hazard among the leaves that the bits came to."""

    def __init__(
        self,
        tree: Compiled,
        gates: _Gates,
        arrived: list[int],
        hits: list[int],
        sure: Sequence[int],
        narrowing: Narrowing,
    ) -> None:
        self._tree = tree
        self._gates = gates
        self._arrived = arrived
        self._on_ways: list[int] | None = None
        self._narrowing = narrowing
        self._depths = depths = Depths(tree, sure)
        self._hits = sorted(hits, key=depths.near.__getitem__)
        self._first = _first(self._hits, arrived)

    def suspicion(self, hazard: Hazard, bit: int) -> Suspicion | None:
        """Return whether the graph has a way to a hazard, and a short one where that is plain to see."""
        end = self._first.get(bit)
        if end is None:
            return None
        depths = self._depths
        if hazard.asked:
            ends = (node for node in self._hits if self._arrived[node] & bit and depths.deep[node] >= hazard.asked)
            end = next(ends, None)
            if end is None:
                return None
        fewest = max(hazard.asked, depths.fewest(end))
        enough = end if depths.fewest(end) >= hazard.asked else self._exactly(hazard.asked, bit)
        way = None if enough is None else self._open_way(enough, bit)
        if way is not None and (not self._narrowing.carries or self._narrowing.fits(hazard, way)):
            return Suspicion(way, fewest)
        ways = self._ways(bit)
        if self._narrowing.carries and not self._narrowing.happens(hazard, ways):
            return None
        if way is not None:
            return Suspicion(way, fewest)
        found = first_way(self._tree, depths.least, ways, hazard.asked)
        if found is None:
            return Suspicion(None, fewest)
        sure = 0 if hazard.asked else sum(depths.least[node] for node, _ in found)
        return Suspicion(found, max(fewest, sure))

    def _open_way(self, end: int, bit: int) -> Way | None:
        """Return the way with the fewest questions to a leaf if it is open to a hazard."""
        way = self._depths.way(end)
        through, arrived = self._gates.through, self._arrived
        return way if all(arrived[node] & through(node, answer) & bit for node, answer in way) else None

    def _ways(self, bit: int) -> Ways:
        """Return all ways to a hazard; from then on ``_arrived`` has only the bits that lead on to a leaf."""
        leads = self._arrived
        if self._on_ways is None:
            _keep_what_leads_on(self._tree, self._gates, leads)
            self._on_ways = [node for node in self._tree.order if leads[node]]
        nodes = [node for node in self._on_ways if leads[node] & bit]
        return Ways(nodes, bit, leads, self._gates.yes, self._gates.no)

    def _exactly(self, asked: int, bit: int) -> int | None:
        """Return a leaf of a hazard before which so many questions can be asked and no fewer."""
        fewest = self._depths.fewest
        return next((node for node in self._hits if self._arrived[node] & bit and fewest(node) == asked), None)


def _first(leaves: Iterable[int], arrived: Sequence[int]) -> dict[int, int]:
    """Return the first leaf that has each bit."""
    first: dict[int, int] = {}
    done = 0
    for node in leaves:
        new = arrived[node] & ~done
        done |= new
        while new:
            bit = new & -new
            first[bit] = node
            new ^= bit
    return first


def _travel(tree: Compiled, found: Sequence[Hazard], gates: _Gates) -> tuple[list[int], list[int]]:
    """Let the bits of all hazards travel down the tree; return the bits at each node, and the leaves that have some.

    A leaf has the bits of those hazards alone that happen there.
    """
    alike: dict[object, list[int]] = {}
    for number, hazard in enumerate(found):
        alike.setdefault(ends(hazard.rule), []).append(number)
    masks = [(found[numbers[0]], sum(1 << number for number in numbers)) for numbers in alike.values()]
    harms: dict[tuple[str, str], int] = {}
    arrived = [0] * len(tree.ids)
    arrived[tree.root] = (1 << len(found)) - 1
    yes, no, place = tree.yes, tree.no, tree.turn
    let_yes, let_no = gates.yes, gates.no
    hits: list[int] = []
    for node in tree.order:
        bits = arrived[node]
        if not bits:
            continue
        if yes[node] >= 0:
            for child, let in ((yes[node], let_yes), (no[node], let_no)):
                lets = let[place[node]]
                through = bits if bits | lets == lets else bits & lets  # most nodes share the number of the one above
                arrived[child] = arrived[child] | through if arrived[child] else through
            continue
        leaf = tree.leaf(node)
        key = leaf.condition, leaf.urgency
        if key not in harms:
            harms[key] = sum(mask for hazard, mask in masks if hazard.harms(leaf))
        arrived[node] = bits & harms[key]
        if arrived[node]:
            hits.append(node)
    return arrived, hits


def _keep_what_leads_on(tree: Compiled, gates: _Gates, arrived: list[int]) -> None:
    """Take away from each node the bits that do not come from there to a leaf."""
    yes, no, place = tree.yes, tree.no, tree.turn
    let_yes, let_no = gates.yes, gates.no
    for node in reversed(tree.order):
        if arrived[node] and yes[node] >= 0:
            turn = place[node]
            arrived[node] &= arrived[yes[node]] & let_yes[turn] | arrived[no[node]] & let_no[turn]


class _Gates:
    """The bits that each branch lets through, by the place of what a node turns on.

    ``lacking`` are the places of decisions that may be reached with a fact not known.
    """

    def __init__(self, tree: Compiled, found: Sequence[Hazard], sure: Sequence[int]) -> None:
        self._tree = tree
        self.yes = [(1 << len(found)) - 1] * len(tree.turns)
        self.no = self.yes[:]
        self._can_be_passed = {tree.turn[node] for node in tree.order if not sure[node]}
        self.lacking = lacking = tree.decisions - knowing.complete_turns(tree, sure)
        concerned = {tree.fact(finding) for hazard in found for finding in hazard.given}
        self._terms: dict[str, list[tuple[int, Term]]] = {}
        self._points: dict[int, tuple[int, int]] = {}
        for place, term in tree.turns.counting(concerned, tree.fact):
            if place not in lacking:
                self._terms.setdefault(tree.fact(term[0]), []).append((place, term))
                if place not in self._points:
                    turn = tree.turns[place]
                    self._points[place] = sum(points for _, points, _ in turn.terms), turn.at_least
        for number, hazard in enumerate(found):
            if hazard.without is not None:
                self._shut_where_asked(tree.fact(hazard.without), ~(1 << number))
            elif hazard.given:
                self._shut_against(hazard.given, ~(1 << number))

    def through(self, node: int, answer: bool) -> int:
        """Return the bits that may leave a node by a branch."""
        return (self.yes if answer else self.no)[self._tree.turn[node]]

    def _shut_where_asked(self, fact: str, mask: int) -> None:
        """Stop a way that must not ask for a fact at each node that is sure to leave it known."""
        for place in {self._tree.turn[node] for node in self._tree.askers(fact)}:
            if place not in self._can_be_passed or knowing.leaves_all_known(self._tree.turns[place]):
                self.yes[place] &= mask
                self.no[place] &= mask

    def _shut_against(self, given: Mapping[str, bool], mask: int) -> None:
        """Stop a way wherever a question contradicts what is given, and everywhere if nobody can be like that.

        Where a decision can lack a fact, both branches count.
        """
        facts = Facts(self._tree.scales, given)
        if not facts.possible:
            self.yes[:] = [bits & mask for bits in self.yes]
            self.no[:] = [bits & mask for bits in self.no]
            return
        low: dict[int, int] = {}
        lost: dict[int, int] = {}
        for fact in {self._tree.fact(finding) for finding in given}:
            for place, (finding, points, true) in self._terms.get(fact, ()):
                value = facts.value(finding)
                if value is not None:
                    counted = low if value is true else lost
                    counted[place] = counted.get(place, 0) + points
        for place in low.keys() | lost.keys():
            most, at_least = self._points[place]
            answer = decided(low.get(place, 0), most - lost.get(place, 0), at_least)
            if answer is not None:
                (self.no if answer else self.yes)[place] &= mask


def likely_person(tree: Compiled, way: Way, given: Mapping[str, bool]) -> dict[str, bool | int] | None:
    """Return somebody who is as ``given`` and may take ``way``; ``None`` if nobody like that is plain to see."""
    facts = Facts(tree.scales, given)
    if not facts.possible:
        return None
    for node, answer in way:
        turn = tree.turn_of(node)
        if turn.terms and not _settle(facts, turn, answer):
            return None
    return facts.person()


def _settle(facts: Facts, turn: Turn, answer: bool) -> bool:
    """Choose values, those of most points first, until a question comes out as ``answer``; return whether it does."""
    out = facts.comes_out(turn.terms, turn.at_least)
    if out is None:
        for finding, _, true in sorted(turn.terms, key=lambda term: -term[1]):
            if facts.value(finding) is None:
                facts.learn(finding, true if answer else not true)
                out = facts.comes_out(turn.terms, turn.at_least)
                if out is not None:
                    break
    return out is answer
