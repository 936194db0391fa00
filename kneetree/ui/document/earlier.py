"""Earlier states of the open tree's files, which are kept when a file is written over."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import accumulate, product
from operator import itemgetter
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple

from kneetree.files import backups, beside, translation, whole_files
from kneetree.files.backups import Backup
from kneetree.files.meanwhile import Contents
from kneetree.files.texts import Language


def states(folder: Path, path: Path | None) -> list[Backup]:
    """Return the earlier states of a file that are kept in the program's ``folder``, the newest first."""
    return [] if path is None else backups.kept(backups.folder_of(folder, path))


class Earlier(NamedTuple):
    """An earlier state: the local time at which it was replaced, where it lies, and the language if it is of one."""

    when: datetime
    path: Path
    language: str = ""


def steps(folder: Path, path: Path, languages: Collection[str] = ()) -> Iterator[list[Earlier]]:
    """Yield the earlier states of a tree file and of the language files beside it, the newest first, for a thread.

    The folder of a state does not tell its name, so all languages of two letters are looked for, and ``languages``.
    Those of one file stay in the order in which they were made, although the clock was set back meanwhile.
    """
    found = _by_latest(states(folder, path), "")
    for code in dict.fromkeys((*languages, *map("".join, product(ascii_lowercase, repeat=2)))):
        found += _by_latest(states(folder, beside.place_of_language(path, code)), code)
    yield [state for _, state in sorted(found, key=itemgetter(0), reverse=True)]


def _by_latest(found: Sequence[Backup], language: str) -> list[tuple[datetime, Earlier]]:
    """Return the states of one file, the newest first, each with the latest time at which it or one before was made."""
    latest = list(accumulate((state.when for state in reversed(found)), max))
    made = [Earlier(state.when, state.path, language) for state in found]
    return list(zip(reversed(latest), made, strict=True))


def language_in(state: Earlier) -> Language:
    """Return the language file in an earlier state; raise ``KneetreeError`` if it cannot be read."""
    return translation.decode(whole_files.read_bytes(state.path), state.path.name)


def keep_all(folder: Path, held: Contents) -> bool:
    """Keep what files held when they were read or written last, where other programs have written over it since.

    Returns whether there was room for all of it.
    """
    kept = [keep(folder, path, data) for path, data in held.items() if data is not None]  # one that fails stops none
    return all(kept)


def keep(folder: Path, path: Path, data: bytes) -> bool:
    """Keep ``data`` as the newest earlier state of a file; return whether there was room for it."""
    return backups.keep(backups.folder_of(folder, path), data, datetime.now()) is not None
