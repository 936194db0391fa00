"""Check what is in the wheel and the sdist:  python .ci/packaging/contents.py WHEEL SDIST WHEEL_OF_THE_SDIST

The wheel holds every file that git tracks in ``kneetree``, and what ``pyproject.toml`` takes from ``resources``.  The
sdist is enough to build the same wheel.  Neither holds pictures of the README, scripts or texts to translate.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import BytesParser
from pathlib import Path

PROJECT = Path(__file__).parents[2]
FORBIDDEN = (".ts", ".png", "screenshots.py", "make.py", ".pyc")


def expected() -> set[str]:
    """Return the names of all files that the wheel has to hold, but for its metadata."""
    target = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    tracked = subprocess.run(
        ["git", "ls-files", "kneetree", "resources"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    names = {name for name in tracked if name.startswith("kneetree/")}
    for source, place in target["force-include"].items():
        names |= {
            place + name.removeprefix(source) for name in tracked if name == source or name.startswith(f"{source}/")
        }
    return names


def of_wheel(path: Path) -> dict[str, bytes]:
    """Return every file of a wheel but the list of its own files."""
    with zipfile.ZipFile(path) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist() if not name.endswith("/RECORD")}


def faults(wheel: Path, sdist: Path, again: Path) -> list[str]:
    """Return a sentence for each thing that is wrong."""
    files = of_wheel(wheel)
    program = {name for name in files if name.startswith("kneetree/")}
    found = [f"The wheel lacks {name}." for name in sorted(expected() - program)]
    found += [f"The wheel holds {name}, which is not the program's." for name in sorted(program - expected())]
    with tarfile.open(sdist) as archive:
        names = archive.getnames()
    for kind, held in (("wheel", list(files)), ("sdist", names)):
        found += [f"The {kind} holds {name}." for name in held if name.endswith(FORBIDDEN)]
    if files != of_wheel(again):
        found.append("The sdist makes another wheel than the checkout.")
    metadata = BytesParser().parsebytes(next(files[name] for name in files if name.endswith("dist-info/METADATA")))
    text = str(metadata.get_payload())
    if "](" in text.replace("](http", ""):
        found.append("The description links to what a package index does not have.")
    if len(text) < 1000:
        found.append("The description is not the README.")
    if not any(name.endswith("licenses/LICENSE") for name in files):
        found.append("The wheel holds no licence.")
    return found


if __name__ == "__main__":
    told = faults(*map(Path, sys.argv[1:4]))
    print("\n".join(told) or "The wheel and the sdist hold what they should, and nothing else.")
    raise SystemExit(bool(told))
