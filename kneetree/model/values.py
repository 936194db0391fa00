"""The values of a tree of questions, under the names of the file format (``kneetree/1``).

All are frozen and compared by content.  They do not know how they fit together: ``Tree`` knows which node leads where,
and ``Walk`` what a person's answers lead to.
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
    """A level of urgency, that is, how soon to get help; the least urgent comes first."""

    SELF_CARE = "self_care"
    ROUTINE = "routine"
    WITHIN_DAYS = "within_days"
    SAME_DAY = "same_day"
    EMERGENCY = "emergency"

    @property
    def rank(self) -> int:
        """The rank of the level, from 0 (``self_care``) to 4 (``emergency``)."""
        return _RANK[self]


_RANK = {urgency: rank for rank, urgency in enumerate(Urgency)}


class Answer(StrEnum):
    """An answer that a person can give to a question; only Yes and No are edges of the graph."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Topic(StrEnum):
    """The subject of a question."""

    RED_FLAG = "red_flag"
    LOCATION = "location"
    SWELLING = "swelling"
    ONSET = "onset"
    AGE = "age"
    ACTIVITY = "activity"
    SYMPTOM = "symptom"
    HISTORY = "history"


class _Value(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The base of all values, which are frozen, compared by content, and written without fields at their default."""


class Item(_Value, frozen=True):
    """One line of a list that a question offers to tick."""

    finding: str
    text: str
    points: Annotated[int, Meta(ge=1, le=1000)] = 1


class Question(_Value, frozen=True, tag_field="kind", tag="question", kw_only=True):
    """A question about one ``finding``, or about a list of ``items`` that counts as Yes from ``at_least`` points."""

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
        # A list inside ``tuple`` is twice as fast as a generator.
        return tuple([item.finding for item in self.items]) if self.items else (self.finding,)

    def target(self, answer: str) -> str:
        """Return the id of the node that ``"yes"`` or ``"no"`` leads to."""
        return self.yes if answer == Answer.YES else self.no


class Leaf(_Value, frozen=True, tag_field="kind", tag="leaf", kw_only=True):
    """A result at the end of a walk: how urgent it is, what it may be, and what to do."""

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
        """The most likely condition, followed by those that cannot be told apart from it."""
        return (self.condition, *self.also)


Node = Question | Leaf


class Finding(_Value, frozen=True):
    """A fact that a lay person can report; ``usual`` is its value when nothing is said about it."""

    means: str
    usual: bool = False


class Source(_Value, frozen=True):
    """The source of a statement; ``checked`` is the ISO date on which somebody last read it."""

    citation: str
    url: str = ""
    year: int | None = None
    checked: str = ""


class Condition(_Value, frozen=True):
    """A medical condition that a leaf can name."""

    name: str
    plain_name: str = ""
    summary: str = ""
    sources: tuple[str, ...] = ()


class About(_Value, frozen=True):
    """A description of what the tree is for and what it is not for."""

    intended_use: str = ""
    not_for: str = ""
    emergency: str = ""
    licence: str = ""
    authors: tuple[str, ...] = ()


class Review(_Value, frozen=True):
    """The record of a clinical review, bound to the content of the tree by a hash."""

    by: str
    role: str
    on: str
    next: str
    sha256: str


class PathTo(_Value, frozen=True):
    """The leaves to which a rule applies, which match every key that is present."""

    conditions: tuple[str, ...] | None = None
    urgency: Urgency | None = None
    urgency_below: Urgency | None = None

    def matches(self, leaf: Leaf) -> bool:
        """Return whether the rule applies to ``leaf``."""
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
"""An age in years, or a number of days since the pain began."""


class Expect(Struct, frozen=True, omit_defaults=True):
    """The expected result of a case: its conditions, the acceptable levels of urgency, and the best one."""

    conditions: tuple[str, ...] = ()
    urgency: tuple[Urgency, ...] = ()
    best_urgency: Urgency | None = None


class Case(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A person whose result is known; ``extra`` and ``expect_extra`` hold the keys that the format does not name."""

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
"""The place of the middle of a box that an author moved, in scene pixels at 100 %."""

FURTHEST = 10_000_000
"""The furthest that a box can be from the middle of the map on each axis, in pixels, so that a picture can hold it."""


def can_stand(place: Position) -> bool:
    """Return whether a box can be put at ``place``; if not, the map decides where the box goes."""
    x, y = place
    return abs(x) <= FURTHEST and abs(y) <= FURTHEST
