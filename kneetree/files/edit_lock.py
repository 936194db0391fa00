"""Who edits a file: at most one window of this computer at a time.

The lock is in the program's own folder and not beside the tree, since answering questions must not write there.  The
system lets it go when the process ends, however it ends.  It does not reach other computers.
"""

from __future__ import annotations

import getpass
import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec
from filelock import FileLock, Timeout

from kneetree.errors import FileProblem
from kneetree.files import names, whole_files


class Holder(NamedTuple):
    """Who edits a file, and since when (local time); empty and ``None`` where that cannot be read."""

    who: str = ""
    since: datetime | None = None


class EditLock:
    """The lock of one file; ``folder`` is made when it is taken."""

    def __init__(self, folder: Path, path: Path) -> None:
        self.path = path
        self._folder = folder
        self._held: list[FileLock] = []

    def take(self) -> Holder | None:
        """Take the lock; return ``None``, or who holds it.

        Where no lock can be had, because the folder cannot be written, none is needed: nobody else gets one either.
        """
        if self._held:
            return None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for name in _names(self.path):
                place = self._folder / f"{name}.lock"
                lock = FileLock(place, blocking=False, thread_local=False)
                try:
                    lock.acquire()
                except Timeout:
                    self.release()
                    return _read(place)
                self._held.append(lock)
                _tell(place, msgspec.json.encode({"who": _who(), "since": datetime.now().isoformat()}))
        except (OSError, NotImplementedError):
            return None
        return None

    def release(self) -> None:
        """Let the lock go."""
        for lock in self._held:
            with suppress(OSError):
                lock.release(force=True)
        self._held = []


def steps_take(lock: EditLock) -> Iterator[tuple[Holder | None]]:
    """Yield in a tuple what ``lock.take`` returns, for a thread; a lock that nobody waits for any more is let go."""
    try:
        yield (lock.take(),)
    except GeneratorExit:
        lock.release()
        raise


def steps_held(folder: Path, path: Path) -> Iterator[bool]:
    """Yield whether somebody holds the lock of a file, for a thread."""
    lock = EditLock(folder, path)
    held = lock.take() is not None
    lock.release()
    yield held


def _names(path: Path) -> list[str]:
    """Return the names of the locks of a file: by where it really lies, and by what it is if it has several names."""
    real = names.real(path)
    found = [hashlib.sha256(os.fsencode(real)).hexdigest()[:24]]
    with suppress(OSError, ValueError):
        status = real.stat()
        if status.st_nlink > 1:
            found.append(f"{status.st_dev}-{status.st_ino}")
    return found


def _about(place: Path) -> Path:
    """Return the file that says who holds a lock: the lock itself is emptied by every process that tries it."""
    return place.with_suffix(".json")


def _tell(place: Path, held: bytes) -> None:
    """Write who holds a lock, in place of whatever is there: a pipe would wait for somebody who reads it."""
    about = _about(place)
    with suppress(OSError):
        if not whole_files.is_there(about):
            about.unlink(missing_ok=True)
        about.write_bytes(held)


def _read(place: Path) -> Holder:
    try:
        held = msgspec.json.decode(whole_files.read_bytes(_about(place)), type=dict[str, str])
        return Holder(held["who"][:60], datetime.fromisoformat(held["since"]))
    except (FileProblem, msgspec.MsgspecError, KeyError, ValueError):
        return Holder()


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # there is no such user in the system
        return ""
