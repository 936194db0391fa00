"""What ``check`` finds out beside problems: how strong rules are, what can lower a result, how far it is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from kneetree.cli import checking, print_check
from kneetree.cli.checking import Checked
from kneetree.cli.progress import TerminalProgress
from kneetree.files import tree_files
from kneetree.model.tree import Case, Exemption, Expect, Finding, PathTo, Rule, Tree, Urgency
from kneetree.proof import safety_rules, solver
from tests import trees
from tests.proof.test_rules_by_brute_force import with_rules
from tests.proof.test_trust import HOSTILE, pigeons
from tests.trees import ask, leaf, make


def guarded() -> Tree:
    """A tree in which sitting excuses a swollen calf, and walking lowers the result of a fever."""
    tree = make(
        {
            "calf": ask("swollen", "sat", "fever"),
            "sat": ask("sitting", "today", "now"),
            "fever": ask("fever", "walk", "rest"),
            "walk": ask("walks", "soon", "today"),
            "now": leaf("emergency", "embolism"),
            "today": leaf("same_day", "dvt"),
            "soon": leaf("within_days", "strain"),
            "rest": leaf("self_care", "strain"),
        }
    )
    tree.findings["walks"] = Finding("You can walk", usual=True)
    tree.findings["sitting"] = Finding("You sat for long")
    tree.rules["calf"] = Rule(
        id="calf",
        statement="A swollen calf is an emergency.",
        given={"swollen": True},
        urgency_at_least=Urgency.EMERGENCY,
        unless=(Exemption({"sitting": True}, "General knowledge."),),
    )
    tree.rules["hot"] = Rule(
        id="hot",
        statement="Fever is seen.",
        given={"fever": True, "swollen": False, "walks": True},
        urgency_at_least=Urgency.WITHIN_DAYS,
    )
    return tree


def checked(tree: Tree) -> Checked:
    return checking.check(tree, Path("none.json"), lambda doing: None)


def rows(tree: Tree) -> dict[str, Any]:
    found: dict[str, Any] = print_check.check_rows(tree, checked(tree))
    return found


def test_each_rule_is_told_with_its_strength() -> None:
    calf, hot = rows(guarded())["rules"]
    assert list(calf) == ["id", "holds", "decided", "words", "needless", "without", "path", "other_path"]
    assert calf["without"] == [
        {"why": "General knowledge.", "urgency_at_least": Urgency.SAME_DAY, "extra": {"sitting": True}, "condition": ""}
    ]
    assert (calf["needless"], hot["needless"]) == ((), ("swollen", "walks"))


def test_a_hidden_exemption_is_among_what_the_rule_is_told_without() -> None:
    tree = guarded()
    tree.rules["hot"] = Rule(
        id="hot", statement="s", given={"fever": True, "walks": False}, urgency_at_least=Urgency.SAME_DAY
    )
    tree.findings["walks"] = Finding("You can walk")
    without = rows(tree)["rules"][1]["without"]
    assert without == [
        {"why": "", "urgency_at_least": Urgency.WITHIN_DAYS, "extra": {"walks": True}, "condition": "walks"}
    ]


def test_what_can_lower_a_result_is_told_the_worst_first() -> None:
    assert rows(guarded())["lowering"] == [
        {"finding": "sitting", "from": Urgency.EMERGENCY, "to": Urgency.SAME_DAY, "value": True},
    ]
    tree = guarded()
    tree.findings["walks"] = Finding("You can walk")
    assert [row["finding"] for row in rows(tree)["lowering"]] == ["sitting", "walks"]


def test_whatever_is_found_first_the_one_that_falls_furthest_is_told_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = make(
        {
            "one": ask("one", "today", "two"),
            "two": ask("two", "rest", "now"),
            "now": leaf("emergency", "embolism"),
            "today": leaf("same_day", "dvt"),
            "rest": leaf("self_care", "strain"),
        }
    )
    steps = checking.Lowerings.steps
    for turned in (False, True):
        monkeypatch.setattr(
            checking.Lowerings, "steps", lambda self, t=turned: sorted(filter(None, steps(self)), reverse=t)
        )
        found = checked(tree)
        assert [one.finding for one in found.lowerings] == ["two", "one"]
        print_check.print_check(tree, found, [])
        assert "2 of 2; the worst is two, from emergency to self care.\n" in capsys.readouterr().out


def test_the_text_names_both(capsys: pytest.CaptureFixture[str]) -> None:
    tree = guarded()
    print_check.print_check(tree, checked(tree), [], verbose=True)
    shown = capsys.readouterr().out
    assert (
        "  Without the exception 'General knowledge.', only same day would be guaranteed. This is enough: You sat "
        "for long (sitting = true)\n"
    ) in shown
    assert (
        "can lower a result: sitting = true: You sat for long; from emergency to same day; the ways part at sat\n"
    ) in shown
    assert "Facts that can lower a result: 1 of 4; the worst is sitting, from emergency to same day.\n" in shown
    print_check.print_check(tree, checked(tree), [])
    shown = capsys.readouterr().out
    assert "\ncan lower a result:" not in shown
    assert "Without" not in shown
    assert "needless_condition" in shown


def test_an_exception_that_costs_nothing_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    tree = guarded()
    tree.rules["calf"] = structs.replace(tree.rules["calf"], urgency_at_least=Urgency.ROUTINE)
    print_check.print_check(tree, checked(tree), [], verbose=True)
    assert "Without" not in capsys.readouterr().out


def test_two_people_who_break_a_rule_are_told_with_what_tells_them_apart(capsys: pytest.CaptureFixture[str]) -> None:
    tree = guarded()
    tree.rules["never"] = Rule(id="never", statement="Sitting excuses nothing.", never_lowers={"sitting": True})
    print_check.print_check(tree, checked(tree), [])
    assert (
        "  calf yes -> sat no -> now\n  calf yes -> sat yes -> today\n"
        "  The two differ in sitting; their ways part at sat.\n"
    ) in capsys.readouterr().out


def test_without_the_solver_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ImportError

    monkeypatch.setattr(solver, "_solvers", missing)
    tree = guarded()
    found = checked(tree)
    assert [verdict.holds for verdict in found.verdicts] == [None, None]
    assert found.fails
    assert found.lowerings == []
    sentences = [one.message for one in found.problems if one.code == "not_decided"]
    assert any(sentence.startswith("What can lower a result is not known. ") for sentence in sentences)
    assert all(row["holds"] is None and row["decided"] is False for row in rows(tree)["rules"])


def test_a_finding_that_is_not_decided_is_named_and_no_claim_is_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def give_up(*_: object) -> Any:
        raise solver.NotDecided
        yield

    monkeypatch.setattr("kneetree.proof.two_people.TwoPeople.fall", give_up)
    tree = guarded()
    found = checked(tree)
    assert {one.finding for one in found.lowerings if one.lowers is None} == set(tree.findings)
    assert any(one.message.startswith("Whether this can lower a result is not known: ") for one in found.problems)
    print_check.print_check(tree, found, [], verbose=True)
    shown = capsys.readouterr().out
    assert "Facts that can lower a result: 0 of 4. 4 could not be decided." in shown
    assert "not decided whether it lowers a result: sitting = true: You sat for long" in shown


def test_a_fault_of_the_proof_is_told_at_its_rule_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = guarded()
    tree.nodes["calf"] = tree.nodes["calf"].__class__(asks="swollen", yes="fever", no="sat")
    truly = safety_rules.breaks

    def wrong(*given: Any) -> bool:
        return given[2].id != "calf" and truly(*given)

    monkeypatch.setattr(safety_rules, "breaks", wrong)
    calf, hot = safety_rules.prove_all(tree)
    assert calf.holds is None
    assert "please report it" in calf.reason
    assert hot.decided


def test_a_terminal_is_told_how_far_it_is_once_it_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    clock = [0.0]
    progress = TerminalProgress(lambda: clock[0])
    progress("one")
    assert capsys.readouterr().err == ""
    clock[0] = 1.5
    progress("two is longer")
    progress("too soon after it")
    clock[0] = 2.0
    progress("three")
    shown = capsys.readouterr().err
    assert "two is longer ..." in shown and "too soon" not in shown and shown.count("\r") == 2
    progress.end()
    assert capsys.readouterr().err == f"\r{' ' * len('two is longer ...')}\r"


def test_what_is_no_terminal_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    progress = TerminalProgress(lambda: 100.0)
    progress._next = 0
    progress("one")
    progress.end()
    assert capsys.readouterr().err == ""


def test_progress_is_told_of_every_part() -> None:
    told: list[str] = []
    checking.check(trees.small(), Path("none.json"), told.append)
    assert {doing.partition(",")[0] for doing in told} == {
        "looking for problems", "proving safety rules", "how strong the rules are", "what can lower a result",
        "walking the cases",
    }  # fmt: skip


SECONDS = 12
"""The processor time that a check of a hostile tree may take; it took 40 to 105 s once."""


@pytest.mark.skipif(sys.platform != "linux", reason="processor time is measured on Linux")
@pytest.mark.parametrize("name", sorted(path.stem for path in HOSTILE.glob("*.json")))
def test_a_check_of_a_hostile_tree_ends_soon_and_tells_of_every_rule_and_case(name: str) -> None:
    tree = tree_files.read_tree(HOSTILE / f"{name}.json").tree
    work = [sys.executable, "-c", "from kneetree.__main__ import main; main()", "check", str(HOSTILE / f"{name}.json")]
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([*work, "--json"], capture_output=True, text=True, timeout=12 * SECONDS, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = json.loads(done.stdout)
    assert {row["id"] for row in told["rules"]} == set(tree.rules)
    assert told["cases"]["total"] == len(tree.cases)
    assert after.ru_utime - before.ru_utime < SECONDS


def test_what_cannot_be_decided_hides_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "MOST_CONFLICTS", 200)
    rules = [
        Rule(id="hard", statement="s", every_path_to=PathTo(urgency=Urgency.EMERGENCY), questions_at_most=0),
        Rule(id="broken", statement="s", given={}, urgency_at_least=Urgency.EMERGENCY),
        Rule(id="easy", statement="s", given={}, urgency_at_least=Urgency.SELF_CARE),
    ]
    tree = with_rules(pigeons(16), rules)
    tree.cases["worse"] = Case(id="worse", story="s", expect=Expect(urgency=(Urgency.EMERGENCY,)))
    found = checked(tree)
    assert [verdict.holds for verdict in found.verdicts] == [None, False, True]
    assert found.summary.under_triaged == 1
    assert found.fails
    assert any(one.code == "not_decided" for one in found.problems)
