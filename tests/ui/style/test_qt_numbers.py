"""The numbers that the first page takes for constants of Qt are Qt's."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kneetree.ui.style import qt_numbers


def test_the_numbers_are_those_of_qt() -> None:
    focus, bars, flags = Qt.FocusPolicy, Qt.ScrollBarPolicy, Qt.TextFlag
    assert qt_numbers.PLAIN_TEXT == Qt.TextFormat.PlainText.value
    assert (qt_numbers.NO_FOCUS, qt_numbers.TAB_FOCUS) == (focus.NoFocus.value, focus.TabFocus.value)
    assert (qt_numbers.ALWAYS_OFF, qt_numbers.ALWAYS_ON) == (
        bars.ScrollBarAlwaysOff.value,
        bars.ScrollBarAlwaysOn.value,
    )
    assert (qt_numbers.SHOW_MNEMONIC, qt_numbers.WORD_WRAP) == (
        flags.TextShowMnemonic.value,
        flags.TextWordWrap.value,
    )
