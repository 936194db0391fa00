"""The crash journal: what an author has changed and not yet saved, in a file of its own.

It is an SQLite database with a write-ahead log.  Each change is one transaction that is handed to the operating system
at once, so nothing applied is lost if the program is killed.  ``sync`` puts it on the disk: called each second, it
leaves a power cut the last second.  Each change carries a checksum over itself and all before it, since a database does
not notice altered bytes.

The program that writes a journal holds it locked; ``read`` says so instead of reading it.  A journal that holds
anything that cannot be read is *damaged*: what comes before the damage is read all the same, and the file stays.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

import msgspec
from msgspec import Struct

from kneetree.errors import FileProblem, KneetreeError
from kneetree.files import tree_files, whole_files
from kneetree.files.change_json import from_json, to_json
from kneetree.model.change import Change
from kneetree.model.texts import Texts
from kneetree.model.tree import Tree
from kneetree.words.sentences import sentence

SUFFIX = ".journal"
"""What the name of a journal ends in."""
_BESIDE = ("", "-wal", "-shm", "-journal")
"""What the names of a journal's files end in after that: the database and what SQLite keeps beside it."""
_APPLICATION = 0x6B6E656A
"""The mark of this program in the head of a database: "knej"."""
_VERSION = 1
_SCHEMA = """
    CREATE TABLE about (path BLOB, started TEXT, base BLOB, translations BLOB, checksum INTEGER);
    CREATE TABLE change (number INTEGER PRIMARY KEY, json BLOB, checksum INTEGER);
"""


class About(Struct, frozen=True):
    """The file that a journal belongs to (``""`` if it was never saved) and the ISO time at which it began."""

    path: str
    started: str


class Recovered(Struct, frozen=True):
    """Work read back: the tree as it was when the program ended, and the file ``base`` to which changes were made.

    ``translations`` are the texts in other languages that the tree held then.  If the work is ``damaged``, later
    changes could not be read.
    """

    about: About
    base: bytes
    tree: Tree
    changes: tuple[Change, ...]
    translations: dict[str, Texts] = {}
    damaged: bool = False


class Nothing(Enum):
    """Why a journal has no work to recover."""

    EMPTY = "empty"
    """No change was put down, so nothing is lost."""
    IN_USE = "in use"
    """The program that writes it still runs."""
    DAMAGED = "damaged"
    """Nothing in it can be read."""
    NEWER = "newer"
    """A later version of this program wrote it."""
    FOREIGN = "foreign"
    """The file is not a journal of this program."""


_UNREADABLE = {
    sqlite3.SQLITE_BUSY: Nothing.IN_USE,
    sqlite3.SQLITE_LOCKED: Nothing.IN_USE,
    sqlite3.SQLITE_NOTADB: Nothing.FOREIGN,
}


class Journal:
    """An open journal in ``path``, which is made; raises ``FileProblem`` if that cannot be written.

    An older journal of that name is replaced.  ``translations`` are the texts in other languages beside ``base``.
    """

    def __init__(self, path: Path, base: bytes, about: About, translations: Mapping[str, Texts] | None = None) -> None:
        self.path = path
        self._unwritten: list[Change] = []
        self._number = 0
        parts = (about.path.encode("utf-8", "surrogateescape"), about.started.encode(), base)
        texts = msgspec.json.encode(translations or {})
        self._checksum = _checksum(0, *parts, texts)
        self._database: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            delete(path)
            self._database = _opened(path)
            with _whole(self._database) as database:
                _made(database)
                row = (parts[0], about.started, base, texts, self._checksum)
                database.execute("INSERT INTO about VALUES (?, ?, ?, ?, ?)", row)
        except (OSError, sqlite3.Error) as error:
            self.discard()
            raise FileProblem(
                "The crash journal cannot be written in {parent}; save often.", parent=path.parent
            ) from error

    def append(self, change: Change) -> None:
        """Write one change, or nothing if the journal is closed.

        Raises ``FileProblem`` if that fails, for example because the disk is full.  What could not be written is
        written before the next change.
        """
        if self._database is None:
            return
        self._unwritten.append(change)
        try:
            with _whole(self._database) as database:
                number, checksum = self._number, self._checksum
                for unwritten in self._unwritten:
                    line = to_json(unwritten)
                    number, checksum = number + 1, _checksum(checksum, line)
                    database.execute("INSERT INTO change VALUES (?, ?, ?)", (number, line, checksum))
        except (OSError, sqlite3.Error) as error:
            raise FileProblem("The crash journal cannot be written (is the disk full?); save now.") from error
        self._number, self._checksum = number, checksum
        self._unwritten.clear()

    def sync(self) -> None:
        """Put all that was written on the disk; from any thread.  Raises ``FileProblem`` if that fails.

        Only the log is opened for that: to open the database and close it again would give up its lock.
        """
        try:
            with self.path.with_name(self.path.name + "-wal").open("rb+") as log:
                os.fsync(log.fileno())
            whole_files.sync_folder(self.path.parent)
        except FileNotFoundError:  # it was discarded meanwhile
            return
        except OSError as error:
            raise FileProblem("The crash journal cannot be written to the disk; save now.") from error

    @property
    def is_there(self) -> bool:
        """Whether the files that are written still have their names: without these nobody finds what is in them."""
        return all(os.path.lexists(self.path.with_name(self.path.name + beside)) for beside in ("", "-wal"))

    def discard(self) -> None:
        """Close and delete the journal, once its changes are saved or given up; nothing waits for the disk."""
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.execute("PRAGMA synchronous = OFF")
        self.leave()
        put_away(self.path)

    def leave(self) -> None:
        """Close the journal and leave it on disk for the next start."""
        database, self._database = self._database, None
        if database is not None:
            with suppress(sqlite3.Error):  # what is in the write-ahead log is read from there
                database.close()


def read(path: Path) -> Recovered | Nothing:
    """Return the work in a journal that was left, or why there is none.

    Changes are applied one by one; the first that is damaged or does not fit ends the reading.
    """
    why_not = _why_not(path)
    if why_not is not None:
        return why_not
    try:
        database = _opened(path)
    except sqlite3.Error as error:
        return _UNREADABLE.get(_code(error), Nothing.DAMAGED)
    except UnicodeError:  # SQLite names what is damaged in its own bytes
        return Nothing.DAMAGED
    try:
        return _work(database)
    except (sqlite3.Error, KneetreeError, msgspec.MsgspecError, UnicodeError, TypeError, ValueError, AttributeError):
        return Nothing.DAMAGED
    finally:
        with suppress(sqlite3.Error):  # on a full disk what is in the log stays there
            database.close()


def delete(path: Path) -> None:
    """Delete a journal with all its files; raise ``OSError`` if the system does not allow it."""
    for beside in reversed(_BESIDE):
        path.with_name(path.name + beside).unlink(missing_ok=True)


def put_away(path: Path) -> None:
    """Delete a journal; where its folder may not be altered, empty it, so that nobody is offered what is in it.

    Where that is not allowed either, it stays.
    """
    try:
        delete(path)
    except OSError:
        for beside in reversed(_BESIDE):
            with suppress(OSError):
                os.truncate(path.with_name(path.name + beside), 0)


def move(path: Path, folder: Path) -> Path:
    """Move a journal with all its files into ``folder``, which is made; return its new place, under a free name.

    Raises ``OSError`` if the system does not allow it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    to, number = folder / path.name, 1
    while to.exists():
        to, number = folder / f"{path.stem}-{number}{path.suffix}", number + 1
    for beside in reversed(_BESIDE):
        with suppress(FileNotFoundError):
            path.with_name(path.name + beside).rename(to.with_name(to.name + beside))
    return to


def _why_not(path: Path) -> Nothing | None:
    """Return why a file is not to be opened as a journal, as far as its size tells.

    SQLite would delete the log of an empty database.
    """
    log = path.with_name(path.name + "-wal")
    try:
        if not path.is_file():
            return Nothing.DAMAGED if log.exists() else Nothing.FOREIGN
        if path.stat().st_size:
            return None
        return Nothing.DAMAGED if log.exists() and log.stat().st_size else Nothing.EMPTY
    except OSError:
        return Nothing.DAMAGED


def _opened(path: Path) -> sqlite3.Connection:
    """Open a database that nobody else can open meanwhile; raise ``sqlite3.Error`` if that fails."""
    database = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("PRAGMA wal_autocheckpoint = 0")  # or the window would wait for the disk now and then
        database.execute("BEGIN IMMEDIATE")  # takes the lock, which is kept until the end
        database.execute("COMMIT")
    except BaseException:
        database.close()
        raise
    return database


def _made(database: sqlite3.Connection) -> None:
    database.execute(f"PRAGMA application_id = {_APPLICATION}")
    database.execute(f"PRAGMA user_version = {_VERSION}")
    for statement in _SCHEMA.strip().split(";\n"):
        if statement.strip():
            database.execute(statement)


@contextmanager
def _whole(database: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Do all that is done with the database inside, or nothing of it."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield database
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise


def _work(database: sqlite3.Connection) -> Recovered | Nothing:
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if (application, version, tables) == (0, 0, 0):
        return Nothing.EMPTY  # the program ended before the journal was made
    if application != _APPLICATION:
        return Nothing.FOREIGN
    if version != _VERSION:
        return Nothing.NEWER
    path, started, base, texts, checksum = database.execute("SELECT * FROM about").fetchone()
    if checksum != _checksum(0, path, started.encode(), base, texts):
        return Nothing.DAMAGED
    about = About(path.decode("utf-8", "surrogateescape"), started)
    tree = tree_files.decode_tree(base, sentence("the journal"))
    translations = msgspec.json.decode(texts, type=dict[str, Texts])
    tree.translations = dict(translations)
    changes, damaged = _replayed(database, tree, checksum)
    if not changes:
        return Nothing.DAMAGED if damaged else Nothing.EMPTY
    return Recovered(about, base, tree, tuple(changes), translations, damaged)


def _replayed(database: sqlite3.Connection, tree: Tree, checksum: int) -> tuple[list[Change], bool]:
    """Apply all changes up to the first that is damaged or does not fit; return them, and whether there was one."""
    changes: list[Change] = []
    try:
        for number, line, expected in database.execute("SELECT number, json, checksum FROM change ORDER BY number"):
            checksum = _checksum(checksum, line)
            if number != len(changes) + 1 or checksum != expected:
                return changes, True
            change = from_json(line)
            tree.apply(change)
            changes.append(change)
    except (sqlite3.Error, KneetreeError, UnicodeError, TypeError, ValueError):
        return changes, True
    return changes, False


def _checksum(before: int, *parts: bytes) -> int:
    """Return a checksum of bytes and of all that came before them."""
    for part in parts:
        before = zlib.crc32(part, zlib.crc32(len(part).to_bytes(8, "big"), before))
    return before


def _code(error: sqlite3.Error) -> int:
    """Return the kind of an error of SQLite."""
    return error.sqlite_errorcode & 0xFF
