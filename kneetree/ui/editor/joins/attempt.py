"""Do an edit that may be refused, and say where the author is looking why it was, or why none can be made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kneetree.errors import KneetreeError
from kneetree.model.change import Change
from kneetree.ui import dialogs
from kneetree.ui.document.document import Document
from kneetree.ui.language import told


def attempt(
    document: Document,
    edit: Callable[[], Change],
    text: str,
    refuse: Callable[[str], None],
    merge: str | None = None,
) -> bool:
    """Make a change and do it as one step called ``text``; return whether it was done.

    ``refuse`` is given the reason if it was not, and an empty sentence if it was.
    """
    try:
        document.do(edit(), text, merge)
    except KneetreeError as error:
        refuse(told(error))
        return False
    refuse("")
    return True


def may_alter(document: Document, parent: QWidget) -> bool:
    """Return whether the tree may be altered, and say why not before an author fills in a form for nothing."""
    if document.only_look:
        dialogs.problem(parent.window(), document.only_look)
    return not document.only_look
