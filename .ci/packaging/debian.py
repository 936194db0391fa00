"""Make a package for Debian and its relatives of the folder that PyInstaller has made.

    python .ci/packaging/debian.py dist/kneetree OUT      prints the name of the package

Needs dpkg-deb and binutils; no root.  What the folder needs of the system is worked out from its files.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from xml.etree import ElementTree

import completions
import elf
import icons
import licences
import man_page
import options

from kneetree import __version__

NAME = "org.kneetree.Kneetree"
RECOMMENDED = ("libcups2", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1")
"""For printers, and for desktops on Wayland, which bring theirs; without them there are PDF and X."""
ALSO = ("fontconfig-config",)
"""Which fonts there are; it brings one.  No library needs it, but without it every letter is an empty box."""
MAINTAINER = "The kneetree authors <kneetree@packages.invalid>"
"""Debian wants an address, and the project has none: ``.invalid`` is what never is one."""
CONTROL = """\
Package: kneetree
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Section: science
Priority: optional
Description: questions about pain behind the knee, and an editor for them
 Answer some questions about pain behind or around the knee, and see how soon
 to get help, what it may be, and why. The result can be printed.
 .
 Authors open the tree of questions as a graph, change it, and see at once
 whether it is still safe.
 .
 Nothing leaves the computer. The questions are a draft that no clinician has
 reviewed. They do not replace a doctor.
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: kneetree
Comment: The folder holds Python, Qt and libraries of the system. The licence
 of each is in /usr/lib/kneetree/_internal/licences.

Files: *
Copyright: 2026 The kneetree authors
License: Expat

Files: usr/lib/kneetree/_internal/kneetree/tree*.json
 usr/lib/kneetree/_internal/kneetree/resources/pictures/*
Copyright: 2026 The kneetree authors
License: CC-BY-4.0

License: Expat
{expat}

License: CC-BY-4.0
 The text is at https://creativecommons.org/licenses/by/4.0/legalcode
"""
OVERRIDES = """\
# The folder carries what it needs, so that it is the same on every system.
kneetree: embedded-library
# As the makers of PyInstaller build what starts it.
kneetree: hardening-no-pie
# So are modules of Python that ask the C library for nothing, and the data of ICU.
kneetree: library-not-linked-against-libc
kneetree: shared-library-lacks-prerequisites
"""


def stage(folder: Path, root: Path) -> None:
    """Lay out below ``root`` what is to be installed."""
    resources = options.PROJECT / "resources"
    program, share = root / "usr" / "lib" / "kneetree", root / "usr" / "share"
    shutil.copytree(folder, program, symlinks=True)
    for name in ("kneetree", "kneetree-app"):
        _link(root / "usr" / "bin" / name, "../lib/kneetree/kneetree")
    _copy(resources / "desktop" / f"{NAME}.desktop", share / "applications")
    _copy(resources / "desktop" / f"{NAME}.metainfo.xml", share / "metainfo")
    _copy(resources / "desktop" / f"{NAME}.mime.xml", share / "mime" / "packages", f"{NAME}.xml")
    icons.write_hicolor(share / "icons" / "hicolor")
    _pack(share / "man" / "man1" / "kneetree.1.gz", man_page.page())
    _link(share / "man" / "man1" / "kneetree-app.1.gz", "kneetree.1.gz")
    _write(share / "bash-completion" / "completions" / "kneetree", completions.bash())
    _link(share / "bash-completion" / "completions" / "kneetree-app", "kneetree")
    _write(share / "zsh" / "vendor-completions" / "_kneetree", completions.zsh())
    _pack(share / "doc" / "kneetree" / "changelog.gz", changelog())
    expat = (options.PROJECT / "LICENSE").read_text("utf-8").partition("\n\n")[2].partition("\n\nThe content of")[0]
    licence = "\n".join(f" {line or '.'}" for line in expat.splitlines())
    _write(share / "doc" / "kneetree" / "copyright", COPYRIGHT.format(expat=licence))
    _write(share / "lintian" / "overrides" / "kneetree", OVERRIDES)
    _settle_rights(root)


def changelog() -> str:
    """Return the releases of the AppStream file as Debian writes them."""
    told = ""
    for release in ElementTree.parse(man_page.METAINFO).findall("releases/release"):
        day = datetime.fromisoformat(release.get("date", "")).replace(tzinfo=UTC)
        lines = [" ".join((text.text or "").split()) for text in release.findall("description/p") if not text.attrib]
        told += f"kneetree ({release.get('version')}) unstable; urgency=medium\n\n"
        told += "".join(
            textwrap.fill(line, 78, initial_indent="  * ", subsequent_indent="    ") + "\n" for line in lines
        )
        told += f"\n -- {MAINTAINER}  {format_datetime(day)}\n\n"
    return told


def depends(folder: Path) -> list[str]:
    """Return the packages that the files of the folder need of the system, with the floor of the C library."""
    places = _places_of_libraries()
    packages = {licences.package_of(places[name]) for name in elf.of_the_system(folder) if name in places}
    unknown = sorted(name for name in elf.of_the_system(folder) if name not in places)
    if unknown or None in packages:
        raise SystemExit(f"No package here holds {', '.join(unknown) or 'a library that the folder needs'}.")
    floor = ".".join(map(str, elf.glibc_floor(folder)[0]))
    named = sorted({str(package) for package in packages} - {"libc6", *RECOMMENDED} | set(ALSO))
    return [f"libc6 (>= {floor})", *named]


def build(folder: Path, out: Path) -> Path:
    """Write the package into ``out`` and return its place."""
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    package = out / f"kneetree_{__version__}_{architecture}.deb"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as held:
        root = Path(held) / "root"
        root.mkdir()
        stage(folder, root)
        files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
        size = sum(path.stat().st_size for path in files) // 1024
        sums = "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files)
        control = CONTROL.format(
            maintainer=MAINTAINER,
            version=__version__,
            architecture=architecture,
            size=size,
            depends=", ".join(depends(folder)),
            recommends=", ".join(RECOMMENDED),
        )
        _write(root / "DEBIAN" / "control", control)
        _write(root / "DEBIAN" / "md5sums", sums)
        root.chmod(0o755)
        (root / "DEBIAN").chmod(0o755)
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return package


def _places_of_libraries() -> dict[str, str]:
    """Return where the loader finds each library of this system for programs of this machine."""
    told = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    found: dict[str, str] = {}
    for line in told.splitlines():
        name, _, path = line.strip().partition(" => ")
        if path:
            found.setdefault(name.split()[0], os.path.realpath(path))
    return found


def _settle_rights(root: Path) -> None:
    """Let everybody read all of it, and run what are programs."""
    for path in _all_of(root):
        if path.is_dir():
            path.chmod(0o755)
        else:
            program = path.parent == root / "usr" / "lib" / "kneetree"
            path.chmod(0o755 if program else 0o644)


def _all_of(root: Path) -> Iterator[Path]:
    return (path for path in root.rglob("*") if not path.is_symlink())


def _copy(path: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, folder / (name or path.name))


def _link(place: Path, target: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _pack(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    print(build(Path(sys.argv[1]), Path(sys.argv[2])))
