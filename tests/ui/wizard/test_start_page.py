"""The first page: up before there is a tree, and nothing on it moves when the tree comes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneetree import shipped
from kneetree.files import tree_files
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.picture import drawing
from kneetree.ui.wizard.start_page import StartPage, StartWords


def page_of(qtbot: QtBot, theme: Theme) -> StartPage:
    page = StartPage(theme)
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    return page


def test_nothing_moves_when_the_shipped_tree_is_there(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme)
    tree = tree_files.read_tree(shipped.SHIPPED_TREE).tree
    before = page.start.mapTo(page, QPoint(0, 0))
    told = [label.text() for label in (page.heading, page.use, page.emergency)] + [page.start.text()]
    picture = page.picture
    start, about = tree.start, tree.about
    page.say(
        StartWords(start.heading, start.text, start.button, about.emergency, about.call),
        (about.intended_use, about.not_for),
    )
    page.show_drawing(drawing(start.picture, tree.pictures))
    qtbot.wait(1)
    assert page.start.mapTo(page, QPoint(0, 0)) == before
    assert [label.text() for label in (page.heading, page.use, page.emergency)] + [page.start.text()] == told
    assert page.picture is picture


def test_the_words_of_a_tree_are_shown_as_they_are(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme)
    page.say(StartWords("<b>Hip</b>", "Say & see.", "Go & see", "Call <i>now</i>."), ("For hips.", "Not for knees."))
    assert (page.heading.text(), page.emergency.text()) == ("<b>Hip</b>", "Call <i>now</i>.")
    assert (page.use.text(), page.start.text()) == ("Say & see.", "Go && see")
    page.about.button.click()
    assert page.about_text.isVisible()
    assert page.about_text.text() == "For hips.\n\nNot for knees."


def test_a_tree_without_words_says_nothing_of_knees(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme)
    page.be_neutral()
    assert "nee" not in " ".join((page.heading.text(), page.use.text(), page.emergency.text(), page.start.text()))
    assert page.emergency.text() == "In an emergency, call your local emergency number now."
    assert page.start.text() == "&Start"
    assert page.picture is None
    assert not page.about.isVisible()
    page.say(StartWords(call="112"), ())
    assert page.emergency.text() == "In an emergency, call 112 now."


def test_the_button_keeps_its_word_after_waiting_and_going_on(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme)
    page.set_started(True)
    page.say(StartWords(button="Check my hip"), ())
    assert page.start.text() == "&Go on"
    page.set_started(False)
    page.set_waiting(True)
    assert page.start.text() == "One moment…"
    page.set_waiting(False)
    assert page.start.text() == "Check my hip"


def test_the_picture_of_a_tree_is_shown(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A hip</title></svg>'
    page.show_drawing(drawing("hip", {"hip": svg}))
    assert page.picture.isVisible()
    assert page.picture.accessibleName() == "A hip"


def test_a_narrow_window_leaves_the_picture_out(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme)
    assert page.picture.isVisible()
    page.resize(480, 640)
    assert not page.picture.isVisible()
    assert page.start.isVisible()


def test_start_is_on_screen_in_a_small_window(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme)
    page.resize(1024, 480)  # what a window of 1024 x 600 leaves to the page
    qtbot.wait(1)
    end = page.start.mapTo(page, QPoint(0, page.start.height())).y()
    assert end <= page.height()


def small_and_large(qtbot: QtBot, theme: Theme) -> StartPage:
    """The page as a window of 1024 x 600 has it at 200 %, where Start is out of sight."""
    theme.choose_text(200)
    page = page_of(qtbot, theme)
    page.resize(1024, 400)
    page.begin()
    qtbot.waitUntil(page.more.isVisible)
    return page


def in_sight(page: StartPage, widget: QWidget) -> bool:
    view = page.scroll_area.viewport()
    return view.rect().contains(QRect(widget.mapTo(view, QPoint(0, 0)), widget.size()))


def test_it_says_at_once_that_there_is_more_below(qtbot: QtBot, theme: Theme) -> None:
    page = small_and_large(qtbot, theme)
    assert page.more.text() == "More below"
    assert not in_sight(page, page.start)
    assert in_sight(page, page.heading)
    for _ in range(5):
        if page.more.isVisible():
            qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
    assert in_sight(page, page.start)
    assert not page.more.isVisible()
    page.scroll_area.verticalScrollBar().setValue(0)
    assert page.more.isVisible()


def test_no_line_is_skipped_when_it_is_scrolled_on(qtbot: QtBot, theme: Theme) -> None:
    page = small_and_large(qtbot, theme)
    bar, height = page.scroll_area.verticalScrollBar(), page.scroll_area.viewport().height()
    qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
    assert 0 < bar.value() <= height - 40


def test_reading_starts_at_the_heading_where_start_is_out_of_sight(qtbot: QtBot, theme: Theme) -> None:
    page = small_and_large(qtbot, theme)
    assert page.window().focusWidget() is page.heading
    assert page.scroll_area.verticalScrollBar().value() == 0
    theme.choose_text(100)
    page.resize(1180, 640)
    page.begin()
    qtbot.waitUntil(page.more.isHidden)
    assert page.window().focusWidget() is page.start, "Enter presses it"


def test_tab_scrolls_to_what_it_comes_to(qtbot: QtBot, theme: Theme) -> None:
    page = small_and_large(qtbot, theme)
    qtbot.waitUntil(page.heading.hasFocus)
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert in_sight(page, QApplication.focusWidget())
        if page.start.hasFocus():
            return
    raise AssertionError("Start was not reached.")


def test_tab_comes_round_to_the_heading_and_brings_it_back(qtbot: QtBot, theme: Theme) -> None:
    page = small_and_large(qtbot, theme)
    qtbot.waitUntil(page.heading.hasFocus)
    bar = page.scroll_area.verticalScrollBar()
    page.edit.setFocus()
    bar.setValue(bar.maximum())
    assert not in_sight(page, page.heading)
    page.heading.setFocus(Qt.FocusReason.TabFocusReason)
    assert in_sight(page, page.heading)


def test_large_letters_are_whole_in_the_strip_that_says_there_is_more(qtbot: QtBot, theme: Theme) -> None:
    theme.choose_text(200)
    page = page_of(qtbot, theme)
    page.resize(1024, 500)
    qtbot.waitUntil(page.more.isVisible)
    assert page.more.height() >= page.more.sizeHint().height()
