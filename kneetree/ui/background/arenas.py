"""Let all threads take memory from one place, so that what one of them gives back is there for the next.

The C library of Linux gives each thread a place of its own.  What is worked out beside the window takes a new thread
each time, and what they leave lies scattered over these places: 0.04 MB more with each walk, without end.  It has to be
said before Qt begins its own threads: a new thread takes turns among all places there are.
"""

from __future__ import annotations

import sys
from contextlib import suppress

_MOST_ARENAS = -8
"""``M_ARENA_MAX`` of glibc."""


def share_one() -> None:
    """Make all threads that begin from now on share one place, where the C library can do that."""
    if sys.platform == "linux":
        # Without the rest of ctypes, which would take another 1.3 ms of the first page.
        with suppress(ImportError, OSError, AttributeError):  # another C library has no such places
            from _ctypes import call_function, dlopen, dlsym  # noqa: PLC0415 - Windows has other names there

            call_function(dlsym(dlopen("libc.so.6", 0), "mallopt"), (_MOST_ARENAS, 1))
