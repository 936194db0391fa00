"""What has become of files since they were read or written last; knows nothing of who watches them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from kneetree.errors import FileProblem
from kneetree.files import whole_files

Contents = Mapping[Path, bytes | None]
"""What files hold, ``None`` for one that is not there or cannot be read."""


class Meanwhile(Enum):
    """What has become of a file since it was read or written last."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNREADABLE = "unreadable"
    """Something is there, but it is no longer a file or may not be read."""


class Found(NamedTuple):
    """What has become of some files, and the first of them that is not as it was."""

    what: Meanwhile
    path: Path | None = None


class Seen(NamedTuple):
    """What was found when files were looked at, and what they hold now."""

    found: Found
    now: Contents


def look(known: Contents, more: Iterable[Path] = ()) -> Seen:
    """Look at files whose content is ``known``, and at ``more``, which are not there as far as we know."""
    now = contents((*known, *more))
    for path, content in now.items():
        if content != known.get(path):
            return Seen(Found(_lost(path) if content is None else Meanwhile.CHANGED, path), now)
    return Seen(Found(Meanwhile.SAME), now)


def _lost(path: Path) -> Meanwhile:
    """Return what has become of a file that cannot be read: it is gone only if the system says so."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return Meanwhile.GONE
    except (OSError, ValueError):  # nobody may look into its folder, or that does not answer
        return Meanwhile.UNREADABLE
    return Meanwhile.UNREADABLE


def contents(paths: Iterable[Path]) -> dict[Path, bytes | None]:
    """Return what files hold now."""
    return {path: _content(path) for path in dict.fromkeys(paths)}


def steps(known: Contents, more: Iterable[Path] = ()) -> Iterator[Seen]:
    """Yield what ``look`` returns, for a thread."""
    yield look(known, more)


def _content(path: Path) -> bytes | None:
    try:
        return whole_files.read_bytes(path)
    except FileProblem:  # it is gone, is a folder or a pipe now, or may not be read any more
        return None
