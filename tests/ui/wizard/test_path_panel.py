"""The path beside the question: what was on it already stays where it is when it grows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.path_panel import PathEntry, PathPanel


class Moved(QObject):
    """Notes each part that gets another place or size."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self.parts.append(watched)
        return False


def entries(answered: int) -> list[PathEntry]:
    """Return a path of ``answered`` questions of one to three lines, and the one that is open."""
    words = "Does the pain get worse when you climb stairs? "
    path = [
        PathEntry(f"n{n}", words * (n % 3 + 1), "answered", "Yes", ("ticked",) * (n % 2), "Yes", n)
        for n in range(1, answered + 1)
    ]
    return [*path, PathEntry("open", "Where does it hurt?", "open", number=answered + 1)]


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> PathPanel:
    made = PathPanel(Theme(qapp))
    qtbot.addWidget(made)
    made.resize(290, 500)
    made.show()
    return made


@pytest.mark.parametrize("answered", [1, 6, 12])
def test_a_question_more_moves_none_of_those_before_it(panel: PathPanel, answered: int) -> None:
    """Qt's own column squeezed and freed all of them up to six times: 2 ms of each turn to the next question."""
    panel.show_path(entries(answered), (), "open")
    QApplication.processEvents()
    is_scrolled = panel.verticalScrollBar().maximum() > 0
    before = panel._column.boxes[:answered]
    moved = Moved()
    for box in before:
        box.installEventFilter(moved)
    panel.show_path(entries(answered + 1), (), "open")
    QApplication.processEvents()
    assert len(panel._column.boxes) == answered + 2
    assert is_scrolled is (answered > 1)
    assert moved.parts == []


def test_boxes_stand_one_below_the_other_and_none_is_cut(panel: PathPanel) -> None:
    panel.show_path(entries(8), (), "open")
    QApplication.processEvents()
    boxes = panel._column.boxes
    for box, below in pairwise(boxes):
        assert box.geometry().bottom() < below.y() <= box.geometry().bottom() + 12
    for box in boxes:
        assert box.height() >= box.heightForWidth(box.width()) > 0
        assert box.width() == panel._column.width() - 16
    assert panel._column.height() >= boxes[-1].geometry().bottom()
    assert (
        panel.viewport()
        .visibleRegion()
        .boundingRect()
        .contains(boxes[-1].mapTo(panel.viewport(), boxes[-1].rect().center()))
    )


def test_a_shorter_path_takes_its_boxes_away(panel: PathPanel) -> None:
    panel.show_path(entries(8), (), "open")
    panel.show_path(entries(2), (), "open")
    QApplication.processEvents()
    assert [box.entry.node for box in panel._column.boxes] == ["n1", "n2", "open"]
    assert panel.verticalScrollBar().maximum() == 0
