"""The cycle collector is paused and comes back; no thread but the main one turns its switch."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest

from kneetree import collector


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """The collector is on at first, and as it was afterwards."""
    before = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if before else gc.disable)()


def test_it_is_off_within_and_on_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), collector.paused():
        assert not gc.isenabled()
        raise ValueError("broken")
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off() -> None:
    gc.disable()
    with collector.paused():
        pass
    assert not gc.isenabled()


def test_a_thread_does_not_switch_it() -> None:
    inside, may_end, seen = threading.Event(), threading.Event(), []

    def work() -> None:
        with collector.paused():
            seen.append(gc.isenabled())
            inside.set()
            may_end.wait(20)

    thread = threading.Thread(target=work)
    thread.start()
    assert inside.wait(20)
    gc.disable()  # as a window does when it takes the collector over meanwhile
    may_end.set()
    thread.join(20)
    assert seen == [True]
    assert not gc.isenabled()
