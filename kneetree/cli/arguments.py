"""Read the command line: from what was typed to what is printed and the exit status.

The statuses are 0 for fine, 1 for problems found, 2 for could not be done (with one sentence on standard error) and 3
for no window can be opened here.  The window, PDF and PNG come from outside as ``QtFunctions``, since Qt is not known
here.  Imports that take long (networkx: 250 ms) are made inside functions, since the window must not wait for them.
"""

from __future__ import annotations

import argparse
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from kneetree import __version__
from kneetree.cli import faults, help_words, output, papers, screen, speaking
from kneetree.cli.exit_status import FINE, INTERRUPTED, NO_WINDOW, NOT_DONE
from kneetree.cli.qt_functions import QtFunctions
from kneetree.errors import KneetreeError, NoWindow, shortened
from kneetree.words.sentences import altered, capital, joined, sentence

DEBUG = "--debug"
INSTALL = "--install-libraries"
"""These may be anywhere on the command line; they are taken out before anything else is looked at."""

_LEFT_OUT_FIRST = re.compile(r"-(?:[,; ].*)?", re.DOTALL)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        refused = altered(capital(help_words.refusal(message)), lambda text, _: text.rstrip("."))
        raise KneetreeError(
            "{refused}; type `{command} --help` for what can be typed.", refused=refused, command=self.prog
        )

    def _print_message(self, message: str, file: object = None) -> None:
        output.write(message)


def run(arguments: Sequence[str], qt: QtFunctions) -> int:
    """Do what was typed and return the exit status; every error is one sentence on standard error.

    With ``--debug`` among the arguments the traceback of an error is printed before its sentence; with
    ``--install-libraries`` root gets the libraries that Qt needs first.
    """
    output.prepare()
    speaking.begin()
    typed = _joined([argument for argument in arguments if argument not in (DEBUG, INSTALL)])
    try:
        if INSTALL in arguments:
            _install(typed)
        status = _run(typed, qt)
        output.flush()
    except BaseException as error:
        if DEBUG in arguments:
            output.note("".join(traceback.format_exception(error)))
        return _ended_by(error)
    finally:
        output.settle()
    return status


def _install(typed: Sequence[str]) -> None:
    """Install the libraries that what was typed needs; a window that no display can show needs none."""
    offscreen = bool(typed) and typed[0] in COMMANDS
    if offscreen or screen.why_no_display() is None:
        screen.install_libraries(offscreen=offscreen)


def _joined(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with answers that begin with "-", for a question left out, joined to their option."""
    joined: list[str] = []
    for argument in arguments:
        if joined[-1:] == ["--answers"] and _LEFT_OUT_FIRST.fullmatch(argument):
            joined[-1] = f"--answers={argument}"
        else:
            joined.append(argument)
    return joined


def _ended_by(error: BaseException) -> int:
    """Say what ended a command, in one sentence, and return its exit status."""
    if isinstance(error, KeyboardInterrupt):
        if sys.stderr is not None and sys.stderr.isatty():
            output.note("\n")
        return INTERRUPTED
    output.complain(faults.sentence_of(error))
    return NO_WINDOW if isinstance(error, NoWindow) else NOT_DONE


def _run(arguments: list[str], qt: QtFunctions) -> int:
    try:
        return _do(arguments, qt)
    except SystemExit as error:  # argparse has printed its help
        return error.code if isinstance(error.code, int) else FINE


def _do(arguments: list[str], qt: QtFunctions) -> int:
    if arguments and arguments[0] in COMMANDS:
        options = _command_parser(arguments[0]).parse_intermixed_args(arguments[1:])
        if arguments[0] != "import":  # there the language is that of the drawing
            speaking.follow(getattr(options, "language", None))
        from kneetree.cli import commands, earlier  # noqa: PLC0415 - networkx and the rest: 250 ms

        with earlier.pointed_out(*(getattr(options, name, None) for name in ("tree", "old", "new"))):
            return commands.BY_NAME[arguments[0]](options, qt)
    options = _window_parser().parse_args(arguments)
    if options.terminal:
        return _ask(options.tree)
    return _window(options.tree, qt)


def _window(tree: Path | None, qt: QtFunctions) -> int:
    if tree is not None and not (_exists(tree) or _kept_before(tree)):
        raise KneetreeError(
            "There is no file {file}, nor a command of that name; type `kneetree --help`.", file=shortened(str(tree))
        )
    why = screen.why_no_display()
    if why is None:
        screen.offer_libraries()
        why = screen.why_no_window()
    if why is None:
        return qt.window(tree)
    if not output.is_conversation():
        # What to type comes last, so that the line can be copied to its end.
        raise NoWindow(
            "No window can be opened here. Type `kneetree ask` to answer the questions in a terminal. {why}", why=why
        )
    output.complain(sentence("No window can be opened here. {why}", why=why))
    question = "The questions can be asked here in the terminal. Start them now? [Y/n] "
    output.write(speaking.here(question), flush=True)
    said = sys.stdin.readline()
    if not said or said.strip().lower() in ("n", "no", "q"):
        return NO_WINDOW
    return _ask(tree)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that is too long, or that holds a zero byte, names nothing
        return False


def _kept_before(path: Path) -> bool:
    from kneetree.cli import earlier  # noqa: PLC0415 - networkx; this file is not there

    return earlier.kept(path)


def _ask(tree: Path | None) -> int:
    from kneetree.cli import commands, earlier  # noqa: PLC0415 - as above

    with earlier.pointed_out(tree):
        return commands.ask_in_terminal(tree)


_EPILOG = """\
commands (kneetree COMMAND --help says more):
{commands}

Exit status: 0 fine; 1 problems found; 2 could not be done; 3 no window can be opened here.
A tree file that is called like a command is named with its folder: kneetree ./check
"""


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command by its name, after that of the window, whose name is empty.

    The man page and the completions of shells are made from these.
    """
    return {"": _window_parser(), **{name: _command_parser(name) for name in COMMANDS}}


def _window_parser() -> argparse.ArgumentParser:
    commands = joined(
        "\n", (sentence("  {name:8} {told}", name=name, told=sentence(told)) for name, (told, _) in COMMANDS.items())
    )
    parser = _Parser(
        prog="kneetree",
        allow_abbrev=False,
        usage="kneetree [TREE]\n       kneetree COMMAND ...",
        description="Pain behind the knee: questions, and how soon to get help. Not a diagnosis. "
        "Without a command it opens the window.",
        epilog=sentence(_EPILOG, commands=commands),
        formatter_class=help_words.RawFormatter,
    )
    _tree(parser)
    _debug(parser)
    parser.add_argument("--terminal", action="store_true", help="ask in the terminal instead of the window")
    parser.add_argument("--version", action="version", version=f"kneetree {__version__}")
    return parser


def _command_parser(name: str) -> argparse.ArgumentParser:
    told, add = COMMANDS[name]
    parser = _Parser(
        prog=f"kneetree {name}",
        description=capital(sentence("{told}.", told=sentence(told))),
        formatter_class=help_words.Formatter,
        allow_abbrev=False,
    )
    add(parser)
    _debug(parser)
    return parser


def _tree(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("tree", nargs="?", type=Path, metavar="TREE", help="a tree file (default: the shipped tree)")


def _debug(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(DEBUG, action="store_true", help="print the traceback of an error")
    parser.add_argument(INSTALL, action="store_true", help="as root: install the libraries of the system that Qt needs")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", metavar="CODE", help="such as es, for the texts in TREE.es.json beside TREE.json")


_ANSWERS = sentence(
    "one answer for each question asked: y, n or u (not sure); for a list also the numbers of what is true, "
    "such as 1+3, with a ? after one that is not sure, such as 1+3?; for a number =72, or for days also =3w, =2m or =1y"
    "; a list without - answers all of its lines: write - for a question and 5- for a line that was not asked"
)


def _ask_options(parser: argparse.ArgumentParser) -> None:
    _tree(parser)
    parser.add_argument("--answers", metavar="y,n,u,..", help=sentence("do not ask; {answers}", answers=_ANSWERS))
    _language(parser)
    _json(parser)


def _check_options(parser: argparse.ArgumentParser) -> None:
    _tree(parser)
    _json(parser)
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="also print every safety rule with all that it says, in words"
    )


def _stats_options(parser: argparse.ArgumentParser) -> None:
    _tree(parser)
    _json(parser)


def _cases_options(parser: argparse.ArgumentParser) -> None:
    _tree(parser)
    parser.add_argument(
        "cases",
        nargs="?",
        type=Path,
        metavar="CASES",
        help="a file of cases, or a table of them (.tsv, .csv, .xlsx) (default: the tree's own)",
    )
    parser.add_argument(
        "--spared", action="store_true", help="count what is left out of their walks since it cannot change the result"
    )
    _json(parser)


def _report_options(parser: argparse.ArgumentParser) -> None:
    _tree(parser)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--answers", metavar="y,n,u,..", help=_ANSWERS)
    which.add_argument("--case", metavar="ID", help="the answers of a case of the tree")
    parser.add_argument(
        "-o", dest="output", type=Path, metavar="FILE", help="out.html, .pdf, .txt, .json or .fhir.json"
    )
    _language(parser)


def _export_options(parser: argparse.ArgumentParser) -> None:
    _tree(parser)
    parser.add_argument(
        "-o", dest="output", type=Path, required=True, metavar="FILE",
        help="out.svg, .png, .pdf (.poster.pdf: on several sheets), .dot, .mmd, .graphml, .csv, .xlsx, .fhir.json, "
        ".chart.html (for paper) or .html (the whole walk)",
    )  # fmt: skip
    parser.add_argument(
        "--paper", choices=tuple(papers.NAMES), help="the sheets of a poster; the system's usual paper if left out"
    )
    parser.add_argument(
        "--from", dest="start", metavar="ID",
        help="for .mmd: only what follows a node, or a region, as much of it as Mermaid draws",
    )  # fmt: skip
    _language(parser)


def _import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE",
        help="a table (.csv, .tsv, .xlsx) or a drawn flow chart (.drawio, .graphml of yEd, .mmd of Mermaid)",
    )  # fmt: skip
    parser.add_argument("-o", dest="output", type=Path, metavar="TREE", help="the tree file to write; it must be new")
    parser.add_argument(
        "--page", metavar="NAME", help="the page of a drawing, or the sheet of a workbook: name or number"
    )
    parser.add_argument("--yes", action="append", metavar="WORD,..", help="labels of arrows that mean Yes")
    parser.add_argument("--no", action="append", metavar="WORD,..", help="labels of arrows that mean No")
    parser.add_argument(
        "--urgency", action="append", metavar="WHAT=LEVEL",
        help="how urgent a result is, by its id or text, or the results of a colour: 5=self_care, #f8cecc=emergency "
        "(or same_day, within_days, routine)",
    )  # fmt: skip
    parser.add_argument("--title", metavar="TEXT", help="the title of the tree")
    parser.add_argument("--language", metavar="CODE", help="the language of the texts, such as es (default: en)")
    parser.add_argument(
        "--template", type=Path, metavar="TABLE", help="write the table to fill in (.csv or .xlsx), and nothing else"
    )


def _diff_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", type=Path, metavar="OLD")
    parser.add_argument("new", type=Path, metavar="NEW")
    _json(parser)


COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "ask": ("ask the questions in the terminal", _ask_options),
    "check": ("find what is wrong with a tree, its safety rules, its languages and its cases", _check_options),
    "cases": ("run cases and count under- and over-triage", _cases_options),
    "report": ("write the result of a walk", _report_options),
    "export": ("write the whole tree in another format", _export_options),
    "import": ("make a draft tree of a table or of a drawn flow chart", _import_options),
    "diff": ("tell what differs between two trees, and for whom the result changes", _diff_options),
    "stats": ("tell how long walks are and which questions change nothing", _stats_options),
}
