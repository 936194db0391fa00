"""Compare two trees: what came, went, changed or leads elsewhere, and for whom the result changes.

An id that changed, with nothing else, is called *renamed*.  Results are compared over the cases of both trees and, for
each finding, over a person of whom nothing but that finding is unusual.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec
from msgspec import Struct, structs

from kneetree import edits
from kneetree.analysis import cases
from kneetree.errors import KneetreeError
from kneetree.model.case_numbers import numbers_of
from kneetree.model.change import KEYED_PARTS, SINGLE_PARTS, PartName
from kneetree.model.people import usual_person
from kneetree.model.titles import title_of
from kneetree.model.tree import Case, Decision, QuestionNode, Tree, Urgency
from kneetree.words.sentences import sentence, told

Kind = Literal["added", "removed", "changed", "rerouted", "renamed"]
MOST_RENAMED = 500
_RENAMED_IN: tuple[PartName, ...] = (
    "picture", "source", "advice", "warning", "scale", "finding", "condition", "question", "node", "rule", "case",
    "region",
)  # fmt: skip
"""Each part comes after those that it names, so that its content is the same once they have their new ids."""
_ENDS = frozenset({"yes", "no", "next"})


class FieldChange(Struct, frozen=True):
    """One field before and after, as plain values of JSON."""

    field: str
    before: Any
    after: Any


class Difference(Struct, frozen=True):
    """One part that differs.

    ``key`` is its new id (its old one if it was removed), ``was`` its old id if it was renamed.  ``rerouted`` means
    that nothing has changed but where the answers lead.
    """

    part: PartName
    key: str
    kind: Kind
    title: str = ""
    was: str = ""
    fields: tuple[FieldChange, ...] = ()


class Result(Struct, frozen=True):
    """What a person is told: the urgency, the leaves (most urgent first) and the conditions."""

    urgency: Urgency
    leaves: tuple[str, ...]
    conditions: tuple[str, ...]


class ResultChange(Struct, frozen=True):
    """A case or finding whose result differs; ``None`` if a tree gives none."""

    id: str
    before: Result | None
    after: Result | None


class Diff(Struct, frozen=True):
    """Everything that differs between two trees.  It is false if nothing does."""

    parts: tuple[Difference, ...] = ()
    cases: tuple[ResultChange, ...] = ()
    findings: tuple[ResultChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    def of(self, *kinds: Kind) -> list[Difference]:
        """Return the differences of these kinds."""
        return [part for part in self.parts if part.kind in kinds]

    def nodes(self) -> dict[str, Kind]:
        """Return what happened to each node that differs, by its id; a box that was only moved does not count."""
        return {part.key: part.kind for part in self.parts if part.part == "node"}


def compare(old: Tree, new: Tree) -> Diff:
    """Return what differs between ``old`` and ``new``, and whose result that changes."""
    renamed, aligned = _align(old, new)
    parts = [*renamed, *_single(aligned, new)]
    for part in KEYED_PARTS:
        parts += _keyed(aligned, new, part)
    both = {**aligned.cases, **new.cases}
    findings = {**aligned.findings, **new.findings}
    turning = {finding for tree in (aligned, new) for asked in tree.all_asked() for finding in asked.findings}
    people = {
        key: Case(id=key, findings={key: not finding.usual}) for key, finding in findings.items() if key in turning
    }
    return Diff(tuple(parts), _results(aligned, new, both.values()), _results(aligned, new, people.values()))


# -- renamed ids -----------------------------------------------------------------------------------


def _align(old: Tree, new: Tree) -> tuple[list[Difference], Tree]:
    """Return the ids that were renamed, and a copy of ``old`` that has the new ones already."""
    aligned = old.copy()
    found: list[Difference] = []
    for part in _RENAMED_IN:
        for was, key in _renames(aligned, new, part):
            if len(found) >= MOST_RENAMED:
                return found, aligned
            try:
                aligned.apply(edits.rename(aligned, part, was, key))
            except KneetreeError:
                continue
            found.append(Difference(part, key, "renamed", _title(new, part, key), was))
    return found, aligned


def _renames(old: Tree, new: Tree, part: PartName) -> list[tuple[str, str]]:
    before, after = old.parts[part], new.parts[part]
    gone: defaultdict[bytes, list[str]] = defaultdict(list)
    come: defaultdict[bytes, list[str]] = defaultdict(list)
    for values, others, into in ((before, after, gone), (after, before, come)):
        for key, value in values.items():
            if key not in others:
                into[_content(value)].append(key)
    pairs = []
    for content, keys in gone.items():
        if len(keys) == len(come[content]):
            pairs += list(zip(keys, come[content], strict=True))
    return pairs


def _content(value: Any) -> bytes:
    """Return a value without its own id and without where it leads."""
    if "id" in getattr(value, "__struct_fields__", ()):
        value = structs.replace(value, id="x")
    if isinstance(value, QuestionNode) and value.next:
        value = structs.replace(value, next="x")
    elif isinstance(value, QuestionNode | Decision):
        value = structs.replace(value, yes="x", no="y")
    return msgspec.json.encode(value)


# -- parts -----------------------------------------------------------------------------------------


def _single(old: Tree, new: Tree) -> list[Difference]:
    found = []
    for part in SINGLE_PARTS:
        before, after = getattr(old, part), getattr(new, part)
        if before == after:
            continue
        if before is None or after is None or isinstance(after, str):
            fields: tuple[FieldChange, ...] = (FieldChange(part, _plain(before), _plain(after)),)
        else:
            fields = _fields(before, after)
        kind: Kind = "added" if before is None else "removed" if after is None else "changed"
        found.append(Difference(part, "", kind, "", "", fields))
    return found


def _keyed(old: Tree, new: Tree, part: PartName) -> list[Difference]:
    before, after = old.parts[part], new.parts[part]
    found = [Difference(part, key, "removed", _title(old, part, key)) for key in before if key not in after]
    for key, value in after.items():
        title = _title(new, part, key)
        if key not in before:
            found.append(Difference(part, key, "added", title))
        elif before[key] != value:
            fields = _fields(before[key], value)
            ends_only = {change.field for change in fields} <= _ENDS
            found.append(Difference(part, key, "rerouted" if ends_only else "changed", title, "", fields))
    return found


def fields_of(tree: Tree, part: PartName, key: str) -> dict[str, Any]:
    """Return the fields of an entry as plain values of JSON, or none if the tree has no such entry."""
    value = tree.parts[part].get(key)
    plain = _plain(value) if value is not None else {}
    return plain if isinstance(plain, dict) else {part: plain}


def _fields(before: Any, after: Any) -> tuple[FieldChange, ...]:
    one, other = _plain(before), _plain(after)
    if not isinstance(one, dict) or not isinstance(other, dict):
        return (FieldChange("", one, other),)
    names = dict.fromkeys([*one, *other])
    return tuple(
        FieldChange(name, one.get(name), other.get(name)) for name in names if one.get(name) != other.get(name)
    )


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value)


def _title(tree: Tree, part: PartName, key: str) -> str:
    value = tree.parts[part][key]
    if part in ("node", "layout"):
        return title_of(tree, key)
    names = () if isinstance(value, str) else ("statement", "text", "citation", "plain_name", "name", "story", "title")
    return next((str(text) for name in names if (text := getattr(value, name, ""))), "")


# -- results ---------------------------------------------------------------------------------------


_ONLY_SAID = (
    "text", "help", "answer_rule", "why", "picture", "sources", "note", "statement", "means", "reassures", "title",
    "reason", "do", "avoid", "get_help_if",
)  # fmt: skip
"""Fields of questions, findings, numbers and nodes on which no result turns."""


def _walks_alike(old: Tree, new: Tree) -> bool:
    """Return whether the two trees lead everybody to the same result, as far as that can be seen without walking."""
    if old.root != new.root:
        return False
    parts: tuple[PartName, ...] = ("node", "question", "finding", "scale")
    for part in parts:
        before, after = old.parts[part], new.parts[part]
        if before.keys() != after.keys():
            return False
        for key, value in before.items():
            if value != after[key] and _decides(value) != _decides(after[key]):
                return False
    return True


def _decides(value: Any) -> tuple[object, ...]:
    """Return the kind of a value, and all that is in it but what is only said."""
    fields = value.__struct_fields__
    return (type(value), *[getattr(value, field) for field in fields if field not in _ONLY_SAID])


def _results(old: Tree, new: Tree, people: Iterable[Case]) -> tuple[ResultChange, ...]:
    """Return whose result differs.  Walk nobody if none can: n people take n steps each in a long tree."""
    if _walks_alike(old, new):
        return ()
    before, after = _Results(old), _Results(new)
    both = ((case.id, before.of(case), after.of(case)) for case in people)
    return tuple([ResultChange(key, was, now) for key, was, now in both if was != now])


class _Results:
    """The results of people in one tree.  Answers that are all the usual ones lead everybody to the same end."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._usual = usual_person(tree)
        nobody = Case(id="")
        self._result = self._walked(nobody)
        self._told = None if self._result is None else cases.walk_of(tree, nobody).told.keys()

    def of(self, case: Case) -> Result | None:
        """Return the result of a person, ``None`` if they come to none."""
        if self._told is None or numbers_of(case, self._tree.scales) or not self._told.isdisjoint(case.findings):
            return self._walked(case)
        return self._result

    def _walked(self, case: Case) -> Result | None:
        try:
            ran = cases.run_case(self._tree, case, self._usual)
        except KneetreeError:
            return None
        return Result(ran.urgency, ran.leaves, ran.conditions)


# -- as text and JSON ------------------------------------------------------------------------------

_HEADINGS: tuple[tuple[Kind, str], ...] = (
    ("added", "Added"),
    ("removed", "Removed"),
    ("renamed", "Renamed"),
    ("rerouted", "Leads elsewhere"),
    ("changed", "Changed"),
)


def to_json(diff: Diff) -> dict[str, Any]:
    """Return one JSON object: a list for each kind of difference, then the cases and findings whose result changes."""
    made: dict[str, Any] = {"same": not diff}
    for kind, _ in _HEADINGS:
        made[kind] = [msgspec.to_builtins(part) for part in diff.of(kind)]
    made["cases"] = msgspec.to_builtins(diff.cases)
    made["findings"] = msgspec.to_builtins(diff.findings)
    return made


def to_text(diff: Diff, language: str = "en") -> str:
    """Return a page to read in a language, with a newline at the end."""
    return "\n".join(told(line, language) for line in _lines(diff))


def _lines(diff: Diff) -> Iterator[str]:
    if not diff:
        return (yield from ("The two trees are the same.", ""))
    for kind, heading in _HEADINGS:
        found = [part for part in diff.of(kind) if part.part != "layout"]
        if found:
            yield sentence("{heading} ({count})", heading=sentence(heading), count=len(found))
            yield from (line for part in found for line in _part_lines(part))
            yield ""
    if moved := sum(part.part == "layout" for part in diff.parts):
        yield from (sentence("Boxes moved on the map: {count}", count=moved), "")
    for people, heading in (
        (diff.cases, "Cases whose result changes ({count})"),
        (diff.findings, "Findings, each alone, whose result changes ({count})"),
    ):
        if people:
            yield from (sentence(heading, count=len(people)), *map(_result_line, people), "")
    if not diff.cases and not diff.findings:
        yield from ("No case and no single finding gets another result.", "")


def _part_lines(part: Difference) -> Iterator[str]:
    name = "  {part} {was} -> {key}" if part.was else "  {part} {key}" if part.key else "  {part}"
    kind = sentence(part.part)
    named = sentence(name, part=kind, was=part.was, key=part.key)
    yield sentence("{named}: {title}", named=named, title=part.title) if part.title else named
    for change in part.fields:
        before, after = _short(change.before), _short(change.after)
        yield sentence("      {field}: {before} -> {after}", field=change.field or kind, before=before, after=after)


def _short(value: Any) -> str:
    if value is None:
        return sentence("nothing")
    text = " ".join((value if isinstance(value, str) else msgspec.json.encode(value).decode()).split())
    return f'"{text}"' if len(text) <= 60 else f'"{text[:59]}…"'


def _result_line(change: ResultChange) -> str:
    return sentence("  {id}: {before} -> {after}", id=change.id, before=_told(change.before), after=_told(change.after))


def _told(result: Result | None) -> str:
    if result is None:
        return sentence("no result")
    return sentence("{urgency} ({leaves})", urgency=sentence(result.urgency), leaves=", ".join(result.leaves))
