"""Find what the safety rules of a tree leave unsaid.

These are hidden exemptions, conditions that do nothing, and findings without a direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kneetree.checks.codes import Problem, problem
from kneetree.model.tree import Rule, Tree, Urgency
from kneetree.proof import safety_rules
from kneetree.proof.strength import Strength
from kneetree.words.sentences import joined, sentence


def hidden_exemptions(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each rule that protects only people with a usual value, naming each such fact.

    People without that value are outside the rule, although nothing says so and no reason is given.
    """
    for key, rule in tree.rules.items():
        if rule.urgency_at_least is None:
            continue
        hidden = [_people(tree, *fact) for fact in hidden_conditions(tree, rule).items()]
        if hidden:
            message = sentence(
                "The rule leaves people out without saying so: {hidden}. Name them under the exceptions, "
                "with the reason.",
                hidden=joined("; ", hidden),
            )
            yield problem("hidden_exemption", message, part="rule", key=key)


def hidden_conditions(tree: Tree, rule: Rule) -> dict[str, bool]:
    """Return the facts of ``given`` that have their usual values: these are exemptions in disguise."""
    given = (rule.given or {}).items()
    return {key: value for key, value in given if key in tree.findings and tree.findings[key].usual is value}


def _people(tree: Tree, finding: str, value: bool) -> str:
    """Return whom a rule leaves out that wants ``value``."""
    people = "people for whom {statement!r} is not true" if value else "people for whom {statement!r} is true"
    return sentence(people, statement=tree.statement(finding))


def empty(tree: Tree, key: str, rule: Rule) -> Iterator[Problem]:
    """Yield a problem if a rule says nothing: it holds in every tree, or about results that this tree does not have."""
    given, below = rule.given or {}, rule.below
    leaves = [leaf for _, leaf in tree.leaves() if rule.every_path_to is not None and rule.every_path_to.matches(leaf)]
    if safety_rules.contradicts_itself(rule):
        yield problem("rule_about_nobody", _MENDS["nobody"], part="rule", key=key)
    elif any(exemption.given.items() <= given.items() for exemption in rule.unless):
        yield problem("rule_about_nobody", _MENDS["everybody"], part="rule", key=key)
    elif rule.every_path_to is not None and not leaves:
        yield problem("rule_about_nobody", _MENDS["no_result"], part="rule", key=key)
    elif rule.asks is not None and not rule.asks:
        yield problem("rule_about_nobody", _MENDS["nothing"], part="rule", key=key)
    elif below is not None and below.rank == min(level.rank for level in Urgency):
        yield problem("rule_about_nobody", _MENDS["no_lower"], part="rule", key=key)


_MENDS = {
    "nobody": "Nobody can be as the rule says; mend what it begins with.",
    "everybody": "An exception holds for everybody whom the rule is about; make it narrower.",
    "no_result": "No result is as the rule says; mend which results it is about.",
    "nothing": "The rule does not say what has to be asked; name it.",
    "no_lower": "No result is less urgent than the level under which nobody may fall; choose a higher level.",
}


def needless_conditions(tree: Tree, strengths: Iterable[Strength]) -> Iterator[Problem]:
    """Yield a problem for each rule that has conditions without which it holds as well."""
    for strength in strengths:
        if strength.needless:
            named = joined(
                ", ", (sentence("{statement!r}", statement=tree.statement(name)) for name in strength.needless)
            )
            message = sentence(
                "The rule holds without {named} as well. Leave that out: it protects more people than it says.",
                named=named,
            )
            yield problem("needless_condition", message, part="rule", key=strength.rule_id)


def without_direction(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each finding of which nothing says which way it may move the result."""
    settled = {finding for rule in tree.rules.values() if _for_everybody(rule) for finding in rule.never_lowers or ()}
    for key, finding in tree.findings.items():
        if key not in settled and not finding.reassures.strip():
            message = (
                "Nothing says whether this may make a result less urgent. Name it in a rule for everybody that "
                "says it never does, or write why it reassures."
            )
            yield problem("may_lower", message, part="finding", key=key)


def _for_everybody(rule: Rule) -> bool:
    """Return whether a rule about what never lowers the urgency is strong enough to settle its findings."""
    return not rule.given and rule.below in (None, Urgency.SAME_DAY)
