"""The only motion of the map: to another view that was asked for, and to its places when it is tidied.

Where the desktop asks for no animation there is none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QStyle

from kneetree.layout import Point
from kneetree.ui.editor.canvas.camera import Camera

if TYPE_CHECKING:
    from kneetree.ui.editor.canvas.view import MapView

CAMERA_MS, BOXES_MS = 160, 260
MOST_BOXES = 1500
"""More boxes than this do not glide: they jump."""


class Animation(QObject):
    """Moves a view's camera or its boxes step by step."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_step)
        self._motion.finished.connect(self._on_finished)
        self._step: Callable[[float], None] | None = None

    def stop(self) -> None:
        """Where something glides, let it be there at once."""
        if self._step is not None:
            self._motion.stop()
            self._on_finished()

    def camera_to(self, camera: Camera) -> None:
        """Look from there; a far way is jumped, since nothing could be followed on it."""
        self.stop()
        start = self._view.camera
        if start == camera:
            return
        ratio = camera.scale / start.scale
        self._run(lambda share: self._view._set_camera(start.between(camera, share)), CAMERA_MS, 0.5 < ratio < 2.0)

    def boxes_to(self, places: dict[str, Point], done: Callable[[], None]) -> None:
        """Let boxes go from where they are to ``places``, then call ``done``."""
        self.stop()
        model = self._view.model
        starts = {key: model.positions[key] for key in places}
        moving = {key: place for key, place in places.items() if starts[key] != place}

        def step(share: float) -> None:
            if share >= 1.0:
                done()
                return
            model.move(
                {
                    key: (starts[key][0] + (x - starts[key][0]) * share, starts[key][1] + (y - starts[key][1]) * share)
                    for key, (x, y) in moving.items()
                }
            )
            self._view.viewport().update()

        self._run(step, BOXES_MS, len(moving) <= MOST_BOXES)

    def _run(self, step: Callable[[float], None], milliseconds: int, worth_it: bool) -> None:
        if not worth_it or not self.wanted() or not self._view.isVisible():
            step(1.0)
            return
        self._step = step
        self._motion.setDuration(milliseconds)
        self._motion.start()

    def wanted(self) -> bool:
        """Whether the desktop wants things to move."""
        style = self._view.style()
        return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._view) > 0

    def _on_step(self, share: float) -> None:
        if self._step is not None and share < 1.0:
            self._step(share)

    def _on_finished(self) -> None:
        step, self._step = self._step, None
        if step is not None:
            step(1.0)
