"""How ``check`` prints what is wrong with a tree: for people in a terminal, and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kneetree.checks import Problem
from kneetree.checks.rules import hidden_conditions
from kneetree.cli.checking import Checked
from kneetree.cli.printing import arrows, cases_line, print_head, say
from kneetree.model.tree import Tree, Urgency
from kneetree.proof.lowering import Lowering
from kneetree.proof.safety_rules import Verdict
from kneetree.proof.strength import Strength, Without
from kneetree.report.rule_words import rule_texts, rule_words
from kneetree.words.sentences import Sentence, counted, joined, sentence

_FEW = 3
"""So many places of the same problem are named in front of its sentence, more of them below it."""


def print_check(tree: Tree, found: Checked, languages: Iterable[str], *, verbose: bool = False) -> None:
    """Print problems, errors first; broken rules with their path; then a line each for what else was found out.

    With ``verbose`` the rules that hold are printed too, with their strength, and each finding that can lower a result.
    """
    print_head(tree)
    for level in ("error", "warning"):
        _print_problems(level, [one for one in found.problems if one.level == level])
    for verdict in found.verdicts:
        if verbose or not verdict.holds:
            _print_verdict(tree, verdict)
            _print_strength(tree, found.strengths.get(verdict.rule_id, Strength(verdict.rule_id)))
    if verbose:
        for lowering in found.lowerings:
            say(_lowering_line(tree, lowering))
    errors = sum(one.level == "error" for one in found.problems)
    say(
        "Problems: {errors}, {warnings}.",
        errors=counted(errors, "{number} error", "{number} errors"),
        warnings=counted(len(found.problems) - errors, "{number} warning", "{number} warnings"),
    )
    say(_rules_line(found))
    if found.looked_at:
        say(_lowerings_line(found))
    for language in languages:
        faults = sum(one.language == language for one in found.problems)
        if faults:
            problems = counted(faults, "{number} problem", "{number} problems")
            say("Language {language}: {problems}.", language=language, problems=problems)
        else:
            say("Language {language}: complete.", language=language)
    say(cases_line(found.summary))


def _rules_line(found: Checked) -> Sentence:
    verdicts = found.verdicts
    if not verdicts:
        return sentence("There are no safety rules.")
    holding = sum(verdict.holds is True for verdict in verdicts)
    undecided = sum(not verdict.decided for verdict in verdicts)
    told = sentence("Safety rules: {holding} of {rules} hold on every path.", holding=holding, rules=len(verdicts))
    return _with_undecided(told, undecided)


def _with_undecided(told: Sentence, undecided: int) -> Sentence:
    if not undecided:
        return told
    return joined(" ", (told, sentence("{undecided} could not be decided.", undecided=undecided)))


def _lowerings_line(found: Checked) -> Sentence:
    lowering = [one for one in found.lowerings if one.lowers]
    told = sentence("Facts that can lower a result: {count} of {all}.", count=len(lowering), all=found.looked_at)
    if lowering:
        worst = lowering[0]
        told = sentence(
            "Facts that can lower a result: {count} of {all}; the worst is {finding}, from {high} to {low}.",
            count=len(lowering),
            all=found.looked_at,
            finding=worst.finding,
            high=_level(worst.high),
            low=_level(worst.low),
        )
    return _with_undecided(told, len(found.lowerings) - len(lowering))


def _level(level: Urgency | None) -> Sentence:
    return sentence(str(level).replace("_", " "))


def _lowering_line(tree: Tree, lowering: Lowering) -> Sentence:
    fact = f"{lowering.finding} = {str(lowering.value).lower()}"
    statement = tree.statement(lowering.finding, lowering.value)
    if lowering.high is None or lowering.fall is None:
        return sentence("not decided whether it lowers a result: {fact}: {statement}", fact=fact, statement=statement)
    falls = "can lower a result: {fact}: {statement}; from {high} to {low}; the ways part at {at}"
    at_least = "can lower a result: {fact}: {statement}; from {high} to {low} or less; the ways part at {at}"
    return sentence(
        falls if lowering.exact else at_least,
        fact=fact,
        statement=statement,
        high=_level(lowering.high),
        low=_level(lowering.low),
        at=lowering.fall.parts_at,
    )


def _print_problems(level: str, problems: Iterable[Problem]) -> None:
    """Print each problem once, with all places where the same is said."""
    places: dict[tuple[str, str], list[str]] = {}
    for found in problems:
        places.setdefault((found.code, found.sentence), []).append(found.place or "")
    for (code, message), where in places.items():
        named = ", ".join(filter(None, where))
        before = sentence("{count} places", count=len(where)) if len(where) > _FEW else named
        say(_LEVELS[level], told=joined(": ", filter(None, (before, message))), code=code)
        if len(where) > _FEW:
            say("  {named}", named=named)


_LEVELS = {"error": "error: {told} [{code}]", "warning": "warning: {told} [{code}]"}


def _print_verdict(tree: Tree, verdict: Verdict) -> None:
    """Print a rule, what it says in words, and the way, or the two ways, that break it."""
    first, *others = rule_texts(tree, tree.rules[verdict.rule_id])
    say(_STATES[verdict.holds], rule_id=verdict.rule_id, first=first)
    for text in others:
        say("  In words: {text}", text=text)
    if not verdict.decided:
        say("  {reason}", reason=verdict.reason)
    elif not verdict.holds:
        say("  {arrows} -> {leaf}", arrows=arrows(verdict.path or ()), leaf=verdict.leaf)
        if verdict.other_path is not None:
            say("  {arrows} -> {leaf}", arrows=arrows(verdict.other_path), leaf=verdict.other_leaf)
            say(
                "  The two differ in {finding}; their ways part at {parts_at}.",
                finding=verdict.finding,
                parts_at=verdict.parts_at,
            )


_STATES = {
    True: "rule holds: {rule_id}: {first}",
    False: "rule broken: {rule_id}: {first}",
    None: "rule not decided: {rule_id}: {first}",
}


def _print_strength(tree: Tree, strength: Strength) -> None:
    """Print what a rule guarantees without each of its exceptions, if that is less."""
    for one in exceptions(tree, strength):
        if one.leaf:
            facts = "; ".join(tree.statement(name, value) for name, value in one.extra.items())
            named = "the exception {why!r}" if one.why else "its hidden exception"
            say(
                "  Without {named}, only {level} would be guaranteed. This is enough: {facts} ({values})",
                named=sentence(named, why=one.why),
                level=_level(one.urgency_at_least),
                facts=facts,
                values=_values(one),
            )
        elif one.reason:
            say("  Without an exception: {reason}", reason=one.reason)


def _values(one: Without) -> str:
    return ", ".join(f"{name} = {str(value).lower()}" for name, value in one.extra.items())


def exceptions(tree: Tree, strength: Strength) -> list[Without]:
    """Return what a rule guarantees without each exemption, the hidden ones among its conditions included."""
    hidden = hidden_conditions(tree, tree.rules[strength.rule_id])
    return [one for one in strength.without if not one.condition or one.condition in hidden]


def check_rows(tree: Tree, found: Checked) -> dict[str, Any]:
    """Return what was found with the keys that the command line promises."""
    return {
        "problems": [
            {"code": one.code, "level": one.level, "node": one.place, "message": str(one.sentence)}
            for one in found.problems
        ],
        "rules": [_rule_row(tree, verdict, found.strengths.get(verdict.rule_id)) for verdict in found.verdicts],
        "lowering": [
            {"finding": one.finding, "from": one.high, "to": one.low, "value": one.value} for one in found.lowerings
        ],
        "cases": found.summary,
    }


def _rule_row(tree: Tree, verdict: Verdict, strength: Strength | None) -> dict[str, Any]:
    strength = strength or Strength(verdict.rule_id)
    return {
        "id": verdict.rule_id,
        "holds": verdict.holds,
        "decided": verdict.decided,
        "words": rule_words(tree, tree.rules[verdict.rule_id]),
        "needless": strength.needless,
        "without": [
            {"why": one.why, "urgency_at_least": one.urgency_at_least, "extra": one.extra, "condition": one.condition}
            for one in exceptions(tree, strength)
        ],
        "path": verdict.path,
        "other_path": verdict.other_path,
    }
