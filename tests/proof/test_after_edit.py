"""What is decided again after an edit equals what is decided of a new tree, and the first answers are true."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from msgspec.structs import replace

from kneetree import edits
from kneetree.model.tree import Rule, Tree, Urgency
from kneetree.proof import after_edit as live
from kneetree.proof import more_falls
from kneetree.proof.after_edit import Known, News, after_edit
from kneetree.proof.lowering import LacksFacts, Lowering, Lowerings
from kneetree.proof.safety_rules import Verdict, prove_all
from kneetree.proof.solver import NotDecided
from kneetree.proof.two_people import TwoPeople
from tests.proof.small_edits import all_rules, edited
from tests.proof.small_trees import as_text, random_tree
from tests.proof.test_lowering import numb_foot
from tests.shipped.seeded_faults import shipped

TREES = 20
EDITS = 5


def news(tree: Tree, before: Known | None = None) -> list[News]:
    return [one for one in after_edit(tree.copy(), before) if one is not None]


def last(found: list[News]) -> tuple[dict[str, bool | None], dict[str, tuple[object, ...]], Known | None, str]:
    """Return the last verdicts and lowerings, and what is known for the next edit."""
    verdicts = [one.verdicts for one in found if one.verdicts is not None][-1]
    lowerings = [one.lowerings for one in found if one.lowerings is not None][-1]
    return (
        {key: verdict.holds for key, verdict in verdicts.items()},
        {key: said(one) for key, one in lowerings.items()},
        found[-1].known,
        found[-1].trouble,
    )


def said(one: Lowering) -> tuple[object, ...]:
    return one.value, one.lowers, one.high, one.low, one.exact


def afresh(tree: Tree) -> tuple[dict[str, bool | None], dict[str, tuple[object, ...]]]:
    verdicts = {verdict.rule_id: verdict.holds for verdict in prove_all(tree)}
    return verdicts, {one.finding: said(one) for one in Lowerings(tree).steps() if one is not None}


def edited_or_another(dice: random.Random, tree: Tree) -> Tree:
    """Return a copy in which something is another, or now and then another tree."""
    if dice.random() < 0.9:
        return edited(dice, tree)
    other = random_tree(dice)
    other.rules.update(tree.rules)
    return other


@pytest.mark.seeds(8)
def test_edit_after_edit_the_answers_are_those_of_a_new_tree(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(TREES):
        tree, known = random_tree(dice), None
        tree.rules.update(all_rules(dice, tree))
        for _ in range(EDITS):
            where = f"seed {seed}\n{as_text(tree)}"
            verdicts, lowerings, known_now, trouble = last(news(tree, known))
            known = known_now or known
            try:
                expected = afresh(tree)
            except LacksFacts as error:
                assert (trouble, lowerings) == (str(error), {}), where
                assert verdicts == {verdict.rule_id: verdict.holds for verdict in prove_all(tree)}
            else:
                assert (verdicts, lowerings) == expected, where
            tree = edited_or_another(dice, tree)


@pytest.mark.seeds(4)
def test_the_first_answers_are_true_although_there_may_be_worse(seed: int) -> None:
    dice, told = random.Random(seed), Counter[str]()
    for _ in range(100):
        tree = random_tree(dice)
        tree.rules.update(all_rules(dice, tree))
        known = last(news(tree))[2]
        tree = edited_or_another(dice, tree)
        found = news(tree, known)
        verdicts, lowerings, _, trouble = last(found)
        for one in found:
            if not one.whole and one.verdicts is not None:
                for key, verdict in one.verdicts.items():
                    assert verdict.holds in (False, True)
                    told["broken"] += verdict.holds is False
                    assert verdicts[key] in (verdict.holds, None)
            if not one.whole and one.lowerings is not None and not trouble:
                for fact, lowering in one.lowerings.items():
                    told["lowers"] += 1
                    assert lowering.lowers and lowerings[fact][1]
                    assert lowering.high.rank <= lowerings[fact][2].rank
    assert min(told["broken"], told["lowers"]) >= 5


def test_who_broke_a_rule_and_still_does_is_told_first() -> None:
    tree = numb_foot()
    tree.rules["r"] = Rule(id="r", statement="s", never_lowers={"back": True})
    tree.rules["g"] = Rule(id="g", statement="s", given={"numb": True}, urgency_at_least=Urgency.SAME_DAY)
    known = last(news(tree))[2]
    first = news(tree, known)[0]
    assert {key: verdict.holds for key, verdict in (first.verdicts or {}).items()} == {"r": False, "g": False}
    assert not first.whole
    tree.nodes["home"] = replace(tree.nodes["home"], urgency=Urgency.EMERGENCY)
    assert news(tree, known)[0].verdicts == {}


def test_a_verdict_of_a_rule_that_is_gone_or_another_tree_is_not_used() -> None:
    tree = numb_foot()
    tree.rules["r"] = Rule(id="r", statement="s", never_lowers={"back": True})
    known = last(news(tree))[2]
    tree.rules["r"] = Rule(id="r", statement="s", never_lowers={"tired": False})
    assert last(news(tree, known))[:2] == afresh(tree)
    del tree.rules["r"]
    assert last(news(tree, known))[:2] == afresh(tree)


def test_an_edit_that_alters_no_finding_takes_few_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    fall = TwoPeople.fall

    def counted(self: TwoPeople, wanted: dict[str, bool], *rest: object) -> object:
        asked.append(len(wanted))
        return fall(self, wanted, *rest)

    tree = shipped().copy()
    known = last(news(tree))[2]
    where = next(question.node for question in list(tree.all_asked())[60:] if not question.next)
    key = tree.nodes[where].yes
    tree.apply(edits.insert_question(tree, where, "yes"))
    assert key in tree.nodes
    monkeypatch.setattr(TwoPeople, "fall", counted)
    again = last(news(tree, known))
    few = len(asked)
    monkeypatch.undo()
    assert again[:2] == afresh(tree)
    assert few <= 60 and max(asked) > 20


def test_where_everything_together_is_too_hard_it_is_decided_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = numb_foot()
    known = last(news(tree))[2]
    tree.nodes["home"] = replace(tree.nodes["home"], urgency=Urgency.ROUTINE)
    monkeypatch.setattr(more_falls, "MOST_CONFLICTS", 0)
    fall = TwoPeople.fall

    def too_hard(self: TwoPeople, wanted: dict[str, bool], drop: object, given: object = None, *more: object) -> object:
        if more:
            raise NotDecided
        return fall(self, wanted, drop, given)

    monkeypatch.setattr(TwoPeople, "fall", too_hard)
    assert last(news(tree, known))[:2] == afresh(tree)


def test_a_tree_that_is_too_large_has_verdicts_and_says_why_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "MOST_NODES", 3)
    tree = numb_foot()
    tree.rules["r"] = Rule(id="r", statement="s", never_lowers={"back": True})
    verdicts, lowerings, known, trouble = last(news(tree))
    assert (verdicts, lowerings, known) == ({"r": False}, {}, None)
    assert "too large" in trouble


def test_without_the_solver_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kneetree.proof.solver.is_there", lambda: False)
    tree = numb_foot()
    tree.rules["r"] = Rule(id="r", statement="s", never_lowers={"back": True})
    verdicts, lowerings, _, trouble = last(news(tree))
    assert (verdicts, lowerings) == ({"r": None}, {})
    assert "python-sat" in trouble
    assert isinstance(prove_all(tree)[0], Verdict)
