"""Edit a decision: what it counts, how many points make a Yes, and where Yes and No lead."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kneetree.model.tree import Decision, Node
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.counts_field import CountsField
from kneetree.ui.editor.fields.field import TextField
from kneetree.ui.editor.fields.number_field import NumberField
from kneetree.ui.editor.inspector.node_form import NodeForm


class DecisionForm(NodeForm):
    """Every field of a decision."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, parent)
        self.add(TextField("title", self.tr("Title"), self.tr("For authors: a person is never asked this")))
        self.add(CountsField("counts", self.tr("What is counted"), choices))
        self.add(NumberField("at_least", self.tr("Points that make it a Yes"), most=1_000_000))
        self.add_ends(may_go_on=False)
        self.add_for_authors()

    def _show(self, node: Node) -> None:
        assert isinstance(node, Decision)
        for name in ("title", "at_least", "sources", "note"):
            self.fields[name].show_value(getattr(node, name))
        self.fields["counts"].show_value(node.terms)
        self.show_ends(node)
