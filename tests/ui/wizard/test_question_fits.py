"""A question fits its window: the drawing beside the lines or small above them, and nothing jumps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kneetree.model.tree import Finding, Tree
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.beside import Beside
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.page_frame import KeepVisible, ScrollPage
from kneetree.ui.wizard.picture import Picture
from kneetree.ui.wizard.question_page import QuestionPage
from tests import trees

SEVEN = ["cold", "numb", "hard", "bent", "open", "dark", "late"]
STATEMENT = "One foot or lower leg has become cold, pale, blue or blotchy compared with the other"


def of_seven_lines(names: list[str] = SEVEN) -> Tree:
    """A list of lines of two rows each with a drawing and a rule, then a number, then a question."""
    more = {
        "text": "Do you have any of these problems, either new or worse than usual?",
        "answer_rule": "Tick only what is new or worse than usual. Numbness that has been the same for months "
        "does not count, and nor does constipation alone.",
        "picture": "foot_colour",
        "why": "These need help at once. " * 30,
    }
    most = len(names)
    return trees.make(
        {
            "list": trees.collect(names, "age", **more),
            "age": trees.number("age", "plain"),
            "plain": trees.ask("hot", "today", "score"),
            "score": trees.decide({**dict.fromkeys(names, 1), "age_at_least_60": most}, most, "today", "home"),
            "today": trees.leaf("same_day"),
            "home": trees.leaf(),
        },
        findings={finding: Finding(STATEMENT, "As it says.") for finding in [*names, "hot"]},
    )


def opener(qtbot: QtBot, theme: Theme, open_window: Callable[..., MainWindow]) -> Callable[..., QuestionPage]:
    """Return what opens the window on the list at a size and with a text of so many percent."""

    def show(width: int, height: int, percent: int = 100, lines: int = 7) -> QuestionPage:
        theme.choose_text(percent)
        window = open_window(of_seven_lines(SEVEN[:lines]))
        window.resize(width, height)
        window.start()
        qtbot.waitUntil(lambda: window.view.wizard.node_shown == "list", timeout=20_000)
        page = window.view.wizard.question_page("list")
        QApplication.processEvents()
        qtbot.waitUntil(lambda: page.items.rows[-1].height() > 40)
        return page

    return show


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, open_window: Callable[..., MainWindow]) -> Callable[..., QuestionPage]:
    return opener(qtbot, theme, open_window)


def corner(page: QuestionPage, widget: QWidget) -> QPoint:
    """Where a widget is on the screen that the page shows."""
    return widget.mapTo(page.scroll_area.viewport(), QPoint(0, 0))


def is_seen(page: QuestionPage, widget: QWidget) -> bool:
    top = corner(page, widget).y()
    return top >= 0 and top + widget.height() <= page.scroll_area.viewport().height()


def test_seven_lines_their_drawing_and_the_button_fit_a_laptop(shown: Callable[..., QuestionPage]) -> None:
    page = shown(1280, 800)
    picture = page.findChild(Picture)
    assert all(is_seen(page, line) for line in page.items.rows)
    assert is_seen(page, page.go_on)
    assert is_seen(page, picture)
    assert corner(page, picture).x() >= corner(page, page.items).x() + page.items.width()
    assert picture.width() >= 200


@pytest.mark.parametrize(("width", "height", "percent"), [(1024, 600, 100), (1280, 800, 200), (640, 600, 100)])
def test_without_room_the_first_line_is_seen_and_the_button_can_be_scrolled_to(
    shown: Callable[..., QuestionPage], width: int, height: int, percent: int
) -> None:
    page = shown(width, height, percent)
    assert is_seen(page, page.items.rows[0])
    assert not is_seen(page, page.go_on)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert corner(page, page.go_on).y() < page.scroll_area.viewport().height()
    assert page.scroll_area.widget().width() <= page.scroll_area.viewport().width(), "nothing is cut at the side"


@pytest.mark.parametrize("lines", range(2, 8))
def test_only_what_is_on_screen_beside_the_path_counts_as_read(
    qtbot: QtBot, shown: Callable[..., QuestionPage], lines: int
) -> None:
    """The path comes beside the first question after that has found its place without it."""
    page = shown(1024, 560, lines=lines)
    for _ in range(5):
        QApplication.processEvents()
    all_seen = all(is_seen(page, line) for line in page.items.rows)
    assert (page.go_on.text() == "Read &on") is not all_seen


def test_a_drawing_above_the_lines_is_small_and_whole(shown: Callable[..., QuestionPage]) -> None:
    page = shown(1024, 600)
    picture = page.findChild(Picture)
    assert corner(page, picture).y() + picture.height() <= corner(page, page.items).y()
    assert 72 <= picture.height() <= page.scroll_area.viewport().height() / 5
    assert picture.width() / picture.height() == pytest.approx(1.5, abs=0.05)


def open_at(qtbot: QtBot, page: ScrollPage, place: Beside, room: int, height: int = 476) -> None:
    """Show a page so wide that ``place`` is ``room`` wide."""
    qtbot.addWidget(page)
    page.resize(room + 100, height)
    page.show()
    QApplication.processEvents()
    page.resize(page.width() + room - place.width(), page.height())
    qtbot.waitUntil(lambda: place.width() == room)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("room", "percent", "beside", "least"),
    [(918, 100, True, 280), (662, 100, False, 230), (1218, 200, False, 280), (600, 200, False, 230)],
)
def test_a_drawing_to_be_touched_stays_large(
    qtbot: QtBot, theme: Theme, room: int, percent: int, beside: bool, least: int
) -> None:
    theme.choose_text(percent)
    page = ScrollPage(theme, lambda: -1, 2000)
    place = Beside(theme, page.scroll_area, page.middle)
    page.body.addWidget(place)
    drawing = Picture('<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320"/>', 320, place.aside)
    place.show_drawing(drawing)
    open_at(qtbot, page, place, room, 582 if percent == 200 else 476)
    assert place.wide is beside
    assert drawing.height() >= least
    assert drawing.width() / drawing.height() == pytest.approx(1.5, abs=0.02)


@pytest.mark.parametrize(("room", "percent", "beside"), [(918, 100, True), (662, 100, False), (1218, 200, False)])
def test_words_alone_stand_beside_the_answers_only_where_they_are_not_large(
    qtbot: QtBot, theme: Theme, room: int, percent: int, beside: bool
) -> None:
    theme.choose_text(percent)
    page = ScrollPage(theme, lambda: -1, 2000)
    place = Beside(theme, page.scroll_area, page.middle)
    page.body.addWidget(place)
    place.add_aside(QLabel("How to tell", place.aside))
    open_at(qtbot, page, place, room)
    assert place.wide is beside


def test_a_window_made_larger_puts_the_drawing_beside(qtbot: QtBot, shown: Callable[..., QuestionPage]) -> None:
    page = shown(1024, 600)
    picture = page.findChild(Picture)
    page.window().resize(1280, 800)
    qtbot.waitUntil(lambda: corner(page, picture).x() >= corner(page, page.items).x() + page.items.width())
    page.window().resize(1024, 600)
    qtbot.waitUntil(lambda: corner(page, picture).y() + picture.height() <= corner(page, page.items).y())


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600), (1920, 1080)])
def test_nothing_jumps_from_page_to_page(
    qtbot: QtBot, shown: Callable[..., QuestionPage], size: tuple[int, int]
) -> None:
    page = shown(*size)
    window = page.window()
    places = []
    for node in ("list", "age", "plain"):
        qtbot.waitUntil(lambda node=node: window.view.wizard.node_shown == node)
        page = window.view.wizard.question_page(node)
        QApplication.processEvents()
        places.append([page.mapTo(window, corner(page, part)) for part in (page.back, page.heading)])
        if page.number is not None:
            page.number.show_number(40)
        if node == "list":
            bar = page.scroll_area.verticalScrollBar()
            for place in range(0, bar.maximum() + 1, 20):
                bar.setValue(place)
            bar.setValue(bar.maximum())
        qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    assert places[0] == places[1] == places[2]


def test_what_is_opened_is_scrolled_to(qtbot: QtBot, shown: Callable[..., QuestionPage]) -> None:
    page = shown(1280, 800)
    why = next(box for box in page.findChildren(Disclosure) if box.button.text() == "&Why we ask")
    page.scroll_area.ensureWidgetVisible(why.button)
    qtbot.mouseClick(why.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: why.content.height() > 200)
    qtbot.waitUntil(lambda: is_seen(page, why.content) and is_seen(page, why.button))


def test_reading_order_is_the_order_of_the_keyboard(qtbot: QtBot, shown: Callable[..., QuestionPage]) -> None:
    page = shown(1280, 800)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.heading)
    met = []
    for _ in range(17):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    help_, why = (box.button for box in page.findChildren(Disclosure))
    ticks = [tick for line in page.items.rows for tick in (line.tick, line.unsure)]
    assert met == [help_, *ticks, page.go_on, why]


def test_the_line_of_a_tick_is_seen_whole(qtbot: QtBot, shown: Callable[..., QuestionPage]) -> None:
    page = shown(640, 600)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.heading)
    for line in page.items.rows:
        while QApplication.focusWidget() is not line.tick:
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert is_seen(page, line)


def test_coming_back_to_the_window_scrolls_nothing(qtbot: QtBot, theme: Theme) -> None:
    page = ScrollPage(theme, lambda: -1)
    qtbot.addWidget(page)
    page.body.addSpacing(2000)
    field = QLineEdit()
    page.body.addWidget(field)
    KeepVisible(page.scroll_area).watch(field)
    page.resize(QSize(400, 300))
    page.show()
    QApplication.processEvents()
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(0)
    for reason, scrolls in ((Qt.FocusReason.ActiveWindowFocusReason, False), (Qt.FocusReason.TabFocusReason, True)):
        QApplication.sendEvent(field, QFocusEvent(QFocusEvent.Type.FocusIn, reason))
        assert (bar.value() > 0) is scrolls
