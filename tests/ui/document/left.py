"""What programs that ended without saving have left, where a document keeps its journal."""

from __future__ import annotations

from kneetree.ui.document import recovery
from kneetree.ui.document.document import Document
from kneetree.ui.document.recovery import Left


def left_by(document: Document) -> Left:
    """Return the unsaved work beside the journal of ``document``."""
    return next(recovery.steps_left(document.recovery.folder))
