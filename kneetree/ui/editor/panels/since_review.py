"""Show what has changed since the last review by what it does to people, each line a way to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneetree.analysis.since_review import Effect, Outcome
from kneetree.analysis.since_review import Line as Change
from kneetree.model.tree import Urgency
from kneetree.ui.editor.entry_words import field_word, part_word
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.labels import urgency_word
from kneetree.ui.editor.panels import beside_table
from kneetree.ui.editor.panels.table import Cell, Icon, Line, Table
from kneetree.ui.language import told
from kneetree.ui.style.text_labels import nested

translate = QCoreApplication.translate
_ICONS = {
    Effect.RULE_BROKEN: ("rule_broken", "danger"), Effect.RULE_OPEN: ("unsure", "within_days"),
    Effect.RULE_GONE: ("delete", "danger"), Effect.RULE_CHANGED: ("edit", "within_days"),
    Effect.CAN_FALL: ("chevron_down", "danger"), Effect.CASE_LOWER: ("chevron_down", "danger"),
    Effect.CASE_OTHER: ("case", "within_days"), Effect.FINDING_OTHER: ("list", "within_days"),
    Effect.LEAF_URGENCY: ("leaf", "danger"), Effect.NODE_GONE: ("delete", "danger"),
    Effect.NODE_NEW: ("plus", "self_care"), Effect.REROUTED: ("chevron_right", "within_days"),
    Effect.TEXT: ("edit", "routine"), Effect.OTHER: ("note", "muted"),
}  # fmt: skip


class SinceReviewPanel(QWidget):
    """A table of effects, the gravest first, and the texts of the current one before and now.

    Signals: ``go(str part, str key, str field)`` to the place of a line; ``file_wanted()`` choose the reviewed file;
    ``shown()`` the panel has come into view.
    """

    go = Signal(str, str, str)
    file_wanted = Signal()
    shown = Signal()

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[str, Change] = {}
        self.state = beside_table.detail_label()
        self.file_button = push(self.tr("&Choose the reviewed file…"), "open")
        self.table = Table(
            self.tr("What changed since the review"),
            [self.tr("Effect"), self.tr("Where"), self.tr("Before"), self.tr("Now")],
            icon,
        )
        self.table.set_widths(30, 44, 32)
        self.detail = beside_table.detail_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        top = nested(column, QHBoxLayout())
        top.addWidget(self.state, 1)
        top.addWidget(self.file_button)
        column.addWidget(beside_table.next_to(self.table, self.detail, (3, 1)), 1)
        self.setFocusProxy(self.table)
        self.table.picked.connect(self._on_row)
        self.table.opened.connect(self._on_open)
        self.file_button.clicked.connect(self.file_wanted)

    def show_state(self, sentence: str, *, offer_file: bool) -> None:
        """Say how things are, and offer to choose the file that was reviewed."""
        self.state.setText(sentence)
        self.file_button.setVisible(offer_file)

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show the effects in their order."""
        self._places = {f"{at}/{change.part}/{change.key}/{change.field}": change for at, change in enumerate(changes)}
        self.table.show_lines([_line(key, change) for key, change in self._places.items()])
        self._on_row(self.table.current_key())

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is only needed in view."""
        super().showEvent(event)
        self.shown.emit()

    def _on_row(self, key: str) -> None:
        change = self._places.get(key)
        self.detail.setText(_detail(change) if change is not None else "")

    def _on_open(self, key: str) -> None:
        change = self._places.get(key)
        if change is not None and change.there:
            self.go.emit(change.part, change.key, change.field)


def effect_word(effect: Effect) -> str:
    """Return what an effect is called."""
    return {
        Effect.RULE_BROKEN: translate("SinceReview", "A rule is broken"),
        Effect.RULE_OPEN: translate("SinceReview", "A rule is not decided"),
        Effect.RULE_GONE: translate("SinceReview", "A rule was removed"),
        Effect.RULE_CHANGED: translate("SinceReview", "A rule is new or changed"),
        Effect.CAN_FALL: translate("SinceReview", "Can now lower a result"),
        Effect.CASE_LOWER: translate("SinceReview", "A case is less urgent"),
        Effect.CASE_OTHER: translate("SinceReview", "A case ends elsewhere"),
        Effect.FINDING_OTHER: translate("SinceReview", "With only this, another result"),
        Effect.LEAF_URGENCY: translate("SinceReview", "Another urgency"),
        Effect.NODE_GONE: translate("SinceReview", "Removed from the map"),
        Effect.NODE_NEW: translate("SinceReview", "New on the map"),
        Effect.REROUTED: translate("SinceReview", "Leads elsewhere"),
        Effect.TEXT: translate("SinceReview", "Text changed"),
        Effect.OTHER: translate("SinceReview", "Something else changed"),
    }[effect]


def _line(key: str, change: Change) -> Line:
    icon, role = _ICONS[change.effect]
    words = effect_word(change.effect)
    where = " ".join(change.title.split())
    if change.field:
        where = f"{where} ({field_word(change.field)})"
    elif change.effect is Effect.OTHER:
        where = f"{part_word(change.part).capitalize()}: {where}"
    return Line(key, (Cell(words, icon, role), Cell(where), _told(change, change.before), _told(change, change.after)))


def _told(change: Change, value: object) -> Cell:
    """Return a result, a fall, or a text as a cell."""
    if isinstance(value, Outcome):
        return Cell(f"{urgency_word(value.urgency)}: {value.leaves}", value.urgency.value, value.urgency.value)
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(level, Urgency) for level in value):
        return Cell(
            translate("SinceReview", "{high} to {low}").format(high=urgency_word(value[0]), low=urgency_word(value[1]))
        )
    if change.effect is Effect.LEAF_URGENCY and isinstance(value, str):
        return Cell(urgency_word(Urgency(value)), value, value)
    if change.effect in (Effect.CASE_LOWER, Effect.CASE_OTHER, Effect.FINDING_OTHER):
        return Cell(translate("SinceReview", "No result"))
    if change.effect in (Effect.RULE_CHANGED, Effect.OTHER) and value in ("added", "changed", "removed", "renamed"):
        return Cell(_kinds()[str(value)])
    return Cell(" ".join(told(value).split()) if isinstance(value, str) else "" if value is None else str(value))


def _kinds() -> dict[str, str]:
    return {
        "added": translate("SinceReview", "New"), "changed": translate("SinceReview", "Changed"),
        "removed": translate("SinceReview", "Removed"), "renamed": translate("SinceReview", "Renamed"),
    }  # fmt: skip


def _detail(change: Change) -> str:
    before, after = _told(change, change.before).text, _told(change, change.after).text
    lines = [effect_word(change.effect), change.title]
    if before:
        lines.append(translate("SinceReview", "Before: {text}").format(text=before))
    if after:
        lines.append(translate("SinceReview", "Now: {text}").format(text=after))
    if not change.there:
        lines.append(translate("SinceReview", "It is no longer in the tree."))
    return "\n\n".join(lines)
