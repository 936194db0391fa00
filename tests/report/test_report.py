"""The report as HTML, text and JSON: needs no other file, says it all, takes nothing from a tree as markup."""

from __future__ import annotations

import datetime
import importlib.util
import json
import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree import words
from kneetree.drawing.markup import escaped
from kneetree.model.tree import (
    About,
    Advice,
    Answer,
    Condition,
    Finding,
    Recovery,
    Source,
    Tree,
    Urgency,
    WarningSign,
)
from kneetree.report import to_html, to_json, to_text
from kneetree.report.html_style import quoted
from kneetree.report.path_picture import draw
from kneetree.report.path_svg import to_svg
from kneetree.report.summary import Summary, summarise
from kneetree.walk.walk import Walk
from tests import trees
from tests.report import walks

DAY = datetime.date(2026, 11, 24)
EVIL = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;{}\x00\x1b[31m"
HAS_HTML5LIB = importlib.util.find_spec("html5lib") is not None
strict = pytest.mark.skipif(not HAS_HTML5LIB, reason="html5lib comes with the extra `dev`")


def rich(*, unsure: bool = False, language: str = "en") -> Summary:
    tree = walks.rich(language)
    said = {"swelling_calf": None, "cancer": True, "travel": None} if unsure else {"travel": True}
    return summarise(walks.told(tree, **said), DAY)


def evil() -> Summary:
    said = {"title": EVIL, "reason": EVIL, "do": ("evil",), "avoid": ("evil",)}
    warned = {Urgency.EMERGENCY: ("evil",), Urgency.SAME_DAY: ("other",)}
    tree = trees.make(
        {
            "a": trees.ask("f", "b", "x", text=EVIL, help=EVIL, why=EVIL),
            "b": trees.ask_items({"one": 1, "two": 1}, 2, "n", "y", text=EVIL),
            "n": trees.number("age", "x"),
            "x": trees.leaf("same_day", "c", **said, get_help_if=warned),
            "y": trees.leaf("routine", "c", title=EVIL, get_help_if=warned),
        },
        title=EVIL,
        version=EVIL,
        language='en" onload="alert(1)',
        about=About(EVIL, EVIL, EVIL, EVIL, EVIL, (EVIL,)),
        findings={"f": Finding(EVIL), "one": Finding(EVIL), "two": Finding(EVIL)},
        advice={"evil": Advice(EVIL), "rest": Advice(EVIL)},
        warnings={"evil": WarningSign(EVIL), "other": WarningSign(EVIL)},
        conditions={"c": Condition(EVIL, EVIL, EVIL, Recovery(EVIL, ("evil",)), ("src", "bad"))},
        sources={"src": Source(EVIL, "javascript:alert(1)", 2020, EVIL), "bad": Source(EVIL, f"https://{EVIL}")},
    )
    return summarise(Walk.start(tree, answers={"f": None, "one": None, "two": True, "age": 3}), DAY)


def body(page: str) -> str:
    """What a person reads on a page."""
    return re.sub(r"<[^>]+>", " ", re.sub(r"<style>.*?</style>", "", page, flags=re.S))


@strict
@pytest.mark.parametrize("which", ["rich", "unsure", "evil"])
def test_the_page_is_html_without_a_fault(which: str) -> None:
    import html5lib

    summary = {"rich": rich, "unsure": lambda: rich(unsure=True), "evil": evil}[which]()
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = parser.parse(to_html(summary))
    assert page.get("lang") == summary.language
    assert page.find("head/title").text
    assert not list(page.iter("script"))
    assert not list(page.iter("img"))
    headings = [element.tag for element in page.iter() if element.tag in ("h1", "h2", "h3")]
    assert headings.count("h1") == 1
    assert headings[0] == "h1"
    for picture in page.iter("{http://www.w3.org/2000/svg}svg"):
        assert picture.get("role") == "img" or picture.get("aria-hidden") == "true"
    ids = [element.get("id") for element in page.iter() if isinstance(element.tag, str) and element.get("id")]
    assert len(ids) == len(set(ids))
    for link in page.iter("a"):
        assert link.get("href").startswith(("http://", "https://"))


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    page = to_html(evil())
    assert "<script" not in page.lower()
    assert "<img" not in page.lower()
    assert "javascript:" not in re.sub(r">[^<]*<", "><", page)
    assert not re.search(r"\son\w+=\"", re.sub(r">[^<]*<", "><", page))
    assert "url(" not in page
    assert "@import" not in page
    assert page.count("</style>") == 1
    assert "\x00" not in page
    assert "\x1b" not in page
    page.encode("utf-8")


def test_the_page_says_what_every_printed_page_must() -> None:
    summary = rich()
    page = to_html(summary)
    for text in (
        summary.urgency_word, summary.title, summary.tree_version, summary.content_hash, summary.made,
        "Draft: no clinician has reviewed it.", "Call 999 now if", "What would change this", "Sources",
        "counter(page)", "counter(pages)", "Name (write it in by hand if you wish)", "Not asked",
    ):  # fmt: skip
        assert text in page, text
    assert page.index(summary.urgency_word) < page.index("What it may be"), "a result never starts with a disease"


def test_the_parts_of_the_page_are_in_the_order_of_the_print() -> None:
    warned = {Urgency.EMERGENCY: ("worse",)}
    tree = trees.make(
        {
            "a": trees.ask("f", "b", "c"),
            "b": trees.leaf("self_care", avoid=("hurry",), get_help_if=warned),
            "c": trees.leaf("routine"),
        },
        advice={"hurry": Advice("Do not hurry.")},
        warnings={"worse": WarningSign("it gets worse")},
        conditions={"strain": Condition("Strain", recovery=Recovery("Weeks."))},
    )
    summary = summarise(Walk.start(tree, answers={"f": True}))
    page = to_html(summary)
    parts = (
        summary.urgency_word, "What to do", "What to avoid", "Call emergency services now if", "What it may be",
        "What would change this", "What to expect", "Said yes", "Not sure", "Said no", "Not asked",
        "The path taken", "Sources",
    )  # fmt: skip
    read = re.sub(r"<style>.*?</style>|<title>.*?</title>", "", page, flags=re.S)
    places = [re.search(f"<h[123][^>]*>(?:<span[^>]*>)?{part}", read) for part in parts]
    assert all(places), parts
    assert [place.start() for place in places if place] == sorted(place.start() for place in places if place)


def test_all_that_would_change_the_result_is_in_every_report() -> None:
    summary = rich()
    assert len(summary.would_change) > 1
    page = to_html(summary)
    (told,) = re.findall(r"<h2>What would change this</h2>\s*<ul>(.*?)</ul>", page, re.S)
    assert re.findall(r"<li>(.*?)</li>", told) == [escaped(line) for line in summary.would_change]
    text = " ".join(to_text(summary).split())
    assert all(line in text for line in summary.would_change)


def test_nothing_on_the_page_needs_a_wide_screen_or_is_printed_small() -> None:
    page = to_html(rich())
    assert "<table" not in page
    assert not re.search(r"(?<!max-)(?<!min-)width: *[\d.]+(px|rem|em)\b", re.sub(r"\.band svg.*?}", "", page))
    printed = page[page.index("@page") : page.index("</style>")]
    fonts = " ".join(re.findall(r"font(?:-size)?:[^;}]*", printed))
    assert min(map(float, re.findall(r"([\d.]+)pt", fonts))) >= 8


def test_the_text_says_the_same() -> None:
    summary = rich(unsure=True)
    text = to_text(summary)
    assert text.splitlines()[1] == summary.urgency_word.upper()
    for line in (*summary.do, *(row.heading for row in summary.get_help_if), *summary.get_help_if[0].lines):
        assert " ".join(line.split()) in " ".join(text.split())
    for row in summary.answers:
        assert f"{row.number}. {row.question[:20]}" in text
    assert summary.content_hash in text
    assert "Draft" in text
    assert text.index("What to do") < text.index("What it may be")
    assert all(len(line) <= 80 or " " not in line.strip("* ") for line in text.splitlines())


def test_the_text_has_its_parts_in_the_order_in_which_they_are_needed() -> None:
    text = to_text(summarise(walks.told(), DAY))
    headings = ("What to do", "Call 999 now if", "What it may be", "What would change this", "What to expect")
    places = [text.index(heading) for heading in (*headings, "What you said")]
    assert places == sorted(places)


def test_the_text_cannot_steer_a_terminal() -> None:
    text = to_text(evil())
    assert "\x1b" not in text
    assert "\x00" not in text
    text.encode("utf-8")


def test_the_text_fits_a_narrow_terminal() -> None:
    assert max(map(len, to_text(rich(), 10).splitlines())) < 140


def test_json_has_keys_that_stay() -> None:
    summary = rich(unsure=True)
    record = json.loads(to_json(summary))
    assert list(record) == [
        "format", "urgency", "urgency_word", "action", "title", "unsure_note", "reason", "said", "leaves", "path",
        "questions", "known", "never_asked", "not_asked", "conditions", "do", "avoid", "get_help_if", "recovery",
        "results", "answers", "worked_out", "earlier", "facts", "told", "nearest_more_urgent", "changes", "unknowns",
        "sources", "tree", "made", "program",
    ]  # fmt: skip
    assert record["urgency"] == summary.urgency
    assert record["leaves"] == [leaf.node for leaf in summary.leaves]
    assert record["tree"]["sha256"] == summary.sha256
    assert json.loads(to_json(evil()))["title"] == EVIL


def test_the_picture_is_xml_with_a_description_and_works_without_colour() -> None:
    summary = evil()
    for coloured in (True, False):
        (picture,) = draw(summary.path, "en", 400)
        svg = to_svg(picture, summary.path, "en", coloured=coloured)
        root = ET.fromstring(svg)
        assert root.get("role") == "img"
        assert root[0].tag.endswith("title") and root[0].text
        assert root[1].tag.endswith("desc") and "Get medical care today" in (root[1].text or "")
        colours = set(re.findall(r'(?:stroke|fill)="(#\w+)"', svg))
        assert coloured or colours == {"#000000", "#FFFFFF"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_whole_page_is_in_the_language_of_the_tree(language: str) -> None:
    tree = trees.small()
    tree.language = language
    page = to_html(summarise(Walk.start(tree).reply(Answer.YES)))
    assert f'<html lang="{language}">' in page
    assert words.text(language, "urgency.emergency") in page
    if language == "es":
        assert not re.search(r"\b(What|Your|Sources|Question)\b", re.sub(r"<style>.*?</style>", "", page, flags=re.S))


@given(st.text())
def test_a_text_in_the_style_sheet_cannot_leave_it(text: str) -> None:
    assert re.fullmatch(r'"[A-Za-z0-9 \\]*"', quoted(text))


@given(trees.trees(), st.data())
def test_any_walk_can_be_reported(tree: Tree, data: st.DataObject) -> None:
    walk = Walk.start(tree)
    while not walk.finished:
        walk = walks.step(walk, data)
    summary = summarise(walk)
    assert summary.urgency_word in to_html(summary)
    assert to_text(summary)
    assert json.loads(to_json(summary))["questions"] == walk.asked


def test_a_list_is_never_answered_with_yes_or_no() -> None:
    """What was ticked, not ticked and not sure is told; Yes and No only for the yes/no question."""
    summary = rich(unsure=True)
    for told in (body(to_html(summary)), to_text(summary, 100)):
        assert "You have been treated for cancer" in told
        assert "You have travelled" in told
        assert "30 years" in told
        assert not re.search(r"any of these fit\?\s*(-\s*)?(Yes|No)\b", told)
    record = json.loads(to_json(summary))
    (row,) = [row for row in record["answers"] if row["node"] == "you"]
    assert row["ticked"] == ["You have been treated for cancer", "You do not take a pill"]
    assert row["not_sure_of"] == ["You have travelled"]
    assert row["not_ticked"] == []
    assert "Yes" not in row["answer"] and "No" not in row["answer"].split()
    assert record["facts"]["numbers"] == ["Age: 30 years"]


def test_what_was_worked_out_is_told_in_facts_and_as_authors_call_it_in_json_alone() -> None:
    summary = rich()
    page = to_html(summary)
    folded = re.findall(r'<details class="worked">.*?</details>', page, re.S)
    assert "Aged 17 years or over" in "".join(folded)
    assert "Aged 17 years or over" not in re.sub(r"<details.*?</details>", "", page, flags=re.S)
    assert "Enough of them" not in page, "the title of a decision is for authors"
    assert re.search(r"@media print.*\.worked[^}]*display: none", page, re.S)
    text = to_text(summary)
    assert "Enough of them" not in text
    assert "Worked out from your answers: Aged 17 years or over; Aged under 60 years." in " ".join(text.split())
    assert "Enough of them" in {row["question"] for row in json.loads(to_json(summary))["worked_out"]}
    assert json.loads(to_json(summary))["path"] == [
        ["age", "next", "asked"], ["you", "next", "asked"], ["calf", "no", "asked"],
        ["score", "no", "decided"], ["adult", "yes", "known"],
    ]  # fmt: skip


def test_the_card_adds_what_the_person_said_to_the_reason() -> None:
    page = to_html(rich())
    card = page[page.index('class="card"') : page.index('class="state"')]
    assert "Because." in card
    assert "You have travelled" in card
    assert "treated for cancer" not in card


def sourced(*sources: Source, language: str = "en") -> Summary:
    """A result with these sources."""
    named = {f"s{at}": source for at, source in enumerate(sources)}
    tree = trees.make({"a": trees.ask("one", "x", "y"), "x": trees.leaf(sources=tuple(named)), "y": trees.leaf()})
    tree.sources, tree.language = named, language
    return summarise(Walk.start(tree, answers={"one": True}))


@pytest.mark.parametrize("width", [40, 80, 300])
def test_a_web_address_is_on_one_line(width: int) -> None:
    address = "https://www.example.org/guidance/" + "-".join(["knee"] * 12)
    lines = to_text(sourced(Source("A guideline of many words about knees", address)), width).splitlines()
    assert [line for line in lines if address in line]
    assert all(len(line) <= width for line in lines if address not in line)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_source_that_nobody_has_checked_says_so_once(language: str) -> None:
    told = sourced(Source("General knowledge, not checked"), Source("A book."), language=language)
    unchecked = words.text(language, "general.not_checked")
    assert [row.state for row in told.sources] == ["", unchecked]
    for text in (to_text(told, 200), body(to_html(told))):
        assert f"{words.text(language, 'general.knowledge')}, {unchecked}" in text
        assert len(re.findall(f"\\[{unchecked}\\]", text)) == 1
        assert ".." not in text


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("written", ["en", "es"])
def test_general_knowledge_is_told_in_the_readers_language_and_a_book_as_it_is(language: str, written: str) -> None:
    known, unchecked = (words.text(written, f"general.{key}") for key in ("knowledge", "not_checked"))
    cited = [known, f"{known}, {unchecked}", f"{known}.", f"{known} of knees, 3rd edition", "A book"]
    told = sourced(*map(Source, cited), language=language)
    mine, mine_unchecked = (words.text(language, f"general.{key}") for key in ("knowledge", "not_checked"))
    assert [row.citation for row in told.sources] == [mine, f"{mine}, {mine_unchecked}", mine, *cited[3:]]
    assert [row.state for row in told.sources] == [mine_unchecked, "", mine_unchecked, mine_unchecked, mine_unchecked]


@pytest.mark.parametrize("denied", [(), ("pill",), ("pill", "travel", "swelling_calf", "cancer")])
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_heading_stands_twice_on_a_screen(language: str, denied: tuple[str, ...]) -> None:
    told = summarise(walks.told(walks.rich(language), **dict.fromkeys(denied, False)), DAY)
    screen = re.sub(r'<div class="onpaper.*?</div>|<span class="onpaper.*?</span>', "", to_html(told), flags=re.S)
    shown = re.findall(r"<(?:h\d|summary)\b[^>]*>(.*?)</(?:h\d|summary)>", screen, flags=re.S)
    found = [re.sub(r" \(\d+\)$", "", re.sub(r"<[^>]+>", "", text)) for text in shown]
    assert len(found) > 5
    assert len(set(found)) == len(found)
    assert words.text(language, "heading.said_no") in found
