"""Find where the titles of regions are written: over their blocks, in sight, and none over another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from kneetree.ui.editor.canvas.map_style import Look

TITLE_PX, COUNT_PX, ICON = (16.0, 14.0, 12.0), 12.0, 14.0
"""Titles are as large as they can be without covering a block."""
NARROWEST, WIDEST = 6.5, 20.0
"""How wide a title may be, in heights of its letters."""
ROOM_FOR_COUNTS = 90.0
GAP, EDGE, INSIDE = 4.0, 8.0, 3.0
MOST_TRIES = 60
FURTHER = 32.0
"""A title stays while its block has gone away from it by at most so many pixels of the screen."""
NOWHERE = QRectF()
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
Chip = tuple[str, int]
"""An urgency or a kind of badge, and how often it is there."""


@dataclass(frozen=True)
class Card:
    """Hold where the title of a region is on the screen, and where its block is."""

    region: str
    place: QRectF
    block: QRectF
    title: float
    """How high the title alone is."""
    pixels: float
    """How large its letters are at 100 % text."""
    chips: tuple[Chip, ...]


NO_CARDS: Mapping[str, Card] = {}


def cards_of(
    titles: Mapping[str, str],
    blocks: Mapping[str, QRectF],
    chips: Mapping[str, tuple[Chip, ...]],
    seen: QRectF,
    look: Look,
    covered: QRectF = NOWHERE,
    first: Mapping[str, Card] = NO_CARDS,
) -> list[Card]:
    """Return where the titles are, in pixels of the screen: over their blocks, in sight, and none over another.

    ``covered`` is where something lies over the view, seen from its corner.  A title that was elsewhere at ``first``
    goes there if it can.
    """
    taken = [*blocks.values(), covered.translated(seen.topLeft())]
    cards: list[Card] = []
    before = [card.pixels for card in first.values()][:1]
    for pixels in (*before, *TITLE_PX):
        cards = _cards_in(titles, blocks, chips, seen, look, pixels, taken, first)
        if all(seen.contains(card.place) and not any(map(card.place.intersects, taken)) for card in cards):
            break
    return cards


def _cards_in(
    titles: Mapping[str, str],
    blocks: Mapping[str, QRectF],
    chips: Mapping[str, tuple[Chip, ...]],
    seen: QRectF,
    look: Look,
    pixels: float,
    taken: list[QRectF],
    first: Mapping[str, Card],
) -> list[Card]:
    font, unit = font_of(look, pixels), look.scale
    narrowest, widest = NARROWEST * pixels * unit, WIDEST * pixels * unit
    words = QFontMetricsF(font)
    made: list[Card] = []
    for key in sorted(blocks, key=lambda key: (blocks[key].left(), blocks[key].top())):
        block = blocks[key]
        if not block.intersects(seen):
            continue
        room = min(max(block.width(), narrowest, ROOM_FOR_COUNTS * unit if chips[key] else 0.0), widest)
        text = words.boundingRect(QRectF(0, 0, room - 2 * INSIDE, 10_000), WRAPPED, titles[key])
        if text.width() > room - 2 * INSIDE:  # a long word
            text = words.boundingRect(QRectF(0, 0, text.width() + 1, 10_000), WRAPPED, titles[key])
        wide = max(text.width() + 2 * INSIDE, min(room, ROOM_FOR_COUNTS * unit) if chips[key] else 0.0)
        rows = len(rows_of(chips[key], wide - 2 * INSIDE, look))
        text = words.boundingRect(QRectF(0, 0, wide - 2 * INSIDE + 2, 10_000), WRAPPED, titles[key])  # as drawn
        high = text.height() + rows * (ICON + 4) * unit + 2 * INSIDE
        cards = [card.place for card in made]
        if key in first and _stays(first[key], block, QSizeF(wide, high), [*cards, *taken], seen):
            made.append(
                Card(
                    key,
                    QRectF(first[key].place.topLeft(), QSizeF(wide, high)),
                    block,
                    text.height(),
                    pixels,
                    chips[key],
                )
            )
            continue
        place = QRectF(block.left(), block.top() - high - GAP, wide, high)
        place.moveLeft(max(min(place.left(), seen.right() - wide - EDGE), seen.left() + EDGE))
        place.moveTop(max(place.top(), seen.top() + EDGE))
        place = _free(place, block, cards, taken, seen)
        made.append(Card(key, place, block, text.height(), pixels, chips[key]))
    return made


def _stays(card: Card, block: QRectF, size: QSizeF, taken: Iterable[QRectF], seen: QRectF) -> bool:
    """Return whether a title can be where it was: it covers nothing, and is hardly further from its block."""
    place = QRectF(card.place.topLeft(), size)
    free = seen.contains(place) and not any(map(place.intersects, taken))
    return free and _apart(place, block) <= _apart(card.place, card.block) + FURTHER


def _apart(place: QRectF, block: QRectF) -> float:
    beside = max(block.left() - place.right(), place.left() - block.right(), 0.0)
    return beside + max(block.top() - place.bottom(), place.top() - block.bottom(), 0.0)


def rows_of(chips: Iterable[Chip], room: float, look: Look) -> list[list[Chip]]:
    """Return the counts in rows that are not wider than ``room``."""
    rows: list[list[Chip]] = []
    left = 0.0
    for chip in chips:
        wide = width_of(chip, look)
        if not rows or left + wide > room:
            rows.append([])
            left = 0.0
        rows[-1].append(chip)
        left += wide
    return rows


def _free(place: QRectF, block: QRectF, taken: list[QRectF], blocks: list[QRectF], seen: QRectF) -> QRectF:
    """Return the nearest place above a block, else below it, that covers no title and no block.

    If there is none in sight, a title may cover blocks, but never another title.
    """
    above = _slid(place, [*taken, *blocks], upwards=True)
    if above.top() >= seen.top():
        return above
    below = QRectF(place)
    below.moveTop(block.bottom() + 2 * GAP)
    below = _slid(below, [*taken, *blocks], upwards=False)
    if below.bottom() <= seen.bottom():
        return below
    above = _slid(place, taken, upwards=True)
    return above if above.top() >= seen.top() else _slid(place, taken, upwards=False)


def _slid(place: QRectF, taken: list[QRectF], *, upwards: bool) -> QRectF:
    """Return the place moved up or down until it touches none of those taken."""
    spot = QRectF(place)
    for _ in range(MOST_TRIES):
        hit = next((other for other in taken if other.intersects(spot)), None)
        if hit is None:
            break
        if upwards:
            spot.moveBottom(hit.top() - GAP)
        else:
            spot.moveTop(hit.bottom() + GAP)
    return spot


def width_of(chip: Chip, look: Look) -> float:
    """Return how wide an icon with its number is, in pixels of the screen."""
    return ICON * look.scale + 3 + QFontMetricsF(font_of(look, COUNT_PX)).horizontalAdvance(str(chip[1])) + 8


def font_of(look: Look, pixels: float) -> QFont:
    """Return the font of titles in letters of so many pixels at 100 % text."""
    font = QFont(look.region)
    font.setPixelSize(round(pixels * look.scale))
    return font
