"""Safety rules, decided exactly over every walk that some definite person could take.

A person has one value for each finding, also where several questions share it, and ages and days
imply one another.  No walk is listed: one pass clears most rules (``suspects``), the rest are
decided by a search over small states (``search``, ``space``).  Time and memory are linear in the
nodes where findings are not asked again; the worst case is exponential in the number of findings
that are asked again, live at the same node and must be told apart, and ends with a ``KneetreeError``
at ``MOST_STATES`` rather than without an end.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator

from msgspec import Struct

from kneetree.model.tree import Tree
from kneetree.model.values import Leaf, Rule
from kneetree.proof.arrays import Compiled
from kneetree.proof.quick_pass import Way
from kneetree.proof.search import Goal, Step, person, shortest_way, taken
from kneetree.proof.states import MOST_STATES, TooManyStates
from kneetree.proof.suspects import Ends, Hazard, hazards, suspects

__all__ = [
    "MOST_STATES",
    "Compiled",
    "Leaf",
    "TooManyStates",
    "Verdict",
    "compiled",
    "contradicts_itself",
    "prove",
    "prove_all",
    "prove_steps",
]  # fmt: skip


class Verdict(Struct, frozen=True):
    """Whether a rule holds; if not, the shortest path that breaks it, without its leaf.

    ``path`` is ``((question, "yes"|"no"|"known"), ...)`` and ``None`` where the rule holds; ``leaf`` is
    where the path ends.  *Known*: the answer follows from what was answered before on that path.
    """

    rule_id: str
    holds: bool
    path: tuple[tuple[str, str], ...] | None = None
    leaf: str | None = None


def compiled(tree: Tree) -> Compiled:
    """Return the tree as it is now, ready for many searches; make it anew after an edit."""
    return Compiled(tree.nodes, tree.root)


def contradicts_itself(rule: Rule) -> bool:
    """Return whether nobody can be as ``given`` says, so that the rule holds without saying anything."""
    return rule.given is not None and person(rule.given) is None


def prove(tree: Tree, rule: Rule, arrays: Compiled | None = None) -> Verdict:
    """Decide one rule; ``arrays`` is ``compiled(tree)`` where that is at hand.

    Raises ``TooManyStates`` where the tree asks too many findings again for an exact answer.
    """
    return next(verdict for verdict in prove_steps(tree, [rule], arrays) if verdict is not None)


def prove_all(tree: Tree, arrays: Compiled | None = None) -> list[Verdict]:
    """Decide every rule of the tree, in file order."""
    return [verdict for verdict in prove_steps(tree, arrays=arrays) if verdict is not None]


def prove_steps(
    tree: Tree, rules: Iterable[Rule] | None = None, arrays: Compiled | None = None
) -> Generator[Verdict | None, None, None]:
    """Decide rules one by one (the tree's own if none are given); yields ``None`` for a window to breathe.

    The tree may be altered meanwhile: the verdicts are of the tree as it was.
    """
    wanted = list(tree.rules.values() if rules is None else rules)
    arrays = arrays or compiled(tree)
    listed = [hazard for rule in wanted for hazard in hazards(rule)]
    ends = Ends(arrays)
    suspected = suspects(arrays, ends, listed)
    place = 0
    for rule in wanted:
        count = len(hazards(rule))
        open_hazards = [
            (listed[number], suspicion.way)
            for number in range(place, place + count)
            if (suspicion := suspected[number]) is not None
        ]
        place += count
        try:
            verdict = yield from _decide(arrays, ends, rule, open_hazards)
        except TooManyStates as error:
            raise TooManyStates(f"Safety rule {rule.id!r}") from error
        yield verdict


def _decide(
    tree: Compiled, ends: Ends, rule: Rule, suspected: Iterable[tuple[Hazard, Way | None]]
) -> Generator[None, None, Verdict]:
    best: list[Step] | None = None
    for hazard, way in suspected:
        longest = None if best is None else len(best) - 1
        if way is not None and longest is not None and len(way) > longest:
            continue
        found = None if way is None else taken(tree, way, hazard.given, hazard.asked)
        if found is None:
            found = yield from shortest_way(tree, _goal(tree, ends, hazard), longest)
        best = best if found is None else found.steps
    if best is None:
        return Verdict(rule.id, True)
    path = tuple((tree.ids[step.node], _word(step)) for step in best)
    return Verdict(rule.id, False, path, tree.ids[_end(tree, best)])


def _goal(tree: Compiled, ends: Ends, hazard: Hazard) -> Goal:
    wanted = set() if hazard.without is None else tree.numbers([hazard.without])
    avoid = frozenset(_askers(tree, wanted)) if wanted else frozenset()
    return Goal(ends.targets(hazard), hazard.given, avoid, hazard.asked)


def _askers(tree: Compiled, findings: set[int]) -> Iterator[int]:
    yield from (node for node, finding in enumerate(tree.finding) if finding in findings)
    yield from (node for node, items in tree.items.items() if any(finding in findings for finding, _ in items))


def _word(step: Step) -> str:
    return "known" if step.known else "yes" if step.answer else "no"


def _end(tree: Compiled, steps: list[Step]) -> int:
    if not steps:
        return tree.root
    last = steps[-1]
    return tree.yes[last.node] if last.answer else tree.no[last.node]
