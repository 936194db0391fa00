"""From a use, a match or a button to the place where it is edited, and back by undo from any window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kneetree.model.tree import Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.panels import Panels
from kneetree.ui.editor.selection import Selection
from tests.ui.editor.conftest import tree_of_all_kinds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def opened() -> Tree:
    return tree_of_all_kinds()


def test_a_question_is_edited_where_it_is_asked(panels: Panels, selection: Selection) -> None:
    panels.go_to("question", "calf_swollen", "help")
    assert selection.nodes == ("swollen",)
    assert panels.inspector.window().focusWidget() is panels.inspector.form.fields["help"].text


def test_what_no_node_asks_is_edited_in_its_page(panels: Panels, selection: Selection) -> None:
    panels.go_to("finding", "unused", "means")
    page = panels.parts.records["finding"]
    assert page.key == "unused" and page.isVisible()
    assert panels.parts.focusWidget() is page.fields["means"].text
    assert selection.nodes == ()


def test_the_number_of_places_leads_to_the_library(panels: Panels, selection: Selection) -> None:
    selection.select("clot")
    uses = panels.inspector.form.fields["do"].rows[0].uses
    uses.places.aboutToShow.emit()
    uses.places.actions()[-1].trigger()
    assert panels.library.entry == ("advice", "rest")


def test_undo_in_the_window_of_parts_is_the_documents(qtbot, panels: Panels, document: Document) -> None:
    panels.go_to("advice", "rest", "text")
    text = panels.parts.records["advice"].fields["text"].text
    qtbot.waitUntil(panels.parts.isActiveWindow)
    qtbot.keyClicks(text, "!")
    assert document.tree.advice["rest"].text == "Rest.!"
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.tree.advice["rest"].text == "Rest."
    assert text.toPlainText() == "Rest."
