"""A write is whole or not at all, and every failure is a sentence."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from kneetree.errors import FileProblem
from kneetree.files import whole_files


def test_writing_replaces_a_file_whole_and_keeps_links_and_mode(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    real.write_text("old")
    real.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(real)
    whole_files.write_bytes(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "real.json"]


def test_a_full_disk_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.json"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem, match="no room left"):
        whole_files.write_bytes(path, b"new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_cannot_be_written_are_sentences(tmp_path: Path) -> None:
    for path, word in ((tmp_path, "folder"), (tmp_path / "no" / "t.json", "no folder")):
        with pytest.raises(FileProblem, match=word):
            whole_files.write_bytes(path, b"x")


@pytest.mark.skipif(os.name != "posix", reason="pipes have names on POSIX only")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        whole_files.write_bytes(pipe, b"%PDF")
        assert os.read(reading, 10) == b"%PDF"
    finally:
        os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe.pdf"]


def test_what_a_dead_program_left_of_a_save_is_cleared_an_hour_later(tmp_path: Path) -> None:
    stray, fresh, other = (
        tmp_path / name for name in (".tree.json.abc.part", ".tree.json.def.part", ".a.json.abc.part")
    )
    for path in (stray, fresh, other):
        path.write_text("half")
    for path in (stray, other):
        os.utime(path, (time.time() - 4_000,) * 2)
    whole_files.write_bytes(tmp_path / "tree.json", b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == [other.name, fresh.name, "tree.json"]


@pytest.mark.parametrize("name", ["[a] {b} *.json", "é" * 110 + ".json", "\udcff\udcfe.json", "ü" * 49 + "a.json"])
def test_any_name_that_the_system_takes_is_written(tmp_path: Path, name: str) -> None:
    whole_files.write_bytes(tmp_path / name, b"new")
    assert whole_files.read_bytes(tmp_path / name) == b"new"
    assert [os.fsencode(path.name) for path in tmp_path.iterdir()] == [os.fsencode(name)]


@pytest.mark.skipif(os.name != "posix", reason="owners and links of POSIX")
def test_owner_and_extended_attributes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "tree.json"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.note", b"mine")
    except (OSError, AttributeError):
        pytest.skip("this file system has no extended attributes")
    if os.geteuid() == 0:
        os.chown(path, 1234, 1234)
    path.chmod(0o640)
    before = path.stat()
    whole_files.write_bytes(path, b"new")
    after = path.stat()
    assert path.read_bytes() == b"new"
    assert os.getxattr(path, "user.note") == b"mine"
    assert (after.st_uid, after.st_gid, after.st_mode) == (before.st_uid, before.st_gid, before.st_mode)


@pytest.mark.skipif(os.name != "posix", reason="owners and links of POSIX")
def test_links_in_a_circle_are_told_and_other_names_are_known(tmp_path: Path) -> None:
    loop = tmp_path / "round.json"
    loop.symlink_to(loop)
    with pytest.raises(FileProblem, match="round"):
        whole_files.write_bytes(loop, b"new")
    with pytest.raises(FileProblem, match="round"):
        whole_files.read_bytes(loop)
    path = tmp_path / "tree.json"
    path.write_bytes(b"old")
    assert not whole_files.has_other_names(path)
    (tmp_path / "other.json").hardlink_to(path)
    assert whole_files.has_other_names(path)
    assert not whole_files.has_other_names(loop)
    assert not whole_files.has_other_names(tmp_path), "a folder has come into the place of the file"
