"""Small trees for the tests, and hypothesis strategies for many of them."""

from __future__ import annotations

from hypothesis import strategies as st

from kneetree.model.tree import (
    Case,
    Condition,
    Expect,
    Finding,
    Item,
    Leaf,
    Node,
    Question,
    Rule,
    Source,
    Topic,
    Tree,
    Urgency,
)

ADVICE = {"reason": "Because.", "do": ("Rest.",), "get_help_if": ("It gets worse.",), "sources": ("src",)}


def ask(finding: str, yes: str, no: str, **more: object) -> Question:
    """A question about one finding."""
    given = {"topic": Topic.SYMPTOM, "text": f"Is it {finding}?", "help": "Look.", "why": "It matters."}
    return Question(finding=finding, yes=yes, no=no, **{**given, "sources": ("src",), **more})


def ask_items(items: dict[str, int], at_least: int, yes: str, no: str, **more: object) -> Question:
    """A question with a list to tick; ``items`` maps findings to points."""
    rows = tuple(Item(finding, f"Has {finding}", points) for finding, points in items.items())
    given = {"topic": Topic.HISTORY, "text": "Does any of these fit?", "help": "Look.", "why": "It matters."}
    return Question(items=rows, at_least=at_least, yes=yes, no=no, **{**given, "sources": ("src",), **more})


def leaf(urgency: str = "routine", condition: str = "strain", **more: object) -> Leaf:
    """A leaf with advice."""
    return Leaf(condition=condition, urgency=Urgency(urgency), **{**ADVICE, **more})


def make(nodes: dict[str, Node], root: str | None = None, **more: object) -> Tree:
    """A tree of ``nodes`` that has the findings and conditions they name."""
    findings = {
        finding: Finding(f"It is {finding}")
        for node in nodes.values()
        if isinstance(node, Question)
        for finding in node.findings
        if "_at_least_" not in finding
    }
    conditions = {
        condition: Condition(condition.title(), f"A {condition}", "It is so.", ("src",))
        for node in nodes.values()
        if isinstance(node, Leaf)
        for condition in node.conditions
    }
    given = {
        "title": "Small tree",
        "version": "1.0.0",
        "findings": findings,
        "conditions": conditions,
        "sources": {"src": Source("A book.", "https://example.org/", 2024, "2026-11-22")},
    }
    return Tree(root=root or next(iter(nodes)), nodes=nodes, **{**given, **more})


def small() -> Tree:
    """Lungs, then a swollen calf, then a list with points, then a strain; one rule and two cases."""
    return make(
        {
            "lungs": ask("breathless", "lungs_now", "calf"),
            "calf": ask("swelling_calf", "clot_today", "risks"),
            "risks": ask_items({"cancer": 2, "travel": 1, "pill": 1}, 2, "clot_today", "strain"),
            "lungs_now": leaf("emergency", "embolism"),
            "clot_today": leaf("same_day", "dvt", also=("strain",)),
            "strain": leaf("self_care", "strain"),
        },
        rules={
            "swollen": Rule(
                id="swollen",
                statement="A swollen calf is seen today.",
                given={"swelling_calf": True},
                urgency_at_least=Urgency.SAME_DAY,
            )
        },
        cases={
            "a": Case(
                id="a",
                story="My calf is swollen.",
                age=50,
                days=2,
                findings={"swelling_calf": True},
                expect=Expect(("dvt",), (Urgency.SAME_DAY,), Urgency.SAME_DAY),
            ),
            "b": Case(id="b", story="It aches.", expect=Expect(("strain",), (Urgency.SELF_CARE,), Urgency.SELF_CARE)),
        },
    )


def ladder(rungs: int, shared: bool = False) -> Tree:
    """A ladder of diamonds: 2 ** ``rungs`` ways from the root to the one leaf that is not an emergency."""
    nodes: dict[str, Node] = {}
    for rung in range(rungs):
        following = f"top{rung + 1}" if rung + 1 < rungs else "end"
        name = f"f{rung % 3}" if shared else f"f{rung}"
        nodes[f"top{rung}"] = ask(name, f"left{rung}", f"right{rung}")
        nodes[f"left{rung}"] = ask(f"l{rung}", following, "help")
        nodes[f"right{rung}"] = ask(f"r{rung}", following, "help")
    nodes["end"] = leaf("self_care")
    nodes["help"] = leaf("emergency", "embolism")
    return make(nodes)


@st.composite
def trees(draw: st.DrawFn, most_questions: int = 9, most_findings: int = 5) -> Tree:
    """A small random tree: shared nodes, shared findings, thresholds and items."""
    count = draw(st.integers(1, most_questions))
    leaves = draw(st.integers(2, 4))
    names = [f"f{index}" for index in range(most_findings)] + ["age_at_least_40", "age_at_least_60", "days_at_least_7"]
    nodes: dict[str, Node] = {}
    for index in range(count):
        below = [f"q{later}" for later in range(index + 1, count)] + [f"l{number}" for number in range(leaves)]
        yes, no = draw(st.lists(st.sampled_from(below), min_size=2, max_size=2, unique=True))
        if draw(st.integers(0, 3)):
            nodes[f"q{index}"] = ask(draw(st.sampled_from(names)), yes, no)
        else:
            chosen = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
            items = {name: draw(st.integers(1, 3)) for name in chosen}
            nodes[f"q{index}"] = ask_items(items, draw(st.integers(1, sum(items.values()))), yes, no)
    for number in range(leaves):
        urgency = draw(st.sampled_from(list(Urgency)))
        nodes[f"l{number}"] = leaf(urgency, draw(st.sampled_from(["strain", "dvt", "cyst"])))
    return make(nodes, "q0")


@st.composite
def branching(draw: st.DrawFn, most_depth: int = 4, distinct: bool = False) -> Tree:
    """A small random tree in which no two ways meet; with ``distinct``, no finding is asked for twice either.

    With ``distinct``, some of the questions are lists; without, thresholds are among the findings.
    """
    nodes: dict[str, Node] = {}
    shared = ["f0", "f1", "age_at_least_40", "age_at_least_60", "age_at_least_65", "days_at_least_0", "days_at_least_7"]

    def grow(depth: int) -> str:
        key = f"n{len(nodes)}"
        if depth == most_depth or (depth and draw(st.integers(0, 4)) == 0):
            nodes[key] = leaf(draw(st.sampled_from(list(Urgency))), draw(st.sampled_from(["strain", "dvt", "cyst"])))
            return key
        nodes[key] = leaf()  # holds the place
        yes, no = grow(depth + 1), grow(depth + 1)
        if not distinct:
            nodes[key] = ask(draw(st.sampled_from(shared)), yes, no)
        elif draw(st.booleans()):
            nodes[key] = ask(f"{key}_f", yes, no)
        else:
            items = {f"{key}_{place}": draw(st.integers(1, 3)) for place in range(draw(st.integers(1, 3)))}
            nodes[key] = ask_items(items, draw(st.integers(1, sum(items.values()))), yes, no)
        return key

    grow(0)
    return make(nodes, "n0")
