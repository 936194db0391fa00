"""What was not saved comes back, but for a torn last line."""

from __future__ import annotations

from pathlib import Path

from kneetree.files import journal, tree_files
from kneetree.model.change import Change
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.tree import Tree
from tests import trees

ABOUT = journal.About("/home/a/t.json", "2026-11-24T10:00:00")


def retitle(tree: Tree, title: str) -> Change:
    builder = ChangeBuilder(tree)
    builder.set("title", "", title)
    change = builder.change()
    tree.apply(change)
    return change


def written(folder: Path) -> tuple[journal.Journal, Tree]:
    tree = trees.small()
    made = journal.Journal(folder, tree_files.encode_tree(tree), ABOUT)
    for number in range(3):
        made.append(retitle(tree, f"Title {number}"))
    return made, tree


def test_work_is_read_back_from_a_journal_that_was_never_closed(tmp_path: Path) -> None:
    _, tree = made = written(tmp_path / "j")
    found = journal.read(tmp_path / "j")
    assert found is not None
    assert found.tree == tree
    assert found.about == ABOUT
    assert len(found.changes) == 3
    made[0].leave()


def test_a_torn_line_loses_only_itself(tmp_path: Path) -> None:
    made, _ = written(tmp_path / "j")
    made.leave()
    changes = tmp_path / "j" / "changes.jsonl"
    changes.write_bytes(changes.read_bytes()[:-15])
    found = journal.read(tmp_path / "j")
    assert found is not None
    assert found.tree.title == "Title 1"


def test_a_discarded_or_broken_journal_gives_nothing(tmp_path: Path) -> None:
    made, _ = written(tmp_path / "j")
    made.discard()
    assert journal.read(tmp_path / "j") is None
    made, _ = written(tmp_path / "k")
    made.leave()
    (tmp_path / "k" / "base.json").write_text("{")
    assert journal.read(tmp_path / "k") is None
