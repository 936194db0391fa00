"""Places of a picture that stand for findings, and how they look once they are chosen.

An element of a picture, a single shape or a group, is a place if its id is that of a finding.  A group can hold the
shapes of several views, but no other place.  Everything here is SVG text in and SVG text out, so that each front end
can show the same.  A mark never differs by its colour alone: what is ticked is hatched within a thick line, what is not
sure is dotted within a dotted line, and what is pointed at has a thick dark line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from enum import StrEnum
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kneetree.drawing.palette import ACCENT, INK

_SVG = "http://www.w3.org/2000/svg"
_KEPT_WITHOUT_PLACES = {"defs", "style", "clipPath", "mask", "symbol"}
_OWN_LOOK = (
    "class", "style", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity",
)  # fmt: skip
_PATTERNS = f"""<defs xmlns="{_SVG}">
<pattern id="kneetree-hatched" width="7" height="7" patternUnits="userSpaceOnUse">
<path d="M-1 1L1 -1M0 7L7 0M6 8L8 6" fill="none" stroke="#FFFFFF" stroke-width="1.6"/></pattern>
<pattern id="kneetree-dotted" width="6" height="6" patternUnits="userSpaceOnUse">
<circle cx="3" cy="3" r="1.4" fill="{ACCENT}"/></pattern></defs>"""


class Mark(StrEnum):
    """What is said of a place."""

    TICKED = "ticked"
    UNSURE = "unsure"
    PLAIN = "plain"
    ABSENT = "absent"
    """It is not asked now, so it is not drawn."""


_GROUND = {
    Mark.TICKED: f"fill:{ACCENT};fill-opacity:0.8;stroke:none",
    Mark.UNSURE: "fill:#FFFFFF;fill-opacity:0.85;stroke:none",
    Mark.PLAIN: f"fill:{ACCENT};fill-opacity:0.2;stroke:none",
}
_PATTERN = {Mark.TICKED: "url(#kneetree-hatched)", Mark.UNSURE: "url(#kneetree-dotted)", Mark.PLAIN: "none"}
_LINE = {
    Mark.TICKED: f"stroke:{ACCENT};stroke-width:3;stroke-dasharray:none",
    Mark.UNSURE: f"stroke:{ACCENT};stroke-width:2.4;stroke-dasharray:0.1 4.5;stroke-linecap:round",
}
_POINTED = f"stroke:{INK};stroke-width:3;stroke-dasharray:none"


def places_in(svg: str, findings: Collection[str]) -> tuple[str, ...]:
    """Return those of ``findings`` that have a place in the picture, in the order in which they are drawn.

    A text that is not a picture has no places.
    """
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError:
        return ()
    inside = [element for child in root for element in child.iter()]
    return tuple(dict.fromkeys([finding for element in inside if (finding := element.get("id", "")) in findings]))


def marked(svg: str, marks: Mapping[str, Mark], pointed: str = "") -> str:
    """Return the picture with its places marked, and that of the finding ``pointed`` as the one pointed at.

    Places that are neither marked otherwise than ``Mark.PLAIN`` nor pointed at look as their author drew them.
    """
    root = ElementTree.fromstring(svg)
    for parent in list(root.iter()):
        for element in list(parent):
            finding = element.get("id", "")
            mark = marks.get(finding)
            if mark is not None and (mark is not Mark.PLAIN or finding == pointed):
                _mark(parent, element, mark, pointed=finding == pointed)
    root.insert(0, ElementTree.fromstring(_PATTERNS))
    return _text(root)


def _mark(parent: Element, place: Element, mark: Mark, *, pointed: bool) -> None:
    """Dress a place, and lay a copy of it over it that has the pattern and the line."""
    if mark is Mark.ABSENT:
        parent.remove(place)
        return
    over = deepcopy(place)
    _dress(place, _GROUND[mark])
    line = _POINTED if pointed else _LINE[mark]
    _dress(over, f"fill:{_PATTERN[mark]};fill-opacity:1;{line}")
    for element in over.iter():
        element.attrib.pop("id", None)
    parent.insert(list(parent).index(place) + 1, over)


def touchable(svg: str, colours: Mapping[str, str]) -> str:
    """Return the picture with nothing but its places, each in the one colour that ``colours`` gives its finding.

    Where a pixel has that colour, the place is under it.  Places that have no colour are left out.
    """
    root = ElementTree.fromstring(svg)
    _strip(root, colours)
    return _text(root)


def _strip(element: Element, colours: Mapping[str, str]) -> bool:
    """Keep what is a place or holds one, and return whether anything is kept."""
    colour = colours.get(element.get("id", ""))
    if colour is not None:
        _dress(element, f"fill:{colour};fill-opacity:1;stroke:{colour};stroke-width:1;stroke-dasharray:none;opacity:1")
        return True
    kept = False
    for child in list(element):
        if _name(child) in _KEPT_WITHOUT_PLACES:
            continue
        if _strip(child, colours):
            kept = True
        else:
            element.remove(child)
    return kept


def _dress(place: Element, style: str) -> None:
    """Give each shape of a place a look of its own, which comes before that of a style sheet."""
    for element in _shapes(place):
        for key in _OWN_LOOK:
            element.attrib.pop(key, None)
        element.set("style", style)


def _shapes(place: Element) -> Iterator[Element]:
    """Yield the place and what is in it, but no lettering, which would be lost under a thick line."""
    if _name(place) not in ("text", "tspan"):
        yield place
        for child in place:
            yield from _shapes(child)


def _text(root: Element) -> str:
    """Return the elements as text, all in the one namespace of SVG, as older readers want it."""
    for element in root.iter():
        element.tag = _name(element)
    root.set("xmlns", _SVG)
    return ElementTree.tostring(root, "unicode")


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
