"""Whether a window can be opened is found out without Qt, and said in one sentence."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from kneetree.cli import arguments, screen

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
@pytest.mark.parametrize(("user", "to_type"), [(0, "Type: apt install libx"), (1000, "Type: sudo apt install libx")])
def test_missing_libraries_are_named_by_their_packages(
    monkeypatch: pytest.MonkeyPatch, user: int, to_type: str
) -> None:
    monkeypatch.setattr(screen.os, "geteuid", lambda: user)
    monkeypatch.setattr(screen, "_loads", lambda library: "xcb" not in library)
    why = screen.why_no_window()
    assert to_type in why
    assert "\n" not in why
    assert screen.why_no_window(offscreen=True) is None


class Apt:
    """A system where one package is missing: what was run, what was written, what is typed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ran: list[list[str]] = []
        self.written: list[str] = []
        self._patch = monkeypatch
        monkeypatch.setattr(screen, "missing_packages", lambda offscreen: ["libgl1"])
        monkeypatch.setattr(screen.shutil, "which", lambda name: "/usr/bin/apt-get")
        monkeypatch.setattr(subprocess, "run", lambda command, **_: self.ran.append(command))
        monkeypatch.setattr(screen.output, "write", lambda text, flush: self.written.append(text))
        self.be(0)
        self.at_a_terminal(True)

    def be(self, user: int) -> None:
        self._patch.setattr(screen.os, "geteuid", lambda: user, raising=False)

    def at_a_terminal(self, there: bool) -> None:
        self._patch.setattr(screen.output, "is_conversation", lambda: there)

    def type(self, line: str) -> None:
        self._patch.setattr(screen.sys, "stdin", io.StringIO(line))


@pytest.fixture
def apt(monkeypatch: pytest.MonkeyPatch) -> Apt:
    return Apt(monkeypatch)


def test_only_root_gets_them_installed(apt: Apt) -> None:
    apt.be(1000)
    screen.install_libraries()
    assert apt.ran == []
    apt.be(0)
    screen.install_libraries()
    assert apt.ran[-1] == ["apt-get", "-qy", "install", "--no-install-recommends", "libgl1"]


@pytest.mark.parametrize(
    ("typed", "agreed"), [("y\n", True), ("Yes\n", True), ("n\n", False), ("\n", False), ("", False)]
)
def test_root_is_asked_on_a_terminal_and_told_what_comes(apt: Apt, typed: str, agreed: bool) -> None:
    apt.type(typed)
    screen.offer_libraries()
    assert "libgl1" in apt.written[0]
    assert bool(apt.ran) is agreed


def test_nothing_is_installed_unasked(apt: Apt) -> None:
    apt.type("y\n")
    apt.at_a_terminal(False)
    screen.offer_libraries()
    apt.at_a_terminal(True)
    apt.be(1000)
    screen.offer_libraries()
    assert (apt.ran, apt.written) == ([], [])


@linux
def test_the_option_installs_what_the_command_needs(apt: Apt, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: list[bool] = []
    monkeypatch.setattr(arguments.screen, "install_libraries", lambda *, offscreen: wanted.append(offscreen))
    monkeypatch.setattr(arguments, "_run", lambda typed, _qt: 0 if "--install-libraries" not in typed else 1)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for typed in ([], ["export"], ["--debug", "report"]):
        assert arguments.run([*typed, "--install-libraries"], None) == 0
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    arguments.run(["--install-libraries"], None)
    assert wanted == [False, True, True]
