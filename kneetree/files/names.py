"""File names as they are shown, and found again after a system that knows only text has handed them on.

A name on disk is a row of bytes.  Where these are not UTF-8, Python keeps them as lone surrogates, which nothing can
show or encode; Qt replaces each of them by a question mark in a diamond.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

_REPLACED = "\ufffd"
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')


def shown(name: str | Path) -> str:
    """Return a name or path as text that can be shown everywhere, on one line."""
    text = os.fsencode(str(name)).decode("utf-8", "replace")
    return text if text.isprintable() else "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def made_of(title: str, ending: str) -> str:
    """Return the name of a file that is called by a title, without what a file system could not keep."""
    return f"{' '.join(_NOT_IN_NAMES.sub(' ', title).split()).lstrip('. ')}.{ending}"


def with_ending(path: Path, ending: str) -> Path:
    """Return a path with an ending such as ``.pdf`` if its name has none; ``.poster.pdf`` also replaces ``.pdf``."""
    if ending.count(".") > 1 and path.name.endswith(Path(ending).suffix) and not path.name.endswith(ending):
        return path.with_suffix(ending)  # Qt knows the last part of ".poster.pdf" only
    return path if path.suffix or not ending.startswith(".") else path.with_name(path.name + ending)


def free(path: Path) -> Path:
    """Return a path that nothing has yet: this one, or with 2, 3 and so on behind its name."""
    others = (path.with_name(f"{path.stem} {number}{path.suffix}") for number in count(2))
    return next(one for one in chain([path], others) if not os.path.lexists(one))


def real(path: Path) -> Path:
    """Return where a file really lies; where its links lead round in a circle, the path itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()


def is_whole(path: Path) -> bool:
    """Return whether no bytes were replaced in a path; nothing is asked of the disk."""
    return _REPLACED not in str(path)


def steps_found(path: Path) -> Iterator[Path]:
    """Yield what ``found`` returns, for a thread."""
    yield found(path)


def found(path: Path) -> Path:
    """Return the path that is meant where Qt has replaced bytes in it, if there is exactly one; else ``path``."""
    if is_whole(path):
        return path
    made = Path(path.anchor)
    for part in path.parts[1 if path.anchor else 0 :]:
        made = _one_called(made, part) if _REPLACED in part else made / part
    return made


def _one_called(folder: Path, part: str) -> Path:
    try:
        named = [other for other in folder.iterdir() if _in_qt(other.name) == part]
    except OSError:
        named = []
    return named[0] if len(named) == 1 else folder / part


def _in_qt(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")
