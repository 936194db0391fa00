"""Notice when somebody else writes the file of the open tree, or a language file beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from kneetree.files import meanwhile
from kneetree.files.meanwhile import Contents, Seen
from kneetree.ui.background.task import LOOK_MS, Task

_SETTLED_MS = 300
"""How long a file is left alone before it is looked at: programs write it in several steps."""


class FileWatch(QObject):
    """Watches the file of one tree at a time, and those beside it.

    They are read in a thread, since a folder may never answer.  Qt asks the disk in the window's thread, so it is told
    to watch a folder only once that has answered.  Signals: ``changed()`` one is gone, or holds other bytes than were
    read or written last; once for each state.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._known: dict[Path, bytes | None] = {}
        self._told: dict[Path, bytes | None] = {}
        self.being_written: Callable[[], bool] = bool
        """Whether we write the files ourselves just now, so that nothing is to be told of them."""
        self._watcher = QFileSystemWatcher(self)
        self._task: Task[tuple[Seen, list[str]]] | None = None
        self._waiting: Task[list[str]] | None = None
        """What waits for an answer of the disk before the files are watched."""
        self._asked: Contents = {}
        self._poll = QTimer(self, interval=LOOK_MS)
        self._poll.timeout.connect(self._on_poll)
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
        self._waiting = Task(partial(_found, self._names), "looking for the open files")
        self._waiting.start()
        self._poll.start()

    @property
    def beside(self) -> dict[Path, bytes]:
        """What the files beside the one that is watched hold as far as we know."""
        return {path: data for path, data in self._known.items() if path != self._path and data is not None}

    def stop(self) -> None:
        """Watch nothing, and no longer wait for an answer from the folder."""
        self._path = self._task = self._waiting = None
        self._soon.stop()
        if self._watched:
            self._watcher.removePaths(self._watched)

    def wrote(self, path: Path, data: bytes | None) -> None:
        """Count ``data`` as known, since we have written it ourselves, or taken the file away."""
        self._known = {**self._known, path: data}
        self._told = {**self._told, path: data}

    @property
    def known(self) -> Contents | None:
        """What all watched files hold as far as we know, ``None`` if nothing is watched."""
        return dict(self._known) if self._path is not None else None

    def accept(self, now: Contents) -> None:
        """Count what files hold ``now`` as known: somebody has decided about them."""
        if self._path is not None:
            self._known = {**self._known, **now}
            self._told = dict(self._known)

    def look_soon(self) -> None:
        """Look at the files once they are left alone."""
        self._soon.start()

    @property
    def _names(self) -> list[str]:
        """What is to be watched; Qt cannot watch a name that is not UTF-8, and saving compares all the same."""
        names = [str(path) for path in (*self._known, *([] if self._path is None else [self._path.parent]))]
        return [name for name in names if name.isprintable()]

    @property
    def _watched(self) -> list[str]:
        return [*self._watcher.files(), *self._watcher.directories()]

    def _add(self, there: list[str]) -> bool:
        """Watch what is ``there`` and not watched yet, and return whether there was anything."""
        if self._path is None or not there:
            return False
        before = len(self._watched)
        self._watcher.addPaths(there)
        return len(self._watched) > before

    def _look(self) -> None:
        if self._path is None:
            return
        if self._task is not None or self.being_written():
            self._soon.start()
            return
        self._asked = self._known
        self._task = Task(partial(_looked_at, dict(self._known), self._names), "looking at the open files")
        self._task.start()
        self._poll.start()

    def _on_poll(self) -> None:
        if self._waiting is not None and self._waiting.done:
            (there,) = self._waiting.results()
            self._waiting = None
            if self._add(there) or len(self._watched) < len(self._names):
                self._soon.start()  # it may have been altered or taken away since it was read
        task = self._task
        if task is None or not task.done:
            if task is None and self._waiting is None:
                self._poll.stop()
            return
        self._task = None
        (((_, now), there),) = task.results()
        if self._path is None:
            return
        # What we wrote meanwhile, or what was opened, was not looked at; a file that was replaced is watched no more.
        if self._asked is not self._known or self.being_written() or self._add(there):
            self._soon.start()
        elif now != self._told:
            self._told = dict(now)
            if now != self._known:
                self.changed.emit()


def _looked_at(contents: Contents, names: Iterable[str]) -> Iterator[tuple[Seen, list[str]]]:
    """Yield what files hold now, and which of ``names`` are there."""
    for seen in meanwhile.steps(contents):
        for there in _found(names):
            yield seen, there


def _found(names: Iterable[str]) -> Iterator[list[str]]:
    """Yield the names of what is there: Qt would complain of a link that leads nowhere or back to itself."""
    yield [name for name in names if os.path.exists(name)]  # noqa: PTH110 - Path raises where nobody may look
