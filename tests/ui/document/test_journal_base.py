"""Journals that begin late, and journals that somebody deletes: all that is not saved is in them, made to the file."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.files import tree_files
from kneetree.files.journal import Journal
from kneetree.model.backwards import Backwards
from kneetree.model.change import Change
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.tree import Node, Tree
from kneetree.ui.document import recovery
from kneetree.ui.document.document import Document
from tests.journals import as_if_killed
from tests.luck import examples
from tests.trees import small


@pytest.fixture
def document(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Document]:
    monkeypatch.setattr(recovery, "LOOK_AGAIN_MS", 50)
    made = Document(small(), folder=tmp_path / "data")
    yield made
    made.close()
    made.deleteLater()


def saved(document: Document, tmp_path: Path) -> bytes:
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(small()))
    document.open(path)
    return path.read_bytes()


def retitled(tree: Tree, title: str) -> Change:
    builder = ChangeBuilder(tree)
    builder.set("title", "", title)
    return builder.change()


def test_a_deleted_journal_is_written_anew_with_all_that_is_not_saved(
    document: Document, tmp_path: Path, qtbot: QtBot
) -> None:
    """As when somebody clears the folder of the program while it runs, and the program is killed afterwards."""
    base = saved(document, tmp_path)
    folder = tmp_path / "data" / "journals"
    document.do(retitled(document.tree, "One"), "title")
    document.do(retitled(document.tree, "Two"), "title")
    shutil.rmtree(tmp_path / "data")
    qtbot.waitUntil(lambda: len([*folder.glob("*.journal")]) == 1, timeout=5000)
    work = as_if_killed(folder, tmp_path / "killed")
    assert (work.tree.title, len(work.changes), work.base) == ("Two", 2, base)
    assert work.about.path == str(tmp_path / "tree.json")


@pytest.mark.parametrize("with_file", [True, False])
def test_a_journal_is_begun_without_going_through_all_nodes(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_file: bool
) -> None:
    if with_file:
        saved(document, tmp_path)
    else:
        document.new(small())
    change, gone_through = edits.set_part(document.tree, "question", "breathless", text="Breathless?"), []
    made = Backwards.__init__

    def noted(self: Backwards, nodes: Mapping[str, Node]) -> None:
        gone_through.append(len(nodes))
        made(self, nodes)

    monkeypatch.setattr(Backwards, "__init__", noted)
    document.do(change, "text")
    assert document.recovery.running and not any(gone_through)
    work = as_if_killed(tmp_path / "data" / "journals", tmp_path / "killed")
    assert work.tree.questions["breathless"].text == "Breathless?"


def test_a_change_after_the_journal_was_deleted_is_put_down_at_once(document: Document, tmp_path: Path) -> None:
    document.do(retitled(document.tree, "One"), "title")
    shutil.rmtree(tmp_path / "data")
    document.do(retitled(document.tree, "Two"), "title")
    work = as_if_killed(tmp_path / "data" / "journals", tmp_path / "killed")
    assert (work.tree.title, len(work.changes)) == ("Two", 2)


def test_a_log_without_its_database_counts_as_deleted(document: Document, tmp_path: Path) -> None:
    document.do(retitled(document.tree, "One"), "title")
    for each in (tmp_path / "data" / "journals").glob("*.journal"):
        each.unlink()
    assert not document.recovery.running


def test_a_discarded_journal_does_not_come_back(document: Document, tmp_path: Path, qtbot: QtBot) -> None:
    saved(document, tmp_path)
    document.do(retitled(document.tree, "One"), "title")
    document.save()
    qtbot.wait(1)
    with qtbot.assertNotEmitted(document.recovery.gone, wait=300):
        assert not [*(tmp_path / "data" / "journals").iterdir()]


def test_a_journal_that_begins_late_holds_what_was_changed_before(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the disk was full for a while: the work is made to the file as it is, and can be saved there."""
    base = saved(document, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "__init__", _full)
        document.do(retitled(document.tree, "One"), "title")
    document.do(retitled(document.tree, "Two"), "title")
    work = as_if_killed(tmp_path / "data" / "journals", tmp_path / "killed")
    assert (work.tree.title, len(work.changes), work.base) == ("Two", 2, base)


def _full(*_: object) -> None:
    raise recovery.FileProblem("The disk is full.")


def test_whenever_a_journal_begins_it_leads_to_the_open_tree(document: Document, tmp_path: Path) -> None:
    """After random steps, some of them undone, saved or taken from the disk."""
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    luck = random.Random(seed)
    for turn in range(examples(20)):
        base = saved(document, tmp_path)
        for number in range(luck.randrange(1, 8)):
            what = luck.choice(["do", "do", "do", "undo", "redo", "save", "mine"])
            if what == "do":
                document.do(retitled(document.tree, f"Title {number}"), "title", luck.choice([None, "typing"]))
            elif what == "save":
                document.save()
            elif what == "mine":
                document.keep_mine(document.watched[0])
            else:
                getattr(document.stack, what)()
        shutil.rmtree(tmp_path / "data", ignore_errors=True)
        document.do(retitled(document.tree, f"Last of {turn}"), "title")
        base = (tmp_path / "tree.json").read_bytes()
        work = as_if_killed(tmp_path / "data" / "journals", tmp_path / f"killed {turn}")
        assert (work.tree.title, work.base) == (document.tree.title, base)
        assert tree_files.encode_tree(work.tree) == tree_files.encode_tree(document.tree)
        document.stack.setClean()
