"""How ``cases`` prints what came out: for people in a terminal, and as rows for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kneetree.analysis import cases
from kneetree.analysis.cases import CaseResult, CasesSummary
from kneetree.cli.printing import arrows, cases_line, print_head, say
from kneetree.errors import shortened
from kneetree.model.tree import Case, Tree, Urgency


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
    print_head(tree)
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
    say(cases_line(summary))
    say("A self-test on these cases, not a clinical validation.")


def print_spared(saved: cases.Saved) -> None:
    """Print what is left out of the walks of cases since it could not change their result."""
    say(
        f"Not asked, since it could not change the result: {saved.screens_spared} of {saved.screens} questions "
        f"and {saved.lines_spared} of {saved.lines} lines, for {saved.people} people."
    )


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
    naming = "no condition expected" if result.condition == "none" else f"condition {result.condition}"
    say(f"{result.id}: {triage} ({result.urgency}, expected {band}); {naming}")
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
