"""Which files are read, how one is replaced, and what is said when that fails."""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
from pathlib import Path
from typing import Any

import pytest

from kneetree.errors import FileProblem
from kneetree.files import whole_files


def failing(error: Exception) -> Any:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    return fail


def test_a_file_may_have_just_so_many_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t"
    assert whole_files.MAX_BYTES == 64 * 2**20
    monkeypatch.setattr(whole_files, "MAX_BYTES", 3 * 2**20)
    path.write_bytes(b"x" * (3 * 2**20))
    assert whole_files.read_bytes(path) == b"x" * (3 * 2**20)
    with path.open("ab") as file:
        file.truncate(5 * 2**20 + 1)
    with pytest.raises(FileProblem, match=rf"^{re.escape(str(path))} has 5 MB; a tree file may have 3\.$"):
        whole_files.read_bytes(path)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(2, "No such file"), "There is no file {}; check the name and the folder."),
        (PermissionError(13, "Permission denied"), "{} may not be read; ask its owner for permission."),
        (OSError(5, "Input/output error."), "{} cannot be read: input/output error."),
        (ValueError("Embedded null BYTE"), "{} cannot be read: embedded null byte."),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    path = tmp_path / "t"
    path.write_text("x")
    monkeypatch.setattr(Path, "read_bytes", failing(error))
    with pytest.raises(FileProblem) as caught:
        whole_files.read_bytes(path)
    assert str(caught.value) == words.format(path)
    assert caught.value.__cause__ is error


def test_a_folder_and_a_pipe_are_named_as_such(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, words in ((tmp_path, "is a folder; name a file"), (tmp_path / "pipe", "is not an ordinary file")):
        with pytest.raises(FileProblem, match=f"^{re.escape(str(path))} {words}"):
            whole_files.read_bytes(path)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "file")
    with pytest.raises(FileProblem, match="There is no file"):
        whole_files.read_bytes(link)
    (tmp_path / "file").write_bytes(b"content")
    assert whole_files.read_bytes(link) == b"content"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            FileNotFoundError(2, "No such file"),
            "{0} cannot be saved: something has deleted what was just written for it. Save again, or choose another "
            "place.",
        ),
        (PermissionError(13, "Permission denied"), "{0} cannot be saved: no permission there; choose another folder."),
        (
            OSError(28, "No space left on device"),
            "{0} cannot be saved: there is no room left on that disk. Make room there and save again, "
            "or choose another place.",
        ),
        (ValueError("Bad."), "{0} cannot be saved: bad; choose another place."),
    ],
)
@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_content_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str, where: str
) -> None:
    path = tmp_path / "t.json"
    path.write_text("old")
    monkeypatch.setattr(os, where, failing(error))
    with pytest.raises(FileProblem) as caught:
        whole_files.write_bytes(path, b"new")
    assert str(caught.value) == words.format(path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_new_content_lies_whole_beside_the_old_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    path, link = folder / ("n" * 240), tmp_path / "link"
    path.write_text("old")
    path.chmod(0o600)
    link.symlink_to(path)
    seen: list[str] = []
    done: list[int | str] = []
    replace, fsync = os.replace, os.fsync

    def watched(source: str, target: Path) -> None:
        assert Path(source).read_bytes() == b"new"
        assert stat.S_IMODE(Path(source).stat().st_mode) == 0o600
        assert path.read_text() == "old"
        assert Path(source).parent == folder
        assert Path(target) == path
        seen.append(Path(source).name)
        done.append("in its place")
        replace(source, target)

    def told(handle: int) -> None:
        status = os.fstat(handle)
        done.append("folder" if status.st_ino == folder.stat().st_ino else status.st_size)
        fsync(handle)

    monkeypatch.setattr(os, "replace", watched)
    monkeypatch.setattr(os, "fsync", told)
    whole_files.write_bytes(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert done == [3, "in its place", "folder"], "all bytes are on the disk before the name is, and then the name"
    assert len(seen) == 1
    assert seen[0].startswith(f".{'n' * 50}.")
    assert seen[0].endswith(".part")
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("umask", [0o022, 0o027, 0o077])
def test_a_new_file_has_the_mode_that_any_program_would_give_it(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        whole_files.write_bytes(tmp_path / "new", b"x")
        (tmp_path / "plain").write_bytes(b"x")
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o640, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "t"
    path.write_text("old")
    path.chmod(mode)
    whole_files.write_bytes(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t"
    path.write_text("old")
    asked: list[tuple[Path, int]] = []

    def access(target: Path, mode: int) -> bool:
        asked.append((target, mode))
        return False

    monkeypatch.setattr(os, "access", access)
    with pytest.raises(FileProblem, match="no permission"):
        whole_files.write_bytes(path, b"new")
    assert asked == [(path, os.W_OK)]
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_left_where_not_even_the_part_file_could_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "mkstemp", failing(OSError(30, "Read-only file system")))
    with pytest.raises(FileProblem, match="read-only file system; choose another place"):
        whole_files.write_bytes(tmp_path / "t", b"x")
    monkeypatch.undo()
    monkeypatch.setattr(os, "replace", lambda source, _: (Path(source).unlink(), failing(OSError(5, "Gone"))())[1])
    with pytest.raises(FileProblem, match="gone"):
        whole_files.write_bytes(tmp_path / "t", b"x")
    for path, words in ((tmp_path, "is a folder; choose a file name"), (tmp_path / "no" / "t", "there is no folder")):
        with pytest.raises(FileProblem, match=words):
            whole_files.write_bytes(path, b"x")
    with pytest.raises(FileProblem, match="cannot be saved"):
        whole_files.write_bytes(Path("a\0b"), b"x")


def test_a_folder_that_is_gone_is_named_also_behind_a_link(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "gone" / "t.json")
    for path in (link, tmp_path / "gone" / "t.json"):
        with pytest.raises(FileProblem) as caught:
            whole_files.write_bytes(path, b"x")
        gone = tmp_path / "gone"
        assert str(caught.value) == (
            f"{path} cannot be saved: there is no folder {gone}. Make that folder, or choose another place."
        )


@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_what_is_told_is_why_nothing_was_written_although_the_rest_stays_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """The folder may be closed to us while we write: then what lies beside the file can no longer be deleted."""
    path = tmp_path / "t.json"
    path.write_text("old")
    monkeypatch.setattr(os, where, failing(OSError(28, "No space left on device")))
    monkeypatch.setattr(Path, "unlink", failing(PermissionError(13, "Permission denied")))
    with pytest.raises(FileProblem, match="no room left"):
        whole_files.write_bytes(path, b"new")
    assert path.read_text() == "old"


def failing_for_folders(error: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def told(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise error
        fsync(handle)

    monkeypatch.setattr(os, "fsync", told)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.EPERM])
def test_where_folders_cannot_be_put_on_the_disk_files_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    failing_for_folders(OSError(number, "Not for folders"), monkeypatch)
    whole_files.write_bytes(tmp_path / "t", b"new")
    assert (tmp_path / "t").read_bytes() == b"new"


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_a_name_that_does_not_come_on_the_disk_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    failing_for_folders(OSError(number, os.strerror(number)), monkeypatch)
    with whole_files.staged(tmp_path / "t", b"new") as new:
        with pytest.raises(FileProblem, match="cannot be saved"):
            new.put()
        assert new.is_there
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]
