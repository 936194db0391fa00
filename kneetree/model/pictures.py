"""Pictures that a tree brings with it, as SVG text: what may stand in one.

A picture is shown to people and put into pages that they open in a browser, so only shapes, texts and their style are
let in: no script, and nothing that is fetched from elsewhere.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

MOST_BYTES = 200 * 1024
_TAGS = {
    "svg", "g", "defs", "symbol", "use", "title", "desc", "style", "path", "rect", "circle", "ellipse", "line",
    "polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern",
    "marker", "metadata",
}  # fmt: skip
_FETCHED = re.compile(r"url\s*\(\s*['\"]?(?!#)|@import|javascript:|expression\s*\(", re.IGNORECASE)


def fault_of(svg: str) -> str | None:
    """Return why a text cannot be a picture, with what to do, or ``None`` if it can."""
    if len(svg.encode("utf-8", "replace")) > MOST_BYTES:
        return f"it is larger than {MOST_BYTES // 1024} KB; make it simpler"
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        return "it declares a document type; take that out"
    try:
        root = ElementTree.fromstring(svg)
    except (ElementTree.ParseError, ValueError) as error:
        return f"it is not well-formed SVG ({error}); save it again"
    if _name(root.tag) != "svg":
        return "it is not SVG; its first element must be `svg`"
    for element in root.iter():
        fault = _fault_in(element)
        if fault:
            return fault
    return None


def _fault_in(element: ElementTree.Element) -> str | None:
    tag = _name(element.tag)
    if tag not in _TAGS:
        return f"it holds the element `{tag[:40]}`, which may not stand in a picture; take it out"
    if tag == "style" and _FETCHED.search(element.text or ""):
        return "its style refers to something outside; take that out"
    for key, value in element.attrib.items():
        name = _name(key)
        if name.lower().startswith("on"):
            return f"it holds a script (`{name[:40]}`); take that out"
        if (name == "href" and not value.startswith("#")) or (name != "id" and _FETCHED.search(value)):
            return f"its `{name[:40]}` refers to something outside; take that out"
    return None


def _name(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def part_ids(svg: str) -> frozenset[str]:
    """Return the ids of all parts of a picture that is well-formed."""
    return frozenset(found for element in ElementTree.fromstring(svg).iter() if (found := element.get("id")))
