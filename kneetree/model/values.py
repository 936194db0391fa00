"""The values that a tree of questions is made of, under the names of the file format (``kneetree/2``).

Every text is written once, in a library: a finding has one statement, and a question, a line of advice or a warning has
one wording.  What a person walks through is in ``nodes``, what must hold is in ``rules``, and both only name ids.
All values are frozen and compared by content, and none knows how they fit together: ``Tree`` does.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any

from msgspec import Meta, Struct, field

FORMAT = "kneetree/2"
SLUG_PATTERN = r"^[a-z0-9]+(?:[_-]+[a-z0-9]+)*(?![\s\S])"
COLOUR_PATTERN = r"^#[0-9A-Fa-f]{6}(?![\s\S])"

MOST_OF_ID = 100
Slug = Annotated[str, Meta(pattern=SLUG_PATTERN, max_length=MOST_OF_ID)]
"""An id: lower-case letters and digits, with ``_`` or ``-`` between them."""


def is_id(text: str) -> bool:
    """Return whether a text can be an id, as a reader of files decides it for a ``Slug``."""
    return len(text) <= MOST_OF_ID and re.match(SLUG_PATTERN, text) is not None


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
    """How a question or a decision comes out; the graph has an edge for each but *unsure*, which follows two.

    ``NEXT`` is the outcome of a question that only collects what is answered.
    """

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    NEXT = "next"


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


class Value(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """The base of all values, which are frozen, compared by content, and written without fields at their default."""


class Finding(Value, frozen=True):
    """A fact that a lay person can tell.

    ``statement`` is the fact as a person reads it, ``means`` its exact definition for authors, and ``usual`` its value
    when nothing is said about it.  ``reassures`` says why the finding may lower the urgency; without it, it may not.
    """

    statement: str
    means: str = ""
    usual: bool = False
    reassures: str = ""


Bound = Annotated[int, Meta(ge=-1_000_000_000, le=1_000_000_000)]
"""The least or the most that a number about a person can be."""


class Scale(Value, frozen=True, kw_only=True):
    """A whole number about the person, from ``least`` to ``most`` in ``unit``, that is asked once.

    ``at_least`` and ``under`` are the words of a threshold of it, in which ``{n}`` is the number with its unit.
    """

    topic: Topic = Topic.SYMPTOM
    text: str
    help: str = ""
    answer_rule: str = ""
    why: str = ""
    unit: str
    least: Bound
    most: Bound
    at_least: str
    under: str
    unsure: bool = True
    sources: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if self.least > self.most:
            raise ValueError("`least` is above `most`; exchange them")


class Question(Value, frozen=True, kw_only=True):
    """The wording of a question, about one ``finding`` (yes or no) or a ``list`` of them (statements to tick)."""

    topic: Topic
    text: str
    help: str = ""
    answer_rule: str = ""
    why: str = ""
    picture: str = ""
    finding: str = ""
    lines: tuple[str, ...] = field(default=(), name="list")
    unsure: bool = True
    sources: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if bool(self.finding) == bool(self.lines):
            raise ValueError("a question needs either `finding` or `list`, and not both")
        if len(set(self.lines)) < len(self.lines):
            raise ValueError("`list` names a finding twice; take one away")

    @property
    def findings(self) -> tuple[str, ...]:
        """The ids of the findings that this question asks about, in order."""
        return self.lines or (self.finding,)


class Advice(Value, frozen=True):
    """A line of advice: something to do or to avoid."""

    text: str


class WarningSign(Value, frozen=True):
    """A reason to get help after all, as words that complete "... if"."""

    text: str


class Source(Value, frozen=True):
    """The source of a statement; ``checked`` is the ISO date on which somebody last read it."""

    citation: str
    url: str = ""
    year: int | None = None
    checked: str = ""


class Recovery(Value, frozen=True):
    """How a condition gets better: a text about the time it takes, and ids of advice."""

    time: str = ""
    first_days: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    back_to_activity: tuple[str, ...] = ()

    @property
    def advice(self) -> tuple[str, ...]:
        """The ids of all advice that is named."""
        return (*self.first_days, *self.exercises, *self.back_to_activity)


class Condition(Value, frozen=True):
    """A medical condition that a leaf can name."""

    name: str
    plain_name: str = ""
    summary: str = ""
    recovery: Recovery | None = None
    sources: tuple[str, ...] = ()


class About(Value, frozen=True):
    """A description of what the tree is for and what it is not for; ``call`` is the number for an emergency."""

    intended_use: str = ""
    not_for: str = ""
    emergency: str = ""
    call: str = ""
    licence: str = ""
    authors: tuple[str, ...] = ()


class Start(Value, frozen=True):
    """What the first page says and shows."""

    heading: str = ""
    text: str = ""
    button: str = ""
    picture: str = ""


class Review(Value, frozen=True):
    """The record of a clinical review, bound to the content of the tree by a hash."""

    by: str
    role: str
    on: str
    next: str
    sha256: str


class Expect(Struct, frozen=True, omit_defaults=True):
    """The expected result of a case: its conditions, the acceptable levels of urgency, and the best one."""

    conditions: tuple[str, ...] = ()
    urgency: tuple[Urgency, ...] = ()
    best_urgency: Urgency | None = None
    listed_ok: tuple[str, ...] = ()


class Case(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A person whose result is known; ``extra`` and ``expect_extra`` hold the keys that the format does not name.

    The numbers of the person are in ``extra``, under the names of the tree's scales.
    """

    id: str
    story: str = ""
    findings: dict[str, bool | None] = field(default_factory=dict)
    expect: Expect = Expect()
    source: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    expect_extra: dict[str, Any] = field(default_factory=dict)


class Region(Value, frozen=True):
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
