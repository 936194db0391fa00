"""Work that was not saved: a journal for each open document, found again after a crash.

This module knows files and changes, never the document.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree.errors import FileProblem
from kneetree.files import journal
from kneetree.files.journal import SUFFIX, Journal, Nothing, Recovered
from kneetree.model.change import Change
from kneetree.ui.background.task import LOOK_MS, Task
from kneetree.ui.document.journal_base import JournalBase
from kneetree.ui.language import told

SYNC_MS = 700
"""How long a change may wait until it is put on the disk; with the time that takes, less than a second."""
LOOK_AGAIN_MS = 5_000
"""How often it is looked whether the journal is still there."""
SET_ASIDE = "set aside"
"""The folder, beside the journals, of those that could not be read."""


class SetAside(NamedTuple):
    """A journal that could not be read, or not to its end: where it lies now, and why."""

    path: Path
    why: Nothing


class Left(NamedTuple):
    """What programs that ended without saving have left: work to take back, newest first, and what was set aside."""

    work: list[tuple[Path, Recovered]]
    set_aside: list[SetAside]


class Recovery(QObject):
    """The journal of one document in ``folder``; nothing is written before the first change.

    Signals: ``trouble(str)`` what was written could not be put on the disk; ``gone()`` somebody has deleted the
    journal.
    """

    trouble = Signal(str)
    gone = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._journal: Journal | None = None
        self._task: Task[bool] | None = None
        self._unsynced = False
        self._still_there = QTimer(self, interval=LOOK_AGAIN_MS)
        self._still_there.timeout.connect(self._sync)
        self._soon = QTimer(self, interval=SYNC_MS, singleShot=True)
        self._soon.timeout.connect(self._sync)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)

    @property
    def running(self) -> bool:
        """Whether changes are being put down now, in a journal that nobody has deleted."""
        return self._journal is not None and self._journal.is_there

    def begin(self, base: JournalBase, path: Path | None) -> None:
        """Start a journal of the tree in the file ``path``.  Raises ``FileProblem`` if it cannot be written."""
        self.discard()
        place = self.folder / f"{uuid.uuid4().hex}{SUFFIX}"
        started = datetime.now().astimezone().isoformat(timespec="seconds")
        self._journal = Journal(place, base.data, journal.About(str(path or ""), started), base.translations)
        self._still_there.start()
        for change in filter(None, base.changes):
            self.append(change)

    def append(self, change: Change) -> None:
        """Write down one change, at once; do nothing before ``begin``.  Raises ``FileProblem`` if that fails."""
        if self._journal is not None:
            self._journal.append(change)
            self._unsynced = True
            if not self._soon.isActive():
                self._soon.start()

    def discard(self) -> None:
        """Delete the journal, since all is saved or given up."""
        self._soon.stop()
        self._still_there.stop()
        if self._journal is not None:
            self._journal.discard()
            self._journal = None

    def _sync(self) -> None:
        if self._journal is None:
            return
        if self._task is not None:  # the disk is slow
            self._soon.start()
            return
        unsynced, self._unsynced = self._unsynced, False
        self._task = Task(partial(_synced, self._journal, unsynced), "putting the journal on the disk")
        self._task.start()
        self._look.start()

    def _on_look(self) -> None:
        task = self._task
        if task is None or not task.done:
            return
        self._look.stop()
        self._task = None
        try:
            (there,) = task.results()
        except FileProblem as error:
            self.trouble.emit(told(error))
        else:
            if not there and self._journal is not None and not self._journal.is_there:
                self.gone.emit()


def steps_left(folder: Path) -> Iterator[Left]:
    """Yield what programs that ended without saving have left, and clear away what holds no change.

    This is for a thread, since a journal is as large as its tree.
    """
    found = Left([], [])
    for place in _places(folder):
        work = journal.read(place)
        if isinstance(work, Recovered):
            found.work.append((place, work))
        elif work is Nothing.EMPTY:
            forget(place)
        elif work is not Nothing.IN_USE:
            found.set_aside.append(SetAside(set_aside(place), work))
    found.work.sort(key=lambda pair: _began(pair[1]), reverse=True)
    yield found


def _began(work: Recovered) -> tuple[float, str]:
    """Return when a journal was begun; the hour that the clocks are put back has two times of one name."""
    started = work.about.started
    try:
        return datetime.fromisoformat(started).timestamp(), started
    except (ValueError, OverflowError, OSError):  # nobody has written such a time
        return 0.0, started


def forget(place: Path) -> None:
    """Clear an abandoned journal away whose work is open again, or not wanted; it is offered again if that fails."""
    journal.put_away(place)


def set_aside(place: Path) -> Path:
    """Move a journal away from those that are offered, and return where it lies; it stays if it cannot be moved."""
    try:
        return journal.move(place, place.parent / SET_ASIDE)
    except OSError:
        return place


def _places(folder: Path) -> list[Path]:
    """Return the journals in a folder, a log whose database is gone and folders of earlier versions among them."""
    try:
        names = sorted(place.name for place in folder.iterdir())
    except OSError:
        return []
    found = {name.removesuffix("-wal") for name in names if name.removesuffix("-wal").endswith(SUFFIX)}
    found |= {name for name in names if (folder / name / "about.json").is_file()}
    return [folder / name for name in sorted(found)]


def _synced(journal: Journal, unsynced: bool) -> Iterator[bool]:
    """Put a journal on the disk if it has ``unsynced`` changes, and yield whether it is still there."""
    if unsynced:
        journal.sync()
    yield journal.is_there
