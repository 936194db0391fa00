"""The functions that only Qt can provide, handed to the command line from outside, so that it never imports Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kneetree.model.tree import Tree
    from kneetree.report.summary import Summary


@dataclass(frozen=True)
class QtFunctions:
    """What the command line needs from Qt.

    Each function raises ``KneetreeError`` if it cannot do its work here; ``window`` returns an exit status.
    """

    window: Callable[[Path | None], int]
    report_pdf: Callable[[Summary, Path], None]
    picture: Callable[[Tree, Path, str], None]
    """Draw a tree into a file; a poster over sheets of a paper, by its name."""
