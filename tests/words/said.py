"""Collect the sentences that the program says from its source: what has to be translated, and what cannot be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import kneetree

ROOT = Path(kneetree.__file__).parent

_WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z({'\"]|[}'\"] [a-z]{2,}|[a-z]{2,}[.!?]$|: \{|[a-z]\.\{")
"""What a text looks like that a person reads; ids, keys, patterns and file endings do not."""

SAYING = {
    "sentence": (0,), "say": (0,), "here": (0,), "complain": (0,), "counted": (1, 2), "problem": (1,), "Fault": (1,),
    "RowFault": (1,), "Wanted": (2,),
}  # fmt: skip
"""Which arguments of a function are sentences, besides the first of every error."""


class Said(NamedTuple):
    """A text of the source: where it is, and what it says."""

    module: str
    line: int
    text: str


@cache
def errors() -> frozenset[str]:
    """Return the names of all errors of ours, which are raised with a sentence."""
    known, classes = {"KneetreeError"}, list[tuple[str, set[str]]]()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                classes.append((node.name, {ast.unparse(base).rpartition(".")[2] for base in node.bases}))
    while new := {name for name, bases in classes if bases & known} - known:
        known |= new
    return frozenset(known)


def modules(package: str) -> list[Path]:
    """Return the modules of a package, or the one module of that name."""
    place = ROOT / package
    return sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]


def texts(path: Path, *, only_called: bool = False) -> Iterator[Said]:
    """Yield each text that a module may say; with ``only_called`` only those in the calls that say something."""
    module, tree = str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))
    silent = _not_said(tree)
    told = {id(argument) for argument in _arguments(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            text = node.value
            in_words = not only_called and _WORDS.search(text)
            if in_words or (id(node) in told and re.search("[A-Za-z]{2}", without_blanks(text))):
                yield Said(module, node.lineno, text)


def filled_too_early(path: Path, *, only_called: bool = False) -> Iterator[Said]:
    """Yield each f-string with words in it, and each text that ``format`` fills in and that is said then.

    Neither can be translated, since nothing knows its template.  With ``only_called`` it may be Qt that has translated
    what ``format`` fills in, which is right.
    """
    module, tree = str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))
    told = {id(argument) for argument in _arguments(tree)}
    faults = {id(part) for node in ast.walk(tree) if _is_call(node, "Contradiction") for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in faults and (id(node) in told or not only_called):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
            if re.search(r"[A-Za-z]{2,}[,;:]? [A-Za-z{]|\} [a-z]{2,}", text):
                yield Said(module, node.lineno, text)
        is_said_here = id(node) in told and not only_called
        if is_said_here and isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".format"):
            yield Said(module, node.lineno, ast.unparse(node))


def without_blanks(text: str) -> str:
    return re.sub(r"`[^`]*`|\{[^}]*\}", "", text)


def _arguments(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield what is said by name: arguments of what says something, helps, and both sides of a choice."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            places = (0,) if name in errors() else SAYING.get(name, ())
            for argument in [node.args[place] for place in places if place < len(node.args)]:
                yield from _sides(argument)
            yield from (each.value for each in node.keywords if each.arg in ("help", "description", "usage"))


def _sides(argument: ast.expr) -> Iterator[ast.expr]:
    if isinstance(argument, ast.IfExp):
        yield from (argument.body, argument.orelse)
    else:
        yield argument


def _is_call(node: ast.AST, begins: str) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).startswith(begins)


def _not_said(tree: ast.Module) -> set[int]:
    """Return the constants that nobody reads: documentation, patterns, what only a fault of the program says."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        if isinstance(node, ast.JoinedStr) or _is_call(node, "re.") or _is_call(node, "Contradiction"):
            silent |= {id(part) for part in ast.walk(node) if isinstance(part, ast.Constant)}
    return silent
