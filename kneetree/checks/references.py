"""Find what is named but not there: ids of the library in questions, nodes, rules and cases, and places on the map."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from kneetree.checks import rules as rule_checks
from kneetree.checks.codes import Place, Problem, problem
from kneetree.model.scales import fact_of, threshold_of
from kneetree.model.tree import Decision, Leaf, Rule, Tree
from kneetree.words.sentences import sentence

_GENERAL_KNOWLEDGE = re.compile(r"general knowledge|conocimiento general", re.IGNORECASE)
"""What an exemption says, in English or Spanish, if no source is needed for it."""


def library(tree: Tree, pictures: Collection[str]) -> Iterator[Problem]:
    """Yield what questions, scales, conditions and the first page name although it is not there.

    ``pictures`` are the names of those that come with the program.
    """
    if tree.start is not None and tree.start.picture:
        yield from _picture(tree, tree.start.picture, pictures, "start", "")
    for key, question in tree.questions.items():
        yield from _missing(tree, "finding", question.findings, "question", key)
        if question.picture:
            yield from _picture(tree, question.picture, pictures, "question", key)
        yield from _missing(tree, "source", question.sources, "question", key)
    for key, scale in tree.scales.items():
        yield from _missing(tree, "source", scale.sources, "scale", key)
    for key, condition in tree.conditions.items():
        if condition.recovery is not None:
            yield from _missing(tree, "advice", condition.recovery.advice, "condition", key)
        yield from _missing(tree, "source", condition.sources, "condition", key)


def nodes(tree: Tree) -> Iterator[Problem]:
    """Yield what decisions and leaves name although it is not there."""
    for key, node in tree.nodes.items():
        if isinstance(node, Decision):
            counted = [term.finding for term in node.terms if threshold_of(term.finding, tree.scales) is None]
            yield from _missing(tree, "finding", counted, "node", key)
            yield from _missing(tree, "source", node.sources, "node", key)
        elif isinstance(node, Leaf):
            yield from _missing(tree, "condition", node.conditions, "node", key)
            yield from _missing(tree, "advice", (*node.do, *node.avoid), "node", key)
            yield from _missing(tree, "warning", node.warnings, "node", key)
            yield from _missing(tree, "source", node.sources, "node", key)


def rules(tree: Tree) -> Iterator[Problem]:
    """Yield the problems of rules that do not fit the tree, or that say nothing."""
    asked = {fact for one in tree.all_asked() for fact in one.facts}
    for key, rule in tree.rules.items():
        for finding in rule.findings:
            fact = fact_of(finding, tree.scales)
            is_scale = finding in tree.scales and finding in (rule.asks or ())
            if fact == finding and finding not in tree.findings and not is_scale:
                yield from _missing(tree, "finding", [finding], "rule", key)
            elif fact not in asked:
                message = sentence(
                    "The rule speaks of {statement!r}, which no question asks about.", statement=tree.statement(finding)
                )
                yield problem("rule_finding_not_asked", message, part="rule", key=key)
        for condition in (rule.every_path_to and rule.every_path_to.conditions) or ():
            if condition not in tree.conditions:
                message = sentence(
                    "The rule speaks of the condition {condition!r}, which is not there.", condition=condition
                )
                yield problem("rule_unknown_condition", message, part="rule", key=key)
        yield from rule_checks.empty(tree, key, rule)
        yield from _missing(tree, "source", rule.sources, "rule", key)
        yield from _exemptions(tree, key, rule)


def _exemptions(tree: Tree, key: str, rule: Rule) -> Iterator[Problem]:
    for exemption in rule.unless:
        yield from _missing(tree, "source", exemption.sources, "rule", key)
        if not exemption.sources and not _GENERAL_KNOWLEDGE.search(exemption.why):
            message = sentence(
                'Nothing supports the exemption {why!r}; name a source, or write that it is "general knowledge".',
                why=exemption.why,
            )
            yield problem("exemption_without_source", message, part="rule", key=key)


def cases(tree: Tree) -> Iterator[Problem]:
    """Yield what cases name although it is not there."""
    for key, case in tree.cases.items():
        for condition in dict.fromkeys((*case.expect.conditions, *case.expect.listed_ok)):
            if condition not in tree.conditions:
                message = sentence(
                    "The case expects the condition {condition!r}, which the tree does not have.", condition=condition
                )
                yield problem("case_unknown_condition", message, part="case", key=key)
        for finding in case.findings:
            if finding not in tree.findings:
                message = sentence(
                    "The case has the finding {finding!r}, which the tree does not have.", finding=finding
                )
                yield problem("case_unknown_finding", message, part="case", key=key)


def drawing(tree: Tree) -> Iterator[Problem]:
    """Yield the places and regions that are kept for nodes that are not there."""
    for key in tree.layout:
        if key not in tree.nodes:
            message = sentence("A place on the map is kept for {key!r}, which is gone.", key=key)
            yield problem("drawn_but_not_there", message, part="layout", key=key)
    for key, region in tree.regions.items():
        for node in region.nodes:
            if node not in tree.nodes:
                message = sentence("The region holds {node!r}, which is gone.", node=node)
                yield problem("drawn_but_not_there", message, part="region", key=key)


_WORDS = {
    "finding": "There is no finding {key!r}; describe it, or name another.",
    "condition": "There is no condition {key!r}; add it, or name another.",
    "advice": "There is no advice {key!r}; write it, or choose other advice.",
    "warning": "There is no warning {key!r}; write it, or choose another.",
    "source": "There is no source {key!r}; add it, or name another.",
}


def _missing(tree: Tree, kind: str, named: Iterable[str], part: Place, place: str) -> Iterator[Problem]:
    """Yield a problem for each of the ids ``named`` that is not in the library, each once."""
    have = _library(tree)[kind]
    for key in dict.fromkeys(named):
        if key not in have:
            node = place if part == "node" else None
            yield problem(f"unknown_{kind}", sentence(_WORDS[kind], key=key), node, part, place)


def _library(tree: Tree) -> dict[str, Collection[str]]:
    return {
        "finding": tree.findings,
        "condition": tree.conditions,
        "advice": tree.advice,
        "warning": tree.warnings,
        "source": tree.sources,
    }


def _picture(tree: Tree, name: str, shipped: Collection[str], part: Place, place: str) -> Iterator[Problem]:
    if name not in tree.pictures and name not in shipped:
        message = sentence("There is no picture {name!r}; choose one that is.", name=name)
        yield problem("unknown_picture", message, None, part, place)
