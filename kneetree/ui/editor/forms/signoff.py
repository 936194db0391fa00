"""Show a reviewer what the safety rules say; ask for name, role, the day of the review and the day of the next."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from kneetree.model.tree import Review
from kneetree.ui.editor.fields.field import LineField
from kneetree.ui.editor.fields.simple_fields import DayField
from kneetree.ui.editor.forms.dialog import FormDialog

_LINES = 10
"""How many lines of the rules are in view."""


class SignOffDialog(FormDialog):
    """A reviewer's word over the content as it is now; ``rules`` is all that the safety rules say, in words."""

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
        self.add(DayField("next", self.tr("Next review by")))
        self.column.addStretch(1)
        today = QDate.currentDate()
        self.fill({
            "by": review.by if review else "",
            "role": review.role if review else "",
            "on": today.toString(Qt.DateFormat.ISODate),
            "next": today.addYears(1).toString(Qt.DateFormat.ISODate),
        })  # fmt: skip
        self.finish()

    def values(self) -> tuple[str, str, str, str]:
        """Name, role, day of the review, day of the next."""
        by, role, on, following = (str(field.value()) for field in self.fields.values())
        return by, role, on, following
