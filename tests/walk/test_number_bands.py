"""A range that is chosen settles all that its number decides."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneetree.files import tree_files
from kneetree.model.scales import Span, amount, cuts, days
from kneetree.model.tree import Rule, Tree, Urgency
from kneetree.report.facts import number_fact
from kneetree.shipped import SHIPPED_TREE
from kneetree.walk.number_bands import MOST_BANDS, bands_of, settles_all
from kneetree.walk.walk import Walk
from tests import trees
from tests.walk.players import one_more


def on_ages(*ages: int, **more: object) -> Tree:
    """A tree that asks for an age and decides on each of ``ages``."""
    nodes = {"age": trees.number("age", f"at{ages[0]}" if ages else "end")}
    for age, following in zip(ages, [*ages[1:], None], strict=False):
        nodes[f"at{age}"] = trees.decide(
            {f"age_at_least_{age}": 1}, 1, f"yes{age}", f"at{following}" if following else "end"
        )
        nodes[f"yes{age}"] = trees.leaf("same_day")
    return trees.make({**nodes, "end": trees.leaf()}, **more)


def ends(bands: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(band.least, band.most) for band in bands]


def test_ranges_lie_between_thresholds() -> None:
    bands = bands_of(on_ages(17, 60), "age")
    assert ends(bands) == [(0, 16), (17, 59), (60, 120)]
    assert [int(band) for band in bands] == [8, 38, 60], "a number in the range, which somebody may well be"


def test_a_number_on_which_nothing_turns_has_none() -> None:
    assert bands_of(on_ages(), "age") == ()


def test_rules_count_too_unless_there_are_too_many_ranges() -> None:
    rule = Rule(id="r", statement="So.", given={"age_at_least_40": True}, urgency_at_least=Urgency.ROUTINE)
    assert ends(bands_of(on_ages(17, 60, rules={"r": rule}), "age")) == [(0, 16), (17, 39), (40, 59), (60, 120)]
    many = on_ages(10, 20, 30, 50, 60, 70, 80, rules={"r": rule})
    assert ends(bands_of(many, "age")) == [
        (0, 9),
        (10, 19),
        (20, 29),
        (30, 49),
        (50, 59),
        (60, 69),
        (70, 79),
        (80, 120),
    ]


def test_of_many_ranges_the_likeliest_are_offered_and_none_is_joined() -> None:
    tree = on_ages(3, 8, 9, 17, 25, 30, 40, 45, 50, 55, 60)
    bands = bands_of(tree, "age")
    assert ends(bands)[0] == (9, 16)
    assert len(bands) == MOST_BANDS + 1, "25 to 29 is short, and lies between others that are offered"
    assert (8, 8) not in ends(bands)
    assert ends(bands)[-1] == (60, 120)
    assert not settles_all(tree.scales["age"], bands)


@given(trees.trees(), st.data())
def test_every_number_of_a_range_leads_the_same_way(tree: Tree, data: st.DataObject) -> None:
    """Also where the number is asked while another branch is open, and where an earlier answer is changed."""
    walk = Walk.start(tree)
    while not walk.finished:
        walk = one_more(walk, data)
    for scale in tree.scales:
        for band in bands_of(tree, scale):
            ways = [walk.answer({scale: number}) for number in (band.least, band.most, band)]
            paths = [[(step.node, step.how) for step in way.path] for way in ways]
            assert paths[0] == paths[1] == paths[2]
            assert ways[0].leaves == ways[1].leaves == ways[2].leaves


@pytest.mark.parametrize("scale", ["age", "days"])
def test_the_shipped_tree_offers_ranges_that_settle_all_it_decides(scale: str) -> None:
    tree = tree_files.read_tree(SHIPPED_TREE).tree
    bands = bands_of(tree, scale)
    assert 2 < len(bands) <= (MOST_BANDS if scale == "age" else 11), "a time may be a short one between two long ones"
    assert all(band.most + 1 == following.least for band, following in pairwise(bands))
    named = [finding for asked in tree.all_asked() for finding in asked.findings]
    for band in bands:
        assert not [cut for cut in cuts(named, tree.scales)[scale] if band.least < cut <= band.most]
    assert len({amount(tree.scales[scale], band, "en") for band in bands}) == len(bands)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["12 weeks, not yet 3 months", "3 months"]),
        ("es", ["12 semanas, todavía no 3 meses", "3 meses"]),
    ],
)
def test_exactly_three_months_is_a_range_of_its_own(language: str, words: list[str]) -> None:
    tree = tree_files.read_tree(SHIPPED_TREE).tree
    scale, bands = tree.scales["days"], bands_of(tree, "days")
    found = [next(band for band in bands if band.least <= number <= band.most) for number in (84, days(3, "months"))]
    assert [amount(scale, band, language) for band in found] == words
    assert settles_all(scale, bands)


def test_a_report_tells_the_range_and_not_a_number_that_nobody_gave() -> None:
    tree = on_ages(17, 60)
    assert number_fact(tree, "age", Span(17, 59)) == "Age: 17 to 59 years"
    assert Walk.start(tree).answer({"age": Span(60, 120, 60)}).leaves == ("yes17",)
