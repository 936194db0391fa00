"""Work in slices: complete, restarted on change, never long without a pause, never half a result."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer

from kneetree.ui.editor.background import Background
from kneetree.ui.editor.threaded import Threaded


def count_to(end: int, spend: float = 0.0):
    for number in range(end):
        if spend:
            time.sleep(spend)
        yield number if number % 2 else None


def test_all_results_but_none_arrive_once(qtbot) -> None:
    work = Background()
    with qtbot.waitSignal(work.done) as told:
        work.start("count", lambda: count_to(6))
    assert told.args == ["count", [1, 3, 5]]
    assert not work.busy


def test_the_window_breathes_between_slices(qtbot) -> None:
    work, gaps, last = Background(), [], [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer(interval=0)
    timer.timeout.connect(tick)
    with qtbot.waitSignal(work.done, timeout=5000):
        work.start("count", lambda: count_to(200, 0.001))
        timer.start()
    assert len(gaps) > 10
    assert sorted(gaps)[len(gaps) // 2] < 0.05


def test_a_job_that_is_started_again_begins_anew(qtbot) -> None:
    work, told = Background(slice_ms=0), []
    work.done.connect(lambda job, found: told.append((job, found)))
    work.start("count", lambda: count_to(10_000_000))
    qtbot.wait(5)
    work.start("count", lambda: count_to(2))
    qtbot.waitUntil(lambda: not work.busy)
    assert told == [("count", [1])]


def test_two_jobs_each_get_their_results(qtbot) -> None:
    work, told = Background(), {}
    work.done.connect(told.__setitem__)
    work.start("one", lambda: count_to(2))
    work.start("two", lambda: count_to(4))
    qtbot.waitUntil(lambda: not work.busy)
    assert told == {"one": [1], "two": [1, 3]}


def test_stopped_work_tells_nothing(qtbot) -> None:
    work, told = Background(), []
    work.done.connect(lambda *args: told.append(args))
    work.start("one", lambda: count_to(2))
    work.stop()
    qtbot.wait(20)
    assert told == [] and not work.busy


def test_a_job_that_fails_gives_no_half_result(qtbot) -> None:
    def broken():
        yield 1
        raise ValueError("a bug")

    work, told = Background(), []
    work.done.connect(lambda *args: told.append(args))
    with qtbot.captureExceptions() as caught:
        work.start("bad", broken)
        qtbot.waitUntil(lambda: not work.busy)
    assert told == []
    assert len(caught) == 1


def test_a_thread_gives_only_the_latest_result(qtbot) -> None:
    work, told = Threaded(), []
    work.done.connect(lambda job, found: told.append((job, found)))
    work.start("count", lambda: lambda: count_to(10_000, 0.001))
    qtbot.wait(20)
    work.start("count", lambda: lambda: count_to(4))
    qtbot.waitUntil(lambda: not work.busy)
    qtbot.wait(20)
    assert told == [("count", [None, 1, None, 3])]


def test_a_fault_in_a_thread_is_raised_in_the_window(qtbot) -> None:
    def broken():
        yield 1
        raise ValueError("a bug")

    work = Threaded()
    with qtbot.captureExceptions() as caught:
        work.start("bad", lambda: broken)
        qtbot.waitUntil(lambda: not work.busy)
        qtbot.wait(10)
    assert [kind for kind, *_ in caught] == [ValueError]
