"""Join the Help menu: the guides, the keys and what the program is.

Keep it quick to import: the first page waits for it, so what it opens is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kneetree.ui.on_screen import bring_to_front
from kneetree.ui.window.foot import Foot
from kneetree.ui.window.menus import Menus

if TYPE_CHECKING:
    from kneetree.ui.editor.editor import Editor
    from kneetree.ui.window.guides import GuidesWindow


class Help(QObject):
    """Opens what the Help menu offers; ``guides`` is the window of guides once it was opened.

    ``editor`` returns the editor, once it is there: while it is seen, the keys of its places are told.
    """

    def __init__(self, window: QWidget, menus: Menus, foot: Foot, editor: Callable[[], Editor | None]) -> None:
        super().__init__(window)
        self._window, self._foot, self._editor = window, foot, editor
        self.guides: GuidesWindow | None = None
        menus.actions["guides"].triggered.connect(self.open_guides)
        menus.actions["keys"].triggered.connect(self._on_keys)
        menus.actions["about"].triggered.connect(self._on_about)

    def open_guides(self) -> None:
        """Show the guides beside the window."""
        from kneetree.ui.window.guides import GuidesWindow  # noqa: PLC0415 - 5 ms that no first page needs

        if self.guides is None:
            self.guides = GuidesWindow(self._window)
        bring_to_front(self.guides)

    def _on_keys(self) -> None:
        from kneetree.ui import dialogs  # noqa: PLC0415 - 2.5 ms of the first page

        if dialogs.keyboard(self._window, self._places()):
            self.open_guides()

    def _places(self) -> list[tuple[str, QWidget]]:
        editor = self._editor()
        if editor is None or not editor.isVisible():
            return []
        return [*editor.places(), (self.tr("Everywhere"), self._window)]

    def _on_about(self) -> None:
        from kneetree.ui import dialogs  # noqa: PLC0415 - 2.5 ms of the first page

        dialogs.about(self._window, self._foot.text())
