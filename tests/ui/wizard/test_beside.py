"""What is beside the answers stays in sight while these are scrolled, so that its room is never empty."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.content import content_of
from kneetree.ui.wizard.in_sight import in_sight, look_again
from kneetree.ui.wizard.question_page import QuestionPage
from tests import trees
from tests.ui.wizard.test_pressed_again import settle
from tests.ui.wizard.test_question_fits import SEVEN

PLACE = f'<rect id="{SEVEN[0]}" width="9" height="9"/>'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" width="500" height="400">{PLACE}</svg>'


def opened(qtbot: QtBot, theme: Theme, width: int, height: int, help_: str = "Look.", svg: str = SVG) -> QuestionPage:
    tree = trees.make({"node": trees.collect(SEVEN, "home", help=help_), "home": trees.leaf("self_care")})
    page = QuestionPage(theme, content_of(tree, "node")._replace(drawing=svg), lambda: -1)
    page.show_state({}, {}, answered=False, progress="")
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    settle()
    return page


@pytest.mark.parametrize(("width", "height", "percent"), [(1024, 510, 200), (1280, 520, 125), (1600, 560, 150)])
def test_the_drawing_is_seen_whole_beside_each_line(
    qtbot: QtBot, theme: Theme, width: int, height: int, percent: int
) -> None:
    theme.choose_text(percent)
    page = opened(qtbot, theme, width, height)
    assert page._place.wide
    bar, room = page.scroll_area.verticalScrollBar(), page.scroll_area.viewport()
    beside = page.picture.mapTo(page._place, QPoint(0, 0)).y()
    assert bar.maximum() > 100
    for value in (0, 60, 100, bar.maximum()):
        bar.setValue(value)
        settle()
        top = page.picture.mapTo(room, QPoint(0, 0)).y()
        if value:
            assert top >= 0
            assert top + page.picture.height() <= room.height()
    bar.setValue(0)
    settle()
    assert page.picture.mapTo(page._place, QPoint(0, 0)).y() == beside, "at the beginning it is level with the first"


def test_the_end_of_what_is_higher_than_the_window_can_be_scrolled_to(qtbot: QtBot, theme: Theme) -> None:
    theme.choose_text(125)
    page = opened(qtbot, theme, 1280, 420, "Look at both legs. " * 12)
    page._place.aside.findChildren(type(page._place.show_it))[-1].click()
    settle()
    bar, room, aside = page.scroll_area.verticalScrollBar(), page.scroll_area.viewport(), page._place.aside
    assert aside.height() > room.height()
    bar.setValue(0)
    settle()
    assert aside.y() == 0
    bar.setValue(bar.maximum() - page.more.room)
    settle()
    assert 0 < aside.mapTo(room, QPoint(0, aside.height())).y() <= room.height()


def test_another_language_shows_the_same_lines_again(qtbot: QtBot, theme: Theme) -> None:
    """The drawing is where it is on any part of the page, so it does not tell how far that was scrolled."""
    theme.choose_text(200)
    page = opened(qtbot, theme, 1024, 510)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(300)
    settle()
    seen = in_sight(page)
    bar.setValue(0)
    settle()
    look_again(page, seen)
    assert abs(bar.value() - 300) < 3


def test_another_text_size_keeps_the_line_that_is_read(qtbot: QtBot, theme: Theme) -> None:
    theme.choose_text(200)
    page = opened(qtbot, theme, 1024, 510)
    bar, room = page.scroll_area.verticalScrollBar(), page.scroll_area.viewport()
    fourth = page.items.rows[3]
    bar.setValue(bar.value() + fourth.mapTo(room, QPoint(0, 0)).y())
    settle()
    theme.choose_text(175)
    settle()
    assert abs(fourth.mapTo(room, QPoint(0, 0)).y()) < 40


def test_a_page_that_is_not_laid_out_yet_gives_its_drawing_no_size_below_none(qtbot: QtBot, theme: Theme) -> None:
    """It is made ahead, and may follow another size of text before it is ever shown; Qt's warning fails the test."""
    tree = trees.make({"node": trees.collect(SEVEN, "home"), "home": trees.leaf("self_care")})
    page = QuestionPage(theme, content_of(tree, "node")._replace(drawing=SVG), lambda: -1)
    qtbot.addWidget(page)
    page.resize(100, 30)
    page.show_state({}, {}, answered=False, progress="")
    for percent in (200, 150, 100):
        theme.choose_text(percent)
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    settle()
    assert page.picture.height() > 100


def test_tab_back_to_the_question_brings_it_into_sight(qtbot: QtBot, theme: Theme) -> None:
    theme.choose_text(200)
    page = opened(qtbot, theme, 600, 400)
    bar, room = page.scroll_area.verticalScrollBar(), page.scroll_area.viewport()
    page.go_on.setFocus()
    bar.setValue(bar.maximum())
    assert page.heading.mapTo(room, QPoint(0, 0)).y() < 0
    page.heading.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert 0 <= page.heading.mapTo(room, QPoint(0, 0)).y() < room.height()


# -- a place that ticks a line out of sight --------------------------------------------------------

PLACES = "".join(f'<rect id="{finding}" y="{at * 50}" width="500" height="30"/>' for at, finding in enumerate(SEVEN))
ALL_PLACES = f'<svg xmlns="http://www.w3.org/2000/svg" width="500" height="400">{PLACES}</svg>'


def click_place(qtbot: QtBot, page: QuestionPage, at: int) -> None:
    scale = page.picture.height() / 400
    qtbot.mouseClick(
        page.picture, Qt.MouseButton.LeftButton, pos=QPoint(round(20 * scale), round((at * 50 + 15) * scale))
    )
    settle()


def seen_of(page: QuestionPage, at: int) -> tuple[int, int, int]:
    """Where a line begins and ends in what is seen of the page, and where that ends."""
    row, room = page.items.rows[at], page.scroll_area.viewport()
    top = row.mapTo(room, QPoint(0, 0)).y()
    return top, top + row.height(), room.height()


@pytest.mark.parametrize(("width", "height", "start"), [(1600, 600, 0), (1600, 600, 40), (1024, 510, 200)])
def test_the_line_that_a_place_ticks_comes_into_sight_and_the_place_stays_under_the_pointer(
    qtbot: QtBot, theme: Theme, width: int, height: int, start: int
) -> None:
    theme.choose_text(200)
    page = opened(qtbot, theme, width, height, svg=ALL_PLACES)
    assert page._place.wide
    bar, room = page.scroll_area.verticalScrollBar(), page.scroll_area.viewport()
    usual = page.picture.mapTo(room, QPoint(0, 0))
    bar.setValue(start)
    settle()
    for at in (5, 0, 6):
        place = page.picture.mapTo(room, QPoint(0, 0))
        click_place(qtbot, page, at)
        assert page.items.values[SEVEN[at]] is True
        top, bottom, end = seen_of(page, at)
        assert top >= 0 and bottom <= end
        assert page.picture.mapTo(room, QPoint(0, 0)) == place
    assert bar.value() > 0
    place = page.picture.mapTo(room, QPoint(0, 0))
    bar.setValue(bar.value() + 20)
    assert page.picture.mapTo(room, QPoint(0, 0)) == place, "it does not jump when the person scrolls"
    bar.setValue(0)
    settle()
    assert page.picture.mapTo(room, QPoint(0, 0)) == usual


@pytest.mark.parametrize(("width", "height", "percent", "wide"), [(560, 640, 100, False), (1024, 510, 200, True)])
def test_nothing_scrolls_where_the_drawing_would_go_from_under_the_pointer(
    qtbot: QtBot, theme: Theme, width: int, height: int, percent: int, wide: bool
) -> None:
    """It is above the lines, or beside them and too high to be seen whole where it is."""
    theme.choose_text(percent)
    page = opened(qtbot, theme, width, height, svg=ALL_PLACES)
    assert page._place.wide is wide
    _, bottom, end = seen_of(page, 6)
    assert bottom > end
    place = page.picture.mapTo(page, QPoint(0, 0))
    click_place(qtbot, page, 6)
    assert page.items.values[SEVEN[6]] is True
    assert page.scroll_area.verticalScrollBar().value() == 0 and page.picture.mapTo(page, QPoint(0, 0)) == place


def test_a_line_in_sight_scrolls_nothing(qtbot: QtBot, theme: Theme) -> None:
    theme.choose_text(200)
    page = opened(qtbot, theme, 1024, 510, svg=ALL_PLACES)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(120)
    settle()
    assert page._place.wide
    places = [seen_of(page, at) for at in range(7)]
    seen = next(at for at, (top, bottom, height) in enumerate(places) if top >= 0 and bottom < height - 8)
    click_place(qtbot, page, seen)
    assert bar.value() == 120
