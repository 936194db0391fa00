"""The document: one history, files that are never half written, work that outlives the program."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QSettings

from kneetree import edits, shipped
from kneetree.errors import FileProblem, ShapeError
from kneetree.files import journal, meanwhile, tree_files, whole_files
from kneetree.files.journal import Journal
from kneetree.model.change import Change
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.tree import (
    About,
    Advice,
    Condition,
    Finding,
    Question,
    QuestionNode,
    Recovery,
    Start,
    Topic,
    Tree,
    Urgency,
    WarningSign,
)
from kneetree.ui.document import recent_files, recovery
from kneetree.ui.document.document import Document
from kneetree.ui.document.edit_command import joined
from tests.journals import as_if_killed
from tests.trees import SCALES, decide, small
from tests.ui.document.left import left_by


@pytest.fixture
def document(qapp, tmp_path):
    made = Document(small(), folder=tmp_path / "data")
    yield made
    made.close()
    made.deleteLater()


def retitled(tree: Tree, title: str) -> Change:
    builder = ChangeBuilder(tree)
    builder.set("title", "", title)
    return builder.change()


def worded(tree: Tree, node: str, text: str) -> Change:
    return edits.set_fields(tree, node, text=text)


def saved(document: Document, path: Path) -> bytes:
    document.save_as(path)
    return path.read_bytes()


def test_a_step_is_applied_named_and_told(document, qtbot):
    with qtbot.waitSignal(document.changed) as told:
        document.do(edits.swap(document.tree, ["calf"]), "swap Yes and No of 'Calf'")
    assert told.args[0].keys("node") == ["calf"]
    assert document.stack.undoText() == "swap Yes and No of 'Calf'"
    assert document.dirty
    before = tree_files.encode_tree(small())
    document.stack.undo()
    assert tree_files.encode_tree(document.tree) == before
    assert not document.dirty


@pytest.mark.parametrize("step", ["undo", "redo"])
def test_a_view_that_asks_for_a_step_during_another_gets_it_afterwards(document, qtbot, step):
    """As a field does that a step hides while something is typed in it: pushed at once, it crashed the program."""
    document.do(worded(document.tree, "calf", "Is it?"), "text")
    document.do(worded(document.tree, "risks", "Are they?"), "more text")
    document.stack.undo()
    asked = []

    def ask(_change: Change) -> None:
        if not asked:
            asked.append(worded(document.tree, "lungs", "Lungs?"))
            document.do(asked[0], "typed")

    document.changed.connect(ask)
    getattr(document.stack, step)()
    assert document.tree.asked("lungs").text != "Lungs?"
    qtbot.waitUntil(lambda: document.tree.asked("lungs").text == "Lungs?")
    assert document.stack.undoText() == "typed"
    assert document.dirty
    before = {"undo": 0, "redo": 2}[step]
    assert document.stack.count() == before + 1


def test_a_step_that_no_longer_fits_afterwards_is_told(document, qtbot):
    document.do(worded(document.tree, "calf", "Is it?"), "text")
    told = []
    document.trouble.connect(told.append)
    document.changed.connect(lambda _: document.do(worded(small(), "lungs", "Old?"), "typed") if not told else None)
    document.stack.undo()
    document.tree.apply(worded(document.tree, "lungs", "New?"))
    qtbot.waitUntil(lambda: bool(told))
    assert "meanwhile" in told[0]
    assert document.tree.asked("lungs").text == "New?"


def test_an_empty_change_is_no_step(document):
    document.do(Change(), "nothing")
    assert document.stack.count() == 0


def test_a_step_of_the_map_alone_is_undone_and_leaves_nothing_to_save(document, tmp_path):
    document.do(worded(document.tree, "calf", "Is it?"), "text")
    document.save_as(tmp_path / "saved.json")
    told = []
    document.changed.connect(lambda change: told.append((change, document.turn)))
    document.do(Change(), "tidy", even_empty=True)
    assert (document.stack.count(), document.stack.undoText()) == (2, "tidy")
    assert (document.dirty, document.unsaved) == (False, 0)
    assert not document.recovery.running
    document.stack.undo()
    document.stack.redo()
    assert told == [(Change(), ("do", 2)), (Change(), ("undo", 2)), (Change(), ("redo", 2))]
    document.do(worded(document.tree, "calf", "Was it?"), "text")
    assert (document.dirty, document.unsaved) == (True, 1)
    document.stack.setIndex(1)
    assert not document.dirty
    document.stack.setIndex(0)
    assert (document.dirty, document.unsaved) == (True, 1)


def test_what_would_break_the_shape_leaves_all_as_it_was(document):
    before = tree_files.encode_tree(document.tree)
    builder = ChangeBuilder(document.tree)
    builder.set("node", "risks", structs.replace(document.tree.nodes["risks"], yes="lungs"))
    with pytest.raises(ShapeError):
        document.do(builder.change(), "a circle")
    assert tree_files.encode_tree(document.tree) == before
    assert document.stack.count() == 0


def test_typing_in_one_field_is_one_step(document):
    for text in ("I", "Is", "Is ", "Is i", "Is it", "Is it?"):
        document.do(worded(document.tree, "calf", text), "edit text", "text calf")
    document.do(worded(document.tree, "lungs", "Lungs?"), "edit text", "text lungs")
    assert document.stack.count() == 2
    document.stack.undo()
    document.stack.undo()
    assert document.tree == small()


@pytest.mark.parametrize(("texts", "undone"), [
    (["I", "Is", "Is it cold?", "Is it cold?!"], ["Is it cold?", "Is"]),  # pasted between letters
    (["Is it cold?", "Is it ", "Is it w", "Is it wa"], ["Is it cold?"]),  # a selection is typed over
    (["Is it cold", "Is it", "Is it ", "Is it w"], ["Is it cold"]),  # a word goes out at once
    (["Is it", "Is i", "Is ", "Is n", "Is ", "Is"], ["Is it"]),  # letter by letter back and forth
])  # fmt: skip
def test_what_comes_in_or_goes_out_at_once_is_a_step_of_its_own(
    document: Document, texts: list[str], undone: list[str]
) -> None:
    document.do(worded(document.tree, "calf", "?"), "edit text", "another field")
    for text in texts:
        document.do(worded(document.tree, "calf", text), "edit text", "text calf")
    seen = []
    for _ in undone:
        document.stack.undo()
        seen.append(document.tree.asked("calf").text)
    assert seen == undone
    for _ in undone:
        document.stack.redo()
    assert document.tree.asked("calf").text == texts[-1]


def test_typing_back_what_was_there_leaves_no_step(document):
    text = document.tree.asked("calf").text
    document.do(worded(document.tree, "calf", text + "?"), "edit text", "text calf")
    document.do(worded(document.tree, "calf", text), "edit text", "text calf")
    assert document.stack.count() == 0
    assert not document.dirty


def test_typing_after_saving_is_a_step_of_its_own(document, tmp_path):
    document.do(worded(document.tree, "calf", "One?"), "edit text", "text calf")
    saved(document, tmp_path / "tree.json")
    document.do(worded(document.tree, "calf", "Two?"), "edit text", "text calf")
    assert document.stack.count() == 2
    document.stack.undo()
    assert not document.dirty


def test_changes_that_make_and_unmake_are_joined_one_after_the_other():
    tree = small()
    first = edits.add_leaf(tree, "calf", "no")
    tree.apply(first)
    second = edits.swap(tree, ["calf"])
    tree.apply(second)
    both = joined(first, second)
    other = small()
    other.apply(both)
    assert other == tree
    other.apply(both.inverse())
    assert other == small()


def test_saving_an_unchanged_file_gives_the_same_bytes(document, tmp_path):
    path = tmp_path / "tree.json"
    odd = tree_files.encode_tree(small()).replace(b'\n  "version"', b'\n\n  "version"')
    path.write_bytes(odd)
    document.open(path)
    document.save()
    assert path.read_bytes() == odd
    document.do(retitled(document.tree, "Other"), "title")
    document.stack.undo()
    assert saved(document, tmp_path / "again.json") == odd


def test_save_as_goes_on_with_the_new_file(document, tmp_path):
    with pytest.raises(FileProblem):
        document.save()
    saved(document, tmp_path / "a.json")
    assert document.path == tmp_path / "a.json"
    assert document.name == "a.json"
    assert recent_files.paths() == [tmp_path / "a.json"]


def test_a_file_that_cannot_be_written_leaves_the_work_unsaved(document, tmp_path):
    document.do(retitled(document.tree, "Other"), "title")
    with pytest.raises(FileProblem):
        document.save_as(tmp_path / "missing" / "tree.json")
    assert document.dirty
    assert document.path is None


def test_the_shipped_tree_opens_as_a_copy_and_is_never_written(document):
    document.open(shipped.SHIPPED_TREE)
    assert document.path is None
    with pytest.raises(FileProblem):
        document.save_as(shipped.SHIPPED_TREE)


def test_revert_goes_back_to_the_file(document, tmp_path):
    saved(document, tmp_path / "tree.json")
    document.do(retitled(document.tree, "Other"), "title")
    document.open(document.path)
    assert document.tree.title == "Small tree"
    assert not document.dirty
    assert document.stack.count() == 0


def test_a_file_that_cannot_be_read_leaves_the_open_tree(document, tmp_path):
    (tmp_path / "bad.json").write_text("{")
    with pytest.raises(FileProblem):
        document.open(tmp_path / "bad.json")
    assert document.tree == small()


@pytest.mark.parametrize("atomically", [False, True])
def test_a_file_changed_by_somebody_else_is_noticed_once(document, tmp_path, qtbot, atomically):
    path = tmp_path / "tree.json"
    saved(document, path)
    other = small()
    other.title = "Theirs"
    with qtbot.waitSignal(document.changed_on_disk, timeout=5000):
        if atomically:
            whole_files.write_bytes(path, tree_files.encode_tree(other))
        else:
            path.write_bytes(tree_files.encode_tree(other))
    document.keep_mine(meanwhile.look(*document.watched).now)
    assert document.dirty
    told = []
    document.changed_on_disk.connect(lambda: told.append(1))
    document.save()
    qtbot.wait(500)
    assert not told


def test_a_file_that_goes_before_it_is_watched_is_noticed(document, tmp_path, qtbot):
    folder = tmp_path / "here"
    folder.mkdir()
    saved(document, folder / "t.json")
    shutil.rmtree(folder)
    with qtbot.waitSignal(document.changed_on_disk):
        pass
    assert document.meanwhile().what is meanwhile.Meanwhile.GONE


def test_the_last_states_of_a_file_are_kept(document, tmp_path):
    path = tmp_path / "tree.json"
    for number in range(14):
        document.do(retitled(document.tree, f"Title {number}"), "title")
        document.save_as(path)
    backups = sorted((tmp_path / "data" / "backups").rglob("*.json"))
    assert len(backups) == 10
    assert b"Title 12" in backups[-1].read_bytes()


def test_nothing_is_written_before_the_first_change(document, tmp_path):
    assert not (tmp_path / "data").exists()
    document.do(retitled(document.tree, "Other"), "title")
    assert list((tmp_path / "data" / "journals").iterdir())
    saved(document, tmp_path / "tree.json")
    assert not list((tmp_path / "data" / "journals").iterdir())


EDIT_FOR_EVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kneetree.model.change_builder import ChangeBuilder
from kneetree.ui.document.document import Document
from tests.trees import small
app = QCoreApplication([])
document = Document(small(), folder=Path(sys.argv[1]))
if len(sys.argv) > 2:
    document.open(Path(sys.argv[2]))
for number in range(100_000):
    builder = ChangeBuilder(document.tree)
    builder.set("title", "", f"Title {number}")
    document.do(builder.change(), "title")
    if number % 5 == 4:
        document.stack.undo()
    print(document.tree.title, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 7, 60])
def test_a_killed_program_loses_nothing(qapp, tmp_path, lines):
    path = tmp_path / "mine.json"
    path.write_bytes(tree_files.encode_tree(small()))
    root = Path(__file__).parents[3]
    child = subprocess.Popen(
        [sys.executable, "-c", EDIT_FOR_EVER, str(tmp_path / "data"), str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    )
    seen = [child.stdout.readline().strip() for _ in range(lines)]
    os.kill(child.pid, signal.SIGKILL)
    seen += child.stdout.read().split("\n")
    child.wait()
    child.stdout.close()
    last = [title for title in seen if title.strip()][-1].strip()

    document = Document(small(), folder=tmp_path / "data")
    (left,), set_aside = left_by(document)
    assert not set_aside
    document.recover(*left)
    # The change after the last printed line may have been put down as well, never fewer.
    assert int(document.tree.title.split()[1]) >= int(last.split()[1]) - 1
    assert document.path == path
    assert document.dirty
    assert left_by(document) == ([], [])
    while document.stack.canUndo():
        document.stack.undo()
    assert tree_files.encode_tree(document.tree) == path.read_bytes()
    document.close()
    assert not list((tmp_path / "data" / "journals").iterdir())


def of_every_part(tree: Tree) -> Change:
    """A change that adds to each part that format 2 brings, and asks it."""
    old = tree.nodes["calf"]
    builder = ChangeBuilder(tree)
    builder.set("start", "", Start("Pain in the leg", "Answer.", "Check my leg", "leg"))
    builder.set("about", "", About(call="112"))
    builder.set("picture", "leg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    builder.set("scale", "age", SCALES["age"])
    builder.set("finding", "fever", Finding("You have a fever", reassures="It is not so."))
    builder.set("question", "hot", Question(topic=Topic.SYMPTOM, text="Any of these?", lines=("fever", "cancer")))
    builder.set("advice", "go", Advice("Go today."))
    builder.set("warning", "fever", WarningSign("you have a fever"))
    builder.set("condition", "cyst", Condition("Cyst", recovery=Recovery("Weeks.", ("go",))))
    builder.set("node", "age", QuestionNode(asks="age", next="hot"))
    builder.set("node", "hot", QuestionNode(asks="hot", next="enough"))
    builder.set("node", "enough", decide({"age_at_least_60": 1, "fever": 1}, 2, "clot_today", "risks"))
    builder.set("node", "calf", structs.replace(old, no="age"))
    warned = {Urgency.EMERGENCY: ("worse",), Urgency.SAME_DAY: ("fever",)}
    builder.set("node", "strain", structs.replace(tree.leaf("strain"), do=("go",), get_help_if=warned))
    return builder.change()


def test_every_part_is_undone_saved_and_kept_in_the_journal(document, tmp_path):
    before = tree_files.encode_tree(document.tree)
    document.do(of_every_part(document.tree), "all of it")
    after = tree_files.encode_tree(document.tree)
    assert tree_files.encode_tree(as_if_killed(tmp_path / "data" / "journals", tmp_path / "copy").tree) == after
    document.stack.undo()
    assert tree_files.encode_tree(document.tree) == before
    document.stack.redo()
    assert saved(document, tmp_path / "tree.json") == after
    document.open(tmp_path / "tree.json")
    assert saved(document, tmp_path / "again.json") == after


def test_a_name_that_no_system_takes_is_said_in_a_sentence(document, tmp_path):
    with pytest.raises(FileProblem, match="cannot be saved"):
        document.save_as(tmp_path / ("long" * 500 + ".json"))
    # What is in the settings can be a name that no system takes too: nothing is asked of the disk for it.
    QSettings().setValue("recent", ["/" + "long" * 500])
    assert recent_files.paths() == [Path("/" + "long" * 500)]
    for rubbish in (["long" * 5000, "no/folder", "/\0"], ["", None, 7, [tmp_path]], None, 7, b"bytes", {"a": 1}):
        QSettings().setValue("recent", rubbish)
        assert recent_files.paths() == []


def test_what_cannot_be_read_is_set_aside_and_does_not_hide_the_others(document, tmp_path):
    folder = tmp_path / "data" / "journals"
    killed = Document(small(), folder=tmp_path / "data")
    killed.do(retitled(killed.tree, "Almost lost"), "title")
    killed.recovery._journal.leave()  # as when the program is gone
    (folder / "old").mkdir()  # as earlier versions left it
    (folder / "old" / "about.json").write_text("{}")
    (folder / "damaged.journal-wal").write_bytes(b"\x37\x7f" * 50)
    (folder / "other.journal").write_text("Dear diary, it hurts behind the knee. " * 100)
    (folder / "empty.journal").touch()
    (folder / "notes.txt").touch()
    work, set_aside = left_by(document)
    assert [found.tree.title for _, found in work] == ["Almost lost"]
    assert {(each.path.name, each.why) for each in set_aside} == {
        ("old", journal.Nothing.FOREIGN),
        ("damaged.journal", journal.Nothing.DAMAGED),
        ("other.journal", journal.Nothing.FOREIGN),
    }
    assert all(each.path.parent.name == "set aside" for each in set_aside)
    assert (folder / "set aside" / "damaged.journal-wal").exists()
    assert (folder / "set aside" / "old" / "about.json").exists()
    assert left_by(document) == (work, [])
    assert sorted(each.name for each in folder.iterdir() if "journal" not in each.name) == ["notes.txt", "set aside"]


def test_unsaved_work_is_in_the_order_in_which_it_was_begun_where_the_clocks_are_put_back(tmp_path):
    for name, started in (
        ("b", "2026-10-25T02:50:00+02:00"),
        ("a", "2026-10-25T02:10:00+01:00"),
        ("c", "2026-10-25T02:30:00+02:00"),
        ("d", "the day before"),
    ):
        made = Journal(tmp_path / f"{name}.journal", tree_files.encode_tree(small()), journal.About("", started))
        made.append(retitled(small(), name))
        made.leave()
    (left,) = recovery.steps_left(tmp_path)
    assert [place.stem for place, _ in left.work] == ["a", "b", "c", "d"]


def test_a_damaged_journal_gives_what_can_be_read_and_stays(document, tmp_path):
    killed = Document(small(), folder=tmp_path / "data")
    for title in ("One", "Two", "Three"):
        killed.do(retitled(killed.tree, title), "title")
    killed.recovery._journal.leave()
    (place,) = (tmp_path / "data" / "journals").iterdir()
    place.write_bytes(place.read_bytes().replace(b'"Three"', b'"Thrxe"'))
    ((_, work),), _ = left_by(document)
    assert (work.tree.title, len(work.changes), work.damaged) == ("Two", 2, True)
    document.recover(place, work)
    assert document.tree.title == "Two"
    assert (place.parent / "set aside" / place.name).exists()
    document.close()


def test_work_that_cannot_be_put_down_again_stays_where_it_was(document, tmp_path, monkeypatch):
    killed = Document(small(), folder=tmp_path / "data")
    killed.do(retitled(killed.tree, "Almost lost"), "title")
    killed.recovery._journal.leave()
    ((place, work),), _ = left_by(document)

    def full(*_):
        raise FileProblem("The disk is full.")

    monkeypatch.setattr(Journal, "append", full)
    document.recover(place, work)
    assert place.exists()
    document.close()


def test_what_was_put_down_is_on_the_disk_soon(document, monkeypatch, qtbot):
    synced = []
    monkeypatch.setattr(Journal, "sync", lambda self: synced.append((self, threading.current_thread())))

    def threads():
        return [thread for made, thread in synced if made is document.recovery._journal]

    for number in (1, 2):
        document.do(retitled(document.tree, f"Title {number}"), "title")
        qtbot.waitUntil(lambda number=number: len(threads()) == number, timeout=3000)
    assert threading.main_thread() not in threads()


def test_a_disk_that_does_not_take_it_is_said_once(document, monkeypatch, qtbot):
    told = []
    document.trouble.connect(told.append)

    def broken(_self):
        raise FileProblem("The crash journal cannot be written to the disk; save now.")

    monkeypatch.setattr(Journal, "sync", broken)
    document.do(retitled(document.tree, "Other"), "title")
    qtbot.waitUntil(lambda: bool(told), timeout=3000)
    assert told == ["The crash journal cannot be written to the disk; save now."]


def test_the_work_of_a_program_that_runs_is_not_offered(document, tmp_path):
    document.do(retitled(document.tree, "Other"), "title")
    other = Document(small(), folder=tmp_path / "data")
    assert left_by(other) == ([], [])
    other.close()


def test_a_journal_that_cannot_be_written_is_said_once_and_stops_nothing(qapp, tmp_path, qtbot):
    (tmp_path / "file").write_text("in the way")
    document = Document(small(), folder=tmp_path / "file")
    told = []
    document.trouble.connect(told.append)
    document.do(retitled(document.tree, "One"), "title")
    document.do(retitled(document.tree, "Two"), "title")
    assert document.tree.title == "Two"
    assert len(told) == 1
    document.close()
