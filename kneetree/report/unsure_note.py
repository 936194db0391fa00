"""Say that a result tells what could be, where it rests on what the person was not sure of."""

from __future__ import annotations

from kneetree import words
from kneetree.model.tree import Answer, Urgency
from kneetree.walk.walk import Walk


def unsure_note(walk: Walk) -> str:
    """Return the sentence that goes between the title of a finished walk's result and all that explains it, or nothing.

    Where the walk came there only because it followed both ways of a *not sure*, title and reason are what could be:
    they state what the author had in mind, such as "You cannot stand on the leg".
    """
    return words.text(walk.tree.language, "unsure.note") if rests_on_unsure(walk) else ""


def rests_on_unsure(walk: Walk) -> bool:
    """Return whether the person was not sure, and the walk followed both ways for it to more than one result.

    An emergency ends a walk at once, so where else it would have led is not known.
    """
    if None not in walk.said.values() or not any(step.answer is Answer.UNSURE for step in walk.path):
        return False
    return walk.urgency is Urgency.EMERGENCY or len(walk.leaves) > 1
