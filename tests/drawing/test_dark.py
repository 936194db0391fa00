"""A picture on a dark ground: light lines on dark paper, and what was paler than its neighbour still is."""

from __future__ import annotations

import re
from colorsys import rgb_to_hls

import pytest

from kneetree import shipped
from kneetree.drawing.dark import darkened

PICTURES = sorted((shipped.root() / "pictures").glob("*.svg"))


def light(colour: str) -> float:
    """How light a colour is, from 0 to 1."""
    return rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[1]


def one(colour: str) -> str:
    """A colour on a dark ground."""
    found = re.search(r'fill="(#\w+)"', darkened(f'<svg><rect fill="{colour}"/></svg>'))
    assert found
    return found[1]


@pytest.mark.parametrize("colour", ["#16222B", "#4C5A65", "#0B5C7A", "#000", "black", "#333333"])
def test_lines_and_letters_become_light(colour: str) -> None:
    assert light(one(colour)) > 0.6


@pytest.mark.parametrize("colour", ["#F7F6F2", "#FFFFFF", "#fff", "white", "#EEEEEE"])
def test_paper_becomes_dark(colour: str) -> None:
    assert light(one(colour)) < 0.25


def test_what_has_colour_keeps_its_order() -> None:
    """A pale foot beside a warm one, a red patch on skin."""
    for paler, deeper in (("#F4E1CF", "#E9A892"), ("#E9EDF2", "#BCCBE0"), ("#EDBFA0", "#B5382A")):
        assert light(one(paler)) > light(one(deeper))
        assert 0.15 < light(one(deeper)) < 0.6


def test_nothing_but_colours_changes() -> None:
    svg = '<svg><a href="#abc123"/><path id="fff" d="M1 2" style="fill:#fff;stroke:url(#aaa)" stroke="none"/></svg>'
    assert darkened(svg) == svg.replace("fill:#fff", "fill:#1A1A1A")


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_no_picture_of_the_program_has_a_light_ground(path: object) -> None:
    first = re.search(r'<rect[^>]* fill="(#\w{6})"', darkened(path.read_text("utf-8")))
    assert first
    assert light(first[1]) < 0.25
