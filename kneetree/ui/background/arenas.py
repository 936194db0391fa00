"""Let all threads take memory from one place, so that what one of them gives back is there for the next.

The C library of Linux gives each thread a place of its own.  What is worked out beside the window takes a new thread
each time, and what they leave lies scattered over these places: 0.04 MB more with each walk, without end.
"""

from __future__ import annotations

import sys
from contextlib import suppress

_MOST_ARENAS = -8
"""``M_ARENA_MAX`` of glibc."""


def share_one() -> None:
    """Make all threads that begin from now on share one place, where the C library can do that."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - 3 ms that the first page need not wait for

        with suppress(OSError, AttributeError):  # another C library has no such places
            ctypes.CDLL(None).mallopt(_MOST_ARENAS, 1)
