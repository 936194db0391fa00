"""Text of another size leaves at the top of sight what was there, on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from kneetree.files import tree_files
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.app import Windows
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.page_frame import ScrollPage
from kneetree.ui.wizard.page_ids import START
from tests.ui.test_keys import every_page, pages


@pytest.fixture
def window(open_windows: Callable[..., Windows], tmp_path: Path) -> MainWindow:
    path = tmp_path / "pages.json"
    path.write_bytes(tree_files.encode_tree(every_page()))
    window = open_windows(path).window
    window.resize(1024, 570)
    return window


def settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


def page_of(window: MainWindow) -> ScrollPage:
    view = window.view
    return view.start_page if view.wizard.currentId() == START else view.wizard.currentPage()


def top_of(page: ScrollPage, widget: QWidget) -> int:
    return widget.mapTo(page.scroll_area.viewport(), QPoint(0, 0)).y()


def words(page: ScrollPage) -> Iterator[QWidget]:
    """What is on the page and has nothing in it."""
    for widget in page.middle.findChildren(QWidget):
        if widget.isVisible() and not widget.findChildren(QWidget):
            yield widget


@pytest.mark.parametrize("change", [(100, 200), (200, 100), (150, 200)])
def test_a_page_stays_at_its_top(window: MainWindow, theme: Theme, change: tuple[int, int]) -> None:
    moved = {}
    for place in pages(window):
        for percent in change:
            theme.choose_text(percent)
            settle()
            if page_of(window).isVisible():
                moved[place, percent] = page_of(window).scroll_area.verticalScrollBar().value()
    assert {place: value for place, value in moved.items() if value} == {}


@pytest.mark.parametrize("change", [(100, 200), (200, 100)])
@pytest.mark.parametrize("part", [0.3, 0.6])
def test_what_was_at_the_top_of_sight_stays_there(
    window: MainWindow, theme: Theme, change: tuple[int, int], part: float
) -> None:
    before, after = change
    looked = 0
    for place in pages(window):
        page = page_of(window)
        theme.choose_text(before)
        settle()
        bar = page.scroll_area.verticalScrollBar()
        bar.setValue(round(bar.maximum() * part))
        settle()
        if not page.isVisible() or not bar.value():
            continue
        # What is cut by the edge counts too: of two columns, what begins next may be in the other one.
        seen = [one for one in words(page) if top_of(page, one) + one.height() > 0]
        first = min(seen, key=lambda one: top_of(page, one))
        old = top_of(page, first)
        theme.choose_text(after)
        settle()
        new = top_of(page, first)
        looked += 1
        told = f"{place}: {first} was {old} pixels below the edge, and is {new}"
        if first.isVisible() and bar.value() < bar.maximum():
            assert -first.height() < new <= 3 * max(0, old) + 1, told
        else:
            assert new < page.scroll_area.viewport().height(), told
    assert looked >= 3
