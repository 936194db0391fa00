"""Work in slices: complete, restarted on change, never long without a pause, never half a result."""

from __future__ import annotations

import threading
import time
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer

from kneetree.ui.background.task import Task
from kneetree.ui.editor.live.slices import Background
from kneetree.ui.editor.live.threaded import Threaded


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


def test_a_job_that_fails_does_not_hold_up_the_others(qtbot) -> None:
    def broken():
        yield 1
        raise ValueError("a bug")

    work, told = Background(slice_ms=0, order=("bad",)), []
    work.done.connect(lambda *args: told.append(args))
    with qtbot.captureExceptions() as caught:
        work.start("bad", broken)
        work.start("good", lambda: count_to(4))
        qtbot.waitUntil(lambda: not work.busy)
    assert told == [("good", [1, 3])]
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


@pytest.mark.parametrize("fault", [MemoryError, SystemExit, KeyboardInterrupt])
def test_work_that_is_broken_off_is_a_fault_and_no_result(qtbot, fault) -> None:
    def broken():
        yield 1
        raise fault

    work, told = Threaded(), []
    work.done.connect(lambda *args: told.append(args))
    with qtbot.captureExceptions() as caught:
        work.start("bad", lambda: broken)
        qtbot.waitUntil(lambda: not work.busy)
        qtbot.wait(30)
    assert told == []
    assert [kind for kind, *_ in caught] == [MemoryError if fault is MemoryError else RuntimeError]


def test_a_job_that_is_started_often_never_runs_twice_at_once(qtbot) -> None:
    running, most, told = [], [], []

    def slow():
        running.append(1)
        most.append(len(running))
        time.sleep(0.03)  # cannot be broken off before its first result
        running.pop()
        yield 1

    work = Threaded()
    work.done.connect(lambda job, found: told.append((job, found)))
    for _ in range(20):
        work.start("slow", lambda: slow)
        qtbot.wait(5)
    qtbot.waitUntil(lambda: not work.busy)
    qtbot.wait(100)
    assert max(most) == 1
    assert told == [("slow", [1])]
    assert not work._look.isActive()


def test_a_job_that_cannot_begin_does_not_hold_up_others(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse():
        raise ValueError("nothing to work on")

    work, told = Threaded(), []
    work.done.connect(lambda job, found: told.append((job, found)))
    with qtbot.captureExceptions() as caught:
        work.start("bad", refuse)
        work.start("good", lambda: lambda: count_to(2))
        qtbot.waitUntil(lambda: not work.busy)
    assert told == [("good", [None, 1])]
    assert [kind for kind, *_ in caught] == [ValueError]
    with qtbot.captureExceptions() as caught:
        monkeypatch.setattr(threading.Thread, "start", lambda _: (_ for _ in ()).throw(RuntimeError("no more threads")))
        work.start("late", lambda: lambda: count_to(2))
        qtbot.wait(50)
    assert [kind for kind, *_ in caught] == [RuntimeError]
    assert not work.busy and not work._look.isActive()


class Owner(QObject):
    def steps(self):
        yield self


def uses(*_things, **_more):
    yield 1


def close_over(thing: object):
    def work():
        yield thing

    return work


def with_default(thing: object):
    def work(held=thing, *, again=thing):
        yield held, again

    return work


@pytest.mark.parametrize(
    "make",
    [
        lambda thing: thing.steps,
        lambda thing: partial(uses, thing),
        lambda thing: partial(uses, name=thing),
        lambda thing: partial(uses, [1, {"deep": (thing,)}]),
        lambda thing: partial(partial(uses, 1), thing),
        close_over,
        with_default,
        lambda thing: thing.deleteLater,
    ],
    ids=["method", "argument", "keyword", "container", "partial", "closure", "default", "builtin"],
)
def test_a_task_refuses_work_that_holds_something_of_qt(make) -> None:
    with pytest.raises(TypeError, match="nothing of Qt"):
        Task(make(Owner()), "work")
    if make not in (close_over, with_default):
        return
    Task(make("a word"), "work")


def test_work_that_refers_to_itself_or_to_nothing_yet_can_be_looked_at() -> None:
    def work():
        yield work, later

    Task(work, "work")
    later = 1
    assert later


def test_what_a_task_was_given_is_dropped_in_the_windows_thread(qtbot) -> None:
    told: list[int] = []

    class Given:
        def __del__(self) -> None:
            told.append(threading.get_ident())

    begun, may_end = threading.Event(), threading.Event()

    def work(_given: Given):
        begun.set()
        may_end.wait(20)
        yield 1

    first = Task(partial(work, Given()), "first")
    first.start()
    assert begun.wait(20)
    thread = first._thread
    del first
    may_end.set()
    thread.join(20)
    assert told == []
    Task(lambda: count_to(1), "second").start()
    assert told == [threading.get_ident()]
