"""Edit the safety net of a leaf: its warnings, under the words that each of them completes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneetree.model.nodes import warning_levels
from kneetree.model.tree import Urgency
from kneetree.ui.editor.entry_words import warning_heading
from kneetree.ui.editor.fields.choices import Shelf
from kneetree.ui.editor.fields.entry_list import EntryListField
from kneetree.ui.editor.fields.field import Field

Warnings = Mapping[Urgency, tuple[str, ...]]


class WarningsField(Field[Warnings]):
    """Warnings by level; only the levels that the urgency of the leaf allows are shown.

    Signals: those of ``EntryListField``.
    """

    reworded = Signal(str, str, bool)
    new_wanted = Signal(str, str)
    go = Signal(str)
    entry_wanted = Signal(str, str)
    for_all = Signal(str, str)
    held = Signal(str)
    together = Signal(bool)

    def __init__(self, name: str, label: str, shelf: Shelf, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self._asking: Urgency | None = None
        self._value: dict[Urgency, tuple[str, ...]] = {}
        self.levels: dict[Urgency, EntryListField] = {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for level in warning_levels(Urgency.SELF_CARE):
            field = EntryListField(level.value, warning_heading(level, Urgency.SELF_CARE), shelf, hint)
            field.edited.connect(partial(self._on_edited, level))
            field.new_wanted.connect(partial(self._on_new, level))
            field.reworded.connect(self.reworded)
            field.together.connect(self.together)
            field.for_all.connect(self.for_all)
            field.go.connect(self.go)
            field.entry_wanted.connect(self.entry_wanted)
            self.levels[level] = field
            column.addWidget(field)
        self.put(body)
        first = self.levels[Urgency.EMERGENCY]
        self.label.hide()
        self.label.setBuddy(first.label.buddy())
        self.setFocusProxy(first)

    def value(self) -> dict[Urgency, tuple[str, ...]]:
        """Return the ids of the warnings of each level that has any."""
        return {level: field.value() for level, field in self.levels.items() if field.value()}

    def value_with(self, key: str) -> dict[Urgency, tuple[str, ...]]:
        """Return the warnings with a new one at the place that asked for it."""
        value = dict(self._value)
        if self._asking is not None:
            value[self._asking] = self.levels[self._asking].value_with(key)
        return value

    def show_warnings(self, value: Warnings, urgency: Urgency, call: str) -> None:
        """Show the warnings of a leaf of that urgency; ``call`` is the number for an emergency."""
        allowed = warning_levels(urgency)
        for level, field in self.levels.items():
            field.setVisible(level in allowed)
            field.label.setText(warning_heading(level, urgency, call))
        self.show_value(value)

    def show_value(self, value: Warnings) -> None:
        """Show warnings by level."""
        self._value = dict(value)
        for level, field in self.levels.items():
            field.show_value(value.get(level, ()))
        self.label.setBuddy(self.levels[Urgency.EMERGENCY].label.buddy())

    def settle(self) -> None:
        """Take what was typed and not taken yet."""
        for field in self.levels.values():
            field.settle()

    @property
    def pending(self) -> bool:
        """Whether a list holds what was typed and not taken."""
        return any(field.pending for field in self.levels.values())

    def take_back(self) -> None:
        """Drop what was typed and not taken."""
        self.forget()
        self.refuse("")

    def forgive(self) -> None:
        """Take refusals back, those of its lists too."""
        super().forgive()
        for field in self.levels.values():
            field.forgive()

    def forget(self) -> None:
        """Drop what was typed and not taken."""
        for field in self.levels.values():
            field.forget()

    def forget_all(self) -> None:
        """Drop what waits for an answer as well, since another tree is shown."""
        for field in self.levels.values():
            field.forget_all()

    def _on_edited(self, level: Urgency, _name: str, value: tuple[str, ...]) -> None:
        self.edited.emit(self.name, {**self._value, level: value})

    def _on_new(self, level: Urgency, _name: str, text: str) -> None:
        self._asking = level
        self.new_wanted.emit(self.name, text)
        self._asking = None
