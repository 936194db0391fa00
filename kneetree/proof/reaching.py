"""Who comes where: leaves that nobody can reach, and decisions that somebody reaches with a fact missing."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import NamedTuple

from kneetree.model.tree import Tree
from kneetree.proof.arrays import Compiled
from kneetree.proof.clauses import Clauses
from kneetree.proof.people import Path, Step, walk


class Lacking(NamedTuple):
    """A decision that counts ``finding``, which is not known for a person who says ``answers`` on the way there.

    ``path`` leads up to the decision.  ``missed`` are the nodes that ask for the finding and from which a way leads to
    the decision: the person passes one of them without being asked, or never reaches it.
    """

    decision: str
    finding: str
    answers: dict[str, bool | int]
    path: tuple[Step, ...]
    missed: tuple[str, ...]


def decisions_lacking(tree: Tree, arrays: Compiled | None = None) -> Iterator[Lacking | None]:
    """Yield each finding that a decision can lack, with the way of somebody there; ``None`` between slices.

    Raises ``NoSolver`` if python-sat is not installed, and ``NotDecided`` or ``TooLarge`` if it takes too much.
    """
    tree = tree.copy()
    compiled = arrays or Compiled(tree)
    decisions = [node for node in compiled.order if compiled.turn[node] in compiled.decisions]
    if not decisions:
        return
    clauses = Clauses(tree, compiled)
    yield from clauses.encode(decisions)
    for node in decisions:
        for finding, lacks in clauses.way.lacks[node].items():
            if (yield from clauses.solver.holds([clauses.way.reached[node], lacks])):
                yield _lacking(clauses, node, finding, *clauses.solution())
            yield None


def unreachable(tree: Tree, arrays: Compiled | None = None) -> Generator[str | None, None, None]:
    """Yield the leaves to which ways lead in the graph, but that nobody can reach; ``None`` between slices.

    Raises ``NoSolver`` if python-sat is not installed, and ``NotDecided`` or ``TooLarge`` if it takes too much.
    """
    tree = tree.copy()
    compiled = arrays or Compiled(tree)
    doubtful = set(_doubtful(compiled))
    if not doubtful:
        return
    clauses = Clauses(tree, compiled)
    yield from clauses.encode(doubtful)
    reached = clauses.way.reached
    while doubtful:
        one_of_them = clauses.formula.any_of([reached[node] for node in doubtful])
        if not (yield from clauses.solver.holds([one_of_them])):
            break
        doubtful -= {node for node in doubtful if clauses.solver.is_true(reached[node])}
        yield None
    yield from (compiled.ids[node] for node in compiled.order if node in doubtful)


def _lacking(clauses: Clauses, node: int, finding: str, person: dict[str, bool | int], whole: Path) -> Lacking:
    compiled, key = clauses.compiled, clauses.compiled.ids[node]
    path = walk(clauses.tree, person, whole.choices, key)
    above = compiled.above([node])
    askers = compiled.askers(compiled.fact(finding))
    return Lacking(key, finding, path.said, path.steps, tuple([compiled.ids[one] for one in askers if above[one]]))


def _doubtful(compiled: Compiled) -> list[int]:
    """Return the leaves below nodes that turn on a fact more than once, or on which others turn; all else is reached.

    A decision can turn on one number more than once: by several thresholds.
    """
    turning: dict[str, int] = {}
    facts: dict[int, list[str]] = {}
    for node in compiled.order:
        if compiled.turn[node] >= 0:
            facts[node] = [compiled.fact(finding) for finding, _, _ in compiled.turn_of(node).terms]
            for fact in facts[node]:
                turning[fact] = turning.get(fact, 0) + 1
    below = bytearray(len(compiled.ids))
    for node, named in facts.items():
        if below[node] or any(turning[fact] > 1 for fact in named):
            below[compiled.yes[node]] = below[compiled.no[node]] = 1
    return [node for node in compiled.order if compiled.yes[node] < 0 and below[node]]
