"""The first page: up before there is a tree, and nothing on it moves when the tree comes."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from kneetree import shipped
from kneetree.files import tree_files
from kneetree.model.tree import About
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.start_page import StartPage


def page_of(qtbot: QtBot, theme: Theme) -> StartPage:
    page = StartPage(theme, lambda: -1)
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    return page


def say(page: StartPage, title: str, about: About) -> None:
    page.say(title=title, emergency=about.emergency, about=(about.intended_use, about.not_for))


def test_nothing_moves_when_the_shipped_tree_is_there(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme)
    tree = tree_files.read_tree(shipped.SHIPPED_TREE).tree
    before = page.start.mapTo(page, QPoint(0, 0))
    say(page, tree.title, tree.about)
    qtbot.wait(1)
    assert page.start.mapTo(page, QPoint(0, 0)) == before
    assert page.emergency.text() == tree.about.emergency


def test_the_words_of_a_tree_are_shown_as_they_are(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme)
    say(page, "<b>Hip</b>", About("For hips.", "Not for knees.", "Call <i>now</i>."))
    assert (page.heading.text(), page.emergency.text()) == ("<b>Hip</b>", "Call <i>now</i>.")
    page.about.button.click()
    assert page.about_text.isVisible()
    assert page.about_text.text() == "For hips.\n\nNot for knees."


def test_a_tree_without_words_keeps_ours(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme)
    say(page, "", About())
    assert page.heading.text() == "Pain behind the knee"
    assert page.emergency.text().startswith("Call emergency services")
    assert not page.about.isVisible()


def test_a_narrow_window_leaves_the_picture_out(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme)
    assert page.picture.isVisible()
    page.resize(480, 640)
    assert not page.picture.isVisible()
    assert page.start.isVisible()
