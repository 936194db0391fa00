"""A piece of Python work in a thread of its own: the only place where the window starts a thread.

Qt objects are made, used and destroyed in the window's thread.  So a task knows nothing of Qt: it neither
emits nor posts.  Code that starts one looks after it with a timer in the window's thread, and it is kept here
until that thread has seen its end: what it was given is never dropped by the thread that worked on it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from types import BuiltinMethodType, CellType, FunctionType, MethodType
from typing import Generic, TypeVar

from shiboken6 import Shiboken

from kneetree.ui.background.garbage import collect_in_window

T_co = TypeVar("T_co", covariant=True)

Work = Callable[[], Iterator[T_co]]
"""What a task runs: it yields its results, and may be ended between two of them."""

LOOK_MS = 10
"""Milliseconds between two looks at a running task: less than a frame, and nothing beside its work."""

_SWITCH_S = 0.0001
"""Seconds for which a thread may keep the interpreter from the window.  With Python's own 0.005 the window stood still
for 70 to 110 ms now and then while a proof was put into clauses: it asks for the interpreter many times a frame.  With
0.001 a turn to the next question took 14 to 15 ms (median) right after something was worked out, now 9 to 10, and 22 to
30 while something is worked out, now 20 to 24.
"""

_begun: list[Task[object]] = []
"""The tasks whose end the window's thread has not seen yet."""


class Task(Generic[T_co]):
    """Work that runs once, from ``start`` until it is done or cancelled."""

    def __init__(self, work: Work[T_co], name: str) -> None:
        """Take the work; raise ``TypeError`` if it holds something of Qt (see ``_qt_object_in``)."""
        held = _qt_object_in(work)
        if held is not None:
            raise TypeError(f"The work {name!r} holds {held!r}; a thread may hold nothing of Qt.")
        self._work = work
        self._cancelled = False
        self._results: list[T_co] = []
        self._fault: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name=f"kneetree {name}", daemon=True)

    @property
    def done(self) -> bool:
        """Whether the thread was started and has ended."""
        return self._thread.ident is not None and not self._thread.is_alive()

    def start(self) -> None:
        """Begin.  Call this in the window's thread, once there is an application."""
        collect_in_window()
        sys.setswitchinterval(_SWITCH_S)
        _begun[:] = [task for task in _begun if not task.done]
        self._thread.start()
        _begun.append(self)

    def cancel(self) -> None:
        """Let the work end at its next result, which is dropped."""
        self._cancelled = True

    def wait(self, seconds: float | None = None) -> None:
        """Block until the work has ended, or for so many ``seconds``; return at once if it never began."""
        if self._thread.ident is not None:
            self._thread.join(seconds)

    def results(self) -> list[T_co]:
        """Return all that the work has yielded, or raise what it raised.  Call this when it is done."""
        _begun[:] = [task for task in _begun if not task.done]
        if isinstance(self._fault, Exception):
            raise self._fault
        if self._fault is not None:
            raise RuntimeError("The work was broken off.") from self._fault
        return self._results

    def results_since(self, count: int) -> list[T_co]:
        """Return what the work has yielded so far, without the first ``count`` results."""
        return self._results[count:]

    def _run(self) -> None:
        try:
            for result in self._work():
                if self._cancelled:
                    return
                self._results.append(result)
        except BaseException as error:
            # Not swallowed: ``results`` raises it in the window's thread, where faults are reported.
            self._fault = error


def _qt_object_in(work: object) -> object | None:
    """Return an object of Qt that ``work`` holds; ``None`` if none was found.

    It looks into functions (what they close over, their defaults), methods, partials and plain containers, where such
    an object comes in by oversight.  It does not look into other objects and modules.
    """
    waiting, seen = [work], set[int]()
    while waiting:
        held = waiting.pop()
        if isinstance(held, Shiboken.Object):
            return held
        if id(held) not in seen:
            seen.add(id(held))
            waiting += _parts_of(held)
    return None


def _parts_of(held: object) -> list[object]:
    if isinstance(held, partial):
        return [held.func, held.args, held.keywords]
    if isinstance(held, MethodType):
        return [held.__self__, held.__func__]
    if isinstance(held, BuiltinMethodType):
        return [held.__self__]
    if isinstance(held, FunctionType):
        cells = [cell.cell_contents for cell in held.__closure__ or () if cell != CellType()]
        return [*cells, held.__defaults__, held.__kwdefaults__]
    if isinstance(held, dict):
        return [*held, *held.values()]
    return [*held] if isinstance(held, list | tuple | set | frozenset) else []
