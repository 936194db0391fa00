"""The rows of what was asked are those among all rows of a path, whatever was worked out or left out between them."""

from __future__ import annotations

import random

import pytest

from kneetree.model.knowledge import Said
from kneetree.proof.left_out import LeavesOut
from kneetree.report.answer_rows import answer_rows, asked_rows
from kneetree.walk.leaving_out import settled
from kneetree.walk.walk import Walk
from tests.proof.small_trees import findings_of, random_tree


@pytest.mark.seeds(2)
def test_rows_of_what_was_asked_are_those_among_all_rows(seed: int) -> None:
    dice, asked, others = random.Random(seed), 0, 0
    for _ in range(150):
        tree = random_tree(dice)
        answers: dict[str, Said] = {finding: dice.choice((True, False, None)) for finding in findings_of(tree)}
        answers |= {key: dice.randint(scale.least, scale.most) for key, scale in tree.scales.items()}
        walk = Walk.start(tree, answers=answers)
        if dice.random() < 0.5:
            walk = settled(walk, LeavesOut(tree))
        rows = answer_rows(walk)
        assert asked_rows(walk) == tuple(row for row in rows if row.state == "asked")
        asked += len(asked_rows(walk))
        others += len(rows) - len(asked_rows(walk))
    assert asked > 100
    assert others > 100
