"""Notice when somebody else writes the file of the open tree."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_SETTLED_MS = 300
"""How long a file is left alone before it is looked at: programs write it in several steps."""


class Meanwhile(Enum):
    """What has become of the file since it was read or written last."""

    SAME = "same"
    CHANGED = "changed"
    """It holds something else, or cannot be read."""
    GONE = "gone"


class FileWatch(QObject):
    """Watches one file at a time.

    Signals: ``changed()`` it holds other bytes than were read or written last.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._known = b""
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._soon.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self.look_soon)
        self._watcher.directoryChanged.connect(self.look_soon)

    def follow(self, path: Path, data: bytes) -> None:
        """Watch a file, which holds ``data`` as far as we know."""
        if path != self._path:
            self.stop()
        self._path, self._known = path, data
        self._add()

    def stop(self) -> None:
        """Watch nothing."""
        self._path = None
        self._soon.stop()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    def meanwhile(self) -> Meanwhile:
        """Return what has become of the file, also where the system tells of no changes."""
        if self._path is None:
            return Meanwhile.SAME
        try:
            return Meanwhile.SAME if self._path.read_bytes() == self._known else Meanwhile.CHANGED
        except FileNotFoundError:
            return Meanwhile.GONE
        except OSError:
            return Meanwhile.CHANGED

    def look_soon(self) -> None:
        """Look at the file once it is left alone."""
        self._soon.start()

    def _add(self) -> None:
        if self._path is not None:
            self._watcher.addPaths([str(self._path), str(self._path.parent)])

    def _look(self) -> None:
        if self._path is None:
            return
        self._add()  # a file that was replaced is watched no more
        try:
            now = self._path.read_bytes()
        except OSError:
            return
        if now != self._known:
            self._known = now
            self.changed.emit()
