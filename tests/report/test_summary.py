"""What a finished walk says: one value for screen, print, HTML, text and JSON."""

from __future__ import annotations

import datetime
import random
from dataclasses import replace

import msgspec
import pytest

from kneetree import report as reports
from kneetree import shipped, words
from kneetree.analysis import cases
from kneetree.errors import CannotStart
from kneetree.files import tree_files
from kneetree.files.review import ReviewState, content_hash
from kneetree.model.knowledge import Said
from kneetree.model.tree import (
    About,
    Advice,
    Answer,
    Condition,
    Finding,
    Leaf,
    QuestionNode,
    Recovery,
    Review,
    Source,
    Tree,
    Urgency,
)
from kneetree.proof.left_out import LeavesOut
from kneetree.report import facts, json_record, summary
from kneetree.report.answer_rows import answer_rows
from kneetree.report.path_rows import path_rows
from kneetree.report.summary import ConditionRow, Summary, summarise
from kneetree.walk import typed_answers
from kneetree.walk.leaving_out import settled
from kneetree.walk.walk import Walk
from tests import trees
from tests.proof.small_trees import as_text, findings_of, random_tree
from tests.report.walks import rich, told

DAY = datetime.date(2026, 11, 24)
NOTHING = {"breathless": False, "swelling_calf": False, "cancer": False, "travel": False, "pill": False}


def of(**answers: bool | None) -> Summary:
    tree = trees.small()
    tree.about = About(intended_use="For knees.", not_for="No diagnosis.", emergency="Call 112.", licence="CC-BY-4.0")
    return summarise(Walk.start(tree, answers=answers), DAY)


def test_it_says_how_soon_what_and_why() -> None:
    said = of(breathless=False, swelling_calf=True)
    assert said.urgency is Urgency.SAME_DAY
    assert said.urgency_word == "Get medical care today"
    assert said.title == "A dvt", "the plain name where the leaf has no title"
    assert said.reason == "Because."
    assert [row.id for row in said.conditions] == ["dvt", "strain"]
    assert said.do == ("Rest.",)
    assert [(row.heading, row.lines) for row in said.get_help_if] == [
        ("Call emergency services now if", ("it gets worse",))
    ]
    assert said.made == "2026-11-24"
    assert said.emergency == "Call 112."


def test_answers_are_told_with_what_was_ticked_and_never_asked() -> None:
    said = of(**{**NOTHING, "travel": True, "pill": None})
    assert [row.answer for row in said.answers] == ["No", "No", "Has travel; not sure: Has pill"]
    assert said.answers[2].ticked == ("Has travel",)
    assert said.answers[2].not_ticked == ("Has cancer",)
    assert said.answers[2].not_sure_of == ("Has pill",)
    assert (said.asked, said.known, said.never_asked) == (3, 0, 0)
    assert of(breathless=True).never_asked == 2
    assert of(**NOTHING).answers[2].answer == "None of these"


def test_a_list_tells_only_the_lines_that_it_asked() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "bx"),
            "b": trees.collect(["one", "two"], "c"),
            "c": trees.ask_items({"one": 1, "two": 1}, 1, "x", "bx"),
            "x": trees.leaf(),
            "bx": trees.leaf("same_day"),
        }
    )
    said = summarise(Walk.start(tree, answers={"one": True, "two": False}))
    assert [(row.number, row.node, row.answer) for row in said.answers] == [(1, "a", "Yes"), (2, "b", "None of these")]
    assert said.answers[1].not_ticked == ("Has two",)
    (passed,) = said.worked_out
    assert (passed.number, passed.state, passed.answer) == (0, "known", "Has one")
    assert said.facts == facts.Facts((), ("Has one",), ("Has two",), ())


def test_facts_and_numbers_are_told_once() -> None:
    said = summarise(told(travel=True, cancer=None))
    assert said.facts.numbers == ("Age: 30 years",)
    assert said.facts.true == ("You have travelled", "You do not take a pill")
    assert said.facts.false == ("One calf is bigger than the other",)
    assert said.facts.unsure == ("You have been treated for cancer",)
    assert said.said == ("Age: 30 years", "You have travelled"), "what is as usual goes without saying"
    assert said.answers[0].answer == "30 years"
    assert summarise(told(age=None)).answers[0].answer == "Not sure"


def test_a_no_that_most_people_would_not_say_is_told_apart() -> None:
    said = summarise(told(pill=False)).facts
    assert "You do not take a pill" in said.false
    assert said.lacking == ("You do not take a pill",)
    assert "You do not take a pill" not in said.ordinary_no
    assert len(said.ordinary_no) == len(said.false) - 1
    assert summarise(told()).facts.lacking == ()


@pytest.mark.parametrize(
    ("medical", "both"),
    [
        ("Baker's cyst (popliteal cyst)", "A lump (Baker's cyst, popliteal cyst)"),
        ("Baker's cyst", "A lump (Baker's cyst)"),
        ("lump", "A lump"),
    ],
)
def test_two_names_stand_in_one_pair_of_brackets(medical: str, both: str) -> None:
    assert ConditionRow("x", "A lump", medical, "").both_names == both


def test_a_number_that_is_not_an_age_is_told_with_its_question() -> None:
    tree = trees.make({"d": trees.number("days", "x"), "x": trees.leaf()})
    said = summarise(Walk.start(tree, answers={"days": 1}))
    assert said.said == ("How long ago did it start? 1 day",)


@pytest.mark.parametrize(("said", "word"), [(True, "Yes"), (False, "No"), (None, "Not sure")])
def test_a_yes_no_question_that_leads_on_one_way_is_told_by_its_answer(said: Said, word: str) -> None:
    tree = trees.make({"f": trees.ask("f", "a", "b"), "a": trees.leaf(), "b": trees.leaf()})
    nodes = {**tree.nodes, "f": QuestionNode(asks="f", next="a")}
    tree = Tree(title="t", root="f", nodes=nodes, findings=tree.findings, questions=tree.questions)
    walk = Walk.start(tree).answer({"f": said})
    assert walk.path[0].answer is Answer.NEXT
    assert [row.answer for row in answer_rows(walk)] == [word]


def test_a_fact_against_the_usual_is_told_as_such() -> None:
    assert summarise(told(pill=False)).said == ("Age: 30 years", "“You do not take a pill”: no")
    tree = rich()
    tree.findings["swelling_calf"] = Finding("One calf is bigger", usual=True)
    question = tree.asked("calf").text
    assert summarise(told(tree)).said == ("Age: 30 years", f"{question} No"), "what was asked with yes or no"


def test_warnings_come_by_urgency_merged_and_each_once() -> None:
    said = summarise(told(swelling_calf=None))
    assert [leaf.node for leaf in said.leaves] == ["clot_today", "strain"]
    assert [(row.urgency, row.heading, row.lines) for row in said.get_help_if] == [
        ("emergency", "Call 999 now if", ("you become short of breath",)),
        ("same_day", "Get help again today if", ("the foot goes cold", "the leg turns blue")),
    ], "whoever goes today need not hear when to make an appointment"
    assert [row.urgency for row in summarise(told()).get_help_if] == ["emergency", "same_day", "routine"]
    assert said.get_help_if[1].sentence == "Get help again today if the foot goes cold; the leg turns blue."


def test_a_warning_of_two_levels_counts_at_the_more_urgent_one() -> None:
    said = summarise(told(swelling_calf=False, travel=None, cancer=None))
    assert [leaf.node for leaf in said.leaves] == ["clot_soon", "strain"]
    assert [row.lines for row in said.get_help_if if row.urgency == "emergency"] == [
        ("you become short of breath", "the leg turns blue")
    ]
    assert "the leg turns blue" not in [line for row in said.get_help_if[1:] for line in row.lines]


def test_on_an_emergency_the_warnings_say_when_to_call_again() -> None:
    tree = trees.small()
    walk = Walk.start(tree, answers={"breathless": True})
    assert summarise(walk).get_help_if[0].heading == "Call emergency services again if"
    assert summarise(walk).urgency_word == "Call emergency services now"
    tree.about = About(call="112")
    assert summarise(walk).get_help_if[0].heading == "Call 112 again if"
    assert summarise(walk).urgency_word == "Call 112 now"
    tree.language = "es"
    assert summarise(walk).get_help_if[0].heading == "Vuelva a llamar al 112 si"


def test_recovery_is_shown_where_the_first_condition_has_it_and_it_is_not_urgent() -> None:
    recovery = summarise(told()).recovery
    assert recovery is not None
    assert (recovery.condition, recovery.time) == ("A strain", "Six weeks.")
    assert [lines for _, lines in recovery.parts] == [("Do bridges.",), ("Sprint twice.",)]
    soon = summarise(told(cancer=True)).recovery
    assert soon is not None and soon.time == "Months."
    assert summarise(told(swelling_calf=True)).recovery is None, "the same condition, but today"
    assert summarise(told(age=5)).recovery is None, "a condition without it"


def test_what_to_do_is_not_said_again_in_the_recovery() -> None:
    said = summarise(told())
    assert said.do == ("Rest.",)
    assert said.recovery is not None and said.recovery.first_days == (), "it says to rest as well"
    tree = rich()
    tree.conditions["strain"] = Condition("Strain", recovery=Recovery(exercises=("rest",)))
    assert summarise(told(tree)).recovery is None, "a heading without anything under it"


def test_what_the_most_urgent_result_says_to_do_can_be_told_from_the_rest() -> None:
    advice = {key: Advice(f"{key.title()}.") for key in ("rest", "go", "run", "sit", "wait")}
    tree = trees.make(
        {
            "q": trees.ask("f", "one", "more"),
            "more": trees.ask("f", "home", "other"),
            "one": trees.leaf("routine", do=("go", "rest"), avoid=("run",)),
            "other": trees.leaf("routine", do=("rest", "sit"), avoid=("run",)),
            "home": trees.leaf("self_care", do=("wait",)),
        },
        advice=advice,
    )
    said = summarise(Walk.start(tree, answers={"f": None}))
    assert (said.do, said.own_do) == (("Go.", "Rest.", "Sit."), ("Go.", "Rest."))
    assert said.avoid == said.own_avoid == ("Run.",)


def test_at_most_five_lines_say_what_would_change_it_the_nearest_first() -> None:
    rows = {f"q{number}": trees.ask(f"f{number}", f"x{number}", f"q{number + 1}") for number in range(7)}
    leaves = {f"x{number}": trees.leaf("emergency" if number == 4 else "same_day") for number in range(7)}
    tree = trees.make({**rows, **leaves, "q7": trees.leaf("routine")})
    said = summarise(Walk.start(tree, answers=dict.fromkeys((f"f{number}" for number in range(7)), False)))
    assert len(said.changes) == 7
    assert len(said.would_change) == 5
    assert said.would_change[0] == said.nearest
    assert said.nearest.startswith("If has f6")
    assert len(set(said.would_change)) == 5
    assert said.would_change[1].startswith("If has f0")


def test_several_results_are_merged_most_urgent_first_and_nothing_twice() -> None:
    said = of(**{**NOTHING, "swelling_calf": None})
    assert [leaf.node for leaf in said.leaves] == ["clot_today", "strain"]
    assert said.urgency is Urgency.SAME_DAY
    assert [row.id for row in said.conditions] == ["dvt", "strain"]
    assert said.do == ("Rest.",)
    assert said.unknowns[0].mattered == "urgency"
    assert said.unknowns[0].facts == ("Has swelling_calf",)
    assert said.unknowns[0].sentence == (
        "This makes a difference: Has swelling_calf. If so: get medical care today. If not: look after it at home."
    )


def test_what_would_change_it_is_told_in_facts() -> None:
    said = summarise(told())
    by_node = {row.node: row for row in said.changes}
    assert by_node["calf"].sentence == "If one calf is bigger than the other: get medical care today."
    assert by_node["calf"].changed == {"swelling_calf": True}
    assert by_node["you"].sentence == "If you have been treated for cancer: see a doctor within days."
    assert said.nearest == by_node["you"].sentence
    assert summarise(told(cancer=True)).nearest == by_node["calf"].sentence
    assert of(breathless=True).nearest == "Nothing is more urgent than this."


def test_what_cannot_come_any_more_would_change_nothing() -> None:
    """Nobody gets younger, and what began five days ago does not begin yesterday; both are changes for an audit."""
    tree = trees.make(
        {
            "age": trees.number("age", "days"),
            "days": trees.number("days", "young"),
            "young": trees.ask("age_at_least_17", "new", "today"),
            "new": trees.ask("days_at_least_3", "old", "now"),
            "old": trees.ask("days_at_least_30", "soon", "home"),
            "now": trees.leaf("emergency"),
            "today": trees.leaf("same_day"),
            "soon": trees.leaf("within_days"),
            "home": trees.leaf("self_care"),
        }
    )
    old = summarise(Walk.start(tree, answers={"age": 40, "days": 5}))
    assert {row.node: row.worth_telling for row in old.changes} == {"age": False, "days": True}
    assert old.would_change == ("If “Started 30 days or more ago” is true: see a doctor within days.",)
    long = summarise(Walk.start(tree, answers={"age": 40, "days": 31}))
    assert not any(row.worth_telling for row in long.changes)
    assert long.would_change == (long.nearest,), "where nothing else would, the nearest is told as it is"


def test_what_a_longer_time_would_only_leave_open_is_not_worth_telling() -> None:
    tree = trees.make(
        {
            "days": trees.number("days", "old"),
            "old": trees.ask("days_at_least_30", "more", "home"),
            "more": trees.ask("more", "soon", "home"),
            "soon": trees.leaf("within_days"),
            "home": trees.leaf("self_care"),
        }
    )
    said = summarise(Walk.start(tree, answers={"days": 5}))
    assert [(row.node, row.finished, row.worth_telling) for row in said.changes] == [("days", False, False)]


def test_nobody_is_told_that_it_is_less_urgent_to_wait() -> None:
    tree = trees.make(
        {
            "days": trees.number("days", "new"),
            "new": trees.ask("days_at_least_30", "home", "hot"),
            "hot": trees.ask("hot", "now", "today"),
            "now": trees.leaf("emergency"),
            "today": trees.leaf("same_day"),
            "home": trees.leaf("self_care"),
        }
    )
    said = summarise(Walk.start(tree, answers={"days": 3, "hot": False}))
    assert {row.node: row.effect for row in said.changes} == {"days": "less", "hot": "more"}
    assert said.would_change == ("If has hot: call emergency services now.",)


def test_of_an_emergency_nobody_is_told_what_would_make_it_less_urgent() -> None:
    said = of(breathless=True)
    assert any(row.effect == "less" for row in said.changes)
    assert said.would_change == ("Nothing is more urgent than this.",)


def test_a_change_that_takes_a_fact_away_says_so() -> None:
    (row,) = [row for row in summarise(told(swelling_calf=True)).changes if row.node == "calf"]
    assert row.sentence.startswith(f"If you answer No to “{row.question}”: ")
    tree = trees.small()
    ticked = summarise(Walk.start(tree, answers={**NOTHING, "travel": True, "pill": True}))
    (row,) = [row for row in ticked.changes if row.node == "risks"]
    assert row.sentence == ("If “Has travel” is not true and “Has pill” is not true: look after it at home.")


def test_every_change_names_the_fact_that_makes_it() -> None:
    tree = trees.make(
        {
            "n": trees.number("age", "a"),
            "a": trees.ask("age_at_least_40", "b", "y"),
            "b": trees.ask("age_at_least_60", "x", "z"),
            "x": trees.leaf("emergency"),
            "y": trees.leaf("routine"),
            "z": trees.leaf("same_day"),
        }
    )
    (row,) = summarise(Walk.start(tree, answers={"age": 70})).changes
    assert row.changed == {"age": 59}
    assert row.sentence == "If “Aged under 60 years” is true: get medical care today."


@pytest.mark.parametrize(
    ("scale", "question", "most", "least"),
    [
        ("age", "How old are you?", "With the highest number", "With the lowest"),
        ("days", "How long ago did it start?", "If long ago", "If only just now"),
    ],
)
def test_a_number_that_is_not_sure_is_told_at_its_ends(scale: str, question: str, most: str, least: str) -> None:
    tree = trees.make(
        {"n": trees.number(scale, "a"), "a": trees.ask(f"{scale}_at_least_40", "x", "y"),
         "x": trees.leaf("same_day"), "y": trees.leaf("routine")}
    )  # fmt: skip
    (row,) = summarise(Walk.start(tree, answers={scale: None})).unknowns
    assert row.sentence == (
        f"This makes a difference: {question} {most}: get medical care today. {least}: make an ordinary appointment."
    )


def test_only_sources_of_what_was_said_and_asked_are_named() -> None:
    said = of(**NOTHING)
    assert [row.id for row in said.sources] == ["src"]
    assert said.sources[0].checked == "2026-11-22"


def test_the_sources_of_a_question_that_was_passed_as_known_are_not_named() -> None:
    def cited(name: str) -> Source:
        return Source(f"Book {name}.")

    tree = trees.make(
        {
            "a": trees.ask("one", "b", "y", sources=("of_a", "shared")),
            "b": trees.ask("one", "c", "y", sources=("of_b",)),
            "c": trees.ask("two", "x", "y", sources=("of_c", "gone")),
            "d": trees.ask("three", "a", "y", sources=("of_d",)),
            "x": trees.leaf(condition="strain", also=("cyst",), sources=("of_x", "shared")),
            "y": trees.leaf(sources=("of_y",)),
        },
        "a",
        conditions={
            "strain": Condition("Strain", sources=("of_strain",)),
            "cyst": Condition("Cyst", sources=("of_x",)),
        },
        sources={name: cited(name) for name in ("of_a", "of_b", "of_c", "of_d", "of_strain", "of_x", "of_y", "shared")},
    )
    said = summarise(Walk.start(tree, answers={"one": True, "two": True}))
    assert [step.how for step in Walk.start(tree, answers={"one": True, "two": True}).path] == [
        "asked",
        "known",
        "asked",
    ]
    assert [row.id for row in said.sources] == ["of_x", "shared", "of_strain", "of_a", "of_c"]
    assert said.sources[0].citation == "Book of_x."


def test_the_state_of_review_is_always_said() -> None:
    assert of(breathless=True).review_sentence == "Draft: no clinician has reviewed it."
    tree = trees.small()
    tree.review = Review("A. Doctor", "GP", "2026-01-02", "2027-01-02", content_hash(tree))
    assert (
        summary.review_sentence(tree, today=DAY) == "Reviewed by A. Doctor, GP, on 2026-01-02. Next review: 2027-01-02."
    )
    tree.title = "Another"
    walk = Walk.start(tree, answers={"breathless": True})
    said = summarise(walk, DAY)
    assert said.review_state is ReviewState.CHANGED
    assert said.review_sentence.startswith("Changed since the review by A. Doctor")
    assert summary.review_sentence(tree, "es", DAY).startswith("Cambiado")


def test_a_review_that_is_past_is_said_first() -> None:
    tree = trees.small()
    tree.review = Review("A. Doctor", "GP", "2026-01-02", "2027-01-02", content_hash(tree))
    walk = Walk.start(tree, answers={"breathless": True})
    day = datetime.date(2027, 1, 2)
    assert summarise(walk, day).review_sentence.startswith("Reviewed by A. Doctor"), "on the day it is not past yet"
    late = summarise(walk, day + datetime.timedelta(1))
    assert late.review_sentence == (
        "The review that was due on 2027-01-02 has not been recorded. "
        "It was last reviewed by A. Doctor, GP, on 2026-01-02."
    )
    assert late.review_state is ReviewState.REVIEWED
    for page in (reports.to_text(late), reports.to_html(late)):
        assert "was due on 2027-01-02" in " ".join(page.split())
    tree.review = Review("A. Doctor", "GP", "2026-01-02", "some day", content_hash(tree))
    assert summary.review_sentence(tree, today=day).startswith("Reviewed by A. Doctor")


def test_a_walk_that_goes_on_has_no_summary() -> None:
    with pytest.raises(CannotStart):
        summarise(Walk.start(trees.small()))


def test_conditions_that_are_not_there_are_told_by_their_id() -> None:
    tree = trees.small()
    tree.conditions.clear()
    tree.sources.clear()
    said = summarise(Walk.start(tree, answers={"breathless": True}))
    assert said.conditions[0].plain_name == "embolism"
    assert said.sources == ()


@pytest.mark.slow
def test_every_case_of_the_shipped_tree_has_a_whole_summary() -> None:
    tree = tree_files.read_tree(shipped.SHIPPED_TREE).tree
    for case in list(tree.cases.values())[::5]:
        said = summarise(cases.walk_of(tree, case))
        assert said.title and said.do and said.get_help_if and said.conditions and said.sources
        assert {row.node for row in said.path if row.kind == "leaf"} == {leaf.node for leaf in said.leaves}


def test_path_rows_fork_and_meet() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "c"),
            "b": trees.ask("two", "x", "c"),
            "c": trees.ask("three", "x", "y"),
            "x": trees.leaf("same_day"),
            "y": trees.leaf(),
        }
    )
    walk = Walk.start(tree).reply(Answer.UNSURE).reply(Answer.NO).reply(Answer.YES)
    rows = summarise(walk).path
    assert [row.node for row in rows] == ["a", "b", "c", "x"]
    assert [(way.answer, way.target) for way in rows[0].ways] == [("yes", 1), ("no", 2)]
    assert [(way.answer, way.target) for way in rows[2].ways] == [("yes", 3)]


def test_path_rows_lead_past_what_was_worked_out() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "c"),
            "b": trees.ask("two", "x", "d"),
            "c": trees.decide({"one": 1}, 1, "x", "d"),
            "d": trees.decide({"one": 1, "two": 1}, 1, "e", "y"),
            "e": trees.ask("three", "x", "y"),
            "x": trees.leaf("same_day"),
            "y": trees.leaf(),
        }
    )
    walk = Walk.start(tree, answers={"one": None, "two": False, "three": False})
    rows = path_rows(walk)
    assert [row.node for row in rows] == ["a", "b", "e", "y", "x"]
    assert [row.number for row in rows] == [1, 2, 3, 0, 0]
    ways = {(rows[way.source].node, rows[way.target or 0].node, way.label) for row in rows for way in row.ways}
    assert ways == {
        ("a", "b", "Yes"), ("a", "x", "No"), ("a", "e", "No"), ("a", "y", "No"),
        ("b", "e", "No"), ("b", "y", "No"), ("e", "y", "No"),
    }  # fmt: skip
    assert [row.node for row in path_rows(walk, whole=True) if row.known] == ["d", "c"]


def test_two_answers_that_meet_past_what_was_worked_out_are_one_way() -> None:
    tree = trees.make(
        {
            "a": trees.ask("one", "b", "x"),
            "b": trees.decide({"one": 1}, 1, "x", "y"),
            "x": trees.leaf("same_day"),
            "y": trees.leaf(),
        }
    )
    rows = path_rows(Walk.start(tree, answers={"one": None}))
    assert sorted((rows[way.target or 0].node, way.label) for way in rows[0].ways) == [("x", "Yes / No"), ("y", "Yes")]


def test_spanish_is_told_in_spanish() -> None:
    said = summarise(told(rich("es"), swelling_calf=None))
    assert said.get_help_if[0].heading == "Llame ahora al 999 si"
    assert said.nearest.startswith("Si ") or said.nearest.startswith("Otra") or said.nearest.startswith("Cambiar")
    assert said.facts.numbers == ("Edad: 30 años",)


@pytest.mark.seeds(2)
def test_nobody_who_was_sure_of_all_is_told_that_they_were_not(seed: int) -> None:
    dice, left_out = random.Random(seed), 0
    for _ in range(150):
        tree = random_tree(dice)
        answers: dict[str, Said] = {finding: dice.random() < 0.4 for finding in findings_of(tree)}
        answers |= {key: dice.randint(scale.least, scale.most) for key, scale in tree.scales.items()}
        walk = settled(Walk.start(tree, answers=answers), LeavesOut(tree))
        if not walk.not_asked:
            continue
        left_out += 1
        rows = answer_rows(walk)
        assert not [row for row in rows if row.in_doubt or row.not_sure_of or "ot sure" in row.answer], as_text(tree)
        forks = {words.text("en", f"path.if_{answer}") for answer in ("yes", "no")}
        assert not [way for row in path_rows(walk) for way in row.ways if forks & set(way.label.split(" / "))]
    assert left_out > 20


def test_what_was_left_out_is_told_once_and_is_no_answer() -> None:
    tree = trees.small()
    walk = Walk.start(tree, answers=NOTHING).leave_out("swelling", []).leave_out(_list_node(tree), ["travel"])
    said = summarise(walk, DAY)
    assert said.not_asked == ("Has travel",)
    assert "Has travel" not in (*said.facts.unsure, *said.answers[-1].not_sure_of)
    assert "travel" not in said.told
    assert not said.unknowns
    risks = _list_node(tree)
    whole = summarise(Walk.start(tree, answers=NOTHING).leave_out(risks, tree.asked(risks).findings), DAY)
    assert whole.not_asked == (tree.asked(risks).text,)
    assert (whole.asked, whole.known) == (2, 0)
    assert risks not in [row.node for row in whole.path]
    for written in (reports.to_text(whole), reports.to_html(whole)):
        assert "could not change the result" in written
    assert "could not change" not in reports.to_html(of(**NOTHING))


def _list_node(tree: Tree) -> str:
    return next(key for key, node in tree.nodes.items() if not isinstance(node, Leaf) and tree.asked(key).is_list)


def test_a_time_is_told_in_the_unit_in_which_it_was_said_and_kept_in_days() -> None:
    tree = trees.make({"d": trees.number("days", "x"), "x": trees.leaf()})
    said = summarise(typed_answers.walk_with(tree, "=3w"))
    assert said.answers[0].answer == "3 weeks"
    assert said.said == said.facts.numbers == ("How long ago did it start? 3 weeks",)
    assert summarise(typed_answers.walk_with(tree, "=21")).answers[0].answer == "21 days"
    assert msgspec.to_builtins(json_record.to_record(said))["told"] == {"days": 21}, "other programs read days"


def test_a_walk_too_long_to_try_every_answer_says_which_were_tried() -> None:
    nodes = {f"q{at}": trees.ask(f"f{at}", "x", f"q{at + 1}" if at < 199 else "y") for at in range(200)}
    tree = trees.make({**nodes, "x": trees.leaf("self_care"), "y": trees.leaf("self_care")})
    said = summarise(Walk.start(tree, answers={f"f{at}": False for at in range(200)}))
    assert said.nearest == "No other answer to one of the last 150 questions would make this more urgent."


@pytest.mark.parametrize(("said", "label"), [(True, "Yes"), (False, "No"), (None, "Not sure")])
def test_a_yes_no_question_that_only_collects_says_how_it_was_answered(said: bool | None, label: str) -> None:
    tree = trees.make({"a": trees.ask("one", "b", "x"), "b": trees.ask("two", "x", "y"), "x": trees.leaf("same_day"),
                       "y": trees.leaf()})  # fmt: skip
    tree.nodes["a"] = QuestionNode(asks="one", next="b")
    rows = path_rows(Walk.start(tree, answers={"one": said, "two": True}))
    assert [way.label for way in rows[0].ways] == [label]


@pytest.mark.parametrize(
    ("plain", "medical", "both"),
    [
        ("A clot in a vein", "Deep vein thrombosis", "A clot in a vein (Deep vein thrombosis)"),
        ("A bruise", "Bruise", "A bruise"),
        ("Gout", "Gout", "Gout"),
        ("Gout", "", "Gout"),
    ],
)
def test_the_medical_name_is_told_where_it_says_more(plain: str, medical: str, both: str) -> None:
    assert ConditionRow("id", plain, medical, "").both_names == both


def test_several_that_were_not_sure_are_told_of_as_all_or_none_of_them() -> None:
    tree = trees.make({
        "signs": trees.ask_items({"hot": 1, "red": 1}, 1, "today", "home", unsure=True),
        "today": trees.leaf("same_day"),
        "home": trees.leaf("self_care"),
    })  # fmt: skip
    (row,) = summarise(Walk.start(tree, answers={"hot": None, "red": None})).unknowns
    assert row.sentence == (
        "These make a difference: Has hot; Has red. If all of this is so: get medical care today. If none of it is: "
        "look after it at home."
    )
    assert row.effect.startswith("These make a difference. If all of them are so:")


def test_what_was_answered_elsewhere_is_not_called_left_out() -> None:
    tree = trees.small()
    walk = Walk.start(tree, answers=NOTHING).leave_out(_list_node(tree), ["travel"])
    assert summarise(walk).not_asked == ("Has travel",)
    assert summarise(walk, elsewhere={"travel": True}).not_asked == ()


@pytest.mark.parametrize("urgency", [level for level in Urgency if level is not Urgency.EMERGENCY])
@pytest.mark.parametrize("milder", [False, True])
def test_only_results_that_are_as_urgent_add_their_advice_under_a_heading_of_its_own(
    urgency: Urgency, milder: bool
) -> None:
    less = Urgency.SELF_CARE if urgency is not Urgency.SELF_CARE else Urgency.ROUTINE
    tree = trees.make(
        {
            "q": trees.ask("f", "one", "other"),
            "one": trees.leaf(str(urgency), do=("go",)),
            "other": trees.leaf(str(less if milder else urgency), do=("stay",), avoid=("run",)),
        },
        advice={"go": Advice("Go."), "stay": Advice("Stay."), "run": Advice("Run.")},
    )
    whole = summarise(Walk.start(tree, answers={"f": None}))
    first, second = ("Go.", "Stay.") if whole.urgency is urgency else ("Stay.", "Go.")
    assert (whole.own_do, whole.other_do) == ((first,), () if milder else (second,))
    for written in (reports.to_text(whole), reports.to_html(whole)):
        assert (second in written) is not milder
        assert first in written


def test_who_has_to_call_now_does_not_read_what_it_would_be_if_something_were_not_so() -> None:
    assert summarise(Walk.start(trees.small(), answers={"breathless": None})).unknowns == ()
    assert summarise(told(swelling_calf=None)).unknowns


def test_a_number_that_is_not_sure_is_told_as_not_sure_and_not_among_what_was_said() -> None:
    tree = rich()
    said = summarise(Walk.start(tree, answers={**dict.fromkeys(tree.findings, False), "age": None})).facts
    assert said.unsure == (tree.scales["age"].text,)
    assert said.numbers == ()


def test_what_was_not_sure_and_changes_the_same_is_one_sentence() -> None:
    tree = trees.make(
        {
            "a": trees.ask("a", "one", "b"), "b": trees.ask("b", "other", "c"), "c": trees.ask("c", "today", "one"),
            "one": trees.leaf("routine"), "other": trees.leaf("routine", "cyst"), "today": trees.leaf("same_day"),
        }
    )  # fmt: skip
    said = summarise(Walk.start(tree, answers={"a": None, "b": None, "c": False}))
    assert [row.mattered for row in said.unknowns] == ["result", "result"]
    assert said.unknown_lines == (
        "On its own, none of these makes it more or less urgent; each only changes what it may be: Has a; Has b",
    )
    one = replace(said, unknowns=said.unknowns[:1])
    assert one.unknown_lines == (said.unknowns[0].sentence,)


def test_what_was_said_on_a_way_that_was_left_is_marked_so_alike() -> None:
    tree = rich()
    walk = Walk.start(tree, answers={"age": 30, "cancer": False, "travel": False, "pill": True, "swelling_calf": True})
    said = summarise(walk, elsewhere={"age": 72, "cancer": True, "pill": False, "travel": False})
    assert said.facts.numbers[-1] == "Age: 72 years (said earlier)"
    assert said.facts.true[-1] == "You have been treated for cancer (said earlier)"
    assert said.facts.false[-2:] == ("You do not take a pill (said earlier)", "You have travelled (said earlier)")
    assert said.facts.lacking == ("You do not take a pill (said earlier)",)
    assert said.facts.ordinary_no[-1] == "You have travelled (said earlier)"
