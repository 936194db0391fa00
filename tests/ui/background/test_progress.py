"""Long work in slices: it goes on to its end, can be stopped, and a fault of it is told."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kneetree.errors import KneetreeError
from kneetree.ui.background import progress
from kneetree.ui.background.progress import Steps, carry_out
from kneetree.ui.printing import exporting
from tests import trees


def work(told: list[str], seconds: float) -> Steps:
    end = monotonic() + seconds
    try:
        while monotonic() < end:
            yield 0.5
        told.append("done")
    finally:
        told.append("closed")


def bar(qapp: QApplication) -> QProgressDialog:
    found = qapp.activeModalWidget()
    assert isinstance(found, QProgressDialog)
    return found


def test_short_work_shows_no_bar(qtbot: QtBot) -> None:
    told: list[str] = []
    assert carry_out(None, "Writing", work(told, 0.0))
    assert told == ["done", "closed"]


def test_long_work_goes_on_while_the_window_lives(qtbot: QtBot, qapp: QApplication) -> None:
    told, turns = [], []
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    beat = QTimer(window, interval=5)
    beat.timeout.connect(lambda: turns.append(qapp.activeModalWidget()))
    beat.start()
    assert carry_out(window, "Writing", work(told, 0.5))
    assert told == ["done", "closed"]
    assert len([turn for turn in turns if isinstance(turn, QProgressDialog)]) > 5


def test_stop_ends_the_work(qtbot: QtBot, qapp: QApplication) -> None:
    told: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def press() -> None:
        (button,) = bar(qapp).findChildren(QPushButton)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(300, window, press)
    assert not carry_out(window, "Writing", work(told, 60.0))
    assert told == ["closed"]


def test_a_fault_of_the_work_is_raised(qtbot: QtBot) -> None:
    def fails() -> Generator[float, None, None]:
        end = monotonic() + 0.3
        while monotonic() < end:
            yield -1.0
        raise KneetreeError("It cannot be written.")

    with pytest.raises(KneetreeError, match="cannot be written"):
        carry_out(None, "Writing", fails())


@pytest.mark.parametrize("ending", ["svg", "html", "png", "poster.pdf"])
def test_an_export_that_is_stopped_writes_nothing(qapp: QApplication, tmp_path: Path, ending: str) -> None:
    steps = exporting.steps(trees.ladder(200), tmp_path / f"out.{ending}")
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []
    assert carry_out(None, "Writing", exporting.steps(trees.small(), tmp_path / f"out.{ending}"))
    assert (tmp_path / f"out.{ending}").stat().st_size > 100


def test_a_slice_is_no_longer_than_a_frame() -> None:
    assert progress._SLICE_S < 0.016
