"""Notice when somebody else writes the file of the open tree, or a language file beside it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from kneetree.errors import FileProblem
from kneetree.files import whole_files

_SETTLED_MS = 300
"""How long a file is left alone before it is looked at: programs write it in several steps."""


class Meanwhile(Enum):
    """What has become of a file since it was read or written last."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNREADABLE = "unreadable"
    """There is something, but it is no file any more or may not be read."""


class Found(NamedTuple):
    """What has become of the files that are watched, and the first of them that is not as it was."""

    what: Meanwhile
    path: Path | None = None


class FileWatch(QObject):
    """Watches the file of one tree at a time, and those beside it.

    Signals: ``changed()`` one is gone, or holds other bytes than were read or written last; once for each state.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._known: dict[Path, bytes | None] = {}
        self._told: dict[Path, bytes | None] = {}
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._soon.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self.look_soon)
        self._watcher.directoryChanged.connect(self.look_soon)

    def follow(self, path: Path, data: bytes, beside: Mapping[Path, bytes] | None = None) -> None:
        """Watch a file and those ``beside`` it, which hold these bytes as far as we know."""
        if path != self._path:
            self.stop()
        self._path = path
        self._known = {path: data, **(beside or {})}
        self._told = dict(self._known)
        self._add()

    @property
    def beside(self) -> dict[Path, bytes]:
        """What the files beside the one that is watched hold as far as we know."""
        return {path: data for path, data in self._known.items() if path != self._path and data is not None}

    def stop(self) -> None:
        """Watch nothing."""
        self._path = None
        self._soon.stop()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)

    def wrote(self, path: Path, data: bytes) -> None:
        """Count ``data`` as known, since we have written it ourselves."""
        self._known[path] = self._told[path] = data

    def meanwhile(self, more: Iterable[Path] = ()) -> Found:
        """Return what has become of the files, also where the system tells of no changes.

        ``more`` are files about to be written, which are not there as far as we know.
        """
        if self._path is None:
            return Found(Meanwhile.SAME)
        for path in dict.fromkeys((*self._known, *more)):
            now = _content(path)
            if now != self._known.get(path):
                lost = Meanwhile.UNREADABLE if os.path.lexists(path) else Meanwhile.GONE
                return Found(lost if now is None else Meanwhile.CHANGED, path)
        return Found(Meanwhile.SAME)

    def accept(self, more: Iterable[Path] = ()) -> None:
        """Count what the files hold now as known: somebody has decided about them."""
        if self._path is not None:
            self._known = {path: _content(path) for path in dict.fromkeys((*self._known, *more))}
            self._told = dict(self._known)

    def look_soon(self) -> None:
        """Look at the files once they are left alone."""
        self._soon.start()

    def _add(self) -> None:
        if self._path is not None:
            # Qt cannot watch a name that is not UTF-8; saving compares all the same.
            names = [str(path) for path in (*self._known, self._path.parent)]
            self._watcher.addPaths([name for name in names if name.isprintable()])

    def _look(self) -> None:
        if self._path is None:
            return
        self._add()  # a file that was replaced is watched no more
        now = {path: _content(path) for path in self._known}
        if now != self._told:
            self._told = now
            if now != self._known:
                self.changed.emit()


def _content(path: Path) -> bytes | None:
    """Return what a file holds, ``None`` if there is none."""
    try:
        return whole_files.read_bytes(path)
    except FileProblem:  # it is gone, is a folder or a pipe now, or may not be read any more
        return None
