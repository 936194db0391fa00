"""Choose by name what is added to a list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kneetree.ui.editor.fields.pick_fields import Options, PickBox


class AddBox(PickBox):
    """A box to choose what is added to a list above it; it is empty again afterwards.

    Signals: ``added(str id)``; ``refused(str sentence)`` why what was typed is no choice, or an empty
    sentence when that is settled.
    """

    added = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        options: Options,
        read: Callable[[str], str] | None = None,
        why_not: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Let ``read`` return the id that a text means which is none of the choices, or an empty one.

        ``why_not`` returns why it means none although it looks like one, or an empty text.
        """
        super().__init__(options, parent)
        self._read, self._why_not = read, why_not
        self.picked.connect(self._on_picked)
        self.unknown.connect(self._on_unknown)
        self.left_unknown.connect(self._on_left_unknown)
        self.settled.connect(self._on_settled)

    def _on_picked(self, key: str) -> None:
        self.refused.emit("")
        self.added.emit(key)
        self._empty()
        QTimer.singleShot(0, self, self._empty)  # the list of offers writes what was chosen after it has told

    def _empty(self) -> None:
        self.show_key("", "")
        self.line.show_text("")

    def _on_unknown(self, text: str) -> None:
        if text:
            reason = self._why_not(text) if self._why_not is not None else ""
            self.refused.emit(reason or self.tr("Nothing here is called that. Choose one from the list."))

    def _only_match(self) -> str | None:
        text = self.line.text().strip()
        return (self._read(text) if text and self._read is not None else "") or super()._only_match()

    def _on_left_unknown(self, text: str) -> None:
        if not text:
            self.go_back()
        elif self._only_match():
            self.refused.emit(self.tr("Not added yet. Press Enter here to add it, or Escape to go back."))
        else:
            self._on_unknown(text)

    def _on_settled(self) -> None:
        self.refused.emit("")
