"""Read flow charts in GraphML, as yEd writes them, and plain GraphML whose nodes and edges have labels."""

from __future__ import annotations

from collections.abc import Iterator

from kneetree.drawing.markup import clean
from kneetree.errors import FileProblem
from kneetree.importing.charts import Arrow, Page, Shape, check_size, not_used
from kneetree.importing.html_text import text_of_html
from kneetree.importing.xml_reading import Element, parse

_TEXTS = ("label", "text", "title", "name", "description")
_ANSWERS = ("answer", "label", "text", "name")


def pages(data: bytes, name: str) -> list[Page]:
    """Return the one page of a file; raise ``FileProblem`` if it cannot be read."""
    root = parse(data, name)
    graph = root.first("graph")
    if root.name != "graphml" or graph is None:
        raise FileProblem("{name} is not GraphML; save the chart in yEd as .graphml.", name=name)
    names = {key.get("id"): key.get("attr.name").lower() for key in root.every("key")}
    shapes: list[Shape] = []
    loose: list[str] = []
    connected = {edge.get(end) for edge in graph.every("edge") for end in ("source", "target")}
    for node in graph.every("node"):
        shape = _shape(node, names)
        if any(child.name == "graph" for child in node.children) and shape.key not in connected:
            continue  # a group: what is in it comes by itself
        if shape.key not in connected and _is_note(node):
            loose.append(shape.text)
        else:
            shapes.append(shape)
    arrows = tuple(_arrow(edge, names) for edge in graph.every("edge"))
    return [check_size(Page(name, tuple(shapes), arrows, tuple(map(not_used, filter(None, loose)))), name)]


def _shape(node: Element, names: dict[str, str]) -> Shape:
    own = [part for data in node.children if data.name == "data" for part in data.children]
    labels = [label for part in own for label in _labels(part, "NodeLabel")]
    fill = next((one for part in own for one in part.every("Fill")), None)
    data = dict(_data(node, names))
    text = "\n".join(labels) or next((data[key] for key in _TEXTS if data.get(key)), "")
    return Shape(
        node.get("id"), clean(text).strip(), (fill.get("color") if fill is not None else "").lower(),
        data.get("urgency", ""),
    )  # fmt: skip


def _arrow(edge: Element, names: dict[str, str]) -> Arrow:
    labels = list(_labels(edge, "EdgeLabel"))
    data = dict(_data(edge, names))
    label = " ".join(labels) or next((data[key] for key in _ANSWERS if data.get(key)), "")
    heads = edge.first("Arrows")
    ends = edge.get("source"), edge.get("target")
    if heads is not None and heads.get("target") == "none" and heads.get("source") not in ("", "none"):
        ends = ends[1], ends[0]
    return Arrow(*ends, " ".join(clean(label).split()))


def _labels(part: Element, name: str) -> Iterator[str]:
    """Iterate over the labels in a part of a drawing; those of a closed group say the same again."""
    seen: set[str] = set()
    for label in part.every(name):
        text = label.text.strip()
        if text.startswith("<html>"):
            text = text_of_html(text)
        if text and label.get("hasText") != "false" and text not in seen:
            seen.add(text)
            yield text


def _data(element: Element, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for data in element.children:
        if data.name == "data" and data.text.strip():
            yield names.get(data.get("key"), ""), data.text.strip()


def _is_note(node: Element) -> bool:
    return node.first("UMLNoteNode") is not None or any(fill.get("hasColor") == "false" for fill in node.every("Fill"))
