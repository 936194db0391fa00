"""Python's cycle collector, paused for work that makes many values and no cycles.

There is one switch for the whole process.  Only the main thread turns it: a thread that switched the collector on again
would collect there, and destroy what belongs to the window.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Switch the collector off while the block runs; do nothing in any thread but the main one."""
    mine = gc.isenabled() and threading.current_thread() is threading.main_thread()
    if mine:
        gc.disable()
    try:
        yield
    finally:
        if mine:
            gc.enable()
