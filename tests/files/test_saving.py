"""Saving: compared before and after the new content lies beside, stopped or done, and never half of the files."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from kneetree import edits, shipped
from kneetree.errors import FileProblem
from kneetree.files import backups, beside, meanwhile, saving, tree_files, whole_files
from kneetree.files.meanwhile import Found, Meanwhile
from kneetree.files.saving import Order, OtherNames, PartlyWritten, Turnstile, Written
from kneetree.files.texts import FORMAT, Language
from kneetree.files.translation import encode
from kneetree.model.texts import Texts
from tests import trees

SPANISH = Language(format=FORMAT, language="es", tree=Texts(of="12345678", title="Árbol"))
LATER = structs.replace(SPANISH, tree=Texts(of="12345678", title="Otro"))


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """What to save over a tree and its Spanish, both altered since they were read."""
    path = tmp_path / "here" / "tree.json"
    path.parent.mkdir()
    path.write_bytes(tree_files.encode_tree(trees.small()))
    spanish = beside.place_of_language(path, "es")
    spanish.write_bytes(encode(SPANISH))
    tree = beside.with_languages(trees.small(), {"es": LATER})
    tree.apply(edits.set_title(tree, "New"))
    known = meanwhile.contents((path, spanish))
    return Order(path, tree, None, {"es": SPANISH}, False, known, tmp_path / "program", 1)


def inside(order: Order) -> dict[str, str]:
    """Return the titles in all files of the folder that can be read."""
    found = {path.name: path.read_text() for path in order.path.parent.iterdir()}
    titles = ("Small tree", "New", "Árbol", "Otro")
    return {name: next(title for title in titles if f'"{title}"' in text) for name, text in found.items()}


OLD = {"tree.json": "Small tree", "tree.es.json": "Árbol"}
NEW = {"tree.json": "New", "tree.es.json": "Otro"}


def test_all_files_are_written_and_what_they_held_is_kept(order: Order) -> None:
    before = {path: path.read_bytes() for path in order.path.parent.iterdir()}
    written = saving.save(order)
    assert isinstance(written, Written)
    assert inside(order) == NEW
    assert written.data == order.path.read_bytes()
    assert written.languages == {"es": LATER}
    assert written.beside == {beside.place_of_language(order.path, "es"): encode(LATER)}
    for path, data in before.items():
        assert [one.path.read_bytes() for one in backups.kept(backups.folder_of(order.folder, path))] == [data]


def test_it_is_compared_again_once_everything_lies_beside(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def theirs(handle: int) -> None:
        order.path.write_bytes(b"theirs")
        real(handle)

    monkeypatch.setattr(os, "fsync", theirs)
    seen = saving.save(order)
    assert isinstance(seen, meanwhile.Seen)
    assert seen.found == Found(Meanwhile.CHANGED, order.path)
    assert seen.now[order.path] == b"theirs"
    assert order.path.read_bytes() == b"theirs"
    assert sorted(path.name for path in order.path.parent.iterdir()) == sorted(OLD)
    assert isinstance(saving.save(order._replace(known=seen.now)), Written), "what the author has seen may go"


@pytest.mark.parametrize("which", [0, 1])
def test_where_one_file_has_no_room_none_is_written(order: Order, monkeypatch: pytest.MonkeyPatch, which: int) -> None:
    """The new content of each lies beside it before the first is put in its place."""
    calls: list[int] = []
    real = os.fsync

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == which + 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem, match="no room left"):
        saving.save(order)
    assert inside(order) == OLD


def test_what_was_put_in_its_place_before_another_could_not_be_is_told(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def fails(source: str, target: Path) -> None:
        if target == order.path:
            raise OSError(errno.EIO, "Input/output error")
        real(source, target)

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(PartlyWritten) as caught:
        saving.save(order)
    assert caught.value.there == {beside.place_of_language(order.path, "es"): encode(LATER)}
    assert inside(order) == {**OLD, "tree.es.json": "Otro"}


def test_what_is_in_its_place_and_not_on_the_disk_is_told(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next save would take it for the work of somebody else."""
    fsync, here = os.fsync, order.path.parent.stat().st_ino

    def fails(handle: int) -> None:
        if os.fstat(handle).st_ino == here and '"New"' in order.path.read_text():
            raise OSError(errno.EIO, "Input/output error")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(PartlyWritten) as caught:
        saving.save(order)
    there = {
        beside.place_of_language(order.path, "es"): encode(LATER),
        order.path: tree_files.tree_bytes(order.tree, None),
    }
    assert caught.value.there == there
    assert inside(order) == NEW


@pytest.mark.parametrize("name", ["tree.json", "tree.es.json"])
def test_a_file_of_which_nothing_can_be_told_is_a_sentence(
    order: Order, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A share that goes between two looks is no fault of the program."""
    stat = Path.stat

    def fails(path: Path, **more: bool) -> os.stat_result:
        if path.name == name:
            raise OSError(errno.EIO, "Input/output error")
        return stat(path, **more)

    monkeypatch.setattr(Path, "stat", fails)
    with pytest.raises(FileProblem, match="cannot be saved"):
        saving.save(order._replace(known=None))


def test_other_names_are_told_before_anything_is_written(order: Order) -> None:
    order.path.with_name("other.txt").hardlink_to(order.path)
    assert saving.save(order._replace(one_name=False)) == OtherNames()
    assert inside(order) == {**OLD, "other.txt": "Small tree"}
    assert isinstance(saving.save(order), Written)
    assert inside(order) == {**NEW, "other.txt": "Small tree"}


def test_what_came_with_the_program_is_never_written(order: Order) -> None:
    with pytest.raises(FileProblem, match="comes with the program"):
        saving.save(order._replace(path=shipped.SHIPPED_TREE))


def test_a_file_too_large_to_be_opened_again_is_not_written(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    most = order.path.stat().st_size + 1000
    monkeypatch.setattr(whole_files, "MAX_BYTES", most)
    order.tree.apply(edits.set_title(order.tree, "x" * 2000))
    with pytest.raises(FileProblem, match=r"could not be opened again.*Nothing was written.*undo"):
        saving.save(order)
    assert inside(order) == OLD
    order.tree.apply(edits.set_title(order.tree, "New"))
    saving.save(order)
    assert tree_files.read_tree(order.path).tree.title == "New"


def test_a_turnstile_is_shut_or_passed_and_never_both() -> None:
    for _ in range(200):
        turnstile = Turnstile()
        found: dict[str, bool] = {}
        start = threading.Barrier(2)

        def run(name: str, do: Callable[[], bool], start: threading.Barrier, found: dict[str, bool]) -> None:
            start.wait()
            found[name] = do()

        threads = [
            threading.Thread(target=run, args=("through", turnstile.go_through, start, found)),
            threading.Thread(target=run, args=("shut", turnstile.shut, start, found)),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found["through"] is not found["shut"]


def test_a_save_that_is_stopped_leaves_nothing(order: Order) -> None:
    turnstile = Turnstile()
    assert turnstile.shut()
    assert list(saving.steps(order, turnstile)) == []
    assert inside(order) == OLD


@pytest.mark.parametrize("stem", ["[a]", "a*", "?", "tree"])
def test_a_language_is_found_whatever_the_tree_is_called(tmp_path: Path, stem: str) -> None:
    mine, other = tmp_path / f"{stem}.json", tmp_path / "a.json"
    for path in (mine, other):
        beside.place_of_language(path, "es").write_bytes(encode(SPANISH))
    assert list(beside.read(mine).data) == [tmp_path / f"{stem}.es.json"]


def test_where_a_folder_cannot_be_listed_the_tree_is_opened_without_languages(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_folder: Path) -> object:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "iterdir", broken)
    monkeypatch.setattr(os, "scandir", broken)
    assert beside.read(order.path) == ({}, [], {})


@pytest.mark.parametrize("language", [False, True])
def test_a_pipe_is_not_written_to_and_holds_nothing_up(order: Order, language: bool) -> None:
    place = beside.place_of_language(order.path, "es") if language else order.path
    place.unlink()
    os.mkfifo(place)
    with pytest.raises(FileProblem, match="a device or a pipe has that name"):
        saving.save(order._replace(known=None))
