"""Find the answer that led to the result of a walk, so that a slip can be named and taken back.

It is the last one without which the result would be less urgent or still open, all other answers being kept.  If there
is none, since several are each enough, it is the last of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from msgspec import Struct

from kneetree.model.knowledge import Answers, Said
from kneetree.model.scales import cuts
from kneetree.walk.walk import Walk


class Led(Struct, frozen=True):
    """What was said to the question ``node``, by finding or scale, that led to the result."""

    node: str
    said: dict[str, Said]


def what_led_here(walk: Walk) -> Led | None:
    """Return the last answer that led to the result of ``walk``; ``None`` if every answer leads there.

    What is not as it is for most people comes first: a danger sign that was ticked led to an emergency, and not that
    something else was not ticked after it.  Of a list it is each line without which the result would be another.  Where
    several lines are each enough, it is all of these.
    """
    # What was left out counts as not sure, and only if nothing is found so as not true: of two dangers the second is
    # left out after the first, and would lead to the same result if nobody knew of it.
    for gone in (None, False):
        assumed: dict[str, Said] = {fact: None if fact in walk.tree.scales else gone for fact in walk.not_asked}
        full = Walk(walk.tree, walk.origin, {**assumed, **walk.answers})
        for choose in (_unusual, Walk.asked_of) if full.urgency is walk.urgency else ():
            for step in reversed(walk.path):
                said = _leading(full, choose(walk, step.node)) if step.asked else None
                if said:
                    return Led(step.node, said)
    return _enough(walk)


def _unusual(walk: Walk, node: str) -> dict[str, Said]:
    """Return what was said at a node that is not as it is for most people: what somebody has leads, not what is not."""
    said, findings = walk.asked_of(node), walk.tree.findings
    return {fact: value for fact, value in said.items() if fact in findings and value is not findings[fact].usual}


def unsure_that_led(walk: Walk) -> tuple[str, ...]:
    """Return the findings and scales of which the person was not sure, and which alone could make the result milder.

    Each of them led to the result as much as the others, and can be asked again.
    """
    return tuple(
        fact
        for fact, value in walk.said.items()
        if value is None and any(not _as_urgent(walk, {fact: other}) for other in _could_be(walk, fact))
    )


def _could_be(walk: Walk, fact: str) -> Iterable[bool | int]:
    return _numbers(walk, fact) if fact in walk.tree.scales else (True, False)


def _enough(walk: Walk) -> Led | None:
    """Return the last answer that is enough for the result if everything else is as usual.

    This is for several that are each enough, so that the result would be the same without any one of them.
    """
    for usual in _all_usual(walk):
        if _as_urgent(walk, usual):
            continue
        for step in reversed(walk.path):
            said = walk.asked_of(step.node) if step.asked else {}
            if said and _as_urgent(walk, {**usual, **said}):
                alone = {fact: value for fact, value in said.items() if _as_urgent(walk, {**usual, fact: value})}
                return Led(step.node, alone or {fact: value for fact, value in said.items() if value != usual[fact]})
    return None


def _all_usual(walk: Walk) -> Iterator[dict[str, Said]]:
    """Yield everything that was said as it is usual, with one number of each band."""
    findings, said = walk.tree.findings, walk.said
    usual: dict[str, Said] = {fact: findings[fact].usual for fact in said if fact in findings}
    numbers = {fact: _numbers(walk, fact) for fact in said if fact not in findings}
    for chosen in product(*numbers.values()):
        yield {**usual, **dict(zip(numbers, chosen, strict=True))}


def _leading(walk: Walk, said: dict[str, Said]) -> dict[str, Said]:
    ticked = {fact: value for fact, value in said.items() if value is not False}
    return _of(walk, ticked) or _of(walk, {fact: value for fact, value in said.items() if value is False})


def _of(walk: Walk, said: dict[str, Said]) -> dict[str, Said]:
    alone = {
        fact: value
        for fact, value in said.items()
        if any(not _as_urgent(walk, {fact: other}) for other in _others(walk, fact, value))
    }
    if alone or len(said) < 2:
        return alone
    otherwise: dict[str, Said] = {fact: value is False for fact, value in said.items()}
    if _as_urgent(walk, otherwise):
        return {}
    rest = {fact: {other: now for other, now in otherwise.items() if other != fact} for fact in said}
    return {fact: value for fact, value in said.items() if _as_urgent(walk, rest[fact])} or said


def _others(walk: Walk, fact: str, value: Said) -> Iterator[bool | int]:
    """Yield what could have been said instead: of a number, one for each band that the tree tells apart."""
    if fact in walk.tree.scales:
        yield from (number for number in _numbers(walk, fact) if number != value)
    else:
        yield value is False


def _numbers(walk: Walk, scale: str) -> list[int]:
    """Return one number of each band that the tree tells apart, the first band first."""
    named = (finding for asked in walk.tree.all_asked() for finding in asked.findings)
    return [walk.tree.scales[scale].least, *cuts(named, walk.tree.scales)[scale]]


def _as_urgent(walk: Walk, otherwise: Answers) -> bool:
    """Return whether the walk would be as urgent with other answers."""
    other = walk.answer(otherwise)
    assert walk.urgency is not None  # it has a result
    return other.urgency is not None and other.urgency.rank >= walk.urgency.rank
