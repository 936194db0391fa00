"""The steps that the map has taken, so that what is undone puts every box and line back where it was.

A step of the undo history may be several here, since what is typed into one field is undone as a whole; they
have the number of that step in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from kneetree.ui.editor.canvas.camera import Camera
from kneetree.ui.editor.canvas.recorded import Altered, Recorded

MOST_WHOLE, MOST_BOXES = 4, 100_000
"""So many placements of a whole map are remembered, and more of a small one, as long as they hold so few boxes."""

Dicts = tuple[Recorded[Any, Any], ...]
Way = Literal["do", "undo", "redo"]


@dataclass(frozen=True)
class Seen:
    """Hold what an author saw: the camera, the selected nodes and the current one."""

    camera: Camera
    selected: tuple[str, ...]
    current: str | None


@dataclass(frozen=True)
class Turn:
    """Say whether a change is done, undone or done again, and the number of its step in the undo history.

    Without a number it is the next step, or the last one.
    """

    way: Way = "do"
    number: int | None = None


DONE = Turn()
"""A change is done as a step of its own."""


@dataclass
class Step:
    """Hold what one change has altered on the map, or the dictionaries before and after it was placed anew.

    ``heirs`` maps the id of a node that took the place of another to that one.
    """

    altered: Sequence[Altered] = ()
    whole: tuple[Dicts, Dicts] | None = None
    heirs: Mapping[str, str] = field(default_factory=dict)
    before: Seen | None = None
    after: Seen | None = None
    number: int = 0


@dataclass(frozen=True)
class Journey:
    """Hold steps to be taken again: back, the last first, or ``forth``."""

    steps: Sequence[Step]
    forth: bool

    @property
    def seen(self) -> Seen | None:
        """What the author saw at the end of the journey."""
        return self.steps[-1].after if self.forth else self.steps[-1].before


class Steps:
    """Keep the steps that were done and those that were undone."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def clear(self) -> None:
        """Forget all steps."""
        self._done, self._undone = [], []

    def add(self, step: Step, number: int | None = None) -> None:
        """Remember a step, without a number the next one; those that were undone before it are gone."""
        step.number = self._last + 1 if number is None else number
        self._done.append(step)
        self._undone = []

    def take(self, step: Step, turn: Turn) -> None:
        """Remember the step of a turn; one that is undone although nothing is known of it ends all memory.

        It was done before the map was there, or before it was turned.
        """
        if turn.way == "undo":
            self.clear()
        else:
            self.add(step, turn.number)

    def add_whole(self, before: Dicts, after: Dicts) -> None:
        """Remember that the map was placed anew; that is undone together with the step before it."""
        self.add(Step(whole=(before, after)), self._last)
        whole = [number for number, done in enumerate(self._done) if done.whole is not None]
        if len(whole) > max(MOST_WHOLE, MOST_BOXES // max(len(after[0]), 1)):
            del self._done[: whole[0] + 1]

    def journey(self, turn: Turn, seen: Seen | None) -> Journey | None:
        """Return the steps that are taken back or again, or ``None`` for a new step or if nothing is known of them.

        ``seen`` is what the author sees now; a step that is taken back leads here again when it is taken once more.
        """
        steps: list[Step] = []
        if turn.way == "undo" and self._done:
            number = self._last if turn.number is None else turn.number
            while self._done and self._done[-1].number >= number:
                steps.append(self._done.pop())
            self._undone += steps
            if steps:
                steps[0].after = seen
        elif turn.way == "redo" and self._undone:
            number = self._undone[-1].number if turn.number is None else turn.number
            while self._undone and self._undone[-1].number <= number:
                steps.append(self._undone.pop())
            self._done += steps
        return Journey(steps, turn.way == "redo") if steps else None

    @property
    def _last(self) -> int:
        return self._done[-1].number if self._done else 0
