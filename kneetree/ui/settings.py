"""What is kept between two starts: the only place that reads or writes it, each value typed and within its bounds.

Anybody can have written anything there.  A value that cannot be what it is meant to be counts as not there, so the
usual one is taken, and the next choice of the person replaces it.  Keep this module quick to import, since the first
page waits for it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QSettings, Signal

_MOST_LETTERS = 4096
"""A longer text was not written by this program."""
_MOST_BYTES = 4096
_MOST_IN_FILE = 2**20
"""A longer file of settings was not written by this program: 10 paths are the most that it holds."""
_IN_BYTES = "file://"
"""What a path begins with whose name is not UTF-8: the settings can only keep text."""


class Trouble(QObject):
    """Says that what is chosen is forgotten when the program ends.

    Signals: ``not_kept(str)`` this file cannot be written; once, and again only after it could be written.
    """

    not_kept = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.file = ""
        """The file that cannot be written, ``""`` as far as we know of none."""

    def look(self, kept: QSettings) -> None:
        """Write what was set, and tell if that fails."""
        kept.sync()
        self.tell(kept.fileName() if kept.status() == QSettings.Status.AccessError else "")

    def tell(self, fails: str) -> None:
        """Tell of a file that cannot be written, ``""`` for none, unless that was told before."""
        before, self.file = self.file, fails
        if fails and fails != before:
            self.not_kept.emit(fails)


trouble = Trouble()
"""Of the one file of settings that this program has."""
_while_it_runs: dict[str, object] = {}
"""What was chosen while the file of settings is none that Qt may open."""


def choice(key: str, choices: Collection[str], usual: str) -> str:
    """Return the text that is kept under ``key`` if it is one of ``choices``, else ``usual``."""
    found = text(key)
    return found if found in choices else usual


def text(key: str) -> str:
    """Return the text that is kept under ``key``, ``""`` if there is none."""
    found = _value(key)
    return found if isinstance(found, str) and len(found) <= _MOST_LETTERS else ""


def number(key: str, least: int, most: int) -> int | None:
    """Return the whole number from ``least`` to ``most`` that is kept under ``key``, or ``None``."""
    found = _value(key)
    if isinstance(found, str) and found.isascii() and found.isdecimal() and len(found) <= len(str(most)):
        found = int(found)
    if not isinstance(found, int) or isinstance(found, bool):
        return None
    return found if least <= found <= most else None


def yes_or_no(key: str, usual: bool) -> bool:
    """Return whether ``key`` says yes, ``usual`` if it says neither yes nor no."""
    return {"true": True, "false": False}.get(str(_value(key)).lower(), usual)


def paths(key: str, most: int) -> list[Path]:
    """Return at most so many paths that are kept under ``key``; nothing is asked of the disk."""
    found = _value(key)
    # A list of one comes back as its text.
    names = [name for name in (found if isinstance(found, list) else [found]) if isinstance(name, str)]
    made = [_path(name) for name in names if 0 < len(name) <= _MOST_LETTERS and "\0" not in name]
    return [path for path in dict.fromkeys(made) if path.is_absolute()][:most]


def data(key: str) -> QByteArray | None:
    """Return the bytes that are kept under ``key``, or ``None``."""
    found = _value(key)
    return found if isinstance(found, QByteArray) and 0 < found.size() <= _MOST_BYTES else None


def keep(key: str, value: str | int | bool | QByteArray) -> None:
    """Keep a value for the next start; ``trouble`` says so if that is not possible."""
    _keep(key, ("true" if value else "false") if isinstance(value, bool) else value)


def keep_paths(key: str, kept: Collection[Path]) -> None:
    """Keep paths for the next start, whatever their names are."""
    _keep(key, [_name(path) for path in kept])


def _keep(key: str, value: str | int | QByteArray | list[str]) -> None:
    strange = _strange(_files()) or _strange([f"{_files()[0]}.lock"])
    if strange:
        _while_it_runs[key] = value
        trouble.tell(strange)
        return
    _while_it_runs.pop(key, None)
    kept = QSettings()
    kept.setValue(key, value)
    trouble.look(kept)


def _value(key: str) -> object:
    if key in _while_it_runs or _strange(_files()):
        return _while_it_runs.get(key)
    try:
        return QSettings().value(key)
    except Exception:  # a value of a type that PySide cannot make; which error that is, it does not say
        return None


def _files() -> list[str]:
    """Return the files that Qt reads settings from, the one that it writes first; nothing is asked of the disk.

    Other systems than Linux and its relatives have other places, where none of these is.
    """
    home = os.path.expanduser("~")  # noqa: PTH111 - Path raises where nobody knows the person's own folder
    own = os.path.join(home, os.environ.get("XDG_CONFIG_HOME") or ".config")  # noqa: PTH118
    folders = [own, *filter(None, (os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":"))]
    who, what = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    return [f"{folder}/{name}.conf" for folder in folders for name in (f"{who}/{what}", who)]


def _strange(files: Collection[str]) -> str:
    """Return the first of some files that Qt must not open, ``""`` for none.

    A pipe never answers, a device never ends, and a large file was not written by this program.
    """
    for file in files:
        try:
            status = os.stat(file)  # noqa: PTH116 - the first page waits for it
        except (OSError, ValueError):  # it is not there, or may not be read: Qt knows what to do
            continue
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST_IN_FILE:
            return file
    return ""


def _path(name: str) -> Path:
    return Path(os.fsdecode(unquote_to_bytes(name.removeprefix(_IN_BYTES))) if name.startswith(_IN_BYTES) else name)


def _name(path: Path) -> str:
    name = str(path)
    return name if name.isprintable() else _IN_BYTES + quote_from_bytes(os.fsencode(path))
