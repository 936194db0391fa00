"""Verdicts after an edit are those of a new proof, down to the length of each counterexample, whatever was edited."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Generator, Iterable

import pytest

from kneetree.model.tree import Rule, Tree, Urgency
from kneetree.proof import after_edit as live
from kneetree.proof import altered, more_falls, standing
from kneetree.proof.after_edit import Known, after_edit
from kneetree.proof.clauses import Clauses
from kneetree.proof.safety_rules import Verdict, prove_all
from kneetree.proof.solver import Contradiction, NotDecided, Solver
from tests.proof.brute_force import Everybody
from tests.proof.small_edits import all_rules, edited
from tests.proof.small_trees import as_text, random_tree
from tests.proof.test_rules_by_brute_force import fault_of_verdict
from tests.proof.test_trust import Gap, open_gap

TREES = 12
EDITS = 6
MOST_TREES = 1_000
CHANGES = ("True > True", "False > False", "True > False", "False > True")


def about_bounds() -> Rule:
    """Return a rule about somebody whom there cannot be unless 5 is above the bounds, where it is taken for a fact."""
    given = {"pain_at_least_2": False, "pain_at_least_5": True}
    return Rule(id="bounds", statement="s", given=given, urgency_at_least=Urgency.EMERGENCY)


def verdicts_after(tree: Tree, before: Known | None) -> tuple[dict[str, Verdict], Known | None]:
    found = [one for one in after_edit(tree.copy(), before) if one is not None]
    verdicts = [one.verdicts for one in found if one.verdicts is not None][-1]
    for one in found:
        if not one.whole:
            assert all(
                verdicts[key].holds is not True for key, verdict in (one.verdicts or {}).items() if not verdict.holds
            )
    return dict(verdicts), found[-1].known


def said(verdict: Verdict) -> tuple[object, ...]:
    return verdict.rule_id, verdict.holds, verdict.asked if verdict.finding is None else verdict.unusual


def is_wrong(dice: random.Random, told: Counter[str] | None = None) -> str:
    """Return what is wrong with the verdicts on one random tree that is edited again and again."""
    tree, known = random_tree(dice), None
    tree.rules.update(all_rules(dice, tree) | {"bounds": about_bounds()})
    for _ in range(EDITS):
        try:
            found, now = verdicts_after(tree, known)
        except (Contradiction, AssertionError) as error:
            return str(error) or "what was told first is not true"
        for new in prove_all(tree):
            if said(found[new.rule_id]) != said(new):
                return f"{said(found[new.rule_id])}, but {said(new)}\n{tree.rules[new.rule_id]}\n{as_text(tree)}"
        if told is not None and known is not None:
            told["trees"] += 1
            for key, verdict in found.items():
                told[f"{known.verdicts[key].holds if key in known.verdicts else '-'} > {verdict.holds}"] += 1
        known = now or known
        tree = edited(dice, tree)
    return ""


@pytest.mark.seeds(8)
def test_edit_after_edit_the_verdicts_are_those_of_a_new_proof(seed: int) -> None:
    """Enough trees are drawn for every change of a verdict to have come, however rare it is by these dice."""
    dice, told, trees = random.Random(seed), Counter[str](), 0
    while trees < TREES or min(told[change] for change in CHANGES) <= 5:
        trees += 1
        assert trees <= MOST_TREES, told
        wrong = is_wrong(dice, told)
        assert not wrong, f"seed {seed}: {wrong}"


@pytest.mark.seeds(2)
def test_a_counterexample_that_stands_is_one_of_the_tree_as_it_is(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(10):
        tree = random_tree(dice)
        tree.rules.update(all_rules(dice, tree))
        known = verdicts_after(tree, None)[1]
        tree = edited(dice, tree)
        everybody = Everybody(tree, list(tree.rules.values()))
        for key, verdict in verdicts_after(tree, known)[0].items():
            rule = tree.rules[key]
            fault = fault_of_verdict(everybody, rule, verdict)
            assert not fault, f"seed {seed}: {fault}\n{rule}\n{as_text(tree)}"


@pytest.mark.seeds(1)
def test_what_is_too_much_for_one_question_is_left_to_the_proof(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    holds, too_much = Solver.holds, []

    def with_less(self: Solver, assumed: Iterable[int], most: int | None = None) -> Generator[None, None, bool]:
        if most is not None and most <= max(standing.MOST_CONFLICTS, more_falls.MOST_CONFLICTS):
            too_much.append(most)
            raise NotDecided
        return (yield from holds(self, assumed, most))

    dice = random.Random(seed)
    monkeypatch.setattr(standing, "MOST_PEOPLE", 1)
    monkeypatch.setattr(more_falls, "MOST_FALLS", 1)
    assert not any(is_wrong(dice) for _ in range(10)), f"seed {seed}"
    monkeypatch.setattr(Solver, "holds", with_less)
    assert not any(is_wrong(dice) for _ in range(10)), f"seed {seed}"
    assert too_much


GAPS: list[Gap] = [
    (altered, "_essence", "leaf.urgency, leaf.condition", "leaf.urgency"),
    (altered, "_essence", "leaf.urgency, leaf.condition", "leaf.condition"),
    (altered, "_essence", "tree.turn_of(node)", "None"),
    (altered, "_taken", "says if branch.answer else -says", "says"),
    (live, "altered", "before.ids[before.root] != now.ids[now.root]", "False"),
    (live, "altered", "(False, before.no[old], now.no[node])", "(False, before.no[old], before.no[old])"),
    (altered.Altered, "goes_otherwise", "*(way.reached[node] for node in self.nodes), ", ""),
    (altered.Altered, "goes_otherwise", ", *taken", ""),
    (altered.Altered, "ends_elsewhere", "way.reached[node] for node in self.nodes", ""),
    (altered.Altered, "ends_elsewhere", "for branch in self.branches:", "for branch in ():"),
    (altered.Altered, "ends_elsewhere", "way.reached.get(branch.before, FALSE)", "-FALSE"),
    (altered.Altered, "steps", '("yes", "no", "next", "")', '("yes", "no", "next")'),
    (altered.Altered, "steps", '("yes", "no", "next", "")', '("",)'),
    (altered.Altered, "steps", '("yes", "next") if says_yes else ("no",)', "()"),
    (live, "standing", "elsewhere if verdict.holds and rule.given is not None else otherwise", "elsewhere"),
    (standing, "_shorter", "[-clauses.asked_more_than(asked - 1)] if asked else [FALSE]", "[FALSE]"),
    (Clauses, "breaking", "person.values(rule.given)", "[]"),
    (Clauses, "encode_sure", "if below[node]", "if False"),
    (live._Again, "_may_stand", "self._before.rules.get(rule.id) != rule", "rule.id not in self._before.rules"),
    (live._Again, "_may_stand", "now if now.asked <= before.asked else None", "now"),
    (live._Again, "_may_stand", " and self._same_usual", ""),
    (live._Again, "_goes_as_before", "not self._edit.is_all and ", ""),
    (live._Again, "still_broken", "before.rules[rule.id] != rule or ", ""),
    (live._Again, "__init__", " and before.arrays.scales == self._arrays.scales", ""),
    (more_falls.MoreFalls, "_breaking", "None if verdict.holds else verdict.unusual", "0"),
]
"""What the verdicts after an edit rest on."""


@pytest.mark.seeds(1)
@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: f"{gap[1]}: {gap[2]} > {gap[3]}")
def test_a_gap_in_what_is_looked_at_again_shows(seed: int, gap: Gap, monkeypatch: pytest.MonkeyPatch) -> None:
    open_gap(monkeypatch, gap)
    dice = random.Random(seed)
    tried = next((number for number in range(1, MOST_TREES + 1) if is_wrong(dice)), None)
    assert tried is not None, f"seed {seed}: {MOST_TREES} random trees do not show the gap"
    print(f"shown by tree {tried}")
