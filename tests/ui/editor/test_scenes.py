"""Whatever was done, moved, undone and done again: the map is the one of that step, and one drawn afresh is equal."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QImage, QPainter

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.layout import Placement
from kneetree.model.tree import Region
from kneetree.ui.editor.canvas.camera import Camera
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.editor import Editor
from tests.trees import small
from tests.ui.editor.canvas.mapcheck import assert_equal, random_edit
from tests.ui.editor.canvas.scene import Scene, scene_of

ROUNDING = 3


@pytest.fixture
def editor(whole):
    """The editor over the small tree with a region, at 100 %."""
    opened = small()
    opened.apply(edits.add_part(opened, "region", "legs", Region("Legs", nodes=("calf", "risks"))))
    whole.document.new(opened)
    whole.canvas.fit_all()
    whole.canvas.animation.stop()
    return whole


def picture_of(canvas: Canvas, camera: Camera | None = None) -> QImage:
    """Draw the map alone as the canvas does."""
    image = QImage(900, 700, QImage.Format.Format_RGB32)
    before, canvas.camera = canvas.camera, camera or canvas.camera
    painter = QPainter(image)
    canvas.draw(painter, 900.0, 700.0)
    painter.end()
    canvas.camera = before
    return image


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same but for what rounding makes of lines that are drawn in another order."""
    if one == other:
        return True
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return all(abs(mine - theirs) <= ROUNDING for mine, theirs in pairs)


@pytest.fixture
def other(qtbot, editor):
    """Another map, on which the tree of the editor is drawn afresh."""
    made = Canvas(editor.theme, small(), lambda *_: None)
    qtbot.addWidget(made)
    return made


def draw_afresh(made: Canvas, editor: Editor) -> None:
    """Draw a copy of the tree on another map, its boxes placed as they are and what is marked marked again.

    A title stays where it was first, of which the other map knows nothing: both look for its place anew.
    """
    live, model = editor.canvas, editor.canvas.model
    live._map._poster._view = ()
    made.show_tree(editor.document.tree.copy())
    where = (dict(model.positions), dict(model.sizes), dict(model.routes), dict(model.stubs))
    made.model.lay_out(Placement(*where, model.extent, {}))
    made.show_selection(live.view_state.selected, live.view_state.current)
    made.set_view(model.folded, model.focus)
    made.view_state.marks = live.view_state.marks
    made.show_two_paths(*live._paths)
    made.camera, made.view_state.focused = live.camera, live.view_state.focused


def do_something(editor: Editor, dice: random.Random) -> None:
    """Do an edit or move some boxes, alone or as one step with the last one."""
    document, model = editor.document, editor.canvas.model
    try:
        if dice.random() < 0.3:
            places = {
                key: (round(x) + dice.randint(-200, 200), round(y) + dice.randint(-200, 200))
                for key, (x, y) in model.positions.items()
                if dice.random() < 0.2
            }
            if not places:
                return
            editor.canvas.model.move(places)  # as a hand carries them
            editor.canvas.wishes.moved.emit(places)
        else:
            change = random_edit(document.tree, dice, near=list(model.positions.values()))
            if change:
                document.do(change, "step", dice.choice([None, None, "merge"]))
    except KneetreeError:
        model.put_back()


def tidy(editor: Editor) -> None:
    """Tidy the map, which is one step if anything moves, and else none."""
    stack, model = editor.document.stack, editor.canvas.model
    before, number = scene_of(model), stack.index()
    editor.commands["tidy"].trigger()
    editor.canvas.animation.stop()
    assert (stack.index() == number) is (scene_of(model) == before)
    assert stack.index() in (number, number + 1) and model.stands_as(model.tidied())


def look_at_something(editor: Editor, dice: random.Random) -> None:
    """Mark, select, or fold."""
    nodes, canvas = list(editor.document.tree.nodes), editor.canvas
    some = [key for key in nodes if dice.random() < 0.3]
    canvas.set_badges({key: dice.choice(["error", "warning"]) for key in some})
    canvas.show_path([(key, dice.choice(["yes", "no", "unsure", "next"])) for key in some[:3]])
    canvas.set_marks({key: dice.choice(["added", "changed", "rerouted"]) for key in some[1:4]})
    editor.selection.set(some[:2])
    canvas.set_view(some[2:3], None)


@pytest.mark.seeds(3)
def test_every_step_brings_back_its_own_scene_and_one_drawn_afresh_is_equal(editor, other, seed):
    dice, document, canvas = random.Random(seed), editor.document, editor.canvas
    first, begun, seen = tree_files.encode_tree(document.tree), picture_of(canvas), canvas.camera
    scenes: dict[int, Scene] = {0: scene_of(canvas.model)}
    for turn in range(250):
        what = dice.choice(["do", "do", "do", "undo", "undo", "redo", "look", "tidy"])
        if what == "do":
            if len(document.tree.nodes) < 60:
                do_something(editor, dice)
        elif what == "tidy":
            tidy(editor)
        elif what == "look":
            look_at_something(editor, dice)
        else:
            (document.stack.undo if what == "undo" else document.stack.redo)()
        now = document.stack.index()
        if what in ("undo", "redo"):
            assert scene_of(canvas.model) == scenes[now], f"turn {turn}: {what}"
        scenes[now] = scene_of(canvas.model)
        if turn % 25 == 0:
            assert_equal(canvas.model, document.tree)
            canvas.animation.stop()
            draw_afresh(other, editor)
            for camera in (canvas.camera, Camera(0.6, -500, -100), Camera(0.2, -2000, -500)):
                assert alike(picture_of(canvas, camera), picture_of(other, camera)), f"turn {turn}"
    while document.stack.canUndo():
        document.stack.undo()
        assert scene_of(canvas.model) == scenes[document.stack.index()]
    assert tree_files.encode_tree(document.tree) == first
    while document.stack.canRedo():
        document.stack.redo()
        assert scene_of(canvas.model) == scenes[document.stack.index()]
    while document.stack.canUndo():
        document.stack.undo()
    show_as_at_first(editor)
    assert alike(picture_of(canvas, seen), begun)


def show_as_at_first(editor: Editor) -> None:
    canvas = editor.canvas
    canvas.set_badges({})
    canvas.show_path(())
    canvas.set_marks({})
    canvas.set_view((), None)
    editor.selection.clear()
