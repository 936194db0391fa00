"""A map with a small tree on screen, which selects what it is asked to."""

from __future__ import annotations

import pytest

from kneetree import edits
from kneetree.ui.editor.canvas.accessible import make_accessible
from kneetree.ui.editor.canvas.canvas import Canvas
from tests.trees import small
from tests.ui.editor.kinds import all_kinds


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


@pytest.fixture
def canvas_of_kinds(qtbot, theme):
    """A map with a box of each kind, all of it in sight."""
    tree = all_kinds()
    make_accessible()
    made = Canvas(theme, tree, lambda *ends: edits.why_not_connect(tree, *ends))
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    made.fit_all()
    made.animation.stop()
    return made
