"""Panels and dialogs that are closed are gone: no widget stays behind, however often they open."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from kneetree.checks import Problem
from kneetree.model.tree import Case
from kneetree.proof.lowering import Lowering
from kneetree.ui.document.document import Document
from kneetree.ui.editor.joins.panels import make_panels
from kneetree.ui.editor.panels.lowering import LoweringPanel
from kneetree.ui.editor.panels.problems import ProblemsPanel
from kneetree.ui.editor.selection import Selection
from kneetree.ui.style.theme import Theme
from tests.trees import small

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def swept() -> int:
    """How many widgets there are once all that is to be deleted is."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(QApplication.allWidgets())


def test_panels_leave_nothing_behind(qtbot, document: Document, theme: Theme) -> None:
    counts, seen = [], []
    for _ in range(8):
        window, selection = QWidget(), Selection()
        panels = make_panels(document, selection, theme, window)
        for widget in (*panels.widgets().values(), panels.review):
            widget.setParent(window)
        selection.select("swollen")
        selection.select("clot")
        qtbot.waitUntil(lambda panels=panels: not panels.live.busy, timeout=5000)
        seen += [weakref.ref(panels), weakref.ref(panels.inspector), weakref.ref(panels.outline)]
        window.close()
        window.deleteLater()
        del panels, widget, window, selection
        counts.append(swept())
    assert len(set(counts[1:])) == 1, counts
    assert [ref() for ref in seen if ref() is not None] == []


def test_dialogs_leave_nothing_behind(qtbot, document: Document, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panels = make_panels(document, Selection(), theme, window)
    for widget in (*panels.widgets().values(), panels.review):
        widget.setParent(window)
    window.show()
    counts = []
    for _ in range(20):
        panels.rules.add.emit()
        panels.cases.add.emit()
        panels.sign_off()
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and top is not window:
                top.close()
        counts.append(swept())
    assert len(set(counts[1:])) == 1, counts
    assert Case(id="x").id not in document.tree.cases


def test_rows_that_are_made_late_keep_no_panel_alive(qtbot, theme: Theme) -> None:
    """Python's collector would take such a panel apart in any order, and the program with it."""
    tree = small()
    problems, lowering = ProblemsPanel(theme.icon), LoweringPanel(theme.icon)
    found = [Problem("no_safety_net", "error", "calf", f"Say when, {number}.") for number in range(3)]
    problems.show_problems(tree, found, found[:1])
    problems.show_problems(tree, found[1:], [])
    lowering.show_lowerings(tree, {"swollen_calf": Lowering("swollen_calf", True, None)}, whole=True)
    assert len(lowering.table.lines_model.lines) == 1
    panels = [weakref.ref(problems), weakref.ref(lowering)]
    del problems, lowering
    assert [panel() for panel in panels] == [None, None]
