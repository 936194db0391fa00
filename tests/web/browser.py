"""Run a script of this folder in a real Chromium, or say why that is not possible.

``npm ci --prefix tests/web`` installs the driver; it downloads no browser, and Debian's Chromium is used.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def missing() -> str:
    """What is missing on this machine, or nothing."""
    if shutil.which("node") is None:
        return "node is not installed"
    if CHROMIUM is None:
        return "Chromium is not installed"
    if not (HERE / "node_modules" / "playwright-core").is_dir():
        return "the driver is not installed: npm ci --prefix tests/web"
    return ""


def in_browser(script: str, folder: Path, given: object = None, seconds: int = 300) -> Any:
    """What the script prints as JSON; ``given`` lies beside it in ``folder`` as ``given.json``."""
    if why := missing():
        if os.environ.get("CI"):
            pytest.fail(f"The web page cannot be tried here: {why}.")
        pytest.skip(f"The web page cannot be tried here: {why}.")
    (folder / "given.json").write_text(json.dumps(given), "utf-8")
    command = ["node", str(HERE / script), str(folder)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
        env={**os.environ, "CHROMIUM": CHROMIUM or ""},
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)
