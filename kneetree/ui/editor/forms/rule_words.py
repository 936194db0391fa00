"""Write safety rules in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneetree.model.tree import PathTo, Rule, Tree
from kneetree.ui.editor.labels import finding_name, urgency_word

translate = QCoreApplication.translate


def rule_sentence(tree: Tree, rule: Rule) -> str:
    """Return what a rule demands, as one sentence."""
    if rule.given is not None and rule.urgency_at_least is not None:
        facts = [
            (
                translate("RuleWords", "\u201c{fact}\u201d is true")
                if value
                else translate("RuleWords", "\u201c{fact}\u201d is false")
            ).format(fact=finding_name(tree, finding))
            for finding, value in rule.given.items()
        ]
        level = urgency_word(rule.urgency_at_least)
        if not facts:
            return translate("RuleWords", "Everybody is sent at least: {level}.").format(level=level)
        return translate("RuleWords", "Where {facts}, the result is at least: {level}.").format(
            facts=translate("RuleWords", " and ").join(facts), level=level
        )
    leaves = leaves_sentence(tree, rule.every_path_to or PathTo())
    if rule.asks is not None:
        asked = translate("RuleWords", " and ").join(
            f"\u201c{finding_name(tree, finding)}\u201d" for finding in rule.asks
        )
        return translate("RuleWords", "Every way to {leaves} asks {findings}.").format(
            leaves=leaves, findings=asked or "\u2026"
        )
    return translate("RuleWords", "Every way to {leaves} asks at most {n} questions.").format(
        leaves=leaves, n=rule.questions_at_most
    )


def leaves_sentence(tree: Tree, which: PathTo) -> str:
    """Return which leaves a rule speaks of, in words."""
    words = translate("RuleWords", "any leaf")
    if which.conditions is not None:
        names = translate("RuleWords", " or ").join(
            f"\u201c{tree.condition_name(condition)}\u201d" for condition in which.conditions
        )
        words = translate("RuleWords", "a leaf for {conditions}").format(conditions=names or "\u2026")
    if which.urgency is not None:
        words = translate("RuleWords", "{leaf} with the level {level}").format(
            leaf=words, level=urgency_word(which.urgency)
        )
    if which.urgency_below is not None:
        words = translate("RuleWords", "{leaf} less urgent than {level}").format(
            leaf=words, level=urgency_word(which.urgency_below)
        )
    return words
