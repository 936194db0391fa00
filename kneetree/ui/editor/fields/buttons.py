"""Make the small buttons of the editor's forms, and give them their icons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from kneetree.ui.editor.labels import plain_tip
from kneetree.ui.style.theme import Theme

_ICON = "icon_name"
_SIDE = 16


def tool(icon: str, name: str, tip: str = "") -> QToolButton:
    """Return a small button with an icon; ``name`` is what assistive technology reads."""
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(plain_tip(tip or name))
    button.setProperty(_ICON, icon)
    button.setProperty("kind", "tool")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def push(words: str, icon: str = "") -> QPushButton:
    """Return a button with words, smaller than the wizard's."""
    button = QPushButton(words)
    button.setObjectName("small")
    button.setAutoDefault(False)
    if icon:
        button.setProperty(_ICON, icon)
    return button


def dress(widget: QWidget, theme: Theme) -> None:
    """Give the buttons in a widget their icons in the theme's colours; again when it changes."""
    size = QSize(theme.px(_SIDE), theme.px(_SIDE))
    for button in widget.findChildren(QAbstractButton):
        name = button.property(_ICON)
        if name:
            button.setIcon(theme.icon(name))
            button.setIconSize(size)
