"""Why a walk ended as it did: what each answer and each *not sure* changes.

Each answer is reversed while all others are kept, and the walk is run again.  If that opens questions that have no
answer yet, the result is a range.  The words for it are chosen elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from kneetree.model import knowledge
from kneetree.model.knowledge import UNKNOWN
from kneetree.model.scales import threshold
from kneetree.model.tree import Answer, Urgency
from kneetree.walk.remaining import ranks_ahead
from kneetree.walk.walk import Step, Walk

Effect = Literal["more", "less", "same", "open"]
_LEVELS = tuple(Urgency)


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
    """One answer reversed, and what that changes; ``item`` is the finding that would be ticked in a list."""

    node: str
    answer: Answer
    other: Answer
    outlook: Outlook
    effect: Effect
    item: str = ""


class Unknown(Struct, frozen=True):
    """A question with a *not sure* in it: what yes and no would have led to, and whether that makes a difference."""

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
    low, high = ranks_ahead(walk.tree.nodes, walk.pending, _settled(walk), passed)
    return Outlook(_LEVELS[max(low, reached, 0)], _LEVELS[max(high, reached, 0)], False, walk.leaves)


def _settled(walk: Walk) -> dict[str, bool | None]:
    """Return the answers that no later question can settle otherwise.

    A *not sure* about an age or time from a question that is no longer on the path is not among them: if that question
    is reached again, an age or time given before it may decide it.
    """
    return {
        finding: value
        for finding, value in walk.answers.items()
        if value is not None or finding in walk.told or threshold(finding) is None
    }


def turns(walk: Walk) -> tuple[Turn, ...]:
    """Return, for each question that was answered yes or no, what the other answer would have changed."""
    return tuple(_turned(walk, step) for step in walk.path if not step.known and step.answer is not Answer.UNSURE)


def nearest(turned: Iterable[Turn]) -> Turn | None:
    """Return the turn to the least of the more urgent results, of several that of the latest question, or ``None``."""
    best: Turn | None = None
    for turn in turned:
        if turn.effect == "more" and (best is None or _key(turn) <= _key(best)):
            best = turn
    return best


def _key(turn: Turn) -> tuple[int, bool]:
    return turn.outlook.lowest.rank, not turn.outlook.finished


def unknowns(walk: Walk) -> tuple[Unknown, ...]:
    """Return, for each question that was asked and has a *not sure* in it, how that affects the result."""
    now = outlook(walk)
    found = []
    for step in walk.path:
        open_findings = [] if step.known else _unsure_in(walk, step)
        if open_findings:
            yes, no = (outlook(walk.answer(dict.fromkeys(open_findings, value))) for value in (True, False))
            urgent = any(other.against(now.lowest) != "same" for other in (yes, no))
            found.append(Unknown(step.node, yes, no, urgent, urgent or not now.leaves == yes.leaves == no.leaves))
    return tuple(found)


def _unsure_in(walk: Walk, step: Step) -> list[str]:
    question = walk.tree.question(step.node)
    return [finding for finding in question.findings if knowledge.value_of(finding, walk.answers) is None]


def _turned(walk: Walk, step: Step) -> Turn:
    other = Answer.NO if step.answer is Answer.YES else Answer.YES
    now = outlook(walk).lowest
    options = [(item, outlook(walk.answer(said))) for item, said in _other_answers(walk, step, other)]
    if len(options) == 1:
        item, only = options[0]
        return Turn(step.node, step.answer, other, only, only.against(now), item)
    more = [option for option in options if option[1].against(now) == "more"]
    if more:
        item, best = min(more, key=lambda option: (option[1].lowest.rank, not option[1].finished))
        return Turn(step.node, step.answer, other, best, "more", item)
    together = _together([option for _, option in options])
    return Turn(step.node, step.answer, other, together, together.against(now))


def _other_answers(walk: Walk, step: Step, other: Answer) -> Iterator[tuple[str, dict[str, bool | None]]]:
    """Yield what could have been said for ``step`` to be answered ``other``, each with the line ticked in a list."""
    question = walk.tree.question(step.node)
    earlier = _told_before(walk, step)
    asked = [finding for finding in question.findings if knowledge.value_of(finding, earlier) is UNKNOWN]
    if not question.items or other is Answer.NO:
        yield "", dict.fromkeys(asked, other is Answer.YES)
        return
    ticked = {finding: True for finding in asked if walk.told.get(finding) is True}
    for finding in asked:
        if finding not in ticked:
            yield finding, knowledge.answers_for(question, other, earlier | ticked, finding)


def _together(options: Sequence[Outlook]) -> Outlook:
    """Return the outlook that holds for each of ``options``."""
    return Outlook(
        min((option.lowest for option in options), key=lambda urgency: urgency.rank),
        max((option.highest for option in options), key=lambda urgency: urgency.rank),
        all(option.finished for option in options),
        tuple(dict.fromkeys(leaf for option in options for leaf in option.leaves)),
    )


def _told_before(walk: Walk, step: Step) -> dict[str, bool | None]:
    """Return what the questions before ``step`` were told: to turn an answer round leaves that as it is."""
    told: dict[str, bool | None] = {}
    for passed in walk.path:
        if passed.node == step.node:
            break
        if not passed.known:
            findings = walk.tree.question(passed.node).findings
            told.update((finding, walk.told[finding]) for finding in findings if finding in walk.told)
    return told
