"""Decide again after an edit whether rules hold and what can lower a result, the cheapest answers first.

1. The people who broke a rule or whose result fell are walked again.  If they still do, that is an answer at once.
2. Rules about one person are decided.
3. An edit cannot change where two people end if neither comes to a node that it altered.  So the solver looks only for
   pairs of whom one comes to such a node, and only for pairs that show more than is known.  One query covers all
   findings that lower nothing, and one each group of findings that lower results alike; most edits need no others.
4. If the people who showed what is known no longer do, the finding or rule is decided as in a new tree.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kneetree.model.tree import Rule, Tree, Urgency
from kneetree.proof import monotone, solver
from kneetree.proof.arrays import Compiled
from kneetree.proof.counterexamples import still_broken, still_falls, told
from kneetree.proof.formula import TooLarge
from kneetree.proof.lowering import Lowering, Lowerings, values_to_look_at
from kneetree.proof.safety_rules import Verdict, prove_steps
from kneetree.proof.solver import Contradiction, NoSolver, NotDecided
from kneetree.proof.two_people import Drop, Fall, LacksFacts, TwoPeople

MOST_NODES = 10_000
"""Two people in a larger tree are too much to be worked out after each edit: some 10 s and 300 MB at 50,000 nodes."""
MOST_FALLS = 20
"""If an edit shows more people than these who fall further than is known, all is decided as in a new tree."""
MOST_CONFLICTS = 2_000
"""The budget of each question about many findings; if it does not suffice, all is decided as in a new tree."""

_LEVELS = sorted(Urgency, key=lambda level: level.rank)
"""The least urgent first."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that was found of a tree: what an answer about the next tree can begin with."""

    arrays: Compiled
    rules: Mapping[str, Rule]
    verdicts: Mapping[str, Verdict]
    lowerings: Mapping[str, Lowering]


class News(NamedTuple):
    """What is known of a tree; ``verdicts`` and ``lowerings`` are ``None`` where nothing new is known.

    If ``whole`` is false, they cover only the rules that are still broken, the findings that still lower a result, or
    the rules decided so far.  ``trouble`` says why nothing is known of what lowers a result.  ``known`` comes last.
    """

    verdicts: Mapping[str, Verdict] | None = None
    lowerings: Mapping[str, Lowering] | None = None
    whole: bool = True
    trouble: str = ""
    known: Known | None = None


Steps = Generator[News | None, None, None]


def after_edit(tree: Tree, before: Known | None) -> Steps:
    """Yield what is known of ``tree``, in which nothing may be altered meanwhile; ``None`` stands between slices.

    ``before`` is what was found before the edit, or before several; ``None`` for another tree.
    """
    again = _Again(tree, before)
    yield None
    yield News(verdicts=again.still_broken(), whole=False)
    yield from again.fall_again()
    yield from again.decide()


class _Again:
    """The work after one edit."""

    def __init__(self, tree: Tree, before: Known | None) -> None:
        self._tree = tree
        self._arrays = Compiled(tree)
        comparable = before is not None and before.arrays.scales == self._arrays.scales
        self._before = before if comparable else None
        self._broken: dict[str, Verdict] = {}
        self._known: dict[str, Lowering] = {}
        self._about_two = [rule for rule in tree.rules.values() if rule.never_lowers is not None]
        self._verdicts: dict[str, Verdict] = {}

    def still_broken(self) -> dict[str, Verdict]:
        """Return the verdicts on rules that somebody breaks who broke them before."""
        old = self._before.verdicts if self._before else {}
        for rule in self._tree.rules.values():
            verdict = still_broken(self._tree, self._arrays, rule, old[rule.id]) if rule.id in old else None
            if verdict is not None:
                self._broken[rule.id] = verdict
        return dict(self._broken)

    def fall_again(self) -> Steps:
        """Yield how far results still fall for the people for whom they fell before."""
        old = self._before.lowerings if self._before else {}
        for fact, value in values_to_look_at(self._tree, old).items():
            lowering = still_falls(self._tree, value, old[fact])
            if lowering is not None:
                self._known[fact] = lowering
            yield None
        yield News(lowerings=dict(self._known), whole=False)

    def decide(self) -> Steps:
        """Yield all verdicts, those about one person first, and all that can lower a result."""
        yield from self._prove([rule for rule in self._tree.rules.values() if rule.never_lowers is None])
        yield News(verdicts=dict(self._verdicts), whole=not self._about_two)
        lowerings: dict[str, Lowering] = {}
        trouble = ""
        try:
            lowerings = yield from self._two_people()
        except (NoSolver, NotDecided, TooLarge, LacksFacts, Contradiction) as error:
            trouble = str(error)
            yield from self._prove([rule for rule in self._about_two if rule.id not in self._verdicts])
        if self._about_two:
            yield News(verdicts=dict(self._verdicts))
        rules = dict(self._tree.rules)
        known = None if trouble else Known(self._arrays, rules, self._verdicts, lowerings)
        yield News(lowerings=lowerings, trouble=trouble, known=known)

    def _two_people(self) -> Generator[News | None, None, dict[str, Lowering]]:
        """Return all that can lower a result, and take in the verdicts on rules about two people."""
        if not solver.is_there():
            raise NoSolver
        if len(self._arrays.order) > MOST_NODES:
            raise TooLarge("The tree is too large for two people to be compared at each edit.")
        two = TwoPeople(self._tree, self._arrays)
        yield from two.encode({name for rule in self._about_two for name in rule.findings})
        collected = [fact for fact in self._arrays.facts if fact not in self._arrays.scales]
        turning = _turning(self._arrays)
        of_tree = [fact for fact in two.facts if fact in turning]  # not what only rules name
        wanted = values_to_look_at(self._tree, dict.fromkeys([*of_tree, *collected]))
        carried = self._carried(wanted)
        held = [rule for rule in self._about_two if self._held(rule)]
        if not (yield from self._search(two, carried, held)):
            carried, held = {}, []
        self._verdicts |= {rule.id: Verdict(rule.id, True) for rule in held}
        yield from self._prove([rule for rule in self._about_two if rule.id not in self._verdicts], two)
        if self._about_two:
            yield News(verdicts=dict(self._verdicts))
        rest = {fact: value for fact, value in wanted.items() if fact not in carried}
        found = dict(carried)
        for one in Lowerings(self._tree, self._arrays).encoded_by(two).steps(rest) if rest else ():
            if one is None:
                yield None
            else:
                found[one.finding] = self._better(one)
        return found

    def _carried(self, wanted: Mapping[str, bool]) -> dict[str, Lowering]:
        """Return what is still known of findings: nobody falls further who comes to no altered node."""
        if self._before is None:
            return {}
        carried = {}
        for fact, value in wanted.items():
            old, now = self._before.lowerings.get(fact), self._known.get(fact)
            if old is None or (old.lowers is False and old.value is value):
                carried[fact] = Lowering(fact, value, False)  # where nothing turns on a fact, nobody falls by it
            elif now is not None and old.exact and not _weaker(now, old):
                carried[fact] = now._replace(exact=True)
        return carried

    def _held(self, rule: Rule) -> bool:
        """Return whether a rule is the same as before, and held."""
        if self._before is None or self._before.rules.get(rule.id) != rule:
            return False
        verdict = self._before.verdicts.get(rule.id)
        return verdict is not None and verdict.holds is True

    def _search(self, two: TwoPeople, carried: dict[str, Lowering], held: list[Rule]) -> Generator[None, None, bool]:
        """Look for two people who show more, until there are none; return false if that is too much.

        What they show is put into ``carried``, and rules that they break are taken from ``held``.
        """
        altered = self._altered()
        nobody: set[tuple[str, Drop]] = set()
        for _ in range(MOST_FALLS):
            fall = None
            try:
                for drop, wanted in _by_drop(carried, set(two.facts)).items():
                    left = {fact: value for fact, value in wanted.items() if (fact, drop) not in nobody}
                    fall = (yield from two.fall(left, drop, None, altered, MOST_CONFLICTS)) if left else None
                    if fall is not None:
                        break
                    nobody |= {(fact, drop) for fact in left}
                for rule in held if fall is None else ():
                    wanted, drop = rule.never_lowers or {}, monotone.drop_of(rule)
                    fall = yield from two.fall(wanted, drop, rule.given, altered, MOST_CONFLICTS)
                    if fall is not None:
                        break
            except NotDecided:
                return False
            if fall is None:
                return True
            self._learn(fall, carried, held)
            yield None
        return False

    def _learn(self, fall: Fall, carried: dict[str, Lowering], held: list[Rule]) -> None:
        """Take in two people whom the solver has found, once they were walked and seen to show more than is known."""
        known = carried.get(fall.finding)
        same = known is not None and known.value is fall.value
        worse = known is not None and same and any(drop.happens(self._tree, fall) for drop in _worse(known))
        broken = [rule for rule in held if monotone.breaks(self._tree, rule, fall)]
        if not (worse or broken) or not fall.differ_in_one(self._tree):
            raise Contradiction(f"The solver lets {fall} fall, who do not.")
        if worse:
            carried[fall.finding] = told(self._tree, fall)._replace(exact=True)
        held[:] = [rule for rule in held if rule not in broken]

    def _altered(self) -> list[int]:
        """Return the nodes that go on otherwise than before, or are new."""
        now = self._arrays
        before = self._before.arrays if self._before else None
        if before is None or before.ids[before.root] != now.ids[now.root]:
            return now.order
        altered = []
        for node in now.order:
            old = before.index.get(now.ids[node])
            if old is None or _essence(now, node) != _essence(before, old):
                altered.append(node)
        return altered

    def _prove(self, rules: list[Rule], two: TwoPeople | None = None) -> Steps:
        """Take in the verdicts on ``rules``."""
        if not rules:
            return
        for verdict in prove_steps(self._tree, rules, self._arrays, two=two):
            if verdict is None:
                yield None
            else:
                self._verdicts[verdict.rule_id] = verdict

    def _better(self, one: Lowering) -> Lowering:
        """Return what those who fell before show if nothing could be decided now."""
        return self._known.get(one.finding, one) if one.lowers is None else one


def _turning(arrays: Compiled) -> set[str]:
    """Return the findings and thresholds that some node turns on."""
    turns = (arrays.turn_of(node) for node in arrays.order if arrays.yes[node] >= 0)
    return {finding for turn in turns for finding, _, _ in turn.terms}


def _essence(arrays: Compiled, node: int) -> object:
    """Return what a walk turns on at a node."""
    if arrays.yes[node] < 0:
        return arrays.leaf(node).urgency
    return arrays.turn_of(node), arrays.ids[arrays.yes[node]], arrays.ids[arrays.no[node]]


def _weaker(one: Lowering, other: Lowering) -> bool:
    """Return whether one fall is less than another: from a lower level, or from the same one less far."""
    if one.high is None or one.low is None or other.high is None or other.low is None:
        return True
    return (one.high.rank, -one.low.rank) < (other.high.rank, -other.low.rank)


def _by_drop(carried: Mapping[str, Lowering], facts: set[str]) -> dict[Drop, dict[str, bool]]:
    """Return which falls are worse than what is known, and of which of ``facts``."""
    found: dict[Drop, dict[str, bool]] = {}
    for fact, one in carried.items():
        for drop in _worse(one) if fact in facts else ():
            found.setdefault(drop, {})[fact] = one.value
    return found


def _worse(known: Lowering) -> list[Drop]:
    """Return which falls are worse than what is known of a finding; all falls if it lowers nothing."""
    if known.high is None or known.low is None:
        return [Drop()]
    above = _LEVELS[_LEVELS.index(known.high) + 1 :][:1]
    further = [Drop(known.high, known.low)] if known.low is not _LEVELS[0] else []
    return [Drop(level) for level in above] + further
