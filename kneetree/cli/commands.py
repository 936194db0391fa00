"""What each command of the command line does: it reads, asks the core, and prints.

There is a function for each command (``BY_NAME``); it takes the options and returns the exit status.
"""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from kneetree import checks, edits, exchange, shipped, words
from kneetree import report as reports
from kneetree.analysis import cases
from kneetree.analysis import difference as differences
from kneetree.analysis import statistics as statistics
from kneetree.cli import (
    bringing_in,
    checking,
    output,
    papers,
    print_cases,
    print_check,
    printing,
    speaking,
    terminal_walk,
)
from kneetree.cli.exit_status import FINE, PROBLEMS
from kneetree.cli.printing import print_json
from kneetree.cli.progress import TerminalProgress
from kneetree.cli.qt_functions import QtFunctions
from kneetree.errors import FileProblem, KneetreeError
from kneetree.exchange import cases_table, spreadsheet
from kneetree.exchange.fhir_response import fhir_response
from kneetree.exchange.mermaid import mermaid
from kneetree.files import beside, translation, tree_files, whole_files
from kneetree.model.tree import Case, Tree
from kneetree.proof.left_out import LeavesOut
from kneetree.proof.most_more import MostMore
from kneetree.report.summary import Summary, summarise
from kneetree.walk import typed_answers
from kneetree.walk.walk import Walk


def ask(options: Namespace, qt: QtFunctions) -> int:
    """Walk in the terminal, or without asking if ``--answers`` gives the answers."""
    tree = _startable(options.tree, options.language)
    if options.answers is not None:
        walk: Walk | None = typed_answers.walk_with(tree, options.answers)
    else:
        walk = terminal_walk.ask(tree, _console(options.json), *_proven(tree))
    if walk is None:
        return FINE
    if options.json:
        output.write(reports.to_json(summarise(walk)))
    else:
        _print_result(walk, options.tree, options.language)
    return FINE


def ask_in_terminal(path: Path | None) -> int:
    """Walk in the terminal because no window can be opened."""
    tree = _startable(path)
    walk = terminal_walk.ask(tree, _console(False), *_proven(tree))
    if walk is not None:
        _print_result(walk, path, None)
    return FINE


def _proven(tree: Tree) -> tuple[LeavesOut, MostMore]:
    most_more = MostMore(tree)
    return LeavesOut(tree, most_more), most_more


def _print_result(walk: Walk, path: Path | None, language: str | None) -> None:
    summary = summarise(walk)
    output.write("\n")
    output.write(reports.to_text(summary, _columns(), short=True))
    typed = ["kneetree", "report", *([str(path)] if path else []), "--answers", typed_answers.written(walk)]
    typed += [*(["--language", language] if language else []), "-o", "report.html"]
    keep = words.text(walk.tree.language, "ask.keep")
    printing.say("\n{keep}\n  {command}", keep=keep, command=printing.command(typed))
    # Once more, since the beginning has scrolled away: the last line is the one still on screen.
    printing.say("\n{urgency}", urgency=summary.urgency_word.upper())


def check(options: Namespace, qt: QtFunctions) -> int:
    """Print what is wrong with a tree, its safety rules, its cases and the languages beside it."""
    path = options.tree or shipped.SHIPPED_TREE
    tree = tree_files.read_tree(path).tree
    progress = TerminalProgress()
    found = checking.check(tree, path, progress)
    progress.end()
    if options.json:
        print_json(print_check.check_rows(tree, found))
    else:
        print_check.print_check(tree, found, translation.languages(path), verbose=options.verbose)
    return PROBLEMS if found.fails else FINE


def run(options: Namespace, qt: QtFunctions) -> int:
    """Run cases, the tree's own or those of a file; return 1 if any is under-triaged."""
    tree, wanted = _tree_and_cases(options.tree, options.cases)
    results = cases.run_cases(tree, wanted.values())
    summary = cases.summarise(results)
    spared = cases.saved(tree, wanted.values(), LeavesOut(tree)) if options.spared else None
    if options.json:
        rows = [print_cases.case_row(result) for result in results]
        print_json({"summary": summary, **({"spared": spared} if spared else {}), "cases": rows})
    else:
        print_cases.print_cases(tree, list(wanted.values()), results, summary)
        if spared is not None:
            print_cases.print_spared(spared)
    return PROBLEMS if summary.under_triaged else FINE


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in (".csv", ".tsv", ".xlsx")


def _cases_of_table(tree: Tree, path: Path) -> dict[str, Case]:
    """Return the cases in a table that a spreadsheet has written; raise ``KneetreeError`` with each row at fault."""
    data = whole_files.read_bytes(path)
    twin = tree.copy()
    if path.suffix.lower() == ".xlsx":
        found = cases_table.from_cells(twin, spreadsheet.cases_rows(data, path.name))
    else:
        found = cases_table.from_rows(twin, _utf8(data, path))
    twin.apply(edits.put_cases(twin, found))
    new = [key for key in twin.cases if key not in tree.cases]
    given = [case.id for case in found if case.id]
    return {key: twin.cases[key] for key in dict.fromkeys((*given, *new))}


def _utf8(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileProblem("{name}: not UTF-8 text; save the table as UTF-8.", name=path.name) from error


def _tree_and_cases(first: Path | None, second: Path | None) -> tuple[Tree, dict[str, Case]]:
    """Read a tree and its cases; one file alone may be a tree or, for the shipped tree, a file of cases."""
    if first is not None and second is None and (_is_table(first) or tree_files.is_case_file(first)):
        first, second = None, first
    tree = _tree(first)
    if second is not None and _is_table(second):
        return tree, _cases_of_table(tree, second)
    return tree, tree.cases if second is None else tree_files.read_cases(second, tree.scales).cases


def report(options: Namespace, qt: QtFunctions) -> int:
    """Write the result of a walk to a file, in the format of its ending, or as text to the screen."""
    tree = _startable(options.tree, options.language)
    walk = _walk(tree, options)
    summary = summarise(walk)
    target: Path | None = options.output
    if target is None:
        output.write(reports.to_text(summary, _columns()))
        return FINE
    kind = target.suffix.lower()
    if target.name.lower().endswith(".fhir.json"):
        whole_files.write_bytes(target, fhir_response(walk))
    elif kind == ".pdf":
        qt.report_pdf(summary, target)
    elif kind in _WRITERS:
        whole_files.write_bytes(target, _WRITERS[kind](summary).encode())
    else:
        raise KneetreeError(
            "{name} does not say what to write; let its name end in .html, .pdf, .txt, .json or .fhir.json.",
            name=target.name,
        )
    return FINE


_WRITERS: dict[str, Callable[[Summary], str]] = {
    ".html": reports.to_html, ".htm": reports.to_html, ".txt": reports.to_text, ".json": reports.to_json,
}  # fmt: skip


def _walk(tree: Tree, options: Namespace) -> Walk:
    if options.case is None:
        return typed_answers.walk_with(tree, options.answers)
    if options.case not in tree.cases:
        near = printing.close_to(options.case, tree.cases)
        raise KneetreeError("The tree has no case {case!r}{near}", case=options.case, near=near)
    return cases.walk_of(tree, tree.cases[options.case])


def export(options: Namespace, qt: QtFunctions) -> int:
    """Write the tree in another format, which the ending of the file name says."""
    target: Path = options.output
    wanted = exchange.format_of(target.name)
    if options.paper is not None and wanted != "poster.pdf":
        raise KneetreeError("Only a poster is printed over sheets; let the file's name end in .poster.pdf.")
    if options.start is not None and wanted != "mmd":
        raise KneetreeError("Only a Mermaid chart can be of a part of the tree; let the file's name end in .mmd.")
    tree = _walkable(options) if wanted == "html" else _tree(options.tree, options.language)
    if options.start is not None:
        whole_files.write_bytes(target, mermaid(tree, options.start))
    elif wanted in exchange.DRAWN:
        qt.picture(tree, target, papers.NAMES[options.paper] if options.paper else papers.usual())
    else:
        whole_files.write_bytes(target, exchange.export(tree, wanted))
    return FINE


def _walkable(options: Namespace) -> Tree:
    """Read a tree for the web page: in all its languages, or in the one that was asked for."""
    tree = _startable(options.tree, options.language)
    place = options.tree or shipped.SHIPPED_TREE
    return tree if options.language else beside.with_languages(tree, beside.read(place).languages)


def diff(options: Namespace, qt: QtFunctions) -> int:
    """Print what differs between two trees, for nodes and for people."""
    found = differences.compare(_tree(options.old), _tree(options.new))
    if options.json:
        print_json(differences.to_json(found))
    else:
        output.write(printing.harmless(differences.to_text(found, speaking.language())))
    return FINE


def stats(options: Namespace, qt: QtFunctions) -> int:
    """Print how long walks are, and which questions never change a result."""
    found = statistics.stats(_tree(options.tree))
    if options.json:
        print_json(statistics.to_json(found))
    else:
        output.write(printing.harmless(statistics.to_text(found, speaking.language())))
    return FINE


def _tree(path: Path | None, language: str | None = None) -> Tree:
    """Read the tree in a file, in its own language or in one whose texts are beside it."""
    place = path or shipped.SHIPPED_TREE
    tree = tree_files.read_tree(place).tree
    if language is None or language == tree.language:
        return tree
    found = translation.languages(place)
    if language not in found:
        known = ", ".join([tree.language, *found])
        raise KneetreeError(
            "{name} is not there in the language {language!r}; there is: {known}.",
            name=place.name,
            language=language,
            known=known,
        )
    return translation.translate(tree, translation.read(found[language]))


def _startable(path: Path | None, language: str | None = None) -> Tree:
    """Read a tree on which a walk may start; raise ``KneetreeError`` with its first error otherwise."""
    tree = _tree(path, language)
    error = checks.first_error(tree)
    if error is not None:
        raise KneetreeError(
            "The tree has an error and cannot be walked: {message} `kneetree check` tells all.", message=error.message
        )
    return tree


# -- the terminal ----------------------------------------------------------------------------------


def _console(aside: bool) -> terminal_walk.Console:
    """Return standard input and output; with ``aside`` all that is said goes to standard error, to keep JSON apart."""
    if sys.stdin is None or sys.stdout is None:
        raise KneetreeError("There is no terminal here; give the answers with --answers.")
    talking = sys.stdin.isatty() and (sys.stderr if aside else sys.stdout).isatty()
    put = output.note if aside else output.write

    def read(prompt: str) -> str:
        if talking and not aside:
            return input(prompt)  # with line editing, where Python has it
        put(prompt)
        output.flush()
        if output.reader_has_gone():
            raise KneetreeError("The walk has ended, since nobody reads the questions any more.")
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line

    return terminal_walk.Console(read, put, _columns(), _bold if talking and _shows_bold() else str, echo=not talking)


def _shows_bold() -> bool:
    return sys.platform != "win32" and os.environ.get("TERM", "dumb") != "dumb" and "NO_COLOR" not in os.environ


def _bold(text: str) -> str:
    return f"\x1b[1m{text}\x1b[0m"


def _columns() -> int:
    return min(shutil.get_terminal_size((80, 24)).columns, 100)


BY_NAME: dict[str, Callable[[Namespace, QtFunctions], int]] = {
    "ask": ask, "check": check, "cases": run, "report": report, "export": export, "import": bringing_in.bring_in,
    "diff": diff, "stats": stats,
}  # fmt: skip
