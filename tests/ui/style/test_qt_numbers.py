"""The numbers that the first page takes for constants of Qt are Qt's."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kneetree.ui.style import qt_numbers


def test_the_numbers_are_those_of_qt() -> None:
    focus, bars, flags = Qt.FocusPolicy, Qt.ScrollBarPolicy, Qt.TextFlag
    assert Qt.TextFormat.PlainText.value == qt_numbers.PLAIN_TEXT
    assert (focus.NoFocus.value, focus.TabFocus.value) == (qt_numbers.NO_FOCUS, qt_numbers.TAB_FOCUS)
    assert (
        bars.ScrollBarAlwaysOff.value,
        bars.ScrollBarAlwaysOn.value,
    ) == (qt_numbers.ALWAYS_OFF, qt_numbers.ALWAYS_ON)
    assert (
        flags.TextShowMnemonic.value,
        flags.TextWordWrap.value,
    ) == (qt_numbers.SHOW_MNEMONIC, qt_numbers.WORD_WRAP)
    assert Qt.Key.Key_PageDown.value == qt_numbers.PAGE_DOWN
