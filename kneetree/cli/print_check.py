"""How ``check`` prints what is wrong with a tree: for people in a terminal, and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kneetree.analysis.cases import CasesSummary
from kneetree.checks import Problem
from kneetree.cli.printing import arrows, cases_line, number, print_head, say
from kneetree.model.tree import Tree
from kneetree.proof.safety_rules import Verdict
from kneetree.report.rule_words import rule_texts, rule_words

_FEW = 3
"""So many places of the same problem are named in front of its sentence, more of them below it."""


def print_check(
    tree: Tree,
    problems: Sequence[Problem],
    verdicts: Sequence[Verdict],
    summary: CasesSummary,
    languages: Iterable[str],
    *,
    verbose: bool = False,
) -> None:
    """Print problems, errors first; broken rules with their path; then a line each for rules, languages and cases.

    With ``verbose`` the rules that hold are printed too.
    """
    print_head(tree)
    for level in ("error", "warning"):
        _print_problems(level, [found for found in problems if found.level == level])
    for verdict in verdicts:
        if verbose or not verdict.holds:
            _print_verdict(tree, verdict)
    errors = sum(found.level == "error" for found in problems)
    holding = sum(verdict.holds is True for verdict in verdicts)
    say(f"Problems: {number(errors, 'error')}, {number(len(problems) - errors, 'warning')}.")
    undecided = sum(not verdict.decided for verdict in verdicts)
    more = f" {undecided} could not be decided." if undecided else ""
    rules = f"Safety rules: {holding} of {len(verdicts)} hold on every path.{more}"
    say(rules if verdicts else "There are no safety rules.")
    for language in languages:
        faults = sum(found.language == language for found in problems)
        say(f"Language {language}: {number(faults, 'problem')}." if faults else f"Language {language}: complete.")
    say(cases_line(summary))


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


def rule_row(tree: Tree, verdict: Verdict) -> dict[str, Any]:
    """Return a verdict with the keys that the command line promises."""
    return {
        "id": verdict.rule_id,
        "holds": verdict.holds,
        "decided": verdict.decided,
        "words": rule_words(tree, tree.rules[verdict.rule_id]),
        "path": verdict.path,
        "other_path": verdict.other_path,
    }
