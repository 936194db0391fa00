"""Cases as rows of a table, to and from a spreadsheet: one row for a person, one column for each fact.

The first row has the headings: ``id``, ``story``, the ids of the facts, then what is expected.  A fact is ``yes``,
``no``, ``not sure`` or, for a number, the number; an empty cell says nothing, which means the usual.  What is read back
may name a fact or a condition by its words too, and columns may be missing: of a case that is there already, what has
no column stays as it is.  What a spreadsheet would run as a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec import structs

from kneetree.errors import KneetreeError, shortened
from kneetree.exchange.inert import guarded, unguarded
from kneetree.files import divided_text
from kneetree.model.case_numbers import fault_of
from kneetree.model.tree import Case, Expect, Tree, Urgency
from kneetree.words.sentences import altered, joined, sentence

_FACT, _EXTRA, _EXPECT = "fact: ", "extra: ", "expect: "
_OWN = ("id", "story", "urgency", "best urgency", "conditions", "also listed", "source")
_SAID: Mapping[str, bool | None] = {
    "yes": True, "no": False, "not sure": None, "true": True, "false": False, "y": True, "n": False, "unsure": None,
    "sí": True, "si": True, "no sé": None, "no estoy seguro": None,
}  # fmt: skip
_WORDS = {True: "yes", False: "no", None: "not sure"}


class RowFault(NamedTuple):
    """What is wrong with a row, counted from 1 with the headings, and what to do."""

    row: int
    reason: str

    @property
    def sentence(self) -> str:
        """The fault as a sentence for the user."""
        return sentence("Row {row}: {reason}", row=self.row, reason=sentence(self.reason))


class Faulty(KneetreeError):
    """Some rows cannot be taken; ``faults`` has each of them."""

    def __init__(self, faults: Sequence[RowFault]) -> None:
        super().__init__(joined("\n", (fault.sentence for fault in faults)))
        self.faults = tuple(faults)


def to_rows(tree: Tree, cases: Iterable[Case], delimiter: str = "\t") -> str:
    """Return cases as a table with a row of headings."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in to_cells(tree, cases))
    return file.getvalue()


def to_cells(tree: Tree, cases: Iterable[Case]) -> list[list[str]]:
    """Return cases as rows of cells, the headings first; nothing is made harmless yet."""
    people = list(cases)
    facts = _facts_of(tree, people)
    others = [f"{_EXTRA}{key}" for key in _keys(case.extra for case in people) if key not in tree.scales]
    others += [f"{_EXPECT}{key}" for key in _keys(case.expect_extra for case in people)]
    headings = [*_OWN[:2], *(f"{_FACT}{fact}" if fact in _OWN else fact for fact in facts), *_OWN[2:], *others]
    rows = [headings]
    for case in people:
        own = _own_cells(case)
        told = [_said(tree, case, fact) for fact in facts]
        rows.append([*own[:2], *told, *own[2:], *(_other(case, name) for name in others)])
    return rows


def from_rows(tree: Tree, text: str) -> list[Case]:
    """Return the cases in a table, those without an id with an empty one; raise ``Faulty`` if a row cannot be taken.

    The table may be divided by tabs, semicolons, commas or bars.
    """
    return from_cells(tree, _rows(text))


def from_cells(tree: Tree, rows: Sequence[Sequence[str]]) -> list[Case]:
    """Return the cases in rows of cells, as ``from_rows`` does."""
    if not rows:
        raise Faulty([RowFault(1, "there are no rows; copy them with their headings.")])
    headings = [unguarded(cell) for cell in rows[0]]
    id_at = next((at for at, heading in enumerate(headings) if heading.strip().casefold() == "id"), None)
    readers, faults = _readers(tree, headings)
    if faults:
        raise Faulty(faults)
    found: list[Case] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows[1:], 2):
        cells = [unguarded(cell) for cell in row]
        if not any(cell.strip() for cell in cells):
            continue
        try:
            case = _case(tree, readers, id_at, cells)
            if case.id and case.id in seen:
                raise _Fault(
                    sentence(
                        "the id {id!r} is in row {row} too; give one of them another.", id=case.id, row=seen[case.id]
                    )
                )
        except _Fault as fault:
            faults.append(RowFault(number, fault.args[0]))
            continue
        seen[case.id] = number
        found.append(case)
    if faults:
        raise Faulty(faults)
    return found


# -- writing ---------------------------------------------------------------------------------------


def _facts_of(tree: Tree, people: Sequence[Case]) -> list[str]:
    """Return the facts that anybody says, in the order of the tree and then of the cases."""
    said = dict.fromkeys(key for case in people for key in (*case.findings, *case.extra))
    order = [*tree.scales, *tree.findings]
    known = [fact for fact in order if fact in said]
    findings = dict.fromkeys(key for case in people for key in case.findings)
    return [*known, *(fact for fact in findings if fact not in order)]


def _keys(held: Iterable[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(key for one in held for key in one))


def _own_cells(case: Case) -> list[str]:
    expect = case.expect
    best = expect.best_urgency.value if expect.best_urgency is not None else ""
    levels = "; ".join(level.value for level in expect.urgency)
    return [case.id, case.story, levels, best, "; ".join(expect.conditions), "; ".join(expect.listed_ok), case.source]


def _said(tree: Tree, case: Case, fact: str) -> str:
    if fact in tree.scales:
        number = case.extra.get(fact)
        return "" if number is None else str(number)
    return _WORDS[case.findings[fact]] if fact in case.findings else ""


def _other(case: Case, name: str) -> str:
    kind, key = name.split(" ", 1)
    held = case.extra if kind == _EXTRA.strip() else case.expect_extra
    return json.dumps(held[key], ensure_ascii=False) if key in held else ""


# -- reading ---------------------------------------------------------------------------------------


class _Fault(Exception):
    """Why a cell cannot be taken, without its row."""


_Reader = Callable[[dict[str, Any], str], None]
"""Puts what a cell says into the fields of a case."""


def _rows(text: str) -> list[list[str]]:
    try:
        return divided_text.cells(text.lstrip("\ufeff").lstrip("\r\n"))
    except csv.Error as error:
        raise Faulty(
            [RowFault(1, sentence("this is no table ({error}); copy the rows again.", error=error))]
        ) from error


def _readers(tree: Tree, headings: Sequence[str]) -> tuple[list[_Reader | None], list[RowFault]]:
    readers: list[_Reader | None] = []
    faults = []
    facts = _Facts(tree)
    for heading in headings:
        try:
            readers.append(_reader(tree, facts, heading) if heading.strip() else None)
        except _Fault as fault:
            faults.append(RowFault(1, fault.args[0]))
    named = [heading.strip().casefold() for heading in headings if heading.strip()]
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice is not None:
        faults.append(
            RowFault(1, sentence("the heading '{twice}' is there twice; take one of the columns out.", twice=twice))
        )
    return readers, faults


def _reader(tree: Tree, facts: _Facts, heading: str) -> _Reader:
    name = " ".join(heading.replace("_", " ").casefold().split())
    if name in _OWN:
        return _own_reader(tree, name)
    for prefix, field in ((_EXTRA, "extra"), (_EXPECT, "expect_extra")):
        if heading.startswith(prefix):
            return _json_reader(field, heading[len(prefix) :])
    fact = facts.find(heading.removeprefix(_FACT))
    if fact is None:
        told = shortened(heading.strip(), 60)
        raise _Fault(
            sentence("there is no fact '{name}' in the tree; write the id or the statement of a finding.", name=told)
        )
    return _number_reader(fact) if fact in tree.scales else _finding_reader(fact)


class _Facts:
    """The facts of a tree, by their ids and by their words."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        words = {key: tree.statement(key) for key in tree.findings} | {
            key: one.text for key, one in tree.scales.items()
        }
        self._by_words = {" ".join(text.casefold().split()): key for key, text in reversed(words.items()) if text}

    def find(self, name: str) -> str | None:
        """Return the id of a fact by its id or its words, or ``None``."""
        key = name.strip()
        if key in self._tree.findings or key in self._tree.scales:
            return key
        return self._by_words.get(" ".join(name.casefold().split()))


def _own_reader(tree: Tree, name: str) -> _Reader:
    def read(fields: dict[str, Any], cell: str) -> None:
        if name == "id":
            fields["id"] = cell.strip()
        elif name in ("story", "source"):
            fields[name] = cell
        elif name == "best urgency":
            fields["best_urgency"] = _level(cell) if cell.strip() else None
        elif name == "urgency":
            fields["urgency"] = tuple(_level(one) for one in _several(cell))
        else:
            field = "conditions" if name == "conditions" else "listed_ok"
            fields[field] = tuple(_condition(tree, one) for one in _several(cell))

    return read


def _several(cell: str) -> list[str]:
    return [one.strip() for one in cell.split(";") if one.strip()]


def _level(cell: str) -> Urgency:
    name = "_".join(cell.casefold().replace("-", " ").replace("_", " ").split())
    try:
        return Urgency(name)
    except ValueError:
        known = ", ".join(level.value for level in Urgency)
        raise _Fault(
            sentence("'{cell}' is no urgency; write one of {known}.", cell=shortened(cell.strip(), 40), known=known)
        ) from None


def _condition(tree: Tree, cell: str) -> str:
    if cell in tree.conditions:
        return cell
    wanted = cell.casefold()
    for key, condition in tree.conditions.items():
        if wanted in (condition.name.casefold(), condition.plain_name.casefold()):
            return key
    raise _Fault(
        sentence("there is no condition '{cell}' in the tree; write its id or its name.", cell=shortened(cell, 60))
    )


def _json_reader(field: str, key: str) -> _Reader:
    def read(fields: dict[str, Any], cell: str) -> None:
        fields[field].pop(key, None)
        if cell.strip():
            try:
                fields[field][key] = json.loads(cell)
            except (ValueError, RecursionError):
                fields[field][key] = cell

    return read


def _number_reader(scale: str) -> _Reader:
    def read(fields: dict[str, Any], cell: str) -> None:
        fields["extra"].pop(scale, None)
        written = cell.strip()
        if not written or _SAID.get(written.casefold(), True) is None:
            return
        if not re.fullmatch(r"-?\d{1,15}(\.0+)?", written):
            raise _Fault(
                sentence(
                    "'{written}' under {scale!r} is no whole number; write one, or leave it empty.",
                    written=shortened(written, 40),
                    scale=scale,
                )
            )
        fields["extra"][scale] = int(written.partition(".")[0])

    return read


def _finding_reader(finding: str) -> _Reader:
    def read(fields: dict[str, Any], cell: str) -> None:
        fields["findings"].pop(finding, None)
        written = " ".join(cell.casefold().split())
        if not written:
            return
        if written not in _SAID:
            told = shortened(cell.strip(), 40)
            raise _Fault(
                sentence(
                    "'{told}' under {finding!r} is no answer; write yes, no or not sure, or leave it empty.",
                    told=told,
                    finding=finding,
                )
            )
        fields["findings"][finding] = _SAID[written]

    return read


def _case(tree: Tree, readers: Sequence[_Reader | None], id_at: int | None, cells: Sequence[str]) -> Case:
    if any(cell.strip() for cell in cells[len(readers) :]):
        raise _Fault("it has more cells than there are headings; copy the headings of all columns too.")
    key = cells[id_at].strip() if id_at is not None and id_at < len(cells) else ""
    old = tree.cases.get(key, Case(id=key))
    fields: dict[str, Any] = {name: dict(getattr(old, name)) for name in ("findings", "extra", "expect_extra")}
    for reader, cell in zip(readers, cells, strict=False):
        if reader is not None:
            reader(fields, cell)
    expected = {name: fields.pop(name) for name in Expect.__struct_fields__ if name in fields}
    case = structs.replace(old, **fields, expect=structs.replace(old.expect, **expected))
    fault = fault_of(case, tree.scales)
    if fault is not None:
        reason = altered(fault.reason, lambda text, _: text.replace("`", "'"))
        raise _Fault(sentence("{key!r}: {reason}.", key=fault.path[-1], reason=reason))
    return case
