"""The parts of a PNG file."""

from __future__ import annotations

import struct


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """Return the parts of a PNG with their names, in their order."""
    at, found = 8, []
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        found.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += length + 12
    return found
