"""Leave out what cannot matter, unless that can take more questions than asking it.

A question of which a part is left out may come out as *not sure*.  Then both branches are followed, and a list on one
of them may ask what the fact that was left out would have told.  So what is left out is kept only where no more
questions can follow than was said when the question was still to be put whole.  Then "at most 6 more" stays true,
whatever is left out further down.  A fact on which nobody's path turns adds no question.

What was answered on another path and may be met again is not looked at: what is left out depends on the answers before
a question alone.
"""

from __future__ import annotations

from kneetree.model.tree import Tree
from kneetree.proof.ahead import AsksWhatMatters
from kneetree.proof.most_more import MostMore
from kneetree.walk.walk import Walk


class LeavesOut:
    """Tells, for walks through one tree, which facts of the open question are not asked (see ``walk.leaving_out``).

    It holds a picture of the tree at one moment: after an edit it is made anew.  What was found is kept.
    """

    def __init__(self, tree: Tree, most_more: MostMore | None = None) -> None:
        """Count with ``most_more``, if it is there already for the same tree."""
        self._matters = AsksWhatMatters(tree)
        self._most_more = most_more or MostMore(tree)
        self._found: dict[object, tuple[str, ...]] = {}

    def __call__(self, walk: Walk) -> tuple[str, ...]:
        """Return the facts of the open question of ``walk`` that are left out; none if that cannot be decided."""
        key = _key(walk)
        if key not in self._found:
            facts, nowhere = self._matters.idle(walk)
            rest = [fact for fact in facts if fact not in nowhere]
            keeps = bool(rest) and self._most_more.rises_without(walk, rest, nowhere)
            self._found[key] = tuple([fact for fact in facts if fact in nowhere]) if keeps else facts
        return self._found[key]

    def known(self, walk: Walk) -> bool:
        """Return whether the open question of ``walk`` was looked at already."""
        return _key(walk) in self._found


def _key(walk: Walk) -> object:
    return walk.origin, walk.question, frozenset(walk.told.items()), walk.not_asked
