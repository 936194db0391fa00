"""The files that ship with the program are where it looks for them."""

from __future__ import annotations

from kneetree import shipped


def test_the_tree_and_the_pictures_are_there() -> None:
    assert shipped.SCHEMA.is_file()
    assert "where_pain" in shipped.picture_names()
    assert shipped.picture("where_pain").name == "where_pain.svg"


def test_a_picture_name_never_leaves_its_folder() -> None:
    for name in ("", "../icons/yes", "/etc/passwd", "where_pain.svg", "*"):
        assert shipped.picture(name) is None
