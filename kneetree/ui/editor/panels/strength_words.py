"""Say in words how strong a safety rule is: what would be guaranteed without each of its exemptions and conditions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kneetree.model.tree import Tree
from kneetree.proof.strength import Strength, Without
from kneetree.report import facts
from kneetree.ui.editor.labels import urgency_word


def tr(text: str) -> str:
    """Return the text in the language of the window.  Calls outside a class have no context for lupdate either."""
    return QCoreApplication.translate("", text)


def strength_texts(tree: Tree, strength: Strength) -> tuple[str, ...]:
    """Return a paragraph for each exemption, one for the conditions, and one for those that do nothing."""
    rule = tree.rules.get(strength.rule_id)
    given = (rule.given if rule is not None else None) or {}
    texts = [_exemption(tree, one) for one in strength.without if not one.condition]
    conditions = [one for one in strength.without if one.condition and (one.leaf or one.reason)]
    weaker = [_condition(tree, one, given.get(one.condition, True)) for one in conditions]
    if weaker:
        texts.append("\n".join(weaker))
    needless = [_fact(tree, name, given.get(name, True)) for name in strength.needless]
    if needless:
        texts.append(
            tr("These conditions do nothing, the rule holds without them: {facts}.").format(facts="; ".join(needless))
        )
    return tuple(texts)


def _exemption(tree: Tree, one: Without) -> str:
    if one.reason:
        words = tr("What would hold without the exemption “{why}” is not decided.")
        return words.format(why=one.why)
    if not one.leaf:
        return tr("The exemption “{why}” does nothing: the rule holds without it.").format(why=one.why)
    level = _level(one)
    extra = [_fact(tree, name, value) for name, value in one.extra.items()]
    if len(extra) == 1:
        words = tr(
            "Without the exemption “{why}” only “{level}” would be guaranteed. One extra answer does it: {facts}."
        )
    else:
        words = tr("Without the exemption “{why}” only “{level}” would be guaranteed. These answers do it: {facts}.")
    return words.format(why=one.why, level=level, facts="; ".join(extra))


def _condition(tree: Tree, one: Without, value: bool) -> str:
    fact = _fact(tree, one.condition, value)
    if one.reason:
        return tr("What would hold without the condition “{fact}” is not decided.").format(fact=fact)
    words = tr("Without the condition “{fact}” only “{level}” would be guaranteed.")
    return words.format(fact=fact, level=_level(one))


def _level(one: Without) -> str:
    return urgency_word(one.urgency_at_least) if one.urgency_at_least is not None else ""


def _fact(tree: Tree, name: str, value: bool = True) -> str:
    said = tree.statement(name, value).rstrip(".")
    return said if value or name not in tree.findings else facts.line(tree, name, False)
