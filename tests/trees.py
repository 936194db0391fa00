"""Small trees for the tests, and hypothesis strategies for many of them.

``ask`` and its like give a node together with the library entry that it asks, and ``make`` puts each where it belongs.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st
from msgspec import structs

from kneetree.model import values
from kneetree.model.tree import (
    Advice,
    Case,
    Condition,
    Count,
    Decision,
    Expect,
    Finding,
    Leaf,
    Node,
    Question,
    QuestionNode,
    Rule,
    Scale,
    Source,
    Topic,
    Tree,
    Urgency,
    WarningSign,
)

SCALES = {
    "age": Scale(
        topic=Topic.AGE, text="How old are you?", unit="years", least=0, most=120, at_least="Aged {n} or over",
        under="Aged under {n}", sources=("src",), help="Count whole years.", why="It matters.",
    ),
    "days": Scale(
        topic=Topic.ONSET, text="How long ago did it start?", unit="days", least=0, most=36500,
        at_least="Started {n} or more ago", under="Started less than {n} ago", sources=("src",), help="Guess.",
        why="It matters.",
    ),
}  # fmt: skip
ADVICE = {
    "reason": "Because.",
    "do": ("rest",),
    "get_help_if": {Urgency.EMERGENCY: ("worse",)},
    "sources": ("src",),
}
LIBRARY = {"advice": {"rest": Advice("Rest.")}, "warnings": {"worse": WarningSign("it gets worse")}}


@dataclass(frozen=True)
class Inline:
    """A node and the question that it asks."""

    node: QuestionNode
    question: Question


def ask(finding: str, yes: str, no: str, **more: object) -> Inline | QuestionNode:
    """A question about one finding, or a threshold."""
    if "_at_least_" in finding:
        return QuestionNode(asks=finding, yes=yes, no=no)
    given = {"topic": Topic.SYMPTOM, "text": f"Is it {finding}?", "help": "Look.", "why": "It matters."}
    question = Question(finding=finding, **{**given, "sources": ("src",), **more})
    return Inline(QuestionNode(asks=finding, yes=yes, no=no), question)


def ask_items(items: Mapping[str, int], at_least: int, yes: str, no: str, **more: object) -> Inline:
    """A list to tick that branches; ``items`` maps findings to points."""
    points = {finding: worth for finding, worth in items.items() if worth != 1}
    node = QuestionNode(asks=_list_id(items), at_least=at_least, points=points, yes=yes, no=no)
    return Inline(node, _list(items, more))


def collect(findings: list[str], after: str, **more: object) -> Inline:
    """A list to tick that only collects."""
    return Inline(QuestionNode(asks=_list_id(findings), next=after), _list(findings, more))


def number(scale: str, after: str) -> QuestionNode:
    """A number that is asked."""
    return QuestionNode(asks=scale, next=after)


def decide(counts: Mapping[str, int], at_least: int, yes: str, no: str, *, false: tuple[str, ...] = ()) -> Decision:
    """A decision; ``counts`` maps findings and thresholds to points, those in ``false`` count where they are false."""
    terms = [
        finding if worth == 1 and finding not in false else Count(finding, worth, finding not in false)
        for finding, worth in counts.items()
    ]
    return Decision(title="Enough of them", counts=tuple(terms), at_least=at_least, yes=yes, no=no)


def _list_id(findings: Mapping[str, int] | list[str]) -> str:
    """Return an id for a list of these; an id has a limit, and a test may have hundreds of findings."""
    key = "list_" + "_".join(findings)
    return key if values.is_id(key) else f"list_of_{len(findings)}_{zlib.crc32(key.encode())}"


def _list(findings: Mapping[str, int] | list[str], more: dict[str, object]) -> Question:
    given = {"topic": Topic.HISTORY, "text": "Do any of these fit?", "help": "Look.", "why": "It matters."}
    return Question(lines=tuple(findings), **{**given, "sources": ("src",), **more})


def leaf(urgency: str = "routine", condition: str = "strain", **more: object) -> Leaf:
    """A leaf with advice."""
    return Leaf(condition=condition, urgency=Urgency(urgency), **{**ADVICE, **more})


def make(nodes: dict[str, Node | Inline], root: str | None = None, **more: object) -> Tree:
    """A tree of ``nodes`` that has the questions, scales, findings and conditions they name."""
    bare = {key: node.node if isinstance(node, Inline) else node for key, node in nodes.items()}
    questions = _questions(nodes, bare)
    named = [finding for question in questions.values() for finding in question.findings]
    named += [term.finding for node in bare.values() if isinstance(node, Decision) for term in node.terms]
    findings = {
        finding: Finding(f"Has {finding}", f"It is {finding}") for finding in named if "_at_least_" not in finding
    }
    conditions = {
        condition: Condition(condition.title(), f"A {condition}", "It is so.", sources=("src",))
        for node in bare.values()
        if isinstance(node, Leaf)
        for condition in node.conditions
    }
    words = str(named) + str([node.asks for node in bare.values() if isinstance(node, QuestionNode)])
    given = {
        "title": "Small tree",
        "version": "1.0.0",
        "scales": {name: scale for name, scale in SCALES.items() if f"'{name}'" in words or f"'{name}_at_" in words},
        "findings": findings,
        "conditions": conditions,
        "questions": questions,
        "sources": {"src": Source("A book.", "https://example.org/", 2024, "2026-11-22")},
        **LIBRARY,
    }
    return Tree(root=root or next(iter(bare)), nodes=bare, **{**given, **more})


def _questions(nodes: dict[str, Node | Inline], bare: dict[str, Node]) -> dict[str, Question]:
    """Move questions into a library; two different ones for the same finding get ids of their own."""
    questions: dict[str, Question] = {}
    for key, inline in nodes.items():
        if isinstance(inline, Inline):
            name = inline.node.asks
            if questions.setdefault(name, inline.question) != inline.question:
                name = f"{name}_{key}"
                questions[name] = inline.question
                bare[key] = structs.replace(inline.node, asks=name)
    return questions


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
                findings={"swelling_calf": True},
                expect=Expect(("dvt",), (Urgency.SAME_DAY,), Urgency.SAME_DAY),
                extra={"age": 50, "days": 2},
            ),
            "b": Case(id="b", story="It aches.", expect=Expect(("strain",), (Urgency.SELF_CARE,), Urgency.SELF_CARE)),
        },
    )


def ladder(rungs: int, shared: bool = False) -> Tree:
    """A ladder of diamonds: 2 ** ``rungs`` ways from the root to the one leaf that is not an emergency."""
    nodes: dict[str, Node | Inline] = {}
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
    """A small random tree: shared nodes, shared findings, numbers and thresholds, lists, collecting, decisions.

    A decision counts whatever it likes, so that facts can be missing at it.
    """
    count = draw(st.integers(1, most_questions))
    leaves = draw(st.integers(2, 4))
    plain = [f"f{index}" for index in range(most_findings)]
    limits = ["age_at_least_40", "age_at_least_60", "days_at_least_7"]
    nodes: dict[str, Node | Inline] = {}
    for index in range(count):
        below = [f"q{later}" for later in range(index + 1, count)] + [f"l{number}" for number in range(leaves)]
        yes, no = draw(st.lists(st.sampled_from(below), min_size=2, max_size=2, unique=True))
        kind = draw(st.integers(0, 8 if index else 7))
        chosen = draw(st.lists(st.sampled_from(plain), min_size=1, max_size=3, unique=True))
        if kind <= 3:
            nodes[f"q{index}"] = ask(draw(st.sampled_from(plain + limits)), yes, no)
        elif kind <= 5:
            items = {name: draw(st.integers(1, 3)) for name in chosen}
            nodes[f"q{index}"] = ask_items(items, draw(st.integers(1, sum(items.values()))), yes, no)
        elif kind == 6:
            nodes[f"q{index}"] = collect(chosen, yes)
        elif kind == 7:
            nodes[f"q{index}"] = number(draw(st.sampled_from(["age", "days"])), yes)
        else:
            counted = draw(st.lists(st.sampled_from(plain + limits), min_size=1, max_size=3, unique=True))
            items = {name: draw(st.integers(1, 3)) for name in counted}
            false = tuple(name for name in counted if draw(st.integers(0, 3)) == 0)
            nodes[f"q{index}"] = decide(items, draw(st.integers(1, sum(items.values()))), yes, no, false=false)
    for index in range(leaves):
        urgency = draw(st.sampled_from(list(Urgency)))
        nodes[f"l{index}"] = leaf(urgency, draw(st.sampled_from(["strain", "dvt", "cyst"])))
    return make(nodes, "q0", scales=SCALES)


@st.composite
def branching(draw: st.DrawFn, most_depth: int = 4, distinct: bool = False) -> Tree:
    """A small random tree in which no two ways meet; with ``distinct``, no finding is asked for twice either.

    With ``distinct``, some of the questions are lists; without, thresholds are among the findings.
    """
    nodes: dict[str, Node | Inline] = {}
    shared = ["f0", "f1", "age_at_least_40", "age_at_least_60", "age_at_least_65", "days_at_least_7"]

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
    return make(nodes, "n0", scales=SCALES)
