"""The report as plain text, for a terminal, an e-mail or the clipboard.  The most important comes first."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from kneetree import words
from kneetree.report.answer_rows import AnswerRow
from kneetree.report.summary import Summary

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LEAST_WIDTH = 30


def to_text(summary: Summary, width: int = 80, *, short: bool = False) -> str:
    """Return the report in lines of at most ``width`` characters (see ``wrapped``), with a newline at the end.

    ``short`` leaves out the sources, and what a walk in a terminal has just shown.
    """
    page = _Page(summary.language, max(width, LEAST_WIDTH))
    page.card(summary)
    page.bullets("heading.do", summary.own_do)
    page.bullets("heading.avoid", summary.own_avoid)
    page.others(summary)
    page.help(summary)
    page.conditions(summary)
    page.results(summary)
    page.bullets("heading.changes", summary.would_change)
    page.bullets("heading.unknowns", summary.unknown_lines)
    page.recovery(summary)
    page.answers(summary)
    if not short:
        page.sources(summary)
    page.foot(summary, short)
    return plain("\n".join(page.lines).strip()) + "\n"


def plain(text: str) -> str:
    """Return the text without control characters, so that a file cannot steer a terminal."""
    return _CONTROL.sub("", text.replace("\t", " "))


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return the text in lines of at most ``width`` characters, the first behind ``first``, others behind ``rest``.

    A web address is never broken, so that it can be opened or copied: a longer one sticks out of a line of its own.
    """
    lines = []
    for line in textwrap.wrap(
        plain(text),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ):
        if len(line) <= width or "://" in line:
            lines.append(line)
        else:
            indent = rest if lines else first
            lines += textwrap.wrap(
                line.removeprefix(indent), width, initial_indent=indent, subsequent_indent=rest, break_on_hyphens=False
            )
    return lines


class _Page:
    def __init__(self, language: str, width: int) -> None:
        self._language = language
        self._width = width
        self.lines: list[str] = []

    def card(self, summary: Summary) -> None:
        rule = "=" * self._width
        self.lines += [rule, *self._wrapped(summary.urgency_word.upper()), rule, ""]
        self._paragraph(summary.action)
        for text in (summary.title, summary.unsure_note, summary.reason):
            if text:
                self._paragraph(text)
        if summary.said:
            self.lines += self._wrapped(f"{self._text('heading.said')}:")
            for line in summary.said:
                self._bullet(line)
            self.lines.append("")

    def others(self, summary: Summary) -> None:
        """Write what only the other results say, under a heading of its own."""
        do, avoid = summary.other_do, summary.other_avoid
        if not do and not avoid:
            return
        self._heading(self._text("heading.other_advice"))
        for line in do:
            self._bullet(line)
        if avoid:
            self.lines += ["", *self._wrapped(f"{self._text('heading.avoid')}:")]
        for line in avoid:
            self._bullet(line)
        self.lines.append("")

    def help(self, summary: Summary) -> None:
        for row in summary.get_help_if:
            self._titled(row.heading, row.lines)

    def recovery(self, summary: Summary) -> None:
        recovery = summary.recovery
        if recovery is None:
            return
        self._heading(f"{self._text('heading.recovery')}: {recovery.condition}")
        if recovery.time:
            self._paragraph(recovery.time)
        for heading, lines in recovery.parts:
            self.lines += self._wrapped(f"{self._text(heading)}:")
            for line in lines:
                self._bullet(line)
            self.lines.append("")

    def conditions(self, summary: Summary) -> None:
        self._heading(self._text("heading.conditions"))
        for row in summary.conditions:
            self._bullet(f"{row.both_names}. {row.summary}" if row.summary else row.both_names)
        self.lines.append("")
        single = len(summary.conditions) == 1
        self._paragraph(self._text("heading.one_condition_note" if single else "heading.conditions_note"))

    def bullets(self, heading: str, lines: Iterable[str]) -> None:
        self._titled(self._text(heading), list(lines))

    def results(self, summary: Summary) -> None:
        if len(summary.leaves) > 1:
            self._heading(self._text("heading.results"))
            self._paragraph(self._text("heading.results_note"))
            for leaf in summary.leaves:
                self._bullet(f"{leaf.urgency_word}: {leaf.title}")
            self.lines.append("")

    def answers(self, summary: Summary) -> None:
        self._heading(self._text("heading.you_said"))
        for row in summary.answers:
            self._answer(row)
        self.lines.append("")
        self.bullets("heading.said_earlier", (row.text for row in summary.earlier))
        if summary.concluded:
            self._paragraph(f"{self._text('heading.worked_out')}: {'; '.join(summary.concluded)}.")
        if summary.unasked.others:
            self._paragraph(words.count(self._language, "unasked", summary.unasked.others))

    def sources(self, summary: Summary) -> None:
        rows = []
        for source in summary.sources:
            year = f" ({source.year})" if source.year and str(source.year) not in source.citation else ""
            state = f"[{source.state}]" if source.state else ""
            cited = f"{source.citation.removesuffix('.')}{year}."
            rows.append(" ".join(filter(None, (cited, source.url, state))))
        self.bullets("heading.sources", rows)

    def foot(self, summary: Summary, short: bool) -> None:
        self.lines.append("-" * self._width)
        if summary.emergency:
            self._paragraph(summary.emergency)
        version = self._text("page.version", version=summary.tree_version) if summary.tree_version else ""
        content = self._text("page.content", hash=summary.content_hash)
        self._paragraph(f"{'. '.join(filter(None, (summary.tree_title, version, content)))}. {summary.review_sentence}")
        if not short:
            self._paragraph(self._text("page.made", date=summary.made, program=summary.program))
            if summary.not_for:
                self._paragraph(summary.not_for)
            if summary.licence:
                self._paragraph(self._text("page.licence", licence=summary.licence))

    def _answer(self, row: AnswerRow) -> None:
        rest = " " * 5
        self.lines += self._wrapped(row.question, f"{row.number:>3}. ", rest)
        said = [row.answer] if row.summed_up else self._facts(row)
        for line in said:
            self.lines += self._wrapped(line, f"{rest}- ", f"{rest}  ")

    def _facts(self, row: AnswerRow) -> list[str]:
        told = (("ticked", row.ticked), ("not_sure", row.not_sure_of), ("not_ticked", row.not_ticked))
        return [self._text(f"answer.{key}", items="; ".join(lines)) for key, lines in told if lines]

    def _titled(self, heading: str, lines: Sequence[str]) -> None:
        if lines:
            self._heading(heading)
            for line in lines:
                self._bullet(line)
            self.lines.append("")

    def _heading(self, heading: str) -> None:
        heading = plain(heading)
        self.lines += [*self._wrapped(heading), "-" * min(len(heading), self._width)]

    def _paragraph(self, text: str) -> None:
        self.lines += [*self._wrapped(text), ""]

    def _bullet(self, text: str) -> None:
        self.lines += self._wrapped(text, "* ", "  ")

    def _wrapped(self, text: str, first: str = "", rest: str = "") -> Iterator[str]:
        yield from wrapped(text, self._width, first, rest) or [first.rstrip()]

    def _text(self, key: str, **values: object) -> str:
        return words.text(self._language, key, **values)
