"""Check the folder that PyInstaller has made:  python .ci/packaging/folder.py OURS DEFAULT

Nothing in it is an orphan or looks for libraries elsewhere, it has licence texts, and it is at most 0.7 times what
PyInstaller makes by default.
"""

from __future__ import annotations

import sys
from pathlib import Path

import elf

MOST = 0.7
LICENSED = (
    "kneetree",
    "Python",
    "Qt",
    "networkx",
    "msgspec",
    "filelock",
    "openpyxl",
    "et_xmlfile",
    "python-sat",
    "pyinstaller",
)


def size(folder: Path) -> int:
    """Return how many bytes the files of a folder hold."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def faults(folder: Path, default: Path) -> list[str]:
    """Return a sentence for each thing that is wrong, and print the figures."""
    found = [f"Nothing needs {name}." for name in elf.orphans(folder)]
    texts = folder / "_internal" / "licences"
    found += [f"There is no licence text of {name}." for name in LICENSED if not list((texts / name).glob("*.*"))]
    found += [f"{path} leads nowhere." for path in folder.rglob("*") if path.is_symlink() and not path.exists()]
    found += [f"{path} looks for libraries outside." for path in elf.in_folder(folder) if elf.foreign_paths(path)]
    ours, theirs = size(folder), size(default)
    print(f"{ours / 1e6:.1f} MB, by default {theirs / 1e6:.1f} MB: {ours / theirs:.2f} of it (at most {MOST})")
    if ours > MOST * theirs:
        found.append("The folder is too large.")
    floor, files = elf.glibc_floor(folder)
    print(f"needs glibc {'.'.join(map(str, floor))}, for {', '.join(sorted(files)[:3])} and {len(files[3:])} more")
    print(f"needs of the system: {', '.join(sorted(elf.of_the_system(folder)))}")
    return found


if __name__ == "__main__":
    told = faults(*map(Path, sys.argv[1:3]))
    print("\n".join(told) or "Nothing in the folder is an orphan, and all of it has its licence.")
    raise SystemExit(bool(told))
