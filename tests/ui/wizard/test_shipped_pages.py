"""Every question of the shipped tree on the windows that people have: nothing is cut, out of reach or jumps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kneetree.model.tree import QuestionNode
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.content import Content, content_of
from kneetree.ui.wizard.places_picture import PlacesPicture
from kneetree.ui.wizard.question_page import QuestionPage
from kneetree.ui.wizard.wrapping_button import WrappingButton
from tests.shipped.in_languages import shipped_in

TITLE_BAR = 30
LANGUAGES = ["en", "es"]


def contents(language: str) -> Iterator[tuple[str, Content]]:
    """What each question asks, once, however often it is asked."""
    tree = shipped_in(language)
    nodes = {node.asks: key for key, node in tree.nodes.items() if isinstance(node, QuestionNode)}
    for asks, key in nodes.items():
        content = content_of(tree, key)
        assert content is not None
        yield asks, content


class Shown(NamedTuple):
    """A page on screen, scrolled to its beginning."""

    asks: str
    page: QuestionPage

    def top(self, widget: QWidget) -> int:
        return widget.mapTo(self.page.scroll_area.viewport(), QPoint(0, 0)).y()

    def is_seen(self, widget: QWidget) -> bool:
        return self.top(widget) >= 0 and self.top(widget) + widget.height() <= self.height

    @property
    def height(self) -> int:
        return self.page.scroll_area.viewport().height()


@pytest.fixture
def pages(qtbot: QtBot, theme: Theme, open_window: Callable[..., MainWindow]) -> Callable[..., Iterator[Shown]]:
    """Shows every question as large as it is on a screen of a size, in a window with a title bar."""

    def show(width: int, height: int, percent: int, language: str) -> Iterator[Shown]:
        theme.choose_text(percent)
        window = open_window()
        window.resize(width, height - TITLE_BAR)
        window.start()
        qtbot.waitUntil(lambda: window.view.wizard.node_shown is not None)
        QApplication.processEvents()
        size: QSize = window.view.wizard.question_page(window.view.wizard.node_shown).size()
        window.hide()
        for asks, content in contents(language):
            page = QuestionPage(theme, content, lambda: -1)
            qtbot.addWidget(page)  # a test that asks for one page alone leaves it on the screen
            page.resize(size)
            page.show()
            page.show_state({}, {}, answered=False, progress="Question 9, at most 9 more")
            page.top.path.setVisible(window.view.narrow)
            page.begin()
            for _ in range(6):  # what stood beside the words goes below them, and then all has to find its place again
                QApplication.processEvents()
            yield Shown(asks, page)
            page.close()
            page.deleteLater()

    return show


def cut(page: QuestionPage) -> list[str]:
    """The texts on a page that do not fit their place."""
    found = []
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            parts = (
                label.text().replace("\u00ad", "- ").replace("\u200b", " ").split()
            )  # where a long word may go on in the next line
            words = max(map(label.fontMetrics().horizontalAdvance, parts))
            high = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            if words > label.width() + 1 or high > label.height() + 1:
                found.append(label.text())
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            high = button.heightForWidth(button.width()) if button.hasHeightForWidth() else 0
            wide = button.minimumSizeHint() if high else button.sizeHint()
            if wide.width() > button.width() + 1 or high > button.height() + 1:
                found.append(button.text())
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_up_to_seven_lines_and_their_button_need_no_scrolling_on_a_laptop(
    pages: Callable[..., Iterator[Shown]], language: str
) -> None:
    far = [
        shown.asks
        for shown in pages(1280, 800, 100, language)
        if shown.page.items is not None and len(shown.page.items.rows) <= 7 and not shown.is_seen(shown.page.go_on)
    ]
    assert far == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_for_less_than_a_line_on_a_laptop(pages: Callable[..., Iterator[Shown]], language: str) -> None:
    """A bar for a few empty pixels promises more than there is."""
    little = [
        shown.asks
        for shown in pages(1280, 800, 100, language)
        if shown.page.items is None and shown.page.scroll_area.verticalScrollBar().maximum() > 0
    ]
    assert little == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1024, 600, 100), (1280, 800, 200), (1920, 1080, 100), (1920, 1080, 200)]
)
def test_the_first_line_is_on_screen_nothing_is_cut_and_nothing_jumps(
    pages: Callable[..., Iterator[Shown]], width: int, height: int, percent: int, language: str
) -> None:
    places = set()
    for shown in pages(width, height, percent, language):
        page = shown.page
        assert cut(page) == [], shown.asks
        assert page.scroll_area.widget().width() <= page.scroll_area.viewport().width(), shown.asks
        places.add((page.back.mapTo(page, QPoint(0, 0)), page.heading.mapTo(page, QPoint(0, 0))))
        if page.items is not None:
            assert shown.is_seen(page.items.rows[0]), shown.asks
    assert len(places) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_window_with_large_text_shows_the_question_first_and_cuts_nothing(
    qtbot: QtBot, pages: Callable[..., Iterator[Shown]], language: str
) -> None:
    for shown in pages(1024, 600, 200, language):
        page = shown.page
        assert cut(page) == [], shown.asks
        assert page.scroll_area.widget().width() <= page.scroll_area.viewport().width(), shown.asks
        assert shown.top(page.back) >= 0, shown.asks
        first = page.items.rows[0] if page.items is not None else page.answers or page.number.edit
        assert shown.is_seen(first), f"{shown.asks}: the first answer is whole in view"
        if page.number is not None:
            qtbot.keyClick(page.number.edit, Qt.Key.Key_7)
            assert page.number.edit.hasFocus(), shown.asks
            assert shown.is_seen(page.number.edit), f"{shown.asks}: what is typed is seen"
        bar = page.scroll_area.verticalScrollBar()
        bar.setValue(bar.maximum())
        last = page.go_on if page.go_on.isVisible() else page.answers
        assert shown.is_seen(last) or shown.top(last) < 0, shown.asks


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1024, 600, 200), (1024, 600, 150), (1280, 720, 200), (1280, 800, 200)]
)
def test_the_picture_that_answers_is_clear_and_its_first_line_is_seen_with_large_text(
    qtbot: QtBot, pages: Callable[..., Iterator[Shown]], width: int, height: int, percent: int, language: str
) -> None:
    shown = next(shown for shown in pages(width, height, percent, language) if shown.asks == "where")
    page, picture = shown.page, shown.page.picture
    assert isinstance(picture, PlacesPicture)
    assert picture.height() >= 320
    assert shown.is_seen(picture)
    assert shown.is_seen(page.items.rows[0])
    places = {picture.place_at(QPointF(x, y)): QPoint(x, y) for y in range(0, 320, 4) for x in range(0, 400, 4)}
    for line in page.items.rows:
        qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=places[line.finding])
        assert line.value is True, line.finding
    bar = page.scroll_area.verticalScrollBar()
    for line in page.items.rows:
        page.scroll_area.ensureWidgetVisible(line)
        assert shown.is_seen(line), line.finding
    bar.setValue(bar.maximum())
    assert shown.is_seen(page.go_on)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_in_a_small_window_is_of_use_or_behind_a_button(
    qtbot: QtBot, pages: Callable[..., Iterator[Shown]], language: str
) -> None:
    met = set()
    for shown in pages(1024, 600, 200, language):
        picture = shown.page.picture
        if picture is None:
            continue
        button = next(made for made in shown.page.findChildren(WrappingButton) if "picture" in made.text())
        met.add(picture.isHidden())
        assert button.isHidden() is not picture.isHidden(), shown.asks
        if picture.isHidden():
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(picture.isVisible)
            qtbot.waitUntil(lambda shown=shown, picture=picture: shown.is_seen(picture))
            assert button.isHidden(), shown.asks
        assert picture.height() >= 120, shown.asks
    assert met == {True, False}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height", "percent"), [(420, 700, 200), (360, 530, 200), (360, 530, 100)])
def test_nothing_is_cut_in_the_smallest_window(
    pages: Callable[..., Iterator[Shown]], width: int, height: int, percent: int, language: str
) -> None:
    for shown in pages(width, height, percent, language):
        page = shown.page
        assert cut(page) == [], shown.asks
        assert page.scroll_area.widget().width() <= page.scroll_area.viewport().width(), shown.asks
        bar = page.scroll_area.verticalScrollBar()
        bar.setValue(bar.maximum())
        last = page.go_on if page.go_on.isVisible() else page.answers
        assert shown.is_seen(last) or shown.top(last) < 0, shown.asks


def test_bars_leave_most_of_a_small_window_to_the_question(
    qtbot: QtBot, theme: Theme, open_window: Callable[..., MainWindow]
) -> None:
    theme.choose_text(200)
    window = open_window()
    window.resize(1024, 600 - TITLE_BAR)
    window.start()
    qtbot.waitUntil(lambda: window.view.wizard.node_shown is not None)
    page = window.view.wizard.question_page(window.view.wizard.node_shown)
    qtbot.waitUntil(page.top.path.isVisible)

    def bars() -> int:
        return window.height() - page.scroll_area.viewport().height() + page.back.height()

    qtbot.waitUntil(lambda: bars() <= 150)
    assert not window.bar.isVisible()
    assert window.foot.shown == window.foot.text()
    window.resize(700, 600 - TITLE_BAR)
    qtbot.waitUntil(lambda: window.foot.shown == "Draft: no clinician has reviewed it.")
    assert "Small tree 1.0.0" in window.foot.toolTip()
    window.show_edit()
    qtbot.waitUntil(window.bar.isVisible)
    window.show_check()
    qtbot.waitUntil(lambda: not window.bar.isVisible())
    window.resize(1024, 900)
    qtbot.waitUntil(window.bar.isVisible)


@pytest.mark.parametrize(("width", "height"), [(1024, 600), (1280, 800), (1920, 1080)])
def test_start_is_on_screen_as_soon_as_the_program_is(qtbot: QtBot, theme: Theme, width: int, height: int) -> None:
    window = MainWindow(theme)  # it has the words of the shipped tree before it is read
    qtbot.addWidget(window)
    window.resize(width, height - TITLE_BAR)
    window.show()
    QApplication.processEvents()
    page = window.view.wizard.start_page
    bottom = page.start.mapTo(page.scroll_area.viewport(), QPoint(0, page.start.height())).y()
    assert bottom <= page.scroll_area.viewport().height()
    assert page.picture.isVisible()
    window.wait_for_loader()
