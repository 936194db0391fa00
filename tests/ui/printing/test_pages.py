"""The printed pages: what each carries, their text to be found, drawings in vectors, two pages for a usual walk."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kneetree import shipped
from kneetree.errors import FileProblem
from kneetree.files import tree_files
from kneetree.model.tree import Advice, Answer, Condition, Recovery, Tree, Urgency, WarningSign
from kneetree.report.summary import Summary, summarise
from kneetree.ui.printing.page_rows import Row, paginate
from kneetree.ui.printing.pages import Pages
from kneetree.ui.printing.pdf import report_bytes, write_report
from kneetree.walk.walk import Walk
from tests import trees

pypdf = pytest.importorskip("pypdf")


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
        "Get medical care today", "A dvt (Dvt)", "Question 1", "Is it swelling_calf?", "Version 1.0.0",
        summary.content_hash, "A book.", "https://example.org/", "What you were not sure of", "Name (write it in",
    ):  # fmt: skip
        assert expected in text


def test_what_was_said_is_told_in_facts() -> None:
    tree = trees.make({
        "age": trees.number("age", "about"),
        "about": trees.collect(["cancer", "clot", "pill"], "old"),
        "old": trees.ask("age_at_least_60", "today", "home"),
        "today": trees.leaf("same_day"), "home": trees.leaf("self_care"),
    })  # fmt: skip
    walk = Walk.start(tree, answers={"age": 72, "cancer": True, "clot": None, "pill": False})
    text = " ".join(pages_of(summarise(walk)))
    assert "Age: 72 years" in text
    assert "This applies: Has cancer" in text
    assert "Not sure: Has clot" in text
    assert "This does not apply: Has pill" in text
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
    assert "How it gets better: Strain Two weeks. For now • Cool the knee with an ice pack." in text
    assert "How it gets better" not in " ".join(pages_of(summary_of(tree, Answer.NO)))


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


@pytest.mark.parametrize(
    "answers", [(), (Answer.NO,) * 5 + (Answer.YES,), (Answer.YES,)], ids=["no", "swollen", "alarm"]
)
def test_a_usual_walk_of_the_shipped_tree_takes_three_pages_at_most(answers: tuple[Answer, ...]) -> None:
    assert len(Pages(summary_of(tree_files.read_tree(shipped.SHIPPED_TREE).tree, *answers))) <= 3


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
        "first": trees.ask("f", "a", "b", text="<b>bold</b> & " + "x" * 3000),
        "a": trees.leaf("same_day", reason=long, do=("endless",), title=long), "b": trees.leaf("self_care"),
    }, advice={"endless": Advice(long)})  # fmt: skip
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
    assert all(f"Question {number}" in text for number in (1, 60, 120))


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
