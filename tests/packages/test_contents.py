"""Every file of ``resources`` is shipped or left out on purpose; the description needs no file beside it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[2]
LEFT_OUT = {
    "resources/screenshots",  # of the README
    "resources/screenshots.py",
    "resources/i18n/kneetree_es.ts",  # what a .qm is made from
    "resources/i18n/qt_es.ts",
    "resources/desktop",  # goes where a desktop looks for it
}


def build() -> dict:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]


def covers(source: str, name: str) -> bool:
    return name == source or name.startswith(f"{source}/")


def test_each_resource_is_shipped_or_left_out_on_purpose() -> None:
    shipped = build()["build"]["targets"]["wheel"]["force-include"]
    files = [path.relative_to(PROJECT).as_posix() for path in (PROJECT / "resources").rglob("*") if path.is_file()]
    files = [name for name in files if "__pycache__" not in name]
    ways = {name: [source for source in (*shipped, *LEFT_OUT) if covers(source, name)] for name in files}
    assert {name: sources for name, sources in ways.items() if len(sources) != 1} == {}
    assert all(place == f"kneetree/{source}" for source, place in shipped.items())


def test_the_desktop_finds_what_a_wheel_brings_it() -> None:
    shared = build()["build"]["targets"]["wheel"]["shared-data"]
    brought = {source for source in shared if source.startswith("resources/desktop/")}
    assert brought == {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "resources/desktop").iterdir()}
    assert all((PROJECT / source).is_file() for source in shared)


def test_the_description_of_the_wheel_shows_no_picture_and_no_link_that_lead_nowhere() -> None:
    text = (PROJECT / "README.md").read_text("utf-8")
    assert "](resources/" in text
    for change in build()["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        text = re.sub(change["pattern"], change["replacement"], text)
    assert "](" not in text.replace("](http", "")
    assert "CONTRIBUTING" in text
