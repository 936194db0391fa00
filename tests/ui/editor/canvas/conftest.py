"""A map with a small tree on screen, which selects what it is asked to."""

from __future__ import annotations

import pytest

from kneetree import edits
from kneetree.ui.editor.canvas.accessible import make_accessible
from kneetree.ui.editor.canvas.canvas import Canvas
from tests.trees import small


@pytest.fixture
def canvas(qtbot, theme):
    tree = small()
    make_accessible()
    made = Canvas(theme, tree, lambda *ends: edits.why_not_connect(tree, *ends))

    def select(nodes, current):
        made.show_selection(nodes, current or (nodes or [None])[-1])

    made.wishes.select_asked.connect(select)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    made.setFocus()
    made.fit_all()
    made.animation.stop()
    return made
