"""When a window is too low or too narrow for large text: the one rule for bars, spaces, headings and pictures.

Room is measured in the text in use, so that a low window and a large text are one and the same case.
"""

from __future__ import annotations

from kneetree.ui.style.theme import Theme

_LEAST_HEIGHT = 400
_LEAST_WIDTH = 320
"""Pixels at 100 %."""


def is_low(theme: Theme, height: int) -> bool:
    """Return whether what is ``height`` pixels high must save every line that nobody reads."""
    return height < theme.px(_LEAST_HEIGHT)


def is_narrow(theme: Theme, width: int) -> bool:
    """Return whether what is ``width`` pixels wide has room for one thing beside another no more."""
    return width < theme.px(_LEAST_WIDTH)
