"""The path of a walk as rows from top to bottom: each question with its answer, and each leaf.

A path is a line as long as nothing is *not sure*.  With that it forks, and branches may meet again: a row then names
every row that leads to it.  Pictures of the path are drawn from this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kneetree import words
from kneetree.model.tree import Answer, Leaf, Question, Tree, Urgency
from kneetree.report.answer_rows import AnswerRow, answer_rows
from kneetree.walk.walk import Walk


@dataclass(frozen=True)
class Way:
    """An answer that leads on, from the row ``source`` to the row ``target``.

    ``target`` is ``None`` if it was not followed, because an emergency had ended the walk.
    """

    source: int
    answer: Literal["yes", "no"]
    target: int | None


@dataclass(frozen=True)
class PathRow:
    """A question, or a leaf (with ``urgency``), on the path.

    ``number`` counts the questions from 1 and is 0 for a leaf.  ``answer`` is ``None`` for a leaf and for a question
    that is still open; ``said`` is the answer in words, ``detail`` what was ticked, or not sure, in a list.
    """

    node: str
    kind: Literal["question", "leaf"]
    number: int
    text: str
    answer: Answer | None
    said: str
    detail: str
    known: bool
    urgency: Urgency | None
    urgency_word: str
    ways: tuple[Way, ...]


def path_rows(walk: Walk) -> tuple[PathRow, ...]:
    """Return the rows in the order of the walk; an open question comes last."""
    tree = walk.tree
    answers = {row.node: row for row in answer_rows(walk)}
    place = {key: index for index, key in enumerate(_order(walk))}
    rows = []
    for key, index in place.items():
        node = tree.nodes[key]
        if isinstance(node, Leaf):
            rows.append(_leaf(tree, key, node))
        elif key in answers:
            rows.append(_answered(answers[key], _ways(node, index, answers[key].value, place)))
        else:
            number = len(walk.path) + 1
            rows.append(PathRow(key, "question", number, node.text, None, "", "", False, None, "", ()))
    return tuple(rows)


def _answered(row: AnswerRow, ways: tuple[Way, ...]) -> PathRow:
    detail = row.answer if row.ticked or row.not_sure_of else ""
    known = row.state == "known"
    return PathRow(row.node, "question", row.number, row.question, row.value, row.answer, detail, known, None, "", ways)


def _ways(question: Question, index: int, answer: Answer, place: Mapping[str, int]) -> tuple[Way, ...]:
    """Return the ways on from the question in row ``index``; both of them after *not sure*."""
    yes = Way(index, "yes", place.get(question.yes))
    no = Way(index, "no", place.get(question.no))
    return {Answer.YES: (yes,), Answer.NO: (no,), Answer.UNSURE: (yes, no)}[answer]


def _leaf(tree: Tree, key: str, leaf: Leaf) -> PathRow:
    text = leaf.title or tree.condition_name(leaf.condition)
    word = words.text(tree.language, f"urgency.{leaf.urgency}")
    return PathRow(key, "leaf", 0, text, None, "", "", False, leaf.urgency, word, ())


def _order(walk: Walk) -> list[str]:
    """Return questions and leaves in the order of the walk: depth first, the Yes branch first, each once."""
    tree = walk.tree
    answers = {step.node: step.answer for step in walk.path}
    reached = {*answers, *walk.leaves, walk.question}
    order: list[str] = []
    seen: set[str] = set()
    stack = [walk.origin]
    while stack:
        key = stack.pop()
        if key in seen or key not in reached:
            continue
        seen.add(key)
        order.append(key)
        node = tree.nodes[key]
        if isinstance(node, Leaf) or key not in answers:
            continue
        if answers[key] is not Answer.YES:
            stack.append(node.no)
        if answers[key] is not Answer.NO:
            stack.append(node.yes)
    return order
