"""The values of a tree of questions, under the names of the file format (``kneetree/1``).

All are frozen and compared by content.  They know nothing of each other's meaning: which node leads
where is the business of ``Tree``, what a walk makes of them that of ``Walk``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from msgspec import Meta, Struct, field

FORMAT = "kneetree/1"
SLUG_PATTERN = r"^[a-z0-9]+(?:[_-]+[a-z0-9]+)*(?![\s\S])"
COLOUR_PATTERN = r"^#[0-9A-Fa-f]{6}(?![\s\S])"

Slug = Annotated[str, Meta(pattern=SLUG_PATTERN, max_length=100)]
"""An id: lower-case letters and digits, with ``_`` or ``-`` between them."""


class Urgency(StrEnum):
    """How soon to get help, least urgent first."""

    SELF_CARE = "self_care"
    ROUTINE = "routine"
    WITHIN_DAYS = "within_days"
    SAME_DAY = "same_day"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        """0 for ``self_care`` to 4 for ``emergency``."""
        return _RANK[self]


_RANK = {urgency: rank for rank, urgency in enumerate(Urgency)}


class Answer(StrEnum):
    """What a person can say to a question.  Only the first two are edges of the graph."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Topic(StrEnum):
    """What a question is about."""

    RED_FLAG = "red_flag"
    LOCATION = "location"
    SWELLING = "swelling"
    ONSET = "onset"
    AGE = "age"
    ACTIVITY = "activity"
    SYMPTOM = "symptom"
    HISTORY = "history"


class _Value(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of all values: frozen, compared by content, written without what is left out."""


class Item(_Value, frozen=True):
    """One line of a list that a question offers to tick."""

    finding: str
    text: str
    points: Annotated[int, Meta(ge=1, le=1000)] = 1


class Question(_Value, frozen=True, tag_field="kind", tag="question", kw_only=True):
    """A question with exactly one way to be answered: ``finding``, or ``items`` with ``at_least``."""

    topic: Topic
    text: str
    help: str = ""
    why: str = ""
    finding: str = ""
    items: tuple[Item, ...] = ()
    at_least: Annotated[int, Meta(ge=1)] = 1
    yes: str
    no: str
    picture: str = ""
    unsure: bool = True
    sources: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if bool(self.finding) == bool(self.items):
            raise ValueError("a question needs either `finding` or `items`, and not both")
        if self.at_least > 1 and not self.items:
            raise ValueError("`at_least` goes with `items`")
        if self.items and self.at_least > sum(item.points for item in self.items):
            raise ValueError("`at_least` is more than all points of `items` together")
        if self.yes == self.no:
            raise ValueError("`yes` and `no` must name two different nodes")

    @property
    def findings(self) -> tuple[str, ...]:
        """The ids of the findings that this question asks about, in order."""
        return tuple([item.finding for item in self.items]) if self.items else (self.finding,)  # a list: twice as fast

    def target(self, answer: str) -> str:
        """The node that ``"yes"`` or ``"no"`` leads to."""
        return self.yes if answer == Answer.YES else self.no


class Leaf(_Value, frozen=True, tag_field="kind", tag="leaf", kw_only=True):
    """An end of the walk: how urgent it is, what it may be, what to do."""

    title: str = ""
    condition: str
    also: tuple[str, ...] = ()
    urgency: Urgency
    reason: str = ""
    do: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    get_help_if: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""

    @property
    def conditions(self) -> tuple[str, ...]:
        """The most likely condition first, then those that cannot be told apart from it."""
        return (self.condition, *self.also)


Node = Question | Leaf


class Finding(_Value, frozen=True):
    """A fact that a lay person can tell; ``usual`` is its value when nothing is said."""

    means: str
    usual: bool = False


class Source(_Value, frozen=True):
    """Where a statement comes from.  ``checked`` is the day (ISO) somebody last read it."""

    citation: str
    url: str = ""
    year: int | None = None
    checked: str = ""


class Condition(_Value, frozen=True):
    """What a leaf may name."""

    name: str
    plain_name: str = ""
    summary: str = ""
    sources: tuple[str, ...] = ()


class About(_Value, frozen=True):
    """What the tree is for, and what it is not."""

    intended_use: str = ""
    not_for: str = ""
    emergency: str = ""
    licence: str = ""
    authors: tuple[str, ...] = ()


class Review(_Value, frozen=True):
    """A reviewer's word, bound to the content by its hash."""

    by: str
    role: str
    on: str
    next: str
    sha256: str


class PathTo(_Value, frozen=True):
    """Which leaves a rule speaks of; every key that is present must match."""

    conditions: tuple[str, ...] | None = None
    urgency: Urgency | None = None
    urgency_below: Urgency | None = None

    def matches(self, leaf: Leaf) -> bool:
        """Whether ``leaf`` is one of them."""
        return (
            (self.conditions is None or leaf.condition in self.conditions)
            and (self.urgency is None or leaf.urgency is self.urgency)
            and (self.urgency_below is None or leaf.urgency.rank < self.urgency_below.rank)
        )


class Rule(_Value, frozen=True, kw_only=True):
    """A safety rule in exactly one of its three forms."""

    id: Slug
    statement: str
    sources: tuple[str, ...] = ()
    given: dict[str, bool] | None = None
    urgency_at_least: Urgency | None = None
    every_path_to: PathTo | None = None
    asks: tuple[str, ...] | None = None
    questions_at_most: Annotated[int, Meta(ge=0)] | None = None

    def __post_init__(self) -> None:
        present = {
            name
            for name in ("given", "urgency_at_least", "every_path_to", "asks", "questions_at_most")
            if getattr(self, name) is not None
        }
        if present not in (
            {"given", "urgency_at_least"},
            {"every_path_to", "asks"},
            {"every_path_to", "questions_at_most"},
        ):
            raise ValueError(
                "a rule has `given` with `urgency_at_least`, or `every_path_to` with `asks` or with `questions_at_most`"
            )


Number = Annotated[int, Meta(ge=0, le=1_000_000)] | Annotated[float, Meta(ge=0, le=1_000_000)]
"""Years of age, or days since it began."""


class Expect(Struct, frozen=True, omit_defaults=True):
    """What is known of a case's result: conditions, the acceptable band, the best level."""

    conditions: tuple[str, ...] = ()
    urgency: tuple[Urgency, ...] = ()
    best_urgency: Urgency | None = None


class Case(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A person whose result is known.  ``extra`` holds the keys that the format does not name."""

    id: str
    story: str = ""
    age: Number | None = None
    days: Number | None = None
    findings: dict[str, bool | None] = field(default_factory=dict)
    expect: Expect = Expect()
    source: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    expect_extra: dict[str, Any] = field(default_factory=dict)


class Region(_Value, frozen=True):
    """A named, coloured area of the map."""

    title: str
    colour: Annotated[str, Meta(pattern=COLOUR_PATTERN)] = "#0B5C7A"
    nodes: tuple[str, ...] = ()


Position = tuple[int | float, int | float]
"""Where an author put the middle of a box, in scene pixels at 100 %."""

FURTHEST = 10_000_000
"""A box cannot be put further than this from the middle of the map, in pixels: a picture must be able to hold it."""


def can_stand(place: Position) -> bool:
    """Return whether a box can be put at ``place``; one that cannot is left to the map."""
    x, y = place
    return abs(x) <= FURTHEST and abs(y) <= FURTHEST
