"""How many questions are asked: of every person, in the tree's cases, and which questions change nothing.

How soon an emergency is reached is proved over every definite person (``kneetree.proof``).  For all walks there is a
quick bound, which no walk passes and perhaps none reaches.  Medians are those of the tree's own cases, since a tree
does not know how often a way is taken in life.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from kneetree.analysis import cases
from kneetree.model.tree import Leaf, PathTo, Question, Rule, Tree, Urgency
from kneetree.proof import safety_rules
from kneetree.walk.walk import Walk


class LeafStats(Struct, frozen=True):
    """The questions asked in the cases of the tree that come to a leaf; zeros if no case does."""

    leaf: str
    urgency: Urgency
    cases: int
    fewest: int
    median: float
    most: int


class Stats(Struct, frozen=True):
    """The figures of a tree.

    ``emergency_within`` is exact, and ``None`` if it takes too long to decide.  ``no_walk_over`` is a bound.
    """

    questions: int
    leaves: int
    findings: int
    rules: int
    cases: int
    emergency_within: int | None
    no_walk_over: int
    median_of_cases: float
    longest_of_cases: int
    never_change_a_result: tuple[str, ...]
    by_leaf: tuple[LeafStats, ...]


def stats(tree: Tree) -> Stats:
    """Return the figures of ``tree``; this takes some proofs and one run of its cases."""
    results = cases.run_cases(tree, tree.cases.values())
    asked = [result.questions for result in results]
    arrays = safety_rules.compiled(tree)
    return Stats(
        questions=sum(1 for _ in tree.questions()),
        leaves=sum(1 for _ in tree.leaves()),
        findings=len(arrays.findings),
        rules=len(tree.rules),
        cases=len(tree.cases),
        emergency_within=_longest(tree, arrays, PathTo(urgency=Urgency.EMERGENCY)),
        no_walk_over=_bound(tree),
        median_of_cases=statistics.median(asked) if asked else 0,
        longest_of_cases=max(asked, default=0),
        never_change_a_result=tuple(_idle(tree, arrays)),
        by_leaf=tuple(_by_leaf(tree, results)),
    )


def _longest(tree: Tree, arrays: safety_rules.Compiled, leaves: PathTo) -> int | None:
    """Return the most questions that a definite person is asked on the way to ``leaves``; 0 if nobody gets there."""
    low, high = 0, len(arrays.order)
    try:
        while low < high:
            middle = (low + high) // 2
            rule = Rule(id="longest", statement="", every_path_to=leaves, questions_at_most=middle)
            if safety_rules.prove(tree, rule, arrays).holds:
                high = middle
            else:
                low = middle + 1
    except safety_rules.TooManyStates:
        return None
    return low


def _bound(tree: Tree) -> int:
    walk = Walk.start(tree)
    return 0 if walk.finished else walk.at_most_more + 1


def _idle(tree: Tree, arrays: safety_rules.Compiled) -> Iterable[str]:
    """Yield the questions whose two answers lead to the same questions and results all the way down.

    A question whose findings are asked about elsewhere too does change results: there its answer is known.
    """
    askers = Counter(arrays.group[finding] for number in arrays.order for finding in arrays.asked_by(number))
    known: dict[object, int] = {}
    sign = [0] * len(arrays.ids)
    for number in reversed(arrays.order):
        node = arrays.nodes[number]
        if isinstance(node, Leaf):
            content: object = (node.urgency, node.conditions)
        else:
            yes, no = sign[arrays.yes[number]], sign[arrays.no[number]]
            alone = all(askers[arrays.group[finding]] == 1 for finding in arrays.asked_by(number))
            if yes == no and alone:
                sign[number] = yes
                yield arrays.ids[number]
                continue
            content = (_way_to_answer(node), yes, no)
        sign[number] = known.setdefault(content, len(known) + 1)


def _way_to_answer(question: Question) -> object:
    return (question.finding, tuple((item.finding, item.points) for item in question.items), question.at_least)


def _by_leaf(tree: Tree, results: Iterable[cases.CaseResult]) -> Iterable[LeafStats]:
    asked: dict[str, list[int]] = {}
    for result in results:
        asked.setdefault(result.leaves[0], []).append(result.questions)
    for key, leaf in tree.leaves():
        found = asked.get(key, [])
        median = statistics.median(found) if found else 0
        yield LeafStats(key, leaf.urgency, len(found), min(found, default=0), median, max(found, default=0))


def to_json(found: Stats) -> dict[str, Any]:
    """Return the figures as one JSON object."""
    made: dict[str, Any] = msgspec.to_builtins(found)
    return made


def to_text(found: Stats) -> str:
    """Return the figures as a text to read."""
    lines = [
        f"{found.questions} questions about {found.findings} findings, {found.leaves} leaves, "
        f"{found.rules} safety rules, {found.cases} cases.",
        f"An emergency is reached within {found.emergency_within or '?'} questions, whoever it is. "
        f"No walk of yes and no answers can ask more than {found.no_walk_over}.",
        f"The tree's own cases: median {found.median_of_cases:g} questions, at most {found.longest_of_cases}.",
        "",
        "Questions that never change a result: " + (", ".join(found.never_change_a_result) or "none") + ".",
        "",
        f"{'leaf':40} {'urgency':12} {'cases':>5} {'fewest':>6} {'median':>6} {'most':>5}",
    ]
    lines += [
        f"{row.leaf:40} {row.urgency:12} {row.cases:5} {row.fewest:6} {row.median:6g} {row.most:5}"
        for row in found.by_leaf
    ]
    return "\n".join(lines)
