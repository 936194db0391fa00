"""Quick fixes mend what they are for, and nothing is offered where an author has to choose."""

from __future__ import annotations

import pytest
from msgspec import structs

from kneetree import checks, edits
from kneetree.checks.remedies import field_of, remedy
from kneetree.model.tree import Condition, Finding, Region, Source, Tree
from tests.trees import ask, leaf, make


def faulty() -> Tree:
    nodes = {
        "first": ask("one", "left", "right", text="Is it so."),
        "left": leaf(condition="strain", also=("cyst", "strain", "cyst")),
        "right": leaf(get_help_if=()),
        "lost": leaf(condition="cyst"),
    }
    tree = make(nodes, "first")
    tree.findings["nobody"] = Finding("Nobody asks")
    tree.conditions["spare"] = Condition("Spare", "Spare", "So.", ("src",))
    tree.sources["old"] = Source("Old")
    tree.layout["gone"] = (1, 2)
    tree.regions["area"] = Region("Area", nodes=("left", "gone"))
    return tree


def problems(tree: Tree, code: str) -> list[checks.Problem]:
    return [one for one in checks.check(tree) if one.code == code]


@pytest.mark.parametrize(
    "code", ["unreachable", "unused", "no_question_mark", "conditions_twice", "drawn_but_not_there"]
)
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
    for code in ("no_question_mark", "conditions_twice"):
        found = remedy(tree, problems(tree, code)[0])
        assert found is not None
        tree.apply(found.change)
    assert tree.question("first").text == "Is it so?"
    assert tree.leaf("left").also == ("cyst",)


def test_where_an_author_chooses_there_is_no_remedy() -> None:
    tree = faulty()
    assert all(remedy(tree, one) is None for one in problems(tree, "no_safety_net"))


def test_a_remedy_that_no_longer_fits_is_none() -> None:
    tree = faulty()
    one = problems(tree, "unreachable")[0]
    tree.apply(edits.delete_leaf(tree, "lost"))
    assert remedy(tree, one) is None


def test_each_problem_of_a_node_leads_to_its_field() -> None:
    tree = faulty()
    for one in checks.check(tree):
        field = field_of(tree, one)
        if one.node and field:
            assert field in tree.nodes[one.node].__struct_fields__
    listed = structs.replace(checks.Problem("finding_without_meaning", "warning", "first", ""), node="first")
    assert field_of(tree, listed) == "finding"
