"""The picture of a path: nothing overlaps, every answer is on its line, pages are no higher than asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.drawing import text_width
from kneetree.model.tree import Answer, Tree
from kneetree.report.path_picture import PathPicture, draw
from kneetree.report.path_rows import path_rows
from kneetree.walk.walk import Walk
from tests import trees
from tests.report.walks import step, told


def walked(tree: Tree, data: st.DataObject) -> Walk:
    walk = Walk.start(tree)
    for _ in range(data.draw(st.integers(0, 12))):
        if not walk.finished:
            walk = step(walk, data)
    return walk


def check(picture: PathPicture) -> None:
    bottom = 0.0
    for box in picture.boxes:
        assert box.y >= bottom
        bottom = box.y + box.height
        assert box.x >= 0 and box.x + box.width <= picture.width
        assert bottom <= picture.height
        for line in box.lines:
            assert box.x <= line.x
            assert line.x + text_width.width(line.text, line.px, line.bold) <= box.x + box.width
            assert box.y < line.y < bottom
    for link in picture.links:
        assert link.label.text
        assert all(0 <= x <= picture.width and 0 <= y <= picture.height for x, y in link.points)
        assert link.label.y <= picture.height


@given(trees.trees(), st.data())
def test_nothing_overlaps_or_leaves_its_box(tree: Tree, data: st.DataObject) -> None:
    rows = path_rows(walked(tree, data), whole=data.draw(st.booleans()))
    (picture,) = draw(rows, "en", 400)
    check(picture)
    assert [box.node for box in picture.boxes] == [row.node for row in rows]
    assert len(picture.links) == sum(len(row.ways) for row in rows)


@given(trees.trees(), st.data(), st.floats(150, 500))
def test_pages_are_as_high_as_asked_and_hold_every_box_once(tree: Tree, data: st.DataObject, height: float) -> None:
    rows = path_rows(walked(tree, data))
    pictures = draw(rows, "en", 400, height)
    assert [box.node for picture in pictures for box in picture.boxes] == [row.node for row in rows]
    assert [picture.part for picture in pictures] == list(range(1, len(pictures) + 1))
    for picture in pictures:
        check(picture)
        assert picture.height <= height or len(picture.boxes) == 1


def test_a_fork_is_shown_both_ways() -> None:
    walk = Walk.start(trees.small()).reply(Answer.NO).reply(Answer.UNSURE).reply(Answer.NO)
    (picture,) = draw(path_rows(walk), "en")
    assert [(link.source, link.answer, link.target) for link in picture.links] == [
        ("lungs", "no", "calf"),
        ("calf", "yes", "clot_today"),
        ("calf", "no", "risks"),
        ("risks", "no", "strain"),
    ]
    assert picture.boxes[2].urgency == "same_day"
    assert picture.boxes[2].icon is not None


def test_an_emergency_leaves_the_other_way_open_and_says_so() -> None:
    (picture,) = draw(path_rows(Walk.start(trees.small()).reply(Answer.UNSURE)), "en")
    stub = picture.links[-1]
    assert stub.target is None
    assert "not followed" in stub.label.text


@pytest.mark.parametrize("language", ["en", "es", "xx"])
def test_long_words_are_cut(language: str) -> None:
    tree = trees.make({"a": trees.ask("f", "x", "y", text="W" * 500), "x": trees.leaf(), "y": trees.leaf("same_day")})
    (picture,) = draw(path_rows(Walk.start(tree).reply(Answer.YES)), language, 300)
    check(picture)


def test_arrows_from_lists_and_numbers_never_say_yes_or_no() -> None:
    walk = told(cancer=True, age=None)
    (picture,) = draw(path_rows(walk), "en")
    said = {link.source: link.label.text for link in picture.links}
    assert said["age"] == said["you"] == "then"
    assert {link.label.text for link in picture.links if link.source == "calf"} == {"No"}
    whole = draw(path_rows(walk, whole=True), "en")[0]
    assert [box.node for box in whole.boxes if box.known] == ["score"]
    assert "score" not in {box.node for box in picture.boxes}
