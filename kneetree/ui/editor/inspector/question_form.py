"""Edit a question: its texts, how it is answered, where Yes and No lead."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kneetree.model.tree import Node, Question, Topic
from kneetree.ui.editor.fields.field import ChoiceField, Field, TextField, TickField
from kneetree.ui.editor.fields.item_fields import ItemsField, Points
from kneetree.ui.editor.fields.pick_fields import PickField
from kneetree.ui.editor.fields.picture_field import PictureField
from kneetree.ui.editor.fields.target_field import TargetField
from kneetree.ui.editor.inspector.node_form import NodeForm
from kneetree.ui.editor.labels import finding_name, is_threshold, title_of, topic_word
from kneetree.ui.flag import Flag

FINDING, ITEMS = "finding", "items"
"""The two ways to answer a question; the value of the field ``answered_by``."""


class NumberField(Field[int]):
    """A whole number from ``least``."""

    def __init__(self, name: str, label: str, *, least: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self.box = Points()
        self.box.setMinimum(least)
        self.put(self.box)
        self._showing = Flag()
        self.box.valueChanged.connect(self._commit)

    def value(self) -> int:
        """Return the number."""
        return self.box.value()

    def show_value(self, value: int) -> None:
        """Show a number."""
        with self._showing:
            self.box.setValue(value)

    def _commit(self, number: int) -> None:
        if not self._showing:
            self.edited.emit(self.name, number)


class QuestionForm(NodeForm):
    """Every field of a question, in the order in which an author thinks of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add(TextField("text", self.tr("Question"), self.tr("One thing at a time, ending in ?")))
        self.add(ChoiceField("topic", self.tr("Topic"), [(topic, topic_word(topic)) for topic in Topic]))
        ways = [
            (FINDING, self.tr("Yes, no or not sure to one finding")),
            (ITEMS, self.tr("A list to tick, with points")),
        ]
        self.add(ChoiceField("answered_by", self.tr("Answered by"), ways))
        self._finding = self.add(PickField(FINDING, self.tr("Finding"), self.choices.findings, may_be_new=True))
        self._items = self.add(ItemsField(ITEMS, self.tr("Items"), self.choices.findings))
        for field in (self._finding, self._items):
            field.new_wanted.connect(self._new_finding_wanted)
        self.add_new_entry("finding", self.new_finding()).made.connect(self._finding_made)
        self.add(NumberField("at_least", self.tr("Points that make it a Yes")))
        self.add(TickField("unsure", self.tr('Offer "I am not sure"')))
        self.add_heading(self.tr("Where it leads"))
        self._targets: list[TargetField] = []
        for answer, label in (("yes", self.tr("Yes leads to")), ("no", self.tr("No leads to"))):
            target = self.add(TargetField(answer, label, self.choices.nodes))
            target.go.connect(self.go)
            self._targets.append(target)
        self.add_heading(self.tr("For the person who answers"))
        self.add(TextField("help", self.tr("How to tell"), self.tr("How to look or feel for it")))
        self.add(TextField("why", self.tr("Why it is asked")))
        self.add(PictureField("picture", self.tr("Picture")))
        self.add_heading(self.tr("For those who check it"))
        self.add(self.sources_field())
        self.add(TextField("note", self.tr("Note for authors"), self.tr("Never shown to a patient")))
        self.column.addStretch(1)

    def _show(self, node: Node) -> None:
        assert isinstance(node, Question) and self._tree is not None
        tree, fields = self._tree, self.fields
        for name in ("text", "topic", "help", "why", "picture", "unsure", "sources", "note"):
            fields[name].show_value(getattr(node, name))
        fields["answered_by"].show_value(ITEMS if node.items else FINDING)
        self._finding.setVisible(not node.items)
        for field in (self._items, fields["at_least"]):
            field.setVisible(bool(node.items))
        if node.items:
            self._items.show_value(node.items)
            fields["at_least"].show_value(node.at_least)
        else:
            self._finding.show_value(node.finding, finding_name(tree, node.finding))
        for target in self._targets:
            goal = node.target(target.name)
            target.show_value(goal, title_of(tree, goal))

    def hold_new(self, field: str, key: str) -> object:
        """Return the value with a new finding, which the row of items that asked for it holds already."""
        return self._items.hold_finding(key) if field == ITEMS else super().hold_new(field, key)

    def release_new(self, field: str) -> None:
        """Take the finding back from the row of items."""
        if field == ITEMS:
            self._items.release_finding()

    def _new_finding_wanted(self, field: str, text: str) -> None:
        if is_threshold(text):
            self.edited.emit(field, self.hold_new(field, text))
        else:
            self.new_entries["finding"].ask(field, text)

    def _finding_made(self, field: str, key: str, values: dict[str, object]) -> None:
        self._entry_made("finding", field, key, values)
