"""Findings with their values: what is true, false or not sure of a person."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from kneetree.ui.editor.fields.buttons import tool
from kneetree.ui.editor.fields.field import Choice, Field
from kneetree.ui.editor.fields.pick_fields import Options, PickBox
from kneetree.ui.style.theme import Theme


class FactsField(Field):
    """Findings by id, each true, false or, where that is allowed, not sure."""

    def __init__(
        self, name: str, label: str, options: Options, theme: Theme, *, unsure: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, label, parent=parent)
        self._options = options
        self._theme = theme
        self._values: dict[str, bool | None] = {}
        self._words = [(True, self.tr("True")), (False, self.tr("False"))]
        if unsure:
            self._words.append((None, self.tr("Not sure")))
        self._rows: dict[str, tuple[QLabel, Choice, QToolButton]] = {}
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.adder = PickBox(self._others)
        self.adder.lineEdit().setPlaceholderText(self.tr("Add a finding ..."))
        self.adder.setAccessibleName(self.tr("Add a finding to: {list}").format(list=label))
        self.adder.picked.connect(self._add)
        self.adder.unknown.connect(self._unknown)
        self.adder.left_unknown.connect(self._forget)
        self.put(body)
        self.put(self.adder)
        self.label.setBuddy(self.adder)
        self.setFocusProxy(self.adder)

    def value(self) -> dict[str, bool | None]:
        """The values by finding."""
        return dict(self._values)

    def show_value(self, value: object) -> None:
        """Show values by finding."""
        given: Mapping[str, bool | None] = value  # type: ignore[assignment]
        words = dict(self._options())
        for key in [key for key in self._rows if key not in given]:
            self._drop(key)
        for key, fact in given.items():
            if key not in self._rows:
                self._make(key, words.get(key, key))
            self._rows[key][1].setCurrentIndex([value for value, _ in self._words].index(fact))
        self._values = dict(given)

    def choice(self, key: str) -> Choice:
        """The editor of one finding's value."""
        return self._rows[key][1]

    def _make(self, key: str, words: str) -> None:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        choice = Choice()
        choice.addItems([text for _, text in self._words])
        choice.setAccessibleName(words)
        choice.activated.connect(self._chosen)
        remove = tool("delete", self.tr("Remove: {finding}").format(finding=words), self.tr("Remove"))
        remove.setIcon(self._theme.icon("delete"))
        remove.clicked.connect(self._removed)
        label.setBuddy(choice)
        row = self._grid.rowCount()
        self._rows[key] = (label, choice, remove)
        for column, widget in enumerate(self._rows[key]):
            self._grid.addWidget(widget, row, column)

    def _drop(self, key: str) -> None:
        for widget in self._rows.pop(key):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _key_of(self, sender: QObject) -> str:
        return next(key for key, row in self._rows.items() if sender in row)

    def _chosen(self, at: int) -> None:
        self._values[self._key_of(self.sender())] = self._words[at][0]
        self.edited.emit(self.name, self.value())

    def _removed(self) -> None:
        key = self._key_of(self.sender())
        del self._values[key]
        self._drop(key)
        self.edited.emit(self.name, self.value())
        self.adder.setFocus()

    def _others(self) -> list[tuple[str, str]]:
        return [(key, words) for key, words in self._options() if key not in self._values]

    def _add(self, key: str) -> None:
        self.refuse("")
        self.show_value(self._values | {key: True})
        self.adder.show_key("", "")
        self.adder.lineEdit().clear()
        self.edited.emit(self.name, self.value())

    def _unknown(self, text: str) -> None:
        if text:
            self.refuse(self.tr("Nothing here is called that. Choose one from the list."))

    def _forget(self, _text: str) -> None:
        self.refuse("")
        self.adder.go_back()
