"""Edit the values that only the tree's own parts have: a year, a day, a colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QWidget

from kneetree.drawing.palette import REGION_COLOURS
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.choice import Choice
from kneetree.ui.editor.fields.field import Field, LineField, OneLineField
from kneetree.ui.style.text_labels import nested


class YearField(OneLineField[int | None]):
    """A year, or nothing."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, at_end=True, parent=parent)

    def value(self) -> int | None:
        """Return the year; ``None`` for an empty line, and for one that is not a year."""
        text = self.line.text().strip()
        return int(text) if text.isascii() and text.isdigit() and 1000 <= int(text) <= 9999 else None

    def show_value(self, value: int | None) -> None:
        """Show a year; ``None`` is an empty line."""
        self.show_text("" if value is None else str(value))

    def _commit(self) -> None:
        text = self.line.text().strip()
        if text == self._shown:
            self.refuse("")
        elif text and self.value() is None:
            self.refuse(self.tr("Write a year in four digits, like 2020, or leave it empty."))
        else:
            self.refuse("")
            self.edited.emit(self.name, self.value())


class DayField(LineField):
    """A day as year-month-day, or nothing; a button fills in today, or the same day ``in_a_year``."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None, *, in_a_year: bool = False) -> None:
        hint = QCoreApplication.translate("DayField", "For example: {text}").format(text="2026-11-24")
        super().__init__(name, label, hint, at_end=True, parent=parent)
        self._years = 1 if in_a_year else 0
        self.day_button = push(self.tr("In a year") if in_a_year else self.tr("Today"))
        words = self.tr("{field}: in a year") if in_a_year else self.tr("{field}: today")
        self.day_button.setAccessibleName(words.format(field=label))
        self.day_button.clicked.connect(self._fill_in)
        self._column.removeWidget(self.line)
        row = nested(self._column, QHBoxLayout(), at=1)
        row.addWidget(self.line, 1)
        row.addWidget(self.day_button)

    def _fill_in(self) -> None:
        self.line.setText(QDate.currentDate().addYears(self._years).toString("yyyy-MM-dd"))
        self._commit()

    def _commit(self) -> None:
        text = self.line.text().strip()
        if text == self._shown:
            self.refuse("")
        elif text and not QDate.fromString(text, "yyyy-MM-dd").isValid():
            self.refuse(self.tr("Write it as year, month, day, like 2026-11-24, or leave it empty."))
        else:
            self.refuse("")
            self.edited.emit(self.name, text)


class ColourField(Field[str]):
    """A colour: one of a few, or any other."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self._value = REGION_COLOURS[0]
        self.box = Choice()
        for colour in REGION_COLOURS:
            self.box.addItem(_swatch(colour), colour)
        self.box.addItem(self.tr("Another colour…"))
        self.box.activated.connect(self._commit)
        self.put(self.box)

    def value(self) -> str:
        """Return the colour as ``#RRGGBB``."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show a colour; one that is not among the few is added to them."""
        self._value = value
        at = self.box.findText(self._value)
        if at < 0:
            at = self.box.count() - 1
            self.box.insertItem(at, _swatch(self._value), self._value)
        self.box.setCurrentIndex(at)

    def _commit(self, at: int) -> None:
        colour = self.box.itemText(at)
        if at == self.box.count() - 1:
            chosen = QColorDialog.getColor(QColor(self._value), self, self.tr("Colour of the region"))
            colour = chosen.name() if chosen.isValid() else self._value
            self.show_value(colour)
        self.edited.emit(self.name, colour)


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(32, 32)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
