"""Paths for Qt's file dialogs and from them, looked at in a thread first.

Such a dialog asks the disk in the window's thread: with a folder that never answers, the program would never answer
again either.  What it gives back may lack the bytes of a name that is not UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kneetree.files import names
from kneetree.files.whole_files import is_there
from kneetree.ui.background import in_thread


def folder(parent: QWidget | None, wanted: Path | None) -> Path | None:
    """Return the folder ``wanted``, or ``None`` if it is not there or the person does not wait for its answer."""
    if wanted is None:
        return None
    there = in_thread.result_of(parent, _looking(wanted), partial(_is_folder, wanted), "looking at a folder")
    return wanted if there else None


def place(parent: QWidget | None, wanted: Path) -> Path:
    """Return ``wanted``, or its name in the person's own folder if that of ``wanted`` is not there or not answering."""
    return wanted if folder(parent, wanted.parent) is not None else Path.home() / wanted.name


def meant(parent: QWidget | None, chosen: Path) -> Path:
    """Return the path that is meant by one that Qt has given, as far as its folders answer in time."""
    if names.is_whole(chosen):
        return chosen
    found = in_thread.result_of(parent, _looking(chosen), partial(names.steps_found, chosen), "looking for a name")
    return found or chosen


def there(parent: QWidget | None, wanted: Sequence[Path]) -> list[Path]:
    """Return those of some paths in one folder that are files, none if the person does not wait for the answer."""
    if not wanted:
        return []
    work = partial(_files_among, wanted)
    return in_thread.result_of(parent, _looking(wanted[0]), work, "looking for files") or []


def _looking(path: Path) -> str:
    return QCoreApplication.translate("Reading", "Looking at {name}\u2026").format(name=names.shown(path.name))


def _files_among(paths: Sequence[Path]) -> Iterator[list[Path]]:
    yield [path for path in paths if is_there(path)]


def _is_folder(path: Path) -> Iterator[bool]:
    try:
        yield path.is_dir()
    except (OSError, ValueError):  # it may not be looked at
        yield False
