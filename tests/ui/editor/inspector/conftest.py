"""The inspector over a tree with every kind of node; Ctrl+Z undoes in it as in the window."""

from __future__ import annotations

import pytest

from kneetree.model.tree import Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.joins.inspector_join import InspectorJoin
from kneetree.ui.editor.selection import Selection
from kneetree.ui.editor.use_index import UseIndex
from tests.ui.editor.conftest import tree_of_all_kinds


@pytest.fixture
def opened() -> Tree:
    return tree_of_all_kinds()


@pytest.fixture
def inspector(qtbot, document: Document, selection: Selection) -> Inspector:
    made = Inspector()
    qtbot.addWidget(made)
    InspectorJoin(document, selection, made, UseIndex(document, made))
    undo = document.stack.createUndoAction(made)
    undo.setShortcut("Ctrl+Z")
    made.addAction(undo)
    made.resize(420, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made
