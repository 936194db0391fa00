"""All threads of the program take memory from one place, those of Qt among them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
import ctypes, sys, threading
from pathlib import Path
from PySide6.QtCore import QThreadPool
from kneetree.ui.window.app import make_app

app = make_app(["kneetree"])
for _ in range(3):
    going_on = threading.Event()
    both = [threading.Thread(target=lambda: (bytearray(10_000), going_on.wait(10))) for _ in range(2)]
    QThreadPool.globalInstance().start(lambda: (bytearray(10_000), going_on.wait(10)))
    for thread in both:
        thread.start()
    going_on.set()
    for thread in both:
        thread.join()
    QThreadPool.globalInstance().waitForDone()
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
told = libc.fopen(sys.argv[1].encode(), b"w")
libc.malloc_info(0, ctypes.c_void_p(told))
libc.fclose(ctypes.c_void_p(told))
print(Path(sys.argv[1]).read_text().count("<heap nr="))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux")
def test_threads_share_one_place_in_memory(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-c", PROGRAM, str(tmp_path / "told.xml")]
    done = subprocess.run(program, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["1"], done.stderr
