"""Say at the foot of the window that choices cannot be kept: nothing is lost now, so nobody has to act."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kneetree.ui import settings
from kneetree.ui.window.foot import Foot


class Unkept(QObject):
    """Tells of the file of settings once something was chosen that cannot be written there."""

    def __init__(self, foot: Foot) -> None:
        super().__init__(foot)
        self._foot = foot
        settings.trouble.not_kept.connect(self._on_not_kept)
        if settings.trouble.file:  # a window in another language follows
            self._on_not_kept(settings.trouble.file)

    def _on_not_kept(self, file: str) -> None:
        from kneetree.files.names import shown  # noqa: PLC0415 - not before the first page

        words = self.tr(
            "What you choose, such as colours and text size, is forgotten when you close kneetree: "
            "{path} cannot be written."
        )
        self._foot.note(words.format(path=shown(file)))
