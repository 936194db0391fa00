"""The command ``import``: a table or a drawn flow chart becomes a tree file, and ``check`` says what is missing in it.

What only the author can tell is asked in a terminal.  Where nobody can be asked, everything that is open is named.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from kneetree import checks, importing, shipped
from kneetree.cli import output, printing, speaking
from kneetree.cli.exit_status import FINE, NOT_DONE
from kneetree.cli.qt_functions import QtFunctions
from kneetree.errors import FileProblem, KneetreeError, shortened
from kneetree.files import tree_files, whole_files
from kneetree.importing import Imported, Said, Wanted
from kneetree.importing.template import template
from kneetree.model.tree import Leaf, Tree, Urgency
from kneetree.words.sentences import counted, joined, sentence


def bring_in(options: Namespace, qt: QtFunctions) -> int:
    """Write the tree that is in a table or drawing, or the template of such a table."""
    if options.template is not None:
        _write(options.template, template(options.template.name))
        return FINE
    if options.file is None or options.output is None:
        raise KneetreeError("Name the file to read and, after -o, the tree file to write.")
    if options.output.suffix.lower() != ".json":
        raise KneetreeError(
            "{output} is to be a tree file; let its name end in .json.", output=shortened(str(options.output))
        )
    _refuse_to_replace(options.output)
    data = whole_files.read_bytes(options.file)
    try:
        found = _settled(data, options.file.name, _said(options))
    except importing.Unsettled as left:
        for one in left.wanted:
            choices = joined("; ", (word for _, word in one.choices)) if one.key == "page" else ""
            output.complain(sentence("{question} {choices}", question=one.question, choices=choices))
        output.complain("Say so with --page, --yes and --no, or import it in a terminal or in the window, which ask.")
        return NOT_DONE
    except importing.Faulty as error:
        for fault in error.faults:
            output.complain(fault.sentence)
        return NOT_DONE
    _write(options.output, tree_files.encode_tree(found.tree))
    _tell(found, options.output)
    return FINE


def _write(path: Path, data: bytes) -> None:
    _refuse_to_replace(path)
    whole_files.write_bytes(path, data)


def _refuse_to_replace(path: Path) -> None:
    if whole_files.is_there(path):
        raise FileProblem(
            "{path} is there already; choose another name, so that nothing is lost.", path=shortened(str(path))
        )


def _said(options: Namespace) -> Said:
    urgencies: dict[str, Urgency] = {}
    for told in options.urgency or ():
        what, equals, level = told.rpartition("=")
        found = importing.urgency_of(level)
        if not equals or found is None:
            known = ", ".join(Urgency)
            raise KneetreeError(
                "{told!r} does not say how urgent something is; write '#f8cecc=emergency' ({known}).",
                told=told,
                known=known,
            )
        name = what.strip().lower()
        urgencies[name if name.startswith("#") else importing.plainly(what)] = found
    return Said(
        page=options.page or "",
        title=options.title or "",
        language=options.language or "",
        yes=_labels(options.yes),
        no=_labels(options.no),
        urgencies=urgencies,
        ask_urgency=output.is_conversation(),
    )


def _labels(told: Iterable[str] | None) -> frozenset[str]:
    return frozenset(importing.plainly(label) for one in told or () for label in one.split(",") if label.strip())


def _settled(data: bytes, name: str, said: Said) -> Imported:
    """Return what was read, once the author has answered what is asked; raise ``Unsettled`` if nobody can be asked."""
    while True:
        try:
            return importing.read(data, name, said)
        except importing.Unsettled as left:
            if not output.is_conversation():
                raise
            said = replace(said, answers={**said.answers, **_asked(left.wanted)})


def _asked(wanted: Iterable[Wanted]) -> Mapping[str, str]:
    return {one.key: _answer(one) for one in wanted}


def _answer(wanted: Wanted) -> str:
    """Ask until the answer is one of the choices; Enter alone leaves open what may wait."""
    printing.say(wanted.question)
    told = [(value, speaking.here(word)) for value, word in wanted.choices]
    short = {word[0].lower(): value for value, word in told}
    by_letter = len(short) == len(told) == 2
    if by_letter:
        prompt = "/".join(word for _, word in told)
    else:
        for number, (_, word) in enumerate(told, 1):
            printing.say("  {number}  {word}", number=number, word=word)
        prompt = f"1-{len(told)}"
    if wanted.may_wait:
        prompt = speaking.here("{choices}, or Enter to choose it later", choices=prompt)
    while True:
        try:
            typed = input(f"[{prompt}] ").strip().lower()
        except EOFError as error:
            raise KneetreeError("The import has ended, since nothing more was answered.") from error
        if not typed and wanted.may_wait:
            return ""
        if by_letter and typed[:1] in short:
            return short[typed[:1]]
        if typed.isdecimal() and 0 < int(typed[:9]) <= len(wanted.choices):
            return wanted.choices[int(typed[:9]) - 1][0]


def _tell(found: Imported, path: Path) -> None:
    """Print what was written, what was not used, and how far it is from a tree that can be walked."""
    tree = found.tree
    leaves = sum(1 for node in tree.nodes.values() if isinstance(node, Leaf))
    printing.say(
        "{path}: {questions}, {results}.",
        path=path,
        questions=counted(len(tree.nodes) - leaves, "{number} question", "{number} questions"),
        results=counted(leaves, "{number} result", "{number} results"),
    )
    for note in found.notes:
        printing.say(note)
    errors, warnings = _counted(tree)
    if errors:
        printing.say(
            "It is a draft: {errors} and {warnings}.",
            errors=counted(errors, "{number} error", "{number} errors"),
            warnings=counted(warnings, "{number} warning", "{number} warnings"),
        )
    printing.say("What is missing: {command}", command=printing.command(["kneetree", "check", str(path)]))


def _counted(tree: Tree) -> tuple[int, int]:
    found = [one for one in checks.check_steps(tree, shipped.picture_names(), takeable_too=False) if one is not None]
    errors = sum(1 for one in found if one.level == "error")
    return errors, len(found) - errors
