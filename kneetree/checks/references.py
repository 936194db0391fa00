"""Find what is wrong with the content: ids that name nothing, advice that is missing, sources that are too old."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator

from kneetree.checks.codes import Problem, problem
from kneetree.model.change import PartName
from kneetree.model.scales import threshold
from kneetree.model.tree import Leaf, Question, Rule, Tree
from kneetree.proof import safety_rules

MOST_ALSO = 5
"""How many further conditions a leaf may list before the list stops telling anything."""
YEARS_BETWEEN_READINGS = 2
"""After how many years a source is to be read again; guidelines are revised every few years."""


def nodes(tree: Tree, pictures: Collection[str]) -> Iterator[Problem]:
    """Yield the problems of each question and leaf by itself."""
    for key, node in tree.nodes.items():
        yield from _sources(tree, node.sources, key)
        if isinstance(node, Question):
            yield from _question(tree, key, node, pictures)
        else:
            yield from _leaf(tree, key, node)


def _question(tree: Tree, key: str, question: Question, pictures: Collection[str]) -> Iterator[Problem]:
    for finding in dict.fromkeys(question.findings):
        if finding not in tree.findings and threshold(finding) is None:
            yield problem("finding_without_meaning", f"Say in `findings` what {finding!r} means.", key)
    if question.picture and question.picture not in pictures:
        yield problem("unknown_picture", f"There is no picture {question.picture!r}; choose one that is.", key)
    if not question.why:
        yield problem("no_why", "Say why this is asked.", key)


def _leaf(tree: Tree, key: str, leaf: Leaf) -> Iterator[Problem]:
    for condition in dict.fromkeys(leaf.conditions):
        if condition not in tree.conditions:
            yield problem("unknown_condition", f"There is no condition {condition!r}; add it, or name another.", key)
    if len(set(leaf.conditions)) < len(leaf.conditions):
        yield problem("conditions_twice", "A condition is named twice; take one away.", key)
    if len(leaf.also) > MOST_ALSO:
        yield problem("too_many_conditions", f"`also` lists {len(leaf.also)}; keep the {MOST_ALSO} likeliest.", key)
    if not any(text.strip() for text in leaf.get_help_if):
        yield problem("no_safety_net", "Say when to get help after all (`get_help_if`).", key)
    if not leaf.do:
        yield problem("no_advice", "Say what to do.", key)
    if not leaf.reason:
        yield problem("no_reason", "Say why it is as urgent as this.", key)


def _sources(tree: Tree, sources: tuple[str, ...], key: str) -> Iterator[Problem]:
    if not sources:
        yield problem("no_source", "Name where this comes from.", key)
    for source in sources:
        if source not in tree.sources:
            yield problem("unknown_source", f"There is no source {source!r}; add it, or name another.", key)


def parts(tree: Tree, today: datetime.date) -> Iterator[Problem]:
    """Yield the problems of the tree's own parts: sources, conditions, rules, cases, drawing, purpose."""
    about = tree.about
    if about is None or not (about.intended_use and about.not_for and about.emergency):
        message = "Say in `about` what the tree is for, what it is not for, and when to call for help."
        yield problem("no_purpose", message, part="about")
    yield from _old_sources(tree, today)
    for key, condition in tree.conditions.items():
        for source in condition.sources:
            if source not in tree.sources:
                message = f"Condition {key!r} names the source {source!r}, which is not there."
                yield problem("unknown_source", message, part="condition", key=key)
    yield from _rules(tree)
    yield from _cases(tree)
    yield from _drawing(tree)
    yield from _unused(tree)


def _old_sources(tree: Tree, today: datetime.date) -> Iterator[Problem]:
    for key, source in tree.sources.items():
        if not source.checked:
            if source.url:
                message = f"Say on which day {key!r} was read (`checked`)."
                yield problem("source_not_checked", message, part="source", key=key)
            continue
        try:
            read = datetime.date.fromisoformat(source.checked)
        except ValueError:
            message = f"`checked` of {key!r} is not a day such as 2026-11-22."
            yield problem("source_not_checked", message, part="source", key=key)
            continue
        if (today - read).days > YEARS_BETWEEN_READINGS * 366:
            message = f"{key!r} was last read on {source.checked}; read it again."
            yield problem("source_outdated", message, part="source", key=key)


def _rules(tree: Tree) -> Iterator[Problem]:
    asked = {finding for _, question in tree.questions() for finding in question.findings}
    scales = {limit[0] for finding in asked if (limit := threshold(finding))}
    for key, rule in tree.rules.items():
        for finding in _findings_of(rule):
            limit = threshold(finding)
            if finding not in asked and not (limit and limit[0] in scales):
                message = f"Rule {key!r} speaks of {finding!r}, which no question asks about."
                yield problem("rule_finding_not_asked", message, part="rule", key=key)
        for condition in _conditions_of(rule):
            if condition not in tree.conditions:
                message = f"Rule {key!r} speaks of the condition {condition!r}, which is not there."
                yield problem("rule_unknown_condition", message, part="rule", key=key)
        if safety_rules.contradicts_itself(rule):
            yield problem("rule_about_nobody", f"Nobody can be as rule {key!r} says.", part="rule", key=key)
        for source in rule.sources:
            if source not in tree.sources:
                message = f"Rule {key!r} names the source {source!r}, which is not there."
                yield problem("unknown_source", message, part="rule", key=key)


def _findings_of(rule: Rule) -> tuple[str, ...]:
    return (*(rule.given or ()), *(rule.asks or ()))


def _conditions_of(rule: Rule) -> tuple[str, ...]:
    return (rule.every_path_to and rule.every_path_to.conditions) or ()


def _cases(tree: Tree) -> Iterator[Problem]:
    for key, case in tree.cases.items():
        for condition in case.expect.conditions:
            if condition not in tree.conditions:
                message = f"Case {key!r} expects {condition!r}, which the tree does not have."
                yield problem("case_unknown_condition", message, part="case", key=key)
        for finding in case.findings:
            if finding not in tree.findings and threshold(finding) is None:
                message = f"Case {key!r} has the finding {finding!r}, which the tree does not have."
                yield problem("case_unknown_finding", message, part="case", key=key)


def _drawing(tree: Tree) -> Iterator[Problem]:
    for key in tree.layout:
        if key not in tree.nodes:
            yield problem("drawn_but_not_there", f"A place is kept for {key!r}, which is gone.", part="layout", key=key)
    for key, region in tree.regions.items():
        for node in region.nodes:
            if node not in tree.nodes:
                message = f"Region {key!r} holds {node!r}, which is gone."
                yield problem("drawn_but_not_there", message, part="region", key=key)


def _unused(tree: Tree) -> Iterator[Problem]:
    used = _used(tree)
    have: dict[PartName, Iterable[str]] = {
        "finding": tree.findings,
        "condition": tree.conditions,
        "source": tree.sources,
    }
    for part, keys in have.items():
        for key in keys:
            if key not in used[part]:
                yield problem("unused", f"Nothing uses the {part} {key!r}; take it away.", part=part, key=key)


def _used(tree: Tree) -> dict[str, set[str]]:
    """Return the ids that something in the tree names, by part."""
    questions, leaves = [node for _, node in tree.questions()], [node for _, node in tree.leaves()]
    rules, cases = tree.rules.values(), tree.cases.values()
    return {
        "finding": _all(node.findings for node in questions)
        | _all(_findings_of(rule) for rule in rules)
        | _all(case.findings for case in cases),
        "condition": _all(leaf.conditions for leaf in leaves)
        | _all(_conditions_of(rule) for rule in rules)
        | _all(case.expect.conditions for case in cases),
        "source": _all(node.sources for node in tree.nodes.values())
        | _all(condition.sources for condition in tree.conditions.values())
        | _all(rule.sources for rule in rules),
    }


def _all(groups: Iterable[Iterable[str]]) -> set[str]:
    return {key for group in groups for key in group}
