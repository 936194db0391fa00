"""The whole editor: every verb by key, menu and mouse; whatever is done can be undone to the first byte."""

from __future__ import annotations

import gc
import random
import sys
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, QSettings, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.model.tree import Decision, Leaf, QuestionNode, Region, Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.canvas.accessible import make_accessible
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.canvas.minimap import Minimap
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.verbs import asking, menus
from tests.trees import small
from tests.ui.editor.canvas.mapcheck import assert_equal, random_edit
from tests.ui.editor.canvas.scene import scene_of

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def editor(whole):
    """The editor over the small tree as it was opened, all of it in sight, the keys going to the map."""
    whole.document.new(small())
    whole.canvas.setFocus()
    whole.canvas.fit_all()
    whole.canvas.animation.stop()
    return whole


def tree(editor: Editor) -> Tree:
    return editor.document.tree


def run(editor: Editor, node: str, name: str) -> None:
    editor.selection.select(node)
    assert editor.commands[name].isEnabled()
    editor.commands[name].trigger()


def undo_all(editor: Editor) -> None:
    while editor.document.stack.canUndo():
        editor.document.stack.undo()
    assert tree_files.encode_tree(tree(editor)) == tree_files.encode_tree(small())
    assert_equal(editor.canvas.model, tree(editor))


# -- verbs -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("node", "name", "text"),
    [
        ("calf", "insert_question_yes", "insert question on Yes of 'Is it swelling_calf?'"),
        ("calf", "insert_question_no", "insert question on No of 'Is it swelling_calf?'"),
        ("calf", "new_question_yes", "add question at Yes of 'Is it swelling_calf?'"),
        ("calf", "new_leaf_no", "add leaf at No of 'Is it swelling_calf?'"),
        ("calf", "swap", "swap Yes and No of 'Is it swelling_calf?'"),
        ("calf", "turn", "turn 'Is it swelling_calf?' into a leaf"),
        ("strain", "turn", "turn 'A strain' into a question"),
        ("calf", "set_root", "start with 'Is it swelling_calf?'"),
        ("lungs", "delete_keep_no", "delete 'Is it breathless?', keep its No"),
        ("strain", "duplicate", "duplicate 'A strain'"),
        ("strain", "delete", "delete 'A strain'"),
        ("risks", "delete_below", "delete 'Do any of these fit?' and what is below"),
    ],
)
def test_each_verb_is_one_named_step(editor, monkeypatch, node, name, text):
    monkeypatch.setattr(asking, "choice", lambda *_: "below")
    before = tree_files.encode_tree(tree(editor))
    run(editor, node, name)
    assert editor.document.stack.undoText() == text
    assert editor.document.stack.count() == 1
    assert tree_files.encode_tree(tree(editor)) != before
    assert_equal(editor.canvas.model, tree(editor))
    undo_all(editor)


@pytest.mark.parametrize("chosen", [["risks"], ["calf", "risks"], ["calf", "risks", "strain"]])
@pytest.mark.parametrize("direction", ["down", "right"])
def test_a_duplicate_is_just_the_selection_beside_it_on_free_ground(editor, chosen, direction):
    editor.canvas.set_direction(direction)
    before = dict(editor.canvas.model.positions)
    editor.selection.set(chosen, chosen[0])
    editor.commands["duplicate"].trigger()
    model, copies = editor.canvas.model, editor.selection.nodes
    assert len(copies) == len(chosen) == len(model.positions) - len(before)
    assert not set(copies) & set(before)
    shifts = {
        (model.positions[copy][0] - before[key][0], model.positions[copy][1] - before[key][1])
        for key in chosen
        for copy in copies
        if copy.startswith(key)
    }
    assert len(shifts) == 1, "the parts of the copy are placed to each other as those of its origin"
    for copy in copies:
        near = model.rect(copy).grown(4)
        assert model.nodes_in(near) == [copy]
    undo_all(editor)
    editor.canvas.set_direction("down")


def test_undo_says_what_it_undoes(editor):
    run(editor, "calf", "swap")
    assert editor.undo.text() == "Undo swap Yes and No of 'Is it swelling_calf?'"


def test_a_new_question_is_selected(editor):
    run(editor, "calf", "insert_question_yes")
    current = editor.selection.current
    assert tree(editor).nodes["calf"].yes == current


@pytest.mark.parametrize(("choice", "left"), [("yes", "lungs_now"), ("no", "calf")])
def test_delete_asks_which_side_of_a_question_stays(editor, qtbot, monkeypatch, choice, left):
    monkeypatch.setattr(asking, "choice", lambda *_: choice)
    editor.selection.select("lungs")
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Delete)
    assert tree(editor).root == left
    undo_all(editor)


def test_connect_by_keyboard_offers_all_and_refuses_circles(editor, monkeypatch):
    offered = {}

    def pick(_parent, title, nodes, why_not):
        offered.update({key: why_not(key) for key, _ in nodes}, title=title)
        return "strain"

    monkeypatch.setattr(asking, "node", pick)
    run(editor, "calf", "connect_yes")
    assert tree(editor).nodes["calf"].yes == "strain"
    assert "circle" in offered["lungs"]
    assert offered["strain"] is None
    assert "Yes" in offered["title"]


def test_rename_and_region_ask_for_a_text(editor, monkeypatch):
    monkeypatch.setattr(asking, "text", lambda *_: "leg")
    run(editor, "calf", "rename")
    assert tree(editor).nodes["lungs"].no == "leg"
    assert editor.selection.current == "leg"
    monkeypatch.setattr(asking, "text", lambda *_: "Clot questions")
    editor.selection.set(["leg", "risks"])
    editor.commands["make_region"].trigger()
    (region,) = tree(editor).regions.values()
    assert (region.title, region.nodes) == ("Clot questions", ("leg", "risks"))
    editor.commands["leave_regions"].trigger()
    assert not tree(editor).regions
    undo_all(editor)


def test_leaving_several_regions_is_one_step(editor):
    for key, nodes in (("one", ("calf", "risks")), ("two", ("calf",)), ("three", ("calf", "lungs"))):
        tree(editor).apply(edits.add_part(tree(editor), "region", key, Region(key, nodes=nodes)))
    before = tree_files.encode_tree(tree(editor))
    editor.selection.select("calf")
    editor.commands["leave_regions"].trigger()
    left = {key: region.nodes for key, region in tree(editor).regions.items()}
    assert left == {"one": ("risks",), "three": ("lungs",)}
    assert editor.document.stack.count() == 1
    assert editor.undo.text() == "Undo take nodes out of 3 regions"
    editor.document.stack.undo()
    assert tree_files.encode_tree(tree(editor)) == before


def test_copy_cut_and_paste_are_text(editor, qtbot):
    editor.selection.select("risks")
    qtbot.keyClick(editor.canvas, Qt.Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert "kneetree-fragment/2" in text
    qtbot.keyClick(editor.canvas, Qt.Key.Key_V, CTRL)
    assert len(tree(editor).nodes) == 7
    assert_equal(editor.canvas.model, tree(editor))
    run(editor, "lungs", "paste_yes")
    assert isinstance(tree(editor).nodes[tree(editor).nodes["lungs"].yes], QuestionNode)
    undo_all(editor)
    editor.selection.select("strain")
    editor.canvas.setFocus()  # what was pasted waits in the inspector for its text
    qtbot.keyClick(editor.canvas, Qt.Key.Key_X, CTRL)
    assert "strain" not in tree(editor).nodes
    undo_all(editor)


def covers_something(editor: Editor, nodes: list[str]) -> bool:
    model = editor.canvas.model
    return any(other != key for key in nodes for other in model.nodes_in(model.rect(key)))


def test_what_is_pasted_stands_beside_its_origin_on_free_ground_and_is_selected(editor, qtbot):
    editor.selection.set(["calf", "risks"])
    qtbot.keyClick(editor.canvas, Qt.Key.Key_C, CTRL)
    before = dict(editor.canvas.model.positions)
    for turn in range(3):
        qtbot.keyClick(editor.canvas, Qt.Key.Key_V, CTRL)
        made = list(editor.selection.nodes)
        assert len(made) == 2 and not set(made) & before.keys()
        assert not covers_something(editor, made), turn
        x, y = editor.canvas.model.positions[made[0]]
        assert min(abs(x - left) + abs(y - top) for left, top in before.values()) < 1200
    assert {key: editor.canvas.model.positions[key] for key in before} == before


def test_what_is_pasted_from_elsewhere_stands_in_the_middle_of_the_view_on_free_ground(editor, qtbot):
    other = small()
    other.apply(edits.rename(other, "node", "strain", "from_elsewhere"))
    QGuiApplication.clipboard().setText(edits.copy(other, ["from_elsewhere"], subtree=False))
    x, y = editor.canvas.camera.to_map(*(side / 2 for side in editor.canvas.room()))
    qtbot.keyClick(editor.canvas, Qt.Key.Key_V, CTRL)
    editor.canvas.animation.stop()
    made = editor.selection.current
    assert made == "from_elsewhere"
    assert not covers_something(editor, [made])
    assert editor.canvas.is_in_sight(made)
    left, top = editor.canvas.model.positions[made]
    assert abs(left - x) + abs(top - y) < 700


def test_the_view_moves_only_to_what_is_out_of_sight_and_undo_brings_view_and_selection_back(editor):
    canvas = editor.canvas
    editor.selection.select("calf")
    before = canvas.camera
    editor.commands["insert_question_no"].trigger()
    canvas.animation.stop()
    assert canvas.is_in_sight(editor.selection.current)
    assert canvas.camera == before
    canvas.look_from(canvas.camera.zoomed(3.0, *canvas.on_screen("lungs_now").center().toTuple()))
    seen = canvas.camera
    editor.selection.select("risks")
    assert not canvas.is_in_sight("risks")
    editor.commands["insert_question_no"].trigger()
    canvas.animation.stop()
    made = editor.selection.current
    assert canvas.camera != seen
    editor.document.stack.undo()
    canvas.animation.stop()
    assert (canvas.camera, editor.selection.nodes) == (seen, ("risks",))
    editor.document.stack.redo()
    canvas.animation.stop()
    assert canvas.camera != seen
    assert editor.selection.nodes == (made,)


@pytest.mark.seeds(12)
def test_a_new_box_comes_into_sight_without_a_jump_and_its_origin_stays(editor, seed):
    dice, canvas = random.Random(seed), editor.canvas
    origin, name = dice.choice([("calf", "insert_question_no"), ("risks", "new_leaf_yes"), ("lungs", "new_leaf_no")])
    editor.selection.select(origin)
    canvas.zoom_to(dice.choice([0.25, 0.5, 1.0, 1.3]))
    wide, high = canvas.room()
    box = canvas.on_screen(origin)
    x = dice.choice([8.0, (wide - box.width()) / 2, wide - box.width() - 8])
    canvas.pan_by(x - box.left(), dice.choice([8.0, high / 2, high - box.height() - 8]) - box.top())
    seen = canvas.camera
    was_in_sight = canvas.is_in_sight(origin)
    editor.commands[name].trigger()
    QApplication.processEvents()  # its form may take some of the room
    canvas.animation.stop()
    made = editor.selection.current
    assert canvas.camera.scale == seen.scale, "the zoom stays"
    assert QRectF(canvas.viewport().rect()).intersects(canvas.on_screen(made))
    moved = canvas.camera != seen
    assert canvas.is_in_sight(made)
    if was_in_sight and high > 400:
        assert canvas.is_in_sight(origin), "where it came from is still seen"
    canvas.look_from(seen)
    assert moved is not (canvas.is_in_sight(made)), "the view moves only to what is out of sight"


@pytest.mark.parametrize("name", ["insert_question_no", "insert_decision_yes", "new_question_no", "new_leaf_yes"])
@pytest.mark.parametrize("direction", ["down", "right"])
def test_where_all_was_placed_by_hand_an_insert_makes_room_too_in_one_step(editor, name, direction):
    editor.canvas.set_direction(direction)
    model = editor.canvas.model
    editor.context.step(lambda tree: edits.move(tree, model.positions), "placed by hand")
    before, steps = dict(model.positions), editor.document.stack.index()
    run(editor, "calf", name)
    assert editor.document.stack.index() == steps + 1
    assert not covers_something(editor, list(model.positions))
    assert_equal(model, tree(editor))
    editor.document.stack.undo()
    assert model.positions == before
    editor.document.stack.redo()
    assert not covers_something(editor, list(model.positions))
    editor.canvas.set_direction("down")


def test_fit_shows_the_extent_of_now(editor, qtbot):
    canvas = editor.canvas
    before = canvas.camera
    editor.context.step(lambda tree: edits.move(tree, {"strain": (9000, 9000)}), "move")
    editor.document.stack.undo()
    canvas.look_from(canvas.camera.panned(300, 300))
    editor.commands["fit"].trigger()
    canvas.animation.stop()
    assert canvas.camera == before


def test_what_is_no_part_of_a_tree_is_refused_with_a_sentence(editor):
    QGuiApplication.clipboard().setText("hello <b>world</b>")
    editor.commands["paste"].trigger()
    assert "not a part of a tree" in editor.saying.text()
    assert not editor.document.dirty


def test_keys_reach_the_verbs(editor, qtbot):
    editor.selection.select("calf")
    qtbot.keyClick(editor.canvas, Qt.Key.Key_E, CTRL)
    assert tree(editor).nodes["calf"].yes == "risks"
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Z, CTRL)
    assert tree(editor).nodes["calf"].yes == "clot_today"
    qtbot.keyClick(editor.canvas, Qt.Key.Key_A, CTRL)
    assert len(editor.selection.nodes) == 6
    zoom = editor.canvas.zoom
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Plus, CTRL)
    assert editor.canvas.zoom > zoom
    qtbot.keyClick(editor.canvas, Qt.Key.Key_0, CTRL)
    assert editor.canvas.zoom == pytest.approx(1.0)


def test_every_verb_is_in_a_menu(editor):
    named = menus.names_in((*menus.NODE, *menus.EDIT, *menus.MAP))
    assert named == editor.commands.by_name.keys()
    offered = (*menus.ON_BRANCH, *menus.ON_LEAF, *menus.ON_MANY, *menus.ON_GROUND)
    assert menus.names_in(offered) <= named
    for entries in menus.ON_EDGE.values():
        assert menus.names_in(entries) <= named


def test_no_two_verbs_have_the_same_keys(editor):
    actions = [*editor.commands.by_name.values(), editor.undo, editor.redo, editor.find_text, editor.try_here]
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_menu_bar_gets_its_menus(qtbot, editor):
    window = QMainWindow()
    qtbot.addWidget(window)
    entries = editor.add_menus(window.menuBar())
    assert [entry.title().replace("&", "") for entry in entries] == ["Edit", "Node", "Map"]


# -- hands -------------------------------------------------------------------------------------------


def spot(editor: Editor, node: str) -> QPoint:
    return QPointF(*editor.canvas.camera.to_screen(*editor.canvas.model.positions[node])).toPoint()


def grip(editor: Editor, node: str, answer: str) -> QPoint:
    return QPointF(*editor.canvas.camera.to_screen(*editor.canvas.model.routes[node, answer].points[0])).toPoint()


def drag(qtbot, editor: Editor, start: QPoint, end: QPoint) -> None:
    port = editor.canvas.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        qtbot.mouseMove(port, start + (end - start) * step / 4)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def test_a_drag_connects(qtbot, editor):
    drag(qtbot, editor, grip(editor, "lungs", "yes"), spot(editor, "strain"))
    assert tree(editor).nodes["lungs"].yes == "strain"
    assert editor.document.stack.undoText() == "connect Yes of 'Is it breathless?'"


@pytest.mark.parametrize(("entry", "kind"), [(0, QuestionNode), (5, Decision), (6, Leaf)])
def test_a_drag_to_empty_ground_makes_a_node_there(qtbot, editor, monkeypatch, entry, kind):
    monkeypatch.setattr(asking, "entry", lambda menu, _: menu.actions()[entry])
    end = QPoint(40, editor.canvas.viewport().height() - 40)
    x, y = editor.canvas.to_map(QPointF(end))
    drag(qtbot, editor, grip(editor, "lungs", "yes"), end)
    made = tree(editor).nodes["lungs"].yes
    assert isinstance(tree(editor).nodes[made], kind)
    assert tree(editor).layout[made] == (round(x), round(y))
    assert editor.selection.current == made


def test_a_dragged_box_stays_until_tidied(qtbot, editor):
    before = editor.canvas.model.positions["calf"]
    drag(qtbot, editor, spot(editor, "calf"), spot(editor, "calf") + QPoint(150, 40))
    assert editor.canvas.model.positions["calf"] == tree(editor).layout["calf"] != before
    put = editor.canvas.model.positions["calf"]
    editor.commands["tidy"].trigger()
    assert editor.canvas.model.positions["calf"] == put  # it glides from there
    editor.canvas.animation.stop()
    assert not tree(editor).layout
    assert editor.canvas.model.positions["calf"] == before
    editor.document.stack.undo()
    assert editor.canvas.model.positions["calf"] == tree(editor).layout["calf"] == put
    editor.document.stack.redo()
    assert editor.canvas.model.positions["calf"] == before


def test_tidy_is_a_step_of_its_own_though_no_box_was_placed(qtbot, editor):
    run(editor, "calf", "insert_question_yes")
    text = editor.panels.inspector.question_form.fields["text"].text
    qtbot.keyClicks(text, "Is it red, hot or more swollen than it was in the morning, all around the ankle? " * 3)
    written, before, steps = text.toPlainText(), scene_of(editor.canvas.model), editor.document.stack.count()
    camera = editor.canvas.camera
    editor.commands["tidy"].trigger()
    assert "tidy the map" in editor.document.stack.undoText()
    editor.canvas.animation.stop()
    tidied = scene_of(editor.canvas.model)
    assert tidied != before
    editor.document.stack.undo()
    assert (scene_of(editor.canvas.model), editor.canvas.camera) == (before, camera)
    assert text.toPlainText() == written
    editor.document.stack.redo()
    assert scene_of(editor.canvas.model) == tidied
    editor.commands["tidy"].trigger()
    assert editor.document.stack.count() == steps + 1
    assert "tidy already" in editor.saying.text()
    editor.document.stack.undo()
    editor.document.stack.undo()
    assert scene_of(editor.canvas.model) != before


def test_undo_while_the_boxes_glide_takes_tidying_back(editor):
    run(editor, "calf", "insert_question_yes")
    before = scene_of(editor.canvas.model)
    editor.commands["tidy"].trigger()
    editor.document.stack.undo()
    assert scene_of(editor.canvas.model) == before
    editor.document.stack.redo()
    assert editor.canvas.model.stands_as(editor.canvas.model.tidied())


@pytest.mark.parametrize("times", [3, 12])
def test_every_tidying_is_undone(editor, times):
    scenes = []
    for _ in range(times):
        run(editor, "calf", "insert_question_yes")
        scenes.append(scene_of(editor.canvas.model))
        editor.commands["tidy"].trigger()
        editor.canvas.animation.stop()
    for scene in reversed(scenes):
        editor.document.stack.undo()
        assert scene_of(editor.canvas.model) == scene
        editor.document.stack.undo()


def test_undo_puts_a_dragged_box_back(qtbot, editor):
    run(editor, "calf", "insert_question_yes")
    before = dict(editor.canvas.model.positions)
    for _ in range(2):
        drag(qtbot, editor, spot(editor, "calf"), spot(editor, "calf") + QPoint(150, 40))
    editor.document.stack.undo()
    editor.document.stack.undo()
    assert editor.canvas.model.positions == before


def test_undo_while_a_box_is_dragged(qtbot, editor):
    run(editor, "calf", "insert_question_yes")
    made, start = editor.selection.current, spot(editor, editor.selection.current)
    port = editor.canvas.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, start + QPoint(60, 20))
    qtbot.mouseMove(port, start + QPoint(90, 30))
    editor.document.stack.undo()
    assert made not in tree(editor).nodes
    assert_equal(editor.canvas.model, tree(editor))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(90, 30))
    assert not tree(editor).layout


def test_what_is_said_takes_no_room_and_goes_with_the_next_step(editor):
    bar, room = editor.bar.height(), editor.canvas.size()
    editor.say("Nothing uses these any more: " + "a question with many words; " * 20)
    QApplication.processEvents()
    assert editor.saying.isVisible()
    assert editor.saying.width() > editor.canvas.width() - 40
    assert (editor.bar.height(), editor.canvas.size()) == (bar, room)
    run(editor, "calf", "insert_question_yes")
    assert not editor.saying.isVisible()
    editor.say("Again")
    editor.document.stack.undo()
    assert not editor.saying.isVisible()


def test_a_place_that_is_refused_moves_nothing(editor):
    run(editor, "calf", "insert_question_yes")
    model, before = editor.canvas.model, dict(editor.canvas.model.positions)
    extent = model.extent
    model.move({"calf": (9e9, 0.0)})
    editor.canvas.wishes.moved.emit({"calf": (9e9, 0.0)})
    assert "so far away" in editor.saying.text()
    assert model.positions == before
    assert model.extent == extent


def test_nudging_is_one_step(qtbot, editor):
    editor.selection.select("calf")
    for _ in range(5):
        qtbot.keyClick(editor.canvas, Qt.Key.Key_Right, CTRL)
    assert editor.document.stack.count() == 1


def test_graph_and_outline_have_one_selection(qtbot, editor):
    qtbot.mouseClick(editor.canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot(editor, "calf"))
    assert editor.panels.outline.current() == "calf"
    editor.panels.outline.picked.emit(["strain"], "strain")
    assert editor.canvas.view_state.selected == ("strain",)


def test_another_tree_starts_anew(editor, tmp_path):
    editor.selection.select("calf")
    path = tmp_path / "other.json"
    path.write_bytes(tree_files.encode_tree(small()))
    editor.document.open(path)
    assert editor.selection.nodes == ()
    assert_equal(editor.canvas.model, tree(editor))


def test_try_from_here_names_the_node(qtbot, editor):
    editor.selection.select("risks")
    with qtbot.waitSignal(editor.try_from) as told:
        editor.try_here.trigger()
    assert told.args == ["risks"]


# -- what must always hold ---------------------------------------------------------------------------


@pytest.mark.seeds(2)
def test_thousands_of_edits_undos_and_redos(editor, seed):
    dice, document, model = random.Random(seed), editor.document, editor.canvas.model
    first = tree_files.encode_tree(tree(editor))
    done = 0
    while done < 1000:
        turn = dice.random()
        if turn < 0.25:
            document.stack.undo()
        elif turn < 0.4:
            document.stack.redo()
        else:
            change = (
                random_edit(document.tree, dice)
                if len(document.tree.nodes) < 60
                else (
                    edits.delete_subtree(
                        document.tree, dice.choice([k for k in document.tree.nodes if k != document.tree.root])
                    )
                )
            )
            try:
                document.do(change or edits.tidy(document.tree), f"step {done}", dice.choice([None, None, "merge"]))
            except KneetreeError:
                continue
        done += 1
        assert model.positions.keys() == document.tree.nodes.keys()
        if done % 50 == 0:
            assert_equal(model, document.tree)
            editor.canvas.viewport().repaint()
            assert set(editor.panels.outline.model.rows.full) - {"*"} == set(document.tree.nodes)
    assert_equal(model, document.tree)
    while document.stack.canUndo():
        document.stack.undo()
    assert tree_files.encode_tree(document.tree) == first
    assert_equal(model, document.tree)
    while document.stack.canRedo():
        document.stack.redo()
    assert_equal(model, document.tree)


def gone(qapp) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def test_nothing_leaks_over_200_openings_of_a_map(qapp, theme):
    left = []
    for turn in range(200):
        make_accessible()
        canvas = Canvas(theme, small(), lambda *_: None)
        Minimap(canvas)
        if turn % 10 == 0:
            canvas.show()
            canvas.grab()
            whole = QAccessible.queryAccessibleInterface(canvas)
            assert whole.child(0).text(QAccessible.Text.Name)
            del whole
        left += [weakref.ref(canvas), weakref.ref(canvas.model)]
        canvas.close()
        canvas.deleteLater()
        del canvas
        gone(qapp)
    gc.collect()
    assert [ref() for ref in left if ref() is not None] == []


@pytest.mark.slow
def test_nothing_leaks_of_an_editor_or_of_200_trees_opened_in_it(qapp, theme, tmp_path):
    document = Document(small(), folder=tmp_path / "data")
    left = []
    for turn in range(5):
        editor = Editor(document, theme)
        if turn:
            editor.show()
        for _ in range(40):
            document.new(small())
            left.append(weakref.ref(editor.canvas.model))
        left += [weakref.ref(editor), weakref.ref(editor.canvas), weakref.ref(editor.panels)]
        editor.close()
        editor.deleteLater()
        del editor
        gone(qapp)
    document.close()
    gc.unfreeze()  # an editor takes what is open out of the collector's sight until the next tree
    gc.collect()
    assert [ref() for ref in left if ref() is not None] == []


def test_none_keeps_its_references(editor, qapp):
    for _ in range(20):
        editor.canvas.viewport().repaint()
    before = sys.getrefcount(None)
    for turn in range(200):
        editor.canvas.pan_by(3 if turn % 2 else -3, 1)
        editor.canvas.viewport().repaint()
    assert abs(sys.getrefcount(None) - before) < 200


def test_each_panel_has_the_room_that_it_needs_on_a_small_screen(qtbot, document, theme):
    QSettings().remove("editor/down")
    made = Editor(document, theme)
    qtbot.addWidget(made)
    made.resize(1024, 510)
    made.show()
    heights = [made.tabs.widget(place).minimumSizeHint().height() for place in range(made.tabs.count())]
    assert made.down.sizes()[1] >= max(heights) + made.tabs.tabBar().sizeHint().height()
