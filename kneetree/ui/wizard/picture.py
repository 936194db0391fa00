"""A picture, the program's own or the tree's, with its description as alternative text, in the window's language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneetree import shipped
from kneetree.ui import language
from kneetree.ui.style.painting import painting
from kneetree.ui.style.theme import Theme


class Picture(QWidget):
    """One drawing, ``svg``, as large as ``height`` (pixels) and the room allow, never cut.

    It is drawn as for light paper until it follows a theme.
    """

    def __init__(self, svg: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._svg = svg
        self._theme: Theme | None = None
        self._is_dark = self._outdated = False
        self._renderer = QSvgRenderer(svg.encode("utf-8", "replace"), self)
        natural = self._renderer.defaultSize()
        self._ratio = max(1, natural.width()) / max(1, natural.height())
        self._height = height
        self._drawn = QPixmap()
        self.setAccessibleName(_element(svg, "title"))
        self.setAccessibleDescription(_element(svg, "desc"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumSize(round(height * self._ratio), height)

    def follow(self, theme: Theme) -> None:
        """Be drawn for a light or a dark ground, as the theme says from now on."""
        self._theme = theme
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def _on_theme(self) -> None:
        if self._theme is not None and self._theme.dark != self._is_dark:
            self._is_dark = self._theme.dark
            self.redraw()

    def redraw(self) -> None:
        """Draw the picture anew before it is seen again."""
        self._outdated = True
        self.update()

    def look(self) -> str:
        """Return the drawing as it looks now on light paper."""
        return self._svg

    def sizeHint(self) -> QSize:
        """Return the size of the whole picture at the height asked for."""
        return QSize(round(self._height * self._ratio), self._height)

    def minimumSizeHint(self) -> QSize:
        """Return half of the wanted size."""
        return self.sizeHint() / 2

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the shape at a width."""
        return min(self._height, round(width / self._ratio))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the whole picture."""
        self.draw_ahead()
        with painting(self) as painter:
            painter.drawPixmap(0, 0, self._drawn)

    def draw_ahead(self) -> None:
        """Draw the picture in its size unless that has been done: it takes half of what turning to a page does."""
        if self._outdated:
            self._outdated = False
            self._renderer.load(self._in_colours().encode("utf-8", "replace"))
            self._drawn = QPixmap()
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._drawn.size() != size:
            self._drawn = QPixmap(size)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(QColor(0, 0, 0, 0))
            with painting(self._drawn) as painter:
                self._renderer.render(painter, self._room())

    def _in_colours(self) -> str:
        if not self._is_dark:
            return self.look()
        from kneetree.drawing.dark import darkened  # noqa: PLC0415 - the first page in light colours does without

        return darkened(self.look())

    def _room(self) -> QRectF:
        width = min(self.width(), self.height() * self._ratio)
        return QRectF(0, 0, width, width / self._ratio)


def drawing(name: str, pictures: Mapping[str, str]) -> str | None:
    """Return the drawing of that name: one of the tree's own ``pictures``, else the program's, else ``None``."""
    if not name or name in pictures:
        return pictures.get(name)
    path = shipped.picture(name)
    return None if path is None else in_language(path.read_text("utf-8"), language.chosen())


def in_language(svg: str, name: str) -> str:
    """Return the drawing with its words in the language ``name``, or unchanged if they are not translated."""
    place = shipped.root() / "i18n" / f"pictures_{name}.json"
    if not place.is_file():
        return svg
    from json import loads  # noqa: PLC0415 - the first page in English does not need it: 3 ms

    words: dict[str, str] = loads(place.read_text("utf-8"))
    return re.sub(r">([^<>]*[^<>\s][^<>]*)<", lambda found: f">{words.get(found[1].strip(), found[1])}<", svg)


def _element(svg: str, name: str) -> str:
    """Return the text of the first element of that name; a parser is not needed for our own plain pictures."""
    _, _, after = svg.partition(f"<{name}")
    text = after.partition(">")[2].partition("<")[0].strip()
    for escape, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        text = text.replace(escape, character)
    return text
