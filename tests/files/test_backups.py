"""The last states of a file are kept, in the order in which they were made."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kneetree.errors import FileProblem
from kneetree.files import backups, whole_files

NOON = datetime(2026, 11, 27, 12, 0, 0)


def contents(folder: Path) -> list[bytes]:
    return [state.path.read_bytes() for state in backups.kept(folder)]


def test_the_newest_ten_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "down"
    for number in range(14):
        backups.keep(folder, b"%d" % number, NOON + timedelta(minutes=number))
    assert contents(folder) == [b"%d" % number for number in range(13, 3, -1)]
    newest = backups.kept(folder)[0]
    assert (newest.number, newest.when) == (14, NOON + timedelta(minutes=13))


def test_a_clock_that_is_set_back_changes_nothing(tmp_path: Path) -> None:
    for number in range(14):
        backups.keep(tmp_path, b"%d" % number, NOON - timedelta(days=number))
    assert contents(tmp_path) == [b"%d" % number for number in range(13, 3, -1)]


def test_the_newest_state_is_not_kept_twice(tmp_path: Path) -> None:
    first = backups.keep(tmp_path, b"same", NOON)
    assert backups.keep(tmp_path, b"same", NOON + timedelta(hours=1)) == first
    backups.keep(tmp_path, b"other", NOON)
    backups.keep(tmp_path, b"same", NOON)
    assert contents(tmp_path) == [b"same", b"other", b"same"]


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    for name in ("notes.txt", "000001-20261399-120000.json", "tree-20261127-120000-000000.json"):
        (tmp_path / name).write_text("mine")
    backups.keep(tmp_path, b"state", NOON)
    assert contents(tmp_path) == [b"state"]
    assert len(list(tmp_path.iterdir())) == 4


def test_where_there_is_no_room_nothing_is_kept_and_nothing_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(backups.MOST):
        backups.keep(tmp_path, b"%d" % number, NOON)
    before = contents(tmp_path)

    def full(_path: Path, _data: bytes) -> None:
        raise FileProblem("The disk is full.")

    monkeypatch.setattr(whole_files, "write_bytes", full)
    assert backups.keep(tmp_path, b"more", NOON) is None
    assert contents(tmp_path) == before
    (tmp_path / "file").write_text("in the way")
    assert backups.keep(tmp_path / "file", b"more", NOON) is None
    assert backups.kept(tmp_path / "file") == []


@pytest.mark.parametrize("strange", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_among_them_is_passed_over(tmp_path: Path, strange: Callable[[Path], object]) -> None:
    strange(tmp_path / "000004-20260101-000000.json")
    copy = backups.keep(tmp_path, b"content", NOON)
    assert copy is not None and copy.name.startswith("000005") and copy.read_bytes() == b"content"
