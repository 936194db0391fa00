"""Edit a safety rule in plain words, while its verdict is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kneetree.model.tree import PathTo, Rule, Tree, Urgency
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.fact_fields import FactsField
from kneetree.ui.editor.fields.field import ChoiceField, LineField, TextField
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.forms.dialog import FormDialog
from kneetree.ui.editor.forms.rule_words import rule_sentence
from kneetree.ui.editor.inspector.question_form import NumberField
from kneetree.ui.editor.labels import urgency_word
from kneetree.ui.style.theme import Theme

GIVEN, ASKS, AT_MOST = "given", "asks", "at_most"
"""The three forms of a rule; the value of the field ``form``."""
ANY, EXACTLY, BELOW = "any", "exactly", "below"
"""How the level of a leaf is named; the value of the field ``level_is``."""
_OF_FORM = {
    GIVEN: {"given", "urgency_at_least"},
    ASKS: {"conditions", "level_is", "level", "asks"},
    AT_MOST: {"conditions", "level_is", "level", "questions_at_most"},
}


class RuleDialog(FormDialog):
    """A rule in one of its three forms."""

    def __init__(self, tree: Tree, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Safety rule"), self.tr("Keep this rule"), parent)
        choices = Choices()
        choices.tree = tree
        self._tree = tree
        levels = [(urgency, urgency_word(urgency)) for urgency in reversed(Urgency)]
        forms = [
            (GIVEN, self.tr("People with certain findings get a certain level, or a more urgent one")),
            (ASKS, self.tr("Certain leaves are only reached after certain questions")),
            (AT_MOST, self.tr("Certain leaves are reached within a number of questions")),
        ]
        kinds = [(ANY, self.tr("any")), (EXACTLY, self.tr("exactly")), (BELOW, self.tr("less urgent than"))]
        which = self.tr("Every way to a leaf for one of these (any condition if none)")
        self._id = self.add(LineField("id", self.tr("Id"), self.tr("Such as: swollen_calf_same_day")))
        self._form = self.add(ChoiceField("form", self.tr("What the rule says"), forms))
        self._given = self.add(
            FactsField("given", self.tr("If this is so of a person"), choices.findings, theme, unsure=False)
        )
        self._at_least = self.add(ChoiceField("urgency_at_least", self.tr("then every result is at least"), levels))
        self._conditions = self.add(
            PickListField("conditions", which, choices.conditions, self.tr("Add a condition ..."))
        )
        self._level_is = self.add(ChoiceField("level_is", self.tr("whose level is"), kinds))
        self._level = self.add(ChoiceField("level", self.tr("this level"), levels))
        self._asks = self.add(
            PickListField("asks", self.tr("asks about all of these"), choices.findings, self.tr("Add a finding ..."))
        )
        self._at_most = self.add(NumberField("questions_at_most", self.tr("asks at most so many questions"), least=0))
        self.sentence = QLabel()
        self.sentence.setObjectName("nodeProblems")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.column.addWidget(self.sentence)
        self._statement = self.add(
            TextField("statement", self.tr("In your own words"), self.tr("As it shall be printed"))
        )
        self._sources = self.add(
            PickListField("sources", self.tr("Sources"), choices.sources, self.tr("Add a source ..."))
        )
        self.column.addStretch(1)
        self.fill({
            "form": GIVEN, "urgency_at_least": Urgency.SAME_DAY, "level_is": ANY, "level": Urgency.SAME_DAY,
            "questions_at_most": 5,
        })  # fmt: skip
        self.draft_changed.connect(self._follow)
        self.finish()
        self._follow()

    def show_rule(self, rule: Rule) -> None:
        """Fill in a rule that is there; its id is changed by renaming, here as well."""
        which = rule.every_path_to or PathTo()
        level_is = EXACTLY if which.urgency else BELOW if which.urgency_below else ANY
        self.fill({
            "id": rule.id,
            "form": GIVEN if rule.given is not None else ASKS if rule.asks is not None else AT_MOST,
            "given": rule.given or {},
            "urgency_at_least": rule.urgency_at_least or Urgency.SAME_DAY,
            "conditions": which.conditions or (),
            "level_is": level_is,
            "level": which.urgency or which.urgency_below or Urgency.SAME_DAY,
            "asks": rule.asks or (),
            "questions_at_most": 5 if rule.questions_at_most is None else rule.questions_at_most,
            "statement": rule.statement,
            "sources": rule.sources,
        })  # fmt: skip
        self._follow()

    def rule(self) -> Rule:
        """Return the rule as it is written now; without own words it says what the fields say."""
        rule = self._with_statement(self._statement.value().strip())
        return rule if rule.statement else self._with_statement(rule_sentence(self._tree, rule))

    def _with_statement(self, statement: str) -> Rule:
        form = self._form.value()
        given = {finding: fact for finding, fact in self._given.value().items() if fact is not None}
        return Rule(
            id=self._id.value().strip(),
            statement=statement,
            sources=self._sources.value(),
            given=given if form == GIVEN else None,
            urgency_at_least=self._at_least.value() if form == GIVEN else None,
            every_path_to=None if form == GIVEN else self._leaves(),
            asks=self._asks.value() if form == ASKS else None,
            questions_at_most=self._at_most.value() if form == AT_MOST else None,
        )

    def _leaves(self) -> PathTo:
        level_is, level = self._level_is.value(), self._level.value()
        return PathTo(
            conditions=self._conditions.value() or None,
            urgency=level if level_is == EXACTLY else None,
            urgency_below=level if level_is == BELOW else None,
        )

    def _follow(self) -> None:
        shown = _OF_FORM[self._form.value()]
        for name in set().union(*_OF_FORM.values()):
            self.fields[name].setVisible(name in shown)
        if self._level_is.value() == ANY:
            self._level.hide()
        self.sentence.setText(rule_sentence(self._tree, self.rule()))
