"""How wide a text is and where its lines break, without a font engine.

Pictures are written here as text (SVG) and drawn on screen by Qt; both must fit their boxes.  The widths are those of
DejaVu Sans, which is wider than the usual system fonts, so that a box made for it fits them all.
"""

from __future__ import annotations

from functools import lru_cache

# fmt: off
# Advance widths in thousandths of the font size: U+0020..U+007E, then U+00A0..U+00FF.
_ASCII = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)
_LATIN = (
    318, 401, 636, 636, 636, 636, 337, 500, 500, 1000, 471, 612, 838, 0, 1000, 500, 500, 838, 401,
    401, 500, 636, 636, 318, 500, 401, 471, 612, 969, 969, 969, 531, 684, 684, 684, 684, 684, 684,
    974, 698, 632, 632, 632, 632, 295, 295, 295, 295, 775, 748, 787, 787, 787, 787, 787, 838, 787,
    732, 732, 732, 732, 611, 605, 630, 613, 613, 613, 613, 613, 613, 982, 550, 615, 615, 615, 615,
    278, 278, 278, 278, 612, 634, 612, 612, 612, 612, 612, 838, 612, 634, 634, 634, 634, 592, 635,
    592,
)
_ASCII_BOLD = (
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683,
    683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771,
    724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665,
    343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
)
_LATIN_BOLD = (
    348, 456, 696, 696, 636, 696, 365, 500, 500, 1000, 564, 646, 838, 0, 1000, 500, 500, 838, 438,
    438, 500, 736, 636, 380, 500, 438, 564, 646, 1035, 1035, 1035, 580, 774, 774, 774, 774, 774, 774,
    1085, 734, 683, 683, 683, 683, 372, 372, 372, 372, 838, 837, 850, 850, 850, 850, 850, 838, 850,
    812, 812, 812, 812, 724, 738, 719, 675, 675, 675, 675, 675, 675, 1048, 593, 678, 678, 678, 678,
    343, 343, 343, 343, 687, 712, 687, 687, 687, 687, 687, 838, 687, 712, 712, 712, 712, 652, 716,
    652,
)
# fmt: on
_OTHER = 1000


def width(text: str, px: float, bold: bool = False) -> float:
    """Return the width of one line of ``text`` in pixels, at a font size of ``px`` pixels."""
    return _thousandths(text, bold) * px / 1000


def _thousandths(text: str, bold: bool) -> int:
    """Return the width of ``text`` in thousandths of the font size."""
    ascii_widths, latin_widths = (_ASCII_BOLD, _LATIN_BOLD) if bold else (_ASCII, _LATIN)
    total = 0
    for character in text:
        code = ord(character)
        if 32 <= code < 127:
            total += ascii_widths[code - 32]
        elif 160 <= code < 256:
            total += latin_widths[code - 160]
        else:
            total += _OTHER
    return total


_of_word = lru_cache(maxsize=8192)(_thousandths)
"""The widths of words, most of which come again and again: measuring 50,000 boxes takes a third of the time."""


def wrap(text: str, room: float, px: float, bold: bool = False) -> list[str]:
    """Return ``text`` as lines of at most ``room`` pixels; a word that is wider than that is cut.

    The list is never empty: no text is one empty line.
    """
    lines: list[str] = []
    space = _of_word(" ", bold)
    for paragraph in text.splitlines() or [""]:
        line: list[str] = []
        taken = 0
        for word in paragraph.split():
            wide = _of_word(word, bold)
            for piece in [word] if wide * px / 1000 <= room else _pieces(word, room, px, bold):
                more = _of_word(piece, bold)
                if line and (taken + space + more) * px / 1000 > room:
                    lines.append(" ".join(line))
                    line, taken = [piece], more
                else:
                    taken += space + more if line else more
                    line.append(piece)
        lines.append(" ".join(line))
    return lines


def _pieces(word: str, room: float, px: float, bold: bool) -> list[str]:
    pieces, piece = [], ""
    for character in word:
        if piece and width(piece + character, px, bold) > room:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]
