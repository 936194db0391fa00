"""Each guide for authors can be followed word by word, in both languages, and comes to what it promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from kneetree.files import tree_files
from kneetree.model.tree import Urgency
from kneetree.ui import dialogs
from kneetree.ui.window import import_dialogs
from kneetree.ui.window.guides import NAMED
from tests.trees import small
from tests.ui.guides import following
from tests.ui.guides.newcomer import FOLLOWED, KEY, Newcomer, guide, quoted, steps

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(params=["en", "es"])
def me(request, open_windows, qtbot, tmp_path: Path, monkeypatch) -> Newcomer:
    """A newcomer before the window, which shows some tree; what is saved is saved beside it."""
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(small()))
    window = open_windows(path, request.param).window
    window.resize(1180, 745)  # as it opens on a screen of 1280 x 800
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: pytest.fail(sentence))
    return Newcomer(window, request.param, lambda happens: qtbot.waitUntil(happens, timeout=20_000))


@pytest.mark.slow
def test_from_nothing_to_a_signed_page_on_the_web(me, tmp_path, monkeypatch):
    """The guides for authors, one after the other, on one tree."""
    kinds: list[str] = []

    def place(_parent, _title, _suggested, kind: str) -> Path:
        kinds.append(kind)
        return tmp_path / ("stings.html" if "html" in kind else "stings.json")

    monkeypatch.setattr(dialogs, "save_path", place)
    with me.reading("2-first-tree"):
        following.first_tree(me)
    tree = tree_files.read_tree(tmp_path / "stings.json").tree
    assert len(tree.nodes) == 5
    with me.reading("3-rules"):
        following.first_rule(me)
    (rule,) = tree_files.read_tree(tmp_path / "stings.json").tree.rules.values()
    assert rule.urgency_at_least is Urgency.EMERGENCY and len(rule.given) == 1
    with me.reading("6-reviewing"):
        following.reviewing(me)
    following.save_quietly(me)
    kinds.clear()
    with me.reading("7-publishing"):
        following.publishing(me, kinds, tmp_path / "stings.html")


@pytest.mark.slow
def test_from_a_paper_chart(me, tmp_path, monkeypatch):
    """The table of the guide is written down, cell by cell, and imported."""
    chart = tmp_path / "cut.csv"
    following.write_down(guide("8-paper-chart", me.language), chart)
    monkeypatch.setattr(import_dialogs, "path", lambda _parent: chart)
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "cut.json")
    with me.reading("8-paper-chart"):
        following.paper_chart(me)
    tree = tree_files.read_tree(tmp_path / "cut.json").tree
    assert sorted(leaf.urgency.rank for _, leaf in tree.leaves()) == [0, 3, 4]


@pytest.mark.parametrize("name", FOLLOWED)
def test_the_steps_of_both_languages_name_press_and_quote_the_same(name):
    for english, spanish in zip(steps(guide(name, "en")), steps(guide(name, "es")), strict=True):
        assert sorted(NAMED.findall(english)) == sorted(NAMED.findall(spanish)), english
        assert sorted(KEY.findall(english)) == sorted(KEY.findall(spanish)), english
        assert len(quoted(english, "en")) == len(quoted(spanish, "es")), english


def test_a_step_that_is_not_in_the_guide_or_is_done_by_half_is_refused(me):
    first = steps(guide("3-rules", "en"))[0]
    other = first.replace("Add", "Write")
    with pytest.raises(AssertionError, match="Add a rule"), me.reading("3-rules"), me.step(other):
        pass
    with pytest.raises(AssertionError, match="says more than was done"), me.reading("3-rules"), me.step(first):
        pass
    with pytest.raises(AssertionError, match="not followed"), me.reading("3-rules"):
        pass
