"""The path of a walk as rows from top to bottom: each question with its answer, and each leaf.

A path is a line as long as nothing is *not sure*.  With that it forks, and branches may meet again: a row then names
every row that leads to it.  What was worked out from earlier answers is folded away, since nobody was asked.  Pictures
of the path are drawn from this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kneetree import words
from kneetree.model.tree import About, Answer, Kind, Leaf, Tree, Urgency
from kneetree.report.answer_rows import AnswerRow, answer_rows
from kneetree.walk.walk import Walk

Leads = Literal["yes", "no", "next"]
_FOLLOWED: Mapping[Answer, tuple[Leads, ...]] = {
    Answer.YES: ("yes",),
    Answer.NO: ("no",),
    Answer.UNSURE: ("yes", "no"),
    Answer.NEXT: ("next",),
}


@dataclass(frozen=True)
class Way:
    """An answer that leads on, from the row ``source`` to the row ``target``; ``label`` is the word for it.

    ``target`` is ``None`` if it was not followed, because an emergency had ended the walk.
    """

    source: int
    answer: Leads
    target: int | None
    label: str = ""


@dataclass(frozen=True)
class PathRow:
    """A question, a decision or a leaf (with ``urgency``) on the path.

    ``number`` counts the questions that were asked from 1 and is 0 for all else.  ``answer`` is ``None`` for a leaf and
    for a question that is still open; ``said`` is the answer in words, ``detail`` what was said to a list or number.
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


def path_rows(walk: Walk, *, whole: bool = False) -> tuple[PathRow, ...]:
    """Return the rows in the order of the walk; an open question comes last.

    Only what was asked is there, and the leaves.  With ``whole``, what was known or decided has its rows too.
    """
    tree = walk.tree
    answers = {row.node: row for row in answer_rows(walk)}
    folded = set() if whole else {key for key, row in answers.items() if row.state != "asked"}
    place = {key: index for index, key in enumerate(key for key in _order(walk) if key not in folded)}
    lead = _Leads(walk, place, folded)
    rows = []
    for key, index in place.items():
        node = tree.nodes[key]
        if isinstance(node, Leaf):
            rows.append(_leaf(tree, key, node))
        elif key in answers:
            rows.append(_answered(answers[key], lead.ways(answers[key], index)))
        else:
            number = walk.asked + 1
            rows.append(PathRow(key, "question", number, tree.asked(key).text, None, "", "", False, None, "", ()))
    return tuple(rows)


def _answered(row: AnswerRow, ways: tuple[Way, ...]) -> PathRow:
    detail = "" if row.kind is Kind.YES_NO else row.answer
    known = row.state != "asked"
    return PathRow(row.node, "question", row.number, row.question, row.value, row.answer, detail, known, None, "", ways)


class _Leads:
    """Where each answer leads, past what is folded away."""

    def __init__(self, walk: Walk, place: Mapping[str, int], folded: set[str]) -> None:
        self._tree = walk.tree
        self._place = place
        self._answers = {step.node: step.answer for step in walk.path}
        self._past: dict[str, tuple[int | None, ...]] = {}
        self._fold(folded)

    def ways(self, row: AnswerRow, index: int) -> tuple[Way, ...]:
        """Return the ways on from a question; both of them after *not sure*, as one if they lead to the same row."""
        asked = self._tree.asked(row.node)
        ways: dict[tuple[int | None, str], Way] = {}
        for answer in _FOLLOWED[row.value]:
            label = _label(self._tree.language, row, answer)
            found = self._to(asked.target(answer))
            for target in [one for one in found if one is not None] or found[:1]:  # what was followed says it all
                key = (target, "" if target is not None else answer)
                before = ways.get(key)
                both = f"{before.label} / {label}" if before and before.label != label else label
                ways[key] = Way(index, answer, target, both)
        return tuple(ways.values())

    def _fold(self, folded: set[str]) -> None:
        """Find the rows to which each folded step leads, those that it leads to first."""
        stack = list(folded)
        while stack:
            targets = self._targets(stack[-1])
            missing = [target for target in targets if target in folded and target not in self._past]
            if missing:
                stack += missing
            else:
                places = [place for target in targets for place in self._to(target)]
                self._past[stack.pop()] = tuple(dict.fromkeys(places))

    def _targets(self, key: str) -> list[str]:
        asked = self._tree.asked(key)
        return [asked.target(answer) for answer in _FOLLOWED[self._answers[key]]]

    def _to(self, target: str) -> tuple[int | None, ...]:
        return self._past[target] if target in self._past else (self._place.get(target),)


def _label(language: str, row: AnswerRow, answer: Leads) -> str:
    """Return the word beside a way: Yes and No for a yes/no question only, since a list is answered in facts."""
    if row.kind is Kind.YES_NO:
        return row.answer if answer == "next" else words.text(language, f"answer.{answer}")
    if row.in_doubt or (row.kind is Kind.DECISION and row.value is not Answer.UNSURE):
        return words.text(language, f"path.if_{answer}")
    return words.text(language, "answer.next")


def _leaf(tree: Tree, key: str, leaf: Leaf) -> PathRow:
    text = leaf.title or tree.condition_name(leaf.condition)
    word = words.urgency(tree.language, leaf.urgency, (tree.about or About()).call)
    return PathRow(key, "leaf", 0, text, None, "", "", False, leaf.urgency, word, ())


def _order(walk: Walk) -> list[str]:
    """Return what is on the path in the order of the walk: depth first, the Yes branch first, each once."""
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
        if key in answers:
            asked = tree.asked(key)
            stack += [asked.target(answer) for answer in reversed(_FOLLOWED[answers[key]])]
    return order
