"""Cases: people whose result is known, sent through a tree.

This module tells right triage from under- and over-triage, says whether the condition was first, listed or missed, and
which branches and leaves no case takes.  It does not know what to do about it.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from kneetree.model import knowledge
from kneetree.model.knowledge import Said
from kneetree.model.people import person_of, usual_person
from kneetree.model.tree import Answer, Case, Expect, Tree, Urgency
from kneetree.proof.solver import Contradiction
from kneetree.walk.leaving_out import CannotMatter, settled
from kneetree.walk.walk import Step, Walk

Triage = Literal["right", "under", "over"]
Naming = Literal["first", "listed", "missed", "none"]
"""How a result names the expected conditions; ``none`` if a case expects none in particular."""


class CaseResult(Struct, frozen=True):
    """How one case came out; ``conditions`` are as listed.

    ``questions`` counts the screens that were asked, ``lines`` every question, number or statement that the person had
    to read and answer.
    """

    id: str
    triage: Triage
    condition: Naming
    urgency: Urgency
    leaves: tuple[str, ...]
    questions: int
    lines: int
    steps: tuple[Step, ...]
    conditions: tuple[str, ...]

    @property
    def path(self) -> tuple[tuple[str, str, str], ...]:
        """The steps as they are printed: ``(node, "yes"|"no"|"unsure"|"next", "asked"|"known"|"decided")``."""
        return path_entries(self.steps)


class CasesSummary(Struct, frozen=True):
    """The figures of many cases; ``condition_listed`` includes those that were first."""

    total: int
    triage_right: int
    under_triaged: int
    over_triaged: int
    condition_first: int
    condition_listed: int
    median_questions: float
    max_questions: int
    median_lines: float
    max_lines: int
    mean_conditions: float


class Saved(Struct, frozen=True):
    """What many people are spared if nothing is asked that cannot change their result.

    ``screens`` and ``lines`` are asked in full walks, ``screens_spared`` and ``lines_spared`` of them are left out, and
    ``people`` are those who are spared something.
    """

    screens: int
    lines: int
    screens_spared: int
    lines_spared: int
    people: int


class Coverage(Struct, frozen=True):
    """What no case takes: ways on, as ``(node, "yes"|"no"|"next")``, and leaves."""

    branches: tuple[tuple[str, str], ...]
    leaves: tuple[str, ...]


def walk_of(tree: Tree, case: Case) -> Walk:
    """Return the finished walk of the person whom a case describes."""
    return Walk.start(tree, answers=person_of(tree, case))


def run_case(tree: Tree, case: Case, usual: dict[str, Said] | None = None) -> CaseResult:
    """Send one case through ``tree`` and judge it by what it expects; if it expects nothing, it counts as right.

    ``usual`` is ``usual_person(tree)``, for a caller that has many cases.
    """
    return _judged(case, Walk.start(tree, answers=person_of(tree, case, usual)))


def _judged(case: Case, walk: Walk) -> CaseResult:
    tree = walk.tree
    leaves = [tree.leaf(key) for key in walk.leaves]
    urgency = leaves[0].urgency
    named = tuple(dict.fromkeys(condition for leaf in leaves for condition in leaf.conditions))
    return CaseResult(
        id=case.id,
        triage=_triage(urgency, case.expect.urgency),
        condition=_naming(leaves[0].condition, named, case.expect),
        urgency=urgency,
        leaves=walk.leaves,
        questions=walk.asked,
        lines=_lines(walk),
        steps=walk.path,
        conditions=named,
    )


def run_steps(tree: Tree, cases: Iterable[Case]) -> Iterator[CaseResult]:
    """Yield one result after the other, for a caller that has other work to do between them."""
    usual = usual_person(tree)
    return (run_case(tree, case, usual) for case in cases)


def run_cases(tree: Tree, cases: Iterable[Case]) -> list[CaseResult]:
    """Return all results, in the order of the cases."""
    return list(run_steps(tree, cases))


def _lines(walk: Walk) -> int:
    """Return how many questions, numbers and statements of lists were read and answered."""
    told, lines = dict[str, Said](), 0
    for step in walk.path:
        if step.asked:
            said = knowledge.to_ask(walk.tree.asked(step.node), told)
            told |= {fact: walk.told[fact] for fact in said}
            lines += sum(fact not in walk.left_out.get(step.node, ()) for fact in said)
        elif step.how == "left_out":
            told |= dict.fromkeys(knowledge.to_ask(walk.tree.asked(step.node), told), None)
    return lines


def saved(tree: Tree, cases: Iterable[Case], cannot_matter: CannotMatter) -> Saved:
    """Return what the people of ``cases`` are spared by leaving out what cannot matter.

    Raises ``Contradiction`` if anybody ends elsewhere for it, which would be a fault of the proof.
    """
    usual, found = usual_person(tree), Saved(0, 0, 0, 0, 0)
    for case in cases:
        whole = Walk.start(tree, answers=person_of(tree, case, usual))
        short = settled(whole, cannot_matter)
        if short.leaves != whole.leaves:
            raise Contradiction(f"{case.id!r} ends elsewhere when nothing needless is asked.")
        screens, lines = whole.asked - short.asked, _lines(whole) - _lines(short)
        found = Saved(
            found.screens + whole.asked,
            found.lines + _lines(whole),
            found.screens_spared + screens,
            found.lines_spared + lines,
            found.people + (lines > 0),
        )
    return found


def path_entries(path: Iterable[Step]) -> tuple[tuple[str, str, str], ...]:
    """Return a path as it is printed: each node with its answer, and how that came about."""
    return tuple((step.node, step.answer.value, step.how) for step in path)


def summarise(results: Iterable[CaseResult]) -> CasesSummary:
    """Return the figures of ``results``; all are zero if there are none."""
    rows = list(results)
    triage = Counter(row.triage for row in rows)
    naming = Counter(row.condition for row in rows)
    return CasesSummary(
        total=len(rows),
        triage_right=triage["right"],
        under_triaged=triage["under"],
        over_triaged=triage["over"],
        condition_first=naming["first"],
        condition_listed=naming["first"] + naming["listed"],
        median_questions=statistics.median(row.questions for row in rows) if rows else 0,
        max_questions=max((row.questions for row in rows), default=0),
        median_lines=statistics.median(row.lines for row in rows) if rows else 0,
        max_lines=max((row.lines for row in rows), default=0),
        mean_conditions=round(statistics.fmean(len(row.conditions) for row in rows), 3) if rows else 0,
    )


def triage_table(cases: Iterable[Case], results: Iterable[CaseResult]) -> dict[Urgency, dict[Urgency, int]]:
    """Count the cases by their best level (rows) and their result (columns), leaving out those without a best level."""
    table = {row: dict.fromkeys(Urgency, 0) for row in Urgency}
    for case, result in zip(cases, results, strict=True):
        if case.expect.best_urgency is not None:
            table[case.expect.best_urgency][result.urgency] += 1
    return table


def under_table(cases: Iterable[Case], results: Iterable[CaseResult]) -> dict[tuple[Urgency, Urgency], int]:
    """Count the under-triaged cases by their best level and their result, leaving out those without a best level.

    A case may be right although its result is less urgent than its best level: what counts is its whole band.
    """
    found: Counter[tuple[Urgency, Urgency]] = Counter()
    for case, result in zip(cases, results, strict=True):
        if case.expect.best_urgency is not None and result.triage == "under":
            found[case.expect.best_urgency, result.urgency] += 1
    return dict(found)


def coverage(tree: Tree, results: Iterable[CaseResult]) -> Coverage:
    """Return the answers and leaves of ``tree`` that no result has taken; a *not sure* takes both answers."""
    taken: set[tuple[str, str]] = set()
    leaves: set[str] = set()
    for result in results:
        leaves.update(result.leaves)
        for step in result.steps:
            taken |= {(step.node, answer) for answer in _branches(step.answer)}
    every = branches(tree)
    return Coverage(
        tuple(branch for branch in every if branch not in taken),
        tuple(key for key, _ in tree.leaves() if key not in leaves),
    )


def branches(tree: Tree) -> list[tuple[str, str]]:
    """Return all ways on of a tree, each as its node and answer."""
    return [(key, answer.value) for key, node in tree.nodes.items() for answer, _ in node.edges()]


def _branches(answer: Answer) -> tuple[str, ...]:
    return ("yes", "no") if answer is Answer.UNSURE else (answer.value,)


def _triage(urgency: Urgency, band: tuple[Urgency, ...]) -> Triage:
    """Return how an urgency lies to a band, which reaches from its lowest to its highest level."""
    ranks = [level.rank for level in band]
    if ranks and urgency.rank < min(ranks):
        return "under"
    return "over" if ranks and urgency.rank > max(ranks) else "right"


def _naming(first: str, named: tuple[str, ...], expect: Expect) -> Naming:
    if not expect.conditions:
        return "none"
    if first in expect.conditions:
        return "first"
    return "listed" if {*expect.conditions, *expect.listed_ok} & set(named) else "missed"
