"""Leave out of a walk what cannot change its result.

Which facts that are is told by a callable, since it takes a solver, which this package does not know.  What is left out
is looked for at each question as if nothing after it was answered yet, so it depends on the answers before it alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable

from kneetree.walk.walk import Walk

CannotMatter = Callable[[Walk], Iterable[str]]
"""Takes a walk and returns the facts of its open question that cannot change its result whatever else is said."""


def nothing(_walk: Walk) -> tuple[str, ...]:
    """Let everything be asked."""
    return ()


def settled(walk: Walk, cannot_matter: CannotMatter) -> Walk:
    """Return the walk in which all that cannot matter is left out of each question, the open one included.

    A question that is left with nothing to ask is passed.
    """
    while (node := unsettled(walk)) is not None:
        walk = walk.leave_out(node, cannot_matter(as_if_open(walk, node)))
    return walk


def unsettled(walk: Walk) -> str | None:
    """Return the first question of which nobody has said yet what it leaves out, or ``None``."""
    asked = (step.node for step in walk.path if step.asked)
    return next((node for node in [*asked, walk.question] if node is not None and node not in walk.left_out), None)


def as_if_open(walk: Walk, node: str) -> Walk:
    """Return the walk as it was when the question ``node`` was put, with what had been left out until then."""
    before = itertools.takewhile(lambda step: step.node != node, walk.path)
    left_out = {step.node: walk.left_out[step.node] for step in before if step.node in walk.left_out}
    return Walk(walk.tree, walk.origin, walk.told_before(node), left_out)
