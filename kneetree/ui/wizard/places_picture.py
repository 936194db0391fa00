"""A picture whose places can be clicked or touched: each ticks the line that says the same, and shows what it says.

The list beside it stays its equal, for the keyboard and for screen readers, so the picture takes no focus, has no
children for a reader, and tells what a place says only to the person whose pointer is on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QHelpEvent, QImage, QInputDevice, QMouseEvent, QSinglePointEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolTip, QWidget

from kneetree.drawing.places import Mark, marked, places_in, touchable
from kneetree.model.tree import Line
from kneetree.ui.style.painting import painting
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.picture import Picture
from kneetree.ui.wizard.tick_list import ItemList

_REACH = 10
"""How far from a small place a finger or a pointer may be, in pixels."""
_HEIGHT = 400
"""Of a picture that has places, where there is room, in pixels; at 320 their smallest can just be hit."""
_TIP_BELOW = 12
"""How far below the point that it is given Qt shows a tool tip, about, in pixels."""
_STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))
_MARKS = {True: Mark.TICKED, False: Mark.PLAIN, None: Mark.UNSURE}


class PlacesPicture(Picture):
    """A drawing ``svg`` with places that stand for lines; see ``Picture`` for the height.

    Signals: ``pressed(str)`` the place of this finding was clicked or touched.
    """

    pressed = Signal(str)

    def __init__(self, svg: str, height: int, statements: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Show the drawing; ``statements`` says by finding what each place says."""
        super().__init__(svg, height, parent)
        self._statements = statements
        self._places = places_in(svg, statements)
        self._marks = dict.fromkeys(self._places, Mark.PLAIN)
        self._shown = ""
        self._held = ""
        self._map: _TouchMap | None = None
        self.setMouseTracking(True)

    # -- what is shown ---------------------------------------------------------------------------

    @property
    def marks(self) -> dict[str, Mark]:
        """How each place is marked now, by finding."""
        return dict(self._marks)

    @property
    def shown_pointed(self) -> str:
        """The finding whose place is drawn as the one pointed at, ``""`` if there is none."""
        return self._shown

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Mark the places; those that are not named are not drawn."""
        now = {finding: marks.get(finding, Mark.ABSENT) for finding in self._places}
        if now != self._marks:
            self._marks = now
            self._map = None
            self.redraw()

    def show_pointed(self, finding: str) -> None:
        """Draw the place of a finding as the one pointed at; ``""`` for none."""
        if self._marks.get(finding, Mark.ABSENT) is Mark.ABSENT:
            finding = ""
        if finding != self._shown:
            self._shown = finding
            self.redraw()

    def look(self) -> str:
        """Return the drawing with its marks."""
        return marked(self._svg, self._marks, self._shown)

    # -- the pointer -----------------------------------------------------------------------------

    def place_at(self, point: QPointF) -> str:
        """Return the finding whose place is at a point of the picture or close to it, ``""`` if there is none."""
        room = self._room()
        if self._map is None or self._map.size != room.size().toSize():
            there = [finding for finding, mark in self._marks.items() if mark is not Mark.ABSENT]
            self._map = _TouchMap(self._svg, there, room.size().toSize())
        return self._map.near(point)

    def event(self, event: QEvent) -> bool:
        """Show what the place under the pointer says as a tool tip, which no screen reader repeats."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            finding = self.place_at(QPointF(event.pos()))
            if finding:
                # Text from a file is never markup; as rich text it is wrapped.  It comes up beneath the picture,
                # where it hides no other place.
                beneath = self.mapToGlobal(QPoint(event.x(), self.height() - _TIP_BELOW))
                QToolTip.showText(beneath, f"<span>{escape(self._statements[finding])}</span>", self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show on which place the pointer comes."""
        self._follow(event)
        super().enterEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which place is under the pointer."""
        self._follow(event)

    def _follow(self, event: QSinglePointEvent) -> None:
        """Point at the place under the pointer; a finger, which cannot hover, points at nothing."""
        if event.device().type() is QInputDevice.DeviceType.TouchScreen:
            self._point_at("")  # Qt has let a pointer enter before it, which nobody holds there
        elif event.buttons() == Qt.MouseButton.NoButton:
            self._point_at(self.place_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold the place that is pressed, until the button is let go."""
        self._follow(event)
        self._held = self.place_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second of two quick clicks for a click."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the place if the button is let go where it was pressed."""
        held, self._held = self._held, ""
        if held and event.button() == Qt.MouseButton.LeftButton and self.place_at(event.position()) == held:
            self.pressed.emit(held)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        self._point_at("")
        super().leaveEvent(event)

    def _point_at(self, finding: str) -> None:
        if finding:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        if finding != self._shown:
            QToolTip.hideText()  # what it says is of the place before
        self.show_pointed(finding)


class _TouchMap:
    """Which place each pixel of a picture belongs to: its places are painted, each in a colour of its own."""

    def __init__(self, svg: str, findings: list[str], size: QSize) -> None:
        self.size = size
        # Where two places meet, colours blend: the numbers are far from evenly spaced, so that a blend is no third.
        colours = {
            finding: 0xFF000000 | (index * index * 7919 + 104729) % 0xFFFFFF for index, finding in enumerate(findings)
        }
        self._findings = {colour: finding for finding, colour in colours.items()}
        self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(Qt.GlobalColor.transparent)
        names = {finding: f"#{colour & 0xFFFFFF:06X}" for finding, colour in colours.items()}
        renderer = QSvgRenderer(touchable(svg, names).encode("utf-8", "replace"))
        with painting(self._image) as painter:
            renderer.render(painter, QRectF(0, 0, size.width(), size.height()))

    def near(self, point: QPointF) -> str:
        """Return the place at a point, else the nearest within reach, else ``""``."""
        for away in range(0, _REACH + 1, 2):
            for x, y in _STEPS if away else ((0, 0),):
                found = self._at((point + QPointF(x, y) * away).toPoint())
                if found:
                    return found
        return ""

    def _at(self, pixel: QPoint) -> str:
        if not self._image.rect().contains(pixel):
            return ""
        return self._findings.get(self._image.pixel(pixel) & 0xFFFFFFFF, "")


def picture_of(svg: str, height: int, lines: tuple[Line, ...], theme: Theme, parent: QWidget | None = None) -> Picture:
    """Return the drawing of a question: one that can be clicked, and is larger, if it has a place for any line."""
    statements = {line.finding: line.text for line in lines}
    if places_in(svg, statements):
        made: Picture = PlacesPicture(svg, max(height, _HEIGHT), statements, parent)
    else:
        made = Picture(svg, height, parent)
    made.follow(theme)
    return made


class InStep(QObject):
    """Keeps a picture and a list in step: a place ticks its line, and a line marks its place, also while pointed at.

    Signals: ``ticked(QWidget)`` a place has ticked this line, or taken the tick back.
    """

    ticked = Signal(QWidget)

    def __init__(self, picture: PlacesPicture, items: ItemList) -> None:
        super().__init__(picture)
        self._picture = picture
        self._items = items
        self._findings: dict[QObject, str] = {}
        picture.pressed.connect(self._on_pressed)
        items.changed.connect(self._show_marks)
        for row in items.rows:
            for part in (row, row.tick, row.unsure):
                self._findings[part] = row.finding
                part.installEventFilter(self)
        self._show_marks()

    def _show_marks(self) -> None:
        self._picture.show_marks({row.finding: _MARKS[row.value] for row in self._items.shown})

    def _on_pressed(self, finding: str) -> None:
        for row in self._items.shown:
            if row.finding == finding:
                row.tick.toggle()
                self.ticked.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Point at the place of the line that has the pointer or the keyboard; follow lines that come and go."""
        kind = event.type()
        if kind in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._picture.show_pointed(self._findings[watched])
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._picture.show_pointed("")
        elif kind in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._show_marks()
        return False


def keep_in_step(picture: Picture | None, items: ItemList, bring_in_sight: Callable[[QWidget], object]) -> None:
    """Keep a list in step with the picture of its question if that can be clicked; bring what that ticks in sight."""
    if isinstance(picture, PlacesPicture):
        InStep(picture, items).ticked.connect(bring_in_sight)
