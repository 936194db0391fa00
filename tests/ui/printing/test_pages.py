"""The printed pages: what each carries, their text to be found, drawings in vectors, two pages."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from kneetree import shipped
from kneetree.analysis.cases import walk_of
from kneetree.errors import FileProblem
from kneetree.files import tree_files
from kneetree.model import knowledge
from kneetree.model.tree import Advice, Answer, Case, Condition, Finding, Recovery, Rule, Tree, Urgency, WarningSign
from kneetree.report.summary import Summary, summarise
from kneetree.ui.printing.page_rows import Row, in_columns, paginate, together
from kneetree.ui.printing.pages import A4, LETTER, Pages
from kneetree.ui.printing.pdf import report_bytes, write_report
from kneetree.ui.printing.sheet import is_wide, paper_family
from kneetree.walk.walk import Walk
from tests import trees
from tests.shipped.in_languages import shipped_in

pypdf = pytest.importorskip("pypdf")
mult = pytest.importorskip("pypdf._text_extraction").mult


HARDEST = ("rt-sa-06",)
"""A *not sure* that leaves six results open, with the advice of all of them."""


def summary_of(tree: Tree, *answers: Answer) -> Summary:
    walk = Walk.start(tree)
    given = iter(answers)
    while walk.question is not None:
        answer, scale = next(given, Answer.NO), tree.asked(walk.question).scale
        walk = walk.answer({scale: 40}) if scale else walk.reply(answer)
    return summarise(walk)


def pages_of(summary: Summary) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(report_bytes(summary)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> QApplication:
    return qapp


def test_the_text_holds_path_urgency_version_and_sources() -> None:
    summary = summary_of(trees.small(), Answer.NO, Answer.UNSURE)
    text = " ".join(pages_of(summary))
    for expected in (
        "Get medical care today", "A dvt", "1. ", "Is it swelling_calf?", "Version 1.0.0",
        summary.content_hash, "A book.", "example.org/", "What you were not sure of", "Name (write it in",
        "Side: left right", "For the clinician", "Said yes", "Said no", "Not sure", "Not asked",
    ):  # fmt: skip
        assert expected in text


def test_all_that_would_change_the_result_is_on_the_first_page() -> None:
    rows = {f"q{number}": trees.ask(f"f{number}", "today", f"q{number + 1}") for number in range(7)}
    tree = trees.make({**rows, "q7": trees.leaf("routine"), "today": trees.leaf("same_day")})
    summary = summary_of(tree)
    assert len(summary.would_change) == 5
    first, second = pages_of(summary)
    assert all(f"• {line}" in first and line not in second for line in summary.would_change)


def test_each_page_is_narrow_only_as_far_as_it_needs() -> None:
    """Much to tell a clinician does not narrow the page for the person."""

    def narrow(number: int) -> list[float]:
        facts = {
            f"f{at}": Finding(f"Statement {at} of what the person was asked about this knee") for at in range(number)
        }
        tree = trees.make(
            {"all": trees.collect([*facts], "one"), "one": trees.ask("one", "today", "home"),
             "today": trees.leaf("same_day"), "home": trees.leaf()}, findings=facts
        )  # fmt: skip
        answers = dict.fromkeys((*facts, "one"), False)
        return [page.narrow for page in Pages(summarise(Walk.start(tree, answers=answers)), A4).placed]

    found = [narrow(number) for number in range(60, 260, 10)]
    assert found[0] == [1.0, 1.0]
    (first, second), *_ = [pages for pages in found if pages != [1.0, 1.0]]
    assert second < first == 1.0


def test_a_short_result_is_printed_in_larger_type() -> None:
    short = pypdf.PdfReader(io.BytesIO(report_bytes(summary_of(trees.small(), Answer.YES))))
    sizes = {round(points) for _, _, points in texts_of(short.pages[0])}
    assert 12 in sizes and 9 in sizes, "what to do, and the line to fill in"


def test_what_was_said_is_told_in_facts() -> None:
    tree = trees.make({
        "age": trees.number("age", "about"),
        "about": trees.collect(["cancer", "clot", "pill"], "old", topic="history"),
        "old": trees.ask("age_at_least_60", "today", "home"),
        "today": trees.leaf("same_day"), "home": trees.leaf("self_care"),
    })  # fmt: skip
    walk = Walk.start(tree, answers={"age": 72, "cancer": True, "clot": None, "pill": False})
    text = " ".join(pages_of(summarise(walk)))
    assert "+ Said yes + Age: 72 years + Has cancer" in text
    assert "? Not sure ? Has clot" in text
    assert "\N{MINUS SIGN} Said no Health \N{MINUS SIGN} Has pill" in text, "below the subject of its question"
    assert "Not asked Nothing" in text
    assert "Yes" not in text


def test_warnings_stand_under_how_soon_and_recovery_follows() -> None:
    warned = {Urgency.EMERGENCY: ("worse",), Urgency.SAME_DAY: ("fever",)}
    recovery = Recovery("Two weeks.", first_days=("ice",))
    tree = trees.make(
        {
            "first": trees.ask("f", "home", "today"),
            "home": trees.leaf("self_care", get_help_if=warned),
            "today": trees.leaf("same_day"),
        },
        warnings={"worse": WarningSign("it gets worse"), "fever": WarningSign("you have a fever")},
        conditions={"strain": Condition("Strain", recovery=recovery)},
        advice={"rest": Advice("Rest."), "ice": Advice("Cool the knee with an ice pack.")},
    )
    text = " ".join(pages_of(summary_of(tree, Answer.YES)))
    assert "Call emergency services now if… • it gets worse" in text
    assert "Get help today if… • you have a fever" in text
    assert "What to expect: Strain Two weeks. For now • Cool the knee with an ice pack." in text
    assert "What to expect" not in " ".join(pages_of(summary_of(tree, Answer.NO)))


def test_every_page_says_what_it_is_and_when_to_get_help() -> None:
    summary = summary_of(tree_files.read_tree(shipped.SHIPPED_TREE).tree)
    pages = pages_of(summary)
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Call 999 now if" in text
        assert summary.tree_title in text
        assert summary.tree_version in text
        assert summary.content_hash in text
        assert summary.made in text
        assert summary.review_sentence in text


def test_no_warning_of_the_foot_is_cut() -> None:
    signs = {
        f"w{number}": WarningSign(f"sign {number} of those that need help at once appears") for number in range(40)
    }
    tree = trees.make(
        {
            "first": trees.ask("f", "a", "b"),
            "a": trees.leaf("self_care", get_help_if={Urgency.EMERGENCY: tuple(signs)}),
            "b": trees.leaf("same_day"),
        },
        warnings=signs,
    )
    pages = pages_of(summary_of(tree, Answer.YES))
    assert all(f"sign {number} of" in pages[-1] for number in range(40))


def test_what_could_have_mattered_is_named_as_not_asked_and_the_rest_is_counted() -> None:
    tree = trees.make(
        {
            "first": trees.ask("cold", "now", "second"),
            "second": trees.ask("numb", "now", "third"),
            "third": trees.ask("old", "today", "home"),
            "now": trees.leaf("emergency"), "today": trees.leaf("same_day"), "home": trees.leaf("self_care"),
        },
        rules={
            "numb": Rule(id="numb", statement="", given={"numb": True}, urgency_at_least=Urgency.EMERGENCY),
            "old": Rule(id="old", statement="", given={"old": True}, urgency_at_least=Urgency.SAME_DAY),
        },
    )  # fmt: skip
    text = " ".join(pages_of(summary_of(tree, Answer.YES)))
    assert "Not asked • Has numb • 1 other fact was not asked: it could not change the result." in text


@pytest.fixture(scope="module")
def shipped_tree() -> Tree:
    return tree_files.read_tree(shipped.SHIPPED_TREE).tree


@pytest.fixture(scope="module")
def all_cases(shipped_tree: Tree) -> list[Case]:
    files = sorted((Path(__file__).parents[2] / "cases").glob("*.json"))
    more = [case for path in files for case in tree_files.read_cases(path, shipped_tree.scales).cases.values()]
    return [*shipped_tree.cases.values(), *more]


@pytest.mark.slow
@pytest.mark.seeds(1)
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_walk_of_a_case_takes_two_pages(all_cases: list[Case], language: str, seed: int) -> None:
    """Try some of the people, others in each run; a long run tries ten times as many."""
    tree = shipped_in(language)
    hardest = [tree.cases[key] for key in HARDEST]
    for case in [*hardest, *random.Random(seed).sample(all_cases, 25)]:
        summary = summarise(walk_of(tree, case))
        for size in (A4, LETTER):
            assert len(Pages(summary, size)) <= 2, (case.id, size)


@pytest.mark.seeds(1)
@pytest.mark.parametrize("size", [A4, LETTER], ids=["A4", "Letter"])
def test_no_type_is_smaller_than_8_pt_and_nothing_is_drawn_beyond_the_paper(
    shipped_tree: Tree, all_cases: list[Case], size: QSizeF, seed: int
) -> None:
    for case in random.Random(seed).sample(all_cases, 5):
        data = report_bytes(summarise(walk_of(shipped_tree, case)), size)
        for page in pypdf.PdfReader(io.BytesIO(data)).pages:
            assert [round(float(length)) for length in page.mediabox[2:]] == [round(size.width()), round(size.height())]
            texts = texts_of(page)
            assert len(texts) > 20
            for left, bottom, points in texts:
                assert points > 7.9
                assert 18 < left < size.width() - 18
                assert 18 < bottom < size.height() - 18


def texts_of(page: pypdf.PageObject) -> list[tuple[float, float, float]]:
    """Return where each piece of text begins and how large it is, in points."""
    found: list[tuple[float, float, float]] = []

    def see(text: str, matrix: list[float], place: list[float], _font: object, size: float) -> None:
        if text.strip():
            _, _, _, down, across, up = mult(place, matrix)
            found.append((across, up, abs(down) * size))

    page.extract_text(visitor_text=see)
    return found


def test_the_file_says_its_language_and_title() -> None:
    tree = trees.small()
    tree.language = "es"
    summary = summary_of(tree, Answer.YES)
    data = report_bytes(summary)
    reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    assert reader.root_object["/Lang"] == "es"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == f"{summary.tree_title}: {summary.urgency_word}"


def test_drawings_are_vectors_and_words_are_not_ligatures() -> None:
    tree = trees.make({
        "first": trees.ask("f", "a", "b", text="Is your office affliction a fluffy file?"),
        "a": trees.leaf("same_day"), "b": trees.leaf("self_care"),
    })  # fmt: skip
    data_ = report_bytes(summary_of(tree, Answer.YES))
    reader = pypdf.PdfReader(io.BytesIO(data_))
    assert not any(page.images for page in reader.pages)
    assert "office affliction" in " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def test_markup_and_endless_text_do_no_harm() -> None:
    long = "word " * 4000
    tree = trees.make({
        "first": trees.ask("f", "a", "b", text="x" * 3000),
        "a": trees.leaf("same_day", reason=long, do=("endless",), title=long), "b": trees.leaf("self_care"),
    }, advice={"endless": Advice(f"{long}<b>bold</b> & {long}")})  # fmt: skip
    text = " ".join(pages_of(summary_of(tree, Answer.YES)))
    assert "<b>bold</b>" in text


def test_a_long_path_goes_on_over_several_pages() -> None:
    tree = trees.ladder(60)
    walk = Walk.start(tree)
    while not walk.finished:
        side = str(walk.question).startswith("top")
        walk = walk.reply(Answer.NO if side else Answer.YES)
    summary = summarise(walk)
    text = " ".join(pages_of(summary))
    assert all(f" {number}. " in text for number in (1, 60, 120))


def test_where_it_cannot_be_written_it_says_so(tmp_path: Path) -> None:
    summary = summary_of(trees.small())
    with pytest.raises(FileProblem):
        write_report(summary, tmp_path / "nowhere" / "out.pdf")
    with pytest.raises(FileProblem):
        write_report(summary, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_row_is_never_left_without_what_it_keeps() -> None:
    def row(height: float, keep: bool = False) -> Row:
        return Row(height, lambda *_: None, keep)

    pages = paginate([row(80), row(10, keep=True), row(20)], 100)
    assert [len(page) for page in pages] == [1, 2]
    assert [len(page) for page in paginate([row(300), row(10)], 100)] == [1, 1]


def test_rows_that_belong_together_are_in_one_column() -> None:
    drawn: list[tuple[int, float]] = []
    rows = [Row(10, lambda _painter, left, _top, number=number: drawn.append((number, left))) for number in range(8)]
    (block,) = in_columns([*rows[:2], *together(rows[2:], 100)], 2, 200, 500)
    block.paint(QPainter(), 0, 0)
    assert drawn == [(0, 0), (1, 0), *((number, 200) for number in range(2, 8))]
    assert block.height == 60
    assert [row.keep for row in together(rows, 50)] == [False] * 8


def test_a_heading_is_repeated_where_its_lines_go_on_in_the_next_column() -> None:
    drawn: list[tuple[str, float, float]] = []

    def row(name: str, **more: object) -> Row:
        return Row(10, lambda _painter, left, top: drawn.append((name, left, top)), **more)

    again = (row("again", keep=True),)
    rows = [row("head", keep=True), *(row(f"line {number}", again=again) for number in range(5)), row("other")]
    (block,) = in_columns(rows, 2, 200, 500)
    block.paint(QPainter(), 0, 0)
    assert [(name, left) for name, left, _ in drawn if left] == [
        ("again", 200), ("line 3", 200), ("line 4", 200), ("other", 200),
    ]  # fmt: skip
    assert sum(name == "again" for name, _, _ in drawn) == 1
    drawn.clear()
    _, second = in_columns(rows, 1, 200, 500, 40)
    second.paint(QPainter(), 0, 0)
    assert [name for name, _, _ in drawn] == ["again", "line 3", "line 4", "other"]


@pytest.mark.parametrize(("language", "word"), [("en", "Said no (continued)"), ("es", "Dijo que no (sigue)")])
def test_what_was_denied_is_marked_with_no_cross_and_said_to_go_on(language: str, word: str) -> None:
    """On Spanish forms a cross marks a Yes."""
    tree = shipped_in(language)
    texts = [pages_of(summarise(walk_of(tree, case)))[-1] for case in list(tree.cases.values())[:6]]
    assert not any("×" in text for text in texts)
    assert any(word in text for text in texts)


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_was_denied_is_told_subject_by_subject_each_in_bold(language: str) -> None:
    """Of fifty statements in one run a doctor reads none."""
    tree = shipped_in(language)
    for case in (tree.cases[key] for key in ("bb-04", "dvt-13", "jb-01")):
        summary = summarise(walk_of(tree, case))
        page = pypdf.PdfReader(io.BytesIO(report_bytes(summary))).pages[-1]
        assert len(summary.denied) > 3
        bold = in_bold(page)
        assert [row.subject for row in summary.denied if row.subject not in bold] == [], case.id


def in_bold(page: pypdf.PageObject) -> set[str]:
    """Return the pieces of text that are in bold type."""
    found: set[str] = set()

    def see(text: str, _matrix: object, _place: object, font: dict[str, str] | None, _size: float) -> None:
        if font and "Bold" in font["/BaseFont"]:
            found.add(" ".join(text.split()))

    page.extract_text(visitor_text=see)
    return found


def test_columns_go_on_below_where_a_page_is_full() -> None:
    rows = [Row(10, lambda *_: None) for _ in range(30)]
    assert [block.height for block in in_columns(rows, 2, 200, 100, 40)] == [40, 100, 10]
    assert in_columns([], 2, 200, 100) == []


def test_many_not_sure_are_printed_in_type_that_can_be_read(shipped_tree: Tree) -> None:
    """Somebody is not sure of most things: where two pages do not hold all that is open, there are more pages."""
    narrowest = 0.54 if is_wide(paper_family()) else 0.74
    for seed in range(20):
        pages = Pages(summarise(_unsure_walk(shipped_tree, random.Random(seed)))).placed
        assert min(page.narrow for page in pages) >= narrowest, seed
        assert len(pages) <= 6, seed


def _unsure_walk(tree: Tree, chance: random.Random) -> Walk:
    """Return a walk of somebody of 72 who hurts in the hollow, and is not sure of what does not call an ambulance."""
    walk = Walk.start(tree)
    while walk.question is not None:
        wanted = knowledge.to_ask(tree.asked(walk.question), walk.told)
        numbers = {fact: 72 if fact == "age" else 3 for fact in wanted if fact in tree.scales}
        said = {fact: None if chance.random() < 0.6 else fact == "pain_hollow" for fact in wanted} | numbers
        unsure = walk.answer(said)
        called = unsure.urgency is Urgency.EMERGENCY
        walk = walk.answer(dict.fromkeys(wanted, False) | numbers) if called else unsure
    return walk
