"""The points of a list or a decision: whether there are enough, as far as that is decided.

Whether points make a Yes or a No is decided here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kneetree.model.asked import Asked, Line


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


def reached(asked: Asked, value_of: Callable[[str], object]) -> bool | None:
    """Return whether what ``asked`` counts reaches its points; ``None`` if that is open.

    ``value_of`` gives ``True`` or ``False`` for a finding, and anything else where it may be either.
    """
    low, most, at_least = 0, 0, asked.at_least
    for line in asked.lines:
        scored = scores(line, value_of(line.finding))
        if scored is not False:
            most += line.points
            if scored:
                low += line.points
                if low >= at_least:
                    return True
    return decided(low, most, at_least)


def scores(line: Line, value: object) -> bool | None:
    """Return whether a line has its points if its finding has ``value``; ``None`` if that is open."""
    return value is line.true if value is True or value is False else None


def no_denies_every_line(asked: Asked) -> bool:
    """Return whether one line is enough for Yes, so that No means that no line has its points."""
    return bool(asked.lines) and asked.at_least == 1
