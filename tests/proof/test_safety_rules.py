"""Safety rules by example, and exact where ways are past counting; ``test_rules_by_brute_force`` has random trees."""

from __future__ import annotations

import pytest

from kneetree.model.tree import Exemption, Finding, Leaf, PathTo, QuestionNode, Rule, Tree, Urgency
from kneetree.proof import formula, safety_rules, solver
from tests import trees
from tests.trees import Inline, ask, ask_items, collect, decide, leaf, make, number


def given_rule(values: dict[str, bool], urgency: str) -> Rule:
    return Rule(id="r", statement="s", given=values, urgency_at_least=Urgency(urgency))


# -- the three forms by example ---------------------------------------------------------------------


def test_a_rule_that_holds_has_no_path() -> None:
    tree = trees.small()
    assert safety_rules.prove_all(tree) == [safety_rules.Verdict("swollen", True)]


def test_given_findings_are_still_asked() -> None:
    tree = trees.small()
    verdict = safety_rules.prove(tree, given_rule({"swelling_calf": True, "breathless": False}, "emergency"))
    way = ("lungs", "no", "asked"), ("calf", "yes", "asked")
    said = {"breathless": False, "swelling_calf": True}
    assert verdict == safety_rules.Verdict("r", False, way, "clot_today", said)


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
    tree = scored()
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
    assert verdict.path == (("lungs", "no", "asked"), ("calf", "no", "asked"), ("risks", "no", "asked"))


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
    assert broken.path == (("lungs", "yes", "asked"),)


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
    assert broken.path == (("one", "yes", "asked"), ("two", "yes", "known"), ("three", "yes", "asked"))


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
    assert broken.path
    assert broken.path[:3] == (("first", "no", "asked"), ("all", "no", "known"), ("again", "no", "asked"))


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
    nodes: dict[str, Inline | QuestionNode | Leaf] = {}
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
    nodes: dict[str, Inline | QuestionNode | Leaf] = {}
    for depth in range(20_000):
        nodes[f"q{depth}"] = ask(f"f{depth}", "help", f"q{depth + 1}" if depth < 19_999 else "end")
    tree = make(nodes | {"help": leaf("emergency"), "end": leaf("self_care")})
    verdict = safety_rules.prove(tree, given_rule({"f19999": False}, "emergency"))
    assert verdict.path is not None
    assert len(verdict.path) == 20_000


def pigeons(holes: int) -> Tree:
    """A tree with a leaf for people who put one pigeon more than there are holes into a hole of its own each."""
    nodes: dict[str, Inline | QuestionNode | Leaf] = {}
    for pigeon in range(holes + 1):
        lines = {f"p{pigeon}_{hole}": 1 for hole in range(holes)}
        nodes[f"pigeon{pigeon}"] = ask_items(lines, 1, f"pigeon{pigeon + 1}" if pigeon < holes else "hole0", "out")
    for hole in range(holes):
        lines = {f"p{pigeon}_{hole}": 1 for pigeon in range(holes + 1)}
        nodes[f"hole{hole}"] = ask_items(lines, 2, "out", f"hole{hole + 1}" if hole < holes - 1 else "nobody")
    return make(nodes | {"out": leaf("emergency"), "nobody": leaf("self_care")})


def test_what_is_too_hard_is_not_decided_and_hides_no_other_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "MOST_CONFLICTS", 200)
    monkeypatch.setattr(solver, "SLICE", 100)
    rules = [given_rule({}, "self_care"), given_rule({}, "emergency"), given_rule({"p0_0": True}, "self_care")]
    found = list(safety_rules.prove_steps(pigeons(9), rules))
    assert [verdict.holds for verdict in found if verdict] == [True, None, True]
    assert found.count(None) >= 2
    hard = next(verdict for verdict in found if verdict and not verdict.decided)
    assert "ask about each once" in hard.reason


def test_what_is_hard_is_decided_within_the_budget() -> None:
    assert safety_rules.prove(pigeons(5), given_rule({}, "emergency")).holds


def test_points_that_are_too_various_are_not_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formula, "MOST_COUNTS", 50)
    items = {f"f{place}": 100 + place * place for place in range(9)}
    tree = make({"list": ask_items(items, 500, "now", "home"), "now": leaf("emergency"), "home": leaf()})
    assert safety_rules.prove(tree, given_rule({"f8": True}, "emergency")).holds is False  # plain to see
    hard = Rule(id="r", statement="s", never_lowers={"f8": True})
    assert "simpler points" in safety_rules.prove(tree, hard).reason


def test_without_the_solver_no_rule_is_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ImportError

    monkeypatch.setattr(solver, "_solvers", missing)
    found = list(safety_rules.prove_steps(trees.small(), [given_rule({}, "self_care"), given_rule({}, "emergency")]))
    assert [verdict and verdict.holds for verdict in found] == [None, None]
    assert all(verdict and not verdict.decided and "install python-sat" in verdict.reason for verdict in found)


def test_rules_are_decided_one_at_a_time() -> None:
    tree = trees.small()
    steps = safety_rules.prove_steps(tree, [given_rule({}, "self_care"), given_rule({}, "emergency")])
    assert [step.holds for step in steps if step] == [True, False]


def test_an_edit_meanwhile_does_not_change_the_verdicts() -> None:
    tree = trees.small()
    steps = safety_rules.prove_steps(tree, [given_rule({}, "emergency"), given_rule({}, "self_care")])
    first = next(step for step in steps if step)
    tree.nodes["lungs"] = tree.nodes["strain"]
    assert not first.holds
    assert [step.holds for step in steps if step] == [True]


# -- decisions, numbers and exemptions --------------------------------------------------------------


def scored() -> Tree:
    """Facts first, then a decision."""
    return make(
        {
            "facts": collect(["cancer", "clot", "cramp"], "age"),
            "age": number("age", "score"),
            "score": decide(
                {"cancer": 1, "clot": 2, "age_at_least_60": 1, "cramp": 1}, 2, "now", "home", false=("cramp",)
            ),
            "now": leaf("emergency"),
            "home": leaf("self_care"),
        }
    )


def test_a_decision_counts_points_thresholds_and_what_is_false() -> None:
    tree = scored()
    assert safety_rules.prove(tree, given_rule({"clot": True}, "emergency")).holds
    assert safety_rules.prove(tree, given_rule({"cramp": False, "age_at_least_65": True}, "emergency")).holds
    assert safety_rules.prove(tree, given_rule({"cramp": False, "cancer": True}, "emergency")).holds
    verdict = safety_rules.prove(tree, given_rule({"cramp": False, "age_at_least_55": True}, "emergency"))
    assert verdict.path == (("facts", "next", "asked"), ("age", "next", "asked"), ("score", "no", "decided"))
    assert verdict.answers == {"cancer": False, "clot": False, "cramp": False, "age": 55}


def test_exempt_people_are_outside_a_rule() -> None:
    tree = scored()
    tired = Exemption({"cramp": True, "age_at_least_60": False}, "general knowledge")
    rule = Rule(id="r", statement="s", given={"cancer": True}, urgency_at_least=Urgency.EMERGENCY, unless=(tired,))
    assert safety_rules.prove(tree, rule).holds
    other = Exemption({"cramp": True, "age_at_least_50": False}, "general knowledge")
    rule = Rule(id="r", statement="s", given={"cancer": True}, urgency_at_least=Urgency.EMERGENCY, unless=(other,))
    assert safety_rules.prove(tree, rule).answers["age"] == 50


def test_a_number_that_was_asked_meets_its_thresholds_and_counts_once() -> None:
    tree = make(
        {
            "old": ask("age_at_least_40", "older", "young"),
            "older": ask("age_at_least_60", "now", "home"),
            "young": leaf("routine"),
            "now": leaf("emergency"),
            "home": leaf("self_care"),
        }
    )
    asks = Rule(id="r", statement="s", every_path_to=PathTo(), asks=("age_at_least_80", "age"))
    assert safety_rules.prove(tree, asks).holds
    assert safety_rules.prove(tree, Rule(id="r", statement="s", every_path_to=PathTo(), questions_at_most=1)).holds
    broken = safety_rules.prove(tree, given_rule({"age_at_least_60": True}, "same_day"))
    assert broken.holds
    assert safety_rules.prove(tree, given_rule({}, "routine")).path == (
        ("old", "yes", "asked"),
        ("older", "no", "known"),
    )


# -- two people -------------------------------------------------------------------------------------


def numb_foot() -> Tree:
    """A numb foot is an emergency, unless there is back pain too, which wins."""
    return make(
        {
            "list": collect(["numb", "back", "tired"], "both"),
            "both": decide({"numb": 1, "back": 1}, 2, "home", "alone"),
            "alone": decide({"numb": 1}, 1, "now", "later"),
            "now": leaf("emergency"),
            "later": leaf("routine"),
            "home": leaf("self_care"),
        },
        findings={name: Finding(name, usual=name == "tired") for name in ("numb", "back", "tired")},
    )


def test_a_finding_that_lowers_the_urgency_is_shown_with_both_people() -> None:
    verdict = safety_rules.prove(numb_foot(), Rule(id="r", statement="s", never_lowers={"back": True}))
    assert verdict == safety_rules.Verdict(
        "r",
        False,
        (("list", "next", "asked"), ("both", "no", "decided"), ("alone", "yes", "decided")),
        "now",
        {"numb": True, "back": False, "tired": True},
        (("list", "next", "asked"), ("both", "yes", "decided")),
        "home",
        {"numb": True, "back": True, "tired": True},
        "both",
        "back",
        1,
    )


def test_a_fall_counts_only_where_the_rule_looks() -> None:
    tree = numb_foot()
    given = {"numb": False}
    assert safety_rules.prove(tree, Rule(id="r", statement="s", never_lowers={"back": True}, given=given)).holds
    assert safety_rules.prove(tree, Rule(id="r", statement="s", never_lowers={"tired": True})).holds
    assert not safety_rules.prove(tree, Rule(id="r", statement="s", never_lowers={"back": False, "numb": True})).holds
    low = Rule(id="r", statement="s", never_lowers={"back": True}, below=Urgency.SELF_CARE)
    assert safety_rules.prove(tree, low).holds
    for level in (Urgency.ROUTINE, Urgency.EMERGENCY):
        assert not safety_rules.prove(tree, Rule(id="r", statement="s", never_lowers={"back": True}, below=level)).holds


def test_a_threshold_lowers_for_two_people_a_year_apart() -> None:
    tree = make(
        {
            "age": number("age", "child"),
            "child": decide({"age_at_least_17": 1}, 1, "old", "now"),
            "old": decide({"age_at_least_60": 1}, 1, "now", "home"),
            "now": leaf("emergency"),
            "home": leaf("self_care"),
        }
    )
    verdict = safety_rules.prove(tree, Rule(id="r", statement="s", never_lowers={"age_at_least_17": True}))
    assert (verdict.answers, verdict.other_answers, verdict.parts_at) == ({"age": 16}, {"age": 17}, "child")
    assert safety_rules.prove(tree, Rule(id="r", statement="s", never_lowers={"age_at_least_60": True})).holds
    verdict = safety_rules.prove(tree, Rule(id="r", statement="s", never_lowers={"age_at_least_60": False}))
    assert (verdict.answers, verdict.other_answers) == ({"age": 60}, {"age": 59})


def test_two_people_are_not_compared_while_a_decision_lacks_a_fact() -> None:
    tree = make(
        {
            "first": ask("a", "open", "now"),
            "open": decide({"b": 1}, 1, "now", "home"),
            "now": leaf("emergency"),
            "home": leaf("self_care"),
        }
    )
    rule = Rule(id="r", statement="s", never_lowers={"a": True})
    verdicts = [verdict for verdict in safety_rules.prove_steps(tree, [rule, rule]) if verdict]
    assert [verdict.holds for verdict in verdicts] == [None, None]
    assert "'Enough of them'" in verdicts[0].reason
