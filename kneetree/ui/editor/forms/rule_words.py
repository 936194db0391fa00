"""Write safety rules in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kneetree.model.scales import threshold_of
from kneetree.model.tree import Exemption, PathTo, Rule, Tree
from kneetree.ui.editor.labels import urgency_word

translate = QCoreApplication.translate


def rule_sentence(tree: Tree, rule: Rule) -> str:
    """Return what a rule demands, its exceptions included."""
    if rule.never_lowers is not None:
        return _never_lowers(tree, rule)
    if rule.given is not None and rule.urgency_at_least is not None:
        level = urgency_word(rule.urgency_at_least)
        if rule.given:
            words = translate("RuleWords", "Where {facts}, the result is at least: {level}.")
        else:
            words = translate("RuleWords", "Everybody is sent at least: {level}.")
        sentences = [words.format(facts=facts_words(tree, rule.given), level=level)]
        sentences += [_exemption(tree, exemption) for exemption in rule.unless]
        return " ".join(sentences)
    leaves = leaves_sentence(tree, rule.every_path_to or PathTo())
    if rule.asks is not None:
        asked = translate("RuleWords", " and ").join(f"\u201c{_asked(tree, fact)}\u201d" for fact in rule.asks)
        return translate("RuleWords", "Every way to {leaves} asks {findings}.").format(
            leaves=leaves, findings=asked or "\u2026"
        )
    if rule.questions_at_most == 1:
        return translate("RuleWords", "Every way to {leaves} asks at most 1 question.").format(leaves=leaves)
    return translate("RuleWords", "Every way to {leaves} asks at most {n} questions.").format(
        leaves=leaves, n=rule.questions_at_most
    )


def facts_words(tree: Tree, facts: Mapping[str, bool]) -> str:
    """Return facts that all hold, as part of a sentence."""
    return translate("RuleWords", " and ").join(_fact(tree, fact, value) for fact, value in facts.items())


def _fact(tree: Tree, fact: str, value: bool) -> str:
    if threshold_of(fact, tree.scales):
        return f"\u201c{tree.statement(fact, value)}\u201d"
    words = (
        translate("RuleWords", "\u201c{fact}\u201d is true")
        if value
        else translate("RuleWords", "\u201c{fact}\u201d is false")
    )
    return words.format(fact=tree.statement(fact))


def _asked(tree: Tree, fact: str) -> str:
    return tree.scales[fact].text if fact in tree.scales else tree.statement(fact)


def _exemption(tree: Tree, exemption: Exemption) -> str:
    words = translate("RuleWords", "Except where {facts}: {why}.")
    return words.format(facts=facts_words(tree, exemption.given), why=exemption.why.strip().rstrip(".") or "\u2026")


def _never_lowers(tree: Tree, rule: Rule) -> str:
    facts = translate("RuleWords", " or ").join(_fact(tree, *fact) for fact in (rule.never_lowers or {}).items())
    words = translate("RuleWords", "It never makes the result less urgent that {facts}.").format(facts=facts)
    if rule.below is not None:
        words = translate("RuleWords", "It never brings the result below {level} that {facts}.").format(
            level=urgency_word(rule.below), facts=facts
        )
    if rule.given:
        words += " " + translate("RuleWords", "This is said of people of whom {facts}.").format(
            facts=facts_words(tree, rule.given)
        )
    return words


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
