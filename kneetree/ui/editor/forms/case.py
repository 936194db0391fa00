"""Edit a case: a person, their findings, and what is expected of the tree."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import structs
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from kneetree.model.tree import Case, Expect, Tree, Urgency
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.fact_fields import FactsField
from kneetree.ui.editor.fields.field import ChoiceField, Field, LineField, OneLineField, TextField
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.forms.dialog import FormDialog
from kneetree.ui.editor.labels import urgency_word
from kneetree.ui.style.theme import Theme


class AmountField(OneLineField[float | None]):
    """A number from 0, whole or not, or nothing."""

    def value(self) -> float | None:
        """Return the number; ``None`` for an empty line, and for one that is not a number, which the field says."""
        text = self.line.text().strip().replace(",", ".")
        self.refuse("")
        if not text:
            return None
        try:
            number = float(text)
        except ValueError:
            number = -1.0
        if not 0 <= number <= 1_000_000:
            self.refuse(self.tr("Write a number, or leave it empty."))
            return None
        return int(number) if number == int(number) else number

    def show_value(self, value: float | None) -> None:
        """Show a number; what is being typed stays."""
        if not self.line.hasFocus():
            self.show_text("" if value is None else f"{value:g}")

    def _commit(self) -> None:
        self.edited.emit(self.name, self.value())


class BandField(Field[Collection[Urgency]]):
    """The levels that are acceptable, as boxes to tick."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[Urgency, QCheckBox] = {}
        for place, level in enumerate(reversed(Urgency)):
            box = QCheckBox(urgency_word(level))
            box.clicked.connect(self._commit)
            grid.addWidget(box, place // 3, place % 3)
            self.boxes[level] = box
        self.put(body)
        self.label.setBuddy(self.boxes[Urgency.EMERGENCY])

    def value(self) -> tuple[Urgency, ...]:
        """Return the ticked levels, most urgent first."""
        return tuple(level for level, box in self.boxes.items() if box.isChecked())

    def show_value(self, value: Collection[Urgency]) -> None:
        """Tick these levels and clear the others."""
        for level, box in self.boxes.items():
            box.setChecked(level in value)

    def _commit(self) -> None:
        self.edited.emit(self.name, self.value())


class CaseDialog(FormDialog):
    """A case; keys of its own that the file has are kept."""

    def __init__(self, tree: Tree, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Case"), self.tr("Keep this case"), parent)
        choices = Choices()
        choices.tree = tree
        self._case = Case(id="")
        best: list[tuple[Urgency | None, str]] = [(None, self.tr("Not said"))]
        best += [(level, urgency_word(level)) for level in reversed(Urgency)]
        facts = self.tr("Findings (what is not here has its usual value)")
        self._id = self.add(LineField("id", self.tr("Id"), self.tr("Such as: dvt-09")))
        self._story = self.add(TextField("story", self.tr("Story"), self.tr("Who it is and what happened"), lines=3))
        self._age = self.add(AmountField("age", self.tr("Age in years")))
        self._days = self.add(AmountField("days", self.tr("Days since it began")))
        self._findings = self.add(FactsField("findings", facts, choices.findings, theme, unsure=True))
        self._urgency = self.add(BandField("urgency", self.tr("Levels that would be right")))
        self._best = self.add(ChoiceField("best_urgency", self.tr("The best level"), best))
        self._conditions = self.add(
            PickListField("conditions", self.tr("What it is"), choices.conditions, self.tr("Add a condition ..."))
        )
        self._source = self.add(LineField("source", self.tr("Where the case is from")))
        self.column.addStretch(1)
        self.fill({"best_urgency": None})
        self.finish()

    def show_case(self, case: Case) -> None:
        """Fill in a case."""
        self._case = case
        self.fill({
            "id": case.id, "story": case.story, "age": case.age, "days": case.days, "findings": case.findings,
            "urgency": case.expect.urgency, "best_urgency": case.expect.best_urgency,
            "conditions": case.expect.conditions, "source": case.source,
        })  # fmt: skip

    def case(self) -> Case:
        """Return the case as it is written now."""
        expect = Expect(
            conditions=self._conditions.value(), urgency=self._urgency.value(), best_urgency=self._best.value()
        )
        return structs.replace(
            self._case,
            id=self._id.value().strip(),
            story=self._story.value().strip(),
            age=self._age.value(),
            days=self._days.value(),
            findings=self._findings.value(),
            expect=expect,
            source=self._source.value().strip(),
        )

    def trouble_field(self) -> str:
        """Return the first field that says that its value does not fit, or an empty text."""
        return next((name for name, field in self.fields.items() if field.refusal), "")
