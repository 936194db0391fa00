"""A walk as a case, a reviewer's word."""

import pytest

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files.review import content_hash
from kneetree.model.scales import Time
from kneetree.model.tree import Case, Expect, Review, Urgency
from tests.edits.rich import rich

DAY = ("2026-11-24", "2027-11-24")


def recorded(answers, leaves=("l_rest",), **options):
    tree = rich()
    tree.apply(edits.record_walk(tree, answers, leaves, **options))
    return list(tree.cases.values())[-1]


def test_a_case_expects_what_the_walk_reached():
    case = recorded(
        {"f_breath": True, "f_calf": None, "z_years": 60},
        ["l_soon", "l_today", "l_soon"],
        case_id=" Mine ",
        story="It hurts.",
        source="Our ward",
    )
    assert case == Case(
        id="Mine",
        story="It hurts.",
        extra={"z_years": 60},
        findings={"f_breath": True, "f_calf": None},
        expect=Expect(("c_cyst", "c_clot"), (Urgency.SAME_DAY,), Urgency.SAME_DAY),
        source="Our ward",
    )


def test_a_case_without_an_id_gets_one():
    tree = rich()
    for key in ("recorded", "recorded_2"):
        tree.apply(edits.record_walk(tree, {}, ["l_rest"], case_id="  "))
        assert list(tree.cases)[-1] == key
        assert tree.cases[key].id == key
        assert tree.cases[key].story == tree.cases[key].source == ""


@pytest.mark.parametrize(
    ("answers", "numbers", "findings"),
    [
        ({"z_years": 60, "f_calf": True}, {"z_years": 60}, {"f_calf": True}),
        ({"z_years": 0}, {"z_years": 0}, {}),
        ({"z_years": 1, "z_days": 0}, {"z_years": 1, "z_days": 0}, {}),
        ({"z_years": None, "z_days": 3}, {"z_days": 3}, {}),
        ({"f_calf": False, "f_breath": None}, {}, {"f_calf": False, "f_breath": None}),
        ({}, {}, {}),
    ],
)
def test_numbers_stand_under_their_scales_and_not_sure_is_left_out(answers, numbers, findings):
    case = recorded(answers)
    assert (case.extra, case.findings) == (numbers, findings)
    assert all(value is findings[key] for key, value in case.findings.items())


def test_what_cannot_be_recorded_is_refused():
    tree = rich()
    with pytest.raises(KneetreeError, match="no result"):
        edits.record_walk(tree, {}, [])
    with pytest.raises(KneetreeError, match="k_one"):
        edits.record_walk(tree, {}, ["l_rest"], case_id=" k_one ")


def test_a_review_is_bound_to_the_content():
    tree = rich()
    tree.apply(edits.sign_off(tree, " B. Doctor ", " Surgeon ", *DAY))
    assert tree.review == Review("B. Doctor", "Surgeon", *DAY, content_hash(rich()))
    tree.apply(edits.withdraw_review(tree))
    assert tree.review is None
    assert not edits.withdraw_review(tree)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("", "GP", *DAY), "name"),
        ((" ", "GP", *DAY), "name"),
        (("A", "", *DAY), "role"),
        (("A", " ", *DAY), "role"),
        (("A", "GP", "today", DAY[1]), "dates"),
        (("A", "GP", DAY[0], "later"), "dates"),
        (("A", "GP", DAY[0], DAY[0]), "later"),
        (("A", "GP", DAY[1], DAY[0]), "later"),
    ],
)
def test_a_review_that_cannot_be_is_refused_with_the_reason(words, reason):
    assert reason in (edits.why_not_sign(*words) or "")
    with pytest.raises(KneetreeError, match=reason):
        edits.sign_off(rich(), *words)


def test_a_review_that_fits_has_no_reason_against_it():
    assert edits.why_not_sign("A", "GP", "2026-11-24", "2026-11-25") is None


def test_a_time_is_recorded_in_days():
    days = recorded({"z_days": Time(3, "weeks")}).extra["z_days"]
    assert (days, type(days)) == (21, int)


def test_a_number_that_its_scale_no_longer_has_is_refused_before_anything_changes():
    tree = rich()
    scale, before = next(iter(tree.scales)), tree.copy()
    with pytest.raises(KneetreeError, match="is not a whole number from"):
        edits.record_walk(tree, {scale: tree.scales[scale].most + 1}, ["l_rest"])
    assert tree == before
