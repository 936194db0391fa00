"""Edit a question where it is asked: its texts, which all places share, how it is answered, and where that leads."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kneetree.model.scales import threshold_of
from kneetree.model.tree import Finding, Node, Question, QuestionNode, Topic
from kneetree.ui.editor.entry_words import entry_text
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.entry_list import EntryListField
from kneetree.ui.editor.fields.field import ChoiceField, TextField, TickField
from kneetree.ui.editor.fields.number_field import NumberField
from kneetree.ui.editor.fields.pick_fields import PickField
from kneetree.ui.editor.fields.picture_field import PictureField
from kneetree.ui.editor.fields.use_bar import UseBar
from kneetree.ui.editor.fields.writing_field import WritingField
from kneetree.ui.editor.inspector.answered_by import FINDING, LIST, AnsweredByField
from kneetree.ui.editor.inspector.node_form import NodeForm
from kneetree.ui.editor.labels import topic_word

LINES = "lines"
"""The field of the statements of a list."""
OF_FINDING = ("statement", "means", "usual", "reassures")
"""The fields of the finding that a question with Yes and No asks about."""
_SHARED = ("text", "answer_rule", "help", "why", "picture", "topic", "unsure", "sources", "note")


class QuestionForm(NodeForm):
    """Every field of a question and of the node that asks it, in the order in which an author thinks of them."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, parent)
        self._asks = self.add(PickField("asks", self.tr("What it asks"), choices.asked))
        self.uses = self.add_uses(UseBar())
        self.add_writing(WritingField("text", self.tr("Question"), self.tr("One thing at a time, ending in ?")))
        self._add_statement()
        self.add(TextField("answer_rule", self.tr("Answer rule"), self.tr("When to say yes or no: always shown")))
        self.add(ChoiceField("topic", self.tr("Topic"), [(topic, topic_word(topic)) for topic in Topic]))
        self.add(AnsweredByField())
        self._add_finding()
        self._lines = self.add_entries(
            "finding",
            EntryListField(
                LINES, self.tr("Statements"), choices.shelf("finding"), self.tr("A fact that is true or not"),
                copies=False, points=True,
            ),
        )  # fmt: skip
        self._lines.worth_edited.connect(self._on_worth)
        self.add(NumberField("at_least", self.tr("Points that make it a Yes")))
        self.add(TickField("unsure", self.tr('Offer "I am not sure"')))
        self.add_ends(may_go_on=True)
        self.add_heading(self.tr("For the person who answers"))
        self.add(TextField("help", self.tr("How to tell"), self.tr("How to look or feel for it")))
        self.add(TextField("why", self.tr("Why it is asked")))
        self.add(PictureField("picture", self.tr("Picture"), self._own_pictures))
        self.add_for_authors()
        self._points: dict[str, int] = {}

    @property
    def first_to_write(self) -> str:
        """The text of the question."""
        return "text"

    def _add_statement(self) -> None:
        """Place the statement right after the question: who writes the one has the words of the other in mind."""
        self._statement = self.add_writing(
            WritingField(
                "statement",
                self.tr("The finding as a statement"),
                self.tr("For example: One calf is bigger than the other"),
            )
        )
        self._statement.edited.disconnect(self.edited)
        self._statement.edited.connect(self._on_finding_edited)

    def _add_finding(self) -> None:
        self._finding = self.add(PickField(FINDING, self.tr("Finding"), self.choices.findings, may_be_new=True))
        self._finding.new_wanted.connect(self._on_new_finding)
        self._finding.new_named.connect(self._on_new_finding)
        self.finding_uses = self.add_uses(UseBar(copies=False))
        for field in (
            TextField("means", self.tr("What it means exactly"), self.tr("For authors, where more has to be said")),
            TextField("reassures", self.tr("Why it may lower the urgency"), self.tr("Empty if it may not")),
            TickField("usual", self.tr("Usually true, when nothing is said")),
        ):
            self.add(field)
            field.edited.disconnect(self.edited)
            field.edited.connect(self._on_finding_edited)

    def _show(self, node: Node) -> None:
        assert isinstance(node, QuestionNode) and self._tree is not None
        tree, fields = self._tree, self.fields
        question = tree.questions[node.asks]
        self._asks.show_value(node.asks, entry_text(tree, "question", node.asks))
        self.uses.show_entry(self.choices.shelf("question"), node.asks)
        for name in _SHARED:
            fields[name].show_value(getattr(question, name))
        self.tell_shared("text", "question", node.asks)
        fields["answered_by"].show_value(LIST if question.lines else FINDING)
        self._show_finding(question)
        self._points = dict(node.points)
        self._lines.setVisible(bool(question.lines))
        self._lines.show_points(not node.next)
        if question.lines:
            self._lines.show_entries(question.lines, node.points)
        fields["at_least"].setVisible(bool(question.lines) and not node.next)
        fields["at_least"].show_value(node.at_least)
        self.show_ends(node)

    def _show_finding(self, question: Question) -> None:
        assert self._tree is not None
        key = question.finding
        for field in (self._finding, *(self.fields[name] for name in OF_FINDING)):
            field.setVisible(bool(key))
        self.finding_uses.setVisible(bool(key))
        if key:
            finding = self._tree.findings.get(key, Finding(""))
            self.tell_shared("statement", "finding", key)
            self._finding.show_value(key, entry_text(self._tree, "finding", key))
            self.finding_uses.show_entry(self.choices.shelf("finding"), key)
            for name in OF_FINDING:
                self.fields[name].show_value(getattr(finding, name))
            asked = " ".join(question.text.split())
            self._statement.show_hint(
                self.tr("Not written yet. What a Yes says to: {question}").format(question=asked)
                if asked
                else self.tr("For example: One calf is bigger than the other")
            )

    def _own_pictures(self) -> Mapping[str, str]:
        return self._tree.pictures if self._tree is not None else {}

    def _on_new_finding(self, field: str, text: str) -> None:
        if self._tree is not None and threshold_of(text, self._tree.scales):
            self.edited.emit(field, text)
        else:
            self.made.emit("finding", "", {"statement": text}, field)

    def _on_finding_edited(self, field: str, value: object) -> None:
        self.entry_edited.emit("finding", self._finding.value(), {field: value}, field)

    def _on_worth(self, finding: str, points: int) -> None:
        self.edited.emit("points", {**self._points, finding: points})
