"""Find findings that are asked in ways that do not fit together, and lists whose lines do not belong together."""

from __future__ import annotations

from collections.abc import Iterator

from kneetree.checks.codes import Problem, problem
from kneetree.model.tree import Tree
from kneetree.words.sentences import sentence


def lists(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each list of which "None of these" would deny good signs and bad ones together."""
    for key, question in tree.questions.items():
        lines = [(line, tree.findings[line]) for line in question.lines if line in tree.findings]
        good = [line for line, finding in lines if finding.reassures]
        if good and len(good) < len(lines):
            message = sentence(
                "{statement!r} reassures, and other lines do not; ask about it in a list of its own.",
                statement=tree.statement(good[0]),
            )
            yield problem("list_mixes_reassuring", message, part="question", key=key)
        usual = [line for line, finding in lines if finding.usual]
        if usual and len(usual) < len(lines):
            message = sentence(
                "{statement!r} is usually true, and other lines are usually false; ask about it in a list of its own.",
                statement=tree.statement(usual[0]),
            )
            yield problem("list_mixes_usual", message, part="question", key=key)


def asked_in_two_ways(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each yes/no question about a finding that another one asks about already."""
    first: dict[str, str] = {}
    for key, question in tree.questions.items():
        if question.finding and first.setdefault(question.finding, key) != key:
            before = tree.questions[first[question.finding]].text
            message = sentence(
                "{before!r} asks about the same thing; keep one of the two questions, and use it in both places.",
                before=before,
            )
            yield problem("asked_in_two_ways", message, part="question", key=key)


def asked_with_and_without_not_sure(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each finding that some questions let people be not sure about, and others do not."""
    kinds: dict[str, dict[bool, str]] = {}
    for question in tree.questions.values():
        for finding in question.findings:
            kinds.setdefault(finding, {}).setdefault(question.unsure, question.text)
    for finding, texts in kinds.items():
        if len(texts) == 2:
            message = sentence(
                '{takes!r} takes "not sure" about this, and {other!r} does not; let both take it, or neither.',
                takes=texts[True],
                other=texts[False],
            )
            yield problem("asked_with_and_without_not_sure", message, part="finding", key=finding)
