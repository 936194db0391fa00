"""Work for a thread about one thing that an author has chosen: the smallest person who falls, and how strong a rule is.

It knows nothing of Qt.
"""

from __future__ import annotations

from collections.abc import Iterator

from kneetree.errors import KneetreeError
from kneetree.model.tree import Rule, Tree
from kneetree.proof.lowering import Lowering, Lowerings
from kneetree.proof.strength import strengths


def smallest_person(tree: Tree, lowering: Lowering) -> Iterator[object]:
    """Yield the smallest person who falls as far as ``lowering`` says; ``None`` between slices."""
    try:
        lowerings = Lowerings(tree)
        yield from lowerings.steps({})
        yield (yield from lowerings.smallest(lowering))
    except KneetreeError:
        return


def strength_of(tree: Tree, rule: Rule) -> Iterator[object]:
    """Yield the ``Strength`` of a rule; ``None`` between slices, nothing else if it cannot be told."""
    try:
        yield from strengths(tree, [rule], shortest=True)
    except KneetreeError:
        return
