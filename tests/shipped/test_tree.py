"""The shipped tree as data: sound, sourced, covered by its cases, within the figures that it must reach."""

from __future__ import annotations

import datetime
import re
import statistics
from collections import Counter
from functools import cache

import pytest

from kneetree import checks
from kneetree.analysis import cases
from kneetree.analysis.cases import CaseResult, Coverage
from kneetree.analysis.statistics import stats
from kneetree.model import scales
from kneetree.model.tree import Case, PathTo, Rule, Urgency
from kneetree.proof.safety_rules import prove
from kneetree.shipped import picture_names
from tests.shipped.seeded_faults import shipped

TODAY = datetime.date(2026, 11, 24)
DEVELOPMENT = re.compile(r"(?!rt-|own-|edge-|branch-|rule-|limit-)[a-z]+-\d+")
RED_TEAM = re.compile(r"rt-")


@cache
def results() -> dict[str, CaseResult]:
    return {row.id: row for row in cases.run_cases(shipped(), shipped().cases.values())}


def group(pattern: re.Pattern[str]) -> list[CaseResult]:
    return [row for key, row in results().items() if pattern.match(key)]


def coverage() -> Coverage:
    return cases.coverage(shipped(), results().values())


def test_it_has_no_problems_of_its_own() -> None:
    problems = checks.check(shipped(), picture_names(), TODAY)
    # Sentences of 21 to 25 words are still to be split, and two danger signs say all that they mean in one; "called a
    # bursa" explains its word as it is.  There may be no more of them.
    known = {"long_sentence": 380, "medical_word": 4, "hard_to_read": 4}
    assert [str(problem) for problem in problems if problem.code not in known] == []
    found = Counter(problem.code for problem in problems)
    assert all(found[code] <= most for code, most in known.items())


def test_it_is_a_draft_that_nobody_has_reviewed() -> None:
    assert shipped().review is None


@pytest.mark.parametrize("condition", list(shipped().conditions))
def test_each_condition_is_the_first_of_a_leaf_or_named_beside_it_and_reached(condition: str) -> None:
    named = [key for key, leaf in shipped().leaves() if condition in leaf.conditions]
    assert named and not set(named) <= set(coverage().leaves)


def test_conditions_have_both_names_a_summary_and_known_sources() -> None:
    for key, condition in shipped().conditions.items():
        assert condition.name and condition.plain_name and condition.summary, key
        assert condition.sources and set(condition.sources) <= shipped().sources.keys(), key


def test_each_leaf_has_the_safety_net_and_at_most_five_others() -> None:
    for key, leaf in shipped().leaves():
        net = " ".join(shipped().warnings[warning].text for warning in leaf.warnings)
        assert leaf.get_help_if[Urgency.EMERGENCY], key
        assert len(leaf.also) <= 5, key
        assert leaf.do, key
        if leaf.urgency is not Urgency.EMERGENCY:
            for word in ("shortness of breath", "chest pain", "cold", "numb", "fever", "swell", "better|stays|gone"):
                assert re.search(word, net), f"{key}: {word}"


def test_sources_were_checked_or_say_that_they_are_general_knowledge() -> None:
    for key, source in shipped().sources.items():
        assert source.citation, key
        assert source.checked or source.citation == "General knowledge, not checked", key


def test_an_emergency_takes_thirteen_questions_at_most() -> None:
    rule = Rule(id="x", statement="x", every_path_to=PathTo(urgency=Urgency.EMERGENCY), questions_at_most=13)
    assert prove(shipped(), rule).holds


def test_no_case_is_less_urgent_or_more_urgent_than_its_band() -> None:
    assert {key: row.triage for key, row in results().items() if row.triage != "right"} == {}


def test_walks_are_short() -> None:
    asked = [row.questions for row in results().values()]
    assert max(asked) <= 20
    assert statistics.median(asked) <= 13


def test_the_ceiling_is_proven() -> None:
    found = stats(shipped())
    assert (found.longest_walk.most, found.longest_walk.at_most) == (24, 24)
    assert (found.most_lines.most, found.most_lines.at_most) == (117, 117)


def test_no_question_is_idle() -> None:
    assert stats(shipped()).never_change_a_result == ()


@pytest.mark.parametrize(("pattern", "total"), [(DEVELOPMENT, 75), (RED_TEAM, 212)])
def test_the_figures_are_reached(pattern: re.Pattern[str], total: int) -> None:
    rows = group(pattern)
    figures, naming = cases.summarise(rows), sum(row.condition != "none" for row in rows)
    assert figures.total == total
    assert figures.under_triaged == 0
    assert figures.triage_right >= 0.95 * total
    assert figures.over_triaged <= 0.05 * total
    assert figures.condition_first >= 0.75 * naming
    assert figures.condition_listed >= 0.95 * naming
    assert figures.mean_conditions <= 3.5


def test_every_answer_and_every_leaf_is_taken_by_a_case() -> None:
    assert coverage().leaves == ()
    assert coverage().branches == ()


def limits() -> list[str]:
    """The thresholds on which questions and decisions turn."""
    turning = {finding for asked in shipped().all_asked() for finding in asked.findings}
    return sorted(finding for finding in turning if scales.threshold_of(finding, shipped().scales))


@pytest.mark.parametrize("finding", limits())
def test_cases_stand_right_at_both_sides_of_a_limit(finding: str) -> None:
    limit = scales.threshold(finding)
    assert limit is not None
    scale, number = limit
    measured = {case.extra.get(scale) for case in shipped().cases.values()}
    assert {number - 1, number} <= measured


def test_cases_have_a_story_and_name_their_source() -> None:
    lacking: list[Case] = [case for case in shipped().cases.values() if not case.story or not case.source]
    assert [case.id for case in lacking] == []
