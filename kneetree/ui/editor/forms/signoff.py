"""Show a reviewer what the safety rules say; ask for name, role, the day of the review and the day of the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kneetree.model.tree import Review
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.field import LineField
from kneetree.ui.editor.fields.simple_fields import DayField
from kneetree.ui.editor.forms.dialog import FormDialog
from kneetree.ui.style.text_labels import nested

_LINES = 10
"""How many lines of the rules are in view."""


@dataclass(frozen=True)
class Standing:
    """What is known of one side of the tree in words, and whether it can be signed so.

    ``fine`` is ``None`` until it is known.  ``part`` and ``key`` are the first thing to mend if it is not.
    ``empty`` says that there is nothing that could be fine or not.
    """

    words: str
    fine: bool | None
    part: str = ""
    key: str = ""
    empty: bool = False

    @property
    def mark(self) -> str:
        """Return the mark before its words; what is empty has no tick."""
        if self.empty and self.fine:
            return "\u2013"
        return {True: "\u2713", False: "\u2717", None: "\u2026"}[self.fine]


class SignOffDialog(FormDialog):
    """A reviewer's word over the content as it is now; ``rules`` is all that the safety rules say, in words.

    Signals: ``go(str part, str key)`` to what keeps the tree from being signed; the dialog closes.
    """

    go = Signal(str, str)

    def __init__(self, review: Review | None, state: str, rules: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Sign off"), self.tr("Sign off"), parent)
        words = QLabel(
            self.tr(
                "You say with your name that you have reviewed every question, leaf, rule and case of this tree as "
                "it is now. Any later edit shows it as changed since your review, on every screen, print and export."
            )
        )
        words.setWordWrap(True)
        now = QLabel(state)
        now.setObjectName("nodeProblems")
        now.setTextFormat(Qt.TextFormat.PlainText)
        now.setWordWrap(True)
        self.column.addWidget(words)
        self.column.addWidget(now)
        self.standing: tuple[Standing, ...] = ()
        self._lines = nested(self.column, QVBoxLayout())
        self._lines.setSpacing(4)
        self._rows: list[tuple[QLabel, QPushButton]] = []
        self.rules = QPlainTextEdit(rules)
        self.rules.setReadOnly(True)
        self.rules.setTabChangesFocus(True)
        self.rules.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        heading = QLabel(self.tr("What the safety &rules promise"))
        heading.setObjectName("formHeading")
        heading.setBuddy(self.rules)
        for part in (heading, self.rules):
            self.column.addWidget(part)
            part.setVisible(bool(rules))
        self.add(LineField("by", self.tr("Name")))
        self.add(LineField("role", self.tr("Role"), self.tr("Such as: general practitioner")))
        self.add(DayField("on", self.tr("Reviewed on")))
        self.add(DayField("next", self.tr("Next review by"), in_a_year=True))
        self.column.addStretch(1)
        today = QDate.currentDate()
        self.fill({
            "by": review.by if review else "",
            "role": review.role if review else "",
            "on": today.toString(Qt.DateFormat.ISODate),
            "next": today.addYears(1).toString(Qt.DateFormat.ISODate),
        })  # fmt: skip
        self.finish()

    def show_standing(self, standing: Sequence[Standing]) -> None:
        """Show the state of problems, rules and cases, with a way to what has to be mended first."""
        self.standing = tuple(standing)
        while len(self._rows) < len(standing):
            self._rows.append(self._row(len(self._rows)))
        for place, (label, button) in enumerate(self._rows):
            there = place < len(standing)
            label.setText(f"{standing[place].mark}  {standing[place].words}" if there else "")
            label.setVisible(there)
            button.setVisible(there and bool(standing[place].part) and standing[place].fine is False)
        if self.trouble.isVisible():
            self._refuse_or_clear()

    def fault(self) -> tuple[str, str] | None:
        """Return why the tree cannot be signed as it is now."""
        if any(line.fine is None for line in self.standing):
            return self.tr("The tree is still being checked. Wait until it is done."), ""
        broken = [line.words for line in self.standing if not line.fine]
        if broken:
            return self.tr("This tree cannot be signed yet. {reasons}.").format(reasons=". ".join(broken)), ""
        following = QDate.fromString(self.values()[3], Qt.DateFormat.ISODate)
        if following.isValid() and following <= QDate.currentDate():
            return self.tr("The next review must be on a day that is still to come."), "next"
        return None

    def _refuse_or_clear(self) -> None:
        self.refuse((self.fault() or ("", ""))[0])

    def _row(self, place: int) -> tuple[QLabel, QPushButton]:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        button = push(self.tr("Go there"), "chevron_right")
        button.clicked.connect(partial(self._on_go, place))
        row = nested(self._lines, QHBoxLayout())
        row.addWidget(label, 1)
        row.addWidget(button)
        return label, button

    def _on_go(self, place: int) -> None:
        wanted = self.standing[place]
        self.reject()
        self.go.emit(wanted.part, wanted.key)

    def values(self) -> tuple[str, str, str, str]:
        """Name, role, day of the review, day of the next."""
        by, role, on, following = (str(field.value()) for field in self.fields.values())
        return by, role, on, following
