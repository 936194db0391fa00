"""Where an entry of the library is used, and which entries nothing uses.

Every question here is answered by one pass over the tree.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator
from typing import Any

from msgspec import Struct, structs

from kneetree.edits.edit_builder import EditBuilder
from kneetree.edits.references import NAMED_BY, Names, references
from kneetree.edits.words import called, noun
from kneetree.errors import KneetreeError
from kneetree.model.change import VALUE_TYPES, Change, PartChange, PartName
from kneetree.model.tree import Exemption, Rule, Tree
from kneetree.slices import result_of
from kneetree.words.sentences import sentence

LIBRARY: tuple[PartName, ...] = (
    "picture", "scale", "finding", "source", "condition", "question", "advice", "warning",
)  # fmt: skip
"""The parts whose entries other values name by id."""

_SLICE = 200
"""How many values are looked at between two rests: 1 ms."""

_NAMING: tuple[PartName, ...] = ("node", "question", "scale", "condition", "rule", "case")


class Use(Struct, frozen=True, gc=False):
    """A place that names an entry, or an entry itself, by its part and id."""

    part: PartName
    key: str


def uses(tree: Tree, part: PartName, key: str) -> list[Use]:
    """Return every place that names an entry or a node, each once: nodes first, then entries, rules and cases."""
    if part == "node":
        found = [Use("node", parent) for parent, _ in tree.parents(key)] if key in tree.nodes else []
        return found + [Use("region", name) for name, region in tree.regions.items() if key in region.nodes]
    if part not in NAMED_BY:
        return []
    names = Names(tree.questions, tree.scales)
    wanted = (part, key)
    return [Use(kind, name) for kind, name, value in _values(tree, part) if wanted in references(names, value)]


def all_uses(tree: Tree) -> dict[tuple[PartName, str], list[Use]]:
    """Return for every entry that is named the places that name it, in the order of ``uses``."""
    return result_of(all_uses_in_slices(tree))


def all_uses_in_slices(tree: Tree) -> Generator[None, None, dict[tuple[PartName, str], list[Use]]]:
    """Find what ``all_uses`` returns, with a rest after every few hundred values; the tree is not altered meanwhile."""
    names = Names(tree.questions, tree.scales)
    found: dict[tuple[PartName, str], list[Use]] = {}
    for number, (kind, name, value) in enumerate(_values(tree)):
        if number % _SLICE == _SLICE - 1:
            yield
        use = Use(kind, name)
        for reference in references(names, value):
            if reference[0] != "node":
                found.setdefault(reference, []).append(use)
    return found


def nodes_of(tree: Tree, part: PartName, key: str) -> list[str]:
    """Return the nodes, in file order, where people meet an entry: where it is asked, counted or shown.

    A finding is met where a question about it is asked, and an advice also at the leaves of a condition whose recovery
    names it.  A source is met only where a node or its question cites it.
    """
    names = Names(tree.questions, tree.scales)
    wanted = {(part, key)}
    for use in uses(tree, part, key):
        if use.part in ("question", "scale") or (use.part == "condition" and part == "advice"):
            wanted.add((use.part, use.key))
    types = {kind for wanted_part, _ in wanted for kind in NAMED_BY.get(wanted_part, ())}
    return [
        node_id
        for node_id, node in tree.nodes.items()
        if type(node) in types and not wanted.isdisjoint(references(names, node))
    ]


def unused(tree: Tree) -> list[Use]:
    """Return the entries of the library that nothing names, in the order of the file."""
    used = all_uses(tree)
    return [Use(part, key) for part in LIBRARY for key in tree.parts[part] if (part, key) not in used]


def unused_after(tree: Tree, change: Change) -> list[Use]:
    """Return the entries that are used now and that ``change`` leaves to nothing but each other."""
    return _left_over(tree, change)[0]


def with_unused_removed(tree: Tree, change: Change) -> Change:
    """Return ``change`` with the removal of all that it leaves unused, as one step."""
    return Change((*change.parts, *_left_over(tree, change)[1].parts))


def remove_unused(tree: Tree, entries: Iterable[Use]) -> Change:
    """Remove entries of the library that are named by nothing but each other.

    Raises ``KneetreeError`` if one of them is not in the library or is used.
    """
    going = dict.fromkeys((entry.part, entry.key) for entry in entries)
    used = all_uses(tree)
    builder = EditBuilder(tree)
    for part, key in going:
        if part not in LIBRARY or key not in tree.parts[part]:
            raise KneetreeError("There is no {noun} {key!r} any more.", noun=noun(part), key=key)
        reason = reason_of(tree, [use for use in used.get((part, key), ()) if (use.part, use.key) not in going])
        if reason:
            raise KneetreeError(reason)
        builder.set(part, key, None)
    return builder.change()


def reason_of(tree: Tree, used: Collection[Use]) -> str | None:
    """Return why an entry with these uses must stay, or ``None`` if it has none."""
    if not used:
        return None
    first = next(iter(used))
    place, others = called(tree, first.part, first.key), len(used) - 1
    if not others:
        return sentence("It is used in {place}; change that first.", place=place)
    one = "It is used in {place} and in {others} other place; change those first."
    many = "It is used in {place} and in {others} other places; change those first."
    return sentence(one if others == 1 else many, place=place, others=others)


def without_source(value: Any, source: str) -> Any:
    """Return a value that no longer cites a source."""
    fields: dict[str, Any] = {"sources": _other(value.sources, source)}
    if isinstance(value, Rule):
        fields["unless"] = tuple([_without(exemption, source) for exemption in value.unless])
    return structs.replace(value, **fields)


def _without(exemption: Exemption, source: str) -> Exemption:
    return structs.replace(exemption, sources=_other(exemption.sources, source))


def _other(sources: tuple[str, ...], source: str) -> tuple[str, ...]:
    return tuple([key for key in sources if key != source])


def _left_over(tree: Tree, change: Change) -> tuple[list[Use], Change]:
    before = set(unused(tree))
    twin = tree.copy()
    twin.apply(change)
    found: list[Use] = []
    parts: list[PartChange] = []
    while more := [entry for entry in unused(twin) if entry not in before]:
        removal = remove_unused(twin, more)
        twin.apply(removal)
        parts += removal.parts
        found += more
    return found, Change(tuple(parts))


def _values(tree: Tree, part: PartName | None = None) -> Iterator[tuple[PartName, str, Any]]:
    """Yield the values that can name an entry, of ``part`` if that is given, with their part and id."""
    types = None if part is None else NAMED_BY[part]
    if tree.start is not None and part in (None, "picture"):
        yield "start", "", tree.start
    for kind in _NAMING:
        if types is None or kind == "node" or VALUE_TYPES[kind] in types:
            for key, value in tree.parts[kind].items():
                if types is None or type(value) in types:
                    yield kind, key, value
