"""A tree file read with all that lies beside it, before anything of it is shown; knows nothing of Qt.

Whatever can fail or take long fails or takes long here: what is handed over is only put in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kneetree import shipped
from kneetree.errors import KneetreeError
from kneetree.files import backups, beside, meanwhile, tree_files
from kneetree.files.backups import Backup
from kneetree.files.beside import Beside
from kneetree.files.journal import Recovered
from kneetree.files.meanwhile import Meanwhile
from kneetree.files.texts import Language
from kneetree.files.tree_files import Loaded
from kneetree.model.translations import place_of
from kneetree.model.tree import Tree


class Opened(NamedTuple):
    """A tree that was read, and what is needed to go on with its file.

    ``path`` is ``None`` for a tree that came with the program, which opens as a copy; ``source`` opens it again.
    ``faults`` are sentences about language files beside it that cannot be read, and ``beside`` what all of them held.
    ``instead`` is set where an earlier state of the file was read because the file itself cannot be.
    """

    tree: Tree
    path: Path | None
    source: Path
    loaded: Loaded
    languages: dict[str, Language]
    beside: dict[Path, bytes]
    faults: list[str]
    instead: Instead | None = None


class Instead(NamedTuple):
    """An earlier state that is read instead of its file, what has become of the file, and what it holds now."""

    state: Backup
    what: Meanwhile
    now: bytes | None


class Kept(NamedTuple):
    """The earlier states of a file that cannot be read, the newest first, and the newest of them that can be."""

    states: list[Backup]
    good: Opened | None


def read(path: Path) -> Opened:
    """Return what is in the tree file ``path`` and beside it; raise ``FileProblem`` if the tree cannot be read."""
    return _opened(path, tree_files.read_tree(path))


def _opened(path: Path, loaded: Loaded, instead: Instead | None = None) -> Opened:
    found = beside.read(path)
    own = None if shipped.is_shipped(path) else path.absolute()
    tree = beside.with_languages(loaded.tree, found.languages)
    _ = tree.backwards  # made now rather than at the first letter
    return Opened(tree, own, path.absolute(), loaded, found.languages, found.data, found.faults, instead)


def steps(path: Path) -> Iterator[Opened]:
    """Yield what ``read`` returns, for a thread."""
    yield read(path)


def read_earlier(path: Path, state: Backup) -> Opened:
    """Return an earlier state of ``path`` as what is to become of that file; raise ``FileProblem`` if it is damaged."""
    loaded = tree_files.read_tree(state.path)
    seen = meanwhile.look({path: loaded.data})
    return _opened(path, loaded, Instead(state, seen.found.what, seen.now[path]))


def steps_earlier(path: Path, state: Backup) -> Iterator[Opened]:
    """Yield what ``read_earlier`` returns, for a thread."""
    yield read_earlier(path, state)


def steps_kept(folder: Path, path: Path) -> Iterator[Kept]:
    """Yield the earlier states of a file in the program's ``folder``, and the newest good one; for a thread."""
    states = backups.kept(backups.folder_of(folder, path))
    for state in states:
        with suppress(KneetreeError):
            yield Kept(states, read_earlier(path, state))
            return
    yield Kept(states, None)


class Left(NamedTuple):
    """The file to which unsaved work was made: where it lies, how it was then, and the languages beside it now."""

    path: Path | None
    loaded: Loaded
    beside: Beside


def read_left(work: Recovered) -> Left:
    """Return the file to which unsaved work was made; raise ``FileProblem`` if it cannot be read in its journal."""
    path = Path(work.about.path) if work.about.path else None
    loaded = Loaded(tree_files.decode_tree(work.base, path.name if path else "journal"), work.base)
    found = beside.read(path) if path is not None else Beside({}, [], {})
    begun = {place_of(key).language for key in work.translations}
    held = {code: language for code, language in found.languages.items() if code in begun}
    return Left(path, loaded, found._replace(languages=held))  # what came beside it since is not ours to write over


def steps_left(work: Recovered) -> Iterator[Left]:
    """Yield what ``read_left`` returns, for a thread."""
    yield read_left(work)
