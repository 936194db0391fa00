"""Say why a result is what it is, without claiming what the person was not sure of."""

from __future__ import annotations

from kneetree import words
from kneetree.model.tree import Answer, Leaf, Urgency
from kneetree.walk.walk import Walk


def reason_of(walk: Walk, leaf: Leaf) -> str:
    """Return the reason of the most urgent ``leaf`` of a finished walk.

    Where the walk came there only because it followed both ways of a *not sure*, a sentence before it says that this is
    what could be: the reason itself states what the author had in mind, such as "You cannot stand on the leg".
    """
    if not leaf.reason or not rests_on_unsure(walk):
        return leaf.reason
    return words.text(walk.tree.language, "reason.unsure", reason=leaf.reason)


def rests_on_unsure(walk: Walk) -> bool:
    """Return whether the person was not sure, and the walk followed both ways for it to more than one result.

    An emergency ends a walk at once, so where else it would have led is not known.
    """
    if None not in walk.said.values() or not any(step.answer is Answer.UNSURE for step in walk.path):
        return False
    return walk.urgency is Urgency.EMERGENCY or len(walk.leaves) > 1
