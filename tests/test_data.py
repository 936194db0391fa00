"""The files that ship with the program are where it looks for them."""

from __future__ import annotations

from kneetree import data


def test_the_tree_and_the_pictures_are_there() -> None:
    assert data.SCHEMA.is_file()
    assert "where_pain" in data.picture_names()
    assert data.picture("where_pain").name == "where_pain.svg"


def test_a_picture_name_never_leaves_its_folder() -> None:
    for name in ("", "../icons/yes", "/etc/passwd", "where_pain.svg", "*"):
        assert data.picture(name) is None
