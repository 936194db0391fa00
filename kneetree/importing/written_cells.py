"""The cells of a row that an author has filled in, in words; what is not understood is named, all of it at once."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kneetree import words
from kneetree.importing.faults import named
from kneetree.importing.rows import Row, Statement
from kneetree.importing.said import Said, plainly, urgency_of
from kneetree.model.scales import threshold
from kneetree.model.tree import Topic, Urgency
from kneetree.words.sentences import sentence

_KINDS = {
    "question": "", "yes/no": "yes_no", "yes no": "yes_no", "yes_no": "yes_no", "list": "list", "number": "number",
    "decision": "decision", "result": "leaf", "leaf": "leaf", "end": "leaf", "": "",
    "pregunta": "", "sí/no": "yes_no", "lista": "list", "número": "number", "decisión": "decision",
    "resultado": "leaf", "frage": "", "liste": "list", "zahl": "number", "entscheidung": "decision",
    "ergebnis": "leaf",
}  # fmt: skip
_BULLET = re.compile(r"^\s*[-–—•*·]\s+")
_NUMBER = re.compile(r"-?\d{1,12}(?:[.,]0+)?")
_NOT = re.compile(r"\s*\(not\)\s*$", re.IGNORECASE)


class CellError(Exception):
    """Why the cells of a row cannot be taken: one or more ``reasons``."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


def row(where: str, cells: Mapping[str, str], said: Said) -> Row:
    """Return a row; raise ``CellError`` with everything in it that is not understood."""
    return _Cells(where, cells, said).row()


class _Cells:
    def __init__(self, where: str, cells: Mapping[str, str], said: Said) -> None:
        self._where = where
        self._cells = cells
        self._said = said
        self._reasons: list[str] = []

    def row(self) -> Row:
        text = self._text("text") or self._text("title")
        key = _whole(self._text("id")) or text
        kind, asks = self._kind(), self._text("asks")
        lines, at_least = self._statements(), self._number("at_least")
        if threshold(asks) is not None and not self._text("next"):
            kind = "number"
        elif kind == "" and (self._text("yes") or self._text("no") or self._text("next")):
            kind = "list" if len(lines) > 1 or at_least is not None else "yes_no"
        kind = kind or ("yes_no" if self._text("kind") else "leaf")
        if not key:
            self._reasons.append("it has neither an id nor a text; write one.")
        alone = lines[0].text if kind == "yes_no" and lines else ""
        made = Row(
            where=self._where, key=key, name=_whole(self._text("id")) or text, kind=kind, asks=asks, text=text,
            topic=self._topic(), help=self._text("help"), answer_rule=self._text("answer_rule"),
            why=self._text("why"), statement=self._text("statement") or alone,
            lines=lines if kind in ("list", "decision") else (), at_least=1 if at_least is None else at_least,
            yes=_whole(self._text("yes")), no=_whole(self._text("no")), next=_whole(self._text("next")),
            urgency=self._urgency(kind, key, text), condition=self._text("condition"),
            also=tuple(self._several("also")), reason=self._text("reason"),
            do=tuple(self._several("do")), avoid=tuple(self._several("avoid")),
            get_help_if=tuple(self._net()), sources=tuple(self._several("sources")), note=self._text("note"),
            unit=self._text("unit"), least=self._number("least"), most=self._number("most"), over=self._text("over"),
            under=self._text("under"),
        )  # fmt: skip
        if kind == "yes_no" and len(lines) > 1:
            self._reasons.append("a question with several statements is a list; write 'list' as its kind.")
        if self._reasons:
            raise CellError(self._reasons)
        return made

    def _text(self, column: str) -> str:
        return self._cells.get(column, "").strip()

    def _several(self, column: str) -> list[str]:
        """Return the lines of a cell; in a single line they are divided by semicolons."""
        lines = self._text(column).splitlines()
        parts = lines if len(lines) > 1 else "".join(lines).split(";")
        return [text for part in parts if (text := _BULLET.sub("", part).strip())]

    def _kind(self) -> str:
        written = " ".join(self._text("kind").casefold().split())
        if written not in _KINDS:
            self._reasons.append(
                sentence(
                    "{written} is no kind; write question, list, number, decision or result, or leave it empty.",
                    written=named(written),
                )
            )
        return _KINDS.get(written, "")

    def _topic(self) -> str:
        written = plainly(self._text("topic"))
        if not written:
            return ""
        for topic in Topic:
            if written in (topic.value, topic.value.replace("_", " ")):
                return topic.value
            if any(written == plainly(words.text(language, f"topic.{topic}")) for language in words.LANGUAGES):
                return topic.value
        self._reasons.append(
            sentence("{written} is no topic; write one of {known}.", written=named(written), known=", ".join(Topic))
        )
        return ""

    def _number(self, column: str) -> int | None:
        written = self._text(column)
        if not written:
            return None
        if not _NUMBER.fullmatch(written):
            heading = column.replace("_", " ")
            self._reasons.append(
                sentence(
                    "{written} under '{heading}' is no whole number; write one.",
                    written=named(written),
                    heading=heading,
                )
            )
            return None
        return int(re.split("[.,]", written)[0])

    def _statements(self) -> tuple[Statement, ...]:
        texts, points = self._several("items"), self._several("points")
        if points and len(points) == 1 and len(texts) > 1:
            points = re.split(r"[\s,]+", points[0])
        if points and len(points) != len(texts):
            self._reasons.append(
                sentence(
                    "there are {points} points for {statements} statements; write one for each, in their order.",
                    points=len(points),
                    statements=len(texts),
                )
            )
            points = []
        worth = [self._point(point) for point in points] or [1] * len(texts)
        return tuple(
            Statement(_NOT.sub("", text), points=one, true=not _NOT.search(text))
            for text, one in zip(texts, worth, strict=True)
        )

    def _point(self, written: str) -> int:
        if not _NUMBER.fullmatch(written):
            self._reasons.append(
                sentence(
                    "{written} under 'points' is no whole number; write one for each statement.", written=named(written)
                )
            )
            return 1
        return int(re.split("[.,]", written)[0])

    def _urgency(self, kind: str, key: str, text: str) -> Urgency | None:
        written = self._text("urgency")
        said = self._said.urgency(key, text, written) if kind == "leaf" else None
        if said is not None or not written:
            return said
        level = urgency_of(written)
        if level is None:
            known = ", ".join(one.value.replace("_", " ") for one in reversed(Urgency))
            self._reasons.append(
                sentence("{written} is no urgency; write one of {known}.", written=named(written), known=known)
            )
        return level

    def _net(self) -> list[tuple[Urgency, str]]:
        """Return the warnings of a cell: each line says how soon, then a colon, then what completes "if"."""
        net: list[tuple[Urgency, str]] = []
        for line in self._several("get_help_if"):
            before, colon, after = line.partition(":")
            level = urgency_of(before) if colon else None
            if level is None or not after.strip():
                told = (
                    "say how soon before each reason to get help, such as 'emergency: you have chest pain'; "
                    "{line} does not."
                )
                self._reasons.append(sentence(told, line=named(line)))
            else:
                net.append((level, after.strip()))
        return net


def _whole(text: str) -> str:
    """Return what a spreadsheet shows where it keeps 7 as 7.0."""
    return text[:-2] if re.fullmatch(r"\d+\.0", text) else text
