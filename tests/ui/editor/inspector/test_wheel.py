"""The wheel scrolls a form: nothing that it passes over is changed, and nothing takes the focus from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from kneetree.files import tree_files
from kneetree.model.tree import Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.inspector.inspector import Inspector
from kneetree.ui.editor.selection import Selection
from tests.ui.editor.conftest import tree_of_all_kinds


def turn(box: QWidget) -> bool:
    """Turn the wheel a notch over ``box``; return whether ``box`` left it to the form."""
    middle = QPointF(box.rect().center())
    notch = QWheelEvent(
        middle, box.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    notch.ignore()
    QApplication.sendEvent(box, notch)
    return not notch.isAccepted()


def shown(box: QWidget) -> object:
    """Return what a box shows."""
    return box.currentIndex() if isinstance(box, QComboBox) else box.text()


@pytest.mark.parametrize("node", sorted(tree_of_all_kinds().nodes))
@pytest.mark.parametrize("focus", [False, True], ids=["passing over", "with the focus"])
def test_the_wheel_changes_no_field(
    qtbot: QtBot, document: Document, selection: Selection, inspector: Inspector, node: str, *, focus: bool
) -> None:
    before = tree_files.encode_tree(document.tree)
    selection.select(node)
    boxes = [
        box
        for kind in (QComboBox, QAbstractSpinBox)
        for box in inspector.findChildren(kind)
        if box.isVisible() and box.isEnabled()
    ]
    assert boxes
    for box in boxes:
        assert box.focusPolicy() != Qt.FocusPolicy.WheelFocus, f"the wheel gives {box} the focus"
        if focus:
            box.setFocus()
        showing = shown(box)
        assert turn(box), box
        assert shown(box) == showing, box
    assert tree_files.encode_tree(document.tree) == before


def test_a_tree_of_all_kinds_has_numbers_and_choices(
    document: Document, selection: Selection, inspector: Inspector
) -> None:
    kinds: set[type] = set()
    tree: Tree = document.tree
    for node in tree.nodes:
        selection.select(node)
        kinds |= {type(box) for kind in (QComboBox, QAbstractSpinBox) for box in inspector.findChildren(kind)}
    assert {"Points", "Choice", "PickBox"} <= {kind.__name__ for kind in kinds}
