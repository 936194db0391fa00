"""What Qt may give or not by its signatures, asked for where it must be there.

Each function turns the optional answer of one accessor of Qt into a plain one, so that nothing else has to
handle a ``None`` that cannot come.  A missing object is a bug of the caller and raises ``RuntimeError``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

_STAYS = "stays_in_sight"


def application() -> QApplication:
    """Return the application with widgets; raise ``RuntimeError`` if there is none."""
    app = QCoreApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("There is no application with widgets yet; make it first.")
    return app


def layout_of(widget: QWidget) -> QLayout:
    """Return the layout of a widget that has one; raise ``RuntimeError`` if it has none."""
    layout = widget.layout()
    if layout is None:
        raise RuntimeError(f"{widget!r} has no layout.")
    return layout


def scrolled(scroll: QScrollArea) -> QWidget:
    """Return what a scroll area shows; raise ``RuntimeError`` if it shows nothing yet."""
    widget = scroll.widget()
    if widget is None:
        raise RuntimeError(f"{scroll!r} has no widget.")
    return widget


def settle_layouts(scroll: QScrollArea | None = None) -> None:
    """Let every layout that was asked to do so find its place now, last that of ``scroll`` if there is one.

    Otherwise the scroll area may keep the height that it has, in which all would be squeezed.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    if scroll is not None:
        QCoreApplication.sendEvent(scroll, QEvent(QEvent.Type.LayoutRequest))


def is_innermost_shown(widget: QWidget) -> bool:
    """Return whether a widget is visible and has no other in it: what a person sees of a page is made of these."""
    return widget.isVisible() and not any(isinstance(inner, QWidget) for inner in widget.children())


def mark_as_staying(widget: QWidget, stays: bool) -> None:
    """Note whether a widget stays in sight while the page that it is on is scrolled."""
    widget.setProperty(_STAYS, stays)


def tells_the_place(widget: QWidget) -> bool:
    """Return whether a widget is an innermost one that is shown and is scrolled with its page."""
    if not is_innermost_shown(widget):
        return False
    around: QWidget | None = widget
    while around is not None and not around.property(_STAYS):
        around = around.parentWidget()
    return around is None


@contextmanager
def updates_paused(widget: QWidget) -> Iterator[None]:
    """Paint the widget only once, when the block has ended, also if that is by an error."""
    widget.setUpdatesEnabled(False)
    try:
        yield
    finally:
        widget.setUpdatesEnabled(True)
