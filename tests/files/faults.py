"""A program that saves, run by ``test_faults`` with a fault at another place each time.

    python -m tests.files.faults WORK FOLDER KIND PLACE...

For each PLACE a child does the WORK in FOLDER/PLACE.  If KIND is a system call, the child first makes so many calls of
that kind to a file of no importance that call number PLACE of the work is number ``at(KIND)`` of the process.  So one
run under strace, which lets that call of each process fail, has the fault somewhere else in each child.  If KIND is
"room", no file can grow beyond PLACE bytes, and the write that would do so is cut short.

What a child was told is in FOLDER/PLACE.told: a line for each step that seemed to work.
"""

from __future__ import annotations

import fcntl
import os
import resource
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kneetree import edits
from kneetree.errors import FileProblem
from kneetree.files import backups, beside, saving, translation, tree_files, whole_files
from kneetree.files.journal import About, Journal
from kneetree.files.saving import Order, Written
from kneetree.files.texts import FORMAT, Language
from kneetree.model.texts import Texts
from tests import trees

CHANGES = 3
DAY = datetime(2026, 11, 27, 12, 0, 0)
Tell = Callable[[str], None]


def at(kind: str) -> int:
    """Return which call of a kind fails in each process: more than the work makes, or Python before it."""
    return 4_000 if kind in ("openat", "read", "lseek", "close", "newfstatat") else 200


def old() -> bytes:
    """Return what is in the file before it is saved."""
    return tree_files.encode_tree(trees.small())


def new() -> bytes:
    """Return what is saved."""
    tree = trees.small()
    tree.apply(edits.set_title(tree, "New " + "x" * 19_000))
    return tree_files.encode_tree(tree)


def keep_journal(folder: Path, tell: Tell) -> None:
    """Put some changes down in a journal, on the disk as well, and leave it."""
    tree = trees.small()
    made = Journal(folder / "a.journal", old(), About("", "2026"))
    tell("begun")
    for number in range(CHANGES):
        change = edits.set_title(tree, f"Title {number} " + "x" * 3000)
        tree.apply(change)
        try:
            made.append(change)
            tell(f"change {number}")
        except FileProblem as problem:
            tell(f"problem: {problem}")
    made.sync()
    tell("on the disk")
    made.leave()
    tell("left")


def save(folder: Path, tell: Tell) -> None:
    """Keep a backup of a file and write over it."""
    path = folder / "tree.json"
    if backups.keep(folder / "backups", whole_files.read_bytes(path), DAY) is not None:
        tell("kept")
    whole_files.write_bytes(path, new())
    tell("saved")


def spanish(title: str) -> bytes:
    """Return a language file."""
    return translation.encode(Language(format=FORMAT, language="es", tree=Texts(of="12345678", title=title)))


def order(folder: Path, tell: Tell) -> None:
    """Save a tree with its Spanish as the window does, compared with what was read."""
    path = folder / "tree.json"
    place = beside.place_of_language(path, "es")
    read = beside.read(path)
    tree = beside.with_languages(trees.small(), {"es": translation.decode(spanish("Nuevo"), "es")})
    tree.apply(edits.set_title(tree, "New " + "x" * 19_000))
    known = {path: old(), place: spanish("Viejo")}
    outcome = saving.save(Order(path, tree, None, read.languages, False, known, folder / "program", 0))
    tell("saved" if isinstance(outcome, Written) else "not the same")


WORK: dict[str, Callable[[Path, Tell], None]] = {"journal": keep_journal, "save": save, "order": order}


_CALLS: dict[str, Callable[[int, str], object]] = {
    "pwrite64": lambda handle, _: os.pwrite(handle, b"x", 0),
    "write": lambda handle, _: os.write(handle, b"x"),
    "pread64": lambda handle, _: os.pread(handle, 1, 0),
    "read": lambda handle, _: os.read(handle, 1),
    "lseek": lambda handle, _: os.lseek(handle, 0, os.SEEK_SET),
    "close": lambda handle, _: os.close(os.dup(handle)),
    "fcntl": lambda handle, _: fcntl.fcntl(handle, fcntl.F_GETFL),
    "fsync": lambda handle, _: os.fsync(handle),
    "fdatasync": lambda handle, _: os.fdatasync(handle),
    "ftruncate": lambda handle, _: os.ftruncate(handle, 1),
    "fchown": lambda handle, _: os.fchown(handle, -1, -1),
    "chown": lambda _, place: os.chown(place, -1, -1),
    "chmod": lambda _, place: Path(place).chmod(0o600),
    "newfstatat": lambda _, place: Path(place).stat(),
    "listxattr": lambda _, place: os.listxattr(place),
    "openat": lambda _, place: os.close(os.open(place, os.O_RDONLY)),
    "mkdir": lambda _, place: Path(place).mkdir(),
    "unlink": lambda _, place: Path(place + ".none").unlink(),
    "rename": lambda _, place: Path(place + ".none").rename(place),
}
"""System calls that change nothing of importance, each of them one call."""


def _call(kind: str, handle: int, place: str) -> None:
    with suppress(FileNotFoundError, FileExistsError):
        _CALLS[kind](handle, place)


def _child(work: str, folder: Path, kind: str, place: int, told: int) -> None:
    idle = str(folder / f"{place}.idle")
    handle = os.open(idle, os.O_RDWR | os.O_CREAT)
    if kind == "room":
        resource.setrlimit(resource.RLIMIT_FSIZE, (place, place))
    else:
        made = 1 if kind == "openat" else 0
        for _ in range(at(kind) - 1 - place - made):
            _call(kind, handle, idle)

    def tell(line: str) -> None:
        os.writev(told, [line.encode() + b"\n"])  # not a write, which could be the call that fails

    try:
        WORK[work](folder / str(place), tell)
    except FileProblem as problem:
        tell(f"problem: {problem}")
    except BaseException:
        tell("fault: " + traceback.format_exc())


def main(work: str, folder: Path, kind: str, places: list[int]) -> None:
    """Let a child do the work for each place, one after the other."""
    for place in places:
        heard, told = os.pipe()
        child = os.fork()
        if child == 0:
            _child(work, folder, kind, place, told)
            os._exit(0)
        os.close(told)
        with os.fdopen(heard, "rb") as lines:
            (folder / f"{place}.told").write_bytes(lines.read())
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], [int(place) for place in sys.argv[4:]])
