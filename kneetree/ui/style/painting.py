"""A painter that ends with its block, also after an error.

A painter that is still active when its widget or picture goes crashes the process, and the traceback of an error
keeps it active for as long as somebody reads the message.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintDevice, QPainter


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """Paint on a device for the time of the block."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


@contextmanager
def unchanged(painter: QPainter) -> Iterator[None]:
    """Give a painter its state back at the end of the block: place and scale, pen, brush and hints."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()
