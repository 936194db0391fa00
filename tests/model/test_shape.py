"""The shape that a tree always has: refused when a tree is made, and refused when a change would break it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec import structs

from kneetree.errors import ShapeError
from kneetree.model.change import Change
from kneetree.model.change_builder import ChangeBuilder
from kneetree.model.shape import find_cycle
from kneetree.model.tree import Decision, Finding, Question, QuestionNode, Scale, Topic, Tree
from tests import trees

SCALES = trees.SCALES


def whole() -> Tree:
    """A number, a list that branches, a list that collects, a threshold and a decision."""
    return trees.make(
        {
            "first": trees.ask("sore", "old", "age"),
            "age": trees.number("age", "more"),
            "more": trees.collect(["clot", "pill"], "risks"),
            "risks": trees.ask_items({"cancer": 2, "travel": 1}, 3, "soon", "enough"),
            "old": trees.ask("age_at_least_60", "soon", "home"),
            "enough": trees.decide({"clot": 1, "age_at_least_40": 1}, 2, "soon", "home"),
            "soon": trees.leaf("same_day"),
            "home": trees.leaf(),
        }
    )


def question(*lines: str, finding: str = "") -> Question:
    return Question(topic=Topic.HISTORY, text="?", lines=lines, finding=finding)


Breaking = dict[tuple[str, str], object]

CASES: list[tuple[Breaking, str]] = [
    ({("node", "old"): trees.ask("age_at_least_60", "gone", "home")}, "`yes` of 'old' leads to 'gone'"),
    ({("node", "old"): trees.ask("age_at_least_60", "home", "gone")}, "`no` of 'old' leads to 'gone'"),
    ({("node", "age"): trees.number("age", "gone")}, "`next` of 'age' leads to 'gone'"),
    ({("node", "enough"): trees.decide({"clot": 1}, 1, "gone", "home")}, "`yes` of 'enough' leads to 'gone'"),
    ({("node", "home"): None}, "leads to 'home', which is not there"),
    ({("node", "old"): trees.ask("age_at_least_60", "first", "home")}, "round in a circle"),
    ({("node", "age"): trees.number("age", "age")}, "round in a circle"),
    ({("node", "enough"): trees.decide({"clot": 1}, 1, "home", "risks")}, "round in a circle"),
    ({("root", ""): "gone"}, "'gone', is not among the nodes"),
    ({("root", ""): "enough"}, "'enough' is a decision; a tree begins with a question"),
    ({("node", "age"): QuestionNode(asks="gone", next="more")}, "asks 'gone', which is no question, scale"),
    ({("node", "age"): QuestionNode(asks="sore ", next="more")}, "which is no question, scale or threshold"),
    ({("node", "age"): QuestionNode(asks="pulse_at_least_9", next="more")}, "which is no question, scale or threshold"),
    ({("node", "age"): QuestionNode(asks="age_at_least_0", next="more")}, "which is no question, scale or threshold"),
    ({("node", "age"): QuestionNode(asks="age_at_least_121", next="more")}, "which is no question, scale or threshold"),
    ({("node", "age"): QuestionNode(asks="age_at_least_07", next="more")}, "which is no question, scale or threshold"),
    ({("node", "age"): QuestionNode(asks="age", yes="soon", no="home")}, "names `yes` and `no`; name `next`"),
    ({("question", "sore"): None}, "'first' asks 'sore', which is no question"),
    ({("scale", "age"): None}, "which is no question, scale or threshold"),
    ({("scale", "age"): structs.replace(SCALES["age"], most=59)}, "'old' asks 'age_at_least_60'"),
    ({("scale", "age"): structs.replace(SCALES["age"], least=60)}, "'old' asks 'age_at_least_60'"),
    (
        {("node", "risks"): QuestionNode(asks="list_cancer_travel", points={"pill": 2}, yes="soon", no="enough")},
        "names 'pill', which is not in the list",
    ),
    (
        {("node", "risks"): QuestionNode(asks="list_cancer_travel", at_least=3, yes="soon", no="enough")},
        "`at_least` of 'risks' is more than all points of its list",
    ),
    ({("question", "list_cancer_travel"): question("cancer")}, "more than all points of its list") ,
    ({("question", "list_cancer_travel"): question("clot", "travel")}, "names 'cancer', which is not in the list"),
    (
        {("node", "first"): QuestionNode(asks="sore", at_least=2, yes="old", no="age")},
        "`at_least` or `points`, which go with a list",
    ),
    (
        {("node", "old"): QuestionNode(asks="age_at_least_60", points={"age_at_least_60": 2}, yes="soon", no="home")},
        "`at_least` or `points`, which go with a list",
    ),
    ({("question", "new"): question("pill", "age_at_least_60")}, "holds 'age_at_least_60' in a list"),
    ({("question", "new"): question(finding="age_at_least_60")}, "holds 'age_at_least_60' in a `finding`"),
    ({("question", "age"): question(finding="sore")}, "names both a scale and a question"),
    ({("finding", "age"): Finding("Age")}, "names both a scale and a finding"),
    ({("scale", "sore"): SCALES["days"]}, "names both a scale and a question"),
    ({("scale", "pill"): SCALES["days"]}, "names both a scale and a finding"),
    ({("scale", "story"): SCALES["days"]}, "has the name of a key of a case"),
    ({("scale", "id"): SCALES["days"]}, "has the name of a key of a case"),
    ({("picture", "p"): "<svg><script/></svg>"}, "The picture 'p' cannot be used: it holds the element `script`"),
]  # fmt: skip


@pytest.mark.parametrize(("breaking", "told"), CASES, ids=[told for _, told in CASES])
def test_a_change_that_breaks_the_shape_is_refused_and_leaves_the_tree(breaking: Breaking, told: str) -> None:
    tree, before = whole(), whole()
    _ = tree.graph
    with pytest.raises(ShapeError) as caught:
        tree.apply(change_of(tree, breaking))
    assert told in str(caught.value)
    assert tree == before
    assert list(tree.graph.edges) == list(before.graph.edges)


@pytest.mark.parametrize(("breaking", "told"), CASES, ids=[told for _, told in CASES])
def test_a_tree_of_that_shape_cannot_be_made(breaking: Breaking, told: str) -> None:
    tree = whole()
    parts = {name: dict(values) for name, values in tree.parts.items()}
    root = tree.root
    for (part, key), value in breaking.items():
        if part == "root":
            root = str(value)
        elif value is None:
            del parts[part][key]
        else:
            parts[part][key] = value
    with pytest.raises(ShapeError) as caught:
        Tree(
            title="T", root=root, nodes=parts["node"], scales=parts["scale"], findings=parts["finding"],
            questions=parts["question"], pictures=parts["picture"],
        )  # fmt: skip
    assert told.partition("; ")[0] in str(caught.value)


def change_of(tree: Tree, parts: Breaking) -> Change:
    builder = ChangeBuilder(tree)
    for (part, key), value in parts.items():
        builder.set(part, key, value)
    return builder.change()


@pytest.mark.parametrize(
    "parts",
    [
        {("node", "old"): QuestionNode(asks="age_at_least_120", yes="soon", no="home")},
        {("node", "old"): QuestionNode(asks="age_at_least_1", yes="soon", no="home")},
        {("node", "old"): QuestionNode(asks="age_at_least_60", next="home")},
        {("node", "first"): QuestionNode(asks="sore", next="age")},
        {("node", "risks"): QuestionNode(asks="list_cancer_travel", at_least=2, yes="soon", no="enough")},
        {("root", ""): "home"},
        {("scale", "days"): SCALES["days"], ("node", "age"): QuestionNode(asks="days", next="more")},
        {("question", "sore"): None, ("node", "first"): QuestionNode(asks="list_clot_pill", yes="old", no="age")},
        {("scale", "pulse"): Scale(text="?", unit="beats", least=0, most=9, at_least="{n}", under="{n}")},
        {("node", "island"): trees.leaf()},
    ],
    ids=str,
)
def test_a_change_that_keeps_the_shape_is_done_and_undone(parts: Breaking) -> None:
    tree, before = whole(), whole()
    change = change_of(tree, parts)
    tree.apply(change)
    assert tree != before
    tree.apply(change.inverse())
    assert tree == before


def test_a_scale_that_comes_makes_a_threshold_of_an_id_in_a_list() -> None:
    tree = trees.make({"first": trees.ask("sore", "a", "b"), "a": trees.leaf(), "b": trees.leaf("same_day")})
    tree.apply(change_of(tree, {("question", "new"): question("pulse_at_least_9")}))
    assert "new" in tree.questions, "without such a scale it is an ordinary finding"
    pulse = Scale(text="?", unit="beats", least=0, most=300, at_least="{n}", under="{n}")
    with pytest.raises(ShapeError, match="holds 'pulse_at_least_9' in a list"):
        tree.apply(change_of(tree, {("scale", "pulse"): pulse}))


def test_what_is_asked_follows_the_tree() -> None:
    tree = whole()
    assert tree.asked("first").text == "Is it sore?"
    tree.apply(change_of(tree, {("question", "sore"): structs.replace(tree.questions["sore"], text="Does it hurt?")}))
    assert tree.asked("first").text == "Does it hurt?"
    with pytest.raises(ShapeError):
        tree.apply(
            change_of(
                tree,
                {
                    ("question", "sore"): structs.replace(tree.questions["sore"], text="Refused?"),
                    ("node", "home"): None,
                },
            )
        )
    assert tree.asked("first").text == "Does it hurt?", "also after a change that was refused"


def test_the_way_round_is_told_from_its_first_question_to_it_again() -> None:
    nodes = {
        "a": trees.decide({"f": 1}, 1, "x", "y"),
        "p": trees.decide({"f": 1}, 1, "q", "x"),
        "q": trees.decide({"f": 1}, 1, "y", "r"),
        "r": QuestionNode(asks="f", next="q"),
        "x": trees.leaf(),
        "y": trees.leaf(),
    }
    assert find_cycle(nodes, ["a"]) is None
    assert find_cycle(nodes, ["gone"]) is None
    assert find_cycle(nodes, ["p"]) == ["q", "r", "q"]
    assert find_cycle(nodes, ["a", "x", "r"]) == ["r", "q", "r"], "also after a node that was looked at before"


def test_a_long_chain_is_checked_without_recursion() -> None:
    def chain(end: str) -> Callable[[], Tree]:
        nodes: dict[str, object] = {f"n{place}": trees.number("age", f"n{place + 1}") for place in range(20_000)}
        nodes["n20000"] = trees.decide({"age_at_least_60": 1}, 1, end, "home")
        return lambda: Tree(
            title="T", root="n0", nodes={**nodes, "soon": trees.leaf(), "home": trees.leaf()}, scales=SCALES
        )

    assert len(chain("soon")().nodes) == 20_003
    with pytest.raises(ShapeError, match="circle"):
        chain("n5")()


def test_a_decision_may_not_come_first_even_if_it_was_a_question() -> None:
    tree = whole()
    with pytest.raises(ShapeError, match="is a decision"):
        tree.apply(change_of(tree, {("node", "first"): Decision(title="D", counts=("sore",), yes="old", no="age")}))
