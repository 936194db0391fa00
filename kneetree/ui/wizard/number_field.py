"""A field for a whole number about the person: typed digits, the range in words, days also as weeks, months or years.

It knows one scale and says what was typed; whether that answers a question is not its business.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QButtonGroup, QRadioButton, QWidget

from kneetree.model import scales
from kneetree.model.tree import Scale
from kneetree.ui.announcing import announce
from kneetree.ui.style import room, text_labels
from kneetree.ui.style.button_row import ButtonRow
from kneetree.ui.style.theme import Theme

_DIGITS = 12
_NUMBER = re.compile(r"-?[0-9]+", re.ASCII)
_SCROLLING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
_INDENT = 8
_FIELD_WIDTH = 176
_NARROW_FIELD = 120
"""Pixels at 100 %."""


class NumberEdit(QAbstractSpinBox):
    """Whole numbers that may be typed freely, or be missing; the wheel and the keys that turn pages alter nothing.

    Signals: ``changed()``; ``entered()`` when Enter was pressed.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "number")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setMaxLength(_DIGITS)
        self.lineEdit().setTextMargins(_INDENT, 0, 0, 0)  # the style sheet's padding does not reach it
        self.lineEdit().textChanged.connect(self._on_text)
        self.least, self.most = 0, 0

    def set_range(self, least: int, most: int) -> None:
        """Let the arrow keys stay from ``least`` to ``most``; what is typed may be outside."""
        self.least, self.most = least, most
        # Assistive technology asks for these properties by name.
        self.setProperty("minimum", least)
        self.setProperty("maximum", most)

    @property
    def number(self) -> int | None:
        """What is typed, or ``None`` if that is not a number."""
        typed = self.lineEdit().text()
        return int(typed) if _NUMBER.fullmatch(typed) else None

    def show_number(self, number: int | None) -> None:
        """Show a number, or an empty field."""
        self.lineEdit().setText("" if number is None else str(number))

    def validate(self, typed: str, place: int) -> tuple[QValidator.State, str, int]:
        """Accept digits only, and a minus before them if numbers below 0 can be given."""
        state = QValidator.State
        if not typed or (typed == "-" and self.least < 0):
            return state.Intermediate, typed, place
        right = _NUMBER.fullmatch(typed) and (self.least < 0 or not typed.startswith("-"))
        return (state.Acceptable if right else state.Invalid), typed, place

    def stepBy(self, steps: int) -> None:
        """Go up or down within the range; from an empty field, begin at the least number."""
        number = self.number
        following = self.least if number is None else max(self.least, min(self.most, number + steps))
        self.show_number(following)
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Return which way the arrows can go."""
        flag, number = QAbstractSpinBox.StepEnabledFlag, self.number
        up = flag.StepUpEnabled if number is None or number < self.most else flag.StepNone
        down = flag.StepDownEnabled if number is not None and number > self.least else flag.StepNone
        return up | down

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter, leave to the page what scrolls it, and take the other keys as any such field does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered.emit()
            return
        if event.key() in _SCROLLING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # Qt would go up or down by ten: 72 years became 62
            return
        super().keyPressEvent(event)

    def _on_text(self) -> None:
        self.setProperty("value", self.number)
        self.changed.emit()


class NumberField(QWidget):
    """The number of one scale, with its unit or a choice of units.

    A line below says what is wrong, or how many days a time is.

    Signals: ``changed()``; ``entered()`` when Enter was pressed in the field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, question: str, rule: str, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = scale
        self._question = question
        self.unit = scale.unit
        self._given = ("", self.unit)
        self.edit = NumberEdit(self)
        self._rule = rule
        self.edit.setAccessibleDescription(rule)
        self.says = text_labels.label("", "body", self)
        self.says.setProperty("bad", False)
        self._is_low = False
        self.units: dict[str, QRadioButton] = {}
        rows = text_labels.column(self, 8)
        self._line = line = text_labels.nested(rows, text_labels.row(None, 12))
        line.addWidget(self.edit)
        if scale.unit == "days":
            self._units = QButtonGroup(self)
            self._units.buttonToggled.connect(self._on_unit)
            line.addWidget(self._unit_choice(), 1)
        else:
            line.addWidget(text_labels.label(self._unit_word(scale.unit), "body", self), 1)
        rows.addWidget(self.says)
        self.edit.changed.connect(self._on_changed)
        self.edit.entered.connect(self.entered)
        theme.changed.connect(self._fit)
        self._fit()
        self._name()

    # -- what it holds ---------------------------------------------------------------------------

    @property
    def number(self) -> int | None:
        """The number in the unit of the scale if it lies in its range, else ``None``."""
        typed = self.edit.number
        if typed is None:
            return None
        number = scales.Time(typed, self.unit) if self.units else typed
        return number if scales.is_in(self._scale, number) else None

    def show_number(self, number: int | None) -> None:
        """Show a number that was given before, a time in the unit in which it was said, or an empty field."""
        if self.units:
            unit = "days"
            if number is not None:
                time = scales.time_said(number)
                number, unit = time.amount, time.unit
            if self.unit != unit:
                self._choose(unit)
        if self.edit.number != number:
            self.edit.show_number(number)
        self.settle()
        self._say()

    @property
    def draft(self) -> tuple[str, str] | None:
        """The typed digits with their unit, not yet an answer; ``None`` if they are the answer given."""
        typed = self.edit.text(), self.unit
        return typed if typed[0] and typed != self._given else None

    def show_draft(self, draft: tuple[str, str] | None) -> None:
        """Show digits that were typed and not yet said, or with ``None`` what was said."""
        digits, unit = draft or self._given
        if unit in self.units:
            self._choose(unit)
        self.edit.lineEdit().setText(digits)
        self._say()

    def settle(self) -> None:
        """Take what is typed for what was said."""
        self._given = self.edit.text(), self.unit

    def complain(self) -> None:
        """Say which numbers can be given, and leave the keyboard in the field."""
        least, most = self._range()
        sentence = self.tr("Please give a whole number from {least} to {most} ({unit}).")
        self._show(sentence.format(least=least, most=most, unit=self._unit_word(self.unit)), bad=True)
        self.focus()
        announce(self.edit, self.says.text())

    def focus(self) -> None:
        """Put the keyboard in the field, with all of it marked."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    # -- inner -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the unit beside the field, or below it where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = room.is_narrow(self._theme, self.width())
        self.edit.setFixedWidth(self._theme.px(_NARROW_FIELD if is_narrow else _FIELD_WIDTH))
        text_labels.stack(self._line, is_narrow)

    def _unit_choice(self) -> ButtonRow:
        row = ButtonRow(parent=self)
        row.setAccessibleName(self.tr("Unit of time"))
        for unit in scales.TIMES:
            button = QRadioButton(self._unit_word(unit), row)
            button.setProperty("role", "body")
            button.setAccessibleDescription(row.accessibleName())
            button.installEventFilter(self)
            self._units.addButton(button)
            self.units[unit] = button
            row.add(button)
        self.units["days"].setChecked(True)
        return row

    def _unit_word(self, unit: str) -> str:
        known = {
            "days": self.tr("days"),
            "weeks": self.tr("weeks"),
            "months": self.tr("months"),
            "years": self.tr("years"),
        }
        return known.get(unit, unit)

    def _range(self) -> tuple[int, int]:
        """Return the least and the most that can be given in the unit in use."""
        least, most = self._scale.least, self._scale.most
        if not self.units or self.unit == "days":
            return least, most
        each = scales.days(12, self.unit)
        low, high = 12 * least // each, 12 * most // each + 1
        while scales.days(low, self.unit) < least:
            low += 1
        while high > low and scales.days(high, self.unit) > most:
            high -= 1
        return low, high

    def _choose(self, unit: str) -> None:
        self.unit = unit
        self.units[unit].setChecked(True)
        # Qt lets Tab come to the button that had the keyboard last; arrows choose another only from the chosen one.
        for name, button in self.units.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == unit else Qt.FocusPolicy.ClickFocus)
        self._name()

    def _on_unit(self, _button: QAbstractButton, _on: bool) -> None:
        """Take the unit that is marked now: assistive technology marks it without a click."""
        unit = next((unit for unit, button in self.units.items() if button.isChecked()), self.unit)
        if unit != self.unit:
            self._choose(unit)
            self._on_changed()

    def _name(self) -> None:
        least, most = self._range()
        self.edit.set_range(least, most)
        text = self.tr("{question} Number of {unit}, from {least} to {most}")
        self.edit.setAccessibleName(
            text.format(question=self._question, unit=self._unit_word(self.unit), least=least, most=most)
        )

    def _on_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """Show the time back in days, and take an earlier complaint away."""
        number = self.number
        if not self.units or self.unit == "days" or number is None:
            self._show("", bad=False)
        elif number == 1:
            self._show(self.tr("= 1 day"), bad=False)
        else:
            self._show(self.tr("= {number} days").format(number=number), bad=False)

    def make_lower(self, low: bool) -> None:
        """Leave no room for the line below while it says nothing, or keep it free so that nothing moves."""
        self._is_low = low
        self.says.setHidden(low and not self.says.text())

    def _show(self, text: str, *, bad: bool) -> None:
        self.says.setText(text)
        self.says.setHidden(self._is_low and not text)
        self.edit.setAccessibleDescription(text if bad else self._rule)
        for widget in (self.says, self.edit):
            if widget.property("bad") != bad:
                widget.setProperty("bad", bad)
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter on a unit as Enter in the field."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter:
            if not event.isAutoRepeat():
                self.entered.emit()
            return True
        return super().eventFilter(watched, event)
