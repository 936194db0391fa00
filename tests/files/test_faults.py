"""Whatever system call fails or ends the program: what was said to be kept is there, and a file is old or new, whole.

Calls fail by strace, so that SQLite meets the faults too; a file that cannot grow cuts writes short.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from kneetree.files import backups, journal
from kneetree.files.journal import Nothing, Recovered
from tests.files import faults

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or (shutil.which("strace") is None and not os.environ.get("CI")),
    reason="strace is not here; .ci/run installs it",
)
ROOT = Path(__file__).parents[2]
CALLS = {
    "journal": {"pwrite64": 40, "fdatasync": 9, "fsync": 4, "ftruncate": 2, "openat": 18, "unlink": 8, "mkdir": 2}
    | {"fchown": 3},
    "save": {"write": 6, "fsync": 5, "openat": 18, "rename": 3, "unlink": 3, "mkdir": 2, "chmod": 3, "chown": 2},
    "order": {"write": 10, "fsync": 10, "openat": 44, "rename": 6, "mkdir": 8, "chmod": 6, "chown": 4},
}
"""How many places are tried of each kind of call; a few more than there are, so that the last is behind the end."""
ASKS = {
    "journal": {"pread64": 13, "read": 3, "lseek": 5, "fcntl": 10, "close": 10, "newfstatat": 28},
    "save": {"read": 6, "lseek": 8, "close": 11, "newfstatat": 60, "listxattr": 3},
    "order": {"read": 12, "lseek": 16, "close": 22, "newfstatat": 140, "listxattr": 5},
}
"""The same for calls that alter nothing: a program that is killed there leaves what the call before left."""
FAULTS = ["error=ENOSPC", "error=EIO", "signal=KILL"]


def faults_of(work: str) -> list[tuple[str, str]]:
    """Return each kind of call with each fault that is tried there."""
    return [(kind, fault) for kind in CALLS[work] for fault in FAULTS] + [(kind, "error=EIO") for kind in ASKS[work]]


def places_of(work: str, kind: str) -> list[int]:
    """Return the places that are tried of a kind of call."""
    return list(range((CALLS[work] | ASKS[work])[kind]))


def run(work: str, folder: Path, kind: str, places: list[int], fault: str = "") -> int:
    """Run the program, on two cores, and return in how many places the fault was met."""
    for place in places:
        (folder / str(place)).mkdir()
        if work == "order":
            (folder / str(place) / "tree.json").write_bytes(faults.old())
            (folder / str(place) / "tree.es.json").write_bytes(faults.spanish("Viejo"))
        if work == "save":
            (folder / str(place) / "tree.json").write_bytes(faults.old())
            for number in range(backups.MOST):
                backups.keep(folder / str(place) / "backups", f"state {number}".encode(), faults.DAY)
    with ThreadPoolExecutor() as pool:
        parts = [part for part in (places[::2], places[1::2]) if part]
        logs = list(pool.map(partial(_run, work, folder, kind, fault), parts))
    if not fault:
        return len(places)
    text = "".join(log.read_text(errors="replace") for log in logs)
    return text.count("(INJECTED)") + text.count("killed by SIGKILL") * (fault == "signal=KILL")


def _run(work: str, folder: Path, kind: str, fault: str, places: list[int]) -> Path:
    log = folder / f"strace-{places[0]}.log"
    # With a filter in the kernel only calls of that kind stop the program, not all that Python makes to begin.  A child
    # that is killed at such a stop would not be told of.
    few = "" if fault == "signal=KILL" else "--seccomp-bpf "
    inject = f"strace -f {few}-qq -o {log} -e trace={kind} -e inject={kind}:{fault}:when={faults.at(kind)}".split()
    program = [sys.executable, "-m", "tests.files.faults", work, str(folder), kind, *map(str, places)]
    subprocess.run([*(inject if fault else []), *program], cwd=ROOT, check=True, timeout=300)
    return log


def told(folder: Path, place: int) -> list[str]:
    lines = (folder / f"{place}.told").read_text().splitlines()
    assert not any(line.startswith("fault") for line in lines), "\n".join(lines)
    return lines


def check_journal(folder: Path, place: int) -> None:
    """What was said to be put down is read back, in order, and nothing is damaged."""
    said = told(folder, place)
    path = folder / str(place) / "a.journal"
    kept = [int(line.split()[1]) for line in said if line.startswith("change")]
    if not path.exists():
        assert not kept
        return
    found = journal.read(path)
    if not isinstance(found, Recovered):
        assert found is Nothing.EMPTY, (place, said, found)
        assert not kept
        return
    assert not found.damaged
    assert len(found.changes) >= (kept[-1] + 1 if kept else 0), (place, said)
    assert found.tree.title.startswith(f"Title {len(found.changes) - 1} ")


def check_save(folder: Path, place: int, *, killed: bool) -> None:
    """The file is old or new and whole, the backup is whole if there is one, and nothing else is left."""
    said, there = told(folder, place), folder / str(place)
    content = (there / "tree.json").read_bytes()
    assert content == faults.new() if "saved" in said else content in (faults.old(), faults.new())
    states = [state.path.read_bytes() for state in backups.kept(there / "backups")]
    before = [f"state {number}".encode() for number in reversed(range(backups.MOST))]
    assert states in ([faults.old(), *before], [faults.old(), *before[:-1]], before)
    assert states[0] == faults.old() or "kept" not in said
    if not killed:
        assert "saved" in said or any(line.startswith("problem") for line in said)
        assert not list(there.rglob("*.part"))


@pytest.mark.parametrize(("kind", "fault"), faults_of("journal"))
def test_a_journal_keeps_what_it_said_whatever_call_fails(tmp_path: Path, kind: str, fault: str) -> None:
    places = places_of("journal", kind)
    met = run("journal", tmp_path, kind, places, fault)
    assert 0 < met < len(places), "more places must be tried, or there are none"
    for place in places:
        check_journal(tmp_path, place)


@pytest.mark.parametrize(("kind", "fault"), faults_of("save"))
def test_a_file_is_old_or_new_whatever_call_fails(tmp_path: Path, kind: str, fault: str) -> None:
    places = places_of("save", kind)
    met = run("save", tmp_path, kind, places, fault)
    assert 0 < met < len(places), "more places must be tried, or there are none"
    for place in places:
        check_save(tmp_path, place, killed=fault == "signal=KILL")


@pytest.mark.parametrize(("kind", "fault"), faults_of("order"))
def test_a_tree_and_its_language_are_each_old_or_new_whatever_call_fails(tmp_path: Path, kind: str, fault: str) -> None:
    """Only once all that is new lies on the disk is the language put in its place, and then the tree."""
    places = places_of("order", kind)
    met = run("order", tmp_path, kind, places, fault)
    assert 0 < met < len(places), "more places must be tried, or there are none"
    states = [(faults.old(), faults.spanish("Viejo")), (faults.old(), faults.spanish("Nuevo"))]
    states.append((faults.new(), faults.spanish("Nuevo")))
    for place in places:
        said, there = told(tmp_path, place), tmp_path / str(place)
        found = ((there / "tree.json").read_bytes(), (there / "tree.es.json").read_bytes())
        assert states.index(found) == 2 if "saved" in said else found in states, (place, said)
        for kept in (there / "program").rglob("*.json"):
            assert kept.read_bytes() in states[0]
        if fault != "signal=KILL":
            assert len(said) == 1
            assert not list(there.rglob("*.part"))


@pytest.mark.parametrize(("work", "most"), [("journal", 120_000), ("save", 30_000)])
def test_writes_that_are_cut_short_lose_nothing_that_was_said_to_be_kept(tmp_path: Path, work: str, most: int) -> None:
    places = list(range(0, most, most // 60))
    run(work, tmp_path, "room", places)
    whole = 0
    for place in places:
        if work == "journal":
            check_journal(tmp_path, place)
        else:
            check_save(tmp_path, place, killed=False)
        whole += not any(line.startswith("problem") for line in told(tmp_path, place))
    assert 0 < whole < len(places)
