"""What is an orphan: a library in the folder that nothing in it needs."""

from __future__ import annotations

import elf
from hypothesis import given
from hypothesis import strategies as st

PLUGIN = "PySide6/Qt/plugins/platforms/libqxcb.so"


def test_plugins_and_modules_are_loaded_by_their_paths_and_libraries_for_another() -> None:
    for name in ("kneetree", PLUGIN, "PySide6/QtGui.abi3.so", "python3.11/lib-dynload/_bz2.so", "libpython3.11.so.1.0"):
        assert not elf.is_needed_only(name), name
    for name in ("libX11.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "libstdc++.so.6", "libpcre2-8.so.0"):
        assert elf.is_needed_only(name), name


def test_what_only_an_orphan_needs_is_one_too() -> None:
    needs = {
        PLUGIN: ["libX11.so.6"],
        "libX11.so.6": ["libc.so.6"],
        "libgtk-3.so.0": ["libpango-1.0.so.0", "libX11.so.6"],
        "libpango-1.0.so.0": [],
    }
    assert elf.reached(needs) == {PLUGIN, "libX11.so.6"}


@given(st.dictionaries(st.sampled_from([PLUGIN, *(f"lib{i}.so.1" for i in range(8))]), st.sets(st.integers(0, 9))))
def test_what_is_left_needs_nothing_that_has_gone(drawn: dict[str, set[int]]) -> None:
    needs = {name: [f"lib{i}.so.1" for i in numbers] for name, numbers in drawn.items()}
    kept = elf.reached(needs)
    assert {name for file in kept for name in needs[file] if name in needs} <= kept
    asked_for = {name for file in kept for name in needs[file]}
    assert all(file in asked_for or not elf.is_needed_only(file) for file in kept)
