"""Edit a case: a person, their findings, and what is expected of the tree."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import structs
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from kneetree.model.scales import is_in
from kneetree.model.tree import Case, Expect, Scale, Tree, Urgency
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.fact_fields import FactsField
from kneetree.ui.editor.fields.field import ChoiceField, Field, LineField, OneLineField, TextField
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.forms.dialog import FormDialog
from kneetree.ui.editor.labels import urgency_word
from kneetree.ui.style.theme import Theme

_NUMBER = "number:"
"""What the names of the fields of numbers begin with, since a scale may be called like another field."""
_MOST_DIGITS = 9


class AmountField(OneLineField[int | None]):
    """The number of a scale, or nothing where the person is not sure."""

    def __init__(self, name: str, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(name, f"{scale.text} ({scale.unit})" if scale.unit else scale.text, parent=parent)
        self._scale = scale

    def value(self) -> int | None:
        """Return the number, or ``None`` for an empty line or for a text that is not a number of the scale."""
        text = self.line.text().strip()
        self.refuse("")
        if not text:
            return None
        digits = text.removeprefix("-")
        number = int(text) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None
        if is_in(self._scale, number):
            return number
        words = self.tr("Write a whole number from {least} to {most}, or leave it empty.")
        self.refuse(words.format(least=self._scale.least, most=self._scale.most))
        return None

    def show_value(self, value: int | None) -> None:
        """Show a number; what is being typed stays."""
        if not self.line.hasFocus():
            self.show_text("" if value is None else str(value))

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
        self._case, self._tree = Case(id=""), tree
        best: list[tuple[Urgency | None, str]] = [(None, self.tr("Not said"))]
        best += [(level, urgency_word(level)) for level in reversed(Urgency)]
        facts = self.tr("Findings (what is not here has its usual value)")
        add_condition = self.tr("Add a condition\u2026")
        self._story = self.add(TextField("story", self.tr("Story"), self.tr("Who it is and what happened"), lines=3))
        self._numbers = {name: self.add(AmountField(f"{_NUMBER}{name}", scale)) for name, scale in tree.scales.items()}
        self._findings = self.add(FactsField("findings", facts, choices, theme, unsure=True))
        self._urgency = self.add(BandField("urgency", self.tr("Levels that would be right")))
        self._best = self.add(ChoiceField("best_urgency", self.tr("The best level"), best))
        self._conditions = self.add(
            PickListField("conditions", self.tr("What it is"), choices.conditions, add_condition)
        )
        self._listed = self.add(
            PickListField("listed_ok", self.tr("Also right in its list"), choices.conditions, add_condition)
        )
        self._source = self.add(LineField("source", self.tr("Where the case is from")))
        self._id = self.add(LineField("id", self.tr("Id"), self.tr("Made from the story, if left empty")))
        self.column.addStretch(1)
        self.fill({"best_urgency": None})
        self.finish()

    def show_case(self, case: Case) -> None:
        """Fill in a case."""
        self._case = case
        numbers = {f"{_NUMBER}{name}": number for name, number in self._numbers_of(case).items()}
        self.fill(numbers)
        self.fill({
            "id": case.id, "story": case.story, "findings": case.findings,
            "urgency": case.expect.urgency, "best_urgency": case.expect.best_urgency,
            "conditions": case.expect.conditions, "listed_ok": case.expect.listed_ok, "source": case.source,
        })  # fmt: skip

    def case(self) -> Case:
        """Return the case as it is written now."""
        expect = Expect(
            conditions=self._conditions.value(),
            urgency=self._urgency.value(),
            best_urgency=self._best.value(),
            listed_ok=self._listed.value(),
        )
        extra = {name: value for name, value in self._case.extra.items() if name not in self._numbers}
        given = {name: field.value() for name, field in self._numbers.items()}
        extra |= {name: number for name, number in given.items() if number is not None or name in self._case.extra}
        return structs.replace(
            self._case,
            id=self._id.value().strip(),
            story=self._story.value().strip(),
            findings=self._findings.value(),
            expect=expect,
            source=self._source.value().strip(),
            extra=extra,
        )

    def fault(self) -> tuple[str, str] | None:
        """Return what does not fit, and the field that says so."""
        self.case()
        name = self.trouble_field()
        return (self.fields[name].refusal, name) if name else None

    def trouble_field(self) -> str:
        """Return the first field that says that its value does not fit, or an empty text."""
        return next((name for name, field in self.fields.items() if field.refusal), "")

    def _numbers_of(self, case: Case) -> dict[str, int | None]:
        numbers = {name: case.extra.get(name) for name in self._tree.scales}
        return {name: number if isinstance(number, int) else None for name, number in numbers.items()}
