"""One window at a time edits a file; a lock of a process that is gone holds up nobody."""

from __future__ import annotations

import getpass
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kneetree.files import edit_lock
from kneetree.files.edit_lock import EditLock, Holder

HOLD = """
import sys, time
from pathlib import Path
from kneetree.files.edit_lock import EditLock
lock = EditLock(Path(sys.argv[1]), Path(sys.argv[2]))
print(lock.take(), flush=True)
sys.stdin.read()
"""
ROOT = Path(__file__).parents[2]


def test_the_second_is_told_who_and_since_when(tmp_path: Path) -> None:
    path = tmp_path / "tree.json"
    first, second = EditLock(tmp_path / "locks", path), EditLock(tmp_path / "locks", path)
    assert first.take() is None
    assert first.take() is None, "it is ours"
    holder = second.take()
    assert holder is not None
    assert holder.who == getpass.getuser()
    assert abs(datetime.now() - holder.since) < timedelta(minutes=1)
    first.release()
    assert second.take() is None
    second.release()
    assert not any(name.suffix == ".lock" for name in tmp_path.iterdir()), "nothing lies beside the tree"


@pytest.mark.parametrize("end", ["kill", "leave"])
def test_the_lock_of_a_process_that_is_gone_is_free(tmp_path: Path, end: str) -> None:
    path = tmp_path / "tree.json"
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "locks"), str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert other.stdout.readline().strip() == "None"
    mine = EditLock(tmp_path / "locks", path)
    assert isinstance(mine.take(), Holder)
    if end == "kill":
        other.send_signal(signal.SIGKILL)
    other.communicate("")
    assert mine.take() is None
    mine.release()


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_file_is_known_by_all_its_names(tmp_path: Path) -> None:
    path = tmp_path / "tree.json"
    path.write_text("{}")
    (tmp_path / "link.json").symlink_to(path)
    (tmp_path / "hard.json").hardlink_to(path)
    (tmp_path / "round.json").symlink_to(tmp_path / "round.json")
    lock = EditLock(tmp_path / "locks", path)
    assert lock.take() is None
    for name in ("link.json", "hard.json"):
        assert EditLock(tmp_path / "locks", tmp_path / name).take() is not None
    other = EditLock(tmp_path / "locks", tmp_path / "round.json")
    assert other.take() is None
    other.release()
    lock.release()


def test_whoever_holds_it_may_have_left_rubbish(tmp_path: Path) -> None:
    lock = EditLock(tmp_path / "locks", tmp_path / "tree.json")
    lock.take()
    (about,) = (tmp_path / "locks").glob("*.json")
    for rubbish in (b"", b"[]", b'{"who": 1}', b'{"who": "a", "since": "soon"}', b"\xff"):
        about.write_bytes(rubbish)
        assert EditLock(tmp_path / "locks", tmp_path / "tree.json").take() == Holder()
    about.unlink()
    assert EditLock(tmp_path / "locks", tmp_path / "tree.json").take() == Holder()
    lock.release()


def test_where_no_lock_can_be_had_none_is_needed(tmp_path: Path) -> None:
    (tmp_path / "locks").write_text("in the way")
    assert EditLock(tmp_path / "locks", tmp_path / "tree.json").take() is None


@pytest.mark.parametrize("strange", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_nothing_where_it_says_who_holds_it_holds_anybody_up(tmp_path: Path, strange: Callable[[Path], object]) -> None:
    path = tmp_path / "tree.json"
    first, second = EditLock(tmp_path / "locks", path), EditLock(tmp_path / "locks", path)
    (tmp_path / "locks").mkdir()
    (name,) = edit_lock._names(path)
    about = tmp_path / "locks" / f"{name}.json"
    strange(about)
    assert first.take() is None
    if about.is_file():
        about.unlink()
        strange(about)
    assert second.take() == Holder(), "nobody knows who holds it"
    first.release()
