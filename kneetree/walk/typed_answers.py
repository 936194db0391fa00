"""Answers as people type them: ``y``, ``n``, ``u``, or the numbers of the lines in a list that are true.

``1+3`` (or ``1 3``) ticks these lines and no others; ``3?`` (or ``?3``) says *not sure* to that line.  The prompt of a
walk in a terminal and ``--answers`` understand the same answers, and ``written`` writes them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kneetree import words
from kneetree.errors import CannotStart, KneetreeError
from kneetree.model import knowledge
from kneetree.model.knowledge import UNKNOWN
from kneetree.model.tree import Answer, Question, Tree
from kneetree.walk.walk import Walk

_WORDS = {
    Answer.YES: ("y", "yes", "s", "si", "sí"),
    Answer.NO: ("n", "no", "none", "0"),
    Answer.UNSURE: ("u", "unsure", "not sure", "?", "x", "no sé", "no se", "no lo sé", "no lo se"),
}
_SAID = {word: answer for answer, said in _WORDS.items() for word in said}
_NUMBER = re.compile(r"(\?)?(\d{1,4})(\?)?", re.ASCII)
_BETWEEN = re.compile(r"[\s+;,]+")


class NotUnderstood(KneetreeError):
    """The error that what was typed does not answer the question; its text says what would."""


def walk_with(tree: Tree, typed: str) -> Walk:
    """Return the finished walk for answers typed with commas between them, one for each question that is asked.

    Raises ``KneetreeError`` if an answer does not fit its question, or if there are too few or too many answers.
    """
    walk = Walk.start(tree)
    tokens = [token.strip() for token in typed.split(",")] if typed.strip() else []
    for number, token in enumerate(tokens, 1):
        if walk.question is None:
            raise CannotStart(f"Too many answers: the walk ended after {number - 1}, and {len(tokens)} were given.")
        try:
            walk = reply(walk, token)
        except NotUnderstood as error:
            raise NotUnderstood(f"Answer {number}, to “{_text(walk)}”: {error}") from error
    if walk.question is not None:
        raise CannotStart(f"Too few answers: {len(tokens)} were given, and the next question is “{_text(walk)}”.")
    return walk


def reply(walk: Walk, typed: str) -> Walk:
    """Return the walk with its open question answered as ``typed``.

    Raises ``NotUnderstood`` if that does not answer the question, and ``CannotStart`` if the walk has ended.
    """
    if walk.question is None:
        raise CannotStart("The walk has ended; there is no question to answer.")
    question, language = walk.tree.question(walk.question), walk.tree.language
    said = " ".join(typed.split()).strip(".!").casefold()
    answer = _SAID.get(said)
    if answer is not None:
        if answer is Answer.UNSURE and not question.unsure:
            raise NotUnderstood(words.text(language, "ask.only_yes_no"))
        return walk.reply(answer)
    numbers = [_NUMBER.fullmatch(word) for word in _BETWEEN.split(said.strip(" +;,"))]
    if question.items and all(numbers):
        return walk.answer(_ticked(walk, question, [(int(found[2]), "?" in found[0]) for found in numbers if found]))
    key = "ask.not_understood" if question.unsure else "ask.not_understood_no_unsure"
    raise NotUnderstood(words.text(language, f"{key}_items" if question.items else key, typed=_shortened(typed)))


def written(walk: Walk) -> str:
    """Return the answers of a walk that began at the root, in the form that ``walk_with`` reads."""
    tokens = []
    known: dict[str, bool | None] = {}
    for step in walk.path:
        question = walk.tree.question(step.node)
        if not step.known:
            tokens.append(_token(question, step.answer, known, walk.told))
            known.update((finding, walk.told[finding]) for finding in question.findings if finding in walk.told)
    return ",".join(tokens)


def _text(walk: Walk) -> str:
    return walk.tree.question(walk.question or "").text


def _shortened(typed: str) -> str:
    shown = "".join(character for character in typed.strip() if character.isprintable())
    return shown if len(shown) <= 40 else f"{shown[:39]}…"


def _ticked(walk: Walk, question: Question, said: list[tuple[int, bool]]) -> dict[str, bool | None]:
    """Return the findings of a list in which the numbers ``said`` are true or not sure, and all others false."""
    language, most = walk.tree.language, len(question.items)
    values: dict[str, bool | None] = {
        finding: False for finding in question.findings if knowledge.value_of(finding, walk.answers) is UNKNOWN
    }
    for number, unsure in said:
        if not 1 <= number <= most:
            raise NotUnderstood(words.text(language, "ask.number_unknown", number=number, most=most))
        if unsure and not question.unsure:
            raise NotUnderstood(words.text(language, "ask.only_yes_no"))
        finding = question.items[number - 1].finding
        if finding in values:
            values[finding] = None if unsure else True
        elif knowledge.value_of(finding, walk.answers) is not (None if unsure else True):
            raise NotUnderstood(words.text(language, "ask.number_known", number=number))
    return values


def _token(
    question: Question, answer: Answer, known: Mapping[str, bool | None], told: Mapping[str, bool | None]
) -> str:
    """Return what was said to a question, without what was ``known`` before."""
    if not question.items:
        return {Answer.YES: "y", Answer.NO: "n", Answer.UNSURE: "u"}[answer]
    said = {
        number: knowledge.value_of(item.finding, told)
        for number, item in enumerate(question.items, 1)
        if knowledge.value_of(item.finding, known) is UNKNOWN
    }
    if all(value is None for value in said.values()):
        return "u"
    marks = {True: "", None: "?"}
    return "+".join(f"{number}{marks[value]}" for number, value in said.items() if value in (True, None)) or "n"
