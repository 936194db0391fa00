"""Pictures that a tree brings with it, as SVG text, and what is allowed in one.

A picture is shown to people and put into pages that they open in a browser, so only shapes, texts and their style are
let in: no script, nothing that is fetched from elsewhere, and nothing that takes a second to draw.  Everything is kept
out that is not known to be harmless, since styles and markup can say the same in many disguises.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from kneetree.words.sentences import sentence

MOST_BYTES = 200 * 1024
MOST_SHAPES = 20_000
"""The most elements that are drawn, those that `use` repeats counted as often as they are."""
_DEEPEST_USE = 12
_SPACES = ("", "http://www.w3.org/2000/svg")
_TAGS = {
    "svg", "g", "defs", "symbol", "use", "title", "desc", "style", "path", "rect", "circle", "ellipse", "line",
    "polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern",
    "marker", "metadata",
}  # fmt: skip
_MARKUP = (
    (re.compile(r"<!(DOCTYPE|ENTITY)", re.IGNORECASE), "it declares a document type"),
    (re.compile(r"<!\[CDATA\["), "it holds unparsed text (CDATA)"),
    (re.compile(r"<\?(?!xml\s)"), "it holds an instruction for programs (`<?`)"),
    (re.compile(r"<!--(?:(?!-->).)*?[<>](?:(?!-->).)*-->", re.DOTALL), "it holds markup in a comment"),
    (re.compile(r"""<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE), "it is not declared as UTF-8"),
)
_STYLED = re.compile(
    r"style|fill|stroke|filter|clip-path|mask|marker(-\w+)?|cursor|color|font(-\w+)?|(gradient|pattern)?transform",
    re.IGNORECASE,
)
_FUNCTIONS = {
    "url", "rgb", "rgba", "hsl", "hsla", "matrix", "translate", "translatex", "translatey", "scale", "rotate",
    "skewx", "skewy",
}  # fmt: skip
_CALL = re.compile(r"([\w-]*)\s*\(\s*['\"]?(.?)")
_NAMES_OF_ADDRESSES = {"src", "srcset", "ping", "base", "action", "formaction", "background", "poster", "data"}
_ADDRESS = re.compile(r"^\s*//|://|javascript:|url\s*\(\s*['\"]?(?!#)", re.IGNORECASE)


def fault_of(svg: str) -> str | None:
    """Return why a text cannot be a picture, with what to do, or ``None`` if it can."""
    if len(svg.encode("utf-8", "replace")) > MOST_BYTES:
        return sentence("it is larger than {most} KB; make it simpler", most=MOST_BYTES // 1024)
    for pattern, what in _MARKUP:
        if pattern.search(svg):
            return sentence("{what}; take that out", what=sentence(what))
    try:
        root = ElementTree.fromstring(svg)
    except (ElementTree.ParseError, ValueError) as error:
        return sentence("it is not well-formed SVG ({error}); save it again", error=error)
    if _split(root.tag)[1] != "svg":
        return "it is not SVG; its first element must be `svg`"
    elements = list(root.iter())
    fault = next((found for element in elements if (found := _fault_in(element))), None)
    return fault or _too_much(elements)


def _fault_in(element: ElementTree.Element) -> str | None:
    space, tag = _split(element.tag)
    if tag not in _TAGS or space not in _SPACES:
        return sentence("it holds the element `{tag}`, which is not allowed in a picture; take it out", tag=tag[:40])
    if tag == "style" and (len(element) or not _is_plain_style(element.text or "")):
        return "its style refers to something outside, or is written in a way that could; take that out"
    for key, value in element.attrib.items():
        name = _split(key)[1]
        if name.lower().startswith("on"):
            return sentence("it holds a script (`{name}`); take that out", name=name[:40])
        if not _is_plain_attribute(name, value):
            return sentence("its `{name}` refers to something outside; take that out", name=name[:40])
    return None


def _is_plain_attribute(name: str, value: str) -> bool:
    if name == "href":
        return value.startswith("#")
    if name.lower() in _NAMES_OF_ADDRESSES or (name != "id" and _ADDRESS.search(value)):
        return False
    return not _STYLED.fullmatch(name) or _is_plain_style(value)


def _is_plain_style(text: str) -> bool:
    """Return whether a style names nothing outside, has no rule that loads one, and hides neither by an escape."""
    if "\\" in text or "@" in text or "<" in text:
        return False
    calls = [(name.lower(), first) for name, first in _CALL.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))]
    return all(name in _FUNCTIONS and (name != "url" or first == "#") for name, first in calls)


def _too_much(elements: list[ElementTree.Element]) -> str | None:
    """Return why a picture takes too long to draw: ``use`` can repeat parts that repeat parts."""
    drawn: dict[str, int] = {}
    for _ in range(_DEEPEST_USE):
        weights: dict[ElementTree.Element, int] = {}
        for element in reversed(elements):  # what is inside comes after what it is in
            weights[element] = 1 + sum(weights[child] for child in element)
            if _split(element.tag)[1] == "use":
                target = next((value for key, value in element.attrib.items() if _split(key)[1] == "href"), "")
                weights[element] += drawn.get(target[1:], 0)
            if weights[element] > MOST_SHAPES:
                return sentence("it draws more than {most} shapes; make it simpler", most=MOST_SHAPES)
        before, drawn = drawn, {element.get("id", ""): weight for element, weight in weights.items()}
        if drawn == before:
            return None
    return "its parts repeat one another too deeply (`use`); make it simpler"


def _split(tag: object) -> tuple[str, str]:
    """Return the namespace of a name, ``""`` if it has none, and the name in it."""
    space, _, name = str(tag).rpartition("}")
    return space.lstrip("{"), name
