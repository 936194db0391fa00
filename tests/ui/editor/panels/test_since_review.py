"""A reviewer sees what has changed since the last review by what it does, and each line leads to its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kneetree import edits
from kneetree.analysis.since_review import Effect
from kneetree.files import reviewed, tree_files
from kneetree.model.tree import Tree, Urgency
from kneetree.ui import dialogs
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.panels import Panels
from kneetree.ui.editor.panels.since_review import effect_word
from kneetree.ui.editor.selection import Selection
from tests.trees import small
from tests.ui.editor.panels.conftest import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def opened() -> Tree:
    return small()


def signed(qtbot, panels: Panels, document: Document) -> None:
    document.do(edits.sign_off(document.tree, "Dr Ada", "GP", "2026-01-02", "2027-01-02"), "sign off")
    settle(qtbot, panels)


def shown(qtbot, panels: Panels) -> list[str]:
    """The effects, once they are compared."""
    join = panels._since_join
    qtbot.waitUntil(lambda: not join._soon.isActive() and not join._thread.busy, timeout=8000)
    return [line.cells[0].text for line in panels.since.table.lines_model.lines]


def test_without_a_review_it_says_what_to_do(qtbot, panels: Panels) -> None:
    assert shown(qtbot, panels) == []
    assert "Sign off" in panels.since.state.text()
    assert panels.since.file_button.isVisible()


def test_each_effect_is_told_and_leads_to_its_place(
    qtbot, panels: Panels, document: Document, selection: Selection
) -> None:
    signed(qtbot, panels, document)
    assert shown(qtbot, panels) == []
    assert panels.since.state.text().startswith("Nothing has changed since Dr Ada")
    document.do(edits.set_fields(document.tree, "clot_today", urgency=Urgency.ROUTINE), "urgency")
    document.do(edits.set_fields(document.tree, "calf", text="Is it thicker?"), "text")
    settle(qtbot, panels)
    told = shown(qtbot, panels)
    assert told[0] == effect_word(Effect.RULE_BROKEN)
    assert {effect_word(one) for one in (Effect.CASE_LOWER, Effect.LEAF_URGENCY, Effect.TEXT)} <= set(told)
    went = []
    panels.show_panel.connect(went.append)
    table = panels.since.table
    for at, key in enumerate(table.ids()):
        table.go_to(key)
        assert table.lines_model.lines[at].cells[1].text
        qtbot.keyClick(table, Qt.Key.Key_Return)
        if told[at] == effect_word(Effect.LEAF_URGENCY):
            assert selection.nodes == ("clot_today",)
        if told[at] == effect_word(Effect.TEXT):
            assert selection.nodes == ("calf",)
            assert "Is it thicker?" in panels.since.detail.text()
    assert {"rules", "cases", "inspector"} <= set(went)
    assert panels.cases.table.current_key() == "a"


def test_undo_takes_the_lines_away(qtbot, panels: Panels, document: Document) -> None:
    signed(qtbot, panels, document)
    document.do(edits.set_fields(document.tree, "calf", text="Is it thicker?"), "text")
    assert shown(qtbot, panels) == [effect_word(Effect.TEXT)]
    document.stack.undo()
    assert shown(qtbot, panels) == []


def test_a_reviewed_version_that_is_not_here_can_be_chosen(
    qtbot, panels: Panels, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed(qtbot, panels, document)
    original = tmp_path / "as-reviewed.json"
    original.write_bytes(tree_files.encode_tree(document.tree))
    changed = document.tree.copy()
    changed.apply(edits.set_fields(changed, "calf", text="Is it thicker?"))
    path = tmp_path / "changed.json"
    path.write_bytes(tree_files.encode_tree(changed))
    for copy in (tmp_path / "app" / "reviewed").iterdir():
        copy.unlink()
    document.open(path)
    settle(qtbot, panels)
    assert shown(qtbot, panels) == []
    assert "is not on this computer" in panels.since.state.text()
    monkeypatch.setattr(dialogs, "open_path", lambda *_: path)
    panels.since.file_button.click()
    shown(qtbot, panels)
    assert "It is not what Dr Ada reviewed" in panels.since.state.text()
    monkeypatch.setattr(dialogs, "open_path", lambda *_: original)
    panels.since.file_button.click()
    assert shown(qtbot, panels) == [effect_word(Effect.TEXT)]
    assert panels.since.state.text().startswith("Since Dr Ada")
    assert changed.review is not None
    assert reviewed.find(changed.review.sha256, tmp_path / "app" / "reviewed") is not None, "it is kept from now on"


def test_only_what_was_reviewed_is_kept(tmp_path: Path) -> None:
    tree = small()
    assert reviewed.keep(tmp_path, tree) is None
    tree.apply(edits.sign_off(tree, "Dr Ada", "GP", "2026-01-02", "2027-01-02"))
    assert reviewed.keep(tmp_path, tree) is not None
    assert tree.review is not None
    assert reviewed.find(tree.review.sha256, tmp_path) == tree
    tree.apply(edits.set_title(tree, "Another"))
    assert reviewed.keep(tmp_path, tree) is None
    assert reviewed.find("0" * 64, tmp_path, [tmp_path / "none.json"]) is None
