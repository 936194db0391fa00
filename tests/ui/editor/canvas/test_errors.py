"""An error in a gesture, a timer or a painting leaves the map usable: nothing stays begun or half made.

The errors are raised in direct calls, since PySide6 can crash when one passes through an event that a test sends.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage

from kneetree.model.tree import Region
from kneetree.ui.style.painting import painting
from tests.ui.editor.canvas.hand import LEFT, drag, grip, spot


def broken(*_):
    raise ValueError("a bug")


def test_a_target_that_could_not_be_judged_is_not_connected(qtbot, canvas):
    port, start = canvas.viewport(), grip(canvas, "lungs", "yes")
    canvas._pointer._why_not = broken
    qtbot.mousePress(port, LEFT, pos=start)
    with pytest.raises(ValueError, match="a bug"):
        canvas._pointer.move(QPointF(spot(canvas, "strain")))
    assert canvas.view_state.target is None
    with qtbot.assertNotEmitted(canvas.wishes.connect_asked):
        qtbot.mouseRelease(port, LEFT, pos=spot(canvas, "strain"))
    canvas._pointer._why_not = lambda *_: None
    with qtbot.waitSignal(canvas.wishes.connect_asked):
        drag(qtbot, canvas, start, spot(canvas, "strain"))
    assert port.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_drag_that_cannot_be_put_back_is_over(qtbot, canvas, monkeypatch):
    port, start = canvas.viewport(), spot(canvas, "calf")
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, start + QPoint(50, 50))
    assert port.cursor().shape() == Qt.CursorShape.SizeAllCursor
    with monkeypatch.context() as patched, pytest.raises(ValueError, match="a bug"):
        patched.setattr(canvas.model, "put_back", broken)
        canvas._pointer.stop()
    assert port.cursor().shape() == Qt.CursorShape.ArrowCursor
    qtbot.mouseRelease(port, LEFT, pos=start)
    qtbot.mouseClick(port, LEFT, pos=spot(canvas, "strain"))
    assert canvas.view_state.selected == ("strain",)


def test_a_drag_that_fails_at_the_edge_is_given_up_instead_of_failing_again(qtbot, canvas, monkeypatch):
    port, start = canvas.viewport(), spot(canvas, "calf")
    before = canvas.model.positions["calf"]
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, QPoint(3, 400))
    assert canvas._pointer._scroll.isActive()
    with monkeypatch.context() as patched, qtbot.captureExceptions() as caught:
        patched.setattr(canvas.model, "move", broken)
        qtbot.waitUntil(lambda: bool(caught))
        assert not canvas._pointer._scroll.isActive()
    assert len(caught) == 1
    assert canvas.model.positions["calf"] == before
    with qtbot.assertNotEmitted(canvas.wishes.moved):
        qtbot.mouseRelease(port, LEFT, pos=QPoint(3, 400))


def test_preparing_the_view_from_afar_fails_once_and_not_for_ever(qtbot, canvas, monkeypatch):
    monkeypatch.setattr(canvas._map._overview, "prepare", broken)
    with qtbot.captureExceptions() as caught:
        canvas.begin()
        qtbot.waitUntil(lambda: bool(caught))
    assert not canvas._idle.isActive()


def test_regions_are_gathered_again_after_they_could_not_be(canvas, monkeypatch):
    canvas.model.tree.regions["clots"] = Region(title="Clots", nodes=("calf",))
    canvas.model.revision += 1
    picture = QImage(800, 600, QImage.Format.Format_RGB32)
    with painting(picture) as painter:
        with monkeypatch.context() as patched, pytest.raises(ValueError, match="a bug"):
            patched.setattr(canvas.model, "rect", broken)
            canvas.draw(painter, 800, 600)
        canvas.draw(painter, 800, 600)
    assert list(canvas._map._regions._grounds) == ["clots"]
