"""``Page``: a flow chart as it was drawn, whatever program drew it: shapes with a text, and arrows between them."""

from __future__ import annotations

from dataclasses import dataclass

from kneetree.errors import FileProblem
from kneetree.importing.faults import named
from kneetree.words.sentences import sentence

MOST_SHAPES = 5_000
MOST_ARROWS = 20_000


@dataclass(frozen=True)
class Shape:
    """A shape; ``colour`` is what it is filled with, in small letters, and ``urgency`` what it says to be."""

    key: str
    text: str
    colour: str = ""
    urgency: str = ""


@dataclass(frozen=True)
class Arrow:
    """An arrow from a shape to a shape, by their keys; an end that is connected to nothing is empty."""

    source: str
    target: str
    label: str = ""


@dataclass(frozen=True)
class Page:
    """One page of a drawing; ``notes`` are sentences about what was read otherwise than it is written."""

    name: str
    shapes: tuple[Shape, ...]
    arrows: tuple[Arrow, ...]
    notes: tuple[str, ...] = ()


def not_used(text: str) -> str:
    """Return the sentence that nothing was made of a text beside the chart."""
    return sentence("Nothing was made of {text}, which is beside the chart.", text=named(text))


def check_size(page: Page, name: str) -> Page:
    """Return the page; raise ``FileProblem`` if it is larger than anybody draws."""
    for count, most, what in ((len(page.shapes), MOST_SHAPES, "shapes"), (len(page.arrows), MOST_ARROWS, "arrows")):
        if count > most:
            raise FileProblem(
                "{name} has {count:,} {what} on one page; divide it, so that each has {most:,} at most.",
                name=name,
                count=count,
                what=sentence(what),
                most=most,
            )
    return page
