"""Read drawings of draw.io (diagrams.net): plain and compressed, several pages, labels as texts of their own.

A label is the value of its arrow, a text that hangs on the arrow, or a text that lies by it.  The last is taken only
where no other arrow without a label is near; whatever is not sure is left for the author to say.
"""

from __future__ import annotations

import base64
import binascii
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

from kneetree.drawing.markup import clean
from kneetree.errors import FileProblem
from kneetree.importing.charts import Arrow, Page, Shape, check_size, not_used
from kneetree.importing.faults import named
from kneetree.importing.html_text import text_of_html
from kneetree.importing.xml_reading import Element, parse
from kneetree.words.sentences import joined, sentence

_MOST_BYTES = 32 * 1024 * 1024
"""What a compressed page may become."""
_MOST_PAGES = 100
_NEAR = 60.0
"""Pixels from a text to the line of the arrow whose label it can be."""
_CLEARER = 2.0
"""How many times further the next arrow has to be for that to be sure."""
_LONGEST_LABEL = 30
_MOST_COMPARED = 400_000


def pages(data: bytes, name: str) -> list[Page]:
    """Return the pages of a drawing; raise ``FileProblem`` if it cannot be read."""
    root = parse(data, name)
    if root.name == "svg" and root.get("content"):  # a picture that draw.io can edit holds its drawing
        root = parse(root.get("content"), name)
    if root.name == "mxGraphModel":
        return [_page(root, "1", name)]
    found = list(root.every("diagram"))
    if root.name != "mxfile" or not found:
        raise FileProblem("{name} is not a drawing of draw.io; save it there as .drawio.", name=name)
    if len(found) > _MOST_PAGES:
        raise FileProblem(
            "{name} has more than {most} pages; save the page that is wanted alone.",
            name=name,
            most=_MOST_PAGES,
        )
    return [
        _page(_model(diagram, name), diagram.get("name") or str(number), name)
        for number, diagram in enumerate(found, 1)
    ]


def _model(diagram: Element, name: str) -> Element:
    plain = diagram.first("mxGraphModel")
    if plain is not None:
        return plain
    if not diagram.text.strip():
        return diagram
    try:
        packed = base64.b64decode(diagram.text.strip(), validate=False)
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        text = unpacking.decompress(packed, _MOST_BYTES)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise FileProblem("{name}: a page is compressed and damaged; save the drawing again.", name=name) from error
    if unpacking.unconsumed_tail:
        raise FileProblem("{name}: a page is larger than {most} MB; divide it.", name=name, most=_MOST_BYTES // 2**20)
    return parse(unquote(text.decode("utf-8", "replace")), name)


@dataclass(frozen=True)
class _Cell:
    key: str
    parent: str
    text: str
    style: Mapping[str, str]
    edge: bool
    vertex: bool
    source: str
    target: str
    geometry: Element | None


def _page(model: Element, title: str, name: str) -> Page:
    cells = _cells(model)
    drawn = _Drawn(cells)
    return check_size(drawn.page(title), name)


def _cells(model: Element) -> dict[str, _Cell]:
    cells: dict[str, _Cell] = {}
    wrapped: set[int] = set()
    for element in model.every("UserObject", "object", "mxCell"):
        cell = element
        key, value = element.get("id"), element.get("value")
        if element.name != "mxCell":
            inner = next((child for child in element.children if child.name == "mxCell"), None)
            if inner is None:
                continue
            wrapped.add(id(inner))
            cell, value = inner, element.get("label")
        elif id(element) in wrapped:
            continue
        style = _style(cell.get("style"))
        text = text_of_html(value) if style.get("html") == "1" else value
        made = _Cell(
            key or f"cell {len(cells)}", cell.get("parent"), clean(text).strip(), style, cell.get("edge") == "1",
            cell.get("vertex") == "1", cell.get("source"), cell.get("target"),
            next((child for child in cell.children if child.name == "mxGeometry"), None),
        )  # fmt: skip
        cells[made.key] = made
    return cells


def _style(text: str) -> dict[str, str]:
    style: dict[str, str] = {}
    for part in text.split(";"):
        key, equals, value = part.partition("=")
        style[key.strip()] = value.strip() if equals else "1"
    return style


class _Drawn:
    """One page: which cells are shapes, which are labels, and where all of them are."""

    def __init__(self, cells: Mapping[str, _Cell]) -> None:
        self._cells = cells
        self._edges = {key: cell for key, cell in cells.items() if cell.edge}
        self._labels: dict[str, list[str]] = {}
        self._connected = {end for edge in self._edges.values() for end in (edge.source, edge.target)}
        self._holders = {cell.parent for cell in cells.values() if cell.vertex}

    def page(self, title: str) -> Page:
        shapes: list[Shape] = []
        loose: list[_Cell] = []
        for key, cell in self._cells.items():
            if not cell.vertex:
                continue
            edge = next((one for one in (cell.parent, cell.style.get("connectedEdge", "")) if one in self._edges), "")
            if edge:
                self._labels.setdefault(edge, []).append(cell.text)
            elif key in self._connected:
                shapes.append(Shape(key, cell.text, cell.style.get("fillColor", "").lower()))
            elif _is_text(cell):
                loose.append(cell)
            elif key not in self._holders and not _holds(cell):
                shapes.append(Shape(key, cell.text, cell.style.get("fillColor", "").lower()))
        notes = self._label_by_place([cell for cell in loose if cell.text])
        arrows = tuple(self._arrow(key, edge) for key, edge in self._edges.items())
        return Page(title, tuple(shapes), arrows, tuple(notes))

    def _arrow(self, key: str, edge: _Cell) -> Arrow:
        label = " ".join(filter(None, (edge.text, *self._labels.get(key, ()))))
        source, target = self._end(edge.source), self._end(edge.target)
        if edge.style.get("endArrow") == "none" and edge.style.get("startArrow", "none") != "none":
            source, target = target, source
        return Arrow(source, target, " ".join(label.split()))

    def _end(self, key: str) -> str:
        cell = self._cells.get(key)
        return key if cell is not None and cell.vertex else ""

    # -- labels that only lie by their arrow -----------------------------------------------------

    def _label_by_place(self, texts: list[_Cell]) -> list[str]:
        """Give texts to the arrows by which they lie, where that is sure; return what became of each, in sentences.

        Only an arrow that is one of several from its shape needs a label.
        """
        leaving = Counter(edge.source for edge in self._edges.values())
        bare = {
            key: edge
            for key, edge in self._edges.items()
            if leaving[edge.source] > 1 and not (edge.text or any(self._labels.get(key, ())))
        }
        lines = {key: line for key, edge in bare.items() if len(line := self._line(edge)) > 1}
        short = [cell for cell in texts if len(cell.text) <= _LONGEST_LABEL]
        if len(short) * sum(map(len, lines.values())) > _MOST_COMPARED:
            short = []
        claims: dict[str, list[_Cell]] = {}
        for cell in short:
            place = self._middle(cell)
            near = sorted((_distance(place, line), key) for key, line in lines.items())
            if near and near[0][0] <= _NEAR and (len(near) == 1 or near[1][0] >= max(near[0][0], 8.0) * _CLEARER):
                claims.setdefault(near[0][1], []).append(cell)
        taken = {key: cells[0] for key, cells in claims.items() if len(cells) == 1}
        for key, cell in taken.items():
            self._labels[key] = [cell.text]
        given = {cell.key: key for key, cell in taken.items()}
        return [
            self._taken(cell, self._edges[given[cell.key]]) if cell.key in given else not_used(cell.text)
            for cell in texts
        ]

    def _taken(self, cell: _Cell, edge: _Cell) -> str:
        ends = joined(
            " to ", (named(self._cells[end].text) for end in (edge.source, edge.target) if end in self._cells)
        )
        return sentence(
            "{text} was taken for the label of the arrow from {ends}, by which it lies.",
            text=named(cell.text),
            ends=ends,
        )

    def _line(self, edge: _Cell) -> list[tuple[float, float]]:
        ends = [self._cells.get(edge.source), self._cells.get(edge.target)]
        points: list[tuple[float, float]] = []
        if edge.geometry is not None:
            listed = next((child for child in edge.geometry.children if child.name == "Array"), None)
            points = [_point(child) for child in (listed.children if listed is not None else ())]
        given = [self._middle(end) if end is not None else None for end in ends]
        return [place for place in (given[0], *points, given[1]) if place is not None]

    def _middle(self, cell: _Cell) -> tuple[float, float]:
        """Return the middle of a cell on the page; places are told from the corner of what a cell is in."""
        x, y = 0.0, 0.0
        if cell.geometry is not None:
            x, y = _number(cell.geometry.get("width")) / 2, _number(cell.geometry.get("height")) / 2
        seen: set[str] = set()
        one: _Cell | None = cell
        while one is not None and one.key not in seen:
            seen.add(one.key)
            if one.geometry is not None:
                x, y = x + _number(one.geometry.get("x")), y + _number(one.geometry.get("y"))
            one = self._cells.get(one.parent)
        return x, y


def _is_text(cell: _Cell) -> bool:
    return "text" in cell.style or "edgeLabel" in cell.style or cell.style.get("shape") in ("note", "image")


def _holds(cell: _Cell) -> bool:
    return (
        bool({"swimlane", "group"} & cell.style.keys())
        or cell.style.get("container") == "1"
        or (not cell.text and cell.key in ("0", "1"))
    )


def _point(element: Element) -> tuple[float, float]:
    return _number(element.get("x")), _number(element.get("y"))


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if math.isfinite(number) else 0.0


def _distance(place: tuple[float, float], line: Iterable[tuple[float, float]]) -> float:
    points = list(line)
    return min(_to_segment(place, one, other) for one, other in pairwise(points))


def _to_segment(place: tuple[float, float], one: tuple[float, float], other: tuple[float, float]) -> float:
    wide, high = other[0] - one[0], other[1] - one[1]
    length = wide * wide + high * high
    along = 0.0 if not length else ((place[0] - one[0]) * wide + (place[1] - one[1]) * high) / length
    along = min(max(along, 0.0), 1.0)
    return math.hypot(place[0] - one[0] - along * wide, place[1] - one[1] - along * high)
