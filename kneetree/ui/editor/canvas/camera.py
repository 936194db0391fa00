"""Compute how the map is seen, as scale and place in plain numbers.  Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kneetree.layout import Point, Rect

SMALLEST, LARGEST = 0.00005, 4.0


@dataclass(frozen=True)
class Camera:
    """Hold the ``scale``, screen pixels for one pixel of the map, and the map's point in the upper left corner."""

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def to_map(self, x: float, y: float) -> Point:
        """Return the point of the map under a point of the screen."""
        return self.left + x / self.scale, self.top + y / self.scale

    def to_screen(self, x: float, y: float) -> Point:
        """Return where a point of the map is on the screen."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def sees(self, width: float, height: float) -> Rect:
        """Return the part of the map that a screen of that size shows."""
        return Rect(self.left, self.top, self.left + width / self.scale, self.top + height / self.scale)

    def zoomed(self, factor: float, x: float, y: float) -> Camera:
        """Return the camera nearer or further off; the point of the map under ``(x, y)`` stays there."""
        scale = min(max(self.scale * factor, SMALLEST), LARGEST)
        map_x, map_y = self.to_map(x, y)
        return Camera(scale, map_x - x / scale, map_y - y / scale)

    def panned(self, x: float, y: float) -> Camera:
        """Return the camera after the map was pushed by so many screen pixels."""
        return replace(self, left=self.left - x / self.scale, top=self.top - y / self.scale)

    def fitted(self, area: Rect, width: float, height: float, largest: float) -> Camera:
        """Return the camera that shows all of ``area`` in the middle of a screen, at a scale of at most ``largest``."""
        scale = min(width / max(area.width, 1.0), height / max(area.height, 1.0), largest)
        return Camera(max(scale, SMALLEST)).centred(
            (area.left + area.right) / 2, (area.top + area.bottom) / 2, width, height
        )

    def centred(self, x: float, y: float, width: float, height: float) -> Camera:
        """Return the camera with a point of the map in the middle of the screen."""
        return Camera(self.scale, x - width / self.scale / 2, y - height / self.scale / 2)

    def showing(self, area: Rect, width: float, height: float, margin: float) -> Camera:
        """Return the camera moved as little as needed to show ``area``, or its upper left part if it is too large."""
        seen = self.sees(width, height)
        room = margin / self.scale
        left, top = self.left, self.top
        left += max(0.0, area.right + room - seen.right)
        left -= max(0.0, left - (area.left - room))
        top += max(0.0, area.bottom + room - seen.bottom)
        top -= max(0.0, top - (area.top - room))
        return Camera(self.scale, left, top)

    def between(self, other: Camera, share: float) -> Camera:
        """Return the camera on the way to ``other``, at a share from 0 to 1."""
        keep = 1 - share
        return Camera(
            self.scale * keep + other.scale * share,
            self.left * keep + other.left * share,
            self.top * keep + other.top * share,
        )
