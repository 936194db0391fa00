"""Work that was not saved: a journal for each open document, found again after a crash.

A lock beside each journal tells whether the program that writes it still runs.  This module knows files and
changes, never the document.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile

from kneetree.errors import FileProblem
from kneetree.files import journal
from kneetree.files.journal import Journal, Recovered
from kneetree.model.change import Change

BACKUPS = 10
"""How many earlier states of one file are kept."""


class Recovery:
    """The journal of one document in ``folder``; nothing is written before the first change."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._journal: Journal | None = None
        self._lock: QLockFile | None = None

    @property
    def running(self) -> bool:
        """Whether changes are being put down now."""
        return self._journal is not None

    def begin(self, base: bytes, path: Path | None, languages: Mapping[str, bytes] | None = None) -> None:
        """Start a journal over the bytes of a file and of its languages, by code.

        Raises ``FileProblem`` if it cannot be written.
        """
        self.discard()
        place = self._folder / uuid.uuid4().hex
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileProblem(f"The crash journal cannot be written in {self._folder}; save often.") from error
        lock = _lock(place)
        lock.tryLock(0)
        started = datetime.now().astimezone().isoformat(timespec="seconds")
        self._journal = Journal(place, base, journal.About(str(path or ""), started), languages)
        self._lock = lock

    def append(self, change: Change) -> None:
        """Write down one change, at once; do nothing before ``begin``."""
        if self._journal is not None:
            self._journal.append(change)

    def discard(self) -> None:
        """Delete the journal, since all is saved or given up."""
        if self._journal is not None:
            self._journal.discard()
            self._journal = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def abandoned(self) -> list[tuple[Path, Recovered]]:
        """Return the work of programs that ended without saving, newest first, and clear empty journals away."""
        found = []
        for place in sorted(self._folder.glob("*/about.json")):
            folder = place.parent
            lock = _lock(folder)
            if not lock.tryLock(0):
                continue
            lock.unlock()
            work = journal.read(folder)
            if work is None:
                forget(folder)
            else:
                found.append((folder, work))
        return sorted(found, key=lambda pair: pair[1].about.started, reverse=True)


def forget(folder: Path) -> None:
    """Clear an abandoned journal away whose work is open again, or not wanted."""
    for place in [
        *(folder / name for name in ("about.json", "base.json", "changes.jsonl")),
        *folder.glob("base.*.json"),
    ]:
        with suppress(OSError):  # it is offered once more then, which is better than nothing being offered
            place.unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


def is_there(path: Path) -> bool:
    """Return whether ``path`` is an ordinary file; false too if the system does not even tell."""
    try:
        return path.is_file()
    except OSError:  # a folder that may not be read, a name that is too long
        return False


def keep_backup(folder: Path, path: Path, now: datetime) -> Path | None:
    """Copy a file that is about to be written over; the oldest copies beyond ``BACKUPS`` go.

    Returns the copy, or ``None`` if there is nothing to keep or no room for it: a save never fails for its backup.
    """
    try:
        data = path.read_bytes()
        folder.mkdir(parents=True, exist_ok=True)
        copies = sorted(folder.glob(f"{path.stem}-*.json"))
        if copies and copies[-1].read_bytes() == data:
            return copies[-1]
        copy = folder / f"{path.stem}-{now:%Y%m%d-%H%M%S-%f}.json"
        copy.write_bytes(data)
        for old in copies[: max(0, len(copies) + 1 - BACKUPS)]:
            old.unlink()
    except OSError:
        return None
    return copy


def _lock(place: Path) -> QLockFile:
    lock = QLockFile(str(place.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    return lock
