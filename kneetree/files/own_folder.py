"""Where the program keeps earlier versions, for those who do without Qt; the window asks Qt for the same place."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAMES = ("kneetree", "kneetree")
"""Of the organisation and of the program, as the window gives them."""


def place() -> Path:
    """Return the system's place for what a program keeps for one person; nothing is made or looked for there."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", ""), *_NAMES)
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path raises where nobody knows the person's own folder
    if sys.platform == "darwin":
        return home.joinpath("Library", "Application Support", *_NAMES)
    data = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (data if data.is_absolute() else home / ".local" / "share").joinpath(*_NAMES)
