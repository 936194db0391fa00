"""The answers of a walk as the rows of a table: the question, the answer in words, how it was known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kneetree import words
from kneetree.model import knowledge
from kneetree.model.tree import Answer, Question
from kneetree.walk.walk import Step, Walk


@dataclass(frozen=True)
class AnswerRow:
    """A question on the path.  ``answer`` is in words, with the lines ticked; ``value`` is yes, no or unsure."""

    number: int
    node: str
    question: str
    topic: str
    value: Answer
    answer: str
    state: Literal["asked", "known"]
    ticked: tuple[str, ...]
    not_ticked: tuple[str, ...]
    not_sure_of: tuple[str, ...]
    """These three hold the items of a list by what was said of them; an item not mentioned is in none of them."""


def answer_rows(walk: Walk) -> tuple[AnswerRow, ...]:
    """Return a row for each question on the path, numbered from 1 in the order in which they came."""
    return tuple(_row(walk, number, step) for number, step in enumerate(walk.path, 1))


def never_asked(walk: Walk) -> int:
    """Return how many questions of the tree are not on the path."""
    return sum(1 for _ in walk.tree.questions()) - len(walk.path)


def _row(walk: Walk, number: int, step: Step) -> AnswerRow:
    question = walk.tree.question(step.node)
    language = walk.tree.language
    ticked, not_ticked, unsure = (_items(walk, question, value) for value in (True, False, None))
    return AnswerRow(
        number=number,
        node=step.node,
        question=question.text,
        topic=words.text(language, f"topic.{question.topic}"),
        value=step.answer,
        answer=_in_words(language, question, step, ticked, unsure),
        state="known" if step.known else "asked",
        ticked=ticked,
        not_ticked=not_ticked,
        not_sure_of=unsure,
    )


def _items(walk: Walk, question: Question, value: bool | None) -> tuple[str, ...]:
    return tuple(item.text for item in question.items if knowledge.value_of(item.finding, walk.told) is value)


def _in_words(language: str, question: Question, step: Step, ticked: tuple[str, ...], unsure: tuple[str, ...]) -> str:
    """Return "Yes", or for a list "Yes: what was ticked; not sure: the rest"."""
    answer = words.text(language, f"answer.{step.answer}")
    if not question.items or len(unsure) == len(question.items):
        return answer
    parts = [*ticked]
    if unsure and (ticked or step.answer is not Answer.UNSURE):
        parts.append(words.text(language, "answer.unsure_of", items="; ".join(unsure)))
    elif unsure:
        parts += unsure
    if not parts and step.answer is Answer.NO:
        parts = [words.text(language, "answer.none_of_these")]
    return f"{answer}: {'; '.join(parts)}" if parts else answer
