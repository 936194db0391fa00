"""The menu of files opened last; each is looked at in a thread, so that a folder that never answers holds up nothing.

A file that cannot be opened is greyed, with the reason in its tip, unless the program keeps earlier versions of it.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kneetree.files import backups
from kneetree.files.names import shown
from kneetree.ui.background.task import LOOK_MS, Task
from kneetree.ui.document import recent_files

PATIENCE_S = 2.0
"""For how long an answer is waited for."""
_GONE = 0
"""Means that something is there that is not an ordinary file."""


class _Found(NamedTuple):
    """Why a file cannot be read, as a number of the system, and whether there are earlier versions of it."""

    reason: int | None
    kept: bool


class RecentMenu(QObject):
    """Fills the menu each time it is opened; the action of a file holds its path.

    Earlier versions are looked for in the program's own ``folder``.
    """

    def __init__(self, menu: QMenu, folder: Path) -> None:
        super().__init__(menu)
        self._menu = menu
        self._folder = folder
        self._tasks: dict[Path, Task[_Found]] = {}
        self._since: dict[Path, float] = {}
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)
        menu.aboutToHide.connect(self._look.stop)

    def _fill(self) -> None:
        self._menu.clear()
        paths = recent_files.paths()
        for path in paths:
            # An ampersand in a file's name is not a mnemonic.
            action = self._menu.addAction(shown(path).replace("&", "&&"))
            action.setData(path)
            action.setToolTip("")
            if path not in self._tasks:  # else it is still not known since the menu was opened last
                self._tasks[path] = Task(partial(_look_at, path, self._folder), "looking at a recent file")
                self._tasks[path].start()
                self._since[path] = monotonic()
        if not paths:
            self._menu.addAction(self.tr("None yet")).setEnabled(False)
        self._on_look()
        self._look.start()

    def _on_look(self) -> None:
        for action in self._menu.actions():
            path = path_of(action)
            task = self._tasks.get(path) if path is not None else None
            if path is None or task is None:
                continue
            if task.done:
                (found,) = task.results()
                del self._tasks[path]
                self._tell(action, None if found.reason is None else self._words(found.reason), kept=found.kept)
            elif monotonic() - self._since[path] > PATIENCE_S:
                self._tell(action, self.tr("The folder of this file does not answer."))

    def _tell(self, action: QAction, reason: str | None, *, kept: bool = False) -> None:
        action.setEnabled(reason is None or kept)
        if reason is not None and kept:
            reason = f"{reason} {self.tr('Choose it to see earlier versions of it.')}"
        action.setToolTip(reason or "")

    def _words(self, reason: int) -> str:
        if reason == _GONE:
            return self.tr("This is not a file any more.")
        if reason in (errno.ENOENT, errno.ENOTDIR):
            return self.tr("This file is no longer there.")
        if reason in (errno.EACCES, errno.EPERM):
            return self.tr("You may not read this file or its folder.")
        return self.tr("This file cannot be reached: {reason}.").format(reason=os.strerror(reason).lower())


def path_of(action: QAction) -> Path | None:
    """Return the path that the action of a recent file holds, ``None`` for other actions."""
    held = action.data()
    return held if isinstance(held, Path) else None


def _look_at(path: Path, folder: Path) -> Iterator[_Found]:
    """Yield what is known of a file; its earlier versions count only where it cannot be read."""
    reason = _reason(path)
    yield _Found(reason, reason is not None and bool(backups.kept(backups.folder_of(folder, path))))


def _reason(path: Path) -> int | None:
    """Return why a file cannot be read as a number of the system, ``None`` if it can be."""
    try:
        status = path.stat()
        readable = os.access(path, os.R_OK)
    except OSError as error:
        return error.errno or errno.EIO
    except ValueError:
        return errno.ENOENT
    return _GONE if not stat.S_ISREG(status.st_mode) else None if readable else errno.EACCES
