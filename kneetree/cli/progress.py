"""What a command is working on, shown on a terminal as soon as it takes long."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from kneetree.cli import output, speaking

_PATIENCE = 1.0
"""Seconds before anything is shown."""
_PAUSE = 0.1
"""Seconds between two lines."""


class TerminalProgress:
    """One line on a terminal's standard error that is written over and, at the end, wiped away."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._next = now() + _PATIENCE
        self._shown = 0

    def __call__(self, doing: str) -> None:
        """Show what is being worked on."""
        now = self._now()
        if now >= self._next and sys.stderr is not None and sys.stderr.isatty():
            self._next = now + _PAUSE
            told = f"{speaking.here(doing)} ..."
            output.note(f"\r{told}".ljust(self._shown + 1))
            self._shown = max(self._shown, len(told))

    def end(self) -> None:
        """Wipe the line away."""
        if self._shown:
            output.note(f"\r{' ' * self._shown}\r")
            self._shown = 0
