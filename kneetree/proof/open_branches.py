"""Everything that is ahead of one person as clauses, where several branches are open: a bound on what is asked.

*Not sure* and a decision that lacks a fact follow both branches, and what is asked on one is not asked again on the
other.  Which of them comes first is not encoded.  Whatever the order, each question that is asked tells a fact that
was not told before, and each fact is told first by one question.  So no more questions are asked than can be given
a fact each that no other is given.  Each node is counted once, since a walk visits it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from kneetree.model import knowledge
from kneetree.model.knowledge import UNKNOWN, Answers
from kneetree.proof.arrays import Compiled
from kneetree.proof.formula import FALSE, Formula, TooLarge
from kneetree.proof.nodes_ahead import what_is_ahead
from kneetree.proof.unsure_people import Course, Facts, Value
from kneetree.walk.walk import Walk

MOST_PAIRS = 20_000
"""The most pairs of questions that share a fact; it bounds the memory that this takes."""


def asked_ahead(compiled: Compiled, walk: Walk, formula: Formula) -> list[int]:
    """Return literals, put into ``formula``, of which at least so many can be true as questions can still be asked.

    The open question is one of them.  Whatever is not answered yet is answered yes or no, or with a number.  Raises
    ``TooLarge`` if that is too much.
    """
    ahead = what_is_ahead(compiled, walk)
    facts = _Definite(compiled, formula, walk.answers, ())
    course = Course(compiled, ahead, facts, formula, first=False)
    course.encode()
    plain: dict[str, list[int]] = {}
    others: list[tuple[int, Sequence[str]]] = []
    for node, reached in course.reached.items():
        wanted = _not_answered(compiled, node, walk)
        if len(wanted) == 1:
            plain.setdefault(wanted[0], []).append(reached)
        elif wanted:
            others.append((reached, wanted))
    others += [(formula.any_of(reached), (fact,)) for fact, reached in plain.items()]
    return _given_a_fact_each(formula, others)


class _Definite(Facts):
    """A person who is sure of everything that is not answered yet."""

    def __init__(self, compiled: Compiled, formula: Formula, answers: Answers, dropped: Iterable[str]) -> None:
        super().__init__(compiled, formula, answers, dropped)
        self._answers = answers

    def _new(self, finding: str) -> Value:
        value = super()._new(finding)
        self._be_sure(finding, value)
        return value

    def _be_sure(self, finding: str, value: Value) -> None:
        if knowledge.value_of(finding, self._answers) is UNKNOWN:
            self._formula.add(value.true, value.false)


def _not_answered(compiled: Compiled, node: int, walk: Walk) -> Sequence[str]:
    """Return the facts that a question would ask a person for, none if what was told already answers it."""
    if not compiled.asked_by(node):
        return ()
    asked = walk.tree.asked(compiled.ids[node])
    if knowledge.outcome(asked, walk.told) is not None:
        return ()
    return [fact for fact in knowledge.to_ask(asked, walk.told) if fact not in walk.answers]


def _given_a_fact_each(formula: Formula, questions: Sequence[tuple[int, Sequence[str]]]) -> list[int]:
    """Return a literal for each question, which demands that it is reached and has a fact that no other has."""
    asking: dict[str, int] = {}
    for _, wanted in questions:
        for fact in wanted:
            asking[fact] = asking.get(fact, 0) + 1
    if sum(count * (count - 1) // 2 for count in asking.values()) > MOST_PAIRS:
        raise TooLarge("Too many questions ask for the same facts.")
    given: dict[str, list[int]] = {}
    counted: list[int] = []
    for reached, wanted in questions:
        if reached == FALSE or any(asking[fact] == 1 for fact in wanted):
            counted.append(reached)
            continue
        takes = [formula.new() for _ in wanted]
        for fact, take in zip(wanted, takes, strict=True):
            given.setdefault(fact, []).append(take)
        counted.append(formula.all_of((reached, formula.any_of(takes))))
    for takes in given.values():
        for one, other in combinations(takes, 2):
            formula.add(-one, -other)
    return counted
