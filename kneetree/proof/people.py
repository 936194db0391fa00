"""A definite person, what is sure of everybody who has some facts, and the way that a person takes.

The way is worked out from what the model says of single questions, and shares nothing with the clauses: a solution of
the solver is walked here before anybody sees it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from kneetree.model import knowledge, points
from kneetree.model.scales import threshold_of
from kneetree.model.tree import Answer, Kind, Leaf, Scale, Tree
from kneetree.proof.arrays import Term

Person = Mapping[str, bool | int]
"""A value for each finding and a number for each scale; what is left out is false, or the least number."""
Step = tuple[str, str, str]
"""A node, the answer there, and whether it was ``"asked"``, ``"known"`` or ``"decided"``."""


class Path(NamedTuple):
    """The way of a person to ``leaf``, and what they have said on it."""

    steps: tuple[Step, ...]
    leaf: str
    said: dict[str, bool | int]

    @property
    def asked(self) -> int:
        """How many questions were asked."""
        return sum(how == "asked" for _, _, how in self.steps)

    def goes_by_none(self, steps: Container[tuple[str, str]]) -> bool:
        """Return whether none of ``steps`` is on the way: nodes with an answer, or leaves with ""."""
        return not any((node, answer) in steps for node, answer, _ in self.steps) and (self.leaf, "") not in steps

    @property
    def choices(self) -> dict[str, bool]:
        """Which branch was taken at each node, for walking the same way again."""
        return {node: answer == "yes" for node, answer, _ in self.steps}


def walk(tree: Tree, person: Person, choices: Mapping[str, bool], end: str = "") -> Path:
    """Walk a definite person from the root to a leaf, or to the node ``end``.

    ``choices`` says which branch is taken at a decision that lacks a fact, where both count.
    """
    said: dict[str, bool | int] = {}
    steps: list[Step] = []
    at = tree.root
    while at != end and not isinstance(tree.nodes[at], Leaf):
        asked = tree.asked(at)
        answer = knowledge.outcome(asked, said)
        how = "decided" if asked.kind is Kind.DECISION else "known"
        if answer is None:
            for fact in knowledge.to_ask(asked, said):
                said[fact] = person.get(fact, tree.scales[fact].least if fact in tree.scales else False)
            answer = knowledge.outcome(asked, said)
            how = "asked"
            assert answer is not None
        if answer is Answer.UNSURE:
            answer = Answer.YES if choices.get(at, False) else Answer.NO
        steps.append((at, answer.value, how))
        at = asked.target(answer)
    return Path(tuple(steps), at, said)


class Facts:
    """What is sure of everybody who has some facts; thresholds of a scale imply one another."""

    def __init__(self, scales: Mapping[str, Scale], given: Mapping[str, bool] | None = None) -> None:
        """Take ``given`` in; afterwards ``possible`` says whether somebody can be like that."""
        self._scales = scales
        self.findings: dict[str, bool] = {}
        self._least: dict[str, int] = {}
        self._most: dict[str, int] = {}
        self.possible = all(self.learn(finding, value) for finding, value in (given or {}).items())

    def value(self, finding: str) -> bool | None:
        """Return the value of a finding or threshold, ``None`` if it can be either."""
        limit = threshold_of(finding, self._scales)
        if limit is None:
            return self.findings.get(finding)
        if limit.number <= self._least.get(limit.scale, self._scales[limit.scale].least):
            return True
        return False if limit.number > self._most.get(limit.scale, self._scales[limit.scale].most) else None

    def learn(self, finding: str, value: bool) -> bool:
        """Take a value in; return whether it agrees with what is known."""
        known = self.value(finding)
        if known is not None:
            return known is value
        limit = threshold_of(finding, self._scales)
        if limit is None:
            self.findings[finding] = value
        elif value:
            self._least[limit.scale] = limit.number
        else:
            self._most[limit.scale] = limit.number - 1
        return True

    def comes_out(self, terms: Iterable[Term], at_least: int) -> bool | None:
        """Return whether ``terms`` have so many points; ``None`` if they can have and can lack them."""
        return points.comes_out(
            (
                (worth, None if (value := self.value(finding)) is None else value is true)
                for finding, worth, true in terms
            ),
            at_least,
        )

    def person(self) -> dict[str, bool | int]:
        """Return the person who has no finding and no number beyond what is known."""
        return {**self.findings, **self._numbers()}

    def _numbers(self) -> dict[str, int]:
        return {name: self._least.get(name, scale.least) for name, scale in self._scales.items()}


def is_like(person: Person, given: Mapping[str, bool], scales: Mapping[str, Scale]) -> bool:
    """Return whether a person has every value that is ``given``."""
    return all(has(person, finding, scales) is value for finding, value in given.items())


def has(person: Person, finding: str, scales: Mapping[str, Scale]) -> bool:
    """Return the value that a finding or threshold has for a person."""
    limit = threshold_of(finding, scales)
    if limit is None:
        return bool(person.get(finding, False))
    return person.get(limit.scale, scales[limit.scale].least) >= limit.number
