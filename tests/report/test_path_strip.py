"""The path as a small drawing for paper: in the order of the walk, no text beyond its box, no way lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import words
from kneetree.drawing import text_width
from kneetree.model.tree import Kind, Tree, Urgency
from kneetree.report import path_strip
from kneetree.report.path_picture import PathPicture
from kneetree.report.summary import Summary, summarise
from kneetree.walk.walk import Walk
from tests import trees
from tests.report import hard_cases, walks


def drawn(summary: Summary, columns: int = 5, *, questions: bool = False, subjects: bool = False) -> PathPicture:
    return path_strip.draw(
        summary.path, summary.answers, summary.language, 780, columns, questions=questions, subjects=subjects
    )


def told(picture: PathPicture) -> str:
    return " ".join(line.text for box in picture.boxes for line in box.lines)


def test_a_box_has_number_subject_and_answer() -> None:
    text = told(drawn(summarise(walks.told(travel=True))))
    assert "2. " in text
    assert "30 years" in text
    assert "Result: Look after" in text
    assert "any of these fit" not in text
    assert "any of these fit" in told(drawn(summarise(walks.told(travel=True)), questions=True))


def test_the_icon_of_a_result_is_beside_its_words() -> None:
    """Also where the boxes of its row are higher, since they tell their questions."""
    for questions in (False, True):
        box = drawn(summarise(walks.told(travel=True)), 4, questions=questions).boxes[-1]
        assert box.icon is not None
        _, top, size = box.icon
        assert box.lines[0].y - box.lines[0].px <= top + size / 2 <= box.lines[-1].y


def test_a_long_answer_to_a_list_is_counted() -> None:
    tree = trees.make({
        "list": trees.collect(["one", "two", "three", "four"], "end", text="Which?"), "end": trees.leaf(),
    })  # fmt: skip
    walk = Walk.start(tree, answers={"one": True, "two": True, "three": False, "four": None})
    assert "2 yes, 1 no, 1 not sure" in told(drawn(summarise(walk)))


def test_what_was_ticked_is_told_where_a_box_has_room_for_it() -> None:
    """The box of a list is as high as the highest beside it, which tells its question here."""
    words_of = "Would you say that this is so, since it began and not before that, on most days of the week?"
    tree = trees.make({
        "list": trees.collect(["one", "two", "three", "four"], "more", text="Which?"),
        "more": trees.ask("more", "end", "other", text=f"{words_of} {words_of}"),
        "end": trees.leaf(), "other": trees.leaf(),
    })  # fmt: skip
    walk = Walk.start(tree, answers={"one": True, "two": True, "three": True, "four": False, "more": True})
    summary = summarise(walk)
    text = told(drawn(summary))
    assert "3 yes, 1 no Has one; Has two; Has three" in text
    assert "Has one" not in told(path_strip.draw(summary.path[:1], summary.answers, "en", 780))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("which", hard_cases.CASES)
def test_a_question_about_one_thing_says_what_was_answered(language: str, which: str) -> None:
    """The least drawing, too: a subject with a Yes or No beside it tells a clinician nothing."""
    summary = hard_cases.summary_of(which, language)
    answers = {row.node: row for row in summary.answers}
    stated = 0
    for box in drawn(summary, subjects=True).boxes:
        row = answers.get(box.node)
        if row is None or row.kind is not Kind.YES_NO:
            continue
        stated += 1
        head, *lines = (line.text for line in box.lines)
        said = " ".join(lines)
        assert head.startswith(f"{row.number}. ") and head.endswith(row.answer)
        begun = said.partition("…")[0].split(f" {words.text(language, 'answer.yes')}: ")[0]
        assert len(begun) > 15 or begun == row.statement
        assert row.statement.startswith(begun)
        assert row.statement[len(begun) :][:1] in ("", " ", ",", ";", ":", ".", "("), "it ends with a word"
    assert stated or which in [*Urgency]


def test_a_way_that_leads_past_the_next_box_is_told_in_words() -> None:
    summary = summarise(walks.told(swelling_calf=None))
    assert any(len(row.ways) > 1 for row in summary.path)
    text = told(drawn(summary, 4))
    assert words.text("en", "path.if_no") in text or "No: " in text
    assert "goes on at" in text


@pytest.mark.parametrize("told_by", ["", "questions", "subjects"])
@given(tree=trees.trees(), data=st.data(), columns=st.integers(2, 6))
def test_any_walk_can_be_drawn(tree: Tree, data: st.DataObject, columns: int, told_by: str) -> None:
    walk = Walk.start(tree)
    while not walk.finished:
        walk = walks.step(walk, data)
    summary = summarise(walk)
    picture = drawn(summary, columns, questions=told_by == "questions", subjects=told_by == "subjects")
    assert [box.node for box in picture.boxes] == [row.node for row in summary.path]
    for at, box in enumerate(picture.boxes):
        assert box.x >= 0 and box.x + box.width <= picture.width
        assert box.y >= 0 and box.y + box.height <= picture.height
        assert at == 0 or box.y > picture.boxes[at - 1].y or box.x > picture.boxes[at - 1].x + box.width
        for line in box.lines:
            assert line.px >= 12
            assert box.y < line.y < box.y + box.height
            assert line.x + text_width.width(line.text, line.px, line.bold) <= box.x + box.width
    parts = path_strip.by_rows(picture)
    assert [box for part in parts for box in part.boxes] == list(picture.boxes)
    assert sum(len(part.links) for part in parts) == len(picture.links)
    assert sum(part.height for part in parts) <= picture.height
