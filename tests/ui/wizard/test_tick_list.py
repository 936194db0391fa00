"""A line of a list under the mouse: what is pressed is ticked, and about "Not sure" it is not sure."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Line
from kneetree.ui.wizard.page_frame import KeepVisible
from kneetree.ui.wizard.tick_list import ItemRow


def test_a_click_beside_not_sure_is_never_a_yes(qtbot: QtBot) -> None:
    row = ItemRow(Line("f", "The calf is swollen"), unsure=True)
    qtbot.addWidget(row)
    row.resize(500, 80)
    row.show()
    left, right = row.unsure.x() - 3, row.width() - 2
    for x, y in ((left, 40), (right, 40), (row.unsure.x() + 8, 3)):
        row.show_value(False)
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        assert row.value is None, (x, y)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.text.x() + 20, 40))
    assert row.value is True


def test_a_line_without_not_sure_is_ticked_wherever_it_is_pressed(qtbot: QtBot) -> None:
    row = ItemRow(Line("f", "The calf is swollen"), unsure=False)
    qtbot.addWidget(row)
    row.resize(500, 80)
    row.show()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 2, 40))
    assert row.value is True


def test_what_the_mouse_presses_stays_under_it_until_it_is_let_go(qtbot: QtBot) -> None:
    scroll, inner = QScrollArea(), QWidget()
    qtbot.addWidget(scroll)
    column = QVBoxLayout(inner)
    boxes = [QCheckBox(str(number)) for number in range(30)]
    for box in boxes:
        column.addWidget(box)
    scroll.setWidget(inner)
    keep = KeepVisible(scroll)
    keep.watch(*boxes)
    scroll.resize(200, 200)
    with qtbot.waitActive(scroll):
        scroll.show()
    cut_off = boxes[8]
    bar = scroll.verticalScrollBar()
    bar.setValue(cut_off.y() + 12)
    before = bar.value()
    qtbot.mouseClick(cut_off, Qt.MouseButton.LeftButton, pos=QPoint(8, cut_off.height() - 3))
    assert bar.value() == before and cut_off.isChecked()
    boxes[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert bar.value() < before, "the keyboard brings along what it comes to"
