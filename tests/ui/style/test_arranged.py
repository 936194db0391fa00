"""Parts that a widget places itself: they come and go, grow, and the room for them follows."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.style.button_row import ButtonRow


def row_in_a_column(qtbot: QtBot, *texts: str) -> tuple[QWidget, ButtonRow, list[QPushButton]]:
    around, row = QWidget(), ButtonRow()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    column.addWidget(row)
    column.addStretch(1)
    buttons = [QPushButton(text) for text in texts]
    for button in buttons:
        row.add(button)
    around.resize(300, 300)
    around.show()
    QApplication.processEvents()
    return around, row, buttons


def test_buttons_wrap_and_the_row_gets_the_room_for_it(qtbot: QtBot) -> None:
    around, row, (first, second) = row_in_a_column(qtbot, "one", "two")
    assert (first.y(), second.y()) == (0, 0) and second.x() == first.width() + 12
    assert row.height() == first.height()
    second.setText("a very long text that cannot stand beside the other")
    qtbot.waitUntil(lambda: row.height() == second.y() + second.height() > first.height())
    assert second.x() == 0 and second.y() == first.height() + 12
    around.resize(900, 300)
    qtbot.waitUntil(lambda: row.height() == first.height())
    assert second.y() == 0


def test_a_hidden_button_takes_no_room_and_gets_it_back(qtbot: QtBot) -> None:
    _, row, (first, second, third) = row_in_a_column(qtbot, "one", "two", "three")
    before = third.x()
    second.hide()
    QApplication.processEvents()
    assert third.x() == first.width() + 12 < before
    second.show()
    QApplication.processEvents()
    assert third.x() == before
    assert row.shown == [first, second, third]


def test_what_comes_while_nothing_is_on_screen_has_its_place_when_it_is(qtbot: QtBot) -> None:
    around, row, (first,) = row_in_a_column(qtbot, "one")
    around.hide()
    late, never = QPushButton("a very long text that cannot stand beside the other"), QPushButton("never")
    never.hide()
    row.add(late)
    row.add(never)
    around.show()
    qtbot.waitUntil(lambda: row.height() == late.y() + late.height() > first.height())
    assert late.isVisible() and not never.isVisible()
    assert late.y() == first.height() + 12
