"""The command line: what was typed, to what is printed and the exit status.

0 fine; 1 problems found; 2 could not be done, with one sentence on standard error; 3 no window can
be opened here.  The window, PDF and PNG come from outside as a ``Frontend``, for Qt is not known here.
Imports that take long (networkx: 250 ms) stand in the commands, since the window must not wait for them.
"""

from __future__ import annotations

import argparse
import codecs
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kneetree import __version__
from kneetree.cli import screen
from kneetree.cli.qt_functions import FINE, INTERRUPTED, NO_WINDOW, NOT_DONE, Frontend
from kneetree.errors import KneetreeError, NoWindow

if TYPE_CHECKING:
    pass


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        sentence = f"{message[:1].upper()}{message[1:]}".rstrip(".")
        raise KneetreeError(f"{sentence}; type `{self.prog} --help` for what can be typed.")


def run(arguments: Sequence[str], frontend: Frontend) -> int:
    """Do what was typed; the exit status.  Prints every error as one sentence, never a traceback."""
    _prepare_streams()
    try:
        status = _run(list(arguments), frontend)
        if sys.stdout is not None:
            sys.stdout.flush()
    except NoWindow as error:
        return _complain(error, NO_WINDOW)
    except KneetreeError as error:
        return _complain(error)
    except KeyboardInterrupt:
        if sys.stderr is not None and sys.stderr.isatty():
            print(file=sys.stderr)
        _let_go_of_output()
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return NOT_DONE
    except OSError as error:
        _let_go_of_output()
        return _complain(f"The output cannot be written: {(error.strerror or str(error)).lower()}.")
    except MemoryError:
        return _complain("There is not enough memory for this.")
    except SystemExit as error:  # argparse has printed its help
        return error.code if isinstance(error.code, int) else FINE
    except Exception as error:
        return _complain(f"A fault of the program itself, please report it: {_place_of(error)}.")
    return status


_PLAINER = {"“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "→": "->"}


def _prepare_streams() -> None:
    """What a terminal cannot show is shown plainer, or as a question mark; what is no text is read as one."""
    codecs.register_error("plainer", _plainer)
    if sys.stdout is None:  # closed, or a Windows program without a console
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for as long as the program runs
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "plainer"), (sys.stderr, "plainer")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_PLAINER.get(character, "?") for character in wrong), error.end


def _complain(sentence: object, status: int = NOT_DONE) -> int:
    if sys.stderr is not None:
        try:
            print(f"kneetree: {' '.join(str(sentence).split())}", file=sys.stderr, flush=True)
        except OSError:
            return status
    return status


def _place_of(error: Exception) -> str:
    """What a bug is and where, in one line, since a traceback helps nobody who types a command."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" in {Path(trace.tb_frame.f_code.co_filename).name} line {trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}: {error}"


def _let_go_of_output() -> None:
    """Whoever read the output has gone; nothing more is written, at exit neither."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        return


def _run(arguments: list[str], frontend: Frontend) -> int:
    if arguments and arguments[0] in COMMANDS:
        options = _command_parser(arguments[0]).parse_intermixed_args(arguments[1:])
        from kneetree.cli import commands  # noqa: PLC0415 - networkx and the rest: 250 ms

        return commands.BY_NAME[arguments[0]](options, frontend)
    options = _window_parser().parse_args(arguments)
    if options.terminal:
        return _ask(options.tree)
    return _window(options.tree, frontend)


def _window(tree: Path | None, frontend: Frontend) -> int:
    if tree is not None and not tree.exists():
        raise KneetreeError(f"There is no file {tree}, nor a command of that name; type `kneetree --help`.")
    why = screen.why_no_display()
    if why is None:
        screen.provide_libraries()
        why = screen.why_no_window()
    if why is None:
        return frontend.window(tree)
    told = f"No window can be opened here. {why}"
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise NoWindow(f"{told} Type `kneetree ask` to answer the questions in a terminal.")
    _complain(told)
    print("The questions can be asked here in the terminal. Start them now? [Y/n] ", end="", flush=True)
    said = sys.stdin.readline()
    if not said or said.strip().lower() in ("n", "no", "q"):
        return NO_WINDOW
    return _ask(tree)


def _ask(tree: Path | None) -> int:
    from kneetree.cli import commands  # noqa: PLC0415 - as above

    return commands.ask_in_terminal(tree)


_EPILOG = """\
commands (kneetree COMMAND --help says more):
{commands}

Exit status: 0 fine; 1 problems found; 2 could not be done; 3 no window can be opened here.
A tree file that is called like a command is named with its folder: kneetree ./check
"""


def _window_parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:8} {told}" for name, (told, _) in COMMANDS.items())
    parser = _Parser(
        prog="kneetree",
        usage="kneetree [TREE]\n       kneetree COMMAND ...",
        description="Pain behind the knee: questions, and how soon to get help. Not a diagnosis. "
        "Without a command it opens the window.",
        epilog=_EPILOG.format(commands=commands),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _tree(parser)
    parser.add_argument("--terminal", action="store_true", help="ask in the terminal instead of the window")
    parser.add_argument("--version", action="version", version=f"kneetree {__version__}")
    return parser


def _command_parser(name: str) -> argparse.ArgumentParser:
    told, add = COMMANDS[name]
    parser = _Parser(prog=f"kneetree {name}", description=f"{told[0].upper()}{told[1:]}.")
    add(parser)
    return parser


def _tree(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("tree", nargs="?", type=Path, metavar="TREE", help="a tree file (default: the shipped tree)")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", metavar="CODE", help="such as es, for the texts in TREE.es.json beside TREE.json")


_ANSWERS = (
    "one answer for each question asked: y, n or u (not sure); for a list also the numbers of what is true, "
    "such as 1+3, with a ? after one that is not sure, such as 1+3?"
)


def _ask_options(parser: argparse.ArgumentParser) -> None:
    _tree(parser)
    parser.add_argument("--answers", metavar="y,n,u,..", help=f"do not ask; {_ANSWERS}")
    _language(parser)
    _json(parser)


def _check_options(parser: argparse.ArgumentParser) -> None:
    _tree(parser)
    _json(parser)


def _cases_options(parser: argparse.ArgumentParser) -> None:
    _tree(parser)
    parser.add_argument(
        "cases", nargs="?", type=Path, metavar="CASES", help="a file of cases (default: the tree's own)"
    )
    _json(parser)


def _report_options(parser: argparse.ArgumentParser) -> None:
    _tree(parser)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--answers", metavar="y,n,u,..", help=_ANSWERS)
    which.add_argument("--case", metavar="ID", help="the answers of a case of the tree")
    parser.add_argument("-o", dest="output", type=Path, metavar="FILE", help="out.html, .pdf, .txt or .json")
    _language(parser)


def _export_options(parser: argparse.ArgumentParser) -> None:
    _tree(parser)
    parser.add_argument(
        "-o", dest="output", type=Path, required=True, metavar="FILE",
        help="out.svg, .png, .pdf (.poster.pdf: over A4 sheets), .dot, .mmd, .graphml, .csv, .fhir.json or .html",
    )  # fmt: skip
    _language(parser)


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
    "diff": ("tell what differs between two trees, and for whom the result changes", _diff_options),
    "stats": ("tell how long walks are and which questions change nothing", _check_options),
}
