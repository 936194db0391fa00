"""Edit who is outside a safety rule: facts, why that is right, and the sources for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kneetree.model.tree import Exemption
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.fact_fields import FactsField
from kneetree.ui.editor.fields.field import AnyField, Field, TextField
from kneetree.ui.editor.fields.going import let_go
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.style.text_labels import nested
from kneetree.ui.style.theme import Theme


class ExemptionDraft(NamedTuple):
    """An exemption in the making, which may have no facts yet."""

    given: Mapping[str, bool] = {}
    why: str = ""
    sources: tuple[str, ...] = ()


class ExemptionsField(Field[tuple[ExemptionDraft, ...]]):
    """The exemptions of a rule, each in a frame of its own."""

    def __init__(self, name: str, label: str, choices: Choices, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self._choices, self._theme = choices, theme
        self.cards: list[_Card] = []
        body = QWidget()
        self._cards = QVBoxLayout(body)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(8)
        self.add_button = push(self.tr("Add an exception"), "plus")
        self.add_button.setIcon(theme.icon("plus"))
        self.add_button.clicked.connect(self._on_add)
        row = nested(self._cards, QHBoxLayout())
        row.addWidget(self.add_button)
        row.addStretch(1)
        self.add_button.setAccessibleName(self.add_button.text())
        self.put(body)
        self.label.setBuddy(self.add_button)
        self.setFocusProxy(self.add_button)

    def value(self) -> tuple[ExemptionDraft, ...]:
        """Return all exemptions, also those without facts."""
        return tuple(card.value() for card in self.cards)

    def exemptions(self) -> tuple[Exemption, ...]:
        """Return the exemptions that have facts."""
        return tuple(
            Exemption(dict(draft.given), draft.why.strip(), draft.sources) for draft in self.value() if draft.given
        )

    def show_value(self, value: Sequence[ExemptionDraft | Exemption]) -> None:
        """Show exemptions."""
        while len(self.cards) > len(value):
            self._drop(self.cards[-1])
        while len(self.cards) < len(value):
            self._add()
        for card, draft in zip(self.cards, value, strict=True):
            card.show_value(draft)

    def _add(self) -> _Card:
        card = _Card(self._choices, self._theme)
        card.edited.connect(self._on_edited)
        card.removed.connect(self._on_removed)
        self._cards.insertWidget(len(self.cards), card)
        self.cards.append(card)
        return card

    def _drop(self, card: _Card) -> None:
        at = self.cards.index(card)
        self.cards.remove(card)
        self._cards.removeWidget(card)
        let_go([card], self.cards[at].remove_button if at < len(self.cards) else self.add_button)

    def _on_add(self) -> None:
        self._add().given.setFocus()
        self._on_edited()

    def _on_removed(self, card: _Card) -> None:
        self._drop(card)
        self._on_edited()

    def _on_edited(self) -> None:
        self.edited.emit(self.name, self.value())


class _Card(QFrame):
    """One exemption.  Signals: ``edited()``; ``removed(_Card self)``."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self, choices: Choices, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newEntry")
        facts = self.tr("Except where this is so of a person")
        self.given = FactsField("given", facts, choices, theme, unsure=False)
        self.why = TextField(
            "why", self.tr("Why that is right"), self.tr("For example: Unchanged for years after an old clot")
        )
        self.sources = PickListField("sources", self.tr("Sources"), choices.sources, self.tr("Add a source\u2026"))
        self.remove_button = push(self.tr("Remove this exception"), "delete")
        self.remove_button.setIcon(theme.icon("delete"))
        self.remove_button.clicked.connect(self._on_remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        self.parts: tuple[AnyField, ...] = (self.given, self.why, self.sources)
        for field in self.parts:
            field.edited.connect(self._on_edited)
            column.addWidget(field)
        column.addWidget(self.remove_button)

    def value(self) -> ExemptionDraft:
        """Return what is written."""
        given = {key: value for key, value in self.given.value().items() if value is not None}
        return ExemptionDraft(given, self.why.value(), self.sources.value())

    def show_value(self, value: ExemptionDraft | Exemption) -> None:
        """Show an exemption."""
        self.given.show_value(value.given)
        self.why.show_value(value.why)
        self.sources.show_value(value.sources)

    def _on_edited(self, name: str, value: tuple[str, ...]) -> None:
        if name == "sources":
            self.sources.show_value(value)
        self.edited.emit()

    def _on_remove(self) -> None:
        self.removed.emit(self)
