"""What rules guarantee without each of their parts, by example and by brute force over random small trees."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from kneetree.model.tree import Exemption, Rule, Tree, Urgency
from kneetree.proof import solver
from kneetree.proof.strength import Strength, Without, strengths
from tests.proof.brute_force import Everybody, Outcome
from tests.proof.small_trees import as_text, random_rules, random_tree
from tests.proof.test_safety_rules import pigeons
from tests.trees import ask, collect, decide, leaf, make

TREES = 25
"""Random trees for each seed."""


def told(tree: Tree, rules: Iterable[Rule], *, shortest: bool = False) -> list[Strength]:
    return [one for one in strengths(tree, rules, shortest=shortest) if one is not None]


def bitten() -> Tree:
    """A bite is an emergency, unless it is old; a scratch is looked at within days."""
    return make(
        {
            "list": collect(["bite", "old", "scratch"], "both"),
            "both": decide({"bite": 1, "old": 1}, 2, "later", "alone"),
            "alone": decide({"bite": 1}, 1, "now", "scratched"),
            "scratched": decide({"scratch": 1}, 1, "soon", "home"),
            "now": leaf("emergency"),
            "soon": leaf("within_days"),
            "later": leaf("routine"),
            "home": leaf("self_care"),
        }
    )


def rule_about(given: dict[str, bool], *unless: Exemption) -> Rule:
    return Rule(id="r", statement="s", given=given, urgency_at_least=Urgency.EMERGENCY, unless=unless)


def parts(strength: Strength) -> list[tuple[str, Urgency | None, dict[str, bool]]]:
    return [(one.condition or one.why, one.urgency_at_least, one.extra) for one in strength.without]


def test_each_part_is_left_out_in_turn() -> None:
    (found,) = told(bitten(), [rule_about({"bite": True, "scratch": True}, Exemption({"old": True}, "Healed"))])
    assert parts(found) == [
        ("bite", Urgency.WITHIN_DAYS, {"bite": False}),
        ("scratch", Urgency.EMERGENCY, {}),
        ("Healed", Urgency.ROUTINE, {"old": True}),
    ]
    assert found.needless == ("scratch",)
    assert found.without[2].path == (("list", "next", "asked"), ("both", "yes", "decided"))
    assert found.without[2].leaf == "later"


def test_a_hidden_exemption_is_told_by_what_it_costs() -> None:
    (found,) = told(bitten(), [rule_about({"bite": True, "old": False})])
    assert parts(found)[1] == ("old", Urgency.ROUTINE, {"old": True})


def test_nothing_is_told_of_a_rule_that_is_broken_or_of_another_form() -> None:
    other = Rule(id="other", statement="s", never_lowers={"old": True}, given={"bite": True})
    assert told(bitten(), [rule_about({"bite": True}), other]) == [Strength("r")]


def test_a_rule_whose_parts_are_too_hard_is_given_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "MOST_CONFLICTS", 200)
    asked: list[object] = []
    truly = solver.Solver.holds
    monkeypatch.setattr(solver.Solver, "holds", lambda *given: asked.append(given) or truly(*given))
    hard = pigeons(9)
    guard = {f"guard{place}": ask(f"g{place}", f"guard{place + 1}", hard.root) for place in range(5)}
    tree = make({**guard, "guard5": leaf("emergency"), hard.root: leaf()})
    for name in ("nodes", "questions", "findings"):
        getattr(tree, name).update(getattr(hard, name))
    (found,) = told(tree, [rule_about({f"g{place}": True for place in range(5)})])
    assert [one.urgency_at_least for one in found.without] == [None] * 5
    assert all("ask about each once" in one.reason for one in found.without)
    assert found.needless == ()
    assert len(asked) == 3


def test_without_the_solver_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ImportError

    monkeypatch.setattr(solver, "_solvers", missing)
    assert told(bitten(), [rule_about({"bite": True, "old": False})]) == [Strength("r")]


# -- brute force ------------------------------------------------------------------------------------


def guaranteed(everybody: Everybody, rule: Rule) -> Urgency:
    """Return the highest level up to that of the rule that holds for all who are as it says."""
    levels = sorted(Urgency, key=lambda level: -level.rank)
    assert rule.urgency_at_least is not None
    highest = levels.index(rule.urgency_at_least)
    return next(level for level in levels[highest:] if not everybody.breaking(replace(rule, urgency_at_least=level)))


def less(rule: Rule, names: Iterable[str]) -> Rule:
    return replace(rule, given={name: value for name, value in (rule.given or {}).items() if name not in set(names)})


def fault_of_part(everybody: Everybody, rule: Rule, remaining: Rule, one: Without, shortest: bool) -> str:
    level = guaranteed(everybody, remaining)
    if one.urgency_at_least is not level:
        return f"{level} is guaranteed, not what {one} says"
    if level is rule.urgency_at_least:
        return f"there is nobody to show in {one}" if one.leaf or one.extra else ""
    if one.extra.items() & (remaining.given or {}).items():
        return f"not all of {one.extra} is extra"
    facts = (remaining.given or {}) | one.extra
    ways = [
        outcome
        for person, outcome in everybody.walks
        if everybody.is_like(person, facts) and everybody.tree.leaf(outcome.leaf).urgency is level
    ]
    if (one.path, one.leaf) not in {outcome[:2] for outcome in ways}:
        return f"nobody with {facts} walks as {one} says"
    fewest = min(outcome.questions for outcome in _least(everybody, remaining, level))
    asked = sum(how == "asked" for _, _, how in one.path)
    return f"{asked} questions are more than {fewest}" if shortest and asked > fewest else ""


def _least(everybody: Everybody, remaining: Rule, level: Urgency) -> list[Outcome]:
    """Return the ways that break a rule, at the least urgent level that anybody gets."""
    breaking = everybody.breaking(remaining)
    return [outcome for outcome in breaking if everybody.tree.leaf(outcome.leaf).urgency is level]


def fault(everybody: Everybody, rule: Rule, found: Strength, shortest: bool) -> str:
    """Return what is wrong with the strength of a rule, "" if nothing is."""
    if everybody.breaking(rule):
        return "" if found == Strength(rule.id) else f"the rule is broken, but it says {found}"
    names = list(rule.given or {})
    remaining = [less(rule, [name]) for name in names]
    remaining += [replace(rule, unless=rule.unless[:at] + rule.unless[at + 1 :]) for at in range(len(rule.unless))]
    if [(one.condition, one.why) for one in found.without] != [
        *((name, "") for name in names),
        *(("", one.why) for one in rule.unless),
    ]:
        return f"the parts are others than in {found}"
    for rest, one in zip(remaining, found.without, strict=True):
        wrong = fault_of_part(everybody, rule, rest, one, shortest)
        if wrong:
            return wrong
    if everybody.breaking(less(rule, found.needless)):
        return f"{found.needless} are needed together"
    more = [name for name in names if name not in found.needless]
    spare = [name for name in more if not everybody.breaking(less(rule, [*found.needless, name]))]
    return f"{spare} can be left out too" if spare else ""


@pytest.mark.seeds(10)
@pytest.mark.parametrize("shortest", [False, True])
def test_every_strength_equals_brute_force(seed: int, shortest: bool) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree = random_tree(dice)
        rules = [rule for rule in random_rules(dice, tree) if rule.urgency_at_least is not None]
        everybody = Everybody(tree, rules)
        for rule, found in zip(rules, told(tree, rules, shortest=shortest), strict=True):
            wrong = fault(everybody, rule, found, shortest)
            assert not wrong, f"seed {seed}\n{as_text(tree)}\n{rule}\n{wrong}"


def test_the_random_rules_are_hard_enough() -> None:
    dice, seen = random.Random(3), Counter[str]()
    for _ in range(150):
        tree = random_tree(dice)
        for one in told(tree, random_rules(dice, tree)):
            seen["needless"] += len(one.needless)
            seen["needed"] += sum(bool(part.condition and part.leaf) for part in one.without)
            seen["exempt"] += sum(bool(part.why and part.leaf) for part in one.without)
            spare = [part.condition for part in one.without if part.condition and not part.leaf]
            seen["spare by itself only"] += len(spare) - len(one.needless)
    assert min(seen.values()) >= 5, seen
