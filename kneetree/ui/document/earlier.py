"""Earlier states of the open tree's files, which are kept when a file is written over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kneetree.errors import FileProblem
from kneetree.files import backups, whole_files
from kneetree.files.backups import Backup


def states(folder: Path, path: Path | None) -> list[Backup]:
    """Return the earlier states of a file that are kept in the program's ``folder``, the newest first."""
    return [] if path is None else backups.kept(backups.folder_of(folder, path))


def steps(folder: Path, path: Path) -> Iterator[list[Backup]]:
    """Yield what ``states`` returns, for a thread."""
    yield states(folder, path)


def keep_file(folder: Path, path: Path) -> None:
    """Keep what is in a file now, if there is one: it is about to be written over."""
    with suppress(FileProblem):
        keep(folder, path, whole_files.read_bytes(path))


def keep(folder: Path, path: Path, data: bytes) -> bool:
    """Keep ``data`` as the newest earlier state of a file; return whether there was room for it."""
    return backups.keep(backups.folder_of(folder, path), data, datetime.now()) is not None
