"""A safety rule in plain sentences, made from the statements of its findings, exemptions and limits included.

An author's own statement of a rule can leave out whom the rule does not protect; these words cannot.  They are in the
language of the tree, and name findings, numbers, conditions and levels of urgency as people read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kneetree import words
from kneetree.model import scales
from kneetree.model.scales import Threshold, threshold_of
from kneetree.model.tree import About, Exemption, PathTo, Rule, Tree, Urgency


def rule_words(tree: Tree, rule: Rule) -> str:
    """Return everything that a rule promises, and to whom it promises nothing, as sentences on one line.

    A finding or condition that has no words yet is shown by its id.
    """
    return _Words(tree).rule(rule)


def rule_title(tree: Tree, rule: Rule) -> str:
    """Return what a rule is called: the author's statement, or the rule in words if there is none."""
    return " ".join(rule.statement.split()) or rule_words(tree, rule)


def own_statement(tree: Tree, rule: Rule) -> str:
    """Return what the author has written about a rule; nothing if it only repeats the words made from the rule.

    Such a copy would go on promising what the rule said before it was edited.
    """
    return "" if " ".join(rule.statement.split()) == rule_words(tree, rule) else rule.statement


def rule_texts(tree: Tree, rule: Rule) -> tuple[str, ...]:
    """Return the author's statement of a rule and the rule in words; once if the author took these words over."""
    told = (" ".join(rule.statement.split()), rule_words(tree, rule))
    return tuple(dict.fromkeys(text for text in told if text))


class _Words:
    """The words of one tree."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._language = tree.language
        self._call = (tree.about or About()).call

    def rule(self, rule: Rule) -> str:
        if rule.never_lowers is not None:
            return self._never_lowers(rule.never_lowers, rule.below, rule.given)
        if rule.given is not None and rule.urgency_at_least is not None:
            return self._given(rule.given, rule.urgency_at_least, rule.unless)
        results = self._results(rule.every_path_to or PathTo())
        if rule.asks is not None:
            about = [self._asked(fact) for fact in rule.asks]
            return self._many("rule.asks", list(dict.fromkeys(about)), results=results)
        most = rule.questions_at_most or 0
        return self._text(f"rule.at_most.{'one' if most == 1 else 'many'}", results=results, number=most)

    def _given(self, given: Mapping[str, bool], level: Urgency, unless: Iterable[Exemption]) -> str:
        key = "rule.given" if given else "rule.everybody"
        sentences = [self._text(key, facts=self._facts(given), level=self._level(level))]
        for exemption in unless:
            sentences.append(self._text("rule.unless", facts=self._facts(exemption.given)))
            why = _closed(exemption.why)
            sentences.append(self._text("rule.why", why=why) if why else self._text("rule.no_why"))
        return " ".join(sentences)

    def _never_lowers(self, lowers: Mapping[str, bool], below: Urgency | None, given: Mapping[str, bool] | None) -> str:
        items = [self._one_fact(fact, value) for fact, value in lowers.items()]
        key = "rule.never_lowers" if below is None else "rule.never_below"
        told = self._many(key, items, level=self._level(below) if below else "")
        return f"{told} {self._text('rule.only_if', facts=self._facts(given))}" if given else told

    def _results(self, which: PathTo) -> str:
        """Return which results a rule speaks of."""
        parts = []
        if which.conditions is not None:
            names = [self._quoted(self._tree.condition_name(condition)) for condition in which.conditions]
            parts.append(self._text("rule.names_first", conditions=self._joined(names, "rule.or")))
        if which.urgency is not None:
            parts.append(self._text("rule.says", level=self._level(which.urgency)))
        if which.urgency_below is not None:
            parts.append(self._text("rule.less_urgent", level=self._level(which.urgency_below)))
        return self._text("rule.result_that", parts=self._joined(parts)) if parts else self._text("rule.any_result")

    def _facts(self, facts: Mapping[str, bool]) -> str:
        """Return facts that hold together, as a part of a sentence: what is true first, then what is not."""
        limits = {fact: limit for fact in facts if (limit := threshold_of(fact, self._tree.scales))}
        true = [self._said(fact) for fact, value in facts.items() if value and fact not in limits]
        false = [self._said(fact) for fact, value in facts.items() if not value and fact not in limits]
        true += self._windows({limit: facts[fact] for fact, limit in limits.items()})
        told = [self._many(key, items) for key, items in (("rule.true", true), ("rule.false", false)) if items]
        return self._joined(told)

    def _windows(self, limits: Mapping[Threshold, bool]) -> list[str]:
        """Return one text for each scale: from its highest least number to its lowest limit above."""
        told = []
        for name in dict.fromkeys(limit.scale for limit in limits):
            scale = self._tree.scales[name]
            least = [limit.number for limit, value in limits.items() if limit.scale == name and value]
            under = [limit.number for limit, value in limits.items() if limit.scale == name and not value]
            texts = [scales.statement(scale, max(least), True, self._language)] if least else []
            texts += [scales.statement(scale, min(under), False, self._language)] if under else []
            if len(texts) == 2:
                texts = [self._text("fact.and", most=texts[0], last=_without_shared_start(texts[0], texts[1]))]
            told.append(self._quoted(texts[0]))
        return told

    def _one_fact(self, fact: str, value: bool) -> str:
        """Return one value of a finding by itself."""
        if value or threshold_of(fact, self._tree.scales):
            return self._quoted(self._tree.statement(fact, value))
        return self._text("fact.not_quoted", statement=_closed(self._tree.statement(fact)))

    def _asked(self, fact: str) -> str:
        """Return what a rule wants asked; a number is asked for all its thresholds at once."""
        limit = threshold_of(fact, self._tree.scales)
        scale = self._tree.scales.get(limit.scale if limit else fact)
        return self._quoted(scale.text) if scale else self._said(fact)

    def _said(self, finding: str) -> str:
        return self._quoted(self._tree.statement(finding))

    def _level(self, level: Urgency) -> str:
        return self._quoted(words.urgency(self._language, level, self._call))

    def _quoted(self, text: str) -> str:
        return self._text("rule.quoted", text=_closed(text))

    def _many(self, key: str, items: list[str], **values: object) -> str:
        form = "one" if len(items) == 1 else "many"
        return self._text(f"{key}.{form}", items=self._joined(items), **values)

    def _joined(self, items: list[str], key: str = "fact.and") -> str:
        if not items:
            return "…"
        *most, last = items
        return self._text(key, most=", ".join(most), last=last) if most else last

    def _text(self, key: str, **values: object) -> str:
        return words.text(self._language, key, **values)


def _closed(text: str) -> str:
    """Return a text on one line without its full stop, so that it fits into a sentence."""
    return " ".join(text.split()).removesuffix(".")


def _without_shared_start(first: str, second: str) -> str:
    """Return ``second`` without the words with which both begin: "Aged under 40" after "Aged 17 or over"."""
    ours, theirs = second.split(), first.split()
    shared = 0
    while shared < min(len(ours), len(theirs)) - 1 and ours[shared] == theirs[shared]:
        shared += 1
    left = " ".join(ours[shared:])
    return left if shared else left[:1].lower() + left[1:]
