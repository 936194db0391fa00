"""The report as plain text, for a terminal, an e-mail or the clipboard.  The most important comes first."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from kneetree import words
from kneetree.report.answer_rows import AnswerRow
from kneetree.report.summary import Summary

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LEAST_WIDTH = 30


def to_text(summary: Summary, width: int = 80, *, short: bool = False) -> str:
    """Return the report in lines of at most ``width`` characters, with a newline at the end.

    ``short`` leaves out the sources, and what a walk in a terminal has just shown.
    """
    page = _Page(summary.language, max(width, LEAST_WIDTH))
    page.card(summary)
    page.bullets("heading.do", summary.do)
    page.bullets("heading.avoid", summary.avoid)
    page.bullets("heading.get_help_if", summary.get_help_if)
    page.conditions(summary)
    page.results(summary)
    page.answers(summary)
    page.changes(summary, short)
    page.bullets("heading.unknowns", [row.sentence for row in summary.unknowns])
    if not short:
        page.sources(summary)
    page.foot(summary, short)
    return plain("\n".join(page.lines).strip()) + "\n"


def plain(text: str) -> str:
    """Return the text without control characters, so that a file cannot steer a terminal."""
    return _CONTROL.sub("", text.replace("\t", " "))


class _Page:
    def __init__(self, language: str, width: int) -> None:
        self._language = language
        self._width = width
        self.lines: list[str] = []

    def card(self, summary: Summary) -> None:
        rule = "=" * self._width
        self.lines += [rule, *self._wrapped(summary.urgency_word.upper()), rule, ""]
        self._paragraph(summary.title)
        self._paragraph(summary.action)
        if summary.reason:
            self._paragraph(summary.reason)

    def conditions(self, summary: Summary) -> None:
        self._heading("heading.conditions")
        for row in summary.conditions:
            self._bullet(f"{row.both_names}. {row.summary}" if row.summary else row.both_names)
        self.lines.append("")
        single = len(summary.conditions) == 1
        self._paragraph(self._text("heading.one_condition_note" if single else "heading.conditions_note"))

    def bullets(self, heading: str, lines: Iterable[str]) -> None:
        rows = list(lines)
        if rows:
            self._heading(heading)
            for line in rows:
                self._bullet(line)
            self.lines.append("")

    def results(self, summary: Summary) -> None:
        if len(summary.leaves) > 1:
            self._heading("heading.results")
            self._paragraph(self._text("heading.results_note"))
            for leaf in summary.leaves:
                self._bullet(f"{leaf.urgency_word}: {leaf.title}")
            self.lines.append("")

    def answers(self, summary: Summary) -> None:
        self._heading("heading.answers")
        for row in summary.answers:
            self._answer(row)
        self.lines.append("")
        self._paragraph(words.count(self._language, "never_asked", summary.never_asked))

    def changes(self, summary: Summary, short: bool) -> None:
        self._heading("heading.changes")
        self._bullet(summary.nearest)
        for row in () if short else summary.changes:
            if row.sentence != summary.nearest and row.effect != "same":
                self._bullet(row.sentence)
        self.lines.append("")

    def sources(self, summary: Summary) -> None:
        rows = []
        for source in summary.sources:
            year = f" ({source.year})" if source.year and str(source.year) not in source.citation else ""
            checked = (
                self._text("known.sources", checked=source.checked)
                if source.checked
                else self._text("general.not_checked")
            )
            rows.append(" ".join(filter(None, (f"{source.citation}{year}.", source.url, f"[{checked}]"))))
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
        known = f" ({self._text('answer.known')})" if row.state == "known" else ""
        rest = " " * 5
        self.lines += self._wrapped(row.question, f"{row.number:>3}. ", rest)
        self.lines += self._wrapped(f"{row.answer}{known}", f"{rest}- ", f"{rest}  ")

    def _heading(self, key: str) -> None:
        heading = self._text(key)
        self.lines += [heading, "-" * min(len(heading), self._width)]

    def _paragraph(self, text: str) -> None:
        self.lines += [*self._wrapped(text), ""]

    def _bullet(self, text: str) -> None:
        self.lines += self._wrapped(text, "* ", "  ")

    def _wrapped(self, text: str, first: str = "", rest: str = "") -> Iterator[str]:
        yield from textwrap.wrap(
            plain(text), self._width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        ) or [first.rstrip()]

    def _text(self, key: str, **values: object) -> str:
        return words.text(self._language, key, **values)
