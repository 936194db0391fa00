"""The result on screen: action first, level by word and name, the path as a picture, every wish passed on."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kneetree import shipped, words
from kneetree.analysis import cases
from kneetree.files import tree_files
from kneetree.model.tree import About, Advice, Answer, Condition, Recovery, Source, Urgency, WarningSign
from kneetree.report.summary import Summary, summarise
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.columns import Columns
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.emergency_page import EmergencyPage
from kneetree.ui.wizard.path_view import PathView
from kneetree.ui.wizard.result_page import ResultPage
from kneetree.walk.walk import Walk
from tests import trees


def summary_of(*answers: Answer, **more: object) -> Summary:
    tree = trees.small()
    for name, value in more.items():
        setattr(tree, name, value)
    walk = Walk.start(tree)
    for answer in answers:
        walk = walk.reply(answer)
    return summarise(walk)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ResultPage:
    made = ResultPage(theme, lambda: -1)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


def words_of(page: ResultPage | EmergencyPage) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_action_comes_first_and_no_disease_before_it(page: ResultPage) -> None:
    page.show_summary(summary_of(Answer.NO, Answer.YES))
    assert words_of(page)[:2] == [
        "Get medical care today",
        "Do not wait until tomorrow, even if it gets a little better.",
    ]


def test_the_level_is_in_the_accessible_text(page: ResultPage) -> None:
    page.show_summary(summary_of(Answer.NO, Answer.YES))
    assert page.card.accessibleName() == "Today: Get medical care today"
    assert page.card.word.accessibleName() == "Today: Get medical care today"


def test_what_was_not_sure_is_listed_with_whether_it_mattered(page: ResultPage) -> None:
    page.show_summary(summary_of(Answer.NO, Answer.UNSURE, Answer.NO))
    shown = words_of(page)
    assert shown[shown.index("Is it swelling_calf? Not sure") + 1] == (
        "This makes a difference. If so: get medical care today. If not: look after it at home."
    )
    assert "Look after it at home: A strain" not in shown
    title = "Results left open (2)"
    next(fold for fold in page.findChildren(Disclosure) if fold.button.text() == title).button.click()
    assert "Look after it at home: A strain" in words_of(page)


@pytest.fixture
def facts() -> Summary:
    """A number, a list and a decision, with warnings of two levels, on the way to a condition that gets better."""
    tree = trees.make(
        {
            "age": trees.number("age", "about"),
            "about": trees.collect(["cancer", "clot", "pill"], "old"),
            "old": trees.ask("age_at_least_60", "score", "home"),
            "score": trees.decide({"cancer": 1, "pill": 1}, 2, "today", "home"),
            "today": trees.leaf("same_day"),
            "home": trees.leaf("self_care", get_help_if={Urgency.EMERGENCY: ("worse",), Urgency.SAME_DAY: ("fever",)}),
        },
        about=About(call="112"),
        warnings={"worse": WarningSign("it gets worse"), "fever": WarningSign("you have a fever")},
        conditions={"strain": Condition("Strain", recovery=Recovery("Two weeks.", exercises=("rest", "bridges")))},
        advice={"rest": Advice("Rest."), "bridges": Advice("Do bridges.")},
    )
    return summarise(Walk.start(tree, answers={"age": 72, "cancer": True, "clot": None, "pill": False}))


def test_what_was_said_is_shown_in_facts(page: ResultPage, facts: Summary) -> None:
    page.show_summary(facts)
    shown = words_of(page)
    at = shown.index("What you said")
    assert shown[at + 1 : at + 4] == ["How old are you? 72 years", "✓ Has cancer", "? Not sure: Has clot"]
    assert "What you told us" not in "".join(shown), "it would be told twice"
    assert not {"Yes", "No"} & set(shown)


def test_what_was_denied_is_folded_with_its_questions(page: ResultPage, facts: Summary) -> None:
    page.show_summary(facts)
    assert "Does not apply: Has pill" not in words_of(page)
    assert page.said.said_no.button.text() == "What you said no to (1)"
    page.said.said_no.button.click()
    shown = words_of(page)
    assert shown[shown.index("2. Do any of these fit?") + 1] == "Does not apply: Has pill"


def test_an_answer_no_can_be_changed_where_it_is_folded(qtbot: QtBot, page: ResultPage) -> None:
    page.show_summary(summary_of(Answer.NO, Answer.YES))
    assert "Is it swelling_calf? Yes" in words_of(page)
    page.said.said_no.button.click()
    assert "1. Is it breathless?" in words_of(page)
    (change,) = page.said.said_no.content.findChildren(QPushButton)
    with qtbot.waitSignal(page.change_asked) as signal:
        qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    assert signal.args == ["lungs"]


PARTS = [
    "What to do", "What to avoid", "Call 112 now if…", "Get help today if…", "What it may be", "What would change this",
    "What to expect: Strain", "What you said",
]  # fmt: skip


@pytest.mark.parametrize("width", [700, 1200])
def test_the_parts_come_in_the_order_in_which_they_are_needed(page: ResultPage, facts: Summary, width: int) -> None:
    page.resize(width, 800)
    page.show_summary(dataclasses.replace(facts, avoid=("Run.",), own_avoid=("Run.",)))
    shown = words_of(page)
    assert [text for text in shown if text in PARTS] == PARTS
    assert page.path.opened is page.sources.opened is False


@pytest.mark.parametrize("width", [500, 1200])
def test_what_was_not_sure_is_said_right_below_the_title(page: ResultPage, facts: Summary, width: int) -> None:
    page.resize(width, 800)
    page.show_summary(dataclasses.replace(facts, title="You fell", unsure_note="You were not sure."))
    said = words_of(page)
    assert said.index("You fell") + 1 == said.index("You were not sure.")


def test_the_reason_waits_for_what_to_do_where_there_is_no_room_beside_the_action(
    page: ResultPage, facts: Summary, theme: Theme
) -> None:
    assert facts.reason
    page.show_summary(facts)

    def before_what_to_do() -> bool:
        QApplication.processEvents()
        shown = words_of(page)
        assert shown.count(facts.reason) == 1
        assert (facts.reason in page.card.word.accessibleDescription()) is not page.card.why.isVisible()
        return shown.index(facts.reason) < shown.index("What to do")

    page.resize(1200, 800)
    assert before_what_to_do()
    for width, percent in ((1200, 200), (1024, 200), (700, 100)):
        theme.choose_text(percent)
        page.resize(width, 800)
        assert not before_what_to_do()
    theme.choose_text(100)
    page.resize(1200, 800)
    assert before_what_to_do()


def places(page: ResultPage) -> list[int]:
    """The left edges of the parts, in their order."""
    QApplication.processEvents()
    columns = page.findChild(Columns)
    return [part.x() for part in columns.children() if isinstance(part, QWidget)]


def test_the_parts_stand_in_two_columns_where_there_is_room(page: ResultPage, facts: Summary, theme: Theme) -> None:
    page.resize(1280, 700)
    page.show_summary(facts)
    before = places(page)
    assert len(set(before)) == 2
    assert page.card.width() > 1000
    page.said.said_no.button.click()
    page.said.worked_out.button.click()
    assert places(page) == before, "a part that is opened grows in its place"
    theme.choose_text(200)
    assert set(places(page)) == {0}
    assert page.scroll_area.widget().width() <= page.scroll_area.viewport().width()
    theme.choose_text(100)
    page.resize(700, 700)
    assert set(places(page)) == {0}


def test_nothing_that_would_change_it_stands_out_before_what_is_more_urgent(
    page: ResultPage, facts: Summary, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ("If it swells: see a doctor.", "If it turns cold: call 112 now.")
    monkeypatch.setattr(Summary, "would_change", property(lambda _summary: lines))
    page.show_summary(facts)
    QApplication.processEvents()
    shown = [label for label in page.findChildren(QLabel) if label.text() in lines and label.isVisible()]
    assert [label.text() for label in shown] == list(lines)
    assert {label.property("role") for label in shown} == {"body"}


def test_each_part_is_reached_with_tab_and_says_what_is_in_it(page: ResultPage, facts: Summary) -> None:
    page.show_summary(facts)
    QApplication.processEvents()
    box = next(box for box in page.findChildren(QWidget) if box.accessibleName() == "What to do")
    heading = box.findChild(QLabel)
    assert heading.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert heading.accessibleDescription() == "Rest."
    said = next(box for box in page.findChildren(QWidget) if box.accessibleName() == "What you said")
    described = said.findChild(QLabel).accessibleDescription()
    assert "✓ Has cancer" in described and "Has pill" not in described


def test_a_line_leaves_room_for_its_bullet_which_is_painted(page: ResultPage, facts: Summary) -> None:
    page.show_summary(facts)
    QApplication.processEvents()
    (line,) = [label for label in page.findChildren(QLabel) if label.text() == "Rest." and label.isVisible()]
    room = line.contentsMargins().left()
    assert room > 10
    picture = line.grab(QRect(0, 0, room, line.height())).toImage()
    assert len({picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}) > 1


def test_no_text_that_cannot_be_edited_shows_a_caret(page: ResultPage, facts: Summary) -> None:
    page.show_summary(facts)
    for label in page.findChildren(QLabel):
        assert not label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard, label.text()


def test_what_the_other_results_advise_is_folded(page: ResultPage) -> None:
    several = {"do": ("Go.", "Sit."), "own_do": ("Go.",), "avoid": ("Run.",), "own_avoid": ()}
    summary = dataclasses.replace(summary_of(Answer.NO, Answer.YES), urgency=Urgency.ROUTINE, **several)
    page.show_summary(summary)
    shown = words_of(page)
    assert "Go." in shown and not {"Sit.", "Run."} & set(shown)
    fold = next(fold for fold in page.findChildren(Disclosure) if fold.button.text().startswith("More, for the other"))
    fold.button.click()
    assert {"Sit.", "Run."} <= set(words_of(page))


def test_what_the_conditions_are_is_told_when_asked(page: ResultPage) -> None:
    tree = trees.small()
    tree.conditions["dvt"] = Condition("Dvt", "A dvt", "A clot in a vein.")
    page.show_summary(summarise(Walk.start(tree, answers={"breathless": False, "swelling_calf": True})))
    shown = words_of(page)
    assert "A dvt" in shown and "A clot in a vein." not in shown
    next(fold for fold in page.findChildren(Disclosure) if fold.button.text() == "What these are").button.click()
    assert "A clot in a vein." in words_of(page)


def test_a_result_of_the_shipped_tree_takes_three_screens_at_most_before_the_folded_parts(page: ResultPage) -> None:
    tree = tree_files.read_tree(shipped.SHIPPED_TREE).tree
    page.resize(1280, 676)  # what a window of 1280 x 800 leaves to the page
    for key in sorted(tree.cases)[::40]:
        walk = cases.walk_of(tree, tree.cases[key])
        if walk.urgency is Urgency.EMERGENCY:
            continue
        page.show_summary(summarise(walk))
        QApplication.processEvents()
        end = page.path.mapTo(page.scroll_area.widget(), QPoint(0, 0)).y()
        assert end <= 3 * page.scroll_area.viewport().height(), key


def test_what_was_worked_out_is_folded(page: ResultPage, facts: Summary) -> None:
    page.show_summary(facts)
    assert page.said.worked_out.button.text() == "Worked out from your answers (1)"
    assert not page.said.worked_out.content.isVisible()
    page.said.worked_out.button.click()
    assert page.said.worked_out.content.text() == "Aged 60 years or over", "what decisions are called is for authors"


def test_warnings_stand_under_how_soon_to_get_help(page: ResultPage, facts: Summary) -> None:
    page.show_summary(facts)
    shown = words_of(page)
    assert shown[shown.index("Call 112 now if…") + 1] == "it gets worse"
    assert shown[shown.index("Get help today if…") + 1] == "you have a fever"


def test_how_the_first_condition_gets_better(page: ResultPage, facts: Summary) -> None:
    page.show_summary(facts)
    shown = words_of(page)
    at = shown.index("What to expect: Strain")
    assert shown[at + 1] == "Two weeks."
    fold = next(fold for fold in page.findChildren(Disclosure) if fold.button.text() == "Exercises (1)")
    assert "Do bridges." not in shown
    fold.button.click()
    assert "Do bridges." in words_of(page)


def test_an_answer_is_changed_from_the_result(qtbot: QtBot, page: ResultPage, facts: Summary) -> None:
    page.show_summary(facts)
    change = [button for button in page.findChildren(QPushButton) if button.text() == "Change"]
    assert change[1].accessibleName() == (
        "Change: Do any of these fit? Has cancer; not sure: Has clot; does not apply: Has pill"
    )
    with qtbot.waitSignal(page.change_asked) as signal:
        change[0].click()
    assert signal.args == ["age"]


def test_one_result_after_the_other(page: ResultPage) -> None:
    page.show_summary(summary_of(Answer.NO, Answer.YES))
    page.show_summary(summary_of(Answer.NO, Answer.NO, Answer.NO))
    shown = words_of(page)
    assert "Look after it at home" in shown
    assert "Get medical care today" not in shown[:3]


def test_sources_are_plain_text_to_copy_and_open_nothing(page: ResultPage) -> None:
    evil = Source("<a href='https://x'>A</a>", "https://example.org/")
    page.show_summary(summary_of(Answer.NO, Answer.YES, sources={"src": evil}))
    label = next(label for label in page.findChildren(QLabel) if "https://example.org/" in label.text())
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert not label.openExternalLinks()
    assert "<a href" in label.text()
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


@pytest.mark.parametrize("wish", ["print", "pdf", "html", "copy_text", "copy_sources", "start_again"])
def test_every_wish_is_passed_on(qtbot: QtBot, page: ResultPage, wish: str) -> None:
    page.show_summary(summary_of(Answer.NO, Answer.YES))
    with qtbot.waitSignal(page.wish) as signal:
        page.wishes[wish].click()
    assert signal.args == [wish]


def test_the_path_is_drawn_and_said(page: ResultPage, theme: Theme) -> None:
    page.show_summary(summary_of(Answer.NO, Answer.YES))
    view = page.findChild(PathView)
    assert not view.isVisible()
    page.path.button.click()
    QApplication.processEvents()
    assert view.accessibleName() == "Is it breathless? No. Is it swelling_calf? Yes. Get medical care today."
    picture = view.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 7) for y in range(picture.height())}
    assert theme.colours["same_day"].lower() in colours
    before = view.height()
    theme.choose_text(200)
    assert view.height() > before * 1.5


def test_the_emergency_page_says_what_to_do_and_offers_two_buttons(qtbot: QtBot, theme: Theme) -> None:
    page = EmergencyPage(theme, lambda: -1)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    page.show_summary(summary_of(Answer.YES))
    page.show_summary(summary_of(Answer.YES))
    shown = words_of(page)
    assert shown[0] == "Call emergency services now"
    assert "Rest." in shown
    assert shown.count("Call emergency services now") == 1
    assert "Draft: no clinician has reviewed it." in shown
    with qtbot.waitSignal(page.wish) as signal:
        page.print.click()
    assert signal.args == ["print"]


def test_what_could_not_change_the_result_is_told_once_and_folded(page: ResultPage) -> None:
    tree = trees.make({"list": trees.collect(["red", "stiff"], "home"), "home": trees.leaf()})
    walk = Walk.start(tree, answers={"red": True}).leave_out("list", ["stiff"])
    page.show_summary(summarise(walk))
    assert page.said.not_asked is not None
    assert page.said.not_asked.button.text() == "Not asked: it could make no difference"
    assert not page.said.not_asked.content.isVisible()
    assert page.said.not_asked.content.text() == "Has stiff"
    assert not any("stiff" in text for text in words_of(page))


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_parts_stand_in_two_columns_in_a_small_window_in_every_language(page: ResultPage, language: str) -> None:
    tree = trees.make(
        {
            "list": trees.collect(["red", "stiff"], "calf"),
            "calf": trees.ask("calf", "today", "home"),
            "today": trees.leaf("same_day", do=("rest",)),
            "home": trees.leaf(do=("bridges",), get_help_if={Urgency.EMERGENCY: ("worse",)}),
        },
        language=language,
    )
    walk = Walk.start(tree, answers={"red": True, "calf": None}).leave_out("list", ["stiff"])
    page.resize(1024, 480)  # what a window of 1024 x 600 leaves to the page
    page.show_summary(summarise(walk))
    assert page.said.not_asked is not None
    assert len(set(places(page))) == 2


@pytest.mark.parametrize("percent", [100, 200])
def test_the_address_of_a_source_goes_on_in_the_next_line(
    qtbot: QtBot, page: ResultPage, facts: Summary, theme: Theme, percent: int
) -> None:
    theme.choose_text(percent)
    (source, *_) = facts.sources
    address = "https://example.org/" + "/".join(["guideline-for-the-knee"] * 12)
    page.resize(700, 800)
    page.show_summary(dataclasses.replace(facts, sources=(dataclasses.replace(source, url=address),)))
    page.sources.button.click()
    QApplication.processEvents()
    label = page.sources.content.findChildren(QLabel)[0]
    assert address in label.accessibleName()
    assert label.text().replace("\u200b", "") == label.accessibleName()
    pieces = label.text().replace("\u200b", " ").split()
    assert max(label.fontMetrics().horizontalAdvance(piece) for piece in pieces) <= label.width()
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))


def test_the_page_says_that_it_goes_on_until_all_that_is_not_folded_was_seen(
    qtbot: QtBot, page: ResultPage, facts: Summary, theme: Theme
) -> None:
    QCursor.setPos(0, 0)  # under a pointer over the page nothing is brought that acts
    page.resize(1280, 1000)
    page.show_summary(facts)
    QApplication.processEvents()
    assert page.more.isHidden(), "all is in sight"
    theme.choose_text(200)
    page.resize(1000, 440)
    for summary in (facts, dataclasses.replace(facts, reason="It needs to be checked. " * 30)):
        page.show_summary(summary)
        page.begin()
        qtbot.waitUntil(page.more.isVisible)
    QApplication.processEvents()
    lines = [line for row in summary.get_help_if for line in row.lines]
    net = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text() in lines]
    view, seen = page.scroll_area.viewport(), set[QLabel]()
    for _ in range(40):
        seen |= {label for label in net if view.rect().contains(QRect(label.mapTo(view, QPoint(0, 0)), label.size()))}
        if page.more.isVisible():
            qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
            QApplication.processEvents()
    assert page.more.isHidden()
    assert len(net) == len(lines)
    assert seen == set(net), "a press passes over no line of when to get help"
    assert page.said.mapTo(view, QPoint(0, page.said.height())).y() <= view.height()
    bar = page.scroll_area.verticalScrollBar()
    assert bar.value() < bar.maximum(), "it goes as soon as that is in sight"
