"""The window and the command line look for earlier versions in the same place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_BOTH = """
from kneetree.ui.window.app import make_app
app = make_app([])
from kneetree.files import own_folder
from kneetree.ui.document import own_folder as qt
print(own_folder.place())
print(qt.place())
"""


@pytest.mark.parametrize("data", [None, "", "relative", "/tmp/somewhere else"])
def test_the_place_is_that_of_qt(tmp_path: Path, data: str | None) -> None:
    env = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    env.pop("XDG_DATA_HOME", None)
    if data is not None:
        env["XDG_DATA_HOME"] = data
    said = subprocess.run([sys.executable, "-c", _BOTH], env=env, capture_output=True, text=True, check=True)
    ours, qt = said.stdout.splitlines()
    assert ours == qt
