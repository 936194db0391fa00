"""Edit a leaf: what it may be, how urgent it is, what to do, and when to get help after all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneetree.edits import is_draft_condition
from kneetree.model.tree import Leaf, Node, Urgency
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.entry_list import EntryListField
from kneetree.ui.editor.fields.field import ChoiceField, LineField, TextField
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.fields.pattern_bar import PatternBar
from kneetree.ui.editor.fields.pick_fields import PickField
from kneetree.ui.editor.fields.warnings_field import WarningsField
from kneetree.ui.editor.inspector.node_form import NodeForm
from kneetree.ui.editor.labels import urgency_word


class LeafForm(NodeForm):
    """Every field of a leaf, in the order in which an author thinks of them.

    Signals: ``pattern_wanted(str kind)`` the leaf is to say what leaves of that kind say.
    """

    pattern_wanted = Signal(str)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, parent)
        levels = [(urgency, urgency_word(urgency)) for urgency in reversed(Urgency)]
        self._patterns = PatternBar()
        self._patterns.wanted.connect(self.pattern_wanted)
        self.column.addWidget(self._patterns)
        self.add(ChoiceField("urgency", self.tr("How soon"), levels))
        self._condition = self.add(PickField("condition", self.tr("Most likely"), choices.conditions, may_be_new=True))
        self._condition.new_wanted.connect(self._new_condition_wanted)
        self._condition.new_named.connect(self._new_condition_named)
        entry = self.add_new_entry("condition", self.new_condition())
        entry.made.connect(self._condition_made)
        self._condition.box.settled.connect(entry.hide)
        also = PickListField(
            "also", self.tr("May also be, most likely first"), choices.conditions, self.tr("Add a condition\u2026")
        )
        self.add(also)
        self.add(LineField("title", self.tr("Title"), self.tr("The condition's name, if left empty")))
        self.add(TextField("reason", self.tr("Reason"), self.tr("Why this level and why this cause")))
        self.add_heading(self.tr("For the person who answers"))
        advice = choices.shelf("advice")
        self.add_entries(
            "advice", EntryListField("do", self.tr("What to do"), advice, self.tr("The first says where to go"))
        )
        self.add_entries("advice", EntryListField("avoid", self.tr("What to avoid"), advice))
        self.add_heading(self.tr("When to get help after all"))
        self._warnings = self.add_entries(
            "warning",
            WarningsField(
                "get_help_if", self.tr("When to get help after all"), choices.shelf("warning"),
                self.tr("For example: you become short of breath"),
            ),
        )  # fmt: skip
        self.add_for_authors()

    @property
    def first_to_write(self) -> str:
        """What is most likely, which gives the result its name."""
        return "condition"

    def _show(self, node: Node) -> None:
        assert isinstance(node, Leaf) and self._tree is not None
        self._patterns.setVisible(not (node.do or node.avoid or node.warnings))
        for name in ("urgency", "also", "title", "reason", "do", "avoid", "sources", "note"):
            self.fields[name].show_value(getattr(node, name))
        unchosen = is_draft_condition(self._tree.conditions.get(node.condition))
        self._condition.show_value(node.condition, self._tree.condition_name(node.condition), as_hint=unchosen)
        call = self._tree.about.call if self._tree.about is not None else ""
        self._warnings.show_warnings(node.get_help_if, node.urgency, call)

    def _new_condition_named(self, field: str, text: str) -> None:
        self._condition_made(field, "", {"name": text, "plain_name": ""})

    def _new_condition_wanted(self, field: str, text: str) -> None:
        self.new_entries["condition"].ask(field, text)

    def _condition_made(self, field: str, key: str, values: dict[str, object]) -> None:
        self._entry_made("condition", field, key, values)
