"""A picture suits the colours that are shown: no white sheet on a dark page, also after a change."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.content import content_of
from kneetree.ui.wizard.picture import Picture
from kneetree.ui.wizard.question_page import QuestionPage
from kneetree.ui.wizard.start_page import StartPage
from tests.shipped.seeded_faults import shipped
from tests.ui.wizard.test_pressed_again import settle


def ground(picture: Picture) -> int:
    """How light the sheet of a drawing is, near its corner."""
    settle()
    return picture.grab().toImage().pixelColor(QPoint(picture.width() // 2, picture.height() - 4)).lightness()


def test_the_first_page_has_no_white_sheet_in_dark_colours(qtbot: QtBot, theme: Theme) -> None:
    theme.choose_mode("dark")
    page = StartPage(theme)
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    corner = page.picture.grab().toImage().pixelColor(QPoint(20, 20))
    assert corner.lightness() < 60
    theme.choose_mode("light")
    settle()
    assert page.picture.grab().toImage().pixelColor(QPoint(20, 20)).lightness() > 230


def test_a_drawing_that_answers_suits_both_with_its_marks(qtbot: QtBot, theme: Theme) -> None:
    tree = shipped()
    node = next(name for name in tree.nodes if _picture(tree, name) == "where_pain")
    page = QuestionPage(theme, content_of(tree, node), lambda: -1)
    qtbot.addWidget(page)
    page.resize(1180, 800)
    page.show()
    page.show_state({}, {}, answered=False, progress="")
    assert ground(page.picture) > 230
    for mode, is_dark in (("dark", True), ("light", False), ("dark", True)):
        theme.choose_mode(mode)
        assert (ground(page.picture) < 60) is is_dark
        before = page.picture.grab().toImage()
        page.items.rows[0].tick.toggle()
        assert (ground(page.picture) < 60) is is_dark, "also once a place is ticked"
        assert page.picture.grab().toImage() != before


def _picture(tree: object, node: str) -> str:
    try:
        return tree.asked(node).picture
    except KeyError:
        return ""
