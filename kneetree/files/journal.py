"""The crash journal: what an author has changed and not yet saved, in a folder of its own.

Each change is one line that is handed to the operating system at once, so that nothing applied is lost if the program
is killed.  A last line that was written only in part is left out when the work is read back.  This module does not
know whether the program that wrote a journal is still running: the window keeps a lock for that.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from kneetree.errors import FileProblem, KneetreeError
from kneetree.files import beside, tree_files
from kneetree.files.change_json import from_json, to_json
from kneetree.model.change import Change
from kneetree.model.texts import Texts
from kneetree.model.tree import Tree

_BASE, _CHANGES, _ABOUT = "base.json", "changes.jsonl", "about.json"


class About(Struct, frozen=True):
    """The file that a journal belongs to (``""`` if it was never saved) and the ISO time at which it began."""

    path: str
    started: str


class Recovered(Struct, frozen=True):
    """Work read back: the tree as it was when the program ended, and the file ``base`` to which changes were made."""

    about: About
    base: bytes
    tree: Tree
    changes: tuple[Change, ...]
    translations: dict[str, Texts] = {}
    """The texts in other languages as they were when ``base`` was written."""


class Journal:
    """An open journal in ``folder``, which is created; raises ``FileProblem`` if that cannot be written.

    ``languages`` are the files of other languages beside ``base``, by their code.
    """

    def __init__(self, folder: Path, base: bytes, about: About, languages: Mapping[str, bytes] | None = None) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / _BASE).write_bytes(base)
            for code, texts in (languages or {}).items():
                (folder / f"base.{code}.json").write_bytes(texts)
            (folder / _ABOUT).write_bytes(msgspec.json.encode(about))
            self._file: io.FileIO | None = io.FileIO(folder / _CHANGES, "w")
        except OSError as error:
            raise FileProblem(f"The crash journal cannot be written in {folder}; save often.") from error

    def append(self, change: Change) -> None:
        """Write one change, or nothing if the journal is closed.

        Raises ``FileProblem`` if that fails, for example because the disk is full; later changes can still be written.
        """
        if self._file is None:
            return
        try:
            self._file.write(to_json(change) + b"\n")
        except OSError as error:
            raise FileProblem("The crash journal cannot be written (is the disk full?); save now.") from error

    def discard(self) -> None:
        """Close and delete the journal, once its changes are saved or given up."""
        if self._file is not None:
            self._file.close()
            self._file = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def leave(self) -> None:
        """Close the journal and leave it on disk for the next start."""
        if self._file is not None:
            self._file.close()
            self._file = None


def read(folder: Path) -> Recovered | None:
    """Return the work in a journal that was left, or ``None`` if there is nothing to recover.

    Changes are applied one by one; the first that is incomplete or does not fit ends the reading.
    """
    try:
        base = (folder / _BASE).read_bytes()
        about = msgspec.json.decode((folder / _ABOUT).read_bytes(), type=About)
        lines = (folder / _CHANGES).read_bytes().split(b"\n")
        tree = beside.with_languages(tree_files.decode_tree(base, _BASE), beside.read(folder / _BASE)[0])
        translations = dict(tree.translations)
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
    return Recovered(about, base, tree, tuple(changes), translations) if changes else None
