"""A picture as it looks on a dark ground: its lines light, its paper dark, and what is in colour dimmed.

Lines, letters and paper are dark or have little colour, so their lightness is turned round.  What has colour stays
lighter or darker than its neighbours, since a pale foot beside a warm one has to look pale.  SVG text in, SVG text out.
"""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

from kneetree.drawing.palette import ACCENT, DARK, INK, MUTED

_COLOUR = re.compile(r"(?<!href=[\"'])(?<=[\"':\s])#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?=[\"';\s])")
_NAMED = re.compile(r"(?<=[\"':])(white|black)(?=[\"';])")
_NAMES = {"white": "#FFFFFF", "black": "#000000"}
_OURS = {INK: DARK["ink"], MUTED: DARK["muted"], ACCENT: DARK["accent"], "#F7F6F2": DARK["surface"]}
"""The program's own colours, the last of them its paper."""
_DULL = 0.2
"""Below this saturation a colour is taken for a grey."""
_DEEP = 0.3
"""Below this lightness it is taken for that of lines and letters."""
_LEAST, _MOST = 0.1, 0.9
"""The lightness that white and black get."""
_DIMMED, _DULLED = 0.55, 0.4
"""By how much the lightness and the saturation of what has colour are multiplied."""


def darkened(svg: str) -> str:
    """Return a picture in colours for a dark ground; one in colours that are not hexadecimal keeps those."""
    plain = _NAMED.sub(lambda found: _NAMES[found[1]], svg)
    return _COLOUR.sub(lambda found: _dark(found[1]), plain)


def _dark(digits: str) -> str:
    whole = digits if len(digits) == len("RRGGBB") else "".join(digit * 2 for digit in digits)
    if f"#{whole.upper()}" in _OURS:
        return _OURS[f"#{whole.upper()}"]
    hue, light, colour = rgb_to_hls(*(int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    if colour < _DULL or light < _DEEP:
        light = _LEAST + (1 - light) * (_MOST - _LEAST)
    else:
        light, colour = light * _DIMMED, colour * _DULLED
    return "#" + "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, light, colour))
