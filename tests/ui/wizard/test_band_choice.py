"""A number is typed or chosen as a range; a range settles all that the number decides, and is told as a range."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.files import tree_files
from kneetree.model.scales import Span
from kneetree.model.tree import Tree
from kneetree.shipped import SHIPPED_TREE
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.content import content_of
from kneetree.ui.wizard.question_page import QuestionPage
from tests import trees
from tests.ui.wizard.test_check_view import Driver


def of_ages(*ages: int) -> Tree:
    return trees.make(
        {
            "age": trees.number("age", "days"),
            "days": trees.number("days", "score"),
            "score": trees.decide({f"age_at_least_{age}": 1 for age in ages} | {"days_at_least_15": 1}, 2, "a", "b"),
            "a": trees.leaf("same_day"),
            "b": trees.leaf(),
        }
    )


@pytest.fixture
def driver(qtbot: QtBot, theme: Theme) -> Driver:
    return Driver(qtbot, theme, of_ages(17, 60))


def choose(driver: Driver, place: int) -> None:
    button = list(driver.page.bands.buttons.values())[place]
    driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def chosen(page: QuestionPage) -> list[str]:
    return [button.text() for button in page.bands.buttons.values() if button.chosen]


def test_ranges_are_named_between_the_thresholds(driver: Driver) -> None:
    words = [button.text() for button in driver.page.bands.buttons.values()]
    assert words == ["Under 17 years", "17 to 59 years", "60 years or more"]
    assert all(button.height() >= 44 for button in driver.page.bands.buttons.values())


def test_one_press_answers_and_the_path_tells_the_range(driver: Driver) -> None:
    choose(driver, 1)
    assert driver.node == "days"
    assert driver.walk.answers["age"] == 38
    assert driver.view.path.entries[0].answer == "17 to 59 years"
    choose(driver, 0)
    assert driver.view.path.entries[1].answer == "under 15 days"
    assert driver.walk.leaves == ("b",)


def test_going_back_shows_the_range_and_continue_keeps_it(driver: Driver) -> None:
    choose(driver, 1)
    driver.back()
    assert chosen(driver.page) == ["17 to 59 years"]
    assert driver.page.number.edit.text() == "", "nobody gave a number"
    driver.go_on()
    assert driver.node == "days"
    assert isinstance(driver.walk.answers["age"], Span)


def test_a_typed_number_takes_the_place_of_a_range_and_the_other_way_round(driver: Driver) -> None:
    choose(driver, 1)
    driver.back()
    driver.type("72")
    assert driver.view.path.entries[0].answer == "72 years"
    driver.back()
    assert (chosen(driver.page), driver.page.number.edit.text()) == ([], "72")
    choose(driver, 2)
    assert driver.view.path.entries[0].answer == "60 years or more"
    driver.back()
    driver.page.unsure.click()
    driver.back()
    assert (chosen(driver.page), driver.page.unsure.chosen) == ([], True)


def test_what_is_typed_over_a_range_is_not_answered_with_the_range(driver: Driver) -> None:
    choose(driver, 1)
    driver.back()
    driver.type("121")
    assert driver.node == "age"
    assert chosen(driver.page) == []
    assert "from 0 to 120" in driver.page.number.says.text()


def test_a_screen_reader_meets_buttons_in_a_group_with_a_name(qtbot: QtBot, driver: Driver) -> None:
    first, middle, _ = driver.page.bands.buttons.values()
    spoken = QAccessible.queryAccessibleInterface(middle)
    assert spoken.role() == QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == "17 to 59 years"
    assert first.parentWidget().accessibleName() == "Or choose:"
    page = driver.page
    spoken.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    qtbot.waitUntil(lambda: driver.node == "days")
    driver.back()
    assert [button.accessibleDescription() for button in page.bands.buttons.values()] == ["", "chosen", ""]


def test_the_keyboard_meets_the_field_the_button_and_the_ranges_in_turn(qtbot: QtBot, driver: Driver) -> None:
    page = driver.page
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.number.edit)
    met = []
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert met == [page.go_on, page.unsure, *page.bands.buttons.values()]
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(met[-1], held)
    assert driver.node == "age"
    qtbot.keyClick(met[-1], Qt.Key.Key_Return)
    assert driver.view.path.entries[0].answer == "60 years or more"


def test_a_page_is_made_anew_when_a_threshold_has_moved() -> None:
    before, after = content_of(of_ages(17, 60), "age"), content_of(of_ages(18, 60), "age")
    assert [band.span for band in before.bands] == [band.span for band in after.bands], (
        "the same numbers stand for them"
    )
    assert before != after


def test_where_nothing_turns_on_a_number_it_is_only_typed(qtbot: QtBot, theme: Theme) -> None:
    tree = trees.make({"age": trees.number("age", "end"), "end": trees.leaf()})
    page = QuestionPage(theme, content_of(tree, "age"), lambda: -1)
    qtbot.addWidget(page)
    assert page.bands is None


@pytest.mark.parametrize("asks", ["age", "days"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_ranges_of_the_shipped_tree_fit_a_laptop(
    qtbot: QtBot, theme: Theme, asks: str, percent: int, language: str
) -> None:
    theme.choose_text(percent)
    tree = tree_files.read_tree(SHIPPED_TREE).tree
    tree.language = language
    node = next(key for key, node in tree.nodes.items() if getattr(node, "asks", "") == asks)
    page = QuestionPage(theme, content_of(tree, node), lambda: -1)
    qtbot.addWidget(page)
    page.resize(980 if percent == 100 else 1280, 676 if percent == 100 else 582)
    page.show()
    page.show_state({}, {}, answered=False, progress="Question 4")
    QApplication.processEvents()
    view = page.scroll_area.viewport()
    for button in page.bands.buttons.values():
        corner = button.mapTo(view, QPoint(0, 0))
        assert corner.x() + button.width() <= view.width()
        assert percent == 200 or corner.y() + button.height() <= view.height()
        assert button.width() >= button.minimumSizeHint().width(), "no word is cut"
        assert button.height() >= button.heightForWidth(button.width()), "its words have their lines"
    assert len(page.bands.buttons) <= (8 if asks == "age" else 11)
