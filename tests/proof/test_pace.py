"""A thread that proves something rests while the window needs the interpreter, and the window never does."""

from __future__ import annotations

import threading
import time

from kneetree.proof import pace
from kneetree.proof.formula import Formula

_HELD = 0.2


def seconds_of(work: object) -> float:
    """How long a call takes in another thread."""
    taken: list[float] = []

    def run() -> None:
        began = time.perf_counter()
        work()  # type: ignore[operator]
        taken.append(time.perf_counter() - began)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return taken[0]


def test_another_thread_rests_until_the_time_is_over_and_then_no_more() -> None:
    pace.hold(_HELD)
    assert seconds_of(pace.rest) > _HELD / 2
    assert seconds_of(pace.rest) < _HELD / 2


def test_the_loops_of_a_proof_rest() -> None:
    pace.hold(_HELD)
    assert seconds_of(lambda: Formula().any_of([2, 3])) > _HELD / 2


def test_the_window_never_rests() -> None:
    pace.hold(10 * _HELD)
    began = time.perf_counter()
    pace.rest()
    assert time.perf_counter() - began < _HELD
    pace.hold(0.0)
