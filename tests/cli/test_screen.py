"""Whether a window can be opened is found out without Qt, and said in one sentence."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kneetree.cli import screen

linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux leaves Qt's libraries to the system"
)


@linux
def test_without_a_display_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "_loads", lambda library: True)
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert "no display" in screen.why_no_window()
    assert screen.why_no_window(offscreen=True) is None
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert screen.why_no_window() is None


@linux
def test_a_display_that_is_gone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ctypes").CDLL("libxcb.so.1") if screen._loads("libxcb.so.1") else pytest.skip("no libxcb")
    monkeypatch.setattr(screen, "missing_packages", lambda offscreen: [])
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":7777")
    assert ":7777" in screen.why_no_window()


@linux
def test_missing_libraries_are_named_by_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "_loads", lambda library: "xcb" not in library)
    why = screen.why_no_window()
    assert "sudo apt install libxcb-cursor0" in why
    assert "\n" not in why
    assert screen.why_no_window(offscreen=True) is None


def test_only_root_gets_them_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(screen, "missing_packages", lambda offscreen: ["libgl1"])
    monkeypatch.setattr(screen.shutil, "which", lambda name: "/usr/bin/apt-get")
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append(command))
    monkeypatch.setattr(screen.os, "geteuid", lambda: 1000, raising=False)
    screen.provide_libraries()
    assert ran == []
    monkeypatch.setattr(screen.os, "geteuid", lambda: 0, raising=False)
    screen.provide_libraries()
    assert ran[-1] == ["apt-get", "-qy", "install", "--no-install-recommends", "libgl1"]
