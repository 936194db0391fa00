"""How ``cases`` prints what came out: for people in a terminal, and as rows for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kneetree.analysis import cases
from kneetree.analysis.cases import CaseResult, CasesSummary
from kneetree.cli.printing import arrows, cases_line, print_head, say
from kneetree.cli.speaking import here
from kneetree.errors import shortened
from kneetree.model.tree import Case, Tree, Urgency
from kneetree.words.sentences import counted, joined, sentence


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
        "Coverage: {taken} of {branches} branches and {reached} of {leaves} leaves are taken by a case.",
        taken=branches - len(missing.branches),
        branches=branches,
        reached=leaves - len(missing.leaves),
        leaves=leaves,
    )
    say(cases_line(summary))
    say("A self-test on these cases, not a clinical validation.")


def print_spared(saved: cases.Saved) -> None:
    """Print what is left out of the walks of cases since it could not change their result."""
    say(
        "Not asked, since it could not change the result: {screens_spared} of {screens} "
        "questions and {lines_spared} of {lines} lines, for {people} people.",
        screens_spared=saved.screens_spared,
        screens=saved.screens,
        lines_spared=saved.lines_spared,
        lines=saved.lines,
        people=saved.people,
    )


def _print_unused_findings(tree: Tree, wanted: Sequence[Case]) -> None:
    """Say which findings of the cases the tree does not have: a misspelt one would go unnoticed."""
    unknown = Counter(finding for case in wanted for finding in case.findings if finding not in tree.findings)
    if unknown:
        counts = ((finding, counted(count, "{number} case", "{number} cases")) for finding, count in unknown.items())
        named = joined(
            ", ",
            (sentence("{finding!r} in {cases}", finding=shortened(finding), cases=count) for finding, count in counts),
        )
        say("Not used, since the tree does not have these findings: {named}.", named=named)


def _print_case(case: Case, result: CaseResult) -> None:
    wanted = case.expect.urgency
    band = joined(" or ", (sentence(level) for level in wanted)) if wanted else sentence("anything")
    say(
        "{id}: {triage} ({urgency}, expected {band}); {naming}",
        id=result.id,
        triage=sentence(_TRIAGE[result.triage]),
        urgency=sentence(result.urgency),
        band=band,
        naming=sentence(_CONDITION[result.condition]),
    )
    say("  {arrows} -> {leaves}", arrows=arrows(result.path), leaves=", ".join(result.leaves))


_TRIAGE = {"right": "triage right", "under": "UNDER-TRIAGED", "over": "over-triaged"}
_CONDITION = {
    "none": "no condition expected", "first": "condition first", "listed": "condition listed",
    "missed": "condition missed",
}  # fmt: skip


def _print_table(table: dict[Urgency, dict[Urgency, int]]) -> None:
    if not any(any(row.values()) for row in table.values()):
        return
    say()
    say("What is best (down) and what came out (across):")
    levels = {level: here(level) for level in Urgency}
    wide = max(map(len, levels.values())) + 2
    say("{head}", head=f"{'':{wide - 1}}" + "".join(f"{level:>{wide}}" for level in levels.values()))
    for level, row in table.items():
        say("{row}", row=f"{levels[level]:{wide - 1}}" + "".join(f"{row[column] or '.':>{wide}}" for column in Urgency))
    say()
