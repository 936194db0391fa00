"""Qt objects in a cycle are never destroyed in another thread."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kneetree.ui.garbage import Collector, no_collecting


class Cycle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """A window in an earlier test may have taken over."""
    before = gc.isenabled()
    gc.enable()
    yield
    if not before:
        gc.disable()


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    made = Collector(QObject(qapp))
    yield made
    made.parent().deleteLater()


def allocate() -> None:
    kept = [[] for _ in range(200_000)]
    kept.clear()


def test_no_thread_collects_but_the_windows(collector: Collector) -> None:
    cycle = weakref.ref(Cycle())
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert cycle() is not None
    kept = [[] for _ in range(2000)]
    for _ in range(20):
        collector.look()
        kept.extend([] for _ in range(2000))
    gc.collect()
    assert cycle() is None


def test_work_elsewhere_leaves_the_collector_as_it_was() -> None:
    with no_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()
