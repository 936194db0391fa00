"""The crash journal: what an author has changed and not yet saved, in a folder of its own.

Each change is one line, handed to the operating system at once, so that a killed program loses
nothing that was applied.  A line that was torn by the end is left out when the work is read back.
Whether the program that wrote a journal still runs is not known here: the window keeps a lock.
"""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import msgspec
from msgspec import Struct

from kneetree.errors import FileProblem, KneetreeError
from kneetree.files import tree_files
from kneetree.files.change_json import from_json, to_json
from kneetree.model.change import Change
from kneetree.model.tree import Tree

_BASE, _CHANGES, _ABOUT = "base.json", "changes.jsonl", "about.json"


class About(Struct, frozen=True):
    """Which file a journal belongs to (``""``: never saved) and the hour of its start (ISO)."""

    path: str
    started: str


class Recovered(Struct, frozen=True):
    """Work read back: the tree as it was when the program ended, over ``base`` as it was on disk."""

    about: About
    base: bytes
    tree: Tree
    changes: tuple[Change, ...]


class Journal:
    """An open journal in ``folder``, which is made.  ``FileProblem`` where that cannot be written."""

    def __init__(self, folder: Path, base: bytes, about: About) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / _BASE).write_bytes(base)
            (folder / _ABOUT).write_bytes(msgspec.json.encode(about))
            self._file: io.FileIO | None = io.FileIO(folder / _CHANGES, "w")
        except OSError as error:
            raise FileProblem(f"The crash journal cannot be written in {folder}; save often.") from error

    def append(self, change: Change) -> None:
        """Put down one change.  ``FileProblem`` where the disk is full; the journal goes on if it can."""
        if self._file is None:
            return
        try:
            self._file.write(to_json(change) + b"\n")
        except OSError as error:
            raise FileProblem("The crash journal cannot be written (is the disk full?); save now.") from error

    def discard(self) -> None:
        """Close and remove it: all is saved, or given up."""
        if self._file is not None:
            self._file.close()
            self._file = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def leave(self) -> None:
        """Close it and leave it on disk for the next start."""
        if self._file is not None:
            self._file.close()
            self._file = None


def read(folder: Path) -> Recovered | None:
    """The work in a journal that was left, or ``None`` where there is none to give back.

    Changes are applied one by one; the first that is torn or does not fit ends the reading.
    """
    try:
        base = (folder / _BASE).read_bytes()
        about = msgspec.json.decode((folder / _ABOUT).read_bytes(), type=About)
        lines = (folder / _CHANGES).read_bytes().split(b"\n")
        tree = tree_files.decode_tree(base, _BASE)
    except (OSError, msgspec.MsgspecError, KneetreeError):
        return None
    changes = []
    for line in lines[:-1]:
        try:
            change = from_json(line)
            tree.apply(change)
        except KneetreeError:
            break
        changes.append(change)
    return Recovered(about, base, tree, tuple(changes)) if changes else None
