"""At most how many questions follow the open one, so that the number falls from page to page.

The number of one question is at most one less than that of the question before, unless somebody was *not sure* there:
then both branches are followed from there on, and it may rise.  A caller that knows a better number than the bound in
``remaining`` gives it as a callable, since it takes a solver, which this package does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from kneetree.walk.walk import Walk


class More(NamedTuple):
    """At most how many questions follow the open one.

    ``rises`` says that this is not less than before a *not sure*, ``exact`` that somebody can be asked so many who has
    answered as on the path.
    """

    most: int
    rises: bool = False
    exact: bool = False


CountsMore = Callable[[Walk], More]
"""Takes a walk and returns at most how many questions follow its open one."""
Proven = Callable[[Walk, int | None], tuple[int, bool]]
"""Takes a walk and a number that is not exceeded, if one is known; returns a number of its own, and if it is exact."""


def counted(walk: Walk, proven: Proven) -> More:
    """Return the number for ``walk``, going through all questions that were asked before."""
    if walk.question is None:
        return More(0, exact=True)
    found, first = More(0), True
    for state, unsure in _as_asked(walk):
        most, exact = proven(state, None if first or unsure else max(0, found.most - 1))
        found, first = More(most, unsure and most >= found.most, exact), False
    return found


def bounded(walk: Walk) -> More:
    """Return the number that is known without a solver."""
    return counted(walk, _by_the_graph)


def as_asked(walk: Walk, node: str) -> Walk:
    """Return the walk as it was when ``node`` was the open question, or this walk if it was not asked on the path."""
    return next((state for state, _unsure in _as_asked(walk) if state.question == node), walk)


def _by_the_graph(walk: Walk, known: int | None) -> tuple[int, bool]:
    return walk.at_most_more if known is None else min(known, walk.at_most_more), False


def _as_asked(walk: Walk) -> Iterator[tuple[Walk, bool]]:
    """Yield the walk as it was at each question that was asked, then as it is, and whether *not sure* led there.

    What was answered on another path and may be met again is kept.  What was left out counts as told.
    """
    elsewhere = {fact: said for fact, said in walk.answers.items() if fact not in walk.told}
    unsure = False
    for step in walk.path:
        if step.asked:
            yield Walk(walk.tree, walk.origin, {**elsewhere, **walk.told_before(step.node)}), unsure
            unsure = None in walk.asked_of(step.node).values()
    yield Walk(walk.tree, walk.origin, {**elsewhere, **walk.told}), unsure
