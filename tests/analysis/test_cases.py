"""Cases: people whose result is known, and how well a tree does by them."""

from __future__ import annotations

import time

import pytest

from kneetree import shipped
from kneetree.analysis import cases
from kneetree.files import tree_files
from kneetree.model.tree import Case, Expect, Finding, Urgency
from kneetree.proof.solver import Contradiction
from tests import trees
from tests.report.walks import rich


def case(key: str, conditions: tuple[str, ...] = (), urgency: tuple[str, ...] = (), **more: object) -> Case:
    numbers = {name: more.pop(name) for name in ("age", "days") if name in more}
    return Case(id=key, expect=Expect(conditions, tuple(Urgency(level) for level in urgency)), extra=numbers, **more)


@pytest.mark.parametrize(
    ("findings", "band", "triage"),
    [
        ({"swelling_calf": True}, ("same_day",), "right"),
        ({"swelling_calf": True}, ("emergency",), "under"),
        ({"swelling_calf": True}, ("self_care", "routine"), "over"),
        ({}, ("same_day", "emergency"), "under"),
        ({}, (), "right"),
    ],
)
def test_triage_against_the_band(findings: dict[str, bool], band: tuple[str, ...], triage: str) -> None:
    assert cases.run_case(trees.small(), case("a", (), band, findings=findings)).triage == triage


@pytest.mark.parametrize(
    ("expected", "naming"), [(("dvt",), "first"), (("strain",), "listed"), (("cyst",), "missed"), ((), "none")]
)
def test_naming_the_condition(expected: tuple[str, ...], naming: str) -> None:
    result = cases.run_case(trees.small(), case("a", expected, findings={"swelling_calf": True}))
    assert result.condition == naming


def test_a_condition_that_may_be_listed_counts_as_listed_but_not_as_first() -> None:
    expect = Expect(("cyst",), (), None, ("strain",))
    assert cases.run_case(trees.small(), Case(id="a", findings={"swelling_calf": True}, expect=expect)).condition == (
        "listed"
    )
    assert cases.run_case(trees.small(), Case(id="a", expect=expect)).condition == "listed"
    other = Expect(("cyst",), (), None, ("embolism",))
    assert cases.run_case(trees.small(), Case(id="a", expect=other)).condition == "missed"


def test_lines_are_counted_where_they_are_asked() -> None:
    tree = trees.make(
        {
            "n": trees.number("age", "a"),
            "a": trees.ask("one", "b", "y"),
            "b": trees.collect(["one", "two", "three"], "c"),
            "c": trees.ask_items({"two": 1, "four": 1, "five": 1}, 1, "d", "y"),
            "d": trees.decide({"age_at_least_40": 1, "two": 1}, 2, "x", "y"),
            "x": trees.leaf("same_day"),
            "y": trees.leaf(),
        }
    )
    result = cases.run_case(tree, case("a", age=50, findings={"one": True, "two": True}))
    assert result.path == (
        ("n", "next", "asked"), ("a", "yes", "asked"), ("b", "next", "asked"), ("c", "yes", "known"),
        ("d", "yes", "decided"),
    )  # fmt: skip
    assert (result.questions, result.lines) == (3, 4)
    assert cases.run_case(tree, case("a", age=50, findings={"one": True})).lines == 6


def test_a_result_says_how_it_came_about() -> None:
    result = cases.run_case(trees.small(), case("a", findings={"swelling_calf": None}))
    assert result.leaves == ("clot_today", "strain")
    assert result.path == (("lungs", "no", "asked"), ("calf", "unsure", "asked"), ("risks", "no", "asked"))
    assert result.questions == 3
    assert result.lines == 5, "two questions and three statements of a list"
    assert result.conditions == ("dvt", "strain")


def test_what_is_not_mentioned_has_its_usual_value() -> None:
    tree = trees.small()
    tree.findings["swelling_calf"] = Finding("Swollen", usual=True)
    assert cases.run_case(tree, case("a")).leaves == ("clot_today",)
    assert cases.run_case(tree, case("a", findings={"swelling_calf": False})).leaves == ("strain",)


def test_age_and_days_decide_thresholds() -> None:
    tree = trees.make(
        {
            "old": trees.ask("age_at_least_60", "x", "new"),
            "new": trees.ask("days_at_least_7", "y", "z"),
            "x": trees.leaf("same_day"),
            "y": trees.leaf("routine"),
            "z": trees.leaf("self_care"),
        }
    )
    assert cases.run_case(tree, case("a", age=60, days=1)).leaves == ("x",)
    assert cases.run_case(tree, case("a", age=59, days=7)).leaves == ("y",)
    assert cases.run_case(tree, case("a", age=1, days=0)).leaves == ("z",)
    assert cases.run_case(tree, case("a", days=0)).leaves == ("x", "z"), "no age is not sure"


def test_the_figures_of_many() -> None:
    tree = trees.small()
    many = [
        case("right", ("dvt",), ("same_day",), findings={"swelling_calf": True}),
        case("under", ("dvt",), ("same_day",)),
        case("over", ("strain",), ("self_care",), findings={"swelling_calf": True}),
    ]
    summary = cases.summarise(cases.run_cases(tree, many))
    assert (summary.total, summary.triage_right, summary.under_triaged, summary.over_triaged) == (3, 1, 1, 1)
    assert (summary.condition_first, summary.condition_listed) == (1, 2)
    assert (summary.median_questions, summary.max_questions) == (2, 3)
    assert (summary.median_lines, summary.max_lines) == (2, 5)
    assert summary.mean_conditions == pytest.approx(5 / 3, abs=0.001)
    assert cases.summarise([]).total == 0


def test_the_triage_table_counts_best_against_given() -> None:
    tree = trees.small()
    many = list(tree.cases.values())
    table = cases.triage_table(many, cases.run_cases(tree, many))
    assert table[Urgency.SAME_DAY][Urgency.SAME_DAY] == 1
    assert table[Urgency.SELF_CARE][Urgency.SELF_CARE] == 1
    assert sum(sum(row.values()) for row in table.values()) == 2


def test_only_who_is_under_triaged_counts_as_too_late() -> None:
    tree = trees.small()
    fine = Case(id="fine", expect=Expect((), (Urgency.SAME_DAY, Urgency.SELF_CARE), Urgency.SAME_DAY))
    late = Case(id="late", expect=Expect((), (Urgency.SAME_DAY,), Urgency.SAME_DAY))
    results = cases.run_cases(tree, [fine, late])
    assert {row.urgency for row in results} == {Urgency.SELF_CARE}
    table = cases.triage_table([fine, late], results)
    assert table[Urgency.SAME_DAY][Urgency.SELF_CARE] == 2
    assert cases.under_table([fine, late], results) == {(Urgency.SAME_DAY, Urgency.SELF_CARE): 1}
    assert cases.under_table([fine], results[:1]) == {}
    assert cases.summarise(results).condition_first == cases.summarise(results).condition_listed == 0


def test_coverage_names_what_no_case_takes() -> None:
    tree = trees.small()
    missing = cases.coverage(tree, cases.run_cases(tree, tree.cases.values()))
    assert missing.branches == (("lungs", "yes"), ("risks", "yes"))
    assert missing.leaves == ("lungs_now",)


@pytest.mark.timed
def test_the_shipped_cases_run_between_two_key_presses() -> None:
    tree = tree_files.read_tree(shipped.SHIPPED_TREE).tree
    started = time.process_time()
    results = cases.run_cases(tree, tree.cases.values())
    assert time.process_time() - started < 1, "0.3 s on an idle machine"
    assert cases.summarise(results).under_triaged == 0


def test_coverage_counts_what_only_goes_on_and_decisions() -> None:
    tree = rich()
    missing = cases.coverage(tree, [cases.run_case(tree, case("a", age=30, findings={"travel": True}))])
    assert missing.branches == (("calf", "yes"), ("score", "yes"), ("adult", "no"))
    assert missing.leaves == ("clot_today", "clot_soon", "growing")


@pytest.mark.parametrize(
    ("band", "given", "triage"),
    [
        (("self_care", "same_day"), "within_days", "right"),
        (("emergency", "self_care"), "same_day", "right"),
        (("routine", "within_days"), "self_care", "under"),
        (("routine", "within_days"), "same_day", "over"),
        ((), "emergency", "right"),
    ],
)
def test_a_band_reaches_from_its_lowest_to_its_highest_level(band: tuple[str, ...], given: str, triage: str) -> None:
    tree = trees.make({"a": trees.ask("f", "b", "c"), "b": trees.leaf(given), "c": trees.leaf(given, "cyst")})
    person = Case(id="p", expect=Expect(urgency=tuple(Urgency(level) for level in band)))
    assert cases.run_case(tree, person).triage == triage


def test_whoever_would_end_elsewhere_for_what_is_left_out_is_told_of() -> None:
    tree = trees.small()
    with pytest.raises(Contradiction, match="'a' ends elsewhere"):
        cases.saved(tree, tree.cases.values(), lambda walk: walk.tree.asked(walk.question).facts)
