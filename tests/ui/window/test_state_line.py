"""The foot of the window says which tree is open, without reading a large one after each letter."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks import made
from kneetree import words
from kneetree.files.review import content_hash
from kneetree.model.tree import Review, Tree
from kneetree.ui.window import state_line
from kneetree.ui.window.state_line import StateLine
from tests.trees import small

DRAFT = "Draft: no clinician has reviewed it."


@pytest.fixture
def line(qtbot: QtBot) -> StateLine:
    return StateLine()


def listen(line: StateLine) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    line.told.connect(lambda reviewed, tree: told.append((reviewed, tree)))
    return told


def large() -> Tree:
    return made.tree(2 * state_line.SMALL)


def test_a_small_tree_is_told_at_once(line: StateLine) -> None:
    told, tree = listen(line), small()
    line.show(tree, "And more.")
    assert told == [(f"{DRAFT}   And more.", f"Small tree 1.0.0 · {content_hash(tree)[:12]}")]


def test_a_large_tree_is_named_at_once_and_read_when_it_is_at_rest(qtbot: QtBot, line: StateLine) -> None:
    told, tree = listen(line), large()
    line.show(tree, "")
    assert told == [("", "Made 1.0.0 · …")]
    line.show(tree, "")
    line.show(tree, "")
    with qtbot.waitSignal(line.told):
        pass
    assert told[1:] == [(DRAFT, f"Made 1.0.0 · {content_hash(tree)[:12]}")]


def test_what_was_altered_meanwhile_is_read_again(qtbot: QtBot, line: StateLine) -> None:
    told, tree = listen(line), large()
    line.show(tree, "")
    line._rest.stop()
    line._begin()
    tree.review = Review("Dr A", "GP", "2026-01-01", "2999-01-01", "0" * 64)
    line.show(tree, "")
    with qtbot.waitSignal(line.told):
        pass
    assert told[-1][0].startswith("Changed since the review by Dr A")
    assert not line._look.isActive()
    line.show(small(), "")
    assert told[-1][0] == DRAFT
    assert told[-1][1].startswith("Small tree")


def test_whether_it_was_reviewed_is_said_in_the_language_of_the_window(
    qtbot: QtBot, line: StateLine, qapp: QApplication
) -> None:
    told = listen(line)
    qapp.setProperty("speaks", "es")
    try:
        line.show(small(), "")
        line.show(large(), "")
        with qtbot.waitSignal(line.told):
            pass
    finally:
        qapp.setProperty("speaks", "en")
    drafts = {reviewed for reviewed, _ in told if reviewed}
    assert drafts == {words.text("es", "review.draft")} != {DRAFT}
    assert told[0][1].startswith("Small tree 1.0.0")
