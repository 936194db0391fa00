"""Made trees of any size for the benchmarks, and how a ratio is measured."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

from kneetree.model.tree import (
    Advice,
    Condition,
    Finding,
    Leaf,
    Node,
    Question,
    QuestionNode,
    Rule,
    Source,
    Topic,
    Tree,
    Urgency,
    WarningSign,
)

_WORDS = (
    "calf",
    "knee",
    "behind",
    "swollen",
    "walk",
    "stairs",
    "night",
    "warm",
    "red",
    "leg",
    "today",
    "week",
    "worse",
)


def tree(nodes: int, *, sharing: float = 0.05, rules: int = 5, seed: int = 1) -> Tree:
    """Return a binary tree of ``nodes`` nodes; a ``sharing`` part of all answers leads to a node nearby that exists."""
    chance = random.Random(seed)
    made: dict[str, Node] = {}
    questions = max(1, (nodes - 1) // 2)
    following = 1
    for number in range(questions):
        targets: list[str] = []
        for _ in range(2):
            if following > number + 2 and chance.random() < sharing:
                low = max(number + 1, following - 20)
                target = f"n{chance.randrange(low, following)}"
            else:
                target = f"n{following}"
                following += 1
            targets.append(target if target not in targets else f"n{following}")
            if targets[-1] == f"n{following}":
                following += 1
        made[f"n{number}"] = QuestionNode(asks=f"q{number}", yes=targets[0], no=targets[1])
    for number in range(questions, following):
        made[f"n{number}"] = Leaf(
            condition=f"c{number % 40}",
            also=(f"c{(number + 1) % 40}",),
            urgency=chance.choice(list(Urgency)),
            reason=_sentence(chance, 14),
            do=(f"a{number % 400}", f"a{(number + 7) % 400}"),
            get_help_if={Urgency.EMERGENCY: (f"w{number % 60}", f"w{(number + 7) % 60}")},
            sources=("book",),
        )
    return Tree(
        title="Made",
        version="1.0.0",
        root="n0",
        nodes=made,
        findings={f"f{number}": Finding(_sentence(chance, 6)) for number in range(questions)},
        questions={f"q{number}": _question(chance, number) for number in range(questions)},
        advice={f"a{number}": Advice(_sentence(chance, 8)) for number in range(400)},
        warnings={f"w{number}": WarningSign(_sentence(chance, 10)[:-1].lower()) for number in range(60)},
        sources={"book": Source("A book.", "https://example.org/", 2024, "2026-11-22")},
        conditions={f"c{n}": Condition(f"Condition {n}", f"Plain {n}", "", sources=("book",)) for n in range(40)},
        rules={f"r{n}": _rule(n, questions) for n in range(rules)},
    )


def _question(chance: random.Random, number: int) -> Question:
    return Question(
        topic=chance.choice(list(Topic)),
        text=_sentence(chance, 9)[:-1] + "?",
        help=_sentence(chance, 16),
        why=_sentence(chance, 12),
        finding=f"f{number}",
        sources=("book",),
    )


def _rule(number: int, questions: int) -> Rule:
    finding = f"f{number * questions // 7}"
    return Rule(
        id=f"r{number}",
        statement="Nobody with this is told to look after it alone.",
        given={finding: True},
        urgency_at_least=Urgency.SELF_CARE,
    )


def _sentence(chance: random.Random, words: int) -> str:
    return (" ".join(chance.choices(_WORDS, k=words))).capitalize() + "."


def seconds(work: Callable[[], object], runs: int = 5) -> float:
    """Return the median of ``runs`` timed runs after one that is not counted, in seconds."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def report(what: str, measured: float, baseline: float, limit: float) -> bool:
    """Print one ratio with its limit; whether it was kept."""
    ratio = measured / baseline
    verdict = "ok  " if ratio <= limit else "OVER"
    times = f"{measured * 1000:.1f} ms against {baseline * 1000:.1f} ms"
    print(f"{verdict} {what}: {ratio:.4g} x (at most {limit:g}); {times}")
    return ratio <= limit
