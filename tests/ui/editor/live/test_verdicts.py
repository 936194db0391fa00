"""What is worked out after each edit: soon, the latest tree only, and without holding up the window."""

from __future__ import annotations

import statistics
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.bench_live import GAP_S, HOSTILE, MEDIAN_S, VERDICTS_S, measure
from kneetree import edits
from kneetree.files import tree_files
from kneetree.model.tree import Rule, Tree, Urgency
from kneetree.ui.document.document import Document
from kneetree.ui.editor.live import verdicts
from kneetree.ui.editor.live.threaded import Threaded
from kneetree.ui.editor.live.verdicts import Live
from tests.proof.test_lowering import numb_foot
from tests.shipped.seeded_faults import shipped

TIMES = 3
"""How much slower than on an idle machine it may be here."""


@pytest.fixture
def opened() -> Tree:
    tree = numb_foot()
    tree.rules["r"] = Rule(id="r", statement="s", never_lowers={"back": True})
    return tree


def settle(qtbot, live: Live) -> None:
    qtbot.waitUntil(lambda: not live.busy, timeout=10_000)


@pytest.mark.timed
def test_verdicts_on_the_shipped_tree_come_soon(qapp, tmp_path: Path) -> None:
    found = measure(shipped().copy(), 8, tmp_path)
    assert max(found.verdicts) <= TIMES * VERDICTS_S
    assert statistics.median(found.verdicts) <= TIMES * MEDIAN_S
    assert max(found.gaps) <= TIMES * GAP_S


@pytest.mark.timed
@pytest.mark.parametrize("name", ["counter-12", "same-list-of-20-asked-twice", "undecidable-rule-hides-others"])
def test_a_hostile_tree_does_not_hold_up_the_window(qapp, tmp_path: Path, name: str) -> None:
    found = measure(tree_files.read_tree(HOSTILE / f"{name}.json").tree, 2, tmp_path)
    assert max(found.gaps) <= TIMES * GAP_S


def test_who_still_breaks_a_rule_is_told_before_all_is_known(qtbot, document: Document) -> None:
    live = Live(document)
    settle(qtbot, live)
    assert live.verdicts["r"].holds is False and live.lowerings["back"].lowers
    told: list[tuple[bool, Urgency | None]] = []
    live.lowerings_found.connect(lambda: told.append((live.lowerings_whole, live.lowerings["back"].low)))
    document.do(edits.set_fields(document.tree, "home", urgency=Urgency.ROUTINE), "urgency")
    settle(qtbot, live)
    assert told[-1] == (True, Urgency.ROUTINE)
    assert live._known is not None and live.verdicts["r"].other_leaf == "home"


def test_a_newer_edit_ends_the_work_on_an_older_one(qtbot, document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    live = Live(document)
    settle(qtbot, live)
    begun, steps = threading.Event(), []

    def endless(tree: Tree, _known: object) -> Iterator[object]:
        begun.set()
        while True:
            steps.append(tree.leaf("home").urgency)
            threading.Event().wait(0.002)
            yield None

    monkeypatch.setattr(verdicts, "after_edit", endless)
    document.do(edits.set_fields(document.tree, "home", urgency=Urgency.ROUTINE), "urgency")
    qtbot.waitUntil(begun.is_set)
    monkeypatch.undo()
    document.do(edits.set_fields(document.tree, "home", urgency=Urgency.EMERGENCY), "urgency")
    settle(qtbot, live)
    assert live.verdicts["r"].holds is True
    assert set(steps) == {Urgency.ROUTINE}


def test_another_tree_knows_nothing_of_the_last_one(qtbot, document: Document) -> None:
    live = Live(document)
    settle(qtbot, live)
    live.start_all()
    assert (live.verdicts, live.lowerings, live.lowerings_whole, live._known) == ({}, {}, False, None)
    settle(qtbot, live)
    assert live.lowerings_whole


def test_jobs_run_one_at_a_time_in_their_order_and_are_heard(qtbot) -> None:
    running: list[str] = []
    order: list[str] = []

    def job(name: str) -> Iterator[object]:
        assert not running
        running.append(name)
        order.append(name)
        yield name
        threading.Event().wait(0.05)
        yield name.upper()
        running.clear()

    work = Threaded(order=("first", "second"))
    heard: list[object] = []
    work.heard.connect(lambda _job, found: heard.extend(found))
    for name in ("last", "second", "first"):
        work.start(name, lambda name=name: lambda: job(name))
    qtbot.waitUntil(lambda: not work.busy)
    assert order == ["first", "second", "last"]
    assert heard == ["first", "FIRST", "second", "SECOND", "last", "LAST"]


def test_a_hurried_job_does_not_rest(qtbot) -> None:
    work = Threaded(rest_ms=60_000)
    work.start("job", lambda: lambda: iter([1]))
    work.hurry()
    with qtbot.waitSignal(work.done, timeout=5000) as told:
        pass
    assert told.args == ["job", [1]]
