"""The foot of the window says which tree is open, without reading a large one after each letter."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from benchmarks import made
from kneetree.files.review import content_hash
from kneetree.model.tree import Review, Tree
from kneetree.ui.window import state_line
from kneetree.ui.window.state_line import StateLine
from tests.trees import small


@pytest.fixture
def line(qtbot: QtBot) -> StateLine:
    return StateLine()


def listen(line: StateLine) -> list[str]:
    told: list[str] = []
    line.told.connect(told.append)
    return told


def large() -> Tree:
    return made.tree(2 * state_line.SMALL)


def test_a_small_tree_is_told_at_once(line: StateLine) -> None:
    told, tree = listen(line), small()
    line.show(tree, "And more.")
    draft = "Draft: no clinician has reviewed it."
    assert told == [f"{draft}   Small tree 1.0.0 · {content_hash(tree)[:12]}   And more."]


def test_a_large_tree_is_named_at_once_and_read_when_it_is_at_rest(qtbot: QtBot, line: StateLine) -> None:
    told, tree = listen(line), large()
    line.show(tree, "")
    assert told == ["Made 1.0.0 · …"]
    line.show(tree, "")
    line.show(tree, "")
    with qtbot.waitSignal(line.told):
        pass
    assert told[1:] == [f"Draft: no clinician has reviewed it.   Made 1.0.0 · {content_hash(tree)[:12]}"]


def test_what_was_altered_meanwhile_is_read_again(qtbot: QtBot, line: StateLine) -> None:
    told, tree = listen(line), large()
    line.show(tree, "")
    line._rest.stop()
    line._begin()
    tree.review = Review("Dr A", "GP", "2026-01-01", "2999-01-01", "0" * 64)
    line.show(tree, "")
    with qtbot.waitSignal(line.told):
        pass
    assert told[-1].startswith("Changed since the review by Dr A")
    assert not line._look.isActive()
    line.show(small(), "")
    assert told[-1].startswith("Draft: no clinician has reviewed it.   Small tree")
