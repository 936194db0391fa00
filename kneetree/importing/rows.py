"""``Sheet`` and ``Row``: what every format is read into, one row for each question and each result.

A row holds texts as they were written; what they mean for a tree is decided in ``tree_of_rows`` alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from kneetree.importing.faults import Fault, Wanted
from kneetree.model.tree import Urgency


@dataclass(frozen=True)
class Statement:
    """A line of a list, or a fact that is counted; ``finding`` is its id where the row names one."""

    text: str
    finding: str = ""
    points: int = 1
    true: bool = True


@dataclass(frozen=True, kw_only=True)
class Row:
    """One question, decision or result, as it was written; what was not written is empty.

    ``key`` is what other rows call it by, and ``name`` what its id is made of.  ``kind`` is one of ``KINDS``, empty if
    it follows from the rest.  ``urgency`` is ``None`` where nobody has said it.  What is wrong with a ``faulty`` row is
    told already, so no node is made of it; ``leads`` is where it leads all the same.
    """

    where: str
    key: str
    name: str
    kind: str = ""
    asks: str = ""
    topic: str = ""
    text: str = ""
    help: str = ""
    answer_rule: str = ""
    why: str = ""
    finding: str = ""
    statement: str = ""
    lines: tuple[Statement, ...] = ()
    at_least: int = 1
    yes: str = ""
    no: str = ""
    next: str = ""
    urgency: Urgency | None = None
    condition: str = ""
    also: tuple[str, ...] = ()
    reason: str = ""
    do: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    get_help_if: tuple[tuple[Urgency, str], ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""
    unit: str = ""
    least: int | None = None
    most: int | None = None
    over: str = ""
    under: str = ""
    faulty: bool = False
    leads: tuple[str, ...] = ()


KINDS = ("yes_no", "list", "number", "decision", "leaf")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """All rows, and what is known of the whole.

    In a table of the program's own (``ids``), conditions, sources and what is asked are ids, and rows that nothing
    leads to are drafts rather than a second beginning.  ``root`` is the key of the first row of a walk, empty if
    that is the one to which nothing leads.  ``faults`` were found while reading; ``notes`` are sentences about what was
    read otherwise than it is written, and ``wanted`` is what only the author can tell.
    """

    rows: tuple[Row, ...]
    title: str
    language: str = "en"
    call: str = ""
    root: str = ""
    ids: bool = False
    faults: tuple[Fault, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    notes: tuple[str, ...] = ()
