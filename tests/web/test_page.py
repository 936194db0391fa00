"""The web page as people meet it: clicked through, back and forth, by eye, by axe, without a script."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from kneetree import words
from kneetree.analysis import cases
from kneetree.exchange.web.page import page
from kneetree.model.tree import Answer, Urgency
from kneetree.report.summary import summarise
from kneetree.walk.how_many_more import bounded
from kneetree.walk.walk import Walk
from tests.shipped.in_languages import shipped_in
from tests.web.browser import in_browser

DAY = datetime.date(2026, 11, 28)

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def people() -> dict[str, Any]:
    """Some people of the shipped tree, with what they are asked and what they are told."""
    tree = shipped_in("en")
    chosen = list(tree.cases.values())[::8]
    walks = [cases.walk_of(tree, case) for case in chosen]
    summaries = [summarise(walk) for walk in walks]
    return {
        "given": {
            "people": [walk.answers for walk in walks],
            "calm": [walk.urgency is not Urgency.EMERGENCY for walk in walks],
            "statements": {tree.statement(key): key for key in tree.findings},
            "questions": {question.text: question.finding for question in tree.questions.values() if question.finding},
            "scales": {scale.text: key for key, scale in tree.scales.items()},
        },
        "told": [
            {"seen": [row.question for row in summary.answers], "result": [summary.urgency_word, summary.title]}
            for summary in summaries
        ],
    }


@pytest.fixture(scope="module")
def visit(people: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """All that was seen of the shipped tree's page in a browser."""
    folder: Path = tmp_path_factory.mktemp("page")
    (folder / "page.html").write_bytes(page([shipped_in("en"), shipped_in("es")], DAY))
    return in_browser("visits.mjs", folder, people["given"])


def test_people_click_their_way_to_the_same_result_by_the_same_questions(visit: Any, people: dict[str, Any]) -> None:
    assert len(visit["people"]) > 50
    for number, (seen, told) in enumerate(zip(visit["people"], people["told"], strict=True)):
        assert seen == told, number


def test_nothing_is_fetched_and_nothing_goes_against_the_policy(visit: Any) -> None:
    assert visit["troubles"] == []


def test_axe_finds_nothing_and_nothing_lies_beside_the_screen(visit: Any) -> None:
    assert visit["faults"] == []
    assert {"list", "number", "list with a picture to touch", "yes or no"} <= {*visit["kinds"]}


def test_back_forth_change_and_language_keep_what_was_said_and_reloading_forgets_it(visit: Any) -> None:
    seen = visit["wandered"]
    assert seen["focus"] == "H1"
    assert seen["title"].startswith("Question 3: ")
    assert seen["back"] == seen["backByButton"] == seen["changing"] == seen["first"] != seen["second"]
    assert seen["forward"] == seen["second"]
    assert [place for place, checked in enumerate(seen["kept"]) if checked] == [0, 3]
    assert seen["spanish"][1] == "es"
    assert seen["spanish"][0] != seen["second"]
    assert seen["address"] is True
    assert seen["stored"].startswith('{"step":')
    assert "false" not in seen["stored"]
    assert seen["reloaded"] == seen["start"]
    assert visit["spanish"] != seen["start"]


def test_a_page_that_was_saved_while_somebody_walks_is_whole(visit: Any) -> None:
    seen = visit["saved"]
    assert seen["again"] == seen["first"]
    assert "go to 2" in seen["chart"]


def test_an_emergency_names_what_led_there_and_a_slip_is_taken_back(visit: Any) -> None:
    seen = visit["slipped"]
    first, second, third = seen["statements"][:3]
    assert seen["result"] == summarise_emergency()
    assert seen["led"] == [f"You ticked: {first}", f"You ticked: {second}", f"You were not sure: {third}"]
    assert (seen["slips"], seen["calls"], seen["folded"]) == (3, ["tel:999"], 1)
    assert seen["labels"][1:] == ["I ticked that by mistake", "I am sure now: ask me again"]
    assert seen["rest"][0] == words.text("en", "heading.conditions")
    assert seen["again"] == seen["asked"] != seen["after"]
    assert [place for place, checked in enumerate(seen["kept"]) if checked] == [2, 5]
    assert seen["still"] == seen["result"]


def test_a_question_says_how_many_more_can_follow_as_python_says(visit: Any) -> None:
    walk = Walk.start(shipped_in("en"))
    for number, said in enumerate(visit["slipped"]["where"], 1):
        more = bounded(walk).most
        key = "ask.where_more" if more <= 20 else "path.question"
        assert said == words.text("en", key, number=number, more=more)
        walk = walk.reply(Answer.NO)


def summarise_emergency() -> str:
    about = shipped_in("en").about
    return words.urgency("en", "emergency", about.call if about else "")


def test_what_would_change_a_result_is_worked_out_once_it_can_be_seen_or_is_printed(visit: Any) -> None:
    seen, heading = visit["result"], words.text("en", "heading.changes")
    assert words.text("en", "heading.do") in seen["atOnce"]
    assert heading not in seen["atOnce"]
    assert heading in seen["shown"]
    assert seen["printed"] == seen["shown"]


def test_a_result_is_printed_on_two_pages(visit: Any) -> None:
    assert len(visit["pages"]) > 10
    assert max(visit["pages"]) <= 2, visit["pages"]


def test_a_place_of_the_picture_ticks_its_line(visit: Any) -> None:
    seen = visit["touched"]
    assert seen["ticked"] == 1
    assert seen["statement"] == shipped_in("en").statement(seen["finding"])
    assert seen["marked"] == "ticked"
    assert seen["after"] == 0


def test_without_a_script_it_is_the_chart_and_says_why(visit: Any) -> None:
    told = visit["withoutScript"]
    assert "scripts do not run" in told
    assert "no se ejecutan scripts" in told
    assert "go to 2" in told
    assert visit["wide"] == 320
