"""The next question is shown once it is known what it need not ask, without holding up the window."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kneetree import shipped
from kneetree.analysis.cases import walk_of
from kneetree.files import tree_files
from kneetree.model import knowledge
from kneetree.proof.left_out import LeavesOut
from kneetree.proof.most_more import MostMore
from kneetree.ui.document import asking as module
from kneetree.ui.document.asking import Asking
from kneetree.ui.document.document import Document
from kneetree.ui.document.session import Session
from kneetree.walk.how_many_more import More, as_asked, bounded
from kneetree.walk.leaving_out import settled
from kneetree.walk.walk import Walk
from tests import trees
from tests.proof.test_longest import longer_on_paper

TREE = tree_files.read_tree(shipped.SHIPPED_TREE).tree


@pytest.fixture
def asking(qtbot: QtBot) -> Iterator[Asking]:
    made = Asking()
    yield made
    task = made._task
    made.stop()
    if task is not None:
        task.wait()


def test_a_person_who_is_faster_than_the_thread_is_asked_the_same(qtbot: QtBot, asking: Asking) -> None:
    whole = walk_of(TREE, TREE.cases["bb-03"])
    expected = settled(whole, LeavesOut(TREE))
    assert expected.not_asked
    shown = Walk.start(TREE)
    while not shown.finished:
        with qtbot.waitSignal(asking.settled, timeout=20_000, check_params_cb=lambda walk: True) as told:
            asking.settle(shown)
        shown = told.args[0]
        if shown.question is not None:
            wanted = knowledge.to_ask(TREE.asked(shown.question), shown.told)
            shown = shown.answer({fact: whole.answers[fact] for fact in wanted})
    assert shown.tree is TREE
    assert (shown.path, shown.leaves) == (expected.path, expected.leaves)
    assert shown.leaves == whole.leaves


def test_a_person_who_reads_finds_the_next_question_ready(qtbot: QtBot, asking: Asking) -> None:
    with qtbot.waitSignal(asking.settled, timeout=20_000) as told:
        asking.settle(Walk.start(TREE))
    qtbot.waitUntil(lambda: asking._task is None, timeout=20_000)
    walk = told.args[0]
    seen: list[Walk] = []
    asking.settled.connect(seen.append)
    asking.settle(walk.answer(dict.fromkeys(TREE.asked(walk.question).findings, False)))
    assert len(seen) == 1  # at once


def test_nothing_is_worked_out_in_the_window_for_an_answer_that_was_likely(
    qtbot: QtBot, asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list with one tick took 15 ms more than one without, since only the bound of the latter was known."""
    whole, shown = walk_of(TREE, TREE.cases["bb-03"]), Walk.start(TREE)
    while shown.question != "ask_where":
        shown = shown.answer({fact: whole.answers[fact] for fact in TREE.asked(shown.question).facts})
    with qtbot.waitSignal(asking.settled, timeout=20_000) as told:
        asking.settle(shown)
    shown = told.args[0]
    qtbot.waitUntil(lambda: asking._task is None, timeout=20_000)
    bound, here = Walk.at_most_more, list[Walk]()

    def noted(walk: Walk) -> int:
        if threading.current_thread() is threading.main_thread():
            here.append(walk)
        return bound.func(walk)

    monkeypatch.setattr(Walk, "at_most_more", property(noted))
    findings = TREE.asked("ask_where").findings
    for tick in findings[1:]:
        answered = shown.answer({**dict.fromkeys(findings, False), tick: True})
        with qtbot.waitSignal(asking.settled, timeout=20_000) as told:
            asking.settle(answered)
        asking.more(told.args[0])
    assert here == []


def test_a_page_is_on_screen_before_work_for_the_next_one_begins(qtbot: QtBot, asking: Asking) -> None:
    with qtbot.waitSignal(asking.settled, timeout=20_000) as told:
        asking.settle(Walk.start(TREE))
    qtbot.waitUntil(lambda: asking._task is None, timeout=20_000)
    walk = told.args[0]
    asking.settle(walk.answer(dict.fromkeys(TREE.asked(walk.question).findings, False)))
    assert not threads(), "nobody waits for it, and the page is not painted yet"
    qtbot.waitUntil(lambda: bool(threads()), timeout=20_000)


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("kneetree ")]


def test_the_window_goes_on_while_the_page_waits(qtbot: QtBot, asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def slow(_self: LeavesOut, _walk: Walk) -> tuple[str, ...]:
        go_on.wait(20)
        return ()

    monkeypatch.setattr(LeavesOut, "__call__", slow)
    begun = time.perf_counter()
    asking.settle(Walk.start(TREE))
    assert time.perf_counter() - begun < 5
    assert asking.waiting
    with qtbot.waitSignal(asking.settled, timeout=20_000):
        QTimer.singleShot(0, go_on.set)
    assert not asking.waiting


def test_of_two_answers_the_last_one_counts(qtbot: QtBot, asking: Asking) -> None:
    seen: list[Walk] = []
    asking.settled.connect(seen.append)
    findings = TREE.asked(TREE.root).findings
    asking.settle(Walk.start(TREE, answers=dict.fromkeys(findings, False)))
    asking.settle(Walk.start(TREE, answers=dict.fromkeys(findings, True)))
    qtbot.waitUntil(lambda: bool(seen) and not asking.waiting, timeout=20_000)
    assert [walk.finished for walk in seen] == [True]


def test_a_fault_of_the_thread_lets_everything_be_asked(
    qtbot: QtBot, asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_self: LeavesOut, _walk: Walk) -> tuple[str, ...]:
        raise ValueError("a fault")

    monkeypatch.setattr(LeavesOut, "__call__", broken)
    seen: list[Walk] = []
    asking.settled.connect(seen.append)
    with qtbot.capture_exceptions() as faults:
        asking.settle(Walk.start(TREE))
        qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert [str(fault[1]) for fault in faults] == ["a fault"]
    assert seen[0].question == TREE.root


def test_somebody_who_tries_a_question_is_shown_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though it could not change the result; from there on nothing needless is asked."""
    tree = trees.make(
        {
            "first": trees.collect(["hot"], "again"),
            "again": trees.collect(["red"], "end"),
            "end": trees.leaf(),
        }
    )
    document = Document(tree)
    session = Session(document, document)
    session.start()
    assert session.walk is not None
    assert [step.how for step in session.walk.path] == ["left_out", "left_out"]
    with qtbot.waitSignal(session.walk_changed):
        session.start_at("again")
    assert session.walk.question == "again"
    session.answer({"red": True})
    assert session.walk.finished
    assert len(tree.nodes) <= module.SMALL


# -- how many more ----------------------------------------------------------------------------------


def test_how_many_more_follow_is_counted_after_the_page_is_there(
    qtbot: QtBot, asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, whole = threading.Event(), MostMore.__call__

    def slow(self: MostMore, walk: Walk) -> More:
        go_on.wait(20)
        return whole(self, walk)

    monkeypatch.setattr(MostMore, "__call__", slow)
    with qtbot.waitSignal(asking.settled, timeout=20_000) as told:
        asking.settle(Walk.start(TREE))
    walk = told.args[0]
    assert asking.more(walk) == bounded(walk)
    with qtbot.waitSignal(asking.counted, timeout=20_000) as counted:
        go_on.set()
    assert counted.args[0] is walk
    assert asking.more(walk) == (23, False, True)


def test_a_question_gone_back_to_has_the_number_that_it_had_without_a_search(qtbot: QtBot, asking: Asking) -> None:
    shown: dict[str, More] = {}
    walk = Walk.start(TREE)
    for _ in range(3):
        with qtbot.waitSignal(asking.counted, timeout=20_000) as counted:
            asking.settle(walk)
        walk = counted.args[0]
        shown[walk.question] = asking.more(walk)
        walk = walk.answer(dict.fromkeys(TREE.asked(walk.question).facts, False))
    with qtbot.waitSignal(asking.settled, timeout=20_000) as settled:
        asking.settle(walk)
    asking.stop()
    walk = settled.args[0]
    assert len(shown) == 3
    assert {node: asking.more(as_asked(walk, node)) for node in shown} == shown
    assert all(more.exact for more in shown.values())


def test_a_person_who_is_faster_than_the_count_is_not_told_of_the_page_before(qtbot: QtBot, asking: Asking) -> None:
    counted: list[Walk] = []
    asking.counted.connect(counted.append)
    with qtbot.waitSignal(asking.settled, timeout=20_000) as first:
        asking.settle(Walk.start(TREE))
    answers = dict.fromkeys(TREE.asked(TREE.root).findings, False)
    with qtbot.waitSignal(asking.settled, timeout=20_000) as second:
        asking.settle(first.args[0].answer(answers))
    qtbot.waitUntil(lambda: bool(counted), timeout=20_000)
    after = second.args[0]
    assert [walk is after for walk in counted] == [True]
    assert asking.more(after).most < 23
    asking.settle(first.args[0])  # to and fro before it is counted
    asking.settle(after)
    qtbot.waitUntil(lambda: asking._task is None, timeout=20_000)
    assert first.args[0] not in counted


@pytest.mark.parametrize("case", ["bb-03", "bb-06", "dvt-13"])
def test_what_is_shown_falls_from_page_to_page_and_rises_only_after_not_sure(
    qtbot: QtBot, asking: Asking, case: str
) -> None:
    """Whether the person reads until it is counted or not."""
    whole, before, unsure, rises = walk_of(TREE, TREE.cases[case]), 100, False, 0
    walk, reads = Walk.start(TREE), False
    while not walk.finished:
        with qtbot.waitSignal(asking.settled, timeout=20_000, check_params_cb=lambda walk: True) as told:
            asking.settle(walk)
        walk = told.args[0]
        if walk.question is None:
            break
        shown = asking.more(walk)
        if reads:
            qtbot.waitUntil(lambda: asking._counting is None, timeout=20_000)
        counted = asking.more(walk)
        assert counted.most <= shown.most
        assert unsure or shown.most < before
        assert shown.rises == (unsure and shown.most >= before)
        rises += shown.rises
        said = {fact: whole.answers.get(fact) for fact in knowledge.to_ask(TREE.asked(walk.question), walk.told)}
        before, reads = counted.most, not reads
        node, walk = walk.question, walk.answer(said)
        unsure = None in walk.asked_of(node).values()
    assert rises == (case != "bb-06")


def test_a_small_tree_is_counted_at_once(qtbot: QtBot) -> None:
    document = Document(longer_on_paper())
    session = Session(document, document)
    told: list[More] = []
    session.counted.connect(lambda _walk, more: told.append(more))
    session.start()
    session.answer({"calf": True})
    session.answer({"age": 50})
    assert [more.most for more in told] == [2, 1, 0]
