"""Find out whether a window can be opened here before Qt is imported.

Qt ends the process if a library or the display is missing, and Python cannot catch that.  So the libraries are tried
one by one, and the display is looked for first, with the standard library alone.  On Debian and its relatives the
missing packages are named.  Root gets them installed, but only with ``--install-libraries`` or after a yes.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from kneetree.cli import output, speaking
from kneetree.words.sentences import sentence

# Library -> Debian package: what PySide6-Essentials leaves to the system (found on a bare Debian 12).
_ALWAYS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_DISPLAY = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
_NO_DISPLAY = "There is no display here (DISPLAY is not set)."
_NEEDS_NO_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def why_no_window(*, offscreen: bool = False) -> str | None:
    """Return a sentence that says why no window can be opened here and what to type; ``None`` if one can.

    ``offscreen`` asks only for what drawing without a display needs (tests, PDF, PNG).
    """
    if not sys.platform.startswith("linux"):
        return None
    missing = missing_packages(offscreen=offscreen)
    if missing:
        return sentence("Qt needs libraries of the system. {type}", type=_to_type(missing))
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if offscreen or platform in _NEEDS_NO_SCREEN:
        return None
    if os.environ.get("WAYLAND_DISPLAY") and platform != "xcb":
        return None
    return _why_no_x_display()


def why_no_display() -> str | None:
    """Return a sentence if nothing names a display, in which case no library need be looked for or installed."""
    if not sys.platform.startswith("linux"):
        return None
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return None if any(os.environ.get(name) for name in named) else _NO_DISPLAY


def missing_packages(*, offscreen: bool = False) -> list[str]:
    """Return the Debian packages whose libraries cannot be loaded here, in a fixed order."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = _ALWAYS if offscreen else _ALWAYS | _DISPLAY
    if getattr(sys, "frozen", False):  # a bundle carries all but these two
        wanted = {name: package for name, package in wanted.items() if package in ("libegl1", "libgl1")}
    return [package for name, package in wanted.items() if not _loads(name)]


def install_libraries(*, offscreen: bool = False) -> None:
    """Install what is missing, if root asked for that and apt is here; ``why_no_window`` tells what is still missing.

    It says on standard error what it does.
    """
    missing = missing_packages(offscreen=offscreen)
    if not missing or not _can_install():
        return
    output.complain(sentence("installing {missing}…", missing=" ".join(missing)))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["-q", "update"], ["-qy", "install", "--no-install-recommends", *missing]):
        subprocess.run(
            ["apt-get", *command],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )


def offer_libraries(*, offscreen: bool = False) -> None:
    """Ask root on a terminal whether to install what is missing, and do so after a yes."""
    missing = missing_packages(offscreen=offscreen)
    if not missing or not _can_install() or not output.is_conversation():
        return
    question = "Qt needs libraries of the system: {missing}. Install them now? [y/N] "
    output.write(speaking.here(question, missing=" ".join(missing)), flush=True)
    if sys.stdin.readline().strip().lower() in ("y", "yes", "s", "si", "sí"):
        install_libraries(offscreen=offscreen)


def _can_install() -> bool:
    return _is_root() and shutil.which("apt-get") is not None


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0


def _to_type(packages: Sequence[str]) -> str:
    install = ["apt", "install"] if _is_root() else ["sudo", "apt", "install"]
    return sentence("Type: {command}", command=" ".join([*install, *packages]))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _why_no_x_display() -> str | None:
    display = os.environ.get("DISPLAY")
    if not display:
        return _NO_DISPLAY
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return sentence("Qt needs libraries of the system. {type}", type=_to_type(["libxcb1"]))
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return sentence("The display {display} does not answer.", display=display) if failed else None
