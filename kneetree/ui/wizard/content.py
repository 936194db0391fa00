"""What the page of a question shows, as plain values: two that are equal look the same."""

from __future__ import annotations

from typing import NamedTuple

from kneetree.model.scales import Span, amount
from kneetree.model.tree import Asked, Kind, Scale, Tree
from kneetree.ui.wizard.denial import Sign, sign_of
from kneetree.ui.wizard.picture import drawing
from kneetree.walk.number_bands import bands_of


class Band(NamedTuple):
    """A range of a number to choose, and its words, which differ wherever its ends do."""

    span: Span
    words: str


class Content(NamedTuple):
    """What the page of a question shows: the question, the scale of its number, and its drawing, if it has them."""

    asked: Asked
    scale: Scale | None = None
    drawing: str | None = None
    signs: tuple[Sign, ...] = ()
    """What kind of fact each line of a list states."""
    bands: tuple[Band, ...] = ()
    """The ranges of its number that can be chosen instead."""


def content_of(tree: Tree, node: str) -> Content | None:
    """Return what the page of the question ``node`` shows, or ``None`` if the tree has no such question."""
    try:
        asked = tree.asked(node)
    except KeyError:
        return None
    if asked.kind is Kind.DECISION:
        return None
    signs = tuple(sign_of(tree.findings[line.finding], line.text, tree.language) for line in asked.lines)
    return Content(
        asked, tree.scales.get(asked.scale), drawing(asked.picture, tree.pictures), signs, _bands(tree, asked)
    )


def _bands(tree: Tree, asked: Asked) -> tuple[Band, ...]:
    if asked.kind is not Kind.NUMBER:
        return ()
    scale = tree.scales[asked.scale]
    return tuple(Band(span, amount(scale, span, tree.language)) for span in bands_of(tree, asked.scale))
