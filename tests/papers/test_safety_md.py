"""SAFETY.md says only what is there: rules and tests that exist, every rule in the log, figures that come out."""

from __future__ import annotations

import fnmatch
import itertools
import re
import statistics
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import astuple

from kneetree.analysis import cases
from kneetree.files import tree_files
from kneetree.files.translation import originals
from kneetree.model.tree import Case, Urgency
from kneetree.proof.lowering import Lowerings
from tests.files import test_faults
from tests.shipped.seeded_faults import shipped

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "SAFETY.md").read_text(encoding="utf-8")
IN_TICKS = re.compile(r"`([^`]+)`")


def table(heading: str) -> list[list[str]]:
    """The rows of the first table below a heading, without its head."""
    part = re.split(r"\n##+ ", re.split(rf"\n##+ {re.escape(heading)}\n", TEXT)[1])[0]
    lines = itertools.dropwhile(lambda line: not line.startswith("|"), part.splitlines())
    rows = [line.strip("|").split("|") for line in itertools.takewhile(lambda line: line.startswith("|"), lines)]
    return [[cell.strip() for cell in row] for row in rows[2:]]


@cache
def known_tests() -> frozenset[str]:
    files = (ROOT / "tests").rglob("test_*.py")
    return frozenset(name for path in files for name in re.findall(r"def (test_\w+)", path.read_text(encoding="utf-8")))


def rules_named(name: str) -> set[str]:
    return set(fnmatch.filter(shipped().rules, name))


HAZARDS = table("Hazard log")


def test_the_log_is_whole() -> None:
    assert len(HAZARDS) >= 25
    assert [int(row[0]) for row in HAZARDS] == list(range(1, len(HAZARDS) + 1))
    assert all(len(row) == 7 and all(row) for row in HAZARDS)


@pytest.mark.parametrize("row", HAZARDS, ids=[row[1] for row in HAZARDS])
def test_each_hazard_names_rules_or_tests_that_exist(row: list[str]) -> None:
    names = IN_TICKS.findall(row[5])
    assert names
    assert [name for name in names if name not in known_tests() and not rules_named(name)] == []


def test_every_rule_answers_a_hazard() -> None:
    named = {rule for row in HAZARDS for name in IN_TICKS.findall(row[5]) for rule in rules_named(name)}
    assert shipped().rules.keys() - named == set()


def test_other_tests_that_are_named_exist() -> None:
    assert {name for name in IN_TICKS.findall(TEXT) if name.startswith("test_")} <= known_tests()


def test_all_claims_are_there() -> None:
    assert [int(row[0]) for row in table("The claims that this began with")] == list(range(1, 31))


def people_of(group: str) -> list[Case]:
    """The cases of the tree whose ids match a pattern, or those of a file of people by others."""
    if group.endswith(".json"):
        return list(tree_files.read_cases(ROOT / "tests" / "cases" / group, shipped().scales).cases.values())
    return [case for key, case in shipped().cases.items() if re.match(group, key)]


OF_VERSION_1 = r"(?!branch-|rule-|limit-)"
GROUPS = (
    rf"{OF_VERSION_1}(?!rt-|own-|edge-)",
    "rt-",
    "own-|edge-",
    "branch-",
    "rule-",
    "limit-",
    "hard-to-place.json",
    "first-strangers.json",
    "second-strangers.json",
    "third-strangers.json",
    "fourth-strangers.json",
    "fifth-strangers.json",
)


@pytest.mark.parametrize(("group", "row"), list(zip(GROUPS, table("Figures"), strict=True)), ids=GROUPS)
def test_the_figures_come_out(group: str, row: list[str]) -> None:
    found = cases.summarise(cases.run_cases(shipped(), people_of(group)))
    counted = (found.total, found.triage_right, found.under_triaged, found.over_triaged)
    assert tuple(map(int, row[1:])) == (*counted, found.condition_first, found.condition_listed)


def test_the_lengths_come_out() -> None:
    people = [person for group in (OF_VERSION_1, "published.json", "hard-to-place.json") for person in people_of(group)]
    found = cases.run_cases(shipped(), people)
    levels = ({Urgency.EMERGENCY}, {Urgency.SAME_DAY}, {Urgency.ROUTINE, Urgency.SELF_CARE})
    for row, level in zip(table("How long it is"), levels, strict=False):
        walks = [walk for walk in found if walk.urgency in level]
        assert float(row[1]) == statistics.median(walk.questions for walk in walks), row[0]
        assert float(row[2]) == statistics.median(walk.lines for walk in walks), row[0]


def test_what_reassures_lowers_only_what_is_written() -> None:
    told = {}
    for name, _, high, low in table("What may lower a result"):
        told[IN_TICKS.findall(name)[0], "answered no" not in name] = (high, low.replace(" ", "-"))
    marked = {key for key, finding in shipped().findings.items() if finding.reassures}
    assert {finding for finding, _ in told} == marked
    for finding, value in told:
        found = next(one for one in Lowerings(shipped()).steps({finding: value}) if one is not None)
        assert found.exact and found.high and found.low
        assert (found.high.replace("_", " "), found.low.replace("_", "-")) == told[finding, value], finding


@pytest.mark.parametrize("row", table("Software it is built on"), ids=lambda row: row[0])
def test_the_software_is_what_the_package_asks_for(row: list[str]) -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lowest = re.search(r"[\d.]+", row[2])
    assert lowest and f">={lowest[0]}" in project
    assert row[0].split()[0] in project or row[0] == "Python"


# -- what no safety rule can say -------------------------------------------------------------------------------


def texts() -> list[str]:
    """Every text that a person can read but what the tree says about itself."""
    texts = (entry for part, _, entry in originals(shipped()) if part != "about")
    return [text for entry in texts for text in astuple(entry)[1:] if isinstance(text, str) and text]


def test_no_text_rules_a_clot_out() -> None:
    says = re.compile(
        r"(is|are) (not|no)( a)?( blood)? clot|cannot be a( blood)? clot|rules? out a clot|clot (is|was) ruled out",
        re.I,
    )
    assert [text for text in texts() if says.search(text)] == []


def test_nobody_is_asked_for_a_pulse_or_to_pull_the_toes_up() -> None:
    questions = shipped().questions.values()
    asked = [text for question in questions for text in (question.text, question.help, question.answer_rule)]
    asked += [finding.statement for finding in shipped().findings.values()]
    says = re.compile(r"(?<!like a )\bpulses?\b|pull\w* .*\b(foot|toes?) (up|back)|homans", re.I)
    assert [text for text in asked if says.search(text)] == []


def test_the_place_question_tells_the_kneecap_from_the_hollow() -> None:
    where = shipped().asked("ask_where")
    places = {line.finding: line.text for line in where.lines}
    assert "hollow" in places["pain_behind"] and "kneecap" in places["pain_front"]
    assert where.picture


def test_anti_inflammatories_come_with_who_must_not_take_them() -> None:
    named = []
    for key, leaf in shipped().leaves():
        do, avoid = ([shipped().advice[line].text for line in lines] for lines in (leaf.do, leaf.avoid))
        if any("ibuprofen gel" in text for text in do):
            named.append(key)
            for word in ("pregnan", "blood thinner", "kidney", "heart failure", "ulcer"):
                assert word in " ".join(avoid), key
    assert named


def test_claims_that_are_wrong_are_not_repeated() -> None:
    summary = {key: condition.summary for key, condition in shipped().conditions.items()}
    assert "twist" in summary["patellar_dislocation"] and "front" in summary["patellar_dislocation"]
    assert "fluid-filled" in summary["bakers_cyst_intact"]
    assert "joint fluid leaks" in summary["bakers_cyst_ruptured"]
    assert "rare" in summary["malignant_bone_tumour"]
    assert "itch" not in summary["peripheral_arterial_disease"]
    assert "completely" not in summary["dvt"]


def test_the_figures_of_faults_are_what_is_tried() -> None:
    tried, asked = (
        sum(places for calls in works.values() for places in calls.values())
        for works in (test_faults.CALLS, test_faults.ASKS)
    )
    rows = re.findall(r"^\| [^|]*(killed|fails)[^|]* \| (\d+) \| (\d+) \|$", TEXT, re.MULTILINE)
    errors = len([fault for fault in test_faults.FAULTS if fault.startswith("error")])
    assert rows == [("killed", str(tried), "0"), ("fails", str(tried * errors + asked), "0")]
