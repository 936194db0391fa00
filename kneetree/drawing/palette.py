"""The colours and the font of everything that is drawn without Qt, dark enough to be read on white."""

from __future__ import annotations

from kneetree.model.values import Urgency

INK, MUTED, LINE, ACCENT = "#16222B", "#4C5A65", "#66747E", "#0B5C7A"
"""Text, secondary text, lines, and what can be acted on."""
URGENCY_COLOURS = {
    Urgency.EMERGENCY: "#8A0F24",
    Urgency.SAME_DAY: "#B4460B",
    Urgency.WITHIN_DAYS: "#7A5C00",
    Urgency.ROUTINE: "#1F5FA8",
    Urgency.SELF_CARE: "#2C6E49",
}
"""White text on any of these, and any of these on white, has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""
FONT = "DejaVu Sans, Verdana, Segoe UI, Helvetica, Arial, sans-serif"
"""Font families for SVG, the most likely one first."""
