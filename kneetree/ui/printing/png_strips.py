"""Write a PNG strip by strip: a large picture is never in memory as a whole, and nobody waits for all of it at once."""

from __future__ import annotations

import struct
import zlib

from PySide6.QtGui import QImage

_ROWS = 48
"""Rows that are packed at a time: some milliseconds for a wide picture."""


class PngStrips:
    """Takes strips of a picture ``wide`` pixels wide from top to bottom; ``data`` is the file once all are there."""

    def __init__(self, wide: int, high: int) -> None:
        self._packer = zlib.compressobj(6)
        self._packed: list[bytes] = []
        self._head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)

    def steps(self, strip: QImage) -> list[range]:
        """Return the rows of a strip that are to be added one after the other."""
        return [range(at, min(at + _ROWS, strip.height())) for at in range(0, strip.height(), _ROWS)]

    def add(self, strip: QImage, rows: range) -> None:
        """Add some rows of a strip in ``Format_RGB888``."""
        pixels, line, wide = memoryview(strip.constBits()), strip.bytesPerLine(), strip.width() * 3
        raw = b"".join(b"\0" + bytes(pixels[row * line : row * line + wide]) for row in rows)
        self._packed.append(self._packer.compress(raw))

    def data(self) -> bytes:
        """Return the whole file."""
        self._packed.append(self._packer.flush())
        body = b"".join(self._packed)
        parts = ((b"IHDR", self._head), (b"IDAT", body), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, part) for name, part in parts)


def chunk(name: bytes, part: bytes) -> bytes:
    """Return a part of a PNG file as the file holds it, with its length and its checksum."""
    return struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))
