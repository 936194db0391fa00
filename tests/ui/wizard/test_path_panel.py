"""The path beside the question: what was on it already stays where it is when it grows."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
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


def test_the_question_with_which_it_begins_to_scroll_moves_none_either(panel: PathPanel) -> None:
    """The bar took its room from the lines, so that all were broken anew."""
    scrolled, moved = [], Moved()
    for answered in range(9):
        panel.show_path(entries(answered), (), "open")
        QApplication.processEvents()
        assert moved.parts == [], f"with {answered} answers"
        scrolled.append(panel.verticalScrollBar().maximum() > 0)
        for box in panel._column.boxes[:-1]:
            box.installEventFilter(moved)
    assert scrolled[0] is False
    assert scrolled[-1] is True


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


def any_path(dice: random.Random, answered: int) -> list[PathEntry]:
    """Return a path of so many questions, of any length and with any lines below, and what is open or the end."""
    path = []
    for n in range(1, answered + 1):
        lines = tuple("ticked " * dice.randint(1, 9) for _ in range(dice.choice((0, 0, 1, 3))))
        answer = "Change" if lines else dice.choice(("Yes", "None of these"))
        path.append(PathEntry(f"n{n}", f"Question {n}? " * (n % 4 + 1), "answered", answer, lines, f"said {n}", n))
    if dice.random() < 0.2:
        return [*path, PathEntry("", "Your result", "end")]
    n = answered + 1
    return [*path, PathEntry(f"n{n}", f"Question {n}? " * (n % 4 + 1), "open", number=n)]


def seen_in(panel: PathPanel) -> list[object]:
    """Return all that can be told of the boxes, in the order in which it is read."""
    told: list[object] = []
    for box in panel._column.boxes:
        parts = [part for part in box.children() if isinstance(part, QLabel | QPushButton) and not part.isHidden()]
        names = [(part.text(), part.accessibleName(), part.property("role"), part.geometry()) for part in parts]
        assert box.button is None or parts[-1] is box.button, "it is read last"
        told.append((box.entry, box.marked, box.geometry(), box.button is not None, names))
    return told


@pytest.mark.seeds(3)
def test_a_path_looks_as_if_it_were_shown_for_the_first_time(
    panel: PathPanel, qtbot: QtBot, qapp: QApplication, seed: int
) -> None:
    """Boxes are kept, made before they are needed, and given their answers later, on screen or not."""
    dice, answered, kept = random.Random(seed), 0, 0
    panel.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # or it comes later in one of the two
    for step in range(300):
        if step >= 30 and kept > 3:
            break
        answered = max(0, answered + dice.choice((1, 1, 1, 1, -2)))
        path = any_path(random.Random(seed), answered)
        shown = dice.choice((path[-1].node, path[0].node))
        panel.setVisible(dice.random() < 0.7)
        before = panel._column.boxes[-1:]
        panel.show_path(path, (), shown)
        kept += before == panel._column.boxes[-2:-1]
        if dice.random() < 0.5:
            panel._column.make_spare()
        panel.show()
        QApplication.processEvents()
        afresh = PathPanel(Theme(qapp))
        qtbot.addWidget(afresh)
        afresh.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        afresh.resize(panel.size())
        afresh.show()
        afresh.show_path(path, (), shown)
        QApplication.processEvents()
        assert seen_in(panel) == seen_in(afresh)
    assert kept > 3


def test_the_next_box_is_made_and_dressed_while_the_question_is_read(panel: PathPanel, qtbot: QtBot) -> None:
    panel.show_path(entries(2), (), "open")
    qtbot.waitUntil(lambda: panel._column._spare is not None)
    QApplication.processEvents()
    spare = panel._column._spare
    dressed = Qt.WidgetAttribute.WA_WState_Polished
    assert spare is not None and spare.isHidden()
    assert all(
        part.testAttribute(dressed) for part in (spare, *spare.findChildren(QLabel), *spare.findChildren(QPushButton))
    )
    panel.show_path([*entries(2)[:2], PathEntry("n3", "And here?", "open", number=3)], (), "n3")
    assert panel._column.boxes[-1] is spare
    assert spare.isVisible()
    assert panel._column._spare is None
