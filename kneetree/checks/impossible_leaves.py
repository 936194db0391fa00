"""Find leaves that the graph leads to but no person can reach.

A leaf that a case of the tree reaches is never named.  From any other leaf all ways up are tried; a way is given up
once it would need somebody for whom a finding is both true and false.  What is named is proved; a leaf with too many
ways, or one that only the points of lists make impossible, is not named.
"""

from __future__ import annotations

from collections.abc import Iterator

from kneetree.analysis import cases
from kneetree.checks.codes import Problem, problem
from kneetree.model.points import no_denies_every_line
from kneetree.model.tree import Question, Tree
from kneetree.proof import safety_rules
from kneetree.proof.search import person

MOST_STEPS = 1_000
"""How many steps up from a leaf are taken before it is given the benefit of the doubt (some 50 ms)."""


def nobody_reaches(tree: Tree, arrays: safety_rules.Compiled) -> Iterator[Problem | None]:
    """Yield a problem for each such leaf, and ``None`` after each leaf that was looked at."""
    walked = {key for case in tree.cases.values() for key in cases.walk_of(tree, case).leaves}
    yield None
    parents = _parents(arrays)
    for number in _doubtful(arrays):
        if arrays.ids[number] not in walked and not _may_be_taken(arrays, parents, number):
            message = "Ways lead here, but no person's answers can take one; mend the questions before it."
            yield problem("nobody_reaches", message, arrays.ids[number])
        yield None


def _doubtful(arrays: safety_rules.Compiled) -> list[int]:
    """Return the leaves below questions whose finding is asked or implied elsewhere too; no other can be impossible."""
    asked: dict[int, int] = {}
    for number in arrays.order:
        for finding in arrays.asked_by(number):
            asked[arrays.group[finding]] = asked.get(arrays.group[finding], 0) + 1
    below = bytearray(len(arrays.ids))
    for number in arrays.order:
        repeated = any(asked[arrays.group[finding]] > 1 for finding in arrays.asked_by(number))
        if arrays.yes[number] >= 0 and (below[number] or repeated):
            below[arrays.yes[number]] = below[arrays.no[number]] = 1
    return [number for number in arrays.order if arrays.yes[number] < 0 and below[number]]


def _parents(arrays: safety_rules.Compiled) -> dict[int, list[tuple[int, bool]]]:
    parents: dict[int, list[tuple[int, bool]]] = {}
    for number in arrays.order:
        if arrays.yes[number] >= 0:
            parents.setdefault(arrays.yes[number], []).append((number, True))
            parents.setdefault(arrays.no[number], []).append((number, False))
    return parents


def _may_be_taken(arrays: safety_rules.Compiled, parents: dict[int, list[tuple[int, bool]]], leaf: int) -> bool:
    """Return whether a person might take some way up from ``leaf``; false only if all ways were tried."""
    stack: list[tuple[int, dict[str, bool]]] = [(leaf, {})]
    for _ in range(MOST_STEPS):
        if not stack:
            return False
        number, said = stack.pop()
        if number == arrays.root:
            if person(said) is not None:
                return True
            continue
        for parent, yes in parents[number]:
            question = arrays.nodes[parent]
            assert isinstance(question, Question)
            if question.items and yes:
                if any(said.get(finding, True) for finding in question.findings):
                    stack.append((parent, said))
            elif question.items and not no_denies_every_line(question):
                stack.append((parent, said))
            elif all(said.get(finding, yes) is yes for finding in question.findings):
                stack.append((parent, said | dict.fromkeys(question.findings, yes)))
    return True
