"""While an author writes long questions one after the other, the map makes room for each, and no more than that."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneetree.drawing import text_width
from kneetree.layout import Rect, rect_around
from kneetree.model.titles import title_of
from kneetree.model.tree import QuestionNode
from kneetree.ui.editor import labels
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.editor import Editor
from tests.trees import ladder, small
from tests.ui.editor.canvas.scene import scene_of
from tests.ui.editor.canvas.test_making_way import covered, moved_too_far, over, things

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = ("Does", "the", "calf", "of", "that", "leg", "feel", "hot", "swollen", "or", "tender", "when", "you", "walk")
WORD_PX, WORD_HIGH = 12.0, 15.0
INSERTS = ("insert_question_no", "insert_question_yes")


def long_text(dice: random.Random) -> str:
    """Eighty to two hundred letters."""
    length, text = dice.randint(80, 200), ""
    while len(text) < length:
        text += dice.choice(WORDS) + " "
    return text[:length].strip() + "?"


def words_of(model: MapModel) -> dict[object, Rect]:
    """The words of the answers, where they are drawn."""
    return {
        ("word", *key): rect_around(route.label, (text_width.width(labels.answer_word(key[1]), WORD_PX), WORD_HIGH))
        for key, route in model.routes.items()
    }


def under_a_box(model: MapModel) -> list[tuple[object, object]]:
    """Return the words that a box or a stub covers, each with that."""
    return [
        (word, key)
        for word, box in words_of(model).items()
        for key, rect in things(model).items()
        if over(box, rect) and box.top < rect.bottom and box.bottom > rect.top
    ]


def titles(model: MapModel) -> dict[str, str]:
    """What each box says, by id."""
    return {key: title_of(model.tree, key) for key in model.positions}


def swapped(model: MapModel, come: set[str]) -> list[str]:
    """Return the questions of which both answers lead to a new box, but that of Yes is not left of No's."""
    found = []
    for key, node in model.tree.nodes.items():
        ends = {answer.value: target for answer, target in node.edges()}
        yes, no = ends.get("yes"), ends.get("no")
        if yes in come and no in come and yes != no and model.positions[yes][0] >= model.positions[no][0]:
            found.append(key)
    return found


@pytest.fixture
def editor(whole: Editor) -> Editor:
    whole.activateWindow()
    return whole


@pytest.mark.slow
@pytest.mark.seeds(2)
@pytest.mark.parametrize("begin", [small, lambda: ladder(6)], ids=["small", "ladder"])
def test_long_questions_written_one_after_the_other_have_room(editor, begin, seed):
    dice = random.Random(seed)
    editor.document.new(begin())
    document, model = editor.document, editor.canvas.model
    first, old = scene_of(model), set(model.positions)
    for _ in range(4):
        before, called = things(model), titles(model)
        questions = [key for key, node in document.tree.nodes.items() if isinstance(node, QuestionNode)]
        editor.selection.select(dice.choice(questions))
        editor.canvas.setFocus()
        editor.commands[dice.choice(INSERTS)].trigger()
        for more in range(dice.randint(1, 3)):
            if more:
                QTest.keyClick(
                    QApplication.focusWidget(), Qt.Key.Key_Return, dice.choice([CTRL, Qt.KeyboardModifier(0)])
                )
            QTest.keyClicks(QApplication.focusWidget(), long_text(dice))
        assert (covered(model), under_a_box(model), swapped(model, model.positions.keys() - old)) == ([], [], []), seed
        # An id follows its text, so another box may be called now what one was called before.
        now = titles(model)
        stayed = {key: before[key] for key, title in called.items() if now.get(key) == title}
        assert moved_too_far(model, stayed)[0] == [], seed
        assert {key: things(model)[key].left for key in stayed} == {key: box.left for key, box in stayed.items()}, seed
    last = scene_of(model)
    steps = document.stack.index()
    while document.stack.canUndo():
        document.stack.undo()
    assert scene_of(model) == first
    for _ in range(steps):
        document.stack.redo()
    assert scene_of(model) == last


@pytest.mark.parametrize("answer", ["no", "yes"])
def test_what_is_inserted_over_a_leaf_of_the_next_row_stands_between(whole: Editor, answer: str) -> None:
    """A leaf that has become a question has its results in the very next row, where the new box belongs."""
    whole.document.new(small())
    whole.selection.select("strain")
    whole.commands["turn"].trigger()
    parent = whole.selection.current
    assert parent is not None
    below = whole.document.tree.nodes[parent].target(answer)
    whole.selection.select(parent)
    whole.commands[f"insert_question_{answer}"].trigger()
    model = whole.canvas.model
    made = whole.document.tree.nodes[parent].target(answer)
    assert below in (target for _, target in whole.document.tree.nodes[made].edges())
    assert model.positions[parent][1] < model.positions[made][1] < model.positions[below][1]
    assert not covered(model)
