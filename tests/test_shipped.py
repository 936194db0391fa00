"""The files that ship with the program are where it looks for them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from kneetree import shipped


def test_the_tree_and_the_pictures_are_there() -> None:
    assert shipped.SCHEMA.is_file()
    assert "where_pain" in shipped.picture_names()
    assert shipped.picture("where_pain").name == "where_pain.svg"


def test_a_picture_name_never_leaves_its_folder() -> None:
    for name in ("", "../icons/yes", "/etc/passwd", "where_pain.svg", "*"):
        assert shipped.picture(name) is None


def test_the_examples_go_into_the_wheel_and_the_folder_with_all_other_resources() -> None:
    assert len(shipped.examples()) == 2
    assert all(path.is_relative_to(shipped.root()) for path in shipped.examples())
    here = shipped.PACKAGE.parent
    wheel = tomllib.loads((here / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"]["resources/examples"] == "kneetree/resources/examples"
    assert '(str(here / "resources"), "kneetree/resources")' in (here / "build.spec").read_text("utf-8")


def test_what_came_with_the_program_is_known_however_it_is_named(tmp_path: Path) -> None:
    example = shipped.examples()[0]
    (tmp_path / "link.json").symlink_to(example)
    for path in (example, example.parent / "." / example.name, tmp_path / "link.json", shipped.SHIPPED_TREE):
        assert shipped.is_shipped(path)
    for path in (tmp_path / example.name, shipped.SHIPPED_TREE.with_name("other.json")):
        assert not shipped.is_shipped(path)
