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
    GONE = "gone"
    """There is no such file any more, or it cannot be read."""


class FileWatch(QObject):
    """Watches one file at a time.

    Signals: ``changed()`` it is gone, or holds other bytes than were read or written last; once for each state.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._known: bytes | None = b""
        self._told: bytes | None = b""
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
        self._told = data
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
        now = _content(self._path)
        return Meanwhile.SAME if now == self._known else Meanwhile.GONE if now is None else Meanwhile.CHANGED

    def accept(self) -> None:
        """Count what the file holds now as known: somebody has decided about it."""
        if self._path is not None:
            self._known = self._told = _content(self._path)

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
        now = _content(self._path)
        if now != self._told:
            self._told = now
            if now != self._known:
                self.changed.emit()


def _content(path: Path) -> bytes | None:
    """Return what a file holds, ``None`` if there is none."""
    try:
        return path.read_bytes()
    except OSError:  # it is gone, is a folder now, or may not be read any more
        return None
