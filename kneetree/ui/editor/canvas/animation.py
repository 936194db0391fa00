"""Move the map smoothly: to another view that was asked for, and to its places when it is tidied.

Nothing else on the map moves by itself, and nothing does if the desktop asks for no animation.
Knows neither the map nor its view: both come as callables.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QStyle, QWidget

from kneetree.layout import Point
from kneetree.ui.editor.canvas.camera import Camera

CAMERA_MS, BOXES_MS = 160, 260
MOST_BOXES = 1500
"""If more boxes than this are to move, they jump."""


class Animation(QObject):
    """Run one motion at a time on a widget, step by step."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_step)
        self._motion.finished.connect(self._on_finished)
        self._step: Callable[[float], None] | None = None

    def stop(self) -> None:
        """Bring a motion in progress to its end at once."""
        if self._step is not None:
            self._motion.stop()
            self._on_finished()

    def camera_to(self, start: Camera, end: Camera, show: Callable[[Camera], None]) -> None:
        """Call ``show`` with cameras from ``start`` to ``end``; jump if the zooms differ too much to be followed."""
        self.stop()
        if start != end:
            ratio = end.scale / start.scale
            self._run(lambda share: show(start.between(end, share)), CAMERA_MS, 0.5 < ratio < 2.0)

    def boxes_to(
        self,
        starts: Mapping[str, Point],
        ends: Mapping[str, Point],
        move: Callable[[dict[str, Point]], None],
        done: Callable[[], None],
    ) -> None:
        """Call ``move`` with places of the boxes between ``starts`` and ``ends``, and at the end ``done``."""
        self.stop()
        moving = {key: (starts[key], end) for key, end in ends.items() if starts[key] != end}

        def step(share: float) -> None:
            if share >= 1.0:
                done()
                return
            move({key: _between(start, end, share) for key, (start, end) in moving.items()})

        self._run(step, BOXES_MS, len(moving) <= MOST_BOXES)

    def _run(self, step: Callable[[float], None], milliseconds: int, worth_it: bool) -> None:
        if not worth_it or not self._is_wanted() or not self._widget.isVisible():
            step(1.0)
            return
        self._step = step
        self._motion.setDuration(milliseconds)
        self._motion.start()

    def _is_wanted(self) -> bool:
        """Return whether the desktop wants things to move."""
        style = self._widget.style()
        return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._widget) > 0

    def _on_step(self, share: float) -> None:
        if self._step is not None and share < 1.0:
            self._step(share)

    def _on_finished(self) -> None:
        step, self._step = self._step, None
        if step is not None:
            step(1.0)


def _between(start: Point, end: Point, share: float) -> Point:
    (x, y), (end_x, end_y) = start, end
    return x + (end_x - x) * share, y + (end_y - y) * share
