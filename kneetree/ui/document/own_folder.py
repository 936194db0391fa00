"""Where the program keeps what is not saved, earlier versions and locks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def place() -> Path:
    """Return the system's place for what a program keeps for one person; nothing is made there."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
