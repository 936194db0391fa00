"""What a browser would find wrong with the web page, as far as it can be found without one."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from kneetree.analysis.cases import walk_of
from kneetree.model.tree import Urgency
from kneetree.report import to_html
from kneetree.report.html_closeness import setting
from kneetree.report.html_style import foot_room, style
from kneetree.report.summary import summarise
from tests.report.hard_cases import CASES, summary_of
from tests.shipped.in_languages import shipped_in


def parsed(page: str) -> ET.Element:
    """The page as XML, which it is but for a few elements that HTML does not close."""
    page = re.sub(r"<(meta [^>]*)>", r"<\1/>", page.removeprefix("<!DOCTYPE html>"))
    return ET.fromstring(page.replace("&nbsp;", " "))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("case", CASES)
def test_a_screen_reader_finds_its_way(case: str, language: str) -> None:
    page = parsed(to_html(summary_of(case, language)))
    assert page.get("lang") == language
    assert page.findtext("head/title")
    body = page.find("body")
    assert body is not None
    assert [element.tag for element in body] == ["main", "footer"], "all that is read is in a landmark"
    levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch("h[1-6]", element.tag)]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels)), "no level of heading is left out"
    for parent in page.iter():
        tags = {child.tag for child in parent}
        if parent.tag in ("ul", "ol"):
            assert tags == {"li"}
        elif parent.tag == "dl":
            assert tags == {"dt", "dd"}
        else:
            assert not tags & {"li", "dt", "dd"}
        if parent.tag == "details":
            assert parent[0].tag == "summary" and "".join(parent[0].itertext()).strip()
        if re.fullmatch("h[1-6]|a|li|summary|title", parent.tag):
            assert "".join(parent.itertext()).strip()
    for picture in page.iter("{http://www.w3.org/2000/svg}svg"):
        named = picture.get("role") == "img" and picture.get("aria-labelledby")
        assert named or picture.get("aria-hidden") == "true"


def colours_of(style: str, dark: bool) -> dict[str, str]:
    """The variables of a style sheet, on a light or a dark screen."""
    first, second, *_ = re.findall(r":root {(.*?)}", style, re.S)
    return dict(re.findall(r"--([\w-]+): (#\w+);", first + (second if dark else "")))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("urgency", [*Urgency])
def test_everything_on_the_page_can_be_read_by_its_contrast(urgency: Urgency, dark: bool) -> None:
    sheet = style(urgency, "wide", head="", made="", foot="", page="")
    screen = sheet[: sheet.index("@page")]
    rules = re.sub(r":root {.*?}", "", screen, flags=re.S)
    grounds = {"var(--paper)", "var(--surface)", "var(--level)"}
    pictures = "#FFFFFF"  # they keep their colours, and so their ground
    assert set(re.findall(r"background: ([^;]+);", rules)) == {*grounds, pictures}
    inks = {"var(--ink)", "var(--on-level)", "var(--muted)", "var(--accent)"}
    assert set(re.findall(r"(?<![-\w])color: ([^;]+);", rules)) == inks
    colours = colours_of(sheet, dark)
    for ground in ("paper", "surface"):
        assert min(contrast(colours[ink], colours[ground]) for ink in ("ink", "muted", "accent")) >= 4.5
        assert contrast(colours["emergency"], colours[ground]) >= 3, "the frame of the warnings"
    assert contrast(colours["on-level"], colours["level"]) >= 4.5
    assert re.search(r"@media screen and \(prefers-color-scheme: dark\) {[^}]*--ink", screen), "paper stays white"


def test_a_result_is_set_closer_on_paper_the_longer_it_is() -> None:
    def close(case: str, language: str = "en") -> tuple[str, bool]:
        summary = summary_of(case, language)
        foot = next(row.sentence for row in summary.get_help_if)
        return setting(summary, foot_room(foot) * 72 / 25.4)

    assert close("emergency") == ("wide", True), "each part has its page"
    assert close("rt-mt-04") == ("closest", False)
    order = ("wide", "close", "closest")
    for case in CASES:
        assert order.index(close(case)[0]) <= order.index(close(case, "es")[0]), "Spanish is longer"
    assert 'class="wide own"' in to_html(summary_of("emergency"))


@pytest.mark.parametrize("lines", [1, 3, 8])
def test_the_foot_of_each_page_has_room_for_all_of_the_reminder(lines: int) -> None:
    """Chromium sets 8 pt bold in lines of some 110 letters 165 mm wide, 3.5 mm apart, 3 mm below the text."""
    assert foot_room("x" * 95 * lines) >= 3 + 3.5 * lines + 5


@pytest.mark.slow
def test_only_sources_of_this_result_are_named_each_once() -> None:
    tree = shipped_in("en")
    for case in list(tree.cases.values())[::25]:
        walk = walk_of(tree, case)
        summary = summarise(walk)
        leaves = [tree.leaf(key) for key in walk.leaves]
        allowed = {source for leaf in leaves for source in leaf.sources}
        allowed |= {source for leaf in leaves for key in leaf.conditions for source in tree.conditions[key].sources}
        allowed |= {source for step in walk.path if step.asked for source in tree.asked(step.node).sources}
        named = [row.id for row in summary.sources]
        assert len(named) == len(set(named))
        assert set(named) == allowed
        assert len(named) < len(tree.sources) / 3
        (listed,) = re.findall(r'<section class="sources">.*?</section>', to_html(summary), re.S)
        assert listed.count("<li>") == len(named)


def test_all_urgencies_were_tried() -> None:
    assert {summary_of(case).urgency for case in CASES} == set(Urgency)


def test_what_was_denied_is_marked_with_a_minus_and_not_with_a_cross() -> None:
    """On Spanish forms a cross marks a Yes."""
    page = to_html(summary_of("cs-02", "es"))
    assert '.denied li::before { content: " \\2212' in page
    assert "\\D7" not in page and "×" not in page
