"""A tree written with its language files, in a thread: a folder of another computer may never answer.

First everything is compared with what was read, and all that is new is laid beside the files.  Up to then it can be
stopped, and nothing has been written.  Then the files are put in their places one after the other, the tree last.
The file of a language that was taken out goes before it, and only once it is among the earlier states.
"""

from __future__ import annotations

import stat
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kneetree import shipped
from kneetree.errors import FileProblem, shortened
from kneetree.files import backups, beside, meanwhile, tree_files, whole_files
from kneetree.files.meanwhile import Contents, Meanwhile, Seen
from kneetree.files.texts import Language
from kneetree.files.translation import encode
from kneetree.files.tree_files import Loaded
from kneetree.files.whole_files import Staged
from kneetree.model.tree import Tree


class Order(NamedTuple):
    """What is to be written and where; nothing in it may be altered meanwhile.

    ``languages`` are the language files as they were read, of which those are written that differ now, or
    ``all_of_them``.  ``known`` is what the files hold as far as we know; ``None`` writes over whatever is there.
    ``folder`` is the program's own, for earlier states.  ``applied`` says after how many changes it was ordered, and
    ``one_name`` that a file with other names may be saved under this one alone.  ``taken_out`` are the files of
    languages that the tree no longer holds.
    """

    path: Path
    tree: Tree
    loaded: Loaded | None
    languages: Mapping[str, Language]
    all_of_them: bool
    known: Contents | None
    folder: Path
    applied: int
    one_name: bool = True
    taken_out: tuple[Path, ...] = ()


class Written(NamedTuple):
    """What was written: the bytes of the tree's file, the language files by code, and the bytes of these.

    Among the languages are those that were taken out, as ``beside.without_file`` returns them.  ``kept`` is false if
    what a file held before could not be kept as an earlier version.
    """

    data: bytes
    languages: dict[str, Language]
    beside: dict[Path, bytes]
    kept: bool = True


class OtherNames(NamedTuple):
    """Nothing was written, since the file has other names, which would keep what is in them."""


class PartlyWritten(FileProblem):
    """A file could not be put in its place, or not on the disk.

    ``there`` is what those hold that were put in theirs, ``None`` for one that is gone.
    """

    def __init__(self, told: str, there: dict[Path, bytes | None]) -> None:
        super().__init__(told)
        self.there = there


class Turnstile:
    """Either the thread goes through and writes, or it is shut before: never both."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._shut = self._passed = False

    def go_through(self) -> bool:
        """Return whether it may be written; from then on nobody can shut it."""
        with self._lock:
            self._passed = not self._shut
            return self._passed

    def shut(self) -> bool:
        """Let nothing be written any more; return whether that is so, or it is too late."""
        with self._lock:
            self._shut = not self._passed
            return self._shut


Outcome = Written | Seen | OtherNames
"""How a save ended: ``Seen`` is what has become of the files, because of which nothing was written."""


def steps(order: Order, turnstile: Turnstile) -> Iterator[Outcome]:
    """Carry out an order and yield how it ended, nothing if it was stopped; for a thread.

    Raises ``FileProblem``.  If that comes after some of the files were put in their places, these stay.
    """
    if shipped.is_shipped(order.path):
        raise FileProblem("{path} comes with the program; choose another name or folder.", path=order.path)
    if not order.one_name and whole_files.has_other_names(order.path):
        yield OtherNames()
        return
    languages = beside.to_write(order.tree, order.languages, all_of_them=order.all_of_them)
    texts = {beside.place_of_language(order.path, code): encode(language) for code, language in languages.items()}
    seen = _look(order, texts)
    if seen is not None and seen.found.what is not Meanwhile.SAME:
        yield seen
        return
    data = tree_files.tree_bytes(order.tree, order.loaded)
    for path, content in {**texts, order.path: data}.items():
        _refuse_what_is_no_file(path)
        _refuse_what_cannot_be_read(content, path)
    with ExitStack() as stack:
        new = {path: stack.enter_context(whole_files.staged(path, text)) for path, text in texts.items()}
        new[order.path] = stack.enter_context(whole_files.staged(order.path, data))
        again = _look(order, texts)  # laying it beside the files may have taken long
        if again is not None and again.found.what is not Meanwhile.SAME:
            yield again
            return
        now = again.now if again is not None else meanwhile.contents((*texts, order.path))
        kept = _keep(order.folder, now, (*texts, order.path))
        gone = [place for place in order.taken_out if whole_files.is_there(place)]
        _keep_or_refuse(order.folder, gone)
        if not turnstile.go_through():
            return
        _put(new, texts, gone)
    without_file = beside.without_file(order.languages, order.path, order.taken_out)
    yield Written(data, languages | without_file, texts, kept)


def save(order: Order) -> Outcome:
    """Carry out an order at once; raise ``FileProblem`` as ``steps`` does."""
    return next(steps(order, Turnstile()))


def _look(order: Order, texts: Mapping[Path, bytes]) -> Seen | None:
    return None if order.known is None else meanwhile.look(order.known, texts)


def _keep(folder: Path, now: Contents, places: Iterable[Path]) -> bool:
    """Keep what is about to be written over; return whether there was room for all of it, and permission."""
    held = [(place, content) for place in places if (content := now.get(place)) is not None]
    copies = [backups.keep(backups.folder_of(folder, place), content, datetime.now()) for place, content in held]
    return all(copy is not None for copy in copies)


def _keep_or_refuse(folder: Path, gone: Iterable[Path]) -> None:
    """Keep the files that are about to be taken away; raise ``FileProblem`` if one cannot be kept."""
    for place in gone:
        if backups.keep(backups.folder_of(folder, place), whole_files.read_bytes(place), datetime.now()) is None:
            raise FileProblem(
                "{name} cannot be taken away: there is no room to keep an earlier version of it in {folder}, or no "
                "permission. Nothing was written. Make room there, or get permission to write there, and save again.",
                name=shortened(place.name),
                folder=shortened(str(folder)),
            )


def _put(new: Mapping[Path, Staged], texts: Mapping[Path, bytes], gone: Collection[Path]) -> None:
    """Put the files in their places and take away those ``gone``, the tree last.

    Raises ``PartlyWritten`` if that fails after some of them are there.
    """
    there: dict[Path, bytes | None] = {}
    for path, one in new.items():
        try:
            if path not in texts:
                for place in gone:
                    whole_files.take_away(place)
                    there[place] = None
            one.put()
        except FileProblem as error:
            if one.is_there:
                there[path] = one.data
            raise PartlyWritten(error.sentence, there) from error
        if path in texts:
            there[path] = texts[path]


def _refuse_what_is_no_file(path: Path) -> None:
    """Refuse to write to a pipe or a device, which may wait for ever and keeps nothing."""
    try:
        kind = stat.S_IFMT(path.stat().st_mode)
    except (OSError, ValueError):  # nothing is there; or nobody may look, which is told when it is written
        return
    if kind not in (stat.S_IFREG, stat.S_IFDIR):
        raise FileProblem(
            "{name} cannot be saved: a device or a pipe has that name. Choose another name, or move it away first.",
            name=shortened(str(path)),
        )


def _refuse_what_cannot_be_read(data: bytes, path: Path) -> None:
    """Refuse to write a file that would be too large to be opened again."""
    if len(data) > whole_files.MAX_BYTES:
        name, most = shortened(path.name), whole_files.MAX_BYTES // 2**20
        raise FileProblem(
            "{name} would have {size} MB and could not be opened again: a file may have {most}. "
            "Nothing was written; the file holds what it held, and your work stays open. Take out "
            "large pictures or long texts, or undo, and save again.",
            name=name,
            size=-(-len(data) // 2**20),
            most=most,
        )
