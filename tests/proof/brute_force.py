"""What a proof must say of a small tree, found out by walking every definite person one by one.

The walk is written from the words of the file format alone and shares no code with ``Walk`` or with the proof, so
that a mistake in either of them shows.  It is plain rather than fast: a person is a value for each finding.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kneetree.model.tree import Question, Rule, Tree
from tests.proof.small_trees import findings_of

Person = Mapping[str, bool]
Path = tuple[tuple[str, str], ...]
"""Each question on the way with ``"yes"``, ``"no"`` or, where its answer followed from earlier ones, ``"known"``."""


class Outcome(NamedTuple):
    """The way that a person takes and the leaf at its end."""

    path: Path
    leaf: str


# -- people -----------------------------------------------------------------------------------------


def scale_and_number(finding: str) -> tuple[str, int] | None:
    """Return ``("age", 60)`` for ``age_at_least_60``, and ``None`` for a finding that is no threshold."""
    scale, _, number = finding.partition("_at_least_")
    return (scale, int(number)) if number else None


def people(findings: Iterable[str]) -> Iterator[dict[str, bool]]:
    """Yield every definite person as far as these findings tell them apart."""
    limits = {finding: scale_and_number(finding) for finding in findings}
    plain = [finding for finding, limit in limits.items() if limit is None]
    marks: dict[str, set[int]] = {}
    for limit in limits.values():
        if limit is not None:
            marks.setdefault(limit[0], {0}).add(limit[1])
    for numbers in itertools.product(*marks.values()):
        of_scale = dict(zip(marks, numbers, strict=True))
        settled = {finding: of_scale[limit[0]] >= limit[1] for finding, limit in limits.items() if limit is not None}
        for values in itertools.product((False, True), repeat=len(plain)):
            yield settled | dict(zip(plain, values, strict=True))


# -- walks ------------------------------------------------------------------------------------------


class _Told:
    """What one person has answered so far, and what follows from it."""

    def __init__(self) -> None:
        self._values: dict[str, bool] = {}
        self._least: dict[str, int] = {}
        self._under: dict[str, int] = {}

    def learn(self, finding: str, value: bool) -> None:
        limit = scale_and_number(finding)
        if limit is None:
            self._values[finding] = value
            return
        scale, number = limit
        if value:
            self._least[scale] = max(number, self._least.get(scale, number))
        else:
            self._under[scale] = min(number, self._under.get(scale, number))

    def value(self, finding: str) -> bool | None:
        limit = scale_and_number(finding)
        if limit is None:
            return self._values.get(finding)
        scale, number = limit
        if scale in self._least and self._least[scale] >= number:
            return True
        if scale in self._under and self._under[scale] <= number:
            return False
        return None


def walk(tree: Tree, person: Person) -> Outcome:
    """Walk one person from the root to a leaf."""
    told = _Told()
    path: list[tuple[str, str]] = []
    at = tree.root
    while isinstance(node := tree.nodes[at], Question):
        answer = _follows(node, told)
        if answer is None:
            for finding in node.findings:
                told.learn(finding, person[finding])
            answer = _follows(node, told)
            assert answer is not None
            path.append((at, "yes" if answer else "no"))
        else:
            path.append((at, "known"))
        at = node.yes if answer else node.no
    return Outcome(tuple(path), at)


def _follows(question: Question, told: _Told) -> bool | None:
    """Return the answer that needs no asking, or ``None``: a list is settled once its points can only come out so."""
    if not question.items:
        return told.value(question.finding)
    fewest = most = 0
    for item in question.items:
        value = told.value(item.finding)
        if value is True:
            fewest += item.points
        if value is not False:
            most += item.points
    if fewest >= question.at_least:
        return True
    return False if most < question.at_least else None


# -- rules ------------------------------------------------------------------------------------------


class Everybody:
    """Every definite person of a tree with the way each of them takes."""

    def __init__(self, tree: Tree, rules: Iterable[Rule] = ()) -> None:
        self.tree = tree
        named = (finding for rule in rules for finding in (rule.given or {}))
        self.walks = [(person, walk(tree, person)) for person in people(dict.fromkeys([*findings_of(tree), *named]))]
        self.outcomes = {outcome for _, outcome in self.walks}

    def breaking(self, rule: Rule) -> set[Outcome]:
        """Return the ways of all people who break ``rule``."""
        if rule.given is not None:
            given = rule.given.items()
            met = {outcome for person, outcome in self.walks if given <= person.items()}
            assert rule.urgency_at_least is not None
            least = rule.urgency_at_least.rank
            return {outcome for outcome in met if self.tree.leaf(outcome.leaf).urgency.rank < least}
        return {outcome for outcome in self.outcomes if self._breaks(rule, outcome)}

    def _breaks(self, rule: Rule, outcome: Outcome) -> bool:
        assert rule.every_path_to is not None
        if not rule.every_path_to.matches(self.tree.leaf(outcome.leaf)):
            return False
        if rule.asks is not None:
            return not set(rule.asks) <= self._met_on(outcome.path)
        assert rule.questions_at_most is not None
        return sum(word != "known" for _, word in outcome.path) > rule.questions_at_most

    def _met_on(self, path: Path) -> set[str]:
        """Return the findings that the questions on a way ask about, those that were passed as known included."""
        return {finding for node, _ in path for finding in self.tree.question(node).findings}

    def shortest_to(self, node: str) -> int | None:
        """Return the fewest questions on a way from the root to ``node``, and ``None`` where nobody comes there."""
        lengths = [place for outcome in self.outcomes for place, key in enumerate(nodes_on(outcome)) if key == node]
        return min(lengths, default=None)


def nodes_on(outcome: Outcome) -> list[str]:
    """Return the ids of the nodes on a way, its leaf last."""
    return [*(node for node, _ in outcome.path), outcome.leaf]
