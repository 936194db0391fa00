"""Edit what is true, false or not sure of a person, finding by finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from kneetree.ui.editor.fields.add_box import AddBox
from kneetree.ui.editor.fields.buttons import tool
from kneetree.ui.editor.fields.choice import Choice
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.fact_adder import FactAdder
from kneetree.ui.editor.fields.field import Field
from kneetree.ui.editor.fields.going import let_go
from kneetree.ui.editor.fields.pick_fields import Options
from kneetree.ui.style.theme import Theme


class RowGrid(QGridLayout):
    """Rows of widgets whose first column takes the room."""

    def __init__(self, body: QWidget) -> None:
        super().__init__(body)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(8)
        self.setVerticalSpacing(4)
        self.setColumnStretch(0, 1)

    def drop(self, widgets: Sequence[QWidget], then: QWidget) -> None:
        """Take the widgets of a row away, and delete them; ``then`` gets the focus if one of them has it."""
        for widget in widgets:
            self.removeWidget(widget)
        let_go(widgets, then)


class FactsField(Field[Mapping[str, bool | None]]):
    """Findings by id, each true, false or, where that is allowed, not sure."""

    def __init__(
        self, name: str, label: str, choices: Choices, theme: Theme, *, unsure: bool, parent: QWidget | None = None
    ) -> None:
        """Offer the findings; without ``unsure`` (in rules), thresholds as well."""
        super().__init__(name, label, parent=parent)
        self._choices = choices
        self._options: Options = choices.findings if unsure else choices.facts
        self._theme = theme
        self._values: dict[str, bool | None] = {}
        self._words: list[tuple[bool | None, str]] = [(True, self.tr("True")), (False, self.tr("False"))]
        if unsure:
            self._words.append((None, self.tr("Not sure")))
        self._rows: dict[str, _FactRow] = {}
        body = QWidget()
        self._grid = RowGrid(body)
        if unsure:
            self.adder = AddBox(self._others)
            self.adder.line.setPlaceholderText(self.tr("Add a finding\u2026"))
        else:
            self.adder = adder = FactAdder(self._others, choices)
            adder.means.connect(self.tell)
        self.adder.setAccessibleName(self.tr("Add a finding to: {list}").format(list=label))
        self.adder.added.connect(self._add)
        self.adder.refused.connect(self.refuse)
        self.put(body)
        self.put(self.adder)
        self.label.setBuddy(self.adder)
        self.setFocusProxy(self.adder)

    def value(self) -> dict[str, bool | None]:
        """Return the values by finding."""
        return dict(self._values)

    def show_value(self, value: Mapping[str, bool | None]) -> None:
        """Show values by finding."""
        for key in [key for key in self._rows if key not in value]:
            self._drop(key)
        for key, fact in value.items():
            if key not in self._rows:
                self._make(key, self._choices.statement(key))
            self._rows[key].choice.setCurrentIndex([value for value, _ in self._words].index(fact))
        self._values = dict(value)

    @property
    def pending(self) -> bool:
        """Whether something is typed to be added."""
        return self.adder.pending

    def settle(self) -> None:
        """Add what is typed, if that is one of the choices in full."""
        self.adder.settle()

    def take_back(self) -> None:
        """Drop what is typed to be added."""
        self.adder.go_back()

    def choice(self, key: str) -> Choice:
        """Return the editor of one finding's value."""
        return self._rows[key].choice

    def _make(self, key: str, words: str) -> None:
        remove = tool("delete", self.tr("Remove: {finding}").format(finding=words), self.tr("Remove"))
        remove.setIcon(self._theme.icon("delete"))
        row = _FactRow(key, words, [text for _, text in self._words], remove, self)
        row.chosen.connect(self._chosen)
        row.removed.connect(self._removed)
        at = self._grid.rowCount()
        self._rows[key] = row
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, at, column)

    def _drop(self, key: str) -> None:
        keys = list(self._rows)
        following = keys[keys.index(key) + 1 :]
        row = self._rows.pop(key)
        self._grid.drop(row.widgets, self._rows[following[0]].remove if following else self.adder)
        row.deleteLater()

    def _chosen(self, key: str, at: int) -> None:
        self._values[key] = self._words[at][0]
        self.edited.emit(self.name, self.value())

    def _removed(self, key: str) -> None:
        del self._values[key]
        self._drop(key)
        self.edited.emit(self.name, self.value())

    def _others(self) -> list[tuple[str, str]]:
        return [(key, words) for key, words in self._options() if key not in self._values]

    def _add(self, key: str) -> None:
        self.show_value(self._values | {key: True})
        self.edited.emit(self.name, self.value())


class _FactRow(QObject):
    """The widgets of one finding; it says for which finding something was done.

    Signals: ``chosen(str key, int place)`` of the value in the list; ``removed(str key)``.
    """

    chosen = Signal(str, int)
    removed = Signal(str)

    def __init__(self, key: str, words: str, values: Sequence[str], remove: QToolButton, parent: QObject) -> None:
        super().__init__(parent)
        self._key = key
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.choice = Choice()
        self.choice.addItems(values)
        self.choice.setAccessibleName(words)
        label.setBuddy(self.choice)
        self.remove = remove
        self.widgets = (label, self.choice, remove)
        self.choice.activated.connect(self._on_chosen)
        remove.clicked.connect(self._on_removed)

    def _on_chosen(self, at: int) -> None:
        self.chosen.emit(self._key, at)

    def _on_removed(self) -> None:
        self.removed.emit(self._key)
