"""The lines of a result read right even to people who already have what they warn of.

A line of advice or a warning knows nothing about the person who gets it, so it is worded to fit everybody: a warning of
something that the person may already have also says "worse", and an age is told as an age, not as a doubt about the
reader's.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from kneetree.analysis import cases
from kneetree.files import tree_files
from kneetree.walk.walk import Walk
from tests.shipped.in_languages import shipped_in

FILES = sorted((Path(__file__).parent.parent / "cases").glob("*.json"))
TRUE_ALREADY = {
    "w_swelling_leg": ("swelling_calf", "swelling_whole_leg"),
    "w_leg_thicker": ("swelling_calf", "swelling_whole_leg"),
    "w_hot_knee": ("swelling_knee",),
    "w_fever": ("fever",),
    "w_child_ill": ("feels_unwell",),
    "w_gives_way": ("giving_way", "swelling_knee"),
    "w_weight_loss": ("weight_loss", "feels_unwell", "pale_tired_bruises_or_infections"),
    "w_night": ("night_or_rest_pain",),
    "w_rest_pain": ("foot_pain_eased_hanging_down", "night_or_rest_pain"),
    "w_big_bruise": ("bruising",),
    "w_sore_red": ("red_or_warm",),
    "w_red_spreads": ("red_or_warm",),
    "w_calf_warm": ("red_or_warm",),
    "w_getting_worse": ("getting_worse",),
}
"""What a warning is about, as far as people with such a result may have it already."""
GETTING_WORSE = {
    "en": re.compile(r"\b(more|worse|higher|spreads|redder|warmer)\b"),
    "es": re.compile(r"\b(más|peor|extiende|sube)\b"),
}
OWN_AGE = {
    "en": re.compile(r"\bif you are (?:\d+|(?:aged|over|under|younger|older)\b.*?\d)", re.IGNORECASE),
    "es": re.compile(r"\bsi (?:usted )?tiene (?:menos de |más de )?\d+ años", re.IGNORECASE),
}


@cache
def walks(language: str) -> tuple[Walk, ...]:
    tree = shipped_in(language)
    others = (tree_files.read_cases(file, tree.scales).cases.values() for file in FILES)
    return tuple(cases.walk_of(tree, case) for case in chain(tree.cases.values(), *others))


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_warning_about_what_somebody_has_speaks_of_its_getting_worse(language: str) -> None:
    tree, met, wrong = shipped_in(language), set(), set()
    for walk in walks(language):
        true = {fact for fact, value in walk.said.items() if value is True}
        warned = {key for leaf in walk.leaves for keys in tree.leaf(leaf).get_help_if.values() for key in keys}
        about = {key for key in warned & TRUE_ALREADY.keys() if true.intersection(TRUE_ALREADY[key])}
        met |= about
        wrong |= {key for key in about if not GETTING_WORSE[language].search(tree.warnings[key].text)}
    assert len(met) >= 10
    assert wrong == set()


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_line_doubts_an_age_that_was_given(language: str) -> None:
    tree = shipped_in(language)
    lines = {
        **{key: line.text for key, line in tree.advice.items()},
        **{key: line.text for key, line in tree.warnings.items()},
    }
    assert {key for key, text in lines.items() if OWN_AGE[language].search(text)} == set()
