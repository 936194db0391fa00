"""Pipes, folders, devices and huge files where the program keeps its own: it starts, saves and never hangs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kneetree.files import backups, edit_lock, tree_files
from tests import trees

_USE = """
import sys, time
from pathlib import Path
from kneetree import edits
from kneetree.ui import dialogs, settings
from kneetree.ui.style.theme import Theme
from kneetree.ui.window import quiet
from kneetree.ui.window.app import Windows, make_app

said = []
dialogs.problem = lambda _parent, sentence: said.append(sentence)
quiet.PAUSE_MS = 0
app = make_app([])
theme = Theme(app, apply=False)
windows = Windows(app, theme)
windows.show(Path(sys.argv[1]))

def until(done):
    end = time.monotonic() + 30
    while not done():
        app.processEvents()
        assert time.monotonic() < end

window = windows.window
until(lambda: window.session is not None)
theme.choose_mode("dark")
assert theme.mode == "dark" and settings.text("view/mode") == "dark", settings.text("view/mode")
window.show_edit()
until(lambda: window.editor is not None and window.files.one_editor.holds(window.document.path))
window.document.do(edits.set_title(window.document.tree, "Written"), "title")
assert window.files.save()
window.close()
windows.end()
print(len(said))
"""


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2 * 2**30)


KINDS: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "large": _large,
}


@pytest.mark.skipif(sys.platform != "linux", reason="the places are those of Linux")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("settings", ["kneetree/kneetree.conf", "kneetree.conf", "kneetree/kneetree.conf.lock"])
def test_strange_files_where_the_program_keeps_its_own_hold_up_nothing(
    tmp_path: Path, kind: str, settings: str
) -> None:
    tree = tmp_path / "small.json"
    tree.write_bytes(tree_files.encode_tree(trees.small()))
    config, data = tmp_path / "config", tmp_path / "data" / "kneetree" / "kneetree"
    (lock, *_) = edit_lock._names(tree)
    newest = backups.folder_of(data, tree) / "000007-20260101-000000.json"
    journals = data / "journals"
    strange = [
        config / settings, data / "locks" / f"{lock}.json", newest, journals / "a.journal", journals / "b.journal-wal",
        journals / "c" / "about.json", tmp_path / "small.es.json",
    ]  # fmt: skip
    for place in strange:
        place.parent.mkdir(parents=True, exist_ok=True)
        KINDS[kind](place)
    env = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    env |= {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(config), "XDG_DATA_HOME": str(tmp_path / "data")}
    env |= {"QT_QPA_PLATFORM": "offscreen"}
    typed = [sys.executable, "-c", _USE, str(tree)]
    done = subprocess.run(typed, env=env, capture_output=True, text=True, timeout=50, check=False)
    for place in strange:
        if kind == "large" and place.is_file():
            place.unlink()
    assert done.returncode == 0, done.stderr
    assert tree_files.read_tree(tree).tree.title == "Written"
    kept = backups.kept(backups.folder_of(data, tree))
    assert kept[0].number == 8, "what was there before is kept as the newest"
