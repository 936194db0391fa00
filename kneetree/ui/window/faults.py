"""Tell a person of an exception that nothing caught, and of a file that still cannot be read.

The dialogs are imported when they are needed: they would take 2.5 ms of the first page.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kneetree.errors import KneetreeError
from kneetree.ui.language import told
from kneetree.ui.qt_access import application
from kneetree.ui.style.theme import Theme


def tell(parent: QWidget, sentence: str) -> None:
    """Say in a dialog, too, why there are no questions: somebody wants to edit them, and the page may be scrolled."""
    from kneetree.ui import dialogs, unasked  # noqa: PLC0415 - see above

    with unasked.by_itself:  # the file may have taken seconds not to be read
        dialogs.problem(parent, sentence)


def show_focus(theme: Theme) -> None:
    """Draw the ring around what has the keyboard also where no tree comes, with which it comes else."""
    from kneetree.ui.style.focus_ring import draw_ring  # noqa: PLC0415 - see above

    draw_ring(application(), theme)


def open_another(parent: QWidget, load: Callable[[Path], None]) -> None:
    """Ask for another file instead of one that cannot be read."""
    from kneetree.ui import dialogs  # noqa: PLC0415 - see above

    path = dialogs.open_path(parent)
    if path is not None:
        load(path)


def report(parent: QWidget, error: BaseException, detail: str) -> None:
    """Say the sentence of an error if it has one, else that the program has a fault."""
    from kneetree.ui import dialogs, unasked  # noqa: PLC0415 - see above

    with unasked.by_itself:
        if isinstance(error, KneetreeError):
            dialogs.problem(parent, told(error))
        else:
            dialogs.unexpected(parent, detail)
