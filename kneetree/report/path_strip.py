"""The path of a walk as a small drawing for paper: boxes in rows, each with a number, a subject and a brief answer.

The facts are listed beside it, so a box only says what was asked about and how it came out: a list by its subject and
how many lines were answered how, a question about one thing by that, since its subject and a No say nothing.  This
module decides geometry only, in the pixels of ``path_picture``; two thirds of that are points, in which the small text
is 8 pt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kneetree import words
from kneetree.drawing import text_width
from kneetree.model.tree import Kind
from kneetree.report.answer_rows import AnswerRow
from kneetree.report.path_picture import SMALL, Box, Line, Link, PathPicture
from kneetree.report.path_rows import PathRow, Way

POINTS = 2 / 3
"""Points a pixel."""
_LINE, _PAD, _ACROSS, _DOWN, _ICON, _EDGE = 14.0, 5.0, 18.0, 16.0, 18.0, 2.0
_STATED = 2
"""The most lines of a statement."""
_MOST_RESULTS = 6
"""With more results open, a drawing of all ways takes pages, and nobody can follow it."""
_ENDS = ",;:.("


@dataclass(frozen=True)
class _Text:
    words: str
    bold: bool = False


def draw(
    rows: Sequence[PathRow],
    answers: Sequence[AnswerRow],
    language: str,
    width: float,
    columns: int = 5,
    *,
    questions: bool = False,
    subjects: bool = False,
) -> PathPicture:
    """Return the path as a picture of ``width``, with ``columns`` boxes in a row.

    A box names the subject of its question; with ``questions``, or where the answer is Yes or No, it has the question
    itself, without which that says nothing.  With ``subjects`` it has the statement that was answered with Yes or No in
    its stead, in two lines at most.  Where many results are open, only the questions are drawn, as they were asked.
    """
    strip = _Strip(_readable(rows), {row.node: row for row in answers}, language, width, columns, questions, subjects)
    return PathPicture(width, strip.height, strip.boxes, strip.links)


def by_rows(picture: PathPicture) -> tuple[PathPicture, ...]:
    """Return each row of boxes as a picture of its own, so that a long drawing can go on upon another page."""
    tops = sorted({box.y for box in picture.boxes})
    ends = [*tops[1:], picture.height]
    pictures: list[PathPicture] = []
    for top, end in zip(tops, ends, strict=True):
        boxes = tuple(box for box in picture.boxes if box.y == top)
        nodes = {box.node for box in boxes}
        links = tuple(link for link in picture.links if link.source in nodes)
        pictures.append(PathPicture(picture.width, end - top, boxes, links, len(pictures) + 1, len(tops)))
    return tuple(pictures)


def _readable(rows: Sequence[PathRow]) -> Sequence[PathRow]:
    """Return the rows, or a line of the questions alone if the path forks too often for its ways to be drawn."""
    if sum(row.kind == "leaf" for row in rows) <= _MOST_RESULTS:
        return rows
    asked = [row for row in rows if row.kind == "question"]
    ways = [(Way(place, "next", place + 1),) for place in range(len(asked) - 1)]
    return [replace(row, ways=way) for row, way in zip(asked, [*ways, ()], strict=True)]


def _shortened(text: str, room: float, most: int) -> list[str]:
    """Return a text in at most ``most`` lines; one that is too long ends at a word with an ellipsis."""
    lines = text_width.wrap(text, room, SMALL)
    if len(lines) <= most:
        return lines
    words_of_it = text.split()
    while len(words_of_it) > 1:
        words_of_it.pop()
        lines = text_width.wrap(f"{' '.join(words_of_it).rstrip(_ENDS)}…", room, SMALL)
        if len(lines) <= most:
            return lines
    return lines[:most]


class _Strip:
    def __init__(
        self,
        rows: Sequence[PathRow],
        answers: Mapping[str, AnswerRow],
        language: str,
        width: float,
        columns: int,
        questions: bool,
        subjects: bool,
    ) -> None:
        self._rows, self._answers, self._language, self._questions = rows, answers, language, questions
        self._subjects = subjects
        self._columns = columns
        self._wide = (width - 2 * _EDGE - (columns - 1) * _ACROSS) / columns
        boxes: list[Box] = []
        top = _EDGE
        for begin in range(0, len(rows), columns):
            lines = [self._lines(index) for index in range(begin, min(begin + columns, len(rows)))]
            most = max(map(len, lines))
            lines = [self._filled(rows[begin + at], found, most) for at, found in enumerate(lines)]
            high = 2 * _PAD + max(_LINE * len(found) for found in lines)
            boxes += [self._box(begin + at, found, top, high) for at, found in enumerate(lines)]
            top += high + _DOWN
        self.boxes = tuple(boxes)
        self.height = top - _DOWN + _EDGE
        self.links = tuple(link for row in rows[:-1] for link in self._links(row))

    def _box(self, index: int, lines: Sequence[_Text], top: float, high: float) -> Box:
        row = self._rows[index]
        left = _EDGE + index % self._columns * (self._wide + _ACROSS)
        indent = self._indent(row)
        texts = tuple(
            Line(line.words, left + _PAD + indent, top + _PAD + _LINE * (at + 1) - 3.5, SMALL, line.bold)
            for at, line in enumerate(lines)
        )
        beside = top + max(_PAD / 2, _PAD + (_LINE * len(lines) - _ICON) / 2)
        icon = (left + _PAD, beside, _ICON) if row.urgency else None
        shape = (left, top, self._wide, high)
        return Box(row.node, row.kind, *shape, texts, self._name(index), row.known, row.answer, row.urgency, icon)

    # -- what a box says -------------------------------------------------------------------------

    def _lines(self, index: int) -> list[_Text]:
        row = self._rows[index]
        room = self._wide - 2 * _PAD - self._indent(row)
        answer = self._answers.get(row.node)
        if answer is not None and self._is_stated(answer):
            head = f"{self._head(row)}: {answer.answer}"
            if len(text_width.wrap(head, room, SMALL, True)) > 1:
                head = f"{row.number}. {answer.answer}"
            stated = _shortened(answer.statement, room, _STATED)
            texts = [_Text(head, bold=True), *map(_Text, stated)]
        else:
            texts = [_Text(f"{self._name(index)}: {row.urgency_word}" if row.urgency else self._head(row), bold=True)]
        if answer is not None and not self._is_stated(answer):
            whole = self._questions or (answer.kind is Kind.YES_NO and not self._subjects)
            if whole:
                texts.append(_Text(row.text))
            texts.append(_Text(self._brief(answer, room), bold=whole))
        texts += [_Text(told) for told in self._leads(row)]
        return [
            _Text(line, text.bold)
            for text in texts
            if text.words
            for line in text_width.wrap(text.words, room, SMALL, text.bold)
        ]

    def _is_stated(self, answer: AnswerRow) -> bool:
        """Return whether a box says in a statement what was answered, instead of its question."""
        return self._subjects and bool(answer.statement and answer.number)

    def _filled(self, row: PathRow, lines: list[_Text], most: int) -> list[_Text]:
        """Return the lines of a box with what was ticked in a list, if that is only counted and there is room for it.

        The row of boxes is as high as ``most`` lines, the highest of them, whether this one has so many or not.
        """
        answer = self._answers.get(row.node)
        room = self._wide - 2 * _PAD - self._indent(row)
        if answer is None or not answer.ticked or self._brief(answer, room) == answer.answer or len(lines) == most:
            return lines
        ticked = _shortened("; ".join(answer.ticked), room, most - len(lines))
        return [*lines, *map(_Text, ticked)]

    @staticmethod
    def _indent(row: PathRow) -> float:
        return _ICON + _PAD if row.urgency else 0.0

    def _head(self, row: PathRow) -> str:
        answer = self._answers.get(row.node)
        subject = answer.topic if answer is not None else row.text
        return f"{row.number}. {subject}" if row.number else subject

    def _brief(self, answer: AnswerRow, room: float) -> str:
        """Return the answer, or how many lines of a list were answered how if that is long."""
        most = 2 if self._questions else 1
        if answer.summed_up or len(text_width.wrap(answer.answer, room, SMALL, True)) <= most:
            return answer.answer
        told = (("yes", answer.ticked), ("no", answer.not_ticked), ("unsure", answer.not_sure_of))
        return ", ".join(self._text(f"strip.{key}", number=len(lines)) for key, lines in told if lines)

    def _name(self, index: int) -> str:
        row = self._rows[index]
        if row.kind == "question":
            return str(row.number) if row.number else row.text
        leaves = [at for at, other in enumerate(self._rows) if other.kind == "leaf"]
        result = self._text("path.result")
        return result if len(leaves) == 1 else f"{result} {leaves.index(index) + 1}"

    # -- ways on ---------------------------------------------------------------------------------

    def _leads(self, row: PathRow) -> list[str]:
        """Return where the answer leads if an arrow to the next box does not say it, once for each label."""
        if all(way.target == way.source + 1 for way in row.ways):
            return []
        ends: dict[str, list[str]] = {}
        told = []
        for way in row.ways:
            if way.target is None:
                told.append(f"{way.label}: {self._text('path.not_followed')}")
            else:
                ends.setdefault(way.label, []).append(self._name(way.target))
        return [f"{key}: {self._text('path.continues', name=', '.join(names))}" for key, names in ends.items()] + told

    def _links(self, row: PathRow) -> list[Link]:
        return [self._arrow(way) for way in row.ways if way.target == way.source + 1]

    def _arrow(self, way: Way) -> Link:
        box, target = self.boxes[way.source], self.boxes[way.source + 1]
        if box.y == target.y:
            y = box.y + box.height / 2
            points: tuple[tuple[float, float], ...] = ((box.x + box.width, y), (target.x, y))
        else:
            middle = box.y + box.height + _DOWN / 2 - 2
            x, to = box.x + box.width / 2, target.x + target.width / 2
            points = ((x, box.y + box.height), (x, middle), (to, middle), (to, target.y))
        return Link(box.node, target.node, way.answer, points, Line("", *points[0]), True)

    def _text(self, key: str, **values: object) -> str:
        return words.text(self._language, key, **values)
