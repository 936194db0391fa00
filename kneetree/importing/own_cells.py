"""The cells of a table that the program wrote, taken back letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kneetree import words
from kneetree.importing.faults import named
from kneetree.importing.rows import KINDS, Row, Statement
from kneetree.importing.written_cells import CellError
from kneetree.model.tree import Topic, Urgency
from kneetree.words.sentences import sentence

_ITEM = re.compile(r"^([a-z0-9]+(?:[_-]+[a-z0-9]+)*) \((\d{1,9})( where it is false)?\): ", re.MULTILINE)
_INTEGER = re.compile(r"-?\d{1,12}")


class Nets:
    """Takes apart what a table says of when to get help, such as "Call 999 now if you faint".

    ``language`` is that in which most of the ``cells`` say it, ``usual`` if none does; ``call`` is the number that they
    name.
    """

    def __init__(self, cells: Iterable[str], usual: str) -> None:
        told = [line for cell in cells for line in cell.split("\n")]
        found = {language: [one for line in told for one in _heads(line, language)] for language in words.LANGUAGES}
        self._spoken = max(found, key=lambda language: len(found[language]))
        self.language = self._spoken if found[self._spoken] else usual
        self.call = next((call for _, call, _ in found[self._spoken] if call), "")

    def parted(self, cell: str) -> list[tuple[Urgency, str]]:
        """Return how soon and why to get help; a line that does not say how soon goes on with the one before."""
        net: list[tuple[Urgency, str]] = []
        for line in cell.split("\n") if cell else ():
            head = next(_heads(line, self._spoken), None)
            if head is not None:
                net.append((head[0], head[2]))
            elif net:
                net[-1] = (net[-1][0], f"{net[-1][1]}\n{line}")
            else:
                raise CellError(
                    [
                        sentence(
                            "{line} does not say how soon to get help; begin as the other rows do.", line=named(line)
                        )
                    ]
                )
        return net


def _heads(line: str, language: str) -> Iterator[tuple[Urgency, str, str]]:
    """Yield the level, the number to call and the rest of a line that begins with the words of a level."""
    for level, pattern in _HEADS[language]:
        found = pattern.match(line)
        if found:
            yield level, found.groupdict().get("number") or "", line[found.end() :]
            return


def _patterns(language: str) -> list[tuple[Urgency, re.Pattern[str]]]:
    made: list[tuple[Urgency, re.Pattern[str]]] = []
    for level in reversed(Urgency):
        for ending in ("", "_again", *(("_number", "_again_number") if level is Urgency.EMERGENCY else ())):
            key = f"help.{level}{ending}"
            if key in words.LANGUAGES[language]:
                text = re.escape(words.LANGUAGES[language][key]).replace(r"\{number\}", r"(?P<number>[^\n]{1,200}?)")
                made.append((level, re.compile(f"{text} ")))
    return made


_HEADS = {language: _patterns(language) for language in words.LANGUAGES}


def row(where: str, cells: Mapping[str, str], nets: Nets) -> Row:
    """Return a row of the program's own table; raise ``CellError`` if it was altered so that it is not one any more."""
    kind = cells.get("kind", "").strip()
    reasons: list[str] = []
    if kind not in KINDS:
        reasons.append(sentence("{kind} is no kind; write one of {known}.", kind=named(kind), known=", ".join(KINDS)))
    topic = cells.get("topic", "").strip()
    if topic and topic not in set(Topic):
        reasons.append(
            sentence("{topic} is no topic; write one of {known}.", topic=named(topic), known=", ".join(Topic))
        )
    urgency = cells.get("urgency", "").strip()
    if urgency and urgency not in set(Urgency):
        reasons.append(
            sentence("{urgency} is no urgency; write one of {known}.", urgency=named(urgency), known=", ".join(Urgency))
        )
    numbers = {column: _integer(cells, column, reasons) for column in ("at_least", "least", "most")}
    key = cells.get("id", "").strip()
    text = cells.get("title" if kind == "leaf" else "text", "")
    if not (key or text.strip()):
        reasons.append("it has neither an id nor a text; write one.")
    net: list[tuple[Urgency, str]] = []
    try:
        net = nets.parted(cells.get("get_help_if", ""))
    except CellError as error:
        reasons += error.reasons
    if reasons:
        raise CellError(reasons)
    counted = numbers["at_least"]
    return Row(
        where=where, key=key or text, name=key or text, kind=kind, asks=cells.get("asks", "").strip(), topic=topic,
        text=text, help=cells.get("help", ""), answer_rule=cells.get("answer_rule", ""), why=cells.get("why", ""),
        finding=cells.get("finding", "").strip(), statement=cells.get("statement", ""),
        lines=tuple(_items(cells.get("items", ""))), at_least=1 if counted is None else counted,
        yes=cells.get("yes", "").strip(), no=cells.get("no", "").strip(), next=cells.get("next", "").strip(),
        urgency=Urgency(urgency) if urgency else None, condition=cells.get("condition", "").strip(),
        also=tuple(cells.get("also", "").split()), reason=cells.get("reason", ""),
        do=_lines(cells.get("do", "")), avoid=_lines(cells.get("avoid", "")), get_help_if=tuple(net),
        sources=tuple(cells.get("sources", "").split()), note=cells.get("note", ""), unit=cells.get("unit", ""),
        least=numbers["least"], most=numbers["most"], over=cells.get("over", ""), under=cells.get("under", ""),
    )  # fmt: skip


def _integer(cells: Mapping[str, str], column: str, reasons: list[str]) -> int | None:
    written = cells.get(column, "").strip().removesuffix(".0")
    if not written:
        return None
    if not _INTEGER.fullmatch(written):
        reasons.append(
            sentence("{written} under '{column}' is no whole number; write one.", written=named(written), column=column)
        )
        return None
    return int(written)


def _lines(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("\n")) if cell else ()


def _items(cell: str) -> Iterable[Statement]:
    marks = list(_ITEM.finditer(cell))
    ends = [*(mark.start() - 1 for mark in marks[1:]), len(cell)]
    for mark, end in zip(marks, ends, strict=False):
        text = cell[mark.end() : end]
        yield Statement(text, mark[1], int(mark[2]), not mark[3])
