"""Where a tree file cannot be read, say that the program keeps earlier versions of it, if it does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kneetree.cli import printing
from kneetree.errors import FileProblem, KneetreeError
from kneetree.files import backups, own_folder, tree_files


def kept(path: Path) -> bool:
    """Return whether there are earlier versions of a file."""
    return bool(backups.kept(backups.folder_of(own_folder.place(), path)))


@contextmanager
def pointed_out(*paths: Path | None) -> Iterator[None]:
    """Add to the error of a tree file among ``paths`` that cannot be read which command opens what it held before."""
    try:
        yield
    except FileProblem as error:
        for path in filter(None, paths):
            if kept(path) and not _is_readable(path):
                raise KneetreeError(
                    "{problem} kneetree keeps earlier versions of this file; to open one of them, type: {command}",
                    problem=error.sentence,
                    command=printing.command(["kneetree", str(path)]),
                ) from error
        raise


def _is_readable(path: Path) -> bool:
    try:
        tree_files.read_tree(path)
    except KneetreeError:
        return False
    return True
