"""How the commands print what they found: for people in a terminal, and as JSON for programs."""

from __future__ import annotations

import difflib
import json
import shlex
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from kneetree.analysis import cases
from kneetree.analysis.cases import CaseResult, CasesSummary
from kneetree.checks import Problem
from kneetree.cli import output
from kneetree.errors import shortened
from kneetree.files.review import content_hash
from kneetree.model.tree import Case, Tree, Urgency
from kneetree.proof.safety_rules import Verdict
from kneetree.report.plain_text import plain
from kneetree.report.rule_words import rule_texts, rule_words
from kneetree.report.summary import review_sentence

_FEW = 3
"""So many places of the same problem are named in front of its sentence, more of them below it."""


def print_json(content: Any) -> None:
    """Print one JSON object, in ASCII so that any pipe can carry it."""
    output.write(json.dumps(msgspec.to_builtins(content), indent=2) + "\n")


def harmless(text: str) -> str:
    """Return text that may come from a file without anything that could steer a terminal."""
    return plain(text)


def say(text: str = "") -> None:
    """Print a line for people."""
    output.write(f"{plain(text)}\n")


def command(words: Iterable[str]) -> str:
    """Return a command as it can be typed."""
    return plain(shlex.join(words))


def close_to(name: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that says a name is not known, with a similar name if there is one."""
    found = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean {found[0]!r}?" if found else "; `kneetree cases --json` tells which it has."


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
    _print_head(tree)
    for level in ("error", "warning"):
        _print_problems(level, [found for found in problems if found.level == level])
    for verdict in verdicts:
        if verbose or not verdict.holds:
            _print_verdict(tree, verdict)
    errors = sum(found.level == "error" for found in problems)
    holding = sum(verdict.holds is True for verdict in verdicts)
    say(f"Problems: {_number(errors, 'error')}, {_number(len(problems) - errors, 'warning')}.")
    undecided = sum(not verdict.decided for verdict in verdicts)
    more = f" {undecided} could not be decided." if undecided else ""
    rules = f"Safety rules: {holding} of {len(verdicts)} hold on every path.{more}"
    say(rules if verdicts else "There are no safety rules.")
    for language in languages:
        faults = sum(found.language == language for found in problems)
        say(f"Language {language}: {_number(faults, 'problem')}." if faults else f"Language {language}: complete.")
    say(_cases_line(summary))


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


def _print_head(tree: Tree) -> None:
    version = f", version {tree.version}" if tree.version else ""
    say(f"{tree.title}{version}, content {content_hash(tree)[:12]}. {review_sentence(tree, 'en')}")


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def case_row(result: CaseResult) -> dict[str, Any]:
    """Return a result with the keys that the command line promises."""
    return {
        "id": result.id,
        "triage": result.triage,
        "condition": result.condition,
        "urgency": result.urgency,
        "leaves": result.leaves,
        "questions": result.questions,
        "lines": result.lines,
        "path": result.path,
    }


def print_cases(tree: Tree, wanted: Sequence[Case], results: Sequence[CaseResult], summary: CasesSummary) -> None:
    """Print cases that did not come out as expected, the triage table, what no case takes, and the figures."""
    _print_head(tree)
    for case, result in zip(wanted, results, strict=True):
        if result.triage != "right" or result.condition == "missed":
            _print_case(case, result)
    if not results:
        say("There are no cases.")
        return
    _print_unused_findings(tree, wanted)
    _print_table(cases.triage_table(wanted, results))
    missing = cases.coverage(tree, results)
    branches = len(cases.branches(tree))
    leaves = sum(1 for _ in tree.leaves())
    say(
        f"Coverage: {branches - len(missing.branches)} of {branches} branches "
        f"and {leaves - len(missing.leaves)} of {leaves} leaves are taken by a case."
    )
    say(_cases_line(summary))
    say("A self-test on these cases, not a clinical validation.")


def _print_unused_findings(tree: Tree, wanted: Sequence[Case]) -> None:
    """Say which findings of the cases the tree does not have: a misspelt one would go unnoticed."""
    unknown = Counter(finding for case in wanted for finding in case.findings if finding not in tree.findings)
    if unknown:
        counts = ((finding, f"{count} case{'' if count == 1 else 's'}") for finding, count in unknown.items())
        named = ", ".join(f"{shortened(finding)!r} in {count}" for finding, count in counts)
        say(f"Not used, since the tree does not have these findings: {named}.")


def _print_case(case: Case, result: CaseResult) -> None:
    triage = {"right": "triage right", "under": "UNDER-TRIAGED", "over": "over-triaged"}[result.triage]
    band = " or ".join(case.expect.urgency) or "anything"
    say(f"{result.id}: {triage} ({result.urgency}, expected {band}); condition {result.condition}")
    say(f"  {arrows(result.path)} -> {', '.join(result.leaves)}")


def _print_table(table: dict[Urgency, dict[Urgency, int]]) -> None:
    if not any(any(row.values()) for row in table.values()):
        return
    say()
    say("What is best (down) and what came out (across):")
    say(f"{'':12}" + "".join(f"{level:>13}" for level in Urgency))
    for level, row in table.items():
        say(f"{level:12}" + "".join(f"{row[column] or '.':>13}" for column in Urgency))
    say()


def _cases_line(summary: CasesSummary) -> str:
    if not summary.total:
        return "There are no cases."
    return (
        f"Cases: {summary.total}; triage right {summary.triage_right}, under-triaged {summary.under_triaged}, "
        f"over-triaged {summary.over_triaged}; condition first {summary.condition_first}, "
        f"listed {summary.condition_listed}; questions: median {summary.median_questions:g}, "
        f"most {summary.max_questions}; lines: median {summary.median_lines:g}, "
        f"most {summary.max_lines}; conditions named: {summary.mean_conditions:.1f} on average."
    )


def arrows(path: Iterable[tuple[str, str, str]]) -> str:
    """Return a path in one line, with a word where nobody was asked."""
    return " -> ".join(f"{node} {answer}{_HOW.get(how, '')}" for node, answer, how in path)


_HOW = {"known": " (known)", "decided": " (decided)"}
