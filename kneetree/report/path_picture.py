"""The path of a walk laid out as a picture: question, answer on the arrow, next question, down to the result.

This module decides geometry only, in pixels at 100 %; what draws it (SVG, Qt), and in which colours, is decided
elsewhere.  All boxes are in one column, in the order of the walk.  If *not sure* forks the path, the Yes branch goes
straight on and the No branch runs along a lane on the left.  An answer that leads to a box higher up, or on another
page, says where instead of drawing a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kneetree import words
from kneetree.drawing import text_width
from kneetree.errors import shortened
from kneetree.model.tree import Answer, Urgency
from kneetree.report.path_rows import Leads, PathRow, Way

TEXT, SMALL = 14.0, 12.0
LINE = 19.0
_PAD, _PAD_KNOWN, _GAP, _GAP_KNOWN, _STUB, _LANE, _ICON = 10.0, 5.0, 36.0, 26.0, 22.0, 16.0, 28.0
_MARGIN = 8.0


@dataclass(frozen=True)
class Line:
    """One line of text; ``y`` is its base line."""

    text: str
    x: float
    y: float
    px: float = TEXT
    bold: bool = False


@dataclass(frozen=True)
class Box:
    """A question or a leaf.  ``tag`` is the text above it: "Question 3", or the urgency in words."""

    node: str
    kind: Literal["question", "leaf"]
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    tag: str
    known: bool
    answer: Answer | None
    urgency: Urgency | None
    icon: tuple[float, float, float] | None
    """Left, top and size of the icon of a leaf's urgency."""


@dataclass(frozen=True)
class Link:
    """An answer: a line through ``points`` with its label, and an arrow at its end if it leads to a box here.

    ``target`` is the id of the node that it leads to, or ``None`` if that was not followed.  ``origin`` says, at the
    far end of a long line, which questions it comes from.
    """

    source: str
    target: str | None
    answer: Leads
    points: tuple[tuple[float, float], ...]
    label: Line
    arrow: bool
    origin: Line | None = None


@dataclass(frozen=True)
class PathPicture:
    """A picture of a path, or of one part of it; ``part`` counts from 1."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    part: int = 1
    parts: int = 1


def draw(
    rows: Sequence[PathRow], language: str, width: float = 640, max_height: float | None = None
) -> tuple[PathPicture, ...]:
    """Return the path as pictures of ``width``, as many as are needed for none to be higher than ``max_height``.

    A box that is higher than that gets a picture of its own, as high as the box.
    """
    names = _names(rows, language)
    pictures: list[PathPicture] = []
    begin = 0
    while begin < len(rows):
        end = len(rows)
        page = _Page(rows, names, language, width, begin, end)
        if max_height is not None and page.height > max_height:
            end = page.fitting(max_height)
            page = _Page(rows, names, language, width, begin, end)
        # Answers that lead to the next page now take room below their boxes.
        while max_height is not None and page.height > max_height and end > begin + 1:
            end -= 1
            page = _Page(rows, names, language, width, begin, end)
        pictures.append(page.picture())
        begin = end
    parts = len(pictures)
    return tuple(replace(picture, part=number, parts=parts) for number, picture in enumerate(pictures, 1))


def _names(rows: Sequence[PathRow], language: str) -> list[str]:
    """Return what each row is called: "Question 3", "Result", or "Result 2" if there are several."""
    leaves = [index for index, row in enumerate(rows) if row.kind == "leaf"]
    names = []
    for index, row in enumerate(rows):
        if row.kind == "question":
            names.append(words.text(language, "path.question", number=row.number) if row.number else row.text)
        elif len(leaves) == 1:
            names.append(words.text(language, "path.result"))
        else:
            names.append(f"{words.text(language, 'path.result')} {leaves.index(index) + 1}")
    return names


class _Page:
    """The rows from ``begin`` up to ``end``, each in its place."""

    def __init__(
        self, rows: Sequence[PathRow], names: Sequence[str], language: str, width: float, begin: int, end: int
    ) -> None:
        self._rows, self._names, self._language = rows, names, language
        self._begin, self._end, self._width = begin, end, width
        self._ways = [way for row in rows[begin:end] for way in row.ways]
        self._lanes = self._assign_lanes()
        self._left = _MARGIN + _LANE * (max(self._lanes.values()) + 1 if self._lanes else 0)
        self._boxes: dict[int, Box] = {}
        y = _MARGIN
        for index in range(begin, end):
            y += self._above(index)
            box = self._box(index, y)
            self._boxes[index] = box
            y += box.height + self._below(index)
        self.height = y + _MARGIN

    def picture(self) -> PathPicture:
        links = tuple(link for index in range(self._begin, self._end) for link in self._links(index))
        return PathPicture(self._width, self.height, tuple(self._boxes.values()), links)

    def fitting(self, height: float) -> int:
        """Return the row before which a page of ``height`` must end; at least one row is on it."""
        for index, box in self._boxes.items():
            # The stubs of answers that then lead to the next page take room below the last box.
            if index > self._begin and box.y + box.height + 2 * _STUB + _MARGIN > height:
                return index
        return self._end

    # -- room ------------------------------------------------------------------------------------

    def _assign_lanes(self) -> dict[Way, int]:
        """Give each answer that skips rows a lane on the left, so that no two lines lie on each other."""
        lanes: dict[Way, int] = {}
        free_from: list[int] = []
        for way in sorted(self._ways, key=lambda way: way.source):
            if not self._by_lane(way) or way.target is None:
                continue
            lane = next((lane for lane, free in enumerate(free_from) if free <= way.source), len(free_from))
            free_from[lane : lane + 1] = [way.target]
            lanes[way] = lane
        return lanes

    def _by_lane(self, way: Way) -> bool:
        return way.target is not None and way.source + 1 < way.target < self._end

    def _straight(self, way: Way) -> bool:
        return way.target == way.source + 1 and way.source + 1 < self._end

    def _above(self, index: int) -> float:
        if index == self._begin:
            return 0
        straight = any(self._straight(way) for way in self._rows[index - 1].ways)
        if straight:
            return _GAP_KNOWN if self._rows[index - 1].known else _GAP
        return _GAP / 2

    def _below(self, index: int) -> float:
        """Return the room for answers that only say where they lead."""
        return _STUB * sum(not self._straight(way) and not self._by_lane(way) for way in self._rows[index].ways)

    # -- boxes -----------------------------------------------------------------------------------

    def _box(self, index: int, top: float) -> Box:
        row = self._rows[index]
        x, width = self._left, self._width - self._left - _MARGIN
        icon = (x + _PAD, top + _PAD, _ICON) if row.urgency else None
        pad = _PAD_KNOWN if row.known else _PAD
        indent = _ICON + _PAD if icon else 0.0
        lines: list[Line] = []
        y = top + pad
        for text, px, bold in self._texts(row, self._names[index]):
            for line in text_width.wrap(text, width - 2 * _PAD - indent, px, bold):
                y += LINE if px == TEXT else LINE - 3
                lines.append(Line(line, x + _PAD + indent, y - 5, px, bold))
        height = max(y - top + pad - 2, _ICON + 2 * _PAD if icon else 0)
        tag = row.urgency_word or self._names[index]
        shape = (x, top, width, height)
        return Box(row.node, row.kind, *shape, tuple(lines), tag, row.known, row.answer, row.urgency, icon)

    def _texts(self, row: PathRow, name: str) -> list[tuple[str, float, bool]]:
        """Return the texts of a box, each with its size and whether it is bold; one small text for what was known."""
        if row.urgency:
            return [(row.urgency_word, TEXT, True), (row.text, TEXT, False)]
        detail = self._detail(row)
        if row.known:
            known = words.text(self._language, "path.known")
            return [(f"{row.text} ({known}{f': {detail}' if detail else ''})", SMALL, False)]
        state = "" if row.answer else f" ({words.text(self._language, 'path.open')})"
        texts = [(f"{name}{state}", SMALL, True), (row.text, TEXT, False)]
        return [*texts, (detail, SMALL, False)] if detail else texts

    def _detail(self, row: PathRow) -> str:
        """Return what was ticked in a list, or that it was *not sure*; plain answers are on the arrows."""
        return row.detail or (row.said if row.answer is Answer.UNSURE else "")

    # -- answers ---------------------------------------------------------------------------------

    def _links(self, index: int) -> list[Link]:
        box, stubs = self._boxes[index], 0
        links = []
        for way in self._rows[index].ways:
            if self._straight(way):
                links.append(self._arrow_down(way))
            elif self._by_lane(way):
                links.append(self._arrow_by_lane(way))
            else:
                below = box.y + box.height + _STUB * stubs
                links.append(self._stub(way, below))
                stubs += 1
        return links

    def _arrow_down(self, way: Way) -> Link:
        box, target = self._boxes[way.source], self._boxes[way.source + 1]
        x = self._left + 36
        points = ((x, box.y + box.height), (x, target.y))
        px = SMALL if box.known else TEXT
        label = Line(way.label, x + 10, (points[0][1] + points[1][1]) / 2 + 4, px, True)
        return Link(box.node, target.node, way.answer, points, label, True)

    def _arrow_by_lane(self, way: Way) -> Link:
        assert way.target is not None
        box, target = self._boxes[way.source], self._boxes[way.target]
        x = self._left - _LANE * (self._lanes[way] + 1) + _LANE / 2 - 4
        start, end = box.y + box.height - 14, target.y + 14
        points = ((self._left, start), (x, start), (x, end), (self._left, end))
        label = Line(way.label, self._left + 4, box.y + box.height + 15, TEXT, True)
        return Link(box.node, target.node, way.answer, points, label, True, self._origin(way, target))

    def _origin(self, way: Way, target: Box) -> Line | None:
        """Return "from 5, 15" for above the box, said once for all long lines that lead to it."""
        coming = [other for other in self._ways if self._by_lane(other) and other.target == way.target]
        if coming[0] != way:
            return None
        numbers = ", ".join(self._number(other.source) for other in coming)
        above = self._rows[(way.target or 1) - 1]
        straight = any(self._straight(other) for other in above.ways)
        x = self._left + (100 if straight else 4)
        return Line(words.text(self._language, "path.from", numbers=numbers), x, target.y - 5, SMALL)

    def _number(self, index: int) -> str:
        """Return the number of a question, or a few of its words if it was not asked."""
        row = self._rows[index]
        return str(row.number) if row.number else shortened(row.text, 60)

    def _stub(self, way: Way, top: float) -> Link:
        source = self._rows[way.source].node
        x = self._left + 36
        if way.target is None:
            target, told = None, words.text(self._language, "path.not_followed")
        else:
            target = self._rows[way.target].node
            told = words.text(self._language, "path.continues", name=self._names[way.target])
        points = ((x, top), (x, top + _STUB - 4))
        return Link(
            source,
            target,
            way.answer,
            points,
            Line(f"{way.label}: {told}", x + 10, top + _STUB - 5, SMALL, True),
            False,
        )
