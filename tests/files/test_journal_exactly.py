"""What a journal holds, line by line, and what it does where it cannot be written."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kneetree import edits
from kneetree.errors import FileProblem
from kneetree.files import change_json, journal, tree_files
from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Tree
from tests.edits.rich import rich

ABOUT = journal.About("/home/a/tree.json", "2026-11-24T10:00:00")


def steps(tree: Tree) -> list[Change]:
    made = []
    for edit in (
        lambda: edits.move(tree, {"q_list": (1, 2)}),
        lambda: edits.delete_question(tree, "q_calf", "no"),
        lambda: edits.set_single(tree, "about", None),
        lambda: edits.rename(tree, "case", "k_one", "k 1"),
    ):
        made.append(edit())
        tree.apply(made[-1])
    return made


def written(folder: Path) -> tuple[journal.Journal, Tree, list[Change]]:
    tree = rich()
    base = tree_files.encode_tree(tree)
    made = journal.Journal(folder, base, ABOUT)
    changes = steps(tree)
    for change in changes:
        made.append(change)
    return made, tree, changes


def test_a_journal_is_the_file_who_it_belongs_to_and_a_line_for_each_change(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "down"
    made, _, changes = written(folder)
    assert made.folder == folder
    assert sorted(path.name for path in folder.iterdir()) == ["about.json", "base.json", "changes.jsonl"]
    assert (folder / "base.json").read_bytes() == tree_files.encode_tree(rich())
    assert msgspec.json.decode((folder / "about.json").read_bytes()) == {"path": ABOUT.path, "started": ABOUT.started}
    lines = (folder / "changes.jsonl").read_bytes().split(b"\n")
    assert lines == [*(change_json.to_json(change) for change in changes), b""]
    made.leave()


def test_the_work_is_read_back_whole(tmp_path: Path) -> None:
    made, tree, changes = written(tmp_path)
    for _ in range(2):
        found = journal.read(tmp_path)
        assert found == journal.Recovered(ABOUT, tree_files.encode_tree(rich()), tree, tuple(changes))
        made.leave()
    made.append(changes[0])
    assert journal.read(tmp_path) == found


def test_a_journal_in_the_folder_of_an_old_one_begins_anew(tmp_path: Path) -> None:
    written(tmp_path)[0].leave()
    again = journal.Journal(tmp_path, b"{}", ABOUT)
    assert (tmp_path / "changes.jsonl").read_bytes() == b""
    assert (tmp_path / "base.json").read_bytes() == b"{}"
    again.leave()


def test_reading_ends_at_the_first_change_that_does_not_fit(tmp_path: Path) -> None:
    made, _, changes = written(tmp_path)
    made.leave()
    path = tmp_path / "changes.jsonl"
    whole = path.read_bytes().split(b"\n")
    for lines, count in (
        ([whole[0], b"{", whole[1]], 1),
        ([whole[0], whole[1][:-4], whole[2]], 1),
        ([whole[0], whole[0], whole[1]], 1),
        ([whole[0], whole[1], b"[" * 100_000], 2),
    ):
        path.write_bytes(b"\n".join([*lines, b""]))
        found = journal.read(tmp_path)
        assert found is not None
        assert found.changes == tuple(changes[:count])
        tree = rich()
        for change in changes[:count]:
            tree.apply(change)
        assert found.tree == tree


def test_a_journal_without_a_change_gives_nothing_back(tmp_path: Path) -> None:
    made = journal.Journal(tmp_path, tree_files.encode_tree(rich()), ABOUT)
    assert journal.read(tmp_path) is None
    made.leave()
    (tmp_path / "changes.jsonl").write_bytes(b"{\n")
    assert journal.read(tmp_path) is None


@pytest.mark.parametrize("name", ["base.json", "changes.jsonl", "about.json"])
def test_a_journal_that_lacks_a_file_gives_nothing_back(tmp_path: Path, name: str) -> None:
    written(tmp_path)[0].leave()
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).unlink()
    assert journal.read(tmp_path) is None
    (tmp_path / name).write_bytes(b"[1")
    assert journal.read(tmp_path) is None
    (tmp_path / name).write_bytes(content)
    assert journal.read(tmp_path) is not None


def test_a_discarded_journal_is_gone_and_takes_no_more(tmp_path: Path) -> None:
    made, _, changes = written(tmp_path / "j")
    made.discard()
    assert not (tmp_path / "j").exists()
    made.append(changes[0])
    made.discard()
    made.leave()
    assert not (tmp_path / "j").exists()


def test_a_journal_that_cannot_be_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileProblem, match="save often"):
        journal.Journal(tmp_path / "file" / "j", b"", ABOUT)
    made, tree, changes = written(tmp_path / "j")

    class Full:
        def write(self, _: bytes) -> None:
            raise OSError("No space left on device")

    monkeypatch.setattr(made, "_file", Full())
    with pytest.raises(FileProblem, match="save now"):
        made.append(changes[0])
    monkeypatch.undo()
    more = edits.set_title(tree, "After")
    made.append(more)
    made.leave()
    found = journal.read(tmp_path / "j")
    assert found is not None
    assert found.tree.title == "After"


@pytest.mark.parametrize("change", [*steps(rich()), Change()])
def test_a_change_is_one_line_and_comes_back_with_its_types(change: Change) -> None:
    for one in (change, change.inverse()):
        line = change_json.to_json(one)
        assert b"\n" not in line
        again = change_json.from_json(line)
        assert again == one
        assert [type(part.after) for part in again.parts] == [type(part.after) for part in one.parts]
        assert [type(part.before) for part in again.parts] == [type(part.before) for part in one.parts]


@pytest.mark.parametrize(
    "line",
    [b"", b"{", b"[]", b'{"parts": 3}', b'{"parts": [{"part": "colour", "key": ""}]}', b"[" * 200_000,
     b'{"parts": [{"part": "finding", "key": "a", "after": {"mean": 1}}]}'],
)  # fmt: skip
def test_a_line_that_is_no_change_is_refused_in_one_sentence(line: bytes) -> None:
    with pytest.raises(FileProblem, match=r"^A line of the journal cannot be read: .+\.$"):
        change_json.from_json(line)


def test_the_place_of_a_part_is_kept_in_a_line() -> None:
    change = Change((PartChange("layout", "q_calf", None, (1, 2), 3), PartChange("title", "", "a", "b")))
    assert change_json.from_json(change_json.to_json(change)) == change
