"""Why a walk ended as it did: what each answer and each *not sure* changes.

Each answer is changed while all others are kept, and the walk is run again.  If that opens questions that have no
answer yet, the result is a range.  The words for it are chosen elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from kneetree.model import knowledge, points
from kneetree.model.knowledge import Answers, Said
from kneetree.model.scales import cuts
from kneetree.model.tree import Answer, Asked, Kind, Urgency
from kneetree.walk.remaining import ranks_ahead
from kneetree.walk.walk import Step, Walk

Effect = Literal["more", "less", "same", "open"]
_LEVELS = tuple(Urgency)
MOST_TURNS = 150
"""The most questions whose other answers are tried; a walk that asks so many is a made-up one."""


class Outlook(Struct, frozen=True):
    """The range of urgency that the result of a walk has or can still have; both ends are equal if it is certain."""

    lowest: Urgency
    highest: Urgency
    finished: bool
    leaves: tuple[str, ...]

    def against(self, urgency: Urgency) -> Effect:
        """Return whether this is certainly more or less urgent than ``urgency``, the same, or open."""
        if self.lowest.rank > urgency.rank:
            return "more"
        if self.highest.rank < urgency.rank:
            return "less"
        return "same" if self.lowest is self.highest else "open"


class Turn(Struct, frozen=True):
    """Another answer to one question that was asked, and what it changes; ``changed`` holds what is said otherwise."""

    node: str
    changed: dict[str, bool | int]
    outlook: Outlook
    effect: Effect


class Unknown(Struct, frozen=True):
    """A question with a *not sure* in it: what yes and no would have led to, and whether that makes a difference.

    For a number that is not sure, ``yes`` is the most and ``no`` the least that it can be.
    """

    node: str
    yes: Outlook
    no: Outlook
    changes_urgency: bool
    changes_result: bool


def outlook(walk: Walk) -> Outlook:
    """Return what the result of a walk is, or the range in which it can still lie."""
    reached = walk.urgency.rank if walk.urgency else -1
    if walk.finished:
        return Outlook(_LEVELS[reached], _LEVELS[reached], True, walk.leaves)
    passed = [step.node for step in walk.path] + list(walk.leaves)
    low, high = ranks_ahead(walk.tree, walk.pending, walk.answers, walk.told, passed)
    return Outlook(_LEVELS[max(low, reached, 0)], _LEVELS[max(high, reached, 0)], False, walk.leaves)


def turns(walk: Walk) -> tuple[Turn, ...]:
    """Return, for each question that was asked and answered for certain, what another answer would have changed.

    Of several other answers to one question it is the one that leads to the least of the more urgent results, or else
    the one that leaves most open, or else the one that leads to the most urgent of the less urgent results.  Of more
    than ``MOST_TURNS`` questions only the last are tried, since each takes a walk of its own.
    """
    asked = {step.node for step in _certain(walk)[-MOST_TURNS:]}
    now = outlook(walk).lowest
    return tuple(turn for earlier in walk.stages(asked) if (turn := _turned(walk, earlier, now)) is not None)


def untried(walk: Walk) -> bool:
    """Return whether a walk has so many questions that ``turns`` tries the other answers to the last only."""
    return len(_certain(walk)) > MOST_TURNS


def _certain(walk: Walk) -> list[Step]:
    """Return the questions that were asked and answered for certain."""
    return [step for step in walk.path if step.asked and step.answer is not Answer.UNSURE]


def nearest(turned: Iterable[Turn]) -> Turn | None:
    """Return the turn to the least of the more urgent results, of several that of the latest question, or ``None``."""
    best: Turn | None = None
    for turn in turned:
        if turn.effect == "more" and (best is None or _key(turn.outlook) <= _key(best.outlook)):
            best = turn
    return best


def _key(outlook: Outlook) -> tuple[int, bool]:
    return outlook.lowest.rank, not outlook.finished


def unknowns(walk: Walk) -> tuple[Unknown, ...]:
    """Return, for each question that was asked and has a *not sure* in it, how that affects the result."""
    now = outlook(walk)
    found = []
    unsure = {
        step.node: [fact for fact, said in walk.asked_of(step.node).items() if said is None]
        for step in walk.path
        if step.asked
    }
    for earlier in walk.stages({node for node, facts in unsure.items() if facts}):
        asked = walk.tree.asked(earlier.question or "")
        answers = (_all(walk, asked, unsure[asked.node], value) for value in (True, False))
        yes, no = (outlook(_otherwise(walk, earlier, said)) for said in answers)
        urgent = any(other.against(now.lowest) != "same" for other in (yes, no))
        found.append(Unknown(asked.node, yes, no, urgent, urgent or not now.leaves == yes.leaves == no.leaves))
    return tuple(found)


def _otherwise(walk: Walk, earlier: Walk, said: Answers) -> Walk:
    """Return ``walk`` with other answers to the question that is open in ``earlier``, gone on with from there."""
    kept = {fact: value for fact, value in walk.answers.items() if fact not in earlier.told}
    return earlier.answer({**kept, **said})


def _all(walk: Walk, asked: Asked, facts: Sequence[str], value: bool) -> dict[str, Said]:
    if asked.kind is not Kind.NUMBER:
        return dict.fromkeys(facts, value)
    scale = walk.tree.scales[asked.scale]
    return {asked.scale: scale.most if value else scale.least}


def _turned(walk: Walk, earlier: Walk, now: Urgency) -> Turn | None:
    asked = walk.tree.asked(earlier.question or "")
    options = [(said, outlook(_otherwise(walk, earlier, said))) for said in _other_answers(walk, asked, earlier.told)]
    if not options:
        return None
    effect, said, best = min(
        ((option.against(now), said, option) for said, option in options),
        key=lambda option: _preference(option[0], option[2]),
    )
    return Turn(asked.node, said, best, effect)


def _preference(effect: Effect, outlook: Outlook) -> tuple[int, int, bool]:
    """Return the place of an answer among others to its question, the one that is most worth telling first."""
    height = outlook.lowest.rank if effect == "more" else -outlook.highest.rank
    return ("more", "open", "less", "same").index(effect), height, not outlook.finished


def _other_answers(walk: Walk, asked: Asked, earlier: Answers) -> Iterator[dict[str, bool | int]]:
    """Yield what could have been said to a question otherwise, as far as that could make a difference by itself.

    ``earlier`` is what was told before it was asked.
    """
    if asked.kind is Kind.NUMBER:
        yield from _other_numbers(walk, asked)
        return
    facts = tuple(walk.asked_of(asked.node))
    if asked.kind is Kind.YES_NO:
        yield {asked.finding: walk.told[asked.finding] is not True}
    elif asked.collects:
        for fact in facts:
            if walk.told[fact] is not None:
                yield {fact: walk.told[fact] is not True}
    elif points.reached(asked, walk.told.get):
        yield dict.fromkeys(facts, False)
    else:
        ticked: dict[str, bool | int] = {fact: True for fact in facts if walk.told[fact] is True}
        for fact in facts:
            if fact not in ticked:
                yield {**knowledge.answers_for(asked, Answer.YES, {**earlier, **ticked}, fact)}


def _other_numbers(walk: Walk, asked: Asked) -> Iterator[dict[str, bool | int]]:
    """Yield the nearest number of each other band, a band being what the tree's thresholds do not tell apart."""
    number = walk.told[asked.scale]
    if number is None:
        return
    findings = (finding for other in walk.tree.all_asked() for finding in other.findings)
    for cut in cuts(findings, walk.tree.scales)[asked.scale]:
        yield {asked.scale: cut if cut > number else cut - 1}
