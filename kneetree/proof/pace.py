"""Let the threads that prove something rest for a moment in which the window needs the interpreter.

A thread that works in Python keeps it from the window for a while each time the window calls Qt, which is a hundred
times for each page.  The loops in which proofs spend their time call ``rest``; nothing else has to know of this.
"""

from __future__ import annotations

import threading
import time

_until = 0.0
"""When all may go on, by ``time.perf_counter``."""
_window = threading.main_thread()


def hold(seconds: float) -> None:
    """Let every other thread rest for so many seconds, from the next time that it calls ``rest``."""
    global _until
    _until = time.perf_counter() + seconds


def rest() -> None:
    """Wait until the time of ``hold`` is over; the main thread, in which the window is, never waits."""
    left = _until - time.perf_counter()
    if left > 0 and threading.current_thread() is not _window:
        time.sleep(left)
