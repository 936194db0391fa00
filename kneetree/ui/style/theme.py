"""Colours, sizes, icons and the one style sheet, for light and dark and for text from 100 to 200 %.

Widgets ask it for colours and icons by the role they play, never by value.  It knows nothing of what
is shown; it must stay quick to import, since the first page waits for it.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager

from PySide6 import QtCore
from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from kneetree import shipped
from kneetree.drawing.palette import ACCENT, INK, MUTED, URGENCY_COLOURS
from kneetree.ui import settings
from kneetree.ui.style.dressing import Dressing
from kneetree.ui.style.icon_painter import paint_icon
from kneetree.ui.style.painting import painting

MODES = ("system", "light", "dark")
TEXT_PERCENTS = (100, 125, 150, 175, 200)
_USUAL_FONT_PX = 16
"""A system font above this asks for larger text everywhere."""

LIGHT = {
    "paper": "#F7F6F2", "surface": "#FFFFFF", "ink": INK, "muted": MUTED,
    "line": "#D8D4C9", "edge": "#75818B", "hover": "#EEECE4", "pressed": "#E1DED3", "chosen": "#D8E8EF",
    "accent": ACCENT, "on_accent": "#FFFFFF", "accent_hover": "#094B64", "accent_pressed": "#073B4F",
    "warn": "#FBEFD9", "danger": URGENCY_COLOURS["emergency"], "hit": "#7B2FA6", "on_hit": "#FFFFFF",
    **URGENCY_COLOURS, **{f"on_{level}": "#FFFFFF" for level in URGENCY_COLOURS},
}  # fmt: skip
DARK = {
    "paper": "#12181D", "surface": "#1B242B", "ink": "#EEF2F4", "muted": "#A9B6BF",
    "line": "#313E47", "edge": "#7C8B96", "hover": "#25313A", "pressed": "#2E3D48", "chosen": "#1F4454",
    "accent": "#6CC3E0", "on_accent": "#0B1418", "accent_hover": "#8AD2EA", "accent_pressed": "#A6DFF2",
    "warn": "#3A3018", "danger": "#FF9AA8", "hit": "#D9A6F5", "on_hit": "#0B1418",
    "emergency": "#B3213A", "on_emergency": "#FFFFFF", "same_day": "#F08A4B", "on_same_day": "#0B1418",
    "within_days": "#E0B93C", "on_within_days": "#0B1418", "routine": "#7FB4EE", "on_routine": "#0B1418",
    "self_care": "#7CC79A", "on_self_care": "#0B1418",
}  # fmt: skip


class Theme(QObject):
    """How everything looks now.

    Signals: ``changing()`` all still looks as before, and will change at once; ``changed()`` colours or text size
    differ; restyle what you paint.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, app: QApplication, *, apply: bool = True) -> None:
        """Read the settings, and dress the application unless ``apply`` is false.

        A caller that builds a window first applies the theme afterwards, which saves polishing it many times.
        """
        super().__init__(app)
        self._app = app
        self._dressing = Dressing(app, self)
        self._sheet = (shipped.root() / "style.qss").read_text("utf-8")
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._system_is_dark = _is_dark(app.palette()) and _asks_for_dark()
        self._system_factor = max(1.0, QFontInfo(app.font()).pixelSize() / _USUAL_FONT_PX)
        self.mode = settings.choice("view/mode", MODES, "system")
        percent = settings.number("view/text", TEXT_PERCENTS[0], TEXT_PERCENTS[-1])
        self.text_percent = percent if percent in TEXT_PERCENTS else TEXT_PERCENTS[0]
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        if apply:
            self.apply()

    # -- asking ----------------------------------------------------------------------------------

    @property
    def dark(self) -> bool:
        """Whether light text on a dark ground is shown now."""
        if self.mode != "system":
            return self.mode == "dark"
        return self._system_is_dark

    @property
    def colours(self) -> dict[str, str]:
        """The colours in use, by role, as ``#RRGGBB``."""
        return DARK if self.dark else LIGHT

    def color(self, role: str) -> QColor:
        """Return the colour of one role: ``paper``, ``ink``, ``accent``, ``same_day``, ``on_same_day`` ..."""
        return QColor(self.colours[role])

    @property
    def scale(self) -> float:
        """What lengths of text are multiplied by; 1 at 100 % and an ordinary system font."""
        return self.text_percent / 100 * self._system_factor

    def px(self, size: float) -> int:
        """Return ``size`` (pixels at 100 %) as it is with the text size in use, in pixels."""
        return round(size * self.scale)

    def icon(self, name: str, role: str = "ink") -> QIcon:
        """Return the icon ``resources/icons/<name>.svg`` in the colour of a role, sharp at any size in use."""
        key = (name, self.colours[role])
        if key not in self._icons:
            icon = QIcon()
            for size in (20, 32, 64, 96):
                icon.addPixmap(self.pixmap(name, size, role, ratio=1.0))
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(self, name: str, size: int, role: str = "ink", ratio: float | None = None) -> QPixmap:
        """Return an icon as a picture of ``size`` by ``size`` pixels; ``ratio`` is the screen's density if left out."""
        ratio = ratio or self._app.devicePixelRatio()
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        with painting(pixmap) as painter:
            paint_icon(painter, name, self.colours[role], QRectF(0, 0, size, size))
        return pixmap

    # -- choosing --------------------------------------------------------------------------------

    def choose_mode(self, mode: str) -> None:
        """Show ``"system"``, ``"light"`` or ``"dark"`` from now on, also next time."""
        self.mode = mode
        settings.keep("view/mode", mode)
        self.apply()

    def choose_text(self, percent: int) -> None:
        """Show text at ``percent``, one of ``TEXT_PERCENTS``, from now on, also next time."""
        self.text_percent = percent
        settings.keep("view/text", percent)
        self.apply()

    def _on_system_changed(self) -> None:
        self._system_is_dark = _asks_for_dark()
        if self.mode == "system":
            self.apply()

    def apply(self) -> None:
        """Dress the application, and tell what paints itself that it has to do so again."""
        self.changing.emit()
        font = self._app.font()
        font.setPixelSize(self.px(15))
        self._dressing.put_on(self.style_sheet(), font, self._palette())
        self.changed.emit()

    def while_many_are_made(self) -> AbstractContextManager[None]:
        """Return a context in which many widgets are made at a tenth of the cost; nothing may be painted in it."""
        return self._dressing.put_aside()

    def style_sheet(self) -> str:
        """Return the style sheet with every colour (``@role``) and size (``18sp``) filled in."""
        colours = dict(
            self.colours, controls=(shipped.root() / "controls" / ("dark" if self.dark else "light")).as_posix()
        )
        sheet = re.sub(r"@(\w+)", lambda found: colours[found[1]], self._sheet)
        return re.sub(r"\b(\d+)sp\b", lambda found: f"{self.px(int(found[1]))}px", sheet)

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("edge"))
        return palette


def _asks_for_dark() -> bool:
    """Return whether the system asks for light text on a dark ground."""
    return QGuiApplication.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark


def _is_dark(palette: QPalette) -> bool:
    """Return whether a palette has light text on a dark ground.

    Fusion makes its palette as the system asks.  If that is light, the first page need not ask, which takes ``Qt``.
    """
    return (
        palette.color(QPalette.ColorRole.Window).lightness() < palette.color(QPalette.ColorRole.WindowText).lightness()
    )


_PALETTE = {
    QPalette.ColorRole.Window: "paper", QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface", QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink", QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface", QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "ink",
    QPalette.ColorRole.ToolTipBase: "ink", QPalette.ColorRole.ToolTipText: "paper",
    QPalette.ColorRole.Highlight: "accent", QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent", QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface", QPalette.ColorRole.Midlight: "hover", QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge", QPalette.ColorRole.Shadow: "edge", QPalette.ColorRole.Accent: "accent",
}  # fmt: skip
