"""Take widgets away without losing the focus.

Qt gives the focus of a widget that goes to whatever comes next in the window, such as a button of the menu bar, where
the next Space or Enter does something else altogether.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QApplication, QWidget


def let_go(going: Iterable[QWidget], then: QWidget | None) -> None:
    """Hide and delete widgets; if the focus is in one of them, ``then`` gets it."""
    leaving = list(going)
    focus = QApplication.focusWidget()
    if (
        then is not None
        and focus is not None
        and any(widget.isAncestorOf(focus) or widget is focus for widget in leaving)
    ):
        then.setFocus()
    for widget in leaving:
        widget.hide()
        widget.deleteLater()
