"""The tabs of the panels: each is whole, all can be reached, and none moves while counts change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.files.review import ReviewState
from kneetree.model.tree import Review
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.panels.panel_tabs import MARKS, PanelTabs

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def usual_size(whole: Editor) -> Iterator[None]:
    """Leave the editor that the tests share with text of the usual size."""
    yield
    whole.theme.choose_text(100)


SIGNED = Review("Dr A", "GP", "2026-11-01", "2027-11-01", "")


def seen(tabs: PanelTabs) -> list[int]:
    return [place for place in range(tabs.count()) if tabs.isTabVisible(place)]


def show(whole: Editor, qtbot: QtBot, wide: int, percent: int) -> PanelTabs:
    whole.theme.choose_text(percent)
    whole.resize(wide, 800)
    QApplication.processEvents()
    whole.tabs.fit()
    QApplication.processEvents()
    return whole.tabs


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("wide", [700, 1024, 1280, 1920])
def test_every_tab_in_sight_is_whole_and_the_menu_has_the_others(
    whole: Editor, qtbot: QtBot, wide: int, percent: int
) -> None:
    tabs = show(whole, qtbot, wide, percent)
    bar = tabs.tabBar()
    for place in seen(tabs):
        rect = bar.tabRect(place)
        assert QRect(0, 0, bar.width(), bar.height()).contains(rect), tabs.tabText(place)
        assert rect.width() >= bar.tabSizeHint(place).width()
    tabs._fill()
    assert len(seen(tabs)) + len(tabs.more.menu().actions()) == tabs.count()
    assert tabs.more.isHidden() == (len(seen(tabs)) == tabs.count())
    if (wide, percent) in ((1280, 100), (1920, 100)):
        assert len(seen(tabs)) == tabs.count()


def test_no_tab_is_left_scrolled_out_of_sight_by_a_review_that_takes_its_room(whole: Editor, qtbot: QtBot) -> None:
    tabs, strip = show(whole, qtbot, 1024, 100), whole.panels.review
    bar = tabs.tabBar()
    for place in (tabs.count() - 1, tabs.count() - 2):
        for state, review in ((ReviewState.REVIEWED, SIGNED), (ReviewState.DRAFT, None)):
            tabs.setCurrentIndex(place)
            strip.show_state(state, review)
            qtbot.waitUntil(lambda: all(bar.rect().contains(bar.tabRect(at)) for at in seen(tabs)), timeout=2000)
            assert place in seen(tabs)


@pytest.mark.parametrize(("wide", "percent"), [(1024, 100), (1280, 125), (1280, 200), (1920, 200)])
def test_the_button_to_sign_stays_and_tabs_go_to_the_menu(whole: Editor, qtbot: QtBot, wide: int, percent: int) -> None:
    tabs = show(whole, qtbot, wide, percent)
    button = whole.panels.review.sign_button
    assert button.isVisibleTo(tabs)
    assert button.width() >= button.sizeHint().width()
    assert tabs.rect().contains(QRect(button.mapTo(tabs, QPoint(0, 0)), button.size()))


def test_what_is_chosen_from_the_menu_comes_to_the_front_with_its_tab(whole: Editor, qtbot: QtBot) -> None:
    tabs = show(whole, qtbot, 1024, 200)
    for place in range(tabs.count()):
        tabs.setCurrentIndex(0)
        tabs.fit()
        tabs._fill()
        if place not in seen(tabs):
            hidden = [at for at in range(tabs.count()) if at not in seen(tabs)]
            tabs.more.menu().actions()[hidden.index(place)].trigger()
            tabs.fit()
            assert tabs.currentIndex() == place and place in seen(tabs)


def test_no_tab_moves_while_something_is_worked_out(whole: Editor, qtbot: QtBot) -> None:
    tabs = show(whole, qtbot, 1280, 100)
    bar = tabs.tabBar()
    names = ("problems", "rules", "cases")
    places = set()
    for mark in MARKS:
        for count in (1, 4_000):
            words = {name: f"{name} {count}" for name in names}
            tabs.tell(words, dict.fromkeys(names, mark), whole.theme.icon)
            tabs.fit()
            QApplication.processEvents()
            places.add(tuple(bar.tabRect(place).left() for place in range(tabs.count())))
            assert tabs.tabToolTip(0) == f"<span>problems {count}</span>"
    assert len(places) == 1


def test_that_it_is_a_draft_is_left_to_the_foot_of_the_window(whole: Editor, qtbot: QtBot) -> None:
    tabs, strip = show(whole, qtbot, 1920, 100), whole.panels.review
    strip.show_state(ReviewState.DRAFT, None)
    tabs.fit()
    assert not strip.state.isVisible() and strip.sign_button.isVisible()
    strip.show_state(ReviewState.REVIEWED, SIGNED)
    tabs.fit()
    assert strip.state.isVisible()
