"""How ``check`` prints what is wrong with a tree: for people in a terminal, and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kneetree.checks import Problem
from kneetree.checks.rules import hidden_conditions
from kneetree.cli.checking import Checked
from kneetree.cli.printing import arrows, cases_line, number, print_head, say
from kneetree.model.tree import Tree, Urgency
from kneetree.proof.lowering import Lowering
from kneetree.proof.safety_rules import Verdict
from kneetree.proof.strength import Strength, Without
from kneetree.report.rule_words import rule_texts, rule_words

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
    say(f"Problems: {number(errors, 'error')}, {number(len(found.problems) - errors, 'warning')}.")
    say(_rules_line(found))
    if found.looked_at:
        say(_lowerings_line(found))
    for language in languages:
        faults = sum(one.language == language for one in found.problems)
        say(f"Language {language}: {number(faults, 'problem')}." if faults else f"Language {language}: complete.")
    say(cases_line(found.summary))


def _rules_line(found: Checked) -> str:
    verdicts = found.verdicts
    if not verdicts:
        return "There are no safety rules."
    holding = sum(verdict.holds is True for verdict in verdicts)
    undecided = sum(not verdict.decided for verdict in verdicts)
    more = f" {undecided} could not be decided." if undecided else ""
    return f"Safety rules: {holding} of {len(verdicts)} hold on every path.{more}"


def _lowerings_line(found: Checked) -> str:
    lowering = [one for one in found.lowerings if one.lowers]
    undecided = len(found.lowerings) - len(lowering)
    more = f" {undecided} could not be decided." if undecided else ""
    worst = (
        f"; the worst is {lowering[0].finding}, from {_level(lowering[0].high)} to {_level(lowering[0].low)}"
        if lowering
        else ""
    )
    return f"Facts that can lower a result: {len(lowering)} of {found.looked_at}{worst}.{more}"


def _level(level: Urgency | None) -> str:
    return str(level).replace("_", " ")


def _lowering_line(tree: Tree, lowering: Lowering) -> str:
    fact = f"{lowering.finding} = {str(lowering.value).lower()}"
    statement = tree.statement(lowering.finding, lowering.value)
    if lowering.high is None or lowering.fall is None:
        return f"not decided whether it lowers a result: {fact}: {statement}"
    further = "" if lowering.exact else " or less"
    at = f"; the ways part at {lowering.fall.parts_at}"
    return (
        f"can lower a result: {fact}: {statement}; from {_level(lowering.high)} to {_level(lowering.low)}{further}{at}"
    )


def _print_problems(level: str, problems: Iterable[Problem]) -> None:
    """Print each problem once, with all places where the same is said."""
    places: dict[tuple[str, str], list[str]] = {}
    for found in problems:
        places.setdefault((found.code, found.sentence), []).append(found.place or "")
    for (code, sentence), where in places.items():
        named = ", ".join(filter(None, where))
        if len(where) <= _FEW:
            say(f"{level}: {named}{': ' if named else ''}{sentence} [{code}]")
        else:
            say(f"{level}: {len(where)} places: {sentence} [{code}]")
            say(f"  {named}")


def _print_verdict(tree: Tree, verdict: Verdict) -> None:
    """Print a rule, what it says in words, and the way, or the two ways, that break it."""
    state = {True: "holds", False: "broken", None: "not decided"}[verdict.holds]
    first, *others = rule_texts(tree, tree.rules[verdict.rule_id])
    say(f"rule {state}: {verdict.rule_id}: {first}")
    for text in others:
        say(f"  In words: {text}")
    if not verdict.decided:
        say(f"  {verdict.reason}")
    elif not verdict.holds:
        say(f"  {arrows(verdict.path or ())} -> {verdict.leaf}")
        if verdict.other_path is not None:
            say(f"  {arrows(verdict.other_path)} -> {verdict.other_leaf}")
            say(f"  The two differ in {verdict.finding}; their ways part at {verdict.parts_at}.")


def _print_strength(tree: Tree, strength: Strength) -> None:
    """Print what a rule guarantees without each of its exceptions, if that is less."""
    for one in exceptions(tree, strength):
        if one.leaf:
            facts = "; ".join(tree.statement(name, value) for name, value in one.extra.items())
            named = f"the exception {one.why!r}" if one.why else "its hidden exception"
            level = _level(one.urgency_at_least)
            say(f"  Without {named}, only {level} would be guaranteed. This is enough: {facts} ({_values(one)})")
        elif one.reason:
            say(f"  Without an exception: {one.reason}")


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
            {"code": one.code, "level": one.level, "node": one.place, "message": one.sentence} for one in found.problems
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
