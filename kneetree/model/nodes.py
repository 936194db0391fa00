"""The nodes of a tree: where a question is asked, where a decision is made, and where a walk ends.

A node holds no wording of a question, only its id, and so a question can be asked in several places.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field
from msgspec.structs import force_setattr

from kneetree.model.values import Answer, Urgency, Value
from kneetree.words.sentences import sentence

Points = Annotated[int, Meta(ge=1, le=1000)]

_YES, _NO, _NEXT = Answer.YES, Answer.NO, Answer.NEXT  # to look up a member of an enum takes as long as all the rest
_NO_POINTS: dict[str, int] = {}  # most nodes have none, and an empty mapping of their own takes as much as the node
_NO_WARNINGS: dict[Urgency, tuple[str, ...]] = {}


class QuestionNode(Value, frozen=True, tag_field="kind", tag="question", kw_only=True):
    """A place where a question, a scale or a threshold is asked; ``asks`` is its id.

    It branches to ``yes`` and ``no``, or it only collects what is answered and goes on to ``next``.  For a list that
    branches, ``at_least`` points make a yes, and ``points`` gives lines other than one point.
    """

    asks: str
    at_least: Points = 1
    points: dict[str, Points] = field(default_factory=dict)
    yes: str = ""
    no: str = ""
    next: str = ""

    def __post_init__(self) -> None:
        if self.next:
            if self.yes or self.no:
                raise ValueError("a node names either `yes` and `no`, or `next`, and not both")
            if self.at_least > 1 or self.points:
                raise ValueError("`at_least` and `points` go with `yes` and `no`, not with `next`")
        else:
            _check_answers(self.yes, self.no, "`{missing}` is missing; name `yes` and `no` (or only `next`)")
        if not self.points:
            force_setattr(self, "points", _NO_POINTS)
        elif 1 in self.points.values():  # so that equal nodes are equal however they were written
            force_setattr(self, "points", {key: worth for key, worth in self.points.items() if worth != 1})

    def edges(self) -> tuple[tuple[Answer, str], ...]:
        """Return the answers that lead on, each with the id of the node that it leads to."""
        if self.next:
            return ((_NEXT, self.next),)
        return ((_YES, self.yes), (_NO, self.no))

    def target(self, answer: str) -> str:
        """Return the id of the node that ``"yes"``, ``"no"`` or ``"next"`` leads to, ``""`` if there is none."""
        return _target(self, answer)


class Count(Value, frozen=True):
    """A fact that a decision counts: so many points if the finding has the value ``true``."""

    finding: str
    points: Points = 1
    true: bool = field(default=True, name="is")


class Decision(Value, frozen=True, tag_field="kind", tag="decision", kw_only=True):
    """A branch that is taken from facts that are known; a person is never asked.

    ``counts`` names findings and thresholds, each once; an id alone counts one point where it is true.
    """

    title: str
    counts: tuple[str | Count, ...]
    at_least: Annotated[int, Meta(ge=1)] = 1
    yes: str
    no: str
    sources: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        terms = self.terms
        if not terms:
            raise ValueError("`counts` is empty; name at least one finding or threshold")
        if len({term.finding for term in terms}) < len(terms):
            raise ValueError("`counts` names a finding twice; take one away")
        if self.at_least > sum(term.points for term in terms):
            raise ValueError("`at_least` is more than all points of `counts` together")
        _check_answers(self.yes, self.no, "`{missing}` is missing; name `yes` and `no`")
        plain = tuple([term.finding if term == Count(term.finding) else term for term in terms])
        if plain != self.counts:  # as above
            force_setattr(self, "counts", plain)

    @property
    def terms(self) -> tuple[Count, ...]:
        """What is counted, each with its points."""
        return tuple([Count(term) if isinstance(term, str) else term for term in self.counts])

    def edges(self) -> tuple[tuple[Answer, str], ...]:
        """Return the two answers, each with the id of the node that it leads to."""
        return ((_YES, self.yes), (_NO, self.no))

    def target(self, answer: str) -> str:
        """Return the id of the node that ``"yes"`` or ``"no"`` leads to."""
        return _target(self, answer)


class Leaf(Value, frozen=True, tag_field="kind", tag="leaf", kw_only=True):
    """A result at the end of a walk: how urgent it is, what it may be, and what to do.

    ``do`` and ``avoid`` are ids of advice, and ``get_help_if`` maps an urgency to ids of warnings.
    """

    urgency: Urgency
    title: str = ""
    condition: str
    also: tuple[str, ...] = ()
    reason: str = ""
    do: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    get_help_if: dict[Urgency, tuple[str, ...]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if len(self.also) > MOST_ALSO:
            too_many = "`also` names more than {most} conditions; leave out the least likely"
            raise ValueError(sentence(too_many, most=MOST_ALSO))
        net = self.get_help_if
        if not net:
            force_setattr(self, "get_help_if", _NO_WARNINGS)
            return
        allowed = _WARNING_LEVELS[self.urgency]
        for level in net:
            if level not in allowed:
                told = _NO_LEVEL if level == self.urgency else _LESS_URGENT
                raise ValueError(sentence(told, level=level))
        if len(net) > 1 or not all(net.values()):
            levels = [level for level in allowed if net.get(level)]
            if levels != list(net):  # as above
                force_setattr(self, "get_help_if", {level: net[level] for level in levels})

    @property
    def conditions(self) -> tuple[str, ...]:
        """The most likely condition, followed by those that cannot be told apart from it."""
        return (self.condition, *self.also)

    @property
    def warnings(self) -> tuple[str, ...]:
        """The ids of all warnings, the most urgent first."""
        return tuple([warning for warnings in self.get_help_if.values() for warning in warnings])

    def edges(self) -> tuple[tuple[Answer, str], ...]:
        """Return no edge, since a walk ends here."""
        return ()


_NO_LEVEL = "`get_help_if` has warnings for `{level}`, which is no level for warnings; move them to a more urgent level"
_LESS_URGENT = (
    "`get_help_if` has warnings for `{level}`, which is less urgent than the leaf itself; "
    "move them to a more urgent level"
)
MOST_ALSO = 5
"""The most conditions that a leaf can name besides the most likely one."""

Node = QuestionNode | Decision | Leaf
Branch = QuestionNode | Decision
"""A node that leads on."""


_WARNING_LEVELS = {
    urgency: tuple([level for level in reversed(Urgency) if level.rank >= max(urgency.rank, Urgency.ROUTINE.rank)])
    for urgency in Urgency
}


def warning_levels(urgency: Urgency) -> tuple[Urgency, ...]:
    """Return the levels that the warnings of a leaf may have, the most urgent first.

    None is less urgent than the leaf; a leaf of self-care may say when to make an ordinary appointment.
    """
    return _WARNING_LEVELS[urgency]


def _check_answers(yes: str, no: str, refusal: str) -> None:
    if not yes or not no:
        raise ValueError(sentence(refusal, missing="yes" if not yes else "no"))
    if yes == no:
        raise ValueError("`yes` and `no` must name two different nodes")


def _target(node: Branch, answer: str) -> str:
    return dict(node.edges()).get(Answer(answer), "")
