"""Remember on a result what was taken back of what was said on a way that was left, so that it can be put back.

It is remembered as long as nothing else changes: another answer, an open question, another person.
"""

from __future__ import annotations

from kneetree.model.knowledge import Answers, Said
from kneetree.report.earlier_rows import earlier_rows
from kneetree.ui.wizard.earlier_answers import Earlier
from kneetree.walk.walk import Walk


class TakenBack:
    """Holds all that was said up to the result on screen."""

    def __init__(self) -> None:
        self._whole: dict[str, Said] = {}

    def of(self, walk: Walk) -> Earlier:
        """Return what was said in a finished walk elsewhere than on its path, and what of that was taken back."""
        if not walk.answers.items() <= self._whole.items():
            self._whole = dict(walk.answers)
        rows = earlier_rows(walk.tree, {fact: said for fact, said in self._whole.items() if fact not in walk.said})
        return Earlier(rows, frozenset(self._whole.keys() - walk.answers.keys()))

    def forget(self) -> None:
        """Forget all of it: a question is open."""
        self._whole = {}

    def answer_to(self, fact: str) -> Answers:
        """Return what was said of a fact that was taken back."""
        return {fact: self._whole[fact]}
