"""A widget that places what is in it by itself, for arrangements that Qt has no layout for.

It is not a layout written in Python.  Such a layout has layout items, which Qt deletes when it likes; PySide then takes
another object at the same address for the item that was there, and a call fails that has nothing to do with it.
"""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


class Arranged(QWidget):
    """Holds ``parts`` in the order in which they were added; a subclass says where they are and how high that is."""

    def __init__(self, vertical: QSizePolicy.Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget, *, shown: bool | None = None) -> None:
        """Add a part behind the others; it is ``shown`` or not, or left as it is where that is not said."""
        if shown is None:
            kept = QtCore.Qt.WidgetAttribute.WA_WState_ExplicitShowHide
            shown = not (part.isHidden() and part.testAttribute(kept))
        if part.parentWidget() is not self:
            part.setParent(self)
        part.setVisible(shown)
        part.installEventFilter(self)
        self.parts.append(part)
        self.place_anew()

    def place_anew(self) -> None:
        """Place all parts again, and ask for the room that they need now."""
        self.updateGeometry()
        self.place(self.rect(), move=True)

    def place(self, room: QRect, *, move: bool) -> int:
        """Place the parts in a room if they are to ``move``, and return how high they are."""
        raise NotImplementedError

    @property
    def shown(self) -> list[QWidget]:
        """The parts that are not hidden."""
        return [part for part in self.parts if not part.isHidden()]

    def hasHeightForWidth(self) -> bool:
        """Say that what is narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self.place(QRect(0, 0, width, 0), move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts in the new room."""
        super().resizeEvent(event)
        self.place(self.rect(), move=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Place the parts as they are on screen: before, they are not dressed."""
        super().showEvent(event)
        self.place_anew()

    def event(self, event: QEvent) -> bool:
        """Place the parts again when one of them has another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.place_anew()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the parts again when one of them comes or goes, also while nothing of it is on screen."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.place_anew()
        return super().eventFilter(watched, event)


def hint_of(part: QWidget) -> QSize:
    """Return the size that a part would like to have."""
    hint = part.sizeHint()
    if not isinstance(part, QPushButton):  # its least size is the same, and a row of answers is asked 200 times a page
        hint = hint.expandedTo(part.minimumSizeHint())
    return hint.boundedTo(part.maximumSize()).expandedTo(part.minimumSize())


def narrowest(part: QWidget) -> int:
    """Return the least width of a part."""
    return max(part.minimumSizeHint().width(), part.minimumWidth())


def height_of(part: QWidget, width: int) -> int:
    """Return the height of a part at a width."""
    height = part.heightForWidth(width) if part.hasHeightForWidth() else hint_of(part).height()
    return max(min(height, part.maximumHeight()), part.minimumHeight())
