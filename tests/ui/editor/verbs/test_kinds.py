"""Every kind of node is made, connected and taken away by verbs, each in one step that can be undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from kneetree.files import tree_files
from kneetree.model.tree import Kind, Leaf, Tree
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.verbs import asking, making, menus
from tests.trees import ask, ask_items, decide, leaf, make, small
from tests.ui.editor.canvas.mapcheck import assert_equal
from tests.ui.editor.kinds import all_kinds


@pytest.fixture
def editor(whole):
    """The editor over a tree with a node of each kind."""
    whole.document.new(all_kinds())
    return whole


def tree(editor: Editor) -> Tree:
    return editor.document.tree


def run(editor: Editor, node: str, name: str) -> None:
    editor.selection.select(node)
    assert editor.commands[name].isEnabled()
    editor.commands[name].trigger()


def one_step(editor: Editor) -> None:
    """What was done is one step; undone, the tree has its first bytes."""
    document = editor.document
    assert document.stack.count() == 1
    assert_equal(editor.canvas.model, document.tree)
    document.stack.undo()
    assert tree_files.encode_tree(document.tree) == tree_files.encode_tree(all_kinds())
    document.stack.redo()
    assert_equal(editor.canvas.model, document.tree)


def said(editor: Editor) -> str:
    return editor.saying.text()


MADE = {
    "question": (Kind.YES_NO, False),
    "list": (Kind.LIST, False),
    "collect": (Kind.LIST, True),
    "number": (Kind.NUMBER, True),
    "decision": (Kind.DECISION, False),
}


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize(("node", "answer"), [("you", "next"), ("clues", "no")])
def test_each_kind_is_inserted_on_an_edge(editor, kind, node, answer):
    behind = tree(editor).nodes[node].target(answer)
    run(editor, node, f"insert_{kind}_{answer}")
    made = tree(editor).nodes[node].target(answer)
    asked = tree(editor).asked(made)
    assert (asked.kind, asked.collects) == MADE[kind]
    assert behind in dict(asked.edges()).values()
    assert editor.selection.current == made
    one_step(editor)


@pytest.mark.parametrize("kind", MADE)
def test_each_kind_is_added_at_the_end_of_an_answer(editor, kind):
    run(editor, "you", f"new_{kind}_next")
    asked = tree(editor).asked(tree(editor).nodes["you"].next)
    assert (asked.kind, asked.collects) == MADE[kind]
    one_step(editor)


def test_a_leaf_is_added_after_what_only_collects(editor):
    run(editor, "age", "new_leaf_next")
    assert isinstance(tree(editor).nodes[tree(editor).nodes["age"].next], Leaf)
    assert editor.document.stack.undoText() == "add leaf after 'How old are you?'"
    one_step(editor)


def test_a_question_that_is_there_is_asked_again(editor, monkeypatch):
    offered = {}

    def pick(_parent, _title, entries, _why_not):
        offered.update(entries)
        return "list_swelling_warm"

    monkeypatch.setattr(asking, "node", pick)
    before = dict(tree(editor).questions)
    run(editor, "clues", "insert_again_yes")
    assert tree(editor).nodes[tree(editor).nodes["clues"].yes].asks == "list_swelling_warm"
    assert tree(editor).questions == before == {key: before[key] for key in offered}
    one_step(editor)


def test_a_number_is_made_where_the_tree_has_none(editor, monkeypatch):
    editor.document.new(small())
    monkeypatch.setattr(asking, "node", lambda _parent, _title, entries, _why_not: entries[0][0])
    run(editor, "lungs", "insert_number_no")
    made = tree(editor).nodes[tree(editor).nodes["lungs"].no]
    assert (made.asks, made.next) == ("age", "calf")
    assert tree(editor).scales["age"].unit == "years"
    assert editor.document.stack.count() == 1


def test_giving_up_a_question_on_the_way_changes_nothing(editor, monkeypatch):
    monkeypatch.setattr(asking, "node", lambda *_: None)
    run(editor, "you", "new_again_next")
    assert not editor.document.dirty


def test_what_follows_is_connected_elsewhere(editor, monkeypatch):
    monkeypatch.setattr(asking, "node", lambda _parent, title, *_: "home" if title.startswith("After") else "")
    run(editor, "you", "connect_next")
    assert tree(editor).nodes["you"].next == "home"
    assert editor.document.stack.undoText() == "connect what follows 'Do any of these fit?'"
    one_step(editor)


def test_verbs_are_offered_for_the_ways_on_that_there_are(editor):
    for node, there, not_there in (("you", "next", "yes"), ("clues", "yes", "next")):
        editor.selection.select(node)
        for name in ("connect", "paste", "delete_keep", "new_question", "insert_decision"):
            assert editor.commands[f"{name}_{there}"].isEnabled()
            assert not editor.commands[f"{name}_{not_there}"].isVisible()
    editor.selection.select("home")
    assert not any(editor.commands[f"new_leaf_{answer}"].isEnabled() for answer in ("yes", "no", "next"))


def test_yes_and_no_of_what_only_collects_cannot_be_exchanged_and_it_says_so(editor):
    editor.selection.select("you")
    swap = editor.commands["swap"]
    assert (swap.isEnabled(), swap.text()) == (False, "&Swap Yes and No (it only collects)")
    run(editor, "clues", "swap")
    assert swap.text() == "&Swap Yes and No"
    assert tree(editor).nodes["clues"].yes == "old"
    one_step(editor)


def test_a_decision_is_never_the_first_question(editor):
    editor.selection.select("clues")
    assert not editor.commands["set_root"].isEnabled()


def test_a_question_only_collects_and_branches_again(editor, monkeypatch):
    monkeypatch.setattr(asking, "choice", lambda *_: "no")
    run(editor, "list", "collecting")
    assert tree(editor).nodes["list"].edges() == (("next", "home"),)
    one_step(editor)
    run(editor, "list", "collecting")
    assert tree(editor).nodes["list"].no == "home"


def test_a_list_is_split_into_what_collects_and_a_decision(editor):
    run(editor, "list", "collect_first")
    after = tree(editor).asked(tree(editor).nodes["list"].next)
    assert (after.kind, after.at_least, after.yes) == (Kind.DECISION, 2, "clot")
    one_step(editor)


def test_deleting_says_what_nothing_uses_any_more_and_keeps_it(editor, monkeypatch):
    monkeypatch.setattr(asking, "choice", lambda *_: "yes")
    run(editor, "list", "delete")
    assert "list" not in tree(editor).nodes
    assert "Do any of these fit?" in said(editor) and "stay in the library" in said(editor)
    assert "list_swelling_warm" in tree(editor).questions and "swelling" in tree(editor).findings
    one_step(editor)


def test_deleting_with_texts_takes_what_only_it_uses(editor):
    run(editor, "list", "delete_texts")
    assert "list_swelling_warm" not in tree(editor).questions
    assert "swelling" not in tree(editor).findings
    assert "cancer" in tree(editor).findings
    one_step(editor)


def test_of_what_only_collects_it_is_asked_whether_what_follows_stays(editor, monkeypatch):
    offered = []
    monkeypatch.setattr(asking, "choice", lambda _p, title, _q, answers: offered.append((title, answers)) or "next")
    run(editor, "you", "delete")
    assert tree(editor).nodes["age"].next == "clues"
    ((title, answers),) = offered
    assert title == "Delete List that collects"
    assert answers[0] == ("next", "Keep what follows: 'Enough of them'")
    one_step(editor)


def test_what_is_offered_where_something_is_deleted_can_be_done(editor, monkeypatch):
    nodes = {
        "list": ask_items({"swelling": 1, "warm": 1}, 2, "clues", "old"),
        "clues": decide({"swelling": 2, "warm": 1}, 2, "clot", "home"),
        "old": ask("age_at_least_17", "clot", "home"),
        "clot": leaf("same_day", "dvt"),
        "home": leaf("self_care"),
    }
    offered = {}
    monkeypatch.setattr(asking, "choice", lambda _p, _title, _q, answers: offered.update({node: dict(answers)}))
    for node in ("list", "clues", "old"):
        editor.document.new(make(nodes, "list"))
        run(editor, node, "delete")
    assert list(offered["list"]) == ["no"], "a decision cannot begin a walk, and something has to"
    assert [list(offered[node]) for node in ("clues", "old")] == [["yes", "no", "below"]] * 2
    for node, answers in offered.items():
        for keep in answers:
            editor.document.new(make(nodes, "list"))
            monkeypatch.setattr(asking, "choice", lambda *_, keep=keep: keep)
            run(editor, node, "delete")
            assert node not in tree(editor).nodes, (node, keep)


def test_what_is_selected_once_something_is_deleted_is_in_sight(editor, monkeypatch):
    monkeypatch.setattr(asking, "choice", lambda *_: "below")
    long = {f"q{n}": ask("swelling", f"q{n + 1}", "home") for n in range(30)}
    editor.document.new(make({**long, "q30": leaf("same_day", "dvt"), "home": leaf("self_care")}, "q0"))
    editor.commands["tidy"].trigger()
    editor.commands["zoom_usual"].trigger()
    editor.canvas.animation.stop()
    editor.selection.select("q20")
    editor.commands["reveal"].trigger()
    editor.canvas.lead_to(replace(editor.canvas.camera, top=editor.canvas.camera.top + 5000))
    editor.canvas.animation.stop()
    assert not editor.canvas.is_in_sight("q19")
    editor.commands["delete_below"].trigger()
    editor.canvas.animation.stop()
    assert editor.selection.current == "q19"
    assert editor.canvas.is_in_sight("q19")


def test_a_part_is_pasted_into_another_tree_with_all_that_it_uses(editor):
    run(editor, "clues", "copy")
    assert "kneetree-fragment/2" in QGuiApplication.clipboard().text()
    editor.document.new(small())
    run(editor, "lungs", "paste_yes")
    made = tree(editor).asked(tree(editor).nodes["lungs"].yes)
    assert made.kind is Kind.DECISION
    assert "age" in tree(editor).scales and "cancer" in tree(editor).findings
    assert_equal(editor.canvas.model, tree(editor))


def inserting(menu):
    shown = [action.text() for action in menu.actions() if action.menu() is not None and action.isVisible()]
    return [text for text in shown if text.startswith("Insert")]


def test_a_submenu_is_there_only_where_something_in_it_is(editor, qapp):
    editor.selection.select("you")
    menu = QMenu()
    menus.fill(menu, menus.ON_BRANCH, editor.commands)
    assert inserting(menu) == ["Insert &after it"]
    editor.selection.select("clues")
    menu.aboutToShow.emit()
    assert inserting(menu) == ["Insert on Y&es", "Insert on N&o"]
    menu.deleteLater()


def test_every_kind_has_words_and_an_icon(editor):
    assert {making.kind_noun(kind) for kind in making.KINDS} >= {"question", "list that collects", "number"}
    assert not any(editor.commands[f"new_{kind}_yes"].icon().isNull() for kind in making.KINDS)
