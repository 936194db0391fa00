"""Turn rows into a tree: every fault at once, and nothing invented that a person could be harmed by.

What is missing stays empty, or says that it is not chosen yet as a draft of the editor does, so that ``check`` names
it.  Whether the whole is sound is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from kneetree.drawing.markup import clean
from kneetree.errors import ShapeError
from kneetree.importing.faults import Fault, Faulty, Unsettled, named
from kneetree.importing.ids import Ids
from kneetree.importing.library import Library, UnfitError
from kneetree.importing.rows import Row, Sheet
from kneetree.importing.said import plainly
from kneetree.model import limits
from kneetree.model.tree import About, Node, Tree
from kneetree.model.values import is_id
from kneetree.words.sentences import joined, sentence, sentence_of

_NAMED_IN_A_CIRCLE = 12


def tree_of(sheet: Sheet) -> Tree:
    """Return the tree of a sheet.

    Raises ``Faulty`` with all that keeps it from being one, and only if there is nothing of that kind, ``Unsettled``
    with what the author has to say first.
    """
    faults = [*sheet.faults]
    if not sheet.rows:
        raise Faulty([*faults, Fault("", "there is nothing in it; write at least one question and two results.")])
    making = _Making(sheet)
    faults += [*making.faults, *making.shape_faults()]
    library = Library(sheet)
    nodes: dict[str, Node] = {}
    for row in making.rows:
        if row.faulty:
            continue
        try:
            nodes[making.ids[row.key]] = library.node(row, making.ends(row))
        except UnfitError as fault:
            faults.append(Fault(row.where, sentence_of(fault)))
    faults += library.faults
    if faults:
        order = {row.where: number for number, row in enumerate(sheet.rows)}
        raise Faulty(sorted(faults, key=lambda fault: order.get(fault.where, -1)))
    if sheet.wanted:
        raise Unsettled(sheet.wanted)
    tree = _put_together(sheet, making, library, nodes)
    too_large = [fault for part, values in tree.parts.items() for fault in _too_large(part, values)]
    if too_large:
        raise Faulty(Fault("", sentence("there is {fault}.", fault=fault)) for fault in too_large)
    return tree


def _put_together(sheet: Sheet, making: _Making, library: Library, nodes: dict[str, Node]) -> Tree:
    try:
        return Tree(
            title=clean(" ".join(sheet.title.split()))[:200] or "Tree",
            version="0.1.0",
            language=sheet.language,
            about=About(call=sheet.call) if sheet.call else None,
            root=making.root,
            nodes=nodes,
            scales=library.scales,
            findings=library.findings,
            questions=library.questions,
            conditions=library.conditions,
            advice=library.advice,
            warnings=library.warnings,
            sources=library.sources,
        )
    except ShapeError as error:
        raise Faulty([Fault("", error.sentence)]) from error


def _too_large(part: str, values: dict[str, object]) -> Iterator[str]:
    if part not in limits.MOST and f"{part}s" in limits.MOST:
        fault = limits.too_many(f"{part}s", len(values))
        if fault:
            yield fault
    for value in values.values():
        row, text = limits.long_row(value), limits.too_much(value)
        if row is not None:
            yield limits.row_of(row[1])
        if text is not None:
            yield text


class _Making:
    """Gives each row an id, and finds what does not hang together."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.faults: list[Fault] = []
        self.ids: dict[str, str] = {}
        self._rows: dict[str, Row] = {}
        self._by_text: dict[str, list[str]] = {}
        given = {row.name for row in sheet.rows if sheet.ids and is_id(row.name)}
        ids = Ids(given.__contains__)
        for row in sheet.rows:
            if row.key in self._rows:
                told = sentence(
                    "the id {key} is also that of {where}; give one of them another.",
                    key=named(row.key),
                    where=self._rows[row.key].where,
                )
                self.faults.append(Fault(row.where, told))
                continue
            self._rows[row.key] = row
            self._by_text.setdefault(plainly(row.text), []).append(row.key)
            otherwise = "result" if row.kind == "leaf" else "question"
            self.ids[row.key] = row.name if row.name in given else ids.new(row.name, otherwise)
        self._astray: set[str] = set()
        self._ends = {key: self._resolved(row) for key, row in self._rows.items()}
        first = sheet.root if sheet.root in self._rows else ""
        self._leads = {key: self._all_ends(row) for key, row in self._rows.items()}
        led_to = {target for targets in self._leads.values() for target in targets}
        self._starts = [key for key in self._rows if key not in led_to]
        if not first:
            first = next(iter(self._rows)) if sheet.ids or not self._starts else self._starts[0]
        self._first = first

    @property
    def root(self) -> str:
        """The id of the first question."""
        return self.ids[self._first]

    @property
    def rows(self) -> list[Row]:
        """The rows that have an id of their own and lead only to rows that are there."""
        return [row for key, row in self._rows.items() if key not in self._astray]

    def ends(self, row: Row) -> dict[str, str]:
        """Return the ids of the nodes to which a row leads, by the name of the answer."""
        return {answer: self.ids[key] for answer, key in self._ends[row.key].items()}

    def _resolved(self, row: Row) -> dict[str, str]:
        ends: dict[str, str] = {}
        for answer in ("yes", "no", "next"):
            wanted = getattr(row, answer)
            if not wanted:
                continue
            key = self._called(wanted)
            if key is None:
                self._astray.add(row.key)
                word = sentence({"yes": "Yes", "no": "No", "next": "Then"}[answer])
                told = sentence(
                    "{word} leads to {wanted}, and there is no such row; write the id of one that is there.",
                    word=word,
                    wanted=named(wanted),
                )
                self.faults.append(Fault(row.where, told))
            else:
                ends[answer] = key
        return ends

    def _all_ends(self, row: Row) -> tuple[str, ...]:
        led = (self._called(wanted) for wanted in row.leads)
        return (*self._ends[row.key].values(), *(key for key in led if key is not None))

    def _called(self, wanted: str) -> str | None:
        if wanted in self._rows:
            return wanted
        found = self._by_text.get(plainly(wanted), [])
        return found[0] if len(found) == 1 else None

    def shape_faults(self) -> Iterator[Fault]:
        """Yield every circle, and every beginning but the first."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        order = {key: number for number, key in enumerate(self._rows)}
        graph.add_nodes_from(self._rows)
        graph.add_edges_from((key, target) for key, targets in self._leads.items() for target in targets)
        for group in nx.strongly_connected_components(graph):
            if len(group) > 1 or any(graph.has_edge(key, key) for key in group):
                yield self._circle(graph.subgraph(group).copy(), min(group, key=order.__getitem__))
        if self._sheet.ids:
            return
        for key in self._starts:
            if key != self._first and not (self._rows[key].faulty and not self._leads[key]):
                first = self._rows[self._first].where
                told = sentence(
                    "nothing leads here, so it is a second place to begin beside {first}; a tree has one.", first=first
                )
                yield Fault(self._rows[key].where, told)

    def _circle(self, graph: nx.DiGraph[str], first: str) -> Fault:
        edges = nx.find_cycle(graph, first)
        round_it = [self._rows[source].where for source, _ in edges]
        shown = [*round_it[:_NAMED_IN_A_CIRCLE], *(["…"] if len(round_it) > _NAMED_IN_A_CIRCLE else []), round_it[0]]
        return Fault(
            round_it[0],
            sentence(
                "the questions go round in a circle: {shown}. Take one of the arrows out.", shown=joined(" → ", shown)
            ),
        )
