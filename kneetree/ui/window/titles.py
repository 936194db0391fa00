"""What the window is called: its file, whether there is work to save, and whether the tree may only be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from kneetree.ui.document.document import Document


def title_of(document: Document, shown: str) -> str:
    """Return the title of a window; ``shown`` is that of the tree in the language of the window."""
    mark = "*" if document.dirty else ""
    name = document.name if document.path or mark else shown
    if document.only_look:
        name = QCoreApplication.translate("Titles", "{name} (read-only)").format(name=name)
    return mark + name
