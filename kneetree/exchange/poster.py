"""Posters: where to cut a picture that is larger than a sheet, and the marks along which sheets are trimmed.

Cuts run between boxes: first across the whole picture from side to side, then each strip by itself from top to
bottom, or the other way round, whichever cuts fewer boxes and takes fewer sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from string import ascii_uppercase

from msgspec import Struct

from kneetree.errors import KneetreeError
from kneetree.layout import Point, Rect
from kneetree.words.sentences import sentence

PAPERS = {
    "A4": (210.0, 297.0),
    "A3": (297.0, 420.0),
    "A2": (420.0, 594.0),
    "A1": (594.0, 841.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Tabloid": (279.4, 431.8),
}
"""The width and height of upright sheets in millimetres."""
A4 = PAPERS["A4"]
MARGIN_MM = 10.0
MARK_MM = 5.0
MOST_SHEETS = 400
MOST_LARGER = 1.5
"""A picture is drawn up to so many times larger than asked for, as far as its sheets have room."""
USUAL_MM = 0.18
"""Millimetres a pixel of the drawing at 100 %: its text is printed at 7 points."""
SCALES = (50, 75, 100, 125, 150, 200)
"""Sizes to choose from, in percent."""
_CLEAR = 4.0
"""Pixels that a cut keeps away from a box."""

_Span = tuple[float, float]
_Place = tuple[int, int]


class Sheet(Struct, frozen=True):
    """A part of the picture on a sheet of its own: its name, such as B3, and what of the picture it shows in pixels."""

    name: str
    area: Rect


class Poster(Struct, frozen=True):
    """A picture on sheets: ``paper`` in millimetres, ``scale`` in mm a pixel, and the boxes that had to be ``cut``."""

    paper: tuple[float, float]
    scale: float
    sheets: tuple[Sheet, ...]
    cut: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages are printed: the sheets, and before them one that shows where each belongs."""
        return len(self.sheets) + (len(self.sheets) > 1)


def poster(
    width: float,
    height: float,
    boxes: Mapping[str, Rect],
    shows: Callable[[Rect], bool],
    *,
    words: Collection[Rect] = (),
    scale: float = USUAL_MM,
    paper: tuple[float, float] = A4,
) -> Poster:
    """Return the poster of a picture of a size in pixels at ``scale`` millimetres a pixel.

    ``boxes`` are not to be cut, and ``words`` only where a box would be cut else.  ``shows`` says whether anything
    shows in an area: where nothing does there is no sheet.
    The paper is upright or across.  Where the sheets have room left, all are drawn a little larger than asked for.
    Raises ``KneetreeError`` if there would be more than ``MOST_SHEETS``.
    """
    room = Rect(0, 0, width, height)
    clear = [box.grown(_CLEAR) for box in boxes.values()]
    rest = [box.grown(_CLEAR) for box in words]
    plans = []
    for across, down in (paper, paper[::-1]):
        sheet = ((across - 2 * MARGIN_MM) / scale, (down - 2 * MARGIN_MM) / scale)
        if min(sheet) <= 0:
            raise KneetreeError("The sheet is too small for its margins; choose a larger one.")
        if width * height / (sheet[0] * sheet[1]) > 4 * MOST_SHEETS:
            continue
        for strips_first in (True, False):
            areas = _areas(room, clear, rest, sheet, rows_first=strips_first)
            kept = [(place, area) for place, area in areas if shows(area)] or areas[:1]
            cut = tuple(key for key, box in boxes.items() if _is_cut(box, areas))
            plans.append((len(cut), len(kept), (across, down), kept, cut))
    if not plans or min(plan[1] for plan in plans) > MOST_SHEETS:
        number = f"{min(plan[1] for plan in plans)}" if plans else sentence("more than {most}", most=4 * MOST_SHEETS)
        raise KneetreeError(
            "That would take {number} sheets of paper; choose a smaller scale or a larger paper.", number=number
        )
    _, _, chosen, kept, cut = min(
        (plan for plan in plans if plan[1] <= MOST_SHEETS), key=lambda plan: (plan[0], plan[1])
    )
    sheets = tuple(Sheet(_name(*place), area) for place, area in kept)
    return Poster(chosen, scale * _larger(chosen, scale, sheets), sheets, cut)


def _larger(paper: tuple[float, float], scale: float, sheets: Sequence[Sheet]) -> float:
    """Return how much larger all sheets can be drawn, so that the one that needs the most room fills its paper."""
    wide, high = (side - 2 * MARGIN_MM for side in paper)
    most = min(min(wide / sheet.area.width, high / sheet.area.height) for sheet in sheets) / scale
    return min(max(most, 1.0), MOST_LARGER)


def _areas(
    room: Rect, boxes: Sequence[Rect], words: Sequence[Rect], sheet: tuple[float, float], *, rows_first: bool
) -> list[tuple[_Place, Rect]]:
    """Return the areas of all sheets with their rows and columns, those that show nothing too."""
    if not rows_first:
        turned = _areas(
            _turned(room),
            [_turned(box) for box in boxes],
            [_turned(box) for box in words],
            sheet[::-1],
            rows_first=True,
        )
        return [((column, row), _turned(area)) for (row, column), area in turned]
    wide, high = sheet
    made: list[tuple[_Place, Rect]] = []
    down, between = ([(box.top, box.bottom) for box in some] for some in (boxes, words))
    ends = cuts(down, between, room.top, room.bottom, high)
    for row, (top, bottom) in enumerate(_strips(room.top, ends)):
        across, beside = (
            [(box.left, box.right) for box in some if box.top < bottom and top < box.bottom] for some in (boxes, words)
        )
        for column, (left, right) in enumerate(_strips(room.left, cuts(across, beside, room.left, room.right, wide))):
            made.append(((row, column), Rect(left, top, right, bottom)))
    return made


def _turned(box: Rect) -> Rect:
    return Rect(box.top, box.left, box.bottom, box.right)


def cuts(spans: Sequence[_Span], others: Sequence[_Span], start: float, end: float, length: float) -> list[float]:
    """Return where pieces of at most ``length`` end, the last at ``end``.

    Each is as long as it can be without cutting a span, or one of the ``others``; where that is impossible it cuts only
    others, and where that is too, as few as possible.
    """
    found: list[float] = []
    at = start
    while end - at > length:
        hard, soft = ([span for span in some if span[1] > at and span[0] < at + length] for some in (spans, others))
        place = _clear_place([*hard, *soft], at, at + length)
        if place is None:
            place = _clear_place(hard, at, at + length)
        at = place if place is not None else _least_cut(hard, at, at + length)
        found.append(at)
    return [*found, end]


def _clear_place(spans: Sequence[_Span], start: float, most: float) -> float | None:
    """Return the furthest place up to ``most`` that is in no span, or ``None`` if there is none after ``start``."""
    place = most
    while True:
        over = [first for first, last in spans if first < place < last]
        if not over:
            return place
        place = min(over)
        if place <= start:
            return None


def _least_cut(spans: Sequence[_Span], start: float, most: float) -> float:
    """Return the place in the second half of a piece that is in the fewest spans, the furthest of several."""
    middle = (start + most) / 2
    places = {most, *(edge for span in spans for edge in span if middle < edge <= most)}
    return min(places, key=lambda place: (sum(first < place < last for first, last in spans), -place))


def _strips(start: float, ends: Sequence[float]) -> list[_Span]:
    return list(zip([start, *ends[:-1]], ends, strict=True))


def _is_cut(box: Rect, areas: Sequence[tuple[_Place, Rect]]) -> bool:
    """Return whether a box is whole in no area."""
    return not any(
        area.left <= box.left and box.right <= area.right and area.top <= box.top and box.bottom <= area.bottom
        for _, area in areas
    )


def _name(row: int, column: int) -> str:
    """Return the name of a sheet: a letter for its row, as AA after Z, and a number."""
    letters = ascii_uppercase[row % 26]
    while row >= 26:
        row = row // 26 - 1
        letters = ascii_uppercase[row % 26] + letters
    return f"{letters}{column + 1}"


def crop_marks(area: Rect) -> list[tuple[Point, Point]]:
    """Return the short lines at the corners of a picture, outside it, in its own unit of millimetres."""
    marks: list[tuple[Point, Point]] = []
    for x, outward in ((area.left, -1), (area.right, 1)):
        for y, upward in ((area.top, -1), (area.bottom, 1)):
            marks.append(((x + outward, y), (x + outward * (1 + MARK_MM), y)))
            marks.append(((x, y + upward), (x, y + upward * (1 + MARK_MM))))
    return marks
