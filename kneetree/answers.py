"""Answers as they are typed: ``y,n,u`` for the questions in the order in which they come.

For a list also the numbers of what fits, ``1+3``, with a ``?`` before a number that is not sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kneetree import knowledge
from kneetree.errors import CannotStart
from kneetree.tree import Answer, Question, Tree
from kneetree.walk import Walk

WORDS = {
    "y": Answer.YES, "yes": Answer.YES, "n": Answer.NO, "no": Answer.NO,
    "u": Answer.UNSURE, "unsure": Answer.UNSURE, "?": Answer.UNSURE,
}  # fmt: skip
_NUMBERS = re.compile(r"\??\d+(?:[+ ]\??\d+)*", re.ASCII)


def walk_with(tree: Tree, typed: str) -> Walk:
    """The finished walk that answers typed with commas between them give.

    Raises ``CannotStart`` where they are too few or too many, or one does not fit its question.
    """
    walk = Walk.start(tree)
    tokens = [token.strip() for token in typed.split(",")] if typed.strip() else []
    for number, token in enumerate(tokens, 1):
        if walk.question is None:
            raise CannotStart(f"Too many answers: the walk ended after {number - 1}, and {len(tokens)} were given.")
        try:
            walk = reply(walk, token)
        except CannotStart as error:
            raise CannotStart(f"Answer {number}: {error}") from error
    if walk.question is not None:
        text = tree.question(walk.question).text
        raise CannotStart(f"Too few answers: {len(tokens)} were given, and the next question is {text!r}.")
    return walk


def reply(walk: Walk, typed: str) -> Walk:
    """The walk with its open question answered by one typed word; ``CannotStart`` where it does not fit."""
    question = walk.tree.question(str(walk.question))
    word = typed.lower()
    if word in WORDS:
        return walk.reply(WORDS[word])
    if question.items and _NUMBERS.fullmatch(word):
        return walk.answer(_ticked(question, re.split(r"[+ ]", word), walk))
    choices = "y, n or u" if question.unsure else "y or n"
    also = ", or numbers such as 1+3" if question.items else ""
    raise CannotStart(f"{typed[:40]!r} is not an answer to {question.text!r}; type {choices}{also}.")


def _ticked(question: Question, words: Iterable[str], walk: Walk) -> dict[str, bool | None]:
    given: dict[str, bool | None] = {
        finding: False
        for finding in question.findings
        if knowledge.value_of(finding, walk.answers) is knowledge.UNKNOWN
    }
    for word in words:
        number = int(word.lstrip("?"))
        if not 1 <= number <= len(question.items):
            raise CannotStart(f"there is no line {number} in {question.text!r}; it has {len(question.items)}.")
        given[question.items[number - 1].finding] = None if word.startswith("?") else True
    if None in given.values() and not question.unsure:
        raise CannotStart(f"{question.text!r} can only be answered with yes or no.")
    return given
