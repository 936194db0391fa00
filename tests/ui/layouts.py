"""What can be typed on the main keyboard of four layouts, with which other keys, and so which shortcuts can be had.

From the layouts of XKB: ``us``, ``gb``, ``de`` and ``es``.  Letters from A to Z, digits without Shift, function keys
and the keys that move are on each of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True)
class Layout:
    """The signs that are typed alone and with Shift, letters from A to Z and digits left out.

    ``third`` has the letters and digits whose keys give another sign with AltGr, which is Ctrl+Alt on Windows.
    """

    plain: str
    shifted: str
    third: str = ""

    def can_type(self, keys: QKeySequence) -> bool:
        """Whether a shortcut can be pressed on the main keyboard and means this and nothing else."""
        return all(self._can_press(keys[place]) for place in range(keys.count()))

    def _can_press(self, pressed: object) -> bool:
        key, held = pressed.key(), pressed.keyboardModifiers()
        with_shift = Qt.KeyboardModifier.ShiftModifier in held
        if key > Qt.Key.Key_ydiaeresis:  # not a sign: F1, Home, Delete
            return True
        sign = chr(key)
        if held & ALT_GR == ALT_GR and sign.lower() in self.third:
            return False
        if sign.isascii() and sign.isalpha():
            return True
        if sign.isdigit():
            return not with_shift
        # With Shift held the key gives another sign, and a shortcut that is without Shift is preferred.
        return not with_shift and sign in self.plain + self.shifted


LAYOUTS = {
    "US": Layout("`-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?'),
    "UK": Layout("`-=[]#;'\\,./", '¬!"£$%^&*()_+{}~:@|<>?', "4aeiou"),
    "German": Layout("^ß´ü+öä#<,.-", "°!\"§$%&/()=?`ÜÄÖ*'>;:_", "237890qem"),
    "Spanish": Layout("º'¡`+ñ´ç<,.-", 'ª!"·$%&/()=?¿^*Ñ¨Ç>;:_', "12346e"),
}
