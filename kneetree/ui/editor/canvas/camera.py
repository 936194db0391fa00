"""How the map is seen: scale and place, in plain figures.  Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kneetree.layout import Point, Rect

SMALLEST, LARGEST = 0.00005, 4.0


@dataclass(frozen=True)
class Camera:
    """``scale`` is screen pixels for one pixel of the map; ``left`` and ``top`` the map's point in the corner."""

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def to_map(self, x: float, y: float) -> Point:
        """The point of the map under a point of the screen."""
        return self.left + x / self.scale, self.top + y / self.scale

    def to_screen(self, x: float, y: float) -> Point:
        """Where a point of the map is on the screen."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def sees(self, width: float, height: float) -> Rect:
        """The part of the map that a screen of that size shows."""
        return Rect(self.left, self.top, self.left + width / self.scale, self.top + height / self.scale)

    def zoomed(self, factor: float, x: float, y: float) -> Camera:
        """Nearer or further, the point of the map under ``(x, y)`` staying there."""
        scale = min(max(self.scale * factor, SMALLEST), LARGEST)
        map_x, map_y = self.to_map(x, y)
        return Camera(scale, map_x - x / scale, map_y - y / scale)

    def panned(self, x: float, y: float) -> Camera:
        """The map pushed by so many screen pixels."""
        return replace(self, left=self.left - x / self.scale, top=self.top - y / self.scale)

    def fitted(self, area: Rect, width: float, height: float, largest: float) -> Camera:
        """All of ``area`` in the middle of a screen of that size, at most ``largest``."""
        scale = min(width / max(area.width, 1.0), height / max(area.height, 1.0), largest)
        return Camera(max(scale, SMALLEST)).centred(
            (area.left + area.right) / 2, (area.top + area.bottom) / 2, width, height
        )

    def centred(self, x: float, y: float, width: float, height: float) -> Camera:
        """A point of the map in the middle of the screen."""
        return Camera(self.scale, x - width / self.scale / 2, y - height / self.scale / 2)

    def showing(self, area: Rect, width: float, height: float, margin: float) -> Camera:
        """Moved as little as needed to bring ``area`` into sight; where it is too large, its left top."""
        seen = self.sees(width, height)
        room = margin / self.scale
        left, top = self.left, self.top
        left += max(0.0, area.right + room - seen.right)
        left -= max(0.0, left - (area.left - room))
        top += max(0.0, area.bottom + room - seen.bottom)
        top -= max(0.0, top - (area.top - room))
        return Camera(self.scale, left, top)

    def between(self, other: Camera, share: float) -> Camera:
        """The way from here to ``other``, 0 to 1."""
        keep = 1 - share
        return Camera(
            self.scale * keep + other.scale * share,
            self.left * keep + other.left * share,
            self.top * keep + other.top * share,
        )
