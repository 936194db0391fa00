"""Tree files: reading with the exact place of every error, and writing the same bytes back.

Reading has two speeds.  The whole file is decoded into typed values at once; only if that fails is the text searched
for the key and line to name.  Nothing here knows walks or checks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

import msgspec
from msgspec import Struct, field

from kneetree import collector
from kneetree.errors import FileProblem, ShapeError, shortened
from kneetree.files import placed_errors, sizes
from kneetree.files.encoding import case_content, content_of
from kneetree.files.sharing import share_ids
from kneetree.files.whole_files import read_bytes
from kneetree.model.case_numbers import fault_of
from kneetree.model.tree import (
    FORMAT,
    About,
    Advice,
    Case,
    Condition,
    Expect,
    Finding,
    Node,
    Position,
    Question,
    Region,
    Review,
    Rule,
    Scale,
    Slug,
    Source,
    Start,
    Tree,
    WarningSign,
)
from kneetree.words.sentences import altered, sentence

CASES_FORMAT = "kneetree-cases/1"
_LONG = re.compile(r"[^\s'`]{121,}")
"""An id that is too long to be said in a sentence."""


class CaseRow(Struct, frozen=True):
    """A case as a file holds it; keys that are not named here belong to the case itself and are kept."""

    id: str
    story: str = ""
    findings: dict[str, bool | None] = field(default_factory=dict)
    expect: Expect = Expect()
    source: str = ""


class TreeFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A tree as a file holds it."""

    format: str
    title: str
    version: str = ""
    language: str = "en"
    about: About | None = None
    start: Start | None = None
    pictures: dict[Slug, str] = field(default_factory=dict)
    review: Review | None = None
    root: str
    scales: dict[Slug, Scale] = field(default_factory=dict)
    findings: dict[Slug, Finding] = field(default_factory=dict)
    sources: dict[Slug, Source] = field(default_factory=dict)
    conditions: dict[Slug, Condition]
    questions: dict[Slug, Question] = field(default_factory=dict)
    advice: dict[Slug, Advice] = field(default_factory=dict)
    warnings: dict[Slug, WarningSign] = field(default_factory=dict)
    nodes: dict[Slug, Node]
    safety: list[Rule] = field(default_factory=list)
    cases: list[CaseRow] = field(default_factory=list)
    layout: dict[str, Position] = field(default_factory=dict)
    regions: dict[Slug, Region] = field(default_factory=dict)


class _CasesFile(Struct, frozen=True):
    format: str
    cases: list[CaseRow]
    title: str = ""


class Loaded(Struct, frozen=True):
    """A tree as it was read, which nothing may alter, and the bytes that it came from."""

    tree: Tree
    data: bytes


class CaseFile(Struct, frozen=True):
    """The content of a file of cases alone, with the cases by id in file order."""

    title: str
    cases: dict[str, Case]


# -- reading ---------------------------------------------------------------------------------------


def read_tree(path: Path) -> Loaded:
    """Return the tree in a file; raise ``FileProblem`` with one sentence if it cannot be read."""
    data = read_bytes(path)
    return Loaded(decode_tree(data, path.name), data)


def steps(path: Path) -> Iterator[Loaded]:
    """Yield what ``read_tree`` returns, for a thread."""
    yield read_tree(path)


def read_cases(path: Path, scales: Mapping[str, Scale] | None = None) -> CaseFile:
    """Return the cases in a file of cases or of a whole tree; raise ``FileProblem`` if they cannot be read.

    With ``scales``, those of the tree that the cases are for, a number that is not on its scale is refused too.
    """
    data, name = read_bytes(path), path.name
    text, raw = decode_json(data, name)
    if raw.get("format") == FORMAT:
        tree = decode_tree(data, name)
        _check_people(tree.cases, scales or {}, text, name)
        return CaseFile(tree.title, tree.cases)
    _check_format(raw, CASES_FORMAT, name, text)
    try:
        typed = msgspec.json.decode(data, type=_CasesFile)
    except (msgspec.MsgspecError, RecursionError) as error:
        placed_errors.explain(error, text, raw, _CasesFile, name)
    cases = _cases(typed.cases, raw["cases"], text, name)
    _check_people(cases, scales or {}, text, name)
    return CaseFile(typed.title, cases)


def is_case_file(path: Path) -> bool:
    """Return whether a file says in its first 1,000 bytes that it holds cases alone."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return f'"{CASES_FORMAT}"'.encode() in file.read(1000)
    except (OSError, ValueError):
        return False


def decode_tree(data: bytes, name: str) -> Tree:
    """Return the tree in the bytes of a file called ``name``; raise ``FileProblem`` with what is wrong and where."""
    # The cycle collector would search all the new values several times; without it, reading is 1.7 times as fast.
    with collector.paused():
        return _decoded_tree(data, name)


def _decoded_tree(data: bytes, name: str) -> Tree:
    text, raw = decode_json(data, name)
    _check_format(raw, FORMAT, name, text)
    try:
        typed = msgspec.json.decode(data, type=TreeFile)
    except (msgspec.MsgspecError, RecursionError) as error:
        placed_errors.explain(error, text, raw, TreeFile, name)
    sizes.refuse_long_rows(typed.questions, "questions", text, name)
    sizes.refuse_long_rows(typed.nodes, "nodes", text, name)
    share_ids(typed.questions, typed.nodes)
    cases = _cases(typed.cases, raw.get("cases", ()), text, name)
    _check_people(cases, typed.scales, text, name)
    same = {key: getattr(typed, key) for key in TreeFile.__struct_fields__ if key not in ("format", "safety", "cases")}
    try:
        tree = Tree(**same, rules=_rules(typed.safety, text, name), cases=cases)
    except ShapeError as error:
        line = placed_errors.line_of_entry(text, raw, str(error))
        told = altered(error.sentence, lambda told, _: _LONG.sub(lambda found: shortened(found[0]), told))
        raise FileProblem("{name}{line}: {told}", name=name, line=line, told=told) from error
    _check_points(raw, typed.questions, text, name)
    return tree


def decode_json(data: bytes, name: str) -> tuple[str, dict[str, Any]]:
    """Return the text and plain values of a JSON object.

    Raises ``FileProblem`` if it is none, if it gives a key twice, or if it is larger than a tree may be.
    """
    text = _text(data, name)
    sizes.refuse_too_many(data, name)
    raw = _raw(text, name)
    sizes.refuse_too_large(raw, text, name)
    return text, raw


def _text(data: bytes, name: str) -> str:
    if not data.strip():
        raise FileProblem("{name} is empty; choose a tree file, or save the tree again.", name=name)
    if data.startswith(b"\xef\xbb\xbf"):
        raise FileProblem(
            "{name} line 1: it begins with a byte order mark; save it as plain UTF-8 without one.", name=name
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileProblem(
            "{name} line {line}: not UTF-8 text; save the file as UTF-8.", name=name, line=line
        ) from error


def _raw(text: str, name: str) -> dict[str, Any]:
    try:
        raw = json.loads(
            text,
            object_pairs_hook=placed_errors.unique_keys,
            parse_constant=placed_errors.no_constant,
            parse_float=placed_errors.finite,
        )
    except json.JSONDecodeError as error:
        raise FileProblem(
            "{name} line {line}: not valid JSON ({why}); mend that line.",
            name=name,
            line=error.lineno,
            why=sentence(error.msg),
        ) from error
    except RecursionError as error:
        raise FileProblem("{name}: nested too deeply to be a tree file.", name=name) from error
    except placed_errors.TwiceGivenError as error:
        line = placed_errors.line_of_twice_given(text)
        raise FileProblem("{name}{line}: {error}", name=name, line=line, error=error) from error
    except ValueError as error:
        placed_errors.explain_number(error, text, name)
    if not isinstance(raw, dict):
        raise FileProblem("{name}: a tree file is a JSON object with `format`; this is something else.", name=name)
    return raw


def _check_format(raw: dict[str, Any], wanted: str, name: str, text: str) -> None:
    found = raw.get("format")
    family = wanted.partition("/")[0]
    if found == wanted:
        return
    line = placed_errors.line_of_path(text, ("format",))
    if isinstance(found, str) and found.startswith(f"{family}/"):
        raise FileProblem(
            "{name}{line}: written as {found!r}, which this kneetree does not read; ask its author "
            "for the file as {wanted!r}.",
            name=name,
            line=line,
            found=found[:40],
            wanted=wanted,
        )
    told = '{name}{line}: not a {family} file; its `format` must be "{wanted}".'
    raise FileProblem(told, name=name, line=line, family=family, wanted=wanted)


def _rules(rules: list[Rule], text: str, name: str) -> dict[str, Rule]:
    by_id = {rule.id: rule for rule in rules}
    if len(by_id) < len(rules):
        _refuse_second([rule.id for rule in rules], "safety", text, name)
    return by_id


def _cases(rows: list[CaseRow], raw: Any, text: str, name: str) -> dict[str, Case]:
    by_id = {row.id: _case(row, own) for row, own in zip(rows, raw, strict=True)}
    if len(by_id) < len(rows):
        _refuse_second([row.id for row in rows], "cases", text, name)
    return by_id


def _check_points(raw: dict[str, Any], questions: Mapping[str, Question], text: str, name: str) -> None:
    """Refuse an `at_least` or points of 1 where none may be: the values drop them, since they say nothing."""
    for key, node in raw["nodes"].items():
        counted = {"points", "at_least"} & node.keys() if node["kind"] == "question" else set()
        lines = questions[node["asks"]].lines if counted and node["asks"] in questions else ()
        if counted and ("next" in node or not lines):
            line = placed_errors.line_of_path(text, ("nodes", key, min(counted)))
            reason = sentence("`{key}` goes with a list that names `yes` and `no`; take it out", key=min(counted))
            raise FileProblem("{name}{line}: `nodes.{key}`: {reason}.", name=name, line=line, key=key, reason=reason)
        for finding in node.get("points", ()) if counted else ():
            if finding not in lines:
                line = placed_errors.line_of_path(text, ("nodes", key, "points", finding))
                named = shortened(finding)
                raise FileProblem(
                    "{name}{line}: `points` of {key!r} names {named!r}, which is not in the list.",
                    name=name,
                    line=line,
                    key=key,
                    named=named,
                )


def _check_people(cases: dict[str, Case], scales: Mapping[str, Scale], text: str, name: str) -> None:
    for index, case in enumerate(cases.values()):
        sizes.refuse_deep_keys(case, index, text, name)
        fault = fault_of(case, scales)
        if fault:
            line = placed_errors.line_of_path(text, ("cases", index, *fault.path))
            raise FileProblem(
                "{name}{line}: case {id!r}: `{path}`: {reason}.",
                name=name,
                line=line,
                id=case.id,
                path=fault.path[-1],
                reason=fault.reason,
            )


def _refuse_second(ids: list[str], part: str, text: str, name: str) -> NoReturn:
    first = {key: index for index, key in reversed([*enumerate(ids)])}
    index = next(index for index, key in enumerate(ids) if first[key] < index)
    line = placed_errors.line_of_path(text, (part, index, "id"))
    told = "{name}{line}: the id {id!r} is given twice in `{part}`; give the second another."
    raise FileProblem(told, name=name, line=line, id=ids[index], part=part)


def _case(row: CaseRow, raw: dict[str, Any]) -> Case:
    expect = raw.get("expect", {})
    return Case(
        **{key: getattr(row, key) for key in CaseRow.__struct_fields__},
        extra={key: value for key, value in raw.items() if key not in CaseRow.__struct_fields__},
        expect_extra={key: value for key, value in expect.items() if key not in Expect.__struct_fields__},
    )


# -- writing ---------------------------------------------------------------------------------------


def encode_tree(tree: Tree) -> bytes:
    """Return the file of a tree: two-space indent, keys in the format's order, UTF-8, a newline at the end."""
    return pretty(content_of(tree))


def tree_bytes(tree: Tree, loaded: Loaded | None) -> bytes:
    """Return what to save: the very bytes that were read if nothing has changed since, else ``encode_tree``."""
    return loaded.data if loaded is not None and loaded.tree == tree else encode_tree(tree)


def encode_cases(cases: CaseFile) -> bytes:
    """Return the bytes of a file of cases alone."""
    rows = [case_content(case, ("age", "days")) for case in cases.cases.values()]
    return pretty({"format": CASES_FORMAT, "title": cases.title, "cases": rows})


def pretty(content: object) -> bytes:
    """Return the bytes of a file of JSON that people can read."""
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"
