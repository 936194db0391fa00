"""The files opened or saved last, newest first, as they are kept in the settings; nothing is asked of the disk."""

from __future__ import annotations

from pathlib import Path

from kneetree.ui import settings

MOST = 10
_KEY = "recent"


def paths() -> list[Path]:
    """Return the files; nobody knows whether they can be read."""
    return settings.paths(_KEY, MOST)


def remember(path: Path) -> None:
    """Put a file in front of the others."""
    settings.keep_paths(_KEY, [path, *(other for other in paths() if other != path)][:MOST])
