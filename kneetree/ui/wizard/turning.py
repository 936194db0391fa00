"""Turns the pages of a wizard so that what is on a page is shown only once.

At each turn a ``QWizard`` hides all that is on it and shows it again, and then once more.  Meanwhile it asks for
nothing that depends on what is on a page: only the page itself must be there and want its room.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWizard

from kneetree.ui.qt_access import updates_paused
from kneetree.ui.wizard.page_frame import ScrollPage


@contextmanager
def shown_once(wizard: QWizard, page: ScrollPage | None) -> Iterator[None]:
    """Show what is on ``page``, to which the block turns, when the block has ended, and paint it once.

    ``None`` stands for a page that has not found its place before: it is shown as Qt does.
    """
    with updates_paused(wizard):
        if page is None or page is wizard.currentPage():
            yield
            return
        page.wait()
        try:
            yield
        finally:
            page.come()
