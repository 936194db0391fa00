"""A list that goes on below the window says so until its button was seen, and leads there line by line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.qt_access import settle_layouts
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.content import content_of
from kneetree.ui.wizard.picture import Picture
from kneetree.ui.wizard.question_page import QuestionPage
from kneetree.ui.wizard.start_page import StartPage
from tests import trees
from tests.shipped.seeded_faults import shipped
from tests.ui.reader import Role, shown
from tests.ui.wizard.test_question_fits import SEVEN, opener

Opened = Callable[..., QuestionPage]


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, open_window: Callable[..., MainWindow]) -> Opened:
    """Open the window on the list at a size, with a text of so many percent, and let it settle."""
    show = opener(qtbot, theme, open_window)

    def show_settled(width: int, height: int, percent: int, lines: int = 7) -> QuestionPage:
        page = show(width, height, percent, lines)
        settle()
        return page

    return show_settled


def settle() -> None:
    """Let the page be laid out and painted."""
    for _ in range(5):
        QApplication.processEvents()


def place_of(page: QuestionPage, widget: QWidget) -> QRect:
    """Where a widget is in what the page shows."""
    return QRect(widget.mapTo(page.scroll_area.viewport(), QPoint(0, 0)), widget.size())


def is_seen(page: QuestionPage, widget: QWidget) -> bool:
    place = place_of(page, widget)
    return place.top() >= 0 and place.bottom() < page.scroll_area.viewport().height()


def is_cut_above(page: QuestionPage, widget: QWidget) -> bool:
    place = place_of(page, widget)
    return place.top() < 0 <= place.bottom()


SMALL = [(1024, 600, 200), (1024, 600, 100), (420, 700, 200), (640, 480, 150), (1280, 800, 200)]


@pytest.mark.parametrize(("width", "height", "percent"), SMALL)
def test_it_leads_line_by_line_to_the_button_and_is_gone_there(
    qtbot: QtBot, opened: Opened, width: int, height: int, percent: int
) -> None:
    page = opened(width, height, percent)
    assert (page.more.text(), page.more.isVisible()) == ("More below", True)
    assert not page.more.icon().isNull(), "it is not told by its colour alone"
    strip = QRect(page.more.mapTo(page, QPoint(0, 0)), page.more.size())
    assert (strip.top(), strip.bottom()) == (page.scroll_area.geometry().bottom() + 1, page.height() - 1)
    read: set[QWidget] = set()
    for _ in range(40):
        room = page.scroll_area.viewport().height()
        read |= {line for line in page.items.rows if place_of(page, line).bottom() < room}
        if not page.more.isVisible():
            break
        qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
        settle()
        cut = [line for line in page.items.rows if line not in read and is_cut_above(page, line)]
        assert page.more.isHidden() or all(line.height() > room - page.theme.px(48) for line in cut)
    assert not page.more.isVisible()
    assert is_seen(page, page.go_on)
    assert page.go_on.text() == "None of these, &continue"
    button = QRect(page.go_on.mapTo(page, QPoint(0, 0)), page.go_on.size())
    assert not button.intersects(strip), "one press too many does not deny the list"
    page.scroll_area.verticalScrollBar().setValue(0)
    assert page.more.isVisible()


@pytest.mark.parametrize("lines", range(3, 8))
def test_one_press_too_many_does_not_press_what_ends_a_page(qtbot: QtBot, theme: Theme, lines: int) -> None:
    theme.choose_text(200)
    tree = trees.make({"node": trees.collect(SEVEN[:lines], "end", why=""), "end": trees.leaf()})
    page = QuestionPage(theme, content_of(tree, "node"), lambda: -1)
    qtbot.addWidget(page)
    answers: list[object] = []
    page.answered.connect(answers.append)
    page.resize(900, 330)
    with qtbot.waitExposed(page):
        page.show()
    page.show_state({}, {}, answered=False, progress="")
    settle()
    place = page.more.mapToGlobal(QPoint(100, 2))
    for _ in range(20):
        under = QApplication.widgetAt(place)
        assert under is not None
        qtbot.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFromGlobal(place))
        settle()
    assert page.more.isHidden()
    assert is_seen(page, page.go_on)
    assert answers == []


def test_it_is_in_its_place_however_it_came_and_on_no_page_that_fits_without_it(
    qtbot: QtBot, theme: Theme, open_window: Callable[..., MainWindow]
) -> None:
    """Also where it comes to a page that is laid out just then, and where a page barely fits."""
    theme.choose_text(100)
    for height in range(500, 740, 40):
        window = open_window(shipped())
        window.resize(984, height)
        settle()
        assert_in_place(window.view.start_page)
        window.start()
        qtbot.waitUntil(lambda shown=window: shown.view.wizard.node_shown == shown.session.tree.root, timeout=20_000)
        settle()
        assert_in_place(window.view.wizard.currentPage())
        window.close()


def assert_in_place(page: StartPage | QuestionPage) -> None:
    more, scroll = page.more, page.scroll_area
    if not more.isVisible():
        assert scroll.geometry().bottom() == page.height() - 1
        return
    assert (more.geometry().top(), more.geometry().bottom()) == (scroll.geometry().bottom() + 1, page.height() - 1)
    kept = scroll.widget().layout().contentsMargins().bottom()
    assert scroll.verticalScrollBar().maximum() - kept - more.height() > 0


def test_a_list_that_fits_says_nothing(opened: Opened) -> None:
    page = opened(1280, 800, 100)
    assert page.more.isHidden()
    assert page.scroll_area.verticalScrollBar().maximum() == 0
    assert page.scroll_area.widget().layout().contentsMargins().bottom() == 0


def test_a_drawing_does_not_change_when_it_goes(opened: Opened) -> None:
    page = opened(1024, 600, 100)
    picture = page.findChild(Picture)
    assert page.more.isVisible()
    before, bar = picture.size(), page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert page.more.isHidden()
    assert picture.size() == before


def test_its_arrow_has_the_colour_and_size_of_its_words(opened: Opened, theme: Theme) -> None:
    page = opened(1024, 600, 150)
    for mode in ("dark", "light"):
        theme.choose_mode(mode)
        settle()
        assert page.more.isVisible()
        arrow = page.more.icon().pixmap(64, 64).toImage()
        found = {
            arrow.pixelColor(x, y).name().upper()
            for x in range(64)
            for y in range(64)
            if arrow.pixelColor(x, y).alpha() == 255
        }
        assert found == {theme.colours["accent"].upper()}
    theme.choose_text(200)
    settle()
    assert page.more.iconSize().height() == theme.px(14)


class FitsAsItComes(QObject):
    """Lets a page have less on it as soon as the strip takes its room."""

    def __init__(self, page: QuestionPage) -> None:
        super().__init__(page)
        self._page = page
        self.acted = False
        page.scroll_area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        comes = not self._page.more.isHidden() and not self._page.more.isVisible()
        if event.type() is QEvent.Type.Resize and comes:
            self.acted = True
            self._page.items.hide()
            settle_layouts()
            QApplication.sendEvent(self._page.scroll_area, QEvent(QEvent.Type.LayoutRequest))
        return False


def test_a_page_that_turns_out_to_fit_as_it_comes_sees_it_go_again(qtbot: QtBot, theme: Theme) -> None:
    """Qt took it for hidden and visible at once, and told a screen reader of it."""
    tree = trees.make({"node": trees.collect(SEVEN, "end", why=""), "end": trees.leaf()})
    page = QuestionPage(theme, content_of(tree, "node"), lambda: -1)
    qtbot.addWidget(page)
    page.resize(900, 800)
    page.show()
    page.show_state({}, {}, answered=False, progress="")
    settle()
    assert page.more.isHidden()
    fits = FitsAsItComes(page)
    page.resize(900, 330)
    settle()
    assert fits.acted
    assert page.scroll_area.verticalScrollBar().maximum() == 0
    assert (page.more.isHidden(), page.more.isVisible()) == (True, False)


def test_a_screen_reader_meets_it_once_as_the_last_button_of_the_page(qtbot: QtBot, opened: Opened) -> None:
    page = opened(1024, 600, 200)
    buttons = [thing for thing in shown(page) if thing.role is Role.Button]
    assert [thing.name for thing in buttons].count("More below") == 1
    assert buttons[-1].name == "More below"
    assert not buttons[-1].focusable, "the keyboard scrolls to what it comes to"
    pressed = QAccessible.queryAccessibleInterface(page.more).actionInterface()
    before = page.scroll_area.verticalScrollBar().value()
    pressed.doAction(pressed.pressAction())
    qtbot.waitUntil(lambda: page.scroll_area.verticalScrollBar().value() > before)


def test_nothing_is_announced_when_it_comes_and_goes(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    page = opened(1024, 600, 200)
    bar = page.scroll_area.verticalScrollBar()
    said.clear()
    for place in (bar.maximum(), 0, bar.maximum()):
        bar.setValue(place)
        settle()
    assert said == []


def test_below_a_number_its_ranges_are_led_to(qtbot: QtBot, opened: Opened) -> None:
    page = opened(1024, 600, 200, lines=1)
    window = page.window()
    for _ in range(9):
        qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
        settle()
        if window.view.wizard.node_shown == "age":
            break
    page = window.view.wizard.question_page("age")
    assert page.bands is not None
    last = list(page.bands.buttons.values())[-1]
    assert page.more.isHidden() and is_seen(page, last), "all of it fits"
    window.resize(1024, 480)
    settle()
    assert page.more.isVisible() and not is_seen(page, last)
    for _ in range(9):
        if page.more.isVisible():
            qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
            settle()
    assert page.more.isHidden()
    assert is_seen(page, list(page.bands.buttons.values())[-1])
