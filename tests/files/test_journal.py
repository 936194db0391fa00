"""What was not saved comes back, up to what is damaged, and nothing that is left is deleted unread."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kneetree import edits
from kneetree.errors import FileProblem
from kneetree.files import journal, tree_files
from kneetree.files.journal import About, Journal, Nothing, Recovered
from kneetree.model.change import Change
from kneetree.model.texts import Texts
from kneetree.model.translations import key_of
from kneetree.model.tree import Tree
from tests.edits.rich import rich

ABOUT = About("/home/a/tree \udcff.json", "2026-11-24T10:00:00")
TRANSLATIONS = {key_of("es", "question", "calf"): Texts("00000000", text="¿Le duele?")}
DAMAGES = 150
"""Damaged journals for each seed."""


def with_translations(tree: Tree) -> Tree:
    twin = tree.copy()
    twin.translations = {**TRANSLATIONS, **tree.translations}
    return twin


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


def written(path: Path) -> tuple[Journal, Tree, list[Change]]:
    tree = rich()
    made = Journal(path, tree_files.encode_tree(tree), ABOUT, TRANSLATIONS)
    changes = steps(tree)
    for change in changes:
        made.append(change)
    return made, tree, changes


def files(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def as_when_killed(path: Path) -> None:
    """Write a journal and leave its files as they are while the program still runs."""
    alive = path.parent / "alive" / path.name
    made, _, _ = written(alive)
    for each in alive.parent.iterdir():
        path.with_name(each.name).write_bytes(each.read_bytes())
    made.discard()
    alive.parent.rmdir()


# -- written and read back --------------------------------------------------------------------------


def test_the_work_is_read_back_whole_as_often_as_one_likes(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "a.journal"
    made, tree, changes = written(path)
    made.leave()
    for _ in range(2):
        assert journal.read(path) == Recovered(
            ABOUT, tree_files.encode_tree(rich()), with_translations(tree), tuple(changes), TRANSLATIONS
        )
    assert files(path) == ["a.journal"]


def test_the_work_of_a_killed_program_is_read_back_from_its_log(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    as_when_killed(path)
    assert "a.journal-wal" in files(path)
    found = journal.read(path)
    assert isinstance(found, Recovered)
    assert len(found.changes) == 4
    assert not found.damaged


def test_a_journal_that_is_written_is_in_use(tmp_path: Path) -> None:
    made, _, changes = written(tmp_path / "a.journal")
    made.sync()
    assert journal.read(tmp_path / "a.journal") is Nothing.IN_USE
    made.append(edits.set_title(rich(), "After"))  # the lock is still held, and writing goes on
    assert journal.read(tmp_path / "a.journal") is Nothing.IN_USE
    made.leave()
    assert isinstance(journal.read(tmp_path / "a.journal"), Recovered)
    made.append(changes[0])  # it is closed
    made.sync()
    assert files(tmp_path / "a.journal") == ["a.journal"]


def test_a_discarded_journal_is_gone_and_takes_no_more(tmp_path: Path) -> None:
    made, _, changes = written(tmp_path / "a.journal")
    made.discard()
    assert files(tmp_path / "a.journal") == []
    made.append(changes[0])
    made.discard()
    made.leave()
    made.sync()
    assert files(tmp_path / "a.journal") == []


@pytest.mark.parametrize("how", [Journal.discard, lambda made: (made.leave(), journal.put_away(made.path))])
def test_what_cannot_be_deleted_is_emptied_and_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: Callable[[Journal], object]
) -> None:
    made, _, _ = written(tmp_path / "a.journal")

    def no_permission(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", no_permission)
    how(made)
    assert journal.read(tmp_path / "a.journal") is Nothing.EMPTY


def test_a_journal_in_the_place_of_an_old_one_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    as_when_killed(path)
    Journal(path, tree_files.encode_tree(rich()), ABOUT).leave()
    assert journal.read(path) is Nothing.EMPTY


def test_a_journal_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileProblem, match="save often"):
        Journal(tmp_path / "file" / "a.journal", b"", ABOUT)


def test_what_could_not_be_written_is_written_before_the_next_change(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    made, tree, changes = written(path)
    assert made._database is not None
    made._database.execute("PRAGMA max_page_count = 1")  # as when the disk is full
    late = []
    for title in ("x" * 20_000, "y" * 20_000):
        late.append(edits.set_title(tree, title))
        with pytest.raises(FileProblem, match="save now"):
            made.append(late[-1])
        tree.apply(late[-1])
    made._database.execute("PRAGMA max_page_count = 1000000")
    late.append(edits.set_title(tree, "After"))
    made.append(late[-1])
    made.leave()
    found = journal.read(path)
    assert isinstance(found, Recovered)
    assert found.changes == (*changes, *late)
    assert not found.damaged


# -- what cannot be read ----------------------------------------------------------------------------


def test_a_journal_without_a_change_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    Journal(path, tree_files.encode_tree(rich()), ABOUT).leave()
    assert journal.read(path) is Nothing.EMPTY
    path.write_bytes(b"")
    assert journal.read(path) is Nothing.EMPTY


def test_a_log_without_its_database_is_damaged_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    as_when_killed(path)
    log = path.with_name("a.journal-wal")
    size = log.stat().st_size
    path.write_bytes(b"")
    assert journal.read(path) is Nothing.DAMAGED
    path.unlink()
    assert journal.read(path) is Nothing.DAMAGED
    assert log.stat().st_size == size


def test_other_files_are_foreign(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    path.write_text("Dear diary, it hurts behind the knee. " * 100)
    assert journal.read(path) is Nothing.FOREIGN
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    assert journal.read(path) is Nothing.FOREIGN
    assert journal.read(tmp_path) is Nothing.FOREIGN


def altered(path: Path, statement: str, *values: object) -> Recovered | Nothing:
    """Return what is read after a journal was altered by a statement; it is put back afterwards."""
    whole = path.read_bytes()
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = DELETE")
    database.execute(statement, values)
    database.close()
    found = journal.read(path)
    path.write_bytes(whole)
    return found


def test_what_a_later_version_wrote_is_newer(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    written(path)[0].leave()
    assert altered(path, "PRAGMA user_version = 2") is Nothing.NEWER


@pytest.mark.parametrize(
    ("statement", "value", "read"),
    [
        ("UPDATE change SET json = ? WHERE number = 1", b"{}", 0),
        ("UPDATE change SET json = ? WHERE number = 3", b"[" * 100_000, 2),
        ("UPDATE change SET json = ? WHERE number = 4", "text", 3),
        ("UPDATE change SET checksum = ? WHERE number = 2", 17, 1),
        ("DELETE FROM change WHERE number = ?", 2, 1),
        ("DELETE FROM change WHERE number = ?", 1, 0),
        ("UPDATE about SET base = ?", b"{}", 0),
        ("UPDATE about SET translations = ?", b"{}", 0),
        ("UPDATE about SET started = ?", "2020", 0),
        ("DELETE FROM about WHERE path != ?", b"", 0),
        ("ALTER TABLE change RENAME TO changes", None, 0),
    ],
)
def test_reading_ends_at_the_first_change_that_was_altered(
    tmp_path: Path, statement: str, value: object, read: int
) -> None:
    path = tmp_path / "a.journal"
    made, _, changes = written(path)
    made.leave()
    found = altered(path, statement, *([value] if "?" in statement else []))
    if read == 0:
        assert found is Nothing.DAMAGED
        return
    assert isinstance(found, Recovered)
    assert found.changes == tuple(changes[:read])
    assert found.damaged
    tree = rich()
    for change in changes[:read]:
        tree.apply(change)
    assert found.tree == tree


@pytest.mark.seeds(2)
@pytest.mark.parametrize("name", ["a.journal", "a.journal-wal"])
def test_damaged_bytes_never_give_work_that_nobody_did(tmp_path: Path, seed: int, name: str) -> None:
    dice, path = random.Random(seed), tmp_path / "a.journal"
    if name == "a.journal":
        written(path)[0].leave()
    else:
        as_when_killed(path)
    whole = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    changes = tuple(steps(rich()))
    told = 0
    for _ in range(DAMAGES):
        for each in tmp_path.iterdir():
            each.unlink()
        for other, data in whole.items():
            (tmp_path / other).write_bytes(damaged(dice, data) if other == name else data)
        found = journal.read(path)
        if isinstance(found, Recovered):
            assert found.changes == changes[: len(found.changes)], f"seed {seed}"
            assert found.base == tree_files.encode_tree(rich()), f"seed {seed}"
            if name == "a.journal" and len(found.changes) < len(changes):
                assert found.damaged, f"seed {seed}"
        elif name == "a.journal":
            assert found in (Nothing.DAMAGED, Nothing.FOREIGN, Nothing.NEWER) or not path.stat().st_size, f"seed {seed}"
        told += not isinstance(found, Recovered) or found.damaged
    assert told


def damaged(dice: random.Random, data: bytes) -> bytes:
    """Return bytes of which some are cut off, written over or torn out."""
    at, size = dice.randrange(len(data)), dice.choice([1, 1, 16, 512, 4096])
    how = dice.choice(["cut", "over", "over", "over", "zeros", "torn"])
    if how == "cut":
        return data[:at]
    if how == "torn":
        return data[:at] + data[at + size :]
    size = min(size, len(data) - at)
    return data[:at] + (bytes(size) if how == "zeros" else dice.randbytes(size)) + data[at + size :]


# -- set aside --------------------------------------------------------------------------------------


def test_a_journal_is_moved_with_all_its_files_to_a_free_name(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    for number in range(2):
        as_when_killed(path)
        to = journal.move(path, tmp_path / "set aside")
        assert to.name == ("a.journal" if number == 0 else "a-1.journal")
        assert isinstance(journal.read(to), Recovered)
    assert [each.name for each in tmp_path.iterdir()] == ["set aside"]
