"""Edit what a decision counts: facts, each with its points and the value that it must have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from kneetree.model.tree import Count
from kneetree.ui.editor.fields.buttons import tool
from kneetree.ui.editor.fields.choice import Choice
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.fact_adder import FactAdder
from kneetree.ui.editor.fields.fact_fields import RowGrid
from kneetree.ui.editor.fields.field import Field
from kneetree.ui.editor.fields.later_rows import AT_ONCE, LaterRows
from kneetree.ui.editor.fields.number_field import Points
from kneetree.ui.flag import Flag


class CountsField(Field[tuple[Count, ...]]):
    """The facts that a decision counts."""

    def __init__(self, name: str, label: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self._choices = choices
        self._terms: tuple[Count, ...] = ()
        self._rows: dict[str, _CountRow] = {}
        self._later = LaterRows(self._show_row, str, self)
        body = QWidget()
        self._grid = RowGrid(body)
        self._icon_holder = tool("delete", self.tr("Remove"))
        self._icon_holder.setParent(self)
        self._icon_holder.hide()
        self.adder = FactAdder(self._others, choices)
        self.adder.means.connect(self.tell)
        self.adder.setAccessibleName(self.tr("Add a fact to: {list}").format(list=label))
        self.adder.added.connect(self._add)
        self.adder.refused.connect(self.refuse)
        self.put(body)
        self.put(self.adder)
        self.label.setBuddy(self.adder)
        self.setFocusProxy(self.adder)

    def value(self) -> tuple[Count, ...]:
        """Return what is counted."""
        return self._terms

    def show_value(self, value: Sequence[Count]) -> None:
        """Show what is counted, in order."""
        self._terms = tuple(value)
        keys = [term.finding for term in value]
        if keys[: len(self._rows)] != list(self._rows):
            for key in list(self._rows):
                self._drop(key)
        at_once = len(self._rows) + AT_ONCE
        for at, key in enumerate(keys[:at_once]):
            self._show_row(key, at)
        self._later.wait([*zip(keys, range(len(keys)), strict=True)][at_once:])

    def _show_row(self, key: str, at: int) -> None:
        if key not in self._rows:
            self._make(key)
        self._rows[key].show_term(self._terms[at], self._choices.statement(key))

    @property
    def pending(self) -> bool:
        """Whether something is typed to be added, or is in place of points and is none."""
        return self.adder.pending or any(points.pending for points in self.points.values())

    @property
    def points(self) -> dict[str, Points]:
        """The boxes of points that are there so far, by what is counted."""
        return {key: row.points for key, row in self._rows.items()}

    def settle(self) -> None:
        """Take the points, and add what is typed if that is one of the choices in full."""
        for points in self.points.values():
            points.settle()
        self.adder.settle()

    def take_back(self) -> None:
        """Drop what is typed to be added, and what is no points."""
        self.adder.go_back()
        for points in self.points.values():
            points.take_back()

    def row(self, finding: str) -> _CountRow:
        """Return the editors of one fact."""
        self._later.finish()
        return self._rows[finding]

    def _make(self, key: str) -> None:
        row = _CountRow(key, self)
        row.changed.connect(self._on_changed)
        row.removed.connect(self._on_removed)
        row.points.refused.connect(self.hear)
        row.remove.setIcon(self._icon_holder.icon())
        at = self._grid.rowCount()
        self._rows[key] = row
        self._grid.addWidget(row.label, at, 0, 1, 4)
        for column, widget in ((1, row.true), (2, row.points), (3, row.remove)):
            self._grid.addWidget(widget, at + 1, column)

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        self._grid.drop(row.widgets, self.adder)
        row.deleteLater()

    def _on_changed(self, term: Count) -> None:
        changed = tuple(term if old.finding == term.finding else old for old in self._terms)
        self.edited.emit(self.name, changed)

    def _on_removed(self, key: str) -> None:
        self.edited.emit(self.name, tuple(term for term in self._terms if term.finding != key))

    def _others(self) -> list[tuple[str, str]]:
        counted = {term.finding for term in self._terms}
        return [(key, words) for key, words in self._choices.facts() if key not in counted]

    def _add(self, key: str) -> None:
        if all(key != term.finding for term in self._terms):
            self.edited.emit(self.name, (*self._terms, Count(key)))


class _CountRow(QObject):
    """The editors of one fact.  Signals: ``changed(Count)``, ``removed(str finding)``."""

    changed = Signal(object)
    removed = Signal(str)

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self._showing = Flag()
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.true = Choice()
        self.true.addItems([self.tr("True"), self.tr("False")])
        self.true.setMinimumContentsLength(4)
        self.points = Points()
        self.points.setPrefix("+")
        self.points.setFixedWidth(self.points.fontMetrics().averageCharWidth() * 5 + 36)
        self.remove = tool("delete", self.tr("Remove"))
        self.widgets: tuple[QWidget, ...] = (self.label, self.true, self.points, self.remove)
        self.true.activated.connect(self._on_changed)
        self.points.valueChanged.connect(self._on_changed)
        self.remove.clicked.connect(self._on_removed)

    def show_term(self, term: Count, words: str) -> None:
        """Show a fact with its words."""
        with self._showing:
            self.label.setText(words)
            self.true.setCurrentIndex(0 if term.true else 1)
            self.points.show_number(term.points)
        self.true.setAccessibleName(self.tr("{fact}: counts when").format(fact=words))
        self.points.setAccessibleName(self.tr("{fact}: points").format(fact=words))
        self.remove.setAccessibleName(self.tr("Remove: {fact}").format(fact=words))

    def _on_changed(self, *_: object) -> None:
        if not self._showing:
            self.changed.emit(Count(self._key, self.points.value(), self.true.currentIndex() == 0))

    def _on_removed(self) -> None:
        self.removed.emit(self._key)
