"""Walk once in the real window, with keys on a virtual screen, and save the result as PDF.

    python .ci/packaging/walk.py PROGRAM OUT.pdf [PICTURE.png]

It ticks the first statement of the first list, which is an emergency in the shipped tree, and goes on to the result.
Needs Xvfb and xdotool.  The program gets a home of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PATIENCE = 60
"""Seconds until a step that does not happen is a fault."""
LOOKS_EVERY = 0.2
"""Seconds between two looks."""


class Screen:
    """A virtual screen with a program on it."""

    def __init__(self, program: str, home: Path) -> None:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(writing),
                "-screen",
                "0",
                "1280x800x24",
                "-nolisten",
                "tcp",
                "-fbdir",
                str(home),
            ],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self._env = {**os.environ, "DISPLAY": f":{told.readline().strip()}", "HOME": str(home)}
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            self._env.pop(name, None)
        self._pixels = home / "Xvfb_screen0"
        self.program = subprocess.Popen([program], env=self._env, cwd=home)

    def tell(self, *command: str) -> str:
        """Run a program on this screen and return what it prints."""
        return subprocess.run(command, env=self._env, capture_output=True, text=True, check=False).stdout

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, and wait until the picture is another one and stays so."""
        before = self._pixels.read_bytes()
        self.tell("xdotool", "key", *keys)
        until(lambda: self._pixels.read_bytes() != before, f"something comes of {keys}", self.program)
        self.settle()

    def settle(self) -> None:
        """Wait until the picture stays as it is."""
        seen = [b""]

        def still() -> bool:
            seen.append(self._pixels.read_bytes())
            return seen[-1] == seen[-2] == seen[-3 if len(seen) > 2 else 0]

        until(still, "the window stays as it is", self.program)

    def windows(self, name: str) -> Sequence[str]:
        """Return the windows to be seen whose title holds ``name``."""
        return self.tell("xdotool", "search", "--onlyvisible", "--name", name).split()

    def window(self, name: str) -> None:
        """Wait for a window and give it the keys."""
        until(lambda: bool(self.windows(name)), f"there is a window {name!r}", self.program)
        self.tell("xdotool", "windowfocus", "--sync", self.windows(name)[-1])

    def end(self) -> None:
        """End the program and the screen."""
        for process in (self.program, self._server):
            process.terminate()
            process.wait(PATIENCE)


def until(true: Callable[[], bool], what: str, program: subprocess.Popen[bytes]) -> None:
    """Wait until something is so; end with a sentence if it never is, or if the program has ended before."""
    end = time.monotonic() + PATIENCE
    while not true():
        if program.poll() is not None:
            raise SystemExit(f"The program ended with {program.returncode} before {what}.")
        if time.monotonic() > end:
            raise SystemExit(f"After {PATIENCE} seconds it is still not so that {what}.")
        time.sleep(LOOKS_EVERY)


def walk(program: str, pdf: Path, picture: Path | None) -> None:
    """Open the window, answer, and save the result."""
    with tempfile.TemporaryDirectory() as home:
        screen = Screen(program, Path(home))
        try:
            screen.window("knee")
            screen.settle()
            screen.press("Return")  # from the first page to the first list
            screen.press("Tab", "Tab", "space")  # past "How to look"
            screen.press("alt+c")
            if picture is not None:
                screen.tell("import", "-window", "root", str(picture))
            screen.press("alt+f")
            screen.press("d")
            screen.window("Save the result")
            screen.tell("xdotool", "type", str(pdf))
            screen.tell("xdotool", "key", "Return")
            until(lambda: pdf.is_file() and b"%%EOF" in pdf.read_bytes()[-9:], "the PDF is there", screen.program)
        finally:
            screen.end()


if __name__ == "__main__":
    walk(sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve() if sys.argv[3:] else None)
