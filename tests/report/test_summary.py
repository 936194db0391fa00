"""What a finished walk says: one value for screen, print, HTML, text and JSON."""

from __future__ import annotations

import datetime

import pytest

from kneetree import shipped
from kneetree.analysis import cases
from kneetree.errors import CannotStart
from kneetree.files import tree_files
from kneetree.files.review import ReviewState, content_hash
from kneetree.model.tree import About, Answer, Condition, Review, Source, Urgency
from kneetree.report import summary
from kneetree.report.summary import Summary, summarise
from kneetree.walk.walk import Walk
from tests import trees

DAY = datetime.date(2026, 11, 24)
NOTHING = {"breathless": False, "swelling_calf": False, "cancer": False, "travel": False, "pill": False}


def of(**answers: bool | None) -> Summary:
    tree = trees.small()
    tree.about = About(intended_use="For knees.", not_for="No diagnosis.", emergency="Call 112.", licence="CC-BY-4.0")
    return summarise(Walk.start(tree, answers=answers), DAY)


def test_it_says_how_soon_what_and_why() -> None:
    said = of(breathless=False, swelling_calf=True)
    assert said.urgency is Urgency.SAME_DAY
    assert said.urgency_word == "Get medical care today"
    assert said.title == "A dvt", "the plain name where the leaf has no title"
    assert said.reason == "Because."
    assert [row.id for row in said.conditions] == ["dvt", "strain"]
    assert said.do == ("Rest.",)
    assert said.get_help_if == ("It gets worse.",)
    assert said.made == "2026-11-24"
    assert said.emergency == "Call 112."


def test_answers_are_told_with_what_was_ticked_known_and_never_asked() -> None:
    said = of(**{**NOTHING, "travel": True, "pill": None})
    assert [row.answer for row in said.answers] == ["No", "No", "Not sure: Has travel; not sure: Has pill"]
    assert said.answers[2].ticked == ("Has travel",)
    assert said.answers[2].not_ticked == ("Has cancer",)
    assert said.answers[2].not_sure_of == ("Has pill",)
    assert (said.asked, said.known, said.never_asked) == (3, 0, 0)
    assert of(breathless=True).never_asked == 2
    assert of(**NOTHING).answers[2].answer == "No: none of these"


def test_several_results_are_merged_most_urgent_first_and_nothing_twice() -> None:
    said = of(**{**NOTHING, "swelling_calf": None})
    assert [leaf.node for leaf in said.leaves] == ["clot_today", "strain"]
    assert said.urgency is Urgency.SAME_DAY
    assert [row.id for row in said.conditions] == ["dvt", "strain"]
    assert said.do == ("Rest.",)
    assert said.unknowns[0].mattered == "urgency"
    assert "this mattered" in said.unknowns[0].sentence


def test_what_would_change_it() -> None:
    said = of(**NOTHING)
    assert said.nearest == "If your answer to “Does any of these fit?” were Yes: Get medical care today."
    assert [row.effect for row in said.changes] == ["more", "more", "more"]
    assert of(breathless=True).nearest == "Nothing is more urgent than this."


def test_only_sources_of_what_was_said_and_asked_are_named() -> None:
    said = of(**NOTHING)
    assert [row.id for row in said.sources] == ["src"]
    assert said.sources[0].checked == "2026-11-22"


def test_the_sources_of_a_question_that_was_passed_as_known_are_not_named() -> None:
    def cited(name: str) -> Source:
        return Source(f"Book {name}.")

    tree = trees.make(
        {
            "a": trees.ask("one", "b", "y", sources=("of_a", "shared")),
            "b": trees.ask("one", "c", "y", sources=("of_b",)),
            "c": trees.ask("two", "x", "y", sources=("of_c", "gone")),
            "d": trees.ask("three", "a", "y", sources=("of_d",)),
            "x": trees.leaf(condition="strain", also=("cyst",), sources=("of_x", "shared")),
            "y": trees.leaf(sources=("of_y",)),
        },
        "a",
        conditions={
            "strain": Condition("Strain", sources=("of_strain",)),
            "cyst": Condition("Cyst", sources=("of_x",)),
        },
        sources={name: cited(name) for name in ("of_a", "of_b", "of_c", "of_d", "of_strain", "of_x", "of_y", "shared")},
    )
    said = summarise(Walk.start(tree, answers={"one": True, "two": True}))
    assert [step.known for step in Walk.start(tree, answers={"one": True, "two": True}).path] == [False, True, False]
    assert [row.id for row in said.sources] == ["of_x", "shared", "of_strain", "of_a", "of_c"]
    assert said.sources[0].citation == "Book of_x."


def test_the_state_of_review_is_always_said() -> None:
    assert of(breathless=True).review_sentence == "Draft: no clinician has reviewed it."
    tree = trees.small()
    tree.review = Review("A. Doctor", "GP", "2026-01-02", "2027-01-02", content_hash(tree))
    assert summary.review_sentence(tree) == "Reviewed by A. Doctor, GP, on 2026-01-02. Next review: 2027-01-02."
    tree.title = "Another"
    walk = Walk.start(tree, answers={"breathless": True})
    said = summarise(walk)
    assert said.review_state is ReviewState.CHANGED
    assert said.review_sentence.startswith("Changed since the review by A. Doctor")
    assert summary.review_sentence(tree, "es").startswith("Cambiado")


def test_a_walk_that_goes_on_has_no_summary() -> None:
    with pytest.raises(CannotStart):
        summarise(Walk.start(trees.small()))


def test_conditions_that_are_not_there_are_told_by_their_id() -> None:
    tree = trees.small()
    tree.conditions.clear()
    tree.sources.clear()
    said = summarise(Walk.start(tree, answers={"breathless": True}))
    assert said.conditions[0].plain_name == "embolism"
    assert said.sources == ()


def test_every_case_of_the_shipped_tree_has_a_whole_summary() -> None:
    tree = tree_files.read_tree(shipped.SHIPPED_TREE).tree
    for case in list(tree.cases.values())[::5]:
        said = summarise(cases.walk_of(tree, case))
        assert said.title and said.do and said.get_help_if and said.conditions and said.sources
        assert {row.node for row in said.path if row.kind == "leaf"} == {leaf.node for leaf in said.leaves}


def test_path_rows_fork_and_meet() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "c"),
            "b": trees.ask("two", "x", "c"),
            "c": trees.ask("three", "x", "y"),
            "x": trees.leaf("same_day"),
            "y": trees.leaf(),
        }
    )
    walk = Walk.start(tree).reply(Answer.UNSURE).reply(Answer.NO).reply(Answer.YES)
    rows = summarise(walk).path
    assert [row.node for row in rows] == ["a", "b", "c", "x"]
    assert [(way.answer, way.target) for way in rows[0].ways] == [("yes", 1), ("no", 2)]
    assert [(way.answer, way.target) for way in rows[2].ways] == [("yes", 3)]
