"""A walk writes nothing and opens no socket, in the window and in a terminal: every system call is looked at.

The settings are written when the window is closed, with nothing of the walk in them.  Fontconfig may keep its cache.
"""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from kneetree.shipped import SHIPPED_TREE
from tests.ui.window.one_walk import MARKS

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or (shutil.which("strace") is None and not os.environ.get("CI")),
    reason="strace is not here; .ci/run installs it",
)
ROOT = Path(__file__).parents[3]
_ALTERS = re.compile(
    r"(?:open|openat|creat|mkdir|mkdirat|rename|renameat|renameat2|unlink|unlinkat|rmdir|link|linkat|symlink|symlinkat|"
    r"truncate|chmod|fchmodat|fchmodat2|chown|lchown|fchownat|mknod|mknodat|utimensat|utime|utimes|setxattr|lsetxattr|"
    r"mount|swapon|memfd_create)\("
)
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE|O_APPEND")
_OPENS_NOTHING = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"/dev/null"')
"""What is opened for writing without anything being written."""


class Trace(NamedTuple):
    """What a program did, call by call."""

    calls: list[str]
    output: str

    @property
    def altering(self) -> list[str]:
        """The calls that alter a file or folder, successful or not."""
        return [call for call in self.calls if _alters(call)]

    @property
    def sockets(self) -> list[str]:
        """The calls that open a socket or speak over one; a pair within the program does not count."""
        return [call for call in self.calls if re.match(r"(?:socket|connect|bind|send|recv|accept|listen)\w*\(", call)]


def _alters(call: str) -> bool:
    found = _ALTERS.match(call)
    if found is None or (call.startswith("open") and not _WRITES.search(call)):
        return False
    return _OPENS_NOTHING.match(call) is None


def _lies_in(folder: Path, call: str) -> bool:
    """Return whether all that a call names lies in a folder or is that; a file of this process without a name may."""
    named = [name for name in re.findall(r'"([^"]*)"', call) if not re.fullmatch(r"/proc/self/fd/\d+", name)]
    return bool(named) and all(name == str(folder) or name.startswith(f"{folder}/") for name in named)


def traced(folder: Path, program: Sequence[str], typed: str = "") -> Trace:
    """Run a program in a home of its own that is empty, and return all it did with files and sockets."""
    log = folder / "strace.log"
    own = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache"}
    kept = ("PATH", "LANG", "LD_LIBRARY_PATH", "CI")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {name: str(folder / place) for name, place in own.items()}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(ROOT)}
    (folder / "home").mkdir()
    command = ["strace", "-f", "-qq", "-s", "300", "-o", str(log), "-e", "trace=%file,%network,memfd_create", *program]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, input=typed, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stderr
    lines = log.read_text(errors="replace").splitlines()
    return Trace([re.sub(r"^\d+ +", "", line) for line in lines], done.stdout)


def at(calls: Sequence[str], mark: str) -> int:
    return next(number for number, call in enumerate(calls) if f'"{MARKS / mark}"' in call)


def test_a_walk_in_the_window_leaves_nothing_behind(tmp_path: Path) -> None:
    trace = traced(tmp_path, [sys.executable, "-m", "tests.ui.window.one_walk"])
    urgency, asked = trace.output.split()
    assert urgency != "emergency" and int(asked) > 5, "it came to no result"
    assert trace.sockets == []
    fonts, settings, made = tmp_path / "cache" / "fontconfig", tmp_path / "config", f'mkdir("{tmp_path}/cache",'
    altering = [call for call in trace.altering if not (_lies_in(fonts, call) or call.startswith(made))]
    assert [call for call in altering if not _lies_in(settings, call)] == []
    end = trace.calls.index(altering[0]) if altering else len(trace.calls)
    assert at(trace.calls, "begin") < at(trace.calls, "result") < end, "settings are written when the window closes"
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.parent.name != "fontconfig"]
    (conf,) = [path for path in written if path.name != "strace.log"]
    kept = configparser.ConfigParser()
    kept.read(conf)
    assert {(part, key) for part in kept.sections() for key in kept[part]} == {("window", "geometry")}


def test_a_walk_in_the_terminal_leaves_nothing_behind(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "kneetree", "ask", str(SHIPPED_TREE)]
    trace = traced(tmp_path, program, "n\n40\n" * 100)  # what does not fit is asked again
    assert "What to do" in trace.output
    assert trace.sockets == []
    assert trace.altering == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / "strace.log"]


TRACES = """
import os, socket, tempfile, pathlib
place = pathlib.Path(os.environ["HOME"])
open("/dev/null", "w").close()
open("/dev/shm/answers-of-a-test", "w").close()
os.rename("/dev/shm/answers-of-a-test", "/dev/shm/answers-of-a-test")
os.unlink("/dev/shm/answers-of-a-test")
os.close(os.memfd_create("answers"))
open(place / "answers", "w").close()
os.rename(place / "answers", place / "kept")
os.unlink(place / "kept")
os.mkdir(place / "folder")
os.close(os.open(place, os.O_TMPFILE | os.O_RDWR))
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(b"answers", ("127.0.0.1", 9))
"""


def test_whatever_leaves_a_trace_is_seen(tmp_path: Path) -> None:
    trace = traced(tmp_path, [sys.executable, "-c", TRACES])
    calls = ["openat", "rename", "unlink", "memfd_create", "openat", "rename", "unlink", "mkdir", "openat"]
    assert [call.partition("(")[0] for call in trace.altering] == calls
    assert [call.partition("(")[0] for call in trace.sockets] == ["socket", "sendto"]


def test_what_is_taken_out_of_a_folder_does_not_lie_in_it() -> None:
    fonts = Path("/home/a/.cache/fontconfig")
    assert _lies_in(fonts, 'rename("/home/a/.cache/fontconfig/x", "/home/a/.cache/fontconfig/y") = 0')
    assert _lies_in(fonts, 'linkat(AT_FDCWD, "/proc/self/fd/8", AT_FDCWD, "/home/a/.cache/fontconfig/y", 0) = 0')
    assert not _lies_in(fonts, 'rename("/home/a/.cache/fontconfig/x", "/home/a/answers") = 0')
    assert not _lies_in(fonts, 'openat(AT_FDCWD, "/home/a/.cache/fontconfig-answers", O_WRONLY) = 3')
    assert not _lies_in(fonts, "memfd_create(answers)")
