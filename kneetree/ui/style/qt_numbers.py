"""The few constants of Qt that the first page needs, as plain numbers.

PySide makes a class when it is first asked for, and all members of its enums with it: ``Qt`` takes 16 ms and ``QStyle``
6 ms.  So what the first page is made of takes these numbers, which Qt's properties and measures accept as well, and
asks ``QtCore.Qt`` and ``QtWidgets.QStyle`` for the rest when it is needed.  A test holds that the numbers are Qt's.
"""

from __future__ import annotations

PLAIN_TEXT = 0
"""``Qt.TextFormat.PlainText``, for the property ``textFormat``."""
NO_FOCUS, TAB_FOCUS = 0, 1
"""``Qt.FocusPolicy.NoFocus`` and ``TabFocus``, for the property ``focusPolicy``."""
ALWAYS_OFF, ALWAYS_ON = 1, 2
"""``Qt.ScrollBarPolicy``, for the properties ``horizontalScrollBarPolicy`` and ``verticalScrollBarPolicy``."""
SHOW_MNEMONIC, WORD_WRAP = 0x800, 0x1000
"""``Qt.TextFlag.TextShowMnemonic`` and ``TextWordWrap``, for the measures of a font."""
PAGE_DOWN = 0x01000017
"""``Qt.Key.Key_PageDown``, as an event of a key names it."""
