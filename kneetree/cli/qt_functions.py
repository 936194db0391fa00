"""How a command ends, and what only the window can do for it, handed to the command line from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kneetree.model.tree import Tree
    from kneetree.report.summary import Summary

FINE, PROBLEMS, NOT_DONE, NO_WINDOW, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit statuses."""


@dataclass(frozen=True)
class Frontend:
    """What only Qt can do; each raises ``KneetreeError`` where it cannot be done here."""

    window: Callable[[Path | None], int]
    report_pdf: Callable[[Summary, Path], None]
    picture: Callable[[Tree, Path], None]
