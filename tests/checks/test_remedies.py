"""Quick fixes mend what they are for, and nothing is offered where an author has to choose."""

from __future__ import annotations

import pytest
from msgspec import structs

from kneetree import checks, edits
from kneetree.checks.remedies import field_of, remedy
from kneetree.model.change import VALUE_TYPES
from kneetree.model.tree import Advice, Condition, Finding, Region, Source, Tree, Urgency, WarningSign
from tests.trees import SCALES, ask, leaf, make, number


def faulty() -> Tree:
    nodes = {
        "first": ask("one", "left", "right", text="Is it so."),
        "left": leaf(condition="strain", also=("cyst", "strain", "cyst")),
        "right": leaf(get_help_if={}),
        "lost": leaf(condition="cyst"),
    }
    tree = make(nodes, "first")
    tree.scales["age"] = structs.replace(SCALES["age"], text="Your age")
    tree.nodes["lost"] = number("age", "end")
    tree.nodes["end"] = leaf(condition="cyst", do=("again",), get_help_if={Urgency.EMERGENCY: ("capital", "worse")})
    tree.findings["age_at_least_60"] = Finding("Old")
    tree.advice["again"] = Advice("rest")
    tree.warnings["capital"] = WarningSign("The foot goes cold after A&E. ")
    tree.findings["nobody"] = Finding("Nobody asks")
    tree.conditions["spare"] = Condition("Spare", "Spare", "So.", sources=("src",))
    tree.sources["old"] = Source("Old")
    tree.layout["gone"] = (1, 2)
    tree.regions["area"] = Region("Area", nodes=("left", "gone"))
    return tree


def problems(tree: Tree, code: str) -> list[checks.Problem]:
    return [one for one in checks.check(tree) if one.code == code]


@pytest.mark.parametrize(
    "code",
    [
        "unreachable", "unused", "described_threshold", "no_question_mark", "warning_capital", "warning_full_stop",
        "same_wording", "conditions_twice", "drawn_but_not_there",
    ],
)  # fmt: skip
def test_a_remedy_mends_its_problem_and_is_undone(code: str) -> None:
    tree = faulty()
    before = tree.copy()
    assert problems(tree, code)
    for one in problems(tree, code):
        found = remedy(tree, one)
        assert found is not None and found.kind == code
        tree.apply(found.change)
        assert one not in problems(tree, code)
        tree.apply(found.change.inverse())
        assert tree == before


def test_words_after_the_remedy() -> None:
    tree = faulty()
    for code in ("no_question_mark", "conditions_twice", "warning_capital", "warning_full_stop", "same_wording"):
        for one in problems(tree, code):
            found = remedy(tree, one)
            assert found is not None
            tree.apply(found.change)
    assert (tree.questions["one"].text, tree.scales["age"].text) == ("Is it so?", "Your age?")
    assert tree.leaf("left").also == ("cyst",)
    assert tree.warnings["capital"].text == "the foot goes cold after A&E"
    assert "again" not in tree.advice and tree.leaf("end").do == ("rest",)


def test_nothing_but_the_same_words_is_merged() -> None:
    tree = faulty()
    tree.findings["two"] = structs.replace(tree.findings["one"], statement="has ONE")
    tree.advice["again"] = Advice("Rest it.")
    found = problems(tree, "same_wording")
    assert {one.key for one in found} == {"two", "again"}
    assert [remedy(tree, one) for one in found] == [None, None], "a finding is more than its words; 'it' may tell"


def test_where_an_author_chooses_there_is_no_remedy() -> None:
    tree = faulty()
    assert all(remedy(tree, one) is None for one in problems(tree, "no_safety_net"))


def test_a_remedy_that_no_longer_fits_is_none() -> None:
    tree = faulty()
    one = problems(tree, "unreachable")[0]
    tree.apply(edits.delete_subtree(tree, "lost"))
    assert remedy(tree, one) is None


def test_each_problem_leads_to_its_field() -> None:
    tree = faulty()
    fields = {one.code: field_of(tree, one) for one in checks.check(tree)}
    assert (fields["no_safety_net"], fields["no_question_mark"], fields["warning_capital"]) == (
        "get_help_if", "text", "text",
    )  # fmt: skip
    assert fields["unreachable"] == ""
    for one in checks.check(tree):
        field = field_of(tree, one)
        if field:
            value = tree.parts[one.part][one.key] if one.part in tree.parts else VALUE_TYPES[one.part]
            assert field in value.__struct_fields__
    nowhere = checks.Problem("unknown_finding", "error", None, "", part="rule", key="r")
    assert field_of(tree, nowhere) == ""
