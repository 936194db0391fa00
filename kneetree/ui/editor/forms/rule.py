"""Edit a safety rule in plain words, while its verdict is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kneetree.model.tree import PathTo, Rule, Tree, Urgency
from kneetree.report.rule_words import own_statement, rule_words
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.exemptions_field import ExemptionsField
from kneetree.ui.editor.fields.fact_fields import FactsField
from kneetree.ui.editor.fields.field import ChoiceField, LineField, TextField
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.fields.number_field import NumberField
from kneetree.ui.editor.forms.dialog import FormDialog
from kneetree.ui.editor.labels import urgency_word
from kneetree.ui.style.theme import Theme

GIVEN, ASKS, AT_MOST, NEVER = "given", "asks", "at_most", "never"
"""The four forms of a rule; the value of the field ``form``."""
ANY, EXACTLY, BELOW = "any", "exactly", "below"
"""How the level of a leaf is named; the value of the field ``level_is``."""
_OF_FORM = {
    GIVEN: {"given", "urgency_at_least", "unless"},
    ASKS: {"conditions", "level_is", "level", "asks"},
    AT_MOST: {"conditions", "level_is", "level", "questions_at_most"},
    NEVER: {"never_lowers", "below", "given"},
}


class RuleDialog(FormDialog):
    """A rule in one of its four forms."""

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
            (NEVER, self.tr("Certain findings never make the result less urgent")),
        ]
        kinds = [(ANY, self.tr("any")), (EXACTLY, self.tr("exactly")), (BELOW, self.tr("less urgent than"))]
        which = self.tr("Every way to a leaf for one of these (any condition if none)")
        self._form = self.add(ChoiceField("form", self.tr("What the rule says"), forms))
        lowers = self.tr("Each of these, by itself, never makes the result less urgent")
        self._never_lowers = self.add(FactsField("never_lowers", lowers, choices, theme, unsure=False))
        drops: list[tuple[Urgency | None, str]] = [(None, self.tr("any fall breaks the rule"))]
        below = self.tr("only a fall below this level breaks the rule: {level}")
        drops += [(level, below.format(level=words)) for level, words in levels if level is not Urgency.SELF_CARE]
        self._below = self.add(ChoiceField("below", self.tr("How far it may not fall"), drops))
        self._given = self.add(FactsField("given", "", choices, theme, unsure=False))
        self._at_least = self.add(ChoiceField("urgency_at_least", self.tr("then every result is at least"), levels))
        self._unless = self.add(ExemptionsField("unless", self.tr("Who is outside the rule"), choices, theme))
        self._conditions = self.add(
            PickListField("conditions", which, choices.conditions, self.tr("Add a condition\u2026"))
        )
        self._level_is = self.add(ChoiceField("level_is", self.tr("whose level is"), kinds))
        self._level = self.add(ChoiceField("level", self.tr("this level"), levels))
        self._asks = self.add(
            PickListField(
                "asks", self.tr("asks about all of these"), choices.facts_and_scales, self.tr("Add a finding\u2026")
            )
        )
        self._at_most = self.add(NumberField("questions_at_most", self.tr("asks at most so many questions"), least=0))
        self.sentence = QLabel()
        self.sentence.setObjectName("nodeProblems")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.column.addWidget(self.sentence)
        self._statement = self.add(
            TextField("statement", self.tr("In your own words"), self.tr("The words above are printed, if left empty"))
        )
        self._sources = self.add(
            PickListField("sources", self.tr("Sources"), choices.sources, self.tr("Add a source\u2026"))
        )
        self._id = self.add(LineField("id", self.tr("Id"), self.tr("Made from its words, if left empty")))
        self.column.addStretch(1)
        self.fill({
            "form": GIVEN, "urgency_at_least": Urgency.SAME_DAY, "level_is": ANY, "level": Urgency.SAME_DAY,
            "questions_at_most": 5, "below": None,
        })  # fmt: skip
        self.finish()
        self._follow()

    def show_rule(self, rule: Rule) -> None:
        """Fill in a rule that is there; its id is changed by renaming, here as well."""
        which = rule.every_path_to or PathTo()
        level_is = EXACTLY if which.urgency else BELOW if which.urgency_below else ANY
        self.fill({
            "id": rule.id,
            "form": _form_of(rule),
            "given": rule.given or {},
            "urgency_at_least": rule.urgency_at_least or Urgency.SAME_DAY,
            "unless": rule.unless,
            "never_lowers": rule.never_lowers or {},
            "below": rule.below,
            "conditions": which.conditions or (),
            "level_is": level_is,
            "level": which.urgency or which.urgency_below or Urgency.SAME_DAY,
            "asks": rule.asks or (),
            "questions_at_most": 5 if rule.questions_at_most is None else rule.questions_at_most,
            "statement": own_statement(self._tree, rule),
            "sources": rule.sources,
        })  # fmt: skip
        self._follow()

    def rule(self) -> Rule:
        """Return the rule as it is written now; its statement is empty if the author has not written one.

        What has a fault is left out, so that this is a rule whatever is written.
        """
        form, given = self._form.value(), self._facts(self._given)
        lowers = self._facts(self._never_lowers) if form == NEVER else {}
        if form == NEVER and not lowers:
            form, given = GIVEN, {}
        given = {fact: value for fact, value in given.items() if fact not in lowers}
        return Rule(
            id=self._id.value().strip(),
            statement=self._statement.value().strip(),
            sources=self._sources.value(),
            given=given if form == GIVEN or (form == NEVER and given) else None,
            urgency_at_least=self._at_least.value() if form == GIVEN else None,
            unless=self._unless.exemptions() if form == GIVEN else (),
            every_path_to=self._leaves() if form in (ASKS, AT_MOST) else None,
            asks=self._asks.value() if form == ASKS else None,
            questions_at_most=self._at_most.value() if form == AT_MOST else None,
            never_lowers=lowers or None,
            below=self._below.value() if form == NEVER else None,
        )

    def fault(self) -> tuple[str, str] | None:
        """Return what keeps the draft from being a rule, and the field to mend."""
        if self._form.value() == NEVER:
            lowers = self._facts(self._never_lowers)
            if not lowers:
                return self.tr("Add at least one finding that never makes the result less urgent."), "never_lowers"
            both = lowers.keys() & self._facts(self._given).keys()
            if both:
                words = self.tr("\u201c{fact}\u201d is in both lists. Remove it from one of them.")
                return words.format(fact=self._tree.statement(min(both))), "given"
        if self._form.value() == GIVEN and any(not draft.given for draft in self._unless.value()):
            return self.tr("Say of whom the exception is true, or remove it."), "unless"
        return None

    @staticmethod
    def _facts(field: FactsField) -> dict[str, bool]:
        return {fact: value for fact, value in field.value().items() if value is not None}

    def _leaves(self) -> PathTo:
        level_is, level = self._level_is.value(), self._level.value()
        return PathTo(
            conditions=self._conditions.value() or None,
            urgency=level if level_is == EXACTLY else None,
            urgency_below=level if level_is == BELOW else None,
        )

    def _on_edited(self, name: str, value: object) -> None:
        self.fields[name].show_value(value)
        self._follow()
        if self.fault() is None:
            self.draft_changed.emit()
        else:
            self.show_result("")

    def _follow(self) -> None:
        form = self._form.value()
        for name in set().union(*_OF_FORM.values()):
            self.fields[name].setVisible(name in _OF_FORM[form])
        if self._level_is.value() == ANY:
            self._level.hide()
        words = self.tr("Only among people of whom this is so (may be empty)")
        self._given.label.setText(words if form == NEVER else self.tr("If this is so of a person"))
        self.sentence.setText(rule_words(self._tree, self.rule()))
        self.sentence.setVisible(self.fault() is None)


def _form_of(rule: Rule) -> str:
    if rule.never_lowers is not None:
        return NEVER
    if rule.given is not None:
        return GIVEN
    return ASKS if rule.asks is not None else AT_MOST
