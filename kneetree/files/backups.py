"""Earlier states of a file, kept when it is written over: the newest ``MOST`` in a folder of its own.

They are numbered in the order in which they were made, so a clock that is set back changes nothing, and the name of the
file does not matter.  A copy is whole or not there, and an old one goes only when the new one is whole.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kneetree.errors import FileProblem
from kneetree.files import names, whole_files

MOST = 10
"""How many earlier states of one file are kept."""
_NAME = re.compile(r"(\d{6,})-(\d{8}-\d{6})\.json")
_WHEN = "%Y%m%d-%H%M%S"


class Backup(NamedTuple):
    """An earlier state of a file: its number, the local time at which it was replaced, and where it lies."""

    number: int
    when: datetime
    path: Path


def folder_of(root: Path, path: Path) -> Path:
    """Return the folder in ``root`` for the earlier states of the file ``path``."""
    return root / "backups" / hashlib.sha256(os.fsencode(names.real(path))).hexdigest()[:12]


def kept(folder: Path) -> list[Backup]:
    """Return the earlier states in a folder, the newest first; none if it cannot be read."""
    try:
        return _kept(folder)
    except OSError:
        return []


def keep(folder: Path, data: bytes, now: datetime) -> Path | None:
    """Keep ``data``, which is about to be replaced, and let the oldest states beyond ``MOST`` go.

    Returns where it is kept, or ``None`` if there is no room for it or no permission: a save never fails for its
    backup.  What is the newest state already is not kept twice.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        before = _kept(folder)
        if before and _holds(before[0].path, data):
            return before[0].path
        number = before[0].number + 1 if before else 1
        copy = folder / f"{number:06d}-{now.strftime(_WHEN)}.json"
        whole_files.write_bytes(copy, data)
    except (OSError, FileProblem):
        return None
    for old in before[MOST - 1 :]:
        with suppress(OSError):
            old.path.unlink()
    return copy


def _holds(path: Path, data: bytes) -> bool:
    """Return whether a file holds ``data``; what is no file, or as large as none of ours, is not read."""
    try:
        return path.stat().st_size == len(data) and whole_files.read_bytes(path) == data
    except (OSError, FileProblem):
        return False


def _kept(folder: Path) -> list[Backup]:
    found = []
    for path in folder.iterdir():
        match = _NAME.fullmatch(path.name)
        if match is not None:
            with suppress(ValueError):  # no such day: somebody else made it
                found.append(Backup(int(match[1]), datetime.fromisoformat(match[2].replace("-", "T")), path))
    return sorted(found, reverse=True)
