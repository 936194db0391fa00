"""Edit a leaf: what it may be, how urgent it is, what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kneetree.model.tree import Leaf, Node, Urgency
from kneetree.ui.editor.fields.field import ChoiceField, LineField, TextField
from kneetree.ui.editor.fields.list_fields import PickListField, TextListField
from kneetree.ui.editor.fields.pick_fields import PickField
from kneetree.ui.editor.inspector.node_form import NodeForm
from kneetree.ui.editor.labels import urgency_word


class LeafForm(NodeForm):
    """Every field of a leaf, in the order in which an author thinks of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        levels = [(urgency, urgency_word(urgency)) for urgency in reversed(Urgency)]
        self.add(ChoiceField("urgency", self.tr("How soon"), levels))
        self._condition = self.add(
            PickField("condition", self.tr("Most likely"), self.choices.conditions, may_be_new=True)
        )
        self._condition.new_wanted.connect(self._new_condition_wanted)
        self.add_new_entry("condition", self.new_condition()).made.connect(self._condition_made)
        also = PickListField(
            "also", self.tr("May also be, most likely first"), self.choices.conditions, self.tr("Add a condition ...")
        )
        self.add(also)
        self.add(LineField("title", self.tr("Title"), self.tr("The condition's name, if left empty")))
        self.add(TextField("reason", self.tr("Reason"), self.tr("Why this level and why this cause")))
        self.add_heading(self.tr("For the person who answers"))
        self.add(TextListField("do", self.tr("What to do")))
        self.add(TextListField("avoid", self.tr("What to avoid")))
        self.add(TextListField("get_help_if", self.tr("Get help at once if"), self.tr("Never empty: the safety net")))
        self.add_heading(self.tr("For those who check it"))
        self.add(self.sources_field())
        self.add(TextField("note", self.tr("Note for authors"), self.tr("Never shown to a patient")))
        self.column.addStretch(1)

    def _show(self, node: Node) -> None:
        assert isinstance(node, Leaf) and self._tree is not None
        for name in ("urgency", "also", "title", "reason", "do", "avoid", "get_help_if", "sources", "note"):
            self.fields[name].show_value(getattr(node, name))
        self._condition.show_value(node.condition, self._tree.condition_name(node.condition))

    def _new_condition_wanted(self, field: str, text: str) -> None:
        self.new_entries["condition"].ask(field, text)

    def _condition_made(self, field: str, key: str, values: dict[str, object]) -> None:
        self._entry_made("condition", field, key, values)
