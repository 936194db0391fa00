"""The path so far as a graph beside the question: question, answer, next; live, and every answer a button.

The boxes and answers are real widgets, so that keyboard and screen readers reach them; only the lines
between them are painted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QWidget

from kneetree.ui.qt_access import settle_layouts
from kneetree.ui.style import text_labels
from kneetree.ui.style.arranged import Arranged, height_of, narrowest
from kneetree.ui.style.painting import painting
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.page_frame import QuietBar
from kneetree.ui.wizard.steady_button import SteadyButton

_RAIL = 13
_DOT = 7
_AROUND, _BELOW, _GAP = 8, 24, 4
"""Pixels around the boxes, below the last one, and between two."""
_IDLE = 60
"""Milliseconds after a path is shown in which the box of the next question is made: half of what showing it takes."""


class PathEntry(NamedTuple):
    """What one place on the path shows: ``state`` is ``"answered"``, ``"open"`` or ``"end"``.

    ``number`` counts the questions as they were asked, from 1; the end has 0.  ``answer`` is on the button, below
    the ``lines`` that say what was ticked; ``spoken`` says all of it in words.
    """

    node: str
    text: str
    state: str
    answer: str = ""
    lines: tuple[str, ...] = ()
    spoken: str = ""
    number: int = 0

    @property
    def title(self) -> str:
        """The question with its number, as the page of the question and the result say it."""
        return f"{self.number}. {self.text}" if self.number else self.text


class PathPanel(QScrollArea):
    """Signals: ``change_asked(str)`` the question whose answer is to be changed."""

    change_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(QuietBar())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Your path"))
        self._column = _Column(theme)
        self._worked_out = text_labels.label("", "tiny")
        self._worked_out.setContentsMargins(24, 0, 0, 8)
        self.fold = Disclosure(theme, "", self._worked_out)
        self.fold.button.setProperty("fine", True)
        holder = QWidget()
        rows = text_labels.column(holder, 0)
        rows.addWidget(self._column)
        rows.addWidget(self.fold)
        rows.addStretch(1)
        self.setWidget(holder)
        self._entries: list[PathEntry] = []
        self._idle = QTimer(self, interval=_IDLE, singleShot=True)
        self._idle.timeout.connect(self._column.make_spare)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.fold.toggled.connect(self._on_fold)

    @property
    def entries(self) -> list[PathEntry]:
        """What is shown now, first question first."""
        return list(self._entries)

    def show_path(self, entries: Sequence[PathEntry], worked_out: Sequence[str], shown: str | None) -> None:
        """Show a path, and folded away what was ``worked_out``; ``shown`` is the question on screen.

        What has not changed stays as it is.
        """
        same = 0
        while same < min(len(entries), len(self._entries)) and entries[same] == self._entries[same]:
            same += 1
        if same < len(entries) and self._column.answer(same, entries[same]):
            same += 1
        self._column.cut(same)
        for entry in entries[same:]:
            self._column.append(entry, marked=entry.node == shown).pressed.connect(self.change_asked)
        self._idle.start()
        self._entries = list(entries)
        self._worked_out.setText("\n\n".join(worked_out))
        self.fold.rename(self.tr("Wo&rked out from your answers ({number})").format(number=len(worked_out)))
        self.fold.setVisible(bool(worked_out))
        buttons = [box.button for box in self._column.boxes if box.button is not None]
        for first, then in pairwise((*buttons, self.fold.button)):  # what was made last is not what is read last
            QWidget.setTabOrder(first, then)
        self.mark(shown)

    def mark(self, shown: str | None) -> None:
        """Show which question is on screen."""
        self._column.mark(shown)
        # The new boxes get their places first.
        QTimer.singleShot(0, self, self._follow)

    def button(self, node: str) -> QPushButton | None:
        """Return the button with the answer of a question on the path, if it has one."""
        return next((box.button for box in self._column.boxes if box.entry.node == node), None)

    def _on_range(self) -> None:
        if not self.fold.opened:  # what was opened is what somebody wants to see
            self._follow()

    def _on_fold(self) -> None:
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        if self.fold.opened:
            settle_layouts()
            self.ensureWidgetVisible(self.fold.content, 0, 8)
            self.ensureWidgetVisible(self.fold.button, 0, 8)

    def _follow(self) -> None:
        if self.fold.opened:  # or this comes again once the boxes have their places
            settle_layouts()
        if self._column.boxes:
            marked = next((box for box in self._column.boxes if box.marked), self._column.boxes[-1])
            self.ensureWidgetVisible(marked, 0, 24)


class _Box(QWidget):
    """One question with its answer below it.  Signals: ``pressed(str)`` the question whose answer was pressed.

    It is made without an entry, so that it can be dressed before it is needed.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.entry = PathEntry("", "", "open")
        self.marked = True
        self._rows = text_labels.column(self, 6)
        self._rows.setContentsMargins(2 * _RAIL + 6, 6, 6, 6)
        self.text: QLabel = text_labels.label("", "strongtiny", self)
        self._rows.addWidget(self.text)
        self._answer = SteadyButton("", self)
        self._answer.setProperty("kind", "path")
        self._answer.setToolTip(self.tr("Change this answer"))
        self._answer.clicked.connect(self._on_clicked)
        self._answer.hide()
        self._last_row = text_labels.nested(self._rows, text_labels.row(None, 0))
        self._last_row.addWidget(self._answer)
        self._last_row.addStretch(1)

    @property
    def button(self) -> QPushButton | None:
        """The button with the answer, if the question has one."""
        return self._answer if self.entry.state == "answered" else None

    def show_entry(self, entry: PathEntry) -> None:
        """Show a question, or its answer below it if it was shown without one."""
        self.entry = entry
        self.text.setText(entry.title)
        if entry.state != "answered":
            return
        for place, fact in enumerate(entry.lines, start=1):
            line = text_labels.label(fact, "tiny", self)
            self._rows.insertWidget(place, line)
            line.show()
        self._answer.raise_()  # read last, whenever it was made
        self._answer.setText(entry.answer)
        self._answer.setAccessibleName(
            self.tr("{question} {answer}. Change").format(question=entry.title, answer=entry.spoken)
        )
        self._answer.show()
        self._last_row.invalidate()  # Qt does it only where the box is on screen

    def _on_clicked(self) -> None:
        self.pressed.emit(self.entry.node)

    def mark(self, on: bool) -> None:
        """Mark this as the question on screen, or not."""
        self.marked = on
        text_labels.show_as(self.text, "strongtiny" if on else "tiny")

    def dot(self) -> QPoint:
        """Return the middle of its dot on the rail, in its parent's pixels."""
        first_line = self.text.geometry().top() + self.text.fontMetrics().height() // 2
        return self.mapToParent(QPoint(_RAIL, first_line))


class _Column(Arranged):
    """The boxes, each as high as it has to be, with the rail painted behind them.

    Qt's column would squeeze and stretch all boxes several times until the panel has scrolled to the new ones.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(QSizePolicy.Policy.Minimum)
        self._theme = theme
        self.boxes: list[_Box] = []
        self._spare: _Box | None = None
        theme.changed.connect(self.update)

    def append(self, entry: PathEntry, *, marked: bool) -> _Box:
        """Put a box at the end, ``marked`` as the question on screen or not, and return it."""
        box, self._spare = self._spare or _Box(self), None
        box.resize(self.width() - 2 * _AROUND, 0)  # shown as wide as it stays, its lines are broken once
        box.mark(marked)
        box.show_entry(entry)
        self.boxes.append(box)
        self.add(box, shown=True)
        return box

    def answer(self, place: int, entry: PathEntry) -> bool:
        """Let the open question at a place show its answer, if ``entry`` is that; return whether it is.

        One with lines has a box of its own: as each line came, all that is there would move.
        """
        box = self.boxes[place] if place < len(self.boxes) else None
        if entry.lines or box is None or box.entry != entry._replace(state="open", answer="", spoken=""):
            return False
        box.show_entry(entry)
        return True

    def make_spare(self) -> None:
        """Make the box of the next question; Qt dresses it as soon as there is time."""
        if self._spare is None and self.boxes:
            self._spare = _Box(self)

    def cut(self, length: int) -> None:
        """Keep the first ``length`` boxes."""
        gone = self.boxes[length:]
        del self.boxes[length:], self.parts[length:]
        for box in gone:
            box.hide()
            box.deleteLater()

    def sizeHint(self) -> QSize:
        """Return the least size; the boxes are as wide as they are let."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest box; how high they are depends on the width."""
        return QSize(2 * _AROUND + max((narrowest(box) for box in self.boxes), default=0), 1)

    def place(self, room: QRect, *, move: bool) -> int:
        """Place one box below the other."""
        left, top, width = room.x() + _AROUND, room.y() + _AROUND, room.width() - 2 * _AROUND
        for box in self.shown:
            height = height_of(box, width)
            if move:
                box.setGeometry(QRect(left, top, width, height))
            top += height + _GAP
        return top - room.y() + _BELOW - (_GAP if self.boxes else 0)

    def mark(self, node: str | None) -> None:
        """Show which question is on screen."""
        for box in self.boxes:
            box.mark(box.entry.node == node)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rail behind the boxes."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for box, following in zip_longest(self.boxes, self.boxes[1:]):
                self._paint_way(painter, box, following)
            for box in self.boxes:
                self._paint_dot(painter, box)

    def _paint_way(self, painter: QPainter, box: _Box, following: _Box | None) -> None:
        start = box.dot()
        end = following.dot() if following else QPoint(start.x(), box.geometry().bottom() + 16)
        pen = QPen(self._theme.color("edge"), 2)
        if following is None:
            if box.entry.state != "open":
                return
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(start, end)
        if box.button is not None:
            middle = box.mapToParent(box.button.geometry().center()).y()
            left = box.mapToParent(box.button.geometry().topLeft()).x()
            painter.drawLine(start.x(), middle, left, middle)

    def _paint_dot(self, painter: QPainter, box: _Box) -> None:
        state = box.entry.state
        painter.setPen(QPen(self._theme.color("accent"), 2.5))
        full = box.marked or state == "end"
        painter.setBrush(self._theme.color("accent" if full else "surface"))
        size = _DOT + (2 if box.marked else 0)
        painter.drawEllipse(QRectF(box.dot().x() - size, box.dot().y() - size, 2 * size, 2 * size))
