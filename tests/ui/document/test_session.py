"""The walk in progress: answers that lead to a node are looked for without holding up the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.errors import CannotStart
from kneetree.model.change import Change, PartChange
from kneetree.model.tree import Tree
from kneetree.proof.solver import NotDecided
from kneetree.ui.document import session as module
from kneetree.ui.document.document import Document
from kneetree.ui.document.session import Session
from kneetree.walk.walk import Walk
from tests import trees


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    document = Document(trees.small())
    made = Session(document, document)
    made.kept = document
    return made


@pytest.fixture
def asking_again(qtbot: QtBot) -> Session:
    """A session over a tree with a leaf that only somebody could reach who answers a question in two ways."""
    tree = trees.make(
        {
            "first": trees.ask("f", "again", "strain"),
            "again": trees.ask("f", "strain", "nobody", text="Again?"),
            "nobody": trees.leaf("routine", "ghost"),
            "strain": trees.leaf(),
        }
    )
    document = Document(tree)
    made = Session(document, document)
    made.kept = document
    return made


def test_answers_that_lead_to_a_node_are_found(qtbot: QtBot, session: Session) -> None:
    told: list[str] = []
    session.arrived.connect(lambda: told.append("arrived"))
    session.walk_changed.connect(lambda walk: told.append(str(walk.question)))
    session.start_at("risks")
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["arrived", "risks"]
    assert session.walk.answers == {"breathless": False, "swelling_calf": False}


def test_what_was_answered_before_a_try_is_put_aside_and_no_second_try_takes_its_place(
    qtbot: QtBot, session: Session
) -> None:
    session.start()
    session.answer({"breathless": False})
    before = session.walk
    for node in ("risks", "strain"):
        with qtbot.waitSignal(session.arrived):
            session.start_at(node)
        assert session.put_aside is not None
        assert session.put_aside.walk == before
    session.stop()
    session.take_up()
    assert session.walk.answers == before.answers


def test_the_search_goes_on_between_events_and_stops_with_the_walk(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SLICE", -1.0)
    session.start_at("risks")
    assert session.walk is None
    session.stop()
    qtbot.wait(20)
    assert session.walk is None


def test_a_node_that_nobody_comes_to_is_refused_in_a_sentence(qtbot: QtBot, asking_again: Session) -> None:
    with qtbot.waitSignal(asking_again.refused) as told:
        asking_again.start_at("nobody")
    assert "'A ghost'" in told.args[0]


def test_a_search_that_gives_up_between_events_ends_in_a_sentence_and_is_over(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def steps(_tree: Tree, _node: str) -> Iterator[None]:
        yield
        raise NotDecided

    monkeypatch.setattr(module, "SLICE", -1.0)
    with monkeypatch.context() as patch, qtbot.waitSignal(session.refused) as told:
        patch.setattr(module, "walk_to_in_slices", steps)
        session.start_at("strain")
        monkeypatch.setattr(module, "SLICE", 1.0)  # the first slice is over, the rest comes from the timer
    assert "to be decided exactly" in told.args[0]
    assert session.walk is None
    with qtbot.waitSignal(session.arrived):
        session.start_at("strain")
    assert session.walk.leaves == ("strain",)


def test_a_number_is_an_answer_as_well(qtbot: QtBot) -> None:
    document = Document(trees.make({
        "age": trees.number("age", "old"),
        "old": trees.ask("age_at_least_60", "today", "home"),
        "today": trees.leaf("same_day"), "home": trees.leaf("self_care"),
    }))  # fmt: skip
    session = Session(document, document)
    session.start_at("today")
    qtbot.waitUntil(lambda: session.walk is not None)
    assert session.walk.answers == {"age": 60}
    session.answer({"age": 59})
    assert session.walk.leaves == ("home",)
    session.answer({"age": None})
    assert session.walk.leaves == ("today", "home")


def test_a_search_that_fails_is_not_gone_on_with(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def steps(_tree: Tree, _node: str) -> Iterator[None]:
        yield
        raise ZeroDivisionError

    told: list[Walk] = []
    session.walk_changed.connect(told.append)
    monkeypatch.setattr(module, "walk_to_in_slices", steps)
    monkeypatch.setattr(module, "SLICE", 60.0)  # on a busy machine the first step alone takes longer
    with pytest.raises(ZeroDivisionError):
        session.start_at("risks")
    session._on_search()  # a timer that was on its way
    assert told == []


def test_a_tree_with_an_error_is_not_walked(qtbot: QtBot) -> None:
    tree = trees.small()
    tree.apply(Change((PartChange("node", "island", None, trees.leaf()),)))
    document = Document(tree)
    session = Session(document, document)
    with pytest.raises(CannotStart, match="Edit"):
        session.start()


def test_an_author_tries_a_draft_whose_gaps_say_so(qtbot: QtBot) -> None:
    document = Document(edits.first_tree("New tree"))
    session = Session(document, document)
    with pytest.raises(CannotStart):
        session.start()
    with qtbot.waitSignal(session.walk_changed):
        session.start_at("new_question_2")
    assert session.walk is not None and session.walk.question == "new_question_2"
    assert "Not written yet" in session.walk.tree.asked("new_question_2").text
    assert "Not written yet" in session.walk.tree.statement("new_question_2")
    session.answer({"new_question_2": True})
    qtbot.waitUntil(lambda: session.walk is not None and session.walk.finished)
    assert "Not written yet" in session.walk.tree.condition_name("unknown")
    change = edits.set_fields(document.tree, "new_question", text="Is it cold?")
    document.do(change, "write")
    assert session.walk.tree.asked("new_question").text == "Is it cold?"
    assert "Not written yet" not in document.tree.conditions["unknown"].name
    session.stop()
    with pytest.raises(CannotStart):
        session.start()
    document.close()


def test_a_question_that_nobody_is_asked_says_so(qtbot: QtBot) -> None:
    nodes = {
        "first": trees.ask("cold", "again", "home"),
        "again": trees.ask("cold", "today", "other"),
        "home": trees.leaf("self_care"),
        "today": trees.leaf("same_day"),
        "other": trees.leaf("routine"),
    }
    document = Document(trees.make(nodes, "first"))
    session = Session(document, document)
    with qtbot.waitSignal(session.refused) as refused:
        session.start_at("again")
    assert "Nobody is asked" in refused.args[0]
    assert session.walk is None
