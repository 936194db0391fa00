"""What a person waits for in the window, on the shipped tree."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from benchmarks import bench_window
from kneetree.ui.window.main_window import MainWindow

TIMES = 3
"""How much slower than on an idle machine it may be here."""
TURN_S = 0.016
COLOURS_S = 0.2


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    opened = bench_window.opened()
    yield opened
    opened.wait_for_loader()
    opened.close()
    opened.deleteLater()


# It is the window's own work that is held: what else runs on a machine can stop it at any time.


@pytest.mark.timed
def test_a_page_is_turned_in_a_frame(window: MainWindow) -> None:
    """The best of three walks, since other work that falls into the same moment is not part of a page."""
    assert window.session is not None
    walks = []
    for _ in range(3):
        walks.append(bench_window.turns(window, bench_window.long_walk(window.session.tree), reading=1))
        window.start_again()
    taken = [statistics.median(turn.work for turn in turns) for turns in zip(*walks, strict=True)]
    assert len(taken) > 8
    assert statistics.median(taken) <= TIMES * TURN_S
    assert max(taken) <= TIMES * TURN_S


@pytest.mark.timed
def test_colours_change_at_once_with_a_result_and_with_the_editor(window: MainWindow) -> None:
    assert window.session is not None
    bench_window.turns(window, bench_window.long_walk(window.session.tree), reading=0)  # only the result counts here
    assert _median(window) <= TIMES * COLOURS_S, "it was 1.7 s and more"
    window.show_edit()
    assert _median(window) <= TIMES * COLOURS_S


def _median(window: MainWindow) -> float:
    return statistics.median(change.work for change in bench_window.colour_changes(window, 5))
