"""Collect the licence of everything in the folder that PyInstaller makes.

What the parts bring with them is taken from there: packages of Python from their metadata, libraries of the system
from the records of Debian.  Texts for what comes without any (Qt's wheels, the solvers in python-sat) are in
``licences/`` beside this file.  ``collect`` names what it finds no licence for.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

KEPT_HERE = Path(__file__).parent / "licences"
WITHOUT_TEXTS = {"pyside6_essentials": "Qt", "shiboken6": "Qt"}
"""Packages whose metadata hold no licence text, and the folder here that has it."""
_LICENCE = re.compile(r"(?:^|/)(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", re.IGNORECASE)
_COMMON = re.compile(r"/usr/share/common-licenses/([A-Za-z]+(?:-[0-9]+(?:\.[0-9]+)*)?)")
_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def collect(modules: Iterable[str], libraries: Iterable[str], project: Path, target: Path) -> list[str]:
    """Write all licence texts into ``target`` and return a sentence for each part that has none.

    ``modules`` are the top-level modules of Python in the folder, ``libraries`` the files on this machine that its
    libraries are copied from, ``project`` is the checkout.
    """
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(KEPT_HERE, target)
    _copy(project / "LICENSE", target / "kneetree")
    silent = [*_python(target), *_bootloader(target), *_packages(modules, target)]
    if sys.platform.startswith("linux"):
        silent += _system(libraries, target)
    return silent


def _copy(path: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, folder / (path.name if path.suffix in (".txt", ".md", ".rst") else f"{path.name}.txt"))


def _python(target: Path) -> list[str]:
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    for path in places:
        if path.is_file():
            _copy(path, target / "Python")
            return []
    # Debian keeps it elsewhere, and its record of Python 3.11 is among those that are kept here.
    return [] if list((target / "Python").glob("*.txt")) else ["Python has no licence here."]


def _bootloader(target: Path) -> list[str]:
    return _package("pyinstaller", target)


def _packages(modules: Iterable[str], target: Path) -> list[str]:
    of_modules = metadata.packages_distributions()
    names = {name for module in modules for name in of_modules.get(module, ()) if name != "kneetree"}
    return [sentence for name in sorted(names) for sentence in _package(name, target)]


def _package(name: str, target: Path) -> list[str]:
    files = [file for file in metadata.files(name) or () if _LICENCE.search(str(file)) and ".dist-info" in str(file)]
    for file in files:
        _copy(Path(str(file.locate())), target / name)
    kept = name.lower().replace("-", "_") in WITHOUT_TEXTS
    return [] if files or kept else [f"The package {name} has no licence text."]


def _system(libraries: Iterable[str], target: Path) -> list[str]:
    silent = []
    packages = set()
    for library in sorted({str(Path(library).resolve()) for library in libraries}):
        if not library.startswith(_SYSTEM):
            continue
        package = package_of(library)
        record = Path("/usr/share/doc") / (package or "-") / "copyright"
        if package is None or not record.is_file():
            silent.append(f"The library {library} has no licence text.")
        elif package not in packages:
            packages.add(package)
            _copy(record, target / "system" / package)
    for name in _common(target / "system"):
        _copy(Path("/usr/share/common-licenses") / name, target / "system" / "common-licenses")
    return silent


def package_of(library: str) -> str | None:
    """Return the package that a file belongs to; dpkg may know it without the ``/usr`` before ``/lib``."""
    for path in (library, library.removeprefix("/usr")):
        try:
            told = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return None
        if told.returncode == 0:
            return told.stdout.partition(":")[0]
    return None


def _common(folder: Path) -> list[str]:
    """Return the names of the texts that Debian's records point to instead of holding them."""
    told = "\n".join(path.read_text("utf-8", "replace") for path in folder.rglob("*.txt"))
    return sorted(name for name in set(_COMMON.findall(told)) if (Path("/usr/share/common-licenses") / name).is_file())
