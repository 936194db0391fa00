"""How much two texts have in common at their beginning and at their end, as before and after a letter was typed."""

from __future__ import annotations

from collections.abc import Callable


def common_ends(one: str, other: str) -> tuple[int, int]:
    """Return how many letters are the same at the beginning, and how many of the rest at the end."""
    most = min(len(one), len(other))
    start = _largest(most, lambda count: one[:count] == other[:count])
    end = _largest(most - start, lambda count: one[len(one) - count :] == other[len(other) - count :])
    return start, end


def _largest(most: int, are_alike: Callable[[int], bool]) -> int:
    """Return the largest count up to ``most`` for which two texts ``are_alike``; if so many are alike, so are fewer.

    Comparing stretches of a long text is some hundred times as fast as comparing it letter by letter.
    """
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if are_alike(middle):
            least = middle
        else:
            most = middle - 1
    return least
