"""What each command of the command line does: reads, asks the core, prints.

A function per command, named as it is typed, from its options to the exit status.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from kneetree import answers, cases, checks, data, exchange, safety, storage, terminal
from kneetree import diff as differences
from kneetree import report as reports
from kneetree import stats as statistics
from kneetree.cases import CaseResult, CasesSummary
from kneetree.cli import FINE, PROBLEMS, Frontend
from kneetree.errors import KneetreeError
from kneetree.summary import Summary, summarise
from kneetree.tree import Case, Tree, Urgency
from kneetree.walk import Walk


def ask(options: Namespace, frontend: Frontend) -> int:
    """Walk in the terminal, or with ``--answers`` without asking."""
    if options.answers is None:
        return ask_in_terminal(options.tree)
    walk = answers.walk_with(_tree(options.tree), options.answers)
    print(reports.to_text(summarise(walk)))
    return FINE


def ask_in_terminal(path: Path | None) -> int:
    """The pleasant walk, with keys or through a pipe."""
    return terminal.ask(_startable(path))


def check(options: Namespace, frontend: Frontend) -> int:
    """Structure, content, safety rules, the tree's own cases, the languages beside it."""
    path = options.tree or data.SHIPPED_TREE
    tree = storage.read_tree(path).tree
    problems = [*checks.check(tree), *checks.check_languages(tree, path)]
    verdicts = safety.prove_all(tree)
    results = cases.run_cases(tree, tree.cases.values())
    summary = cases.summarise(results)
    if options.json:
        rules = [{"id": verdict.rule_id, "holds": verdict.holds, "path": verdict.path} for verdict in verdicts]
        rows = [
            {"code": found.code, "level": found.level, "node": found.node, "message": found.message}
            for found in problems
        ]
        _print_json({"problems": rows, "rules": rules, "cases": msgspec.structs.asdict(summary)})
    else:
        _print_check(tree, problems, verdicts, summary)
    errors = any(found.level == "error" for found in problems)
    broken = any(not verdict.holds for verdict in verdicts)
    return PROBLEMS if errors or broken or summary.under_triaged else FINE


def _print_check(
    tree: Tree, problems: list[checks.Problem], verdicts: list[safety.Verdict], summary: CasesSummary
) -> None:
    for found in problems:
        where = f"{found.node}: " if found.node else ""
        print(f"{found.level}: {where}{found.message} [{found.code}]")
    for verdict in verdicts:
        if not verdict.holds:
            print(f"rule broken: {verdict.rule_id}: {tree.rules[verdict.rule_id].statement}")
            print(f"  {_arrows(verdict.path or ())} -> {verdict.leaf}")
    errors = sum(found.level == "error" for found in problems)
    holding = sum(verdict.holds for verdict in verdicts)
    print(f"{tree.title} {tree.version}: {errors} errors, {len(problems) - errors} warnings.")
    print(f"Safety rules: {holding} of {len(verdicts)} hold on every path.")
    print(_cases_line(summary))


def run(options: Namespace, frontend: Frontend) -> int:
    """Run cases, the tree's own or those of a file; 1 where any is under-triaged."""
    tree, wanted = _tree_and_cases(options.tree, options.cases)
    results = cases.run_cases(tree, wanted.values())
    summary = cases.summarise(results)
    if options.json:
        _print_json({"summary": msgspec.structs.asdict(summary), "cases": [_case_row(row) for row in results]})
    else:
        _print_cases(list(wanted.values()), results, summary)
    return PROBLEMS if summary.under_triaged else FINE


def _tree_and_cases(first: Path | None, second: Path | None) -> tuple[Tree, dict[str, Case]]:
    if first is not None and second is None and storage.is_case_file(first):
        first, second = None, first
    tree = _tree(first)
    return tree, tree.cases if second is None else storage.read_cases(second).cases


def _case_row(result: CaseResult) -> dict[str, Any]:
    return {
        "id": result.id,
        "triage": result.triage,
        "condition": result.condition,
        "urgency": result.urgency,
        "leaves": result.leaves,
        "questions": result.questions,
        "path": result.path,
    }


def _print_cases(wanted: list[Case], results: list[CaseResult], summary: CasesSummary) -> None:
    for case, result in zip(wanted, results, strict=True):
        if result.triage != "right" or result.condition == "missed":
            band = " or ".join(case.expect.urgency) or "anything"
            print(f"{result.id}: triage {result.triage} ({result.urgency}, expected {band}); {result.condition}")
            print(f"  {_arrows(result.path)} -> {', '.join(result.leaves)}")
    print("\nBest level (row) and what came out (column):")
    print(f"{'':12}" + "".join(f"{level:>13}" for level in Urgency))
    for level, row in cases.triage_table(wanted, results).items():
        print(f"{level:12}" + "".join(f"{row[column] or '.':>13}" for column in Urgency))
    print(f"\n{_cases_line(summary)}")


def _cases_line(summary: CasesSummary) -> str:
    if not summary.total:
        return "There are no cases."
    return (
        f"Cases: {summary.total}; triage right {summary.triage_right}, under-triaged {summary.under_triaged}, "
        f"over-triaged {summary.over_triaged}; condition first {summary.condition_first}, "
        f"listed {summary.condition_listed}; questions: median {summary.median_questions:g}, "
        f"most {summary.max_questions}; conditions named: {summary.mean_conditions:.1f} on average."
    )


def report(options: Namespace, frontend: Frontend) -> int:
    """Write the result of a walk to a file by its ending, or as text to the screen."""
    tree = _startable(options.tree)
    summary = summarise(_walk(tree, options))
    output: Path | None = options.output
    if output is None:
        print(reports.to_text(summary))
        return FINE
    kind = output.suffix.lower()
    if kind == ".pdf":
        frontend.report_pdf(summary, output)
    elif kind in _WRITERS:
        storage.write_bytes(output, _WRITERS[kind](summary).encode())
    else:
        raise KneetreeError(
            f"{output.name} does not say what to write; let its name end in .html, .pdf, .txt or .json."
        )
    return FINE


_WRITERS: dict[str, Callable[[Summary], str]] = {
    ".html": reports.to_html,
    ".txt": reports.to_text,
    ".json": reports.to_json,
}


def _walk(tree: Tree, options: Namespace) -> Walk:
    if options.case is None:
        return answers.walk_with(tree, options.answers)
    if options.case not in tree.cases:
        raise KneetreeError(f"The tree has no case {options.case!r}; `kneetree cases` tells which it has.")
    return cases.walk_of(tree, tree.cases[options.case])


def export(options: Namespace, frontend: Frontend) -> int:
    """Write the tree in another format, which the ending of the file name says."""
    tree, output = _tree(options.tree), options.output
    wanted = exchange.format_of(output.name)
    if wanted in exchange.DRAWN:
        frontend.picture(exchange.export(tree, "svg"), output)
    else:
        storage.write_bytes(output, exchange.export(tree, wanted))
    return FINE


def diff(options: Namespace, frontend: Frontend) -> int:
    """Tell what differs between two trees, for nodes and for people."""
    found = differences.compare(storage.read_tree(options.old).tree, storage.read_tree(options.new).tree)
    if options.json:
        _print_json(differences.to_json(found))
    else:
        print(differences.to_text(found))
    return FINE


def stats(options: Namespace, frontend: Frontend) -> int:
    """Tell how long walks are, and which questions never change a result."""
    found = statistics.stats(_tree(options.tree))
    if options.json:
        _print_json(statistics.to_json(found))
    else:
        print(statistics.to_text(found))
    return FINE


def _tree(path: Path | None) -> Tree:
    return storage.read_tree(path or data.SHIPPED_TREE).tree


def _startable(path: Path | None) -> Tree:
    """The tree, if a walk may start on it: ``KneetreeError`` names the first error otherwise."""
    tree = _tree(path)
    error = next((found for found in checks.check(tree) if found.level == "error"), None)
    if error is not None:
        raise KneetreeError(f"The tree has an error and cannot be walked: {error.message} `kneetree check` tells all.")
    return tree


def _arrows(path: tuple[tuple[str, str], ...]) -> str:
    return " -> ".join(f"{node} {answer}" for node, answer in path)


def _print_json(content: dict[str, Any]) -> None:
    print(msgspec.json.format(msgspec.json.encode(content), indent=2).decode())
    sys.stdout.flush()


BY_NAME: dict[str, Callable[[Namespace, Frontend], int]] = {
    "ask": ask,
    "check": check,
    "cases": run,
    "report": report,
    "export": export,
    "diff": diff,
    "stats": stats,
}
