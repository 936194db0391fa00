"""The points of a list of lines to tick: whether there are enough, as far as that is decided.

Whether a list is a Yes or a No is decided here and nowhere else.  The search of the proof also counts, for itself, how
many points are still owed on a way.
"""

from __future__ import annotations

from collections.abc import Iterable

from kneetree.model.values import Question


def bounds(lines: Iterable[tuple[int, object]]) -> tuple[int, int]:
    """Return the fewest and the most points that a list can come to.

    ``lines`` gives for each line its points and ``True`` or ``False``; anything else means that it may yet be either.
    """
    low = most = 0
    for points, value in lines:
        low += points if value is True else 0
        most += 0 if value is False else points
    return low, most


def decided(low: int, most: int, at_least: int) -> bool | None:
    """Return whether a list with between ``low`` and ``most`` points reaches ``at_least``; ``None`` if that is open."""
    return True if low >= at_least else False if most < at_least else None


def comes_out(lines: Iterable[tuple[int, object]], at_least: int) -> bool | None:
    """Return whether the ``lines`` of a list (see ``bounds``) reach ``at_least`` points; ``None`` if that is open."""
    return decided(*bounds(lines), at_least)


def no_denies_every_line(question: Question) -> bool:
    """Return whether one line is enough for Yes, so that No means that no line is true."""
    return bool(question.items) and question.at_least == 1
