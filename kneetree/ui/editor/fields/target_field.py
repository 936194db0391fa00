"""Choose by name where an answer leads, and go there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneetree.ui.editor.fields.buttons import tool
from kneetree.ui.editor.fields.field import Field
from kneetree.ui.editor.fields.pick_fields import Options, PickBox


class TargetField(Field[str]):
    """The node that Yes or No leads to.

    Signals: ``go(str id)`` to select that node.
    """

    go = Signal(str)

    def __init__(self, name: str, label: str, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self.box = PickBox(options)
        self.box.setAccessibleName(label)
        self._go = tool(
            "chevron_right", self.tr("Go to where it leads: {answer}").format(answer=label), self.tr("Go there")
        )
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self._go)
        self.put(body)
        self.label.setBuddy(self.box)
        self.setFocusProxy(self.box)
        self.box.picked.connect(self._picked)
        self.box.unknown.connect(self._unknown)
        self.box.left_unknown.connect(self._unknown)
        self.box.settled.connect(self._settled)
        self._go.clicked.connect(self._clicked)

    def value(self) -> str:
        """Return the id of the node."""
        return self.box.key()

    def show_value(self, value: str, words: str = "") -> None:
        """Show a node by its name."""
        self.box.show_key(value, words)

    @property
    def pending(self) -> bool:
        """Whether the box holds what is no node."""
        return self.box.pending

    def settle(self) -> None:
        """Take the node whose name is typed in full."""
        self.box.settle()

    def take_back(self) -> None:
        """Show the node again."""
        self.box.go_back()

    def _settled(self) -> None:
        self.refuse("")

    def _picked(self, key: str) -> None:
        self.refuse("")
        self.edited.emit(self.name, key)

    def _unknown(self, _text: str) -> None:
        self.refuse(self.tr("No node is called that. Choose one from the list."))

    def _clicked(self) -> None:
        self.go.emit(self.box.key())
