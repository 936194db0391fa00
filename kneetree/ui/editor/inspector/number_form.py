"""Edit a node that asks for a number: the number itself, which all places share, and the threshold it branches on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kneetree.model.scales import threshold_of
from kneetree.model.tree import Node, QuestionNode, Topic
from kneetree.ui.editor.entry_words import entry_text
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.field import ChoiceField, LineField, TextField, TickField
from kneetree.ui.editor.fields.number_field import FURTHEST, NumberField
from kneetree.ui.editor.fields.pick_fields import PickField
from kneetree.ui.editor.fields.use_bar import UseBar
from kneetree.ui.editor.fields.writing_field import WritingField
from kneetree.ui.editor.inspector.answered_by import NUMBER, AnsweredByField
from kneetree.ui.editor.inspector.node_form import NodeForm
from kneetree.ui.editor.labels import topic_word

SCALE_FIELDS = (
    "text", "answer_rule", "unit", "least", "most", "at_least", "under", "unsure", "help", "why", "topic", "sources",
    "note",
)  # fmt: skip

NUMBER_ID = "number_id"
"""The field of the number's own id, from which the ids of its thresholds are made."""
BOUNDS = ("least", "most")
"""The fields of the numbers between which an answer lies."""


class NumberForm(NodeForm):
    """Every field of a number and of the node that asks for it."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, parent)
        self._asks = self.add(PickField("asks", self.tr("What it asks"), choices.asked))
        self.uses = self.add_uses(UseBar(copies=False))
        self.add_writing(WritingField("text", self.tr("Question"), self.tr("How old are you?")))
        self.add(TextField("answer_rule", self.tr("Answer rule"), self.tr("How to count: always shown")))
        self.add(AnsweredByField())
        self.add(LineField("unit", self.tr("Unit"), self.tr("years, days or a word of your own")))
        self.add(NumberField("least", self.tr("Lowest number"), least=-FURTHEST, most=FURTHEST))
        self.add(NumberField("most", self.tr("Highest number"), least=-FURTHEST, most=FURTHEST))
        self.number = self.add(NumberField("number", self.tr("Yes from this number on"), most=FURTHEST))
        self.add_ends(may_go_on=True)
        self.add_heading(self.tr("The number"))
        self.add(LineField(NUMBER_ID, self.tr("Id of the number"), at_end=True))
        self.add(LineField("at_least", self.tr("Words from a number on"), self.tr("Aged {n} or over")))
        self.add(LineField("under", self.tr("Words below a number"), self.tr("Aged under {n}")))
        self.add(TickField("unsure", self.tr('Offer "I am not sure"')))
        self.add_heading(self.tr("For the person who answers"))
        self.add(TextField("help", self.tr("How to tell"), self.tr("How to count or work it out")))
        self.add(TextField("why", self.tr("Why it is asked")))
        self.add(ChoiceField("topic", self.tr("Topic"), [(topic, topic_word(topic)) for topic in Topic]))
        self.add_for_authors()

    @property
    def first_to_write(self) -> str:
        """The number to branch on if there is one; the question, once written, belongs to all places that ask it."""
        written = bool(self.fields["text"].value().strip())
        return "number" if written and self.number.isVisibleTo(self) else "text"

    def _show(self, node: Node) -> None:
        assert isinstance(node, QuestionNode) and self._tree is not None
        tree = self._tree
        limit = threshold_of(node.asks, tree.scales)
        key = limit.scale if limit else node.asks
        scale = tree.scales[key]
        self._asks.show_value(key, entry_text(tree, "scale", key))
        self.uses.show_entry(self.choices.shelf("scale"), key)
        self.fields["answered_by"].show_value(NUMBER)
        self.fields[NUMBER_ID].show_value(key)
        for name in SCALE_FIELDS:
            self.fields[name].show_value(getattr(scale, name))
        self.tell_shared("text", "scale", key)
        self.number.setVisible(limit is not None)
        if limit is not None:
            self.number.set_bounds(scale.least + 1, scale.most)
            self.number.show_value(limit.number)
        self.show_ends(node)
