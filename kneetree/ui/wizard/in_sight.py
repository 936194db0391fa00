"""How far a page was scrolled, so that a page of the same parts in another language shows the same of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kneetree.ui.qt_access import scrolled, settle_layouts, tells_the_place
from kneetree.ui.wizard.page_frame import ScrollPage
from kneetree.ui.wizard.reading import Reading


class InSight(NamedTuple):
    """The uppermost part that is in sight whole, by its number; ``top`` is its place below the upper edge, in pixels.

    ``read`` are the lines of a list that have been on screen, counted from 0.
    """

    part: int | None
    top: int
    read: tuple[int, ...]


def in_sight(page: ScrollPage) -> InSight:
    """Return what of a page is in sight; no part of a page that is not scrolled."""
    reading = page.scroll_area.findChild(Reading)
    read = () if reading is None else reading.read
    if not page.isVisible() or page.scroll_area.verticalScrollBar().value() == 0:
        return InSight(None, 0, read)
    places = ((_top(page, part), number) for number, part in _shown(page))
    top, number = min(((top, number) for top, number in places if top >= 0), default=(0, None))
    return InSight(number, top, read)


def look_again(page: ScrollPage, seen: InSight) -> None:
    """Scroll a page so that the part which was uppermost is there again."""
    reading = page.scroll_area.findChild(Reading)
    if reading is not None:
        reading.remember(seen.read)
    if seen.part is None or not page.isVisible():
        return
    settle_layouts()
    part = next((part for number, part in _shown(page) if number >= seen.part), None)
    if part is not None:
        bar = page.scroll_area.verticalScrollBar()
        bar.setValue(bar.value() + _top(page, part) - seen.top)


def _shown(page: ScrollPage) -> Iterator[tuple[int, QWidget]]:
    """Yield the innermost parts of a page that are shown, each with its number among all its parts."""
    for number, part in enumerate(scrolled(page.scroll_area).findChildren(QWidget)):
        if tells_the_place(part):
            yield number, part


def _top(page: ScrollPage, part: QWidget) -> int:
    return part.mapTo(page.scroll_area.viewport(), QPoint(0, 0)).y()
