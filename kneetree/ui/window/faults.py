"""Tell a person of an exception that nothing caught.

The dialogs are imported when they are needed: they would take 2.5 ms of the first page.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kneetree.errors import KneetreeError
from kneetree.ui.language import told


def report(parent: QWidget, error: BaseException, detail: str) -> None:
    """Say the sentence of an error if it has one, else that the program has a fault."""
    from kneetree.ui import dialogs, unasked  # noqa: PLC0415 - see above

    with unasked.by_itself:
        if isinstance(error, KneetreeError):
            dialogs.problem(parent, told(error))
        else:
            dialogs.unexpected(parent, detail)
