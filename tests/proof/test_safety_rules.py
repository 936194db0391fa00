"""Safety rules by example, and exact where ways are past counting; ``test_rules_by_brute_force`` has random trees."""

from __future__ import annotations

import pytest

from kneetree.errors import KneetreeError
from kneetree.model.tree import Leaf, PathTo, Question, Rule, Urgency
from kneetree.proof import safety_rules, search, states
from tests import trees
from tests.trees import ask, ask_items, leaf, make


def given_rule(values: dict[str, bool], urgency: str) -> Rule:
    return Rule(id="r", statement="s", given=values, urgency_at_least=Urgency(urgency))


# -- the three forms by example ---------------------------------------------------------------------


def test_a_rule_that_holds_has_no_path() -> None:
    tree = trees.small()
    assert safety_rules.prove_all(tree) == [safety_rules.Verdict("swollen", True)]


def test_given_findings_are_still_asked() -> None:
    tree = trees.small()
    verdict = safety_rules.prove(tree, given_rule({"swelling_calf": True, "breathless": False}, "emergency"))
    assert verdict == safety_rules.Verdict("r", False, (("lungs", "no"), ("calf", "yes")), "clot_today")


def test_an_older_person_is_also_over_forty() -> None:
    tree = make(
        {
            "old": ask("age_at_least_40", "now", "later"),
            "now": leaf("emergency"),
            "later": leaf("routine"),
        }
    )
    assert safety_rules.prove(tree, given_rule({"age_at_least_60": True}, "emergency")).holds
    assert not safety_rules.prove(tree, given_rule({"age_at_least_39": True}, "emergency")).holds


def test_contradictory_facts_are_nobody() -> None:
    tree = trees.small()
    rule = given_rule({"age_at_least_60": True, "age_at_least_40": False}, "emergency")
    assert safety_rules.contradicts_itself(rule)
    assert safety_rules.prove(tree, rule).holds
    assert not safety_rules.contradicts_itself(
        given_rule({"age_at_least_60": False, "age_at_least_40": True}, "emergency")
    )


def test_points_of_a_list_decide_with_the_facts() -> None:
    tree = trees.small()
    assert safety_rules.prove(tree, given_rule({"cancer": True}, "same_day")).holds
    assert safety_rules.prove(tree, given_rule({"travel": True, "pill": True}, "same_day")).holds
    verdict = safety_rules.prove(tree, given_rule({"travel": True}, "same_day"))
    assert verdict.path == (("lungs", "no"), ("calf", "no"), ("risks", "no"))


def test_what_a_list_asked_is_known_below_it() -> None:
    tree = make(
        {
            "list": ask_items({"a": 1, "b": 1}, 2, "again", "home"),
            "again": ask("a", "home", "never"),
            "home": leaf("self_care"),
            "never": leaf("emergency", "dvt"),
        }
    )
    to = PathTo(urgency=Urgency.EMERGENCY)
    assert safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=to, questions_at_most=0)).holds
    everyone = Rule(id="r", statement="s", every_path_to=PathTo(), questions_at_most=1)
    assert safety_rules.prove(tree, everyone).holds


def test_every_finding_of_asks_must_be_met() -> None:
    tree = trees.small()
    to = PathTo(conditions=("strain",))
    assert safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=to, asks=("breathless", "pill"))).holds
    broken = safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=PathTo(), asks=("breathless", "pill")))
    assert broken.path == (("lungs", "yes"),)


def test_a_tree_of_one_leaf_has_the_empty_path() -> None:
    tree = make({"only": leaf("routine")})
    assert safety_rules.prove(tree, given_rule({}, "emergency")) == safety_rules.Verdict("r", False, (), "only")


def test_questions_count_only_when_they_are_asked() -> None:
    tree = make(
        {
            "one": ask("a", "two", "help"),
            "two": ask("a", "three", "help"),
            "three": ask("b", "help", "home"),
            "help": leaf("emergency"),
            "home": leaf("self_care"),
        }
    )
    to = PathTo(urgency=Urgency.EMERGENCY)
    assert safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=to, questions_at_most=2)).holds
    broken = safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=to, questions_at_most=1))
    assert broken.path == (("one", "yes"), ("two", "known"), ("three", "yes"))


def test_a_list_that_is_passed_as_known_has_asked_nothing() -> None:
    """No, passed, no, no is three questions; the ways by ``some`` are two."""
    tree = make(
        {
            "first": ask("a", "some", "all"),
            "some": ask_items({"b": 1, "c": 1}, 1, "again", "end"),
            "all": ask_items({"a": 1, "b": 1, "c": 1}, 3, "home", "again"),
            "again": ask("c", "home", "last"),
            "last": ask("b", "now", "end"),
            "home": leaf("self_care"),
            "end": leaf("same_day", "cyst"),
            "now": leaf("within_days", "dvt"),
        }
    )
    to = PathTo(conditions=("dvt", "cyst"))
    broken = safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=to, questions_at_most=2))
    assert broken.path is not None
    assert broken.path[:3] == (("first", "no"), ("all", "known"), ("again", "no"))


# -- size -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shared", [False, True])
def test_sixty_diamonds_have_more_ways_than_can_be_listed(shared: bool) -> None:
    tree = trees.ladder(60, shared)
    end = PathTo(urgency=Urgency.SELF_CARE)
    assert safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=end, asks=("f0", "f2"))).holds
    broken = safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=end, asks=("l0",)))
    assert broken.path is not None
    assert len(broken.path) == 120
    asked = 63 if shared else 120
    assert safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=end, questions_at_most=asked)).holds
    assert not safety_rules.prove(
        tree, Rule(id="r", statement="s", every_path_to=end, questions_at_most=asked - 1)
    ).holds


def test_sixty_diamonds_asked_twice_still_end() -> None:
    nodes: dict[str, Question | Leaf] = {}
    for turn in range(2):
        for rung in range(60):
            here = turn * 60 + rung
            after = f"t{here + 1}" if here < 119 else "end"
            nodes[f"t{here}"] = ask(f"f{rung}", f"a{here}", f"b{here}")
            nodes[f"a{here}"] = ask(f"x{here}", after, "help")
            nodes[f"b{here}"] = ask(f"y{here}", after, "help")
    nodes |= {"end": leaf("self_care"), "help": leaf("emergency")}
    tree = make(nodes)
    end = PathTo(urgency=Urgency.SELF_CARE)
    both = Rule(id="r", statement="s", every_path_to=end, questions_at_most=179)
    assert not safety_rules.prove(tree, both).holds
    assert safety_rules.prove(tree, given_rule({"x0": True, "y0": True}, "self_care")).holds
    broken = safety_rules.prove(tree, given_rule({f"f{rung}": bool(rung % 2) for rung in range(60)}, "emergency"))
    assert broken.path is not None
    assert len(broken.path) == 240


def test_a_chain_as_deep_as_fifty_thousand_needs_no_recursion() -> None:
    nodes: dict[str, Question | Leaf] = {}
    for number in range(20_000):
        nodes[f"q{number}"] = ask(f"f{number}", "help", f"q{number + 1}" if number < 19_999 else "end")
    tree = make(nodes | {"help": leaf("emergency"), "end": leaf("self_care")})
    verdict = safety_rules.prove(tree, given_rule({"f19999": False}, "emergency"))
    assert verdict.path is not None
    assert len(verdict.path) == 20_000


def test_it_gives_up_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_STATES", 3)
    rule = Rule(id="r", statement="s", every_path_to=PathTo(urgency=Urgency.SELF_CARE), questions_at_most=8)
    with pytest.raises(KneetreeError, match="cannot be decided exactly"):
        safety_rules.prove(trees.ladder(5, shared=True), rule)
    assert states.MOST_STATES > 100_000


def test_rules_are_decided_one_at_a_time() -> None:
    tree = trees.small()
    steps = safety_rules.prove_steps(tree, [given_rule({}, "self_care"), given_rule({}, "emergency")])
    assert [step.holds for step in steps if step] == [True, False]


def test_a_long_search_lets_others_breathe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_SLICE", 50)
    rule = Rule(id="r", statement="s", every_path_to=PathTo(), questions_at_most=65)
    steps = list(safety_rules.prove_steps(trees.ladder(200, shared=True), [rule]))
    assert steps.count(None) > 1
    assert steps[-1] is not None
