"""Take widgets away without losing the focus, and bring into sight what has come.

Qt gives the focus of a widget that goes to whatever comes next in the window, such as a button of the menu bar, where
the next Space or Enter does something else altogether.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


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


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the form around a widget until it is in sight, now and once what has just come is laid out."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        scroll = around
        form = scroll.widget()
        layout = form.layout() if form is not None else None
        if layout is not None:
            layout.activate()
        scroll.ensureWidgetVisible(widget)
        QTimer.singleShot(0, widget, lambda: scroll.ensureWidgetVisible(widget))
