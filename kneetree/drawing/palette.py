"""The colours and the font that the window, the reports and the exports have in common.

They are dark enough to be read on white; ``DARK`` is what a page shows instead on a dark screen, as the window does.
This module imports nothing, since the theme is loaded before the first page is painted.
"""

from __future__ import annotations

INK, MUTED, LINE, ACCENT = "#16222B", "#4C5A65", "#66747E", "#0B5C7A"
"""Text, secondary text, lines, and what can be acted on."""
URGENCY_COLOURS = {
    "emergency": "#8A0F24",
    "same_day": "#B4460B",
    "within_days": "#7A5C00",
    "routine": "#1F5FA8",
    "self_care": "#2C6E49",
}
"""By the value of an ``Urgency``, most urgent first.

White text on any of these, and any of these on white, has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
"""
CSS_VARIABLES = (
    f"--ink: {INK}; --muted: {MUTED}; --line: {LINE}; --accent: {ACCENT}; --emergency: {URGENCY_COLOURS['emergency']};"
)
"""The same colours for the style sheets of pages, for use within ``:root``."""
DARK = {
    "paper": "#12181D", "surface": "#1B242B", "ink": "#EEF2F4", "muted": "#A9B6BF", "accent": "#6CC3E0",
    "danger": "#FF9AA8", "emergency": "#B3213A", "on_emergency": "#FFFFFF", "same_day": "#F08A4B",
    "within_days": "#E0B93C", "routine": "#7FB4EE", "self_care": "#7CC79A", "on_level": "#0B1418",
}  # fmt: skip
"""By role; on the colour of an urgency the text is ``on_level``, but white on that of an emergency."""
REGION_COLOURS = ("#0B5C7A", "#B4460B", "#2C6E49", "#7A5C00", "#1F5FA8", "#8A0F24", "#5B3A8C", "#4C5A65")
"""The colours offered for a region.  They are clear as lines on paper and, thinned, lie well behind dark text.

New regions take them in this order, in which neighbours are easy to tell apart and the red of an emergency is late.
"""
FONT = "DejaVu Sans, Verdana, Segoe UI, Helvetica, Arial, sans-serif"
"""Font families for SVG, the most likely one first."""


def region_colour(number: int) -> str:
    """Return the colour of the region that comes after ``number`` others."""
    return REGION_COLOURS[number % len(REGION_COLOURS)]
