"""A result has its parts in one order, wherever it is read: screen, print, web page and text."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kneetree import words
from kneetree.model.tree import Urgency
from kneetree.report import to_html, to_text
from kneetree.report.plain_text import plain
from kneetree.report.summary import Summary
from kneetree.ui.printing.pages import A4, LETTER
from kneetree.ui.printing.pdf import report_bytes
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.emergency_page import EmergencyPage
from kneetree.ui.wizard.result_page import ResultPage
from tests.report.hard_cases import CASES, summary_of

pypdf = pytest.importorskip("pypdf")

PARTS = {
    "do": ("do",),
    "avoid": ("avoid",),
    "help": (),
    "conditions": ("conditions",),
    "results": ("results", "open_results"),
    "changes": ("changes",),
    "unknowns": ("unknowns",),
    "recovery": ("recovery",),
    "said": ("you_said", "clinic"),
    "path": ("path",),
    "sources": ("sources",),
}
"""Each part in its place, with the headings under which it goes; the headings of warnings are made."""


def parts_in(summary: Summary, headings: Iterable[str]) -> list[str]:
    """The parts that these headings head, in their order."""
    known = {
        plain(words.text(summary.language, f"heading.{key}")): part for part, keys in PARTS.items() for key in keys
    }
    known |= {plain(row.heading): "help" for row in summary.get_help_if}
    found = []
    for heading in headings:
        said = re.sub(r" \([^()]*\)$", "", " ".join(heading.split())).rstrip("….")
        part = known.get(said) or known.get(said.partition(":")[0])
        if part is not None and part not in found[-1:]:
            found.append(part)
    return found


def on_the_web(summary: Summary) -> list[str]:
    page = re.sub(r'<span class="onpaper">.*?</span>', "", to_html(summary))
    return parts_in(summary, (html.unescape(re.sub(r"<[^>]+>", "", one)) for one in re.findall(r"<h2.*?</h2>", page)))


def in_text(summary: Summary) -> list[str]:
    lines = to_text(summary, 100).splitlines()
    return parts_in(summary, (line for line, below in pairwise(lines) if re.fullmatch("-+", below)))


def on_paper(summary: Summary, letter: bool) -> list[str]:
    pages = pypdf.PdfReader(io.BytesIO(report_bytes(summary, LETTER if letter else A4))).pages
    assert len(pages) <= 2
    bold: list[str] = []

    def see(text: str, _matrix: object, _place: object, font: dict[str, str] | None, _size: float) -> None:
        if font and "Bold" in font["/BaseFont"]:
            bold.extend(text.splitlines())

    for page in pages:
        page.extract_text(visitor_text=see)
    return parts_in(summary, bold)


def on_screen(summary: Summary, page: ResultPage | EmergencyPage) -> list[str]:
    page.show_summary(summary)
    headings = []
    for widget in page.findChildren(QWidget):
        if isinstance(widget, QLabel) and widget.property("role") == "heading":
            headings.append(widget.text())
        elif isinstance(widget, Disclosure):
            headings.append(widget.button.text())
    return parts_in(summary, headings)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("case", CASES)
def test_the_parts_come_in_one_order_everywhere(qtbot: QtBot, theme: Theme, case: str, language: str) -> None:
    summary = summary_of(case, language)
    there = on_the_web(summary)
    assert there == sorted(set(there), key=list(PARTS).index)
    assert {"do", "help", "conditions", "changes", "said", "path", "sources"} <= set(there)
    assert in_text(summary) == [part for part in there if part != "path"], "a text has no drawing"
    for letter in (False, True):
        assert on_paper(summary, letter) == there
    emergency = summary.urgency is Urgency.EMERGENCY
    page = EmergencyPage(theme, lambda: -1) if emergency else ResultPage(theme, lambda: -1)
    qtbot.addWidget(page)
    # What was not sure is told with the answers there, and an emergency begins with it, in case it was a slip.
    told = [part for part in on_screen(summary, page) if part != "unknowns"]
    wanted = ("do", "avoid", "help") if emergency else tuple(there)
    assert told == [part for part in there if part in wanted and part != "unknowns"]


@pytest.mark.parametrize("case", ["mb-05", "hr-03"])
def test_all_that_would_change_it_is_printed_also_where_the_two_parts_flow(case: str) -> None:
    summary = summary_of(case, "es")
    pages = pypdf.PdfReader(io.BytesIO(report_bytes(summary, LETTER))).pages
    paper = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert len(pages) == 2
    assert len(summary.would_change) > 1
    assert [line for line in summary.would_change if " ".join(line.split()) not in paper] == []


def test_how_soon_comes_first_then_what_to_do_about_it_then_what_it_is() -> None:
    summary = replace(summary_of("same_day"), unsure_note="You were not sure.")
    said = (summary.urgency_word, summary.action, summary.title, summary.unsure_note, summary.reason)
    page = html.unescape(re.sub(r"<[^>]+>", " ", to_html(summary).partition("<main>")[2]))
    paper = pypdf.PdfReader(io.BytesIO(report_bytes(summary))).pages[0].extract_text()
    for told in (page, to_text(summary), paper):
        read = " ".join(told.split()).casefold()
        places = [read.index(text.casefold()) for text in said]
        assert places == sorted(places)


def test_the_walks_tried_have_every_part() -> None:
    summaries = [summary_of(case) for case in CASES]
    assert {part for summary in summaries for part in on_the_web(summary)} == set(PARTS)
    assert {summary.urgency for summary in summaries} == set(Urgency)
