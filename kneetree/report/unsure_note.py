"""Say that a result tells what could be, where it rests on what the person was not sure of."""

from __future__ import annotations

from kneetree import words
from kneetree.model.tree import Answer, Urgency
from kneetree.report import facts
from kneetree.walk.led_here import unsure_that_led
from kneetree.walk.walk import Walk

_MOST_NAMED = 2
"""More would be longer than what they are about."""


def unsure_note(walk: Walk) -> str:
    """Return the sentence that goes between the title of a finished walk's result and all that explains it, or nothing.

    Where the walk came there only because it followed both ways of a *not sure*, title and reason are what could be:
    they state what the author had in mind, such as "You cannot stand on the leg".  The sentence names what was not
    sure: what alone could make the result milder, or else all of it.  Of many it names the last: they are what the
    result is about, while the first are asked of everybody.
    """
    if not rests_on_unsure(walk):
        return ""
    tree, language = walk.tree, walk.tree.language
    unsure = unsure_that_led(walk) or tuple(fact for fact, said in walk.said.items() if said is None)
    texts = [tree.scales[fact].text if fact in tree.scales else tree.statement(fact) for fact in unsure]
    named = [words.text(language, "unsure.quoted", statement=text) for text in texts[-_MOST_NAMED:]]
    others = [words.count(language, "unsure.others", len(texts) - len(named))] if len(texts) > len(named) else []
    key = "unsure.note_emergency" if walk.urgency is Urgency.EMERGENCY else "unsure.note"
    return words.text(language, key, facts=facts.joined(language, [*named, *others]))


def rests_on_unsure(walk: Walk) -> bool:
    """Return whether the person was not sure, and the walk followed both ways for it to more than one result.

    An emergency ends a walk at once, so where else it would have led is not known.
    """
    if None not in walk.said.values() or not any(step.answer is Answer.UNSURE for step in walk.path):
        return False
    return walk.urgency is Urgency.EMERGENCY or len(walk.leaves) > 1
