"""Read files in a thread, with a way to stop: a folder of another computer may never answer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kneetree.files import edit_lock, meanwhile, opening
from kneetree.files.backups import Backup
from kneetree.files.edit_lock import EditLock, Holder
from kneetree.files.journal import Recovered
from kneetree.files.meanwhile import Contents, Seen
from kneetree.files.names import shown
from kneetree.files.opening import Kept, Left, Opened
from kneetree.ui.background import in_thread
from kneetree.ui.document import earlier, recovery
from kneetree.ui.document.earlier import Earlier


def read(parent: QWidget | None, path: Path) -> Opened | None:
    """Return what is in a tree file, ``None`` if the person has stopped waiting for it.

    Raises ``FileProblem`` if it cannot be read.
    """
    return in_thread.result_of(parent, _opening(path), partial(opening.steps, path), "opening")


def read_left(parent: QWidget | None, work: Recovered) -> Left | None:
    """Return the file of unsaved work as ``read`` does."""
    path = Path(work.about.path or work.tree.title)
    return in_thread.result_of(parent, _opening(path), partial(opening.steps_left, work), "taking back")


def unsaved(parent: QWidget | None, folder: Path) -> recovery.Left | None:
    """Return the unsaved work in a folder of journals, ``None`` if the person has stopped waiting for it."""
    words = QCoreApplication.translate("Reading", "Looking for work that was not saved…")
    return in_thread.result_of(parent, words, partial(recovery.steps_left, folder), "looking for unsaved work")


def look(parent: QWidget | None, path: Path, known: Contents, more: list[Path]) -> Seen | None:
    """Return what has become of the tree file ``path`` and those beside it, ``None`` if the person does not wait."""
    return in_thread.result_of(parent, _looking(path), partial(meanwhile.steps, known, more), "looking")


def is_locked(parent: QWidget | None, path: Path, locks: Path) -> bool | None:
    """Return whether another window edits a file, by the folder of ``locks``; ``None`` if the person stops waiting."""
    return in_thread.result_of(parent, _looking(path), partial(edit_lock.steps_held, locks, path), "looking at a lock")


def take_lock(parent: QWidget | None, lock: EditLock) -> tuple[Holder | None] | None:
    """Take the lock of a file and return who holds it; ``None`` if the person has stopped waiting for that."""
    return in_thread.result_of(parent, _looking(lock.path), partial(edit_lock.steps_take, lock), "taking a lock")


def states(parent: QWidget | None, folder: Path, path: Path, languages: list[str]) -> list[Earlier] | None:
    """Return the earlier states of a file and those beside it; ``None`` if the person has stopped waiting for them."""
    work = partial(earlier.steps, folder, path, languages)
    return in_thread.result_of(parent, _looking(path), work, "earlier versions")


def kept(parent: QWidget | None, folder: Path, path: Path) -> Kept | None:
    """Return the earlier states of a file that cannot be read; ``None`` if the person has stopped waiting for them."""
    return in_thread.result_of(parent, _looking(path), partial(opening.steps_kept, folder, path), "earlier versions")


def read_earlier(parent: QWidget | None, path: Path, state: Backup) -> Opened | None:
    """Return an earlier state of a file as ``read`` returns the file."""
    return in_thread.result_of(parent, _opening(path), partial(opening.steps_earlier, path, state), "earlier version")


def _looking(path: Path) -> str:
    return QCoreApplication.translate("Reading", "Looking at {name}…").format(name=shown(path.name))


def _opening(path: Path) -> str:
    return QCoreApplication.translate("Reading", "Opening {name}…").format(name=shown(path.name))
