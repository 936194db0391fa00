"""A list to tick: each line true, not true, or not sure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from kneetree.model.tree import Asked, Line
from kneetree.ui.style import text_labels
from kneetree.ui.style.surfaces import on_surface

_WORDS = 44
"""Letters of a line, with its tick and "Not sure", below which "Not sure" is under the words."""


def facts_of(values: Mapping[str, bool | int | None], asked: Asked) -> dict[str, bool | None]:
    """Return what ``values`` say of each finding of a list that they name."""
    said = {finding: values[finding] for finding in asked.findings if finding in values}
    return {finding: None if value is None else bool(value) for finding, value in said.items()}


class ItemRow(QWidget):
    """One line: a tick, its text, and a quiet "Not sure" of its own.  Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, item: Line, *, unsure: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = item.finding
        on_surface(self, "card")
        self.tick = QCheckBox(self)
        self.tick.setAccessibleName(item.text)
        self.text = text_labels.label(item.text, "body", self)
        self.unsure = QCheckBox(self.tr("Not sure"), self)
        self.unsure.setAccessibleName(self.tr("Not sure: {item}").format(item=item.text))
        self.unsure.setVisible(unsure)
        self._may_be_unsure = unsure
        self._line = QGridLayout(self)
        self._line.setContentsMargins(12, 4, 12, 4)
        self._line.setHorizontalSpacing(8)
        self._line.setVerticalSpacing(0)
        self._line.setColumnStretch(1, 1)
        self._line.addWidget(self.tick, 0, 0)
        self._line.addWidget(self.text, 0, 1)
        self._line.addWidget(self.unsure, 0, 2)
        self._is_below = False
        self.tick.toggled.connect(self._on_tick)
        self.unsure.toggled.connect(self._on_unsure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put "Not sure" beside the words, or below them where there is no room for both."""
        super().resizeEvent(event)
        self._place_unsure()

    def _place_unsure(self) -> None:
        below = self.width() < _WORDS * self.fontMetrics().averageCharWidth()
        if below != self._is_below:
            self._is_below = below
            self._line.removeWidget(self.unsure)
            self._line.addWidget(self.unsure, int(below), 1 if below else 2)

    @property
    def value(self) -> bool | None:
        """True, false, or ``None`` for not sure."""
        return None if self.unsure.isChecked() else self.tick.isChecked()

    def show_value(self, value: bool | None) -> None:
        """Show what was said before: true, false, or ``None`` for not sure."""
        self.tick.setChecked(value is True)
        self.unsure.setChecked(value is None and self._may_be_unsure)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggle the tick, wherever on the line the click is, or "Not sure" if it is about there."""
        if event.button() == Qt.MouseButton.LeftButton:
            place, words = event.position(), self.text.geometry()
            is_past = place.y() > words.bottom() if self._is_below else place.x() >= words.right()
            is_there = self._may_be_unsure and is_past
            box = self.unsure if is_there else self.tick
            box.setFocus(Qt.FocusReason.MouseFocusReason)
            box.toggle()

    def _on_tick(self, on: bool) -> None:
        if on:
            self.unsure.setChecked(False)
        self.changed.emit()

    def _on_unsure(self, on: bool) -> None:
        if on:
            self.tick.setChecked(False)
        self.changed.emit()


class ItemList(QWidget):
    """All lines of a question, a group named by the question.  Signals: ``changed()``."""

    changed = Signal()

    def __init__(
        self, question: str, items: tuple[Line, ...], *, rule: str = "", unsure: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self.setAccessibleDescription(rule)
        column = text_labels.column(self, 4)
        self._known: frozenset[str] = frozenset()
        self._given: dict[str, bool | None] = {}
        self._waiting: dict[str, bool | None] = {}
        self.rows = [ItemRow(item, unsure=unsure, parent=self) for item in items]
        for line in self.rows:
            column.addWidget(line)
            line.changed.connect(self.changed)

    @property
    def values(self) -> dict[str, bool | None]:
        """What is ticked, by finding; lines that are not shown are left out."""
        return {line.finding: line.value for line in self.shown}

    @property
    def shown(self) -> list[ItemRow]:
        """The lines that are asked."""
        return [line for line in self.rows if line.finding not in self._known]

    def show_values(self, values: Mapping[str, bool | None], known: Collection[str] = ()) -> None:
        """Show what was said before; lines that are not named are not ticked, those that are ``known`` not shown.

        What was ticked since and not yet said stays as it is.
        """
        kept, self._given = self.draft, dict(values)
        self._known, self._waiting = frozenset(known), {}
        for line in self.rows:
            line.setHidden(line.finding in known)
        self._show(kept)

    @property
    def draft(self) -> dict[str, bool | None]:
        """The ticks that differ from the answer given, by finding: they are not an answer until the person goes on."""
        shown = {line.finding: line.value for line in self.shown}
        given = {finding: self._given.get(finding, False) for finding in shown}
        return {**self._waiting, **{finding: value for finding, value in shown.items() if value != given[finding]}}

    def show_draft(self, draft: Mapping[str, bool | None]) -> None:
        """Show what was said before with the ticks of ``draft`` in its stead.

        All of them count until ``show_values`` brings the answer from which they differ: a tick that was taken back
        looks like none while the answer that had it is not there.
        """
        self._waiting = dict(draft)
        self._show(draft)

    def _show(self, draft: Mapping[str, bool | None]) -> None:
        shown = {**self._given, **draft}
        for line in self.rows:
            line.show_value(shown.get(line.finding, False))

    def make_smaller(self, smaller: bool) -> None:
        """Show the lines in a smaller type, or as large as ever."""
        for line in self.rows:
            text_labels.show_as(line.text, "small" if smaller else "body")

    def settle(self) -> None:
        """Take what is ticked for what was said."""
        self._given, self._waiting = {line.finding: line.value for line in self.rows}, {}
