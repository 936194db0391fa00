"""How many questions are asked: of every person, in the tree's cases, and which questions change nothing.

How soon an emergency is reached, and how much anybody can be asked, is proved over every definite person
(``kneetree.proof``).  Medians are those of the tree's own cases, since a tree does not know how often a way is taken in
life.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from kneetree.analysis import cases
from kneetree.model.scales import fact_of, threshold_of
from kneetree.model.tree import Asked, Decision, Kind, Leaf, PathTo, QuestionNode, Rule, Tree, Urgency
from kneetree.proof import longest, safety_rules
from kneetree.proof.people import Step
from kneetree.slices import result_of
from kneetree.words.sentences import Sentence, joined, sentence, told


class LeafStats(Struct, frozen=True):
    """The questions asked in the cases of the tree that come to a leaf; zeros if no case does."""

    leaf: str
    urgency: Urgency
    cases: int
    fewest: int
    median: float
    most: int


class Ceiling(Struct, frozen=True):
    """The most that a definite person can be asked, *not sure* aside, with nothing left out.

    ``path`` and ``leaf`` are the walk of somebody who is asked ``most``.  Nobody is asked more than ``at_most``; the
    two are equal unless the tree was too much to decide.
    """

    most: int
    at_most: int
    path: tuple[Step, ...]
    leaf: str


class Stats(Struct, frozen=True):
    """The figures of a tree; ``questions`` are the places where one is asked, a list or a number being one.

    ``lines`` are the questions, numbers and statements that are read and answered in a case.  ``emergency_within`` is
    exact, and ``None`` if it takes too long to decide.
    """

    questions: int
    decisions: int
    leaves: int
    findings: int
    scales: int
    rules: int
    cases: int
    emergency_within: int | None
    longest_walk: Ceiling
    most_lines: Ceiling
    median_of_cases: float
    longest_of_cases: int
    median_lines_of_cases: float
    most_lines_of_cases: int
    never_change_a_result: tuple[str, ...]
    by_leaf: tuple[LeafStats, ...]


def stats(tree: Tree) -> Stats:
    """Return the figures of ``tree``; this takes some proofs and one run of its cases."""
    results = cases.run_cases(tree, tree.cases.values())
    asked = [result.questions for result in results]
    lines = [result.lines for result in results]
    findings = {finding for one in tree.all_asked() for finding in one.findings}
    arrays = safety_rules.compiled(tree)
    ceilings = result_of(longest.longest_walk(tree, arrays))
    return Stats(
        questions=sum(isinstance(node, QuestionNode) for node in tree.nodes.values()),
        decisions=sum(isinstance(node, Decision) for node in tree.nodes.values()),
        leaves=sum(1 for _ in tree.leaves()),
        findings=sum(threshold_of(finding, tree.scales) is None for finding in findings),
        scales=len(tree.scales),
        rules=len(tree.rules),
        cases=len(tree.cases),
        emergency_within=_longest(tree, arrays, PathTo(urgency=Urgency.EMERGENCY)),
        longest_walk=_ceiling(ceilings.questions),
        most_lines=_ceiling(ceilings.lines),
        median_of_cases=statistics.median(asked) if asked else 0,
        longest_of_cases=max(asked, default=0),
        median_lines_of_cases=statistics.median(lines) if lines else 0,
        most_lines_of_cases=max(lines, default=0),
        never_change_a_result=tuple(_idle(tree)),
        by_leaf=tuple(_by_leaf(tree, results)),
    )


def _longest(tree: Tree, arrays: safety_rules.Compiled, leaves: PathTo) -> int | None:
    """Return the most questions that a definite person is asked on the way to ``leaves``; 0 if nobody gets there."""
    low, high = 0, len(tree.nodes)
    while low < high:
        middle = (low + high) // 2
        rule = Rule(id="longest", statement="", every_path_to=leaves, questions_at_most=middle)
        verdict = safety_rules.prove(tree, rule, arrays)
        if not verdict.decided:
            return None
        if verdict.holds:
            high = middle
        else:
            low = middle + 1
    return low


def _ceiling(found: longest.Ceiling) -> Ceiling:
    return Ceiling(found.most, found.at_most, found.path.steps, found.path.leaf)


def _idle(tree: Tree) -> Iterable[str]:
    """Yield the questions and decisions whose answers lead to the same questions and results all the way down.

    A question whose facts matter elsewhere too does change results: there its answer is known.
    """
    turning = Counter(fact for asked in tree.all_asked() for fact in _facts(tree, asked))
    known: dict[object, int] = {}
    sign: dict[str, int] = {}
    for node_id in reversed(tree.topological()):
        node = tree.nodes[node_id]
        if isinstance(node, Leaf):
            content: object = (node.urgency, node.conditions)
        else:
            asked = tree.asked(node_id)
            ways = [sign[target] for _, target in node.edges()]
            alone = asked.kind is Kind.DECISION or all(turning[fact] == 1 for fact in _facts(tree, asked))
            if len(set(ways)) == 1 and alone:
                sign[node_id] = ways[0]
                yield node_id
                continue
            terms = tuple((line.finding, line.points, line.true) for line in asked.lines)
            content = (asked.finding, asked.scale, terms, asked.at_least, *ways)
        sign[node_id] = known.setdefault(content, len(known) + 1)


def _facts(tree: Tree, asked: Asked) -> set[str]:
    """Return the findings and scales on which a question or decision turns."""
    return {fact_of(finding, tree.scales) for finding in asked.findings} | {asked.scale} - {""}


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


def to_text(found: Stats, language: str = "en") -> str:
    """Return the figures as a text to read in a language."""
    lines = [told(line, language) for line in _lines(found)]
    leaf, urgency, cases_of, fewest, median, most = (
        told(word, language) for word in ("leaf", "urgency", "cases", "fewest", "median", "most")
    )
    wide = max(12, *(len(told(level, language)) for level in Urgency))
    lines.append(f"{leaf:40} {urgency:{wide}} {cases_of:>5} {fewest:>6} {median:>6} {most:>5}")
    lines += [
        f"{row.leaf:40} {told(row.urgency, language):{wide}} {row.cases:5} {row.fewest:6} {row.median:6g} {row.most:5}"
        for row in found.by_leaf
    ]
    return "\n".join(lines)


def _lines(found: Stats) -> Iterator[str]:
    """Yield what is told before the table of the leaves."""
    yield sentence(
        "{questions} questions about {findings} findings and {scales} numbers, {decisions} decisions, {leaves} leaves, "
        "{rules} safety rules, {cases} cases.",
        **{name: getattr(found, name) for name in found.__struct_fields__},
    )
    yield sentence(
        "An emergency is reached within {within} questions, whoever it is. Nobody who is sure of every answer is asked "
        "more than {questions} and {lines}.",
        within=found.emergency_within or "?",
        questions=_at_most(found.longest_walk, "{number} questions"),
        lines=_at_most(found.most_lines, "{number} lines to read and answer"),
    )
    yield sentence("Asked most questions: {way}", way=_way(found.longest_walk))
    yield sentence("Asked most lines: {way}", way=_way(found.most_lines))
    yield ""
    yield sentence(
        "The tree's own cases: median {median_of_cases:g} questions, at most {longest_of_cases}; "
        "median {median_lines_of_cases:g} lines to read and answer, at most {most_lines_of_cases}.",
        **{name: getattr(found, name) for name in found.__struct_fields__},
    )
    yield ""
    never = ", ".join(found.never_change_a_result) or sentence("none")
    yield sentence("Questions that never change a result: {never}.", never=never)
    yield ""


def _at_most(found: Ceiling, what: str) -> Sentence:
    most = sentence(what, number=found.at_most)
    if found.most == found.at_most:
        return most
    return sentence("{at_most} (somebody is asked {most})", at_most=most, most=found.most)


def _way(found: Ceiling) -> Sentence:
    """Return the way of the person who is asked most, in what they are asked."""
    asked = [
        sentence("{node} {answer}", node=node, answer=sentence(answer))
        for node, answer, how in found.path
        if how == "asked"
    ]
    return joined(" -> ", [*asked, found.leaf])
